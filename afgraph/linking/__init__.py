"""Mentions in running text: found, resolved with each other as context, offsets into the untouched text."""

from afgraph.linking.linked import LinkedText, Mention
from afgraph.linking.linker import link
from afgraph.linking.many import LinkedTexts, link_each
from afgraph.linking.unknown import Unknown, unknown

__all__ = ["LinkedText", "LinkedTexts", "Mention", "Unknown", "link", "link_each", "unknown"]
