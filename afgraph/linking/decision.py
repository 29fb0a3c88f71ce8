"""One decision for all names of a text: full names first, then with them the short ones, back and forth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from afgraph.linking.beside import is_generic
from afgraph.linking.carrying import Named
from afgraph.linking.kinds import end_with_kind
from afgraph.linking.mention import How, Mention
from afgraph.linking.reading import Reader
from afgraph.linking.runs import Piece, Run, RunFinder, explained
from afgraph.linking.spans import Span
from afgraph.matching.lexicon import given_names
from afgraph.resolver import Resolution
from afgraph.text import script_of

_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class _Found:
    """A span with what it was found to mean, by itself or with the rest of the text."""

    span: Span
    resolution: Resolution
    how: How


class Decision:
    """Reads one text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.finder = reader.finder
        self.text = reader.finder.text
        self.runs = RunFinder(reader.finder)
        self.named = Named(reader.finder, reader.limits)

    def mentions(self) -> Iterator[Mention]:
        """The mentions in order."""
        waiting: list[Run] = []
        found: list[_Found] = []
        for run in self.runs.runs():
            full = self._full(run)
            found += full
            if not full:
                waiting.append(run)
        self._note(found)
        found += [each for run in waiting for each in self._rest(run)]
        found += self._unlisted_shorts(found)
        for _ in range(_ROUNDS):
            self._note(found)
            found = [self._again(each) for each in found]
        yield from (self._mention(each) for each in sorted(found, key=lambda each: each.span.start))

    # Full names, each by itself.

    def _full(self, run: Run) -> list[_Found]:
        """What a run means if it is clear by itself: one listed name of several words, or all of it like one."""
        span = self._only(run)
        if span is not None:
            return [self._by_itself(span)] if span.words > 1 else []
        if run.last - run.first < 2:
            return []
        whole = self._whole(run)
        return [] if whole is None else [_Found(*whole, "similar")]

    def _only(self, run: Run) -> Span | None:
        """The one listed name of a run in which nothing else counts."""
        spans = [piece.span for piece in run.pieces if piece.span is not None]
        if len(spans) != 1 or not all(explained(piece, self.finder.words) for piece in run.pieces):
            return None
        longer = self.finder.surface(run.first, run.last) if self._is_other(run, spans[0]) else ""
        return replace(spans[0], person=run.person, longer=longer)

    def _is_other(self, run: Run, span: Span) -> bool:
        return self.runs.institution(span.first, span.last)

    def _whole(self, run: Run) -> tuple[Span, Resolution] | None:
        """A run of several words as one unlisted name."""
        least = self.reader.limits["similar_run"]
        core = _without_weak_ends(run.pieces)
        tried = [run.pieces, core] if core and len(core) < len(run.pieces) else [run.pieces]
        for pieces in tried:
            first, last = pieces[0].first, pieces[-1].last
            whole = self.reader.similar(first, last, least, person=run.person) if last - first > 1 else None
            if whole is not None:
                return whole
        return None

    def _by_itself(self, span: Span) -> _Found:
        return _Found(span, self.reader.read(span), "listed")

    # What is left, with the full names known.

    def _rest(self, run: Run) -> list[_Found]:
        """The names of a run that is not one: of several, or of a stranger."""
        span = self._only(run)
        if span is not None:
            return [self._by_itself(span)]
        if run.last - run.first == 1:
            return []
        parts = self._parts(run)
        if parts is not None:
            return parts
        return [self._stranger(run)]

    def _parts(self, run: Run) -> list[_Found] | None:
        """The names that a run holds one after the other, if they explain all of it."""
        found: list[_Found] = []
        for piece in run.pieces:
            if piece.span is not None:
                part: _Found | None = self._by_itself(replace(piece.span, person=run.person))
            elif piece.weak or is_generic(self.finder.words[piece.first].key):
                continue
            else:
                part = self._short(piece)
            if part is None or (found and not self._apart(found[-1], part)):
                return None
            found.append(part)
        return found or None

    def _apart(self, one: _Found, other: _Found) -> bool:
        """Whether two names side by side are two: not a person's name and what it goes on with."""
        if not self.finder.joins(other.span.first - 1) or one.span.last < other.span.first:
            return True
        person = _is_person(one.resolution)
        if not person or one.span.inflected:
            return True
        surface = self.text[other.span.start : other.span.end]
        if script_of(surface) == "Arab" or other.span.inflected:
            return not given_names(surface)
        return False

    def _stranger(self, run: Run) -> _Found:
        """A run as one name that no list holds; the nearest is what it holds a part of."""
        core = _without_weak_ends(run.pieces) or run.pieces
        first, last = core[0].first, core[-1].last
        whole = self.reader.unlisted(first, last, person=run.person)
        self.named.add_stranger(whole)
        part = next((piece.span for piece in core if piece.span is not None), None)
        if part is None:
            return _Found(whole, self.reader.read(whole), "similar")
        longer = replace(part, longer=self.finder.surface(first, last))
        span = replace(whole, text=part.text, longer=longer.longer)
        return _Found(span, self.reader.read(longer), "similar")

    def _unlisted_shorts(self, found: Sequence[_Found]) -> list[_Found]:
        """Single words that no list holds, and that are short for a name of the text or much like a listed one."""
        taken = {at for each in found for at in range(each.span.first, each.span.last)}
        shorts = []
        for at in range(len(self.finder.words)):
            piece = self.runs.single(at)
            if at not in taken and piece is not None:
                short = self._short(piece) or self._similar_word(piece)
                if short is not None:
                    shorts.append(short)
        return shorts

    def _short(self, piece: Piece) -> _Found | None:
        """A word that is short for somebody named in full."""
        span = self.named.short(piece.first, self.reader.unlisted(piece.first, piece.last))
        if span is None:
            return None
        return _Found(span, self._carried(span), "carried")

    def _similar_word(self, piece: Piece) -> _Found | None:
        """One unlisted word: only clearly like a listed name of one word, and not where a sentence starts."""
        word = self.finder.words[piece.first]
        limits = self.reader.limits
        if not self.runs.capital(piece.first) or word.end - word.start < limits["similar_letters"]:
            return None
        if self.finder.opens_sentence(word.start):
            return None
        read = self.reader.similar(piece.first, piece.last, limits["similar_word"])
        if read is None or " " in read[1].candidates[0].hit.entry.key:
            return None
        return _Found(*read, "similar")

    # All of them together.

    def _note(self, found: Sequence[_Found]) -> None:
        """Remember whom the text names, in full and by each spelling."""
        for each in sorted(found, key=lambda each: each.span.start):
            if each.resolution.id is not None:
                self.named.add(each.span, each.resolution, full=each.span.words > 1 and each.how != "carried")

    def _again(self, each: _Found) -> _Found:
        """A name read with all that the text names; one that was clear by itself stays."""
        if each.how == "similar" or (
            each.span.words > 1 and each.resolution.outcome == "match" and each.how == "listed"
        ):
            return each
        return replace(each, resolution=self._carried(each.span))

    def _carried(self, span: Span) -> Resolution:
        """Whom a short form means."""
        carried = self.named.carried(span)
        near = self.named.ids - {entity for entity, _ in carried}
        if span.shy and not carried and not span.person:
            span = replace(span, longer=span.longer or span.text)
        if self.named.is_strangers(span):
            span = replace(span, longer=self.named.stranger(span))
        return self.reader.read(
            span,
            carried=carried,
            near=frozenset(near),
            recent=self.named.recent(span, carried),
            same=self.named.same(span),
        )

    def _mention(self, each: _Found) -> Mention:
        """The mention, for a place with the word for its kind behind it: "Parwan" of "Parwan province"."""
        start, end = each.span.start, each.span.end
        if each.resolution.id is not None and _is_place(each.resolution):
            end = end_with_kind(self.text, end)
        return Mention(start=start, end=end, text=self.text[start:end], resolution=each.resolution, how=each.how)


def _without_weak_ends(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without those at either end whose capital says little."""
    kept = list(pieces)
    while kept and kept[0].span is None and kept[0].weak:
        kept.pop(0)
    while kept and kept[-1].span is None and kept[-1].weak:
        kept.pop()
    return tuple(kept)


def _is_person(resolution: Resolution) -> bool:
    schemas = {each.entity.schema for each in resolution.candidates[:1]}
    return bool(schemas & {"Person", "person", ""})


def _is_place(resolution: Resolution) -> bool:
    return resolution.entity is not None and resolution.entity.id.startswith("plc:")
