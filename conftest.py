"""Examples in docstrings and pages that need an optional library skip where it is not installed, and say so."""

from importlib.util import find_spec

import pytest

NEEDS = {  # what an example says, the library that it then needs, the extra that brings it
    "_parquet(": ("pyarrow", "arrow"),
    "import pyarrow": ("pyarrow", "arrow"),
    "ladybug": ("ladybug", "ladybug"),
    "to_falkordb(": ("falkordb", "falkordb"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the examples that cannot run here."""
    for item in items:
        if not isinstance(item, pytest.DoctestItem):
            continue
        text = "".join(example.source for example in item.dtest.examples)
        for word, (library, extra) in NEEDS.items():
            if word in text and find_spec(library) is None:
                reason = f"{library} is not installed: pip install 'afgraph[{extra}]'"
                item.add_marker(pytest.mark.skip(reason=reason))
