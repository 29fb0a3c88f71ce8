"""Claims and answers in words, with their hedges and sources."""

from collections.abc import Sequence
from functools import cache
from weakref import WeakKeyDictionary

from afgraph.data import read_table
from afgraph.dates import Interval, Verdict
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Entity


@cache
def _modalities() -> dict[str, tuple[str, str]]:
    rows = read_table("schema/modalities.tsv")
    return {
        row["modality"]: (row["hedge"] and row["hedge"] + " ", row["prefix"] and row["prefix"] + ": ") for row in rows
    }


def when_text(when: Interval | None) -> str:
    """An interval in words.

    >>> from afgraph.dates import parse_interval
    >>> when_text(parse_interval("1994-01-01/1996-05")), when_text(parse_interval("2021-08-17/"))
    ('from 1994-01-01 to 1996-05', 'from 2021-08-17, end unknown')
    """
    if when is None or when.text == "/":
        return "at an unknown time"
    if when.text == "../..":
        return ""
    if "/" not in when.text:
        return f"in {when.text}"
    left, right = when.text.split("/", 1)
    since = f"from {left}" if left not in ("", "..") else ("" if left else "start unknown")
    until = f"to {right}" if right not in ("", "..") else ("" if right else "end unknown")
    return ", ".join(filter(None, [since, until])) if not (left and right) else " ".join(filter(None, [since, until]))


_TOLD: WeakKeyDictionary[ClaimStore, dict[str, tuple[Claim, str]]] = WeakKeyDictionary()


def claim_text(store: ClaimStore, claim: Claim) -> str:
    """One claim in words: what, when, how firmly, on whose word. An answer says it in several places: kept by id."""
    told = _TOLD.setdefault(store, {})
    known = told.get(claim.id)
    if known is None or known[0] is not claim:
        known = told[claim.id] = claim, _told(store, claim)
    return known[1]


def _told(store: ClaimStore, claim: Claim) -> str:
    parts = [_statement(store, claim), when_text(store.interval(claim))]
    said = ", ".join(part for part in parts if part)
    return f"{said} ({_speakers(store, claim)})"


def answer_text(entity: Entity, says: str, other: Entity, when: Interval | None, verdict: Verdict) -> str:
    """The first half of an answer's sentence."""
    hedge = "possibly: " if verdict == "possibly" else ""
    dated = when_text(when)
    return f"{hedge}{entity} {says} {other}" + (f", {dated}" if dated else "")


def sources_of(store: ClaimStore, claims: Sequence[Claim]) -> tuple[str, ...]:
    """On whose word: speakers and sources of some claims, each once."""
    return tuple(dict.fromkeys(_speakers(store, claim) for claim in claims))


def hedge_of(claims: Sequence[Claim]) -> str:
    """The hedge that all of some claims bear; empty where one of them is asserted outright."""
    hedges = [_modalities()[claim.modality][0] for claim in claims]
    return hedges[0] if hedges and all(hedges) else ""


def path_hedge(claims: Sequence[Claim]) -> str:
    """The hedge of the least firm claim of a path; empty where all are asserted outright."""
    firmness = list(_modalities())
    weakest = max(claims, key=lambda claim: firmness.index(claim.modality), default=None)
    return _modalities()[weakest.modality][0] if weakest is not None else ""


def _statement(store: ClaimStore, claim: Claim) -> str:
    says = store.relation(claim).says
    target = store.entity(claim.object).name if claim.object else (claim.value or "")
    quantity = str(claim.quantity or "")
    measured = f"{target} ({quantity})" if target and quantity else target or quantity
    hedge, prefix = _modalities()[claim.modality]
    denial = "it is said not to be so: " if claim.polarity == "negative" else ""
    return f"{prefix}{denial}{store.entity(claim.subject)} {hedge}{says} {measured}".rstrip()


def _speakers(store: ClaimStore, claim: Claim) -> str:
    source = store.contents.sources[claim.source]
    named = [_speaker(store, speaker) for speaker in claim.attribution]
    return " via ".join([*named, str(source)])


def _speaker(store: ClaimStore, speaker: str) -> str:
    if speaker in store.contents.entities:
        return store.entity(speaker).name
    if speaker in store.contents.sources:
        return store.contents.sources[speaker].title
    return speaker
