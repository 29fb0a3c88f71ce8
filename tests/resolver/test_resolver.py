"""A list of names as a whole: an empty one, and one that goes to another process."""

import pickle

import afgraph as af
from afgraph import Resolver


def test_a_resolver_of_no_names_knows_nobody() -> None:
    assert Resolver.from_names({}).resolve("Kabul").outcome == "nil"
    assert Resolver.from_names([]).resolve_many(["a", "a"])[0].candidates == ()


def test_a_resolver_survives_pickling(kg: af.KnowledgeGraph) -> None:
    again = pickle.loads(pickle.dumps(kg.resolver))  # noqa: S301 - our own bytes
    assert again.resolve("Emrulla Saleh") == kg.resolver.resolve("Emrulla Saleh")
