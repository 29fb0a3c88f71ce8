"""Two charts side by side as SVG, the same each time; grey on no ground, so that light and dark pages both show it."""

import io
import re
from collections.abc import Mapping, Sequence

_GREY = "#808080"
_OURS, _THEIRS = "#1f8fd6", "#e07b20"  # readable on white and on black
_STYLES = ("-o", "--s", ":^")


def drawn(names: Sequence[int], times: Mapping[str, Sequence[float]], sizes: Mapping[str, Sequence[float]]) -> str:
    """Microseconds a query and bytes a name over the length of the list, all axes logarithmic.

    Lines whose name begins with afgraph have one colour, all others another.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"svg.hashsalt": "afgraph", "svg.fonttype": "none", "font.size": 10}):
        figure = Figure(figsize=(10, 4.6), layout="constrained")
        figure.patch.set_alpha(0)
        left, right = figure.subplots(1, 2)
        _panel(left, names, times, "microseconds a query")
        _panel(right, names, sizes, "bytes a name")
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Title": _TITLE})
    return re.sub(r"[ \t]+\n", "\n", file.getvalue())


_TITLE = "Time for each query and bytes for each name over the length of the list"


def _panel(axes: object, names: Sequence[int], values: Mapping[str, Sequence[float]], title: str) -> None:
    from matplotlib.axes import Axes

    assert isinstance(axes, Axes)
    seen = {_OURS: 0, _THEIRS: 0}
    for label, line in values.items():
        colour = _OURS if label.startswith("afgraph") else _THEIRS
        axes.loglog(names, line, _STYLES[seen[colour] % len(_STYLES)], color=colour, label=label)
        seen[colour] += 1
    axes.set_title(title, color=_GREY)
    axes.set_xlabel("names in the list", color=_GREY)
    axes.patch.set_alpha(0)
    axes.tick_params(which="both", colors=_GREY)
    axes.grid(visible=True, color=_GREY, alpha=0.25)
    for spine in axes.spines.values():
        spine.set_color(_GREY)
    axes.legend(labelcolor=_GREY, framealpha=0, loc="best", fontsize=9)
