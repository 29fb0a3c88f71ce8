"""Small drawings of answers, as SVG that stands alone: every value escaped, no network, no script."""

from afgraph.query.drawn.sketch import Shape, sketch

__all__ = ["Shape", "sketch"]
