"""The examples in the benchmark's docstrings."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("module", ["fuzzy", "metrics", "nearest", "pairs", "peers", "report", "run"])
def test_the_examples_give_what_they_say(module: str) -> None:
    failed, attempted = doctest.testmod(import_module(f"benchmarks.{module}"))
    assert attempted > 0
    assert failed == 0
