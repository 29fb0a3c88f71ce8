"""One decision for all names of a text: full names first, then with them the short ones, back and forth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from afgraph.linking.beside import is_generic, is_role, is_title
from afgraph.linking.carrying import Named
from afgraph.linking.kin import Kin
from afgraph.linking.kinds import end_with_kind
from afgraph.linking.mention import How, Mention
from afgraph.linking.reading import Reader
from afgraph.linking.runs import Piece, Run, RunFinder, explained
from afgraph.linking.sounding import sounding_of
from afgraph.linking.spans import Span
from afgraph.matching.lexicon import given_names
from afgraph.resolver import Candidate, Resolution
from afgraph.text import name_key, script_of

_ROUNDS = 2
_MOST_PIECES = 5  # of a run that are read as one name
_MOST_LISTED = 3
_CASED = ("uzb", "tgk")


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
        self.named = Named(reader.finder, reader.limits, reader.persons)
        self.kin = Kin(self.text)

    def mentions(self) -> Iterator[Mention]:
        """The mentions in order."""
        waiting: list[Run] = []
        found: list[_Found] = []
        for run in self._joined(list(self.runs.runs()), found):
            names = self._read(run, shorts=False)
            found += names
            if not names:
                waiting.append(run)
        self._note(found)
        for run in waiting:
            found += self._read(run, shorts=True) or self._stranger(run)
        found += self._unlisted_shorts(found)
        for _ in range(_ROUNDS):
            self._note(found)
            found = [self._again(each) for each in found]
        yield from (self._mention(each) for each in sorted(found, key=lambda each: each.span.start))

    # Each run by itself.

    def _joined(self, runs: Sequence[Run], found: list[_Found]) -> Iterator[Run]:
        """The runs but for those that an "of" makes one listed name of; these go to `found`."""
        taken = -1
        for at, run in enumerate(runs):
            if at == taken:
                continue
            joined = self._with_next(run, runs[at + 1]) if at + 1 < len(runs) else None
            if joined is None:
                yield run
            else:
                found.append(joined)
                taken = at + 1

    def _with_next(self, run: Run, other: Run) -> _Found | None:
        """Two runs with an "of" between them as one unlisted name that somebody listed bears."""
        if not self.runs.joined_by_of(run.last, other.first) or all(each.span is not None for each in run.pieces):
            return None
        similar = self.reader.similar(run.first, other.last, self.reader.limits["similar_run"])
        return _Found(*similar, "similar") if similar is not None and _explains(similar[1]) else None

    def _read(self, run: Run, *, shorts: bool) -> list[_Found]:
        """The names of a run, if they explain all of it; `shorts` where the text's full names are known."""
        span = self._only(run)
        if span is not None:
            return [self._by_itself(span)]
        if run.last - run.first == 1 and run.lead < 0:
            return self._single(run) if shorts else []
        best = self._best_parts(run, shorts=shorts)
        if best is not None:
            return best
        whole = self._unsure(run)
        return [] if whole is None else [whole]

    def _only(self, run: Run) -> Span | None:
        """The one listed name of a run in which nothing else counts."""
        spans = [piece.span for piece in run.pieces if piece.span is not None]
        if len(spans) != 1 or not all(explained(piece, self.finder.words) for piece in run.pieces):
            return None
        span = spans[0]
        longer = self.finder.surface(run.first, run.last) if self.runs.institution(span.first, span.last) else ""
        return replace(span, person=run.person, longer=longer)

    def _by_itself(self, span: Span) -> _Found:
        return _Found(span, self.reader.read(span), "listed")

    def _single(self, run: Run) -> list[_Found]:
        """One unlisted word with a person's title."""
        piece = run.pieces[0]
        found = self._short(piece)
        if found is None and run.person:
            found = self._titled(piece) or self._similar_word(piece, person=True)
        return [] if found is None else [found]

    def _titled(self, piece: Piece) -> _Found | None:
        """A title with the one or two words behind it, in a script without capitals."""
        if self.runs.has_capitals(piece.first) or piece.first == 0:
            return None
        for last in (piece.first + 2, piece.first + 1):
            if last > len(self.finder.words) or not all(
                self.finder.joins(at) for at in range(piece.first - 1, last - 1)
            ):
                continue
            read = self.reader.similar(piece.first - 1, last, self.reader.limits["similar_run"], person=True)
            if read is not None and _explains(read[1]):
                return _Found(replace(read[0], start=self.finder.words[piece.first].start), read[1], "similar")
        return None

    def _best_parts(self, run: Run, *, shorts: bool) -> list[_Found] | None:
        """The cheapest way to cut a run into names that explain all of it."""
        pieces = run.pieces
        best: list[tuple[float, list[_Found]] | None] = [(0.0, [])] + [None] * len(pieces)
        for end in range(1, len(pieces) + 1):
            for begin in range(max(0, end - _MOST_PIECES), end):
                before = best[begin]
                part = None if before is None else self._part(run, begin, end, shorts=shorts)
                if before is None or part is None or not self._fit(before[1], part[1]):
                    continue
                cost = before[0] + part[0]
                known = best[end]
                if known is None or cost < known[0]:
                    best[end] = (cost, [*before[1], *part[1]])
        found = best[-1]
        return found[1] if found is not None and found[1] else None

    def _part(self, run: Run, begin: int, end: int, *, shorts: bool) -> tuple[float, list[_Found]] | None:
        """What some pieces of a run are as one name, or as no name, and what that costs."""
        pieces = run.pieces[begin:end]
        if len(pieces) == 1:
            titled = self._with_titles(run) if begin == 0 else None
            return titled or self._one_piece(run, pieces[0], shorts=shorts)
        if pieces[0].span is not None and all(each.span is not None for each in pieces) and len(pieces) > _MOST_LISTED:
            return None
        first = run.lead if begin == 0 and run.lead >= 0 else pieces[0].first
        for start in dict.fromkeys((pieces[0].first, first)):
            similar = self.reader.similar(start, pieces[-1].last, self.reader.limits["similar_run"], person=run.person)
            if similar is not None and _explains(similar[1]):
                return 1.2 - similar[1].score, [_Found(*similar, "similar")]
        return None

    def _with_titles(self, run: Run) -> tuple[float, list[_Found]] | None:
        """The first word of a run with the titles before it: some are known by these only."""
        piece = run.pieces[0]
        if run.lead < 0 or piece.span is not None:
            return None
        similar = self.reader.similar(run.lead, piece.last, self.reader.limits["similar_run"], person=run.person)
        if similar is None or not _explains(similar[1]):
            return None
        span = replace(similar[0], start=self.finder.words[piece.first].start)
        return 1.2 - similar[1].score, [_Found(span, similar[1], "similar")]

    def _one_piece(self, run: Run, piece: Piece, *, shorts: bool) -> tuple[float, list[_Found]] | None:
        if piece.span is not None:
            longer = self._institution(piece.span)
            span = replace(piece.span, person=run.person and piece.first == run.first, longer=longer)
            return 0.4 if span.words == 1 else 0.1, [self._by_itself(span)]
        short = self._short(piece) if shorts else None
        if short is not None:
            return 0.5, [short]
        return (0.6, []) if self._says_nothing(run, piece) else None

    def _says_nothing(self, run: Run, piece: Piece) -> bool:
        """Whether a word of a run says nothing against the names beside it."""
        if explained(piece, self.finder.words) or self._has_case(piece):
            return True
        at = run.pieces.index(piece)
        before = run.pieces[at - 1].span if at else None
        after = run.pieces[at + 1].span if at + 1 < len(run.pieces) else None
        if before is not None and not self.runs.has_capitals(piece.first):
            return not self._may_be_person(before)
        opens = self.finder.opens_sentence(self.finder.words[piece.first].start)
        return opens and after is not None and after.words > 1

    def _has_case(self, piece: Piece) -> bool:
        """Whether a case ending parts a word from the name before it, in a language that marks every case."""
        forms = self.finder.forms(self.finder.words[piece.first])
        return self.finder.lang in _CASED and any(form.depth and len(form.taken) > 1 for form in forms)

    def _may_be_person(self, span: Span) -> bool:
        listed = self.finder.names.listed(name_key(span.text))
        return listed is not None and any(entry.entity in self.reader.persons for entry in listed.entries)

    def _institution(self, span: Span) -> str:
        return self.finder.surface(span.first, span.last) if self.runs.institution(span.first, span.last) else ""

    def _fit(self, before: Sequence[_Found], part: Sequence[_Found]) -> bool:
        return not before or not part or self._apart(before[-1], part[0])

    def _unsure(self, run: Run) -> _Found | None:
        """A whole run that somebody listed is likely meant by, though not by itself clear who."""
        for pieces in dict.fromkeys((run.pieces, _without_weak_ends(run.pieces))):
            if not pieces or pieces[-1].last - pieces[0].first < 2:
                continue
            span = self.reader.unlisted(pieces[0].first, pieces[-1].last, person=run.person)
            resolution = self.reader.read(span)
            known = sum(each.score for each in resolution.candidates if _explained_by(each))
            if known >= self.reader.limits["similar_mass"]:
                return _Found(span, resolution, "similar")
        return None

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

    def _stranger(self, run: Run) -> list[_Found]:
        """A run of several words as one name that no list holds; the nearest is what it holds a part of."""
        if run.last - run.first == 1:
            return []
        core = _without_weak_ends(run.pieces)
        if not core or core[-1].last - core[0].first == 1:
            core = run.pieces
        first, last = core[0].first, core[-1].last
        whole = self.reader.unlisted(first, last, person=run.person)
        self.named.add_stranger(whole)
        part = next((piece.span for piece in core if piece.span is not None), None)
        if part is None:
            resolution = self.reader.read(whole)
            if resolution.outcome == "match":
                resolution = self.reader.read(replace(whole, longer=self.finder.surface(run.first, run.last)))
            return [_Found(whole, resolution, "similar")]
        longer = replace(part, longer=self.finder.surface(first, last))
        span = replace(whole, text=part.text, longer=longer.longer)
        return [_Found(span, self.reader.read(longer), "similar")]

    def _unlisted_shorts(self, found: Sequence[_Found]) -> list[_Found]:
        """Single words that no list holds, and that are short for a name of the text or much like a listed one."""
        taken = {at for each in found for at in range(each.span.first, each.span.last)}
        shorts = []
        for at in range(len(self.finder.words)):
            piece = self.runs.single(at)
            if at not in taken and piece is not None:
                short = (
                    self._part_of_body(at)
                    or self._short(piece)
                    or self._similar_pair(at, taken)
                    or self._similar_word(piece)
                )
                if short is not None:
                    shorts.append(short)
                    taken.update(range(short.span.first, short.span.last))
        return shorts

    def _part_of_body(self, at: int) -> _Found | None:
        """A short form of an organization that the text names in full."""
        part = self.named.part_of_body(at)
        if part is None:
            return None
        resolution = self.reader.read(part[0])
        return _Found(part[0], resolution, "carried") if resolution.id == part[1] else None

    def _similar_pair(self, at: int, taken: set[int]) -> _Found | None:
        """Two or three words in a script without capitals that sound like one listed name."""
        if self.finder.text[self.finder.words[at].start].isascii() or not self.finder.joins(at) or at + 1 in taken:
            return None
        if not sounding_of(self.reader.resolver.index).go_together(
            *(self.finder.surface(each, each + 1) for each in (at, at + 1))
        ):
            return None
        read = self.reader.similar(at, at + 2, self.reader.limits["similar_pair"])
        if read is None or not _explains(read[1]) or read[1].id not in self.reader.persons:
            return None
        return _Found(*read, "similar")

    def _short(self, piece: Piece) -> _Found | None:
        """A word that is short for somebody named in full."""
        bare = self.reader.unlisted(piece.first, piece.last)
        exactly = piece.weak or not self.runs.capital(piece.first)
        span = self.named.short(piece.first, bare, exactly=exactly)
        if span is None:
            return None
        return _Found(span, self._carried(span), "carried")

    def _similar_word(self, piece: Piece, *, person: bool = False) -> _Found | None:
        """One unlisted word: only clearly like a listed name of one word, and not where a sentence starts."""
        word = self.finder.words[piece.first]
        limits = self.reader.limits
        plain = self.runs.capital(piece.first) and not piece.weak
        if not (plain or person) or word.end - word.start < limits["similar_letters"]:
            return None
        if self.finder.names.has(word.key):
            return None
        least = limits["similar_run" if person else "similar_word"]
        read = self.reader.similar(piece.first, piece.last, least, person=person)
        if read is None or (" " in read[1].candidates[0].hit.entry.key and not person):
            return None
        return _Found(*read, "similar")

    # All of them together.

    def _note(self, found: Sequence[_Found]) -> None:
        """Remember whom the text names, in full and by each spelling."""
        self.named.forget_places()
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
            kin=self.named.last_person(span, self.kin),
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


def _explains(resolution: Resolution) -> bool:
    """Whether the best candidate's name has a place for every word that says something."""
    return _explained_by(resolution.candidates[0])


def _explained_by(candidate: Candidate) -> bool:
    match = candidate.hit.match
    if match is None:
        return True
    over = (match.names.left[place].key for place in match.names.alignment.left_over)
    return all(is_title(key) or is_role(key) or is_generic(key) for key in over)


def _is_person(resolution: Resolution) -> bool:
    schemas = {each.entity.schema for each in resolution.candidates[:1]}
    return bool(schemas & {"Person", "person", ""})


def _is_place(resolution: Resolution) -> bool:
    return resolution.entity is not None and resolution.entity.id.startswith("plc:")
