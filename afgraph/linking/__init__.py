"""Mentions in running text: found, resolved with each other as context, offsets into the untouched text."""

from afgraph.linking.linked import LinkedText, Mention
from afgraph.linking.linker import link

__all__ = ["LinkedText", "Mention", "link"]
