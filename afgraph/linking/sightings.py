"""Mentions of somebody whom no pack lists, and which of them are of one bearer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from afgraph.data import read_numbers, read_table
from afgraph.graph import ClaimStore
from afgraph.linking.cues.grammar import language_of
from afgraph.linking.mention import Mention
from afgraph.linking.one_line import one_line
from afgraph.linking.words.kinds import kind_word
from afgraph.matching import NameIndex, compare
from afgraph.matching.words.lexicon import common_word
from afgraph.model import Name
from afgraph.text import name_key, script_of, words


class Document(Protocol):
    """What is read of a linked text."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in it."""

    @property
    def id(self) -> str | None:
        """What the document is called."""

    @property
    def lang(self) -> str | None:
        """Its language."""

    @property
    def store(self) -> ClaimStore | None:
        """The claims of the graph that it was linked with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A mention of somebody unknown: in which document, in which language, under which name (without titles)."""

    document: str
    lang: str
    form: str
    mention: Mention
    schema: str | None = None

    @property
    def single(self) -> bool:
        """Whether the name is of one word, and may be anybody's."""
        return " " not in name_key(self.form)


def sightings_of(text: Document, number: int) -> Iterator[Sighting]:
    """The mentions of somebody unknown in the text of that number."""
    known = text.lang if text.lang not in (None, "und") else language_of(text.text)
    for mention in text.mentions:
        form, titled = _without_titles(one_line(mention.text))
        if mention.resolution.outcome == "nil" and name_key(form):
            beside = kind_word(text.text, mention.start, mention.end)
            yield Sighting(
                document=text.id or f"text {number}",
                lang=known or "und",
                form=form,
                mention=mention,
                schema="Person" if titled else _schema(form, known, beside[1] if beside else None),
            )


def _without_titles(form: str) -> tuple[str, bool]:
    """A name without the titles before it, and whether there were any."""
    found = words(form)
    first = next((at for at, word in enumerate(found) if common_word(word.key).kind != "title"), 0)
    return (form[found[first].start :] if found else form), first > 0


def _schema(form: str, lang: str | None, beside: str | None) -> str | None:
    """What a name's own words, or the word beside it, tell of who bears it."""
    told = [schema for word in words(form) if (schema := _heads().get((lang or "", word.key)))]
    return told[-1] if told else beside


@cache
def _heads() -> dict[tuple[str, str], str]:
    return {(row["lang"], name_key(row["word"])): row["schema"] for row in read_table("linking/heads.tsv")}


def clusters_of(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """The sightings, those of one bearer together."""
    full = _by_name([each for each in sightings if not each.single])
    alone: list[Sighting] = []
    for each in (each for each in sightings if each.single):
        owners = [cluster for cluster in full if _may_be_short_for(each, cluster)]
        (owners[0] if len(owners) == 1 else alone).append(each)
    order = {id(each.mention): at for at, each in enumerate(sightings)}
    return [sorted(cluster, key=lambda each: order[id(each.mention)]) for cluster in [*full, *_by_name(alone)]]


def _may_be_short_for(each: Sighting, cluster: Sequence[Sighting]) -> bool:
    """Whether a name of one word is a word, but for the first, of a fuller name in the same document."""
    beside = {other.form for other in cluster if other.document == each.document and not other.single}
    later = {word for form in beside for word in form.split()[1:]}
    return any(compare(each.form, word).score >= _limits()["same"] for word in later)


def _by_name(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """The sightings by name: each spelling goes to the commonest one with which it spells one name."""
    by_form: dict[str, list[Sighting]] = {}
    for each in sightings:
        by_form.setdefault(each.form, []).append(each)
    forms = sorted(by_form, key=lambda form: (-len(by_form[form]), form))
    index = NameIndex((form, Name(form=form, lang="und", script=script_of(form))) for form in forms)
    clusters: dict[str, list[Sighting]] = {}
    for form in forms:
        near = {hit.entry.entity for hit in (*index.exact(form), *index.similar(form))} & clusters.keys()
        scored = sorted((-compare(form, head).score, head) for head in near)
        head = scored[0][1] if scored and -scored[0][0] >= _limits()["same"] else form
        clusters.setdefault(head, []).extend(by_form[form])
    return list(clusters.values())


@cache
def _limits() -> dict[str, float]:
    return read_numbers("linking/unknown_limits.tsv")
