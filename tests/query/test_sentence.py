"""Times, hedges and speakers in words."""

from collections.abc import Callable

import pytest

import afgraph as af
from afgraph.dates import parse_interval
from afgraph.query.sentence import claim_text, when_text


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ("1994", "in 1994"),
        ("1994/1996", "from 1994 to 1996"),
        ("1994/..", "from 1994"),
        ("1994/", "from 1994, end unknown"),
        ("/1996", "start unknown, to 1996"),
        ("../1996", "to 1996"),
        ("/", "at an unknown time"),
        ("../..", ""),
        ("/..", "start unknown"),
        ("../", "end unknown"),
        ("1985~", "in 1985~"),
    ],
)
def test_an_interval_reads_as_words(interval: str, words: str) -> None:
    assert when_text(parse_interval(interval)) == words


def test_no_interval_is_an_unknown_time() -> None:
    assert when_text(None) == "at an unknown time"


PAIR = """
org:agency:
  schema: Media
  names:
    eng: The Agency
per:a:
  names:
    eng: Anna Alpha
per:b:
  names:
    eng: Boris Beta
src:speaker:
  title: A spokesman
  kind: unnamed
"""


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("per:a allied_with per:b 1990", "Anna Alpha was allied with Boris Beta, in 1990 (S)"),
        ("per:a allied_with per:b", "Anna Alpha was allied with Boris Beta, at an unknown time (S)"),
        ("per:a child_of per:b", "Anna Alpha is a child of Boris Beta (S)"),
        (
            "claim: per:a allied_with per:b 1990\n    by: [src:speaker, org:agency]",
            "Anna Alpha was allied with Boris Beta, in 1990 (A spokesman via The Agency via S)",
        ),
        (
            "claim: per:a allied_with per:b 1990\n    modality: predicted",
            "predicted: Anna Alpha was allied with Boris Beta, in 1990 (S)",
        ),
        (
            "claim: per:a allied_with per:b 1990\n    modality: unknown",
            "open question: Anna Alpha was allied with Boris Beta, in 1990 (S)",
        ),
        (
            "claim: per:a allied_with per:b 1990\n    modality: reported",
            "Anna Alpha reportedly was allied with Boris Beta, in 1990 (S)",
        ),
    ],
)
def test_a_claim_says_what_when_how_firmly_and_on_whose_word(
    load_pack: Callable[..., af.KnowledgeGraph], claim: str, text: str
) -> None:
    store = load_pack(PAIR, claim).store
    (stated,) = store.contents.claims.values()
    assert claim_text(store, stated) == text


def test_every_claim_of_the_shipped_pack_reads_as_a_sentence(kg: af.KnowledgeGraph) -> None:
    for claim in kg.store.contents.claims.values():
        text = claim_text(kg.store, claim)
        assert kg.store.entity(claim.subject).name in text
        assert text.endswith(")")
        assert "  " not in text, text
        assert ", ," not in text, text


def test_a_quantity_without_an_object_reads_as_one(load_pack: Callable[..., af.KnowledgeGraph]) -> None:
    store = load_pack(PAIR, "claim: org:agency has_strength - 2021-08\n    quantity: ~10000 fighters").store
    (stated,) = store.contents.claims.values()
    assert claim_text(store, stated) == "The Agency had a strength of ~10,000 fighters, in 2021-08 (S)"


@pytest.mark.parametrize(
    ("modality", "start"),
    [
        ("asserted", "Anna Alpha stood with Boris Beta"),
        ("reported", "Anna Alpha reportedly stood with Boris Beta"),
        ("alleged", "Anna Alpha allegedly stood with Boris Beta"),
        ("hedged", "Anna Alpha (by a hedged report) stood with Boris Beta"),
    ],
)
def test_what_follows_from_a_hedged_claim_is_hedged_too(
    load_pack: Callable[..., af.KnowledgeGraph], modality: str, start: str
) -> None:
    body = "org:k:\n  schema: Coalition\n  names:\n    eng: Koalition\n"
    claims = [
        "per:a member_of org:k 1990/..",
        f"claim: per:b member_of org:k 1990/..\n    modality: {modality}",
    ]
    (answer,) = (
        each for each in load_pack(body + PAIR, *claims).allies("per:a", on="1992") if each.other.id == "per:b"
    )
    assert str(answer).startswith(start)
