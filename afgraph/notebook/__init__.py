"""What people look at: a drawn graph, a page. Self-contained, every value escaped, no network."""

from afgraph.notebook.drawing import draw_answers
from afgraph.notebook.page import page
from afgraph.notebook.shapes import draw

__all__ = ["draw", "draw_answers", "page"]
