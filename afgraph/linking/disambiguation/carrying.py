"""Whom a text names in full, and for whom a short form may then stand."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Container, Iterable

from afgraph.dates import Date
from afgraph.linking.detection.runs import BARE_SCRIPTS, CAPITALISED_NOUNS
from afgraph.linking.detection.spans import Span, SpanFinder
from afgraph.linking.words.beside import is_generic, is_honorific, shortens, without_servant
from afgraph.linking.words.kin import FARTHEST, Kin
from afgraph.matching import compare_words
from afgraph.matching.words.lexicon import common_word
from afgraph.matching.words.tokens import Token, tokens
from afgraph.model import Entity
from afgraph.resolver import Resolution
from afgraph.text import name_key, script_of

_BYNAMES = ("nickname",)
_SURNAME = 0.7  # weight of a title that families bear as their name
_SHORTEST = 3  # letters of a word that stands for a name, in scripts without capitals


class Named:
    """The full names of one text, of listed persons and of strangers, and where they stand."""

    def __init__(self, finder: SpanFinder, limits: dict[str, float], persons: Container[str]) -> None:
        self.finder = finder
        self.persons = persons
        self.limits = limits
        self.kin = Kin(finder.text)
        self.full: dict[str, str] = {}
        self.ids: frozenset[str] = frozenset()
        self._places: dict[str, list[int]] = defaultdict(list)
        self._ends: list[tuple[int, str]] = []
        self._begins: list[tuple[int, str]] = []
        self._known: dict[tuple[str, bool], tuple[tuple[str, str], ...]] = {}
        self._bodies: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._strangers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._tellings: dict[str, list[tuple[tuple[Token, ...], str]]] = {}
        self._spelled: dict[tuple[str, Date | None], dict[str, int]] = defaultdict(dict)

    def add(self, span: Span, resolution: Resolution, *, when: Date | None, full: bool) -> None:
        """Remember that a span means somebody at some time; spans come in the order of the text."""
        entity = resolution.entity
        assert entity is not None
        self.ids |= {entity.id}
        self._spelled[name_key(span.text), when][entity.id] = span.start
        self._ends.append((span.end, entity.id))
        self._begins.append((span.start, entity.id))
        if full:
            by_name = resolution.candidates[0].name.kind not in _BYNAMES
            self._add_full(span, entity, by_name=by_name)
            if by_name and self.last_person(span) is None and not self.kin.is_forebear(span.start):
                self._places[entity.id].append(span.start)

    def _add_full(self, span: Span, entity: Entity, *, by_name: bool) -> None:
        if entity.id not in self.full:
            self.full[entity.id] = self.finder.text[span.start : span.end]
            self._known.clear()
        if entity.id not in self.persons and not entity.id.startswith("plc:"):
            keys = tuple(name_key(self.finder.text[span.start : span.end]).split())
            self._bodies[entity.id].add(keys)
        if entity.id in self.persons and by_name:
            words = tokens(span.text)
            known = self._tellings.setdefault(entity.id, [])
            if words not in [each for each, _ in known]:
                known.append((words, self.finder.text[span.start : span.end]))
                self._known.clear()

    def add_stranger(self, span: Span) -> None:
        """Remember the full name of somebody whom no list holds."""
        name = name_key(self.finder.text[span.start : span.end])
        for word in set(name.split()):
            insort(self._strangers[word], (span.start, name))

    def carried(self, span: Span) -> tuple[tuple[str, str], ...]:
        """The entities named in full for whom a span may stand: by a part of that name, or by a listed short form."""
        known = self._known.get((span.text, span.listed))
        if known is None:
            known = self._known[span.text, span.listed] = tuple(sorted(self._carried(span).items()))
        return known

    def _carried(self, span: Span) -> dict[str, str]:
        listed = self.finder.names.listed(name_key(span.text)) if span.listed else None
        ids = {entry.entity for entry in listed.entries} if listed is not None else set()
        found = dict(self._by_sound(tokens(span.text)))
        for entity in sorted(ids & self.full.keys()):
            if name_key(self.full[entity]) != name_key(span.text):
                found.setdefault(entity, self.full[entity])
        return found

    def part_of_body(self, at: int) -> tuple[Span, str] | None:
        """Some words from a word on that are the first or last ones of an organization's full name in the text."""
        for entity, names in sorted(self._bodies.items()):
            for keys in names:
                for size in range(len(keys) - 1, 0, -1):
                    for part in (keys[-size:], keys[:size])[: 1 + (size > 1)]:
                        if self._stands(part, at):
                            span = self._body_span(at, size, self.full[entity])
                            return span, entity
        return None

    def _stands(self, part: tuple[str, ...], at: int) -> bool:
        """Whether these words stand from a word on, written as names are; one alone must be a word for a kind."""
        words = self.finder.words[at : at + len(part)]
        if len(words) < len(part) or not all(self.finder.joins(at + each) for each in range(len(part) - 1)):
            return False
        if not all(
            key in {form.key for form in self.finder.forms(word)} for key, word in zip(part, words, strict=True)
        ):
            return False
        if not all(self.finder.is_capital(at + each) for each in (0, len(part) - 1)):
            return False
        cased = self.finder.text[words[0].start].isupper() and self.finder.lang not in CAPITALISED_NOUNS
        alone = len(part) == 1
        return not alone or (cased and is_generic(part[0]) and not self.finder.opens_sentence(words[0].start))

    def _body_span(self, at: int, size: int, full: str) -> Span:
        words = self.finder.words
        return Span(words[at].start, words[at + size - 1].end, at, at + size, full, listed=False)

    def short(self, at: int, span: Span, *, exactly: bool) -> Span | None:
        """A word as short for somebody named in full, with what it is looked up as; `None` where it is not.

        `exactly`: only as it is spelled there, where the word's capital says little.
        """
        known = [each for names in self._tellings.values() for each in names]
        spelled = {word for parts, full in known for word in _spellings(parts, full)}
        for form in self.finder.forms(self.finder.words[at])[: None if span.words == 1 else 1]:
            if exactly and form.key not in spelled:
                continue
            words = tokens(form.key if form.depth else span.text)
            if words and any(self._by_sound(words)):
                text = form.key if form.depth else span.text
                return Span(span.start, span.end, span.first, span.last, text, listed=False, inflected=form.depth > 0)
        return None

    def recent(self, span: Span, carried: Iterable[tuple[str, str]]) -> str | None:
        """Of those for whom a span may stand, the one named last before it."""
        last = {entity: self._last_before(entity, span.start) for entity, _ in carried}
        best = max(last, key=lambda entity: (last[entity], entity), default=None)
        return best if best is not None and last[best] >= 0 else None

    def _last_before(self, entity: str, start: int) -> int:
        """Where the text names somebody in full last before a place; -1 where it does not."""
        places = self._places[entity]
        at = bisect_left(places, start)
        return places[at - 1] if at else -1

    def last_person(self, span: Span) -> str | None:
        """The person whose kin a span is said to be: "Dostum" in "Yar Dostum, son of Dostum" is not the son."""
        for at in range(bisect_right(self._ends, (span.start, "\uffff")) - 1, -1, -1):
            end, entity = self._ends[at]
            if span.start - end > FARTHEST:
                return None
            if self.kin.between(end, span.start):
                return entity
        return None

    def next_person(self, span: Span) -> str | None:
        """The person of whom a span is said to be kin by what follows: "Mesud" in "Mesud'un oğlu Ahmed Mesud"."""
        for at in range(bisect_left(self._begins, (span.end, "")), len(self._begins)):
            start, entity = self._begins[at]
            if start - span.end > FARTHEST:
                return None
            if self.kin.leads_to(span.end, start):
                return entity
        return None

    def forget_places(self) -> None:
        """Start anew with where names stand; whom the text names is kept."""
        self._places.clear()
        self._ends.clear()
        self._begins.clear()
        self._spelled.clear()

    def same(self, span: Span, when: Date | None) -> str | None:
        """Whom the same spelling means elsewhere where the text speaks of the same time, if it is one."""
        others = {entity for entity, place in self._spelled[name_key(span.text), when].items() if place != span.start}
        return next(iter(others)) if len(others) == 1 else None

    def is_strangers(self, span: Span) -> bool:
        """Whether a span is a part of the name of a stranger that stands nearer before it than any listed one."""
        return bool(self.stranger(span))

    def stranger(self, span: Span) -> str:
        """The stranger's full name that a span is a part of; empty where a listed person is nearer."""
        if span.words > 1:
            return ""
        keys = {form.key for form in self.finder.forms(self.finder.words[span.first])}
        before = [each for key in keys for each in self._stranger_before(key, span.start)]
        where, best = max(before, default=(-1, ""))
        listed = (self._last_before(entity, span.start) for entity, _ in self.carried(span))
        return best if where > max(listed, default=-1) else ""

    def _stranger_before(self, key: str, start: int) -> list[tuple[int, str]]:
        """The last stranger before a place whose name has a word."""
        named = self._strangers.get(key, [])
        at = bisect_left(named, (start, ""))
        return named[at - 1 : at] if at else []

    def _by_sound(self, words: tuple[Token, ...]) -> Iterable[tuple[str, str]]:
        """The persons of whose full name some words are a part."""
        if not words:
            return
        for entity, names in self._tellings.items():
            for parts, full in names:
                if self._is_part(words, parts):
                    yield entity, full
                    break

    def _is_part(self, words: tuple[Token, ...], parts: tuple[Token, ...]) -> bool:
        """Whether some words are the last, a middle or a rare first one of a name, or its first ones together."""
        if len(words) == 1:
            return any(self._tells(part, at) and self._sounds_like(words[0], part) for at, part in enumerate(parts))
        told = [part for part in parts if common_word(part.key).kind != "title" or part.weight >= _SURNAME]
        if not 1 < len(words) <= len(told) or len(words) == len(parts):
            return False
        starts = range(len(told) - len(words) + 1)
        return any(all(map(self._sounds_like, words, told[start:])) for start in starts)

    def _tells(self, word: Token, at: int) -> bool:
        """Whether a word of a name can stand for the whole: no title, and no given name that many have."""
        least = self.limits["carried_first" if at == 0 else "carried_weight"]
        if at == 0 and not word.names:
            return False
        bare = script_of(word.key) in BARE_SCRIPTS
        if word.weight < least or (bare and len(word.key) < _SHORTEST):
            return False
        return not common_word(word.key).kind or (at > 0 and _is_surname(word))

    def _sounds_like(self, word: Token, part: Token) -> bool:
        if any(shortens(other.name, one.name) for one in part.names for other in word.names):
            return True
        match = compare_words([word], [part])
        if match is not None and match.values["worst"] <= self.limits["carried_cost"]:
            return True
        return word.key == without_servant(part.key)


def _is_surname(word: Token) -> bool:
    """Whether a word that is a title elsewhere weighs as much as a name: Mujahid."""
    return common_word(word.key).kind == "title" and word.weight >= _SURNAME and not is_honorific(word.key)


def _spellings(parts: tuple[Token, ...], full: str) -> set[str]:
    """The words of a full name, as listed and as the text has them."""
    return {*(part.key for part in parts), *name_key(full).split()}
