"""Packs made and edited in Python: comments, order and every untouched line stay as their author left them."""

from afgraph.packs.authoring.pack import Pack

__all__ = ["Pack"]
