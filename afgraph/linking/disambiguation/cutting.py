"""A run of words cut into the names that explain all of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from afgraph.linking.detection.asides import is_cited, means_family
from afgraph.linking.detection.institutions import named_for, names_institution
from afgraph.linking.detection.pieces import Piece, Run, explained, without_weak_ends
from afgraph.linking.detection.runs import RunFinder
from afgraph.linking.detection.spans import Span
from afgraph.linking.disambiguation.found import Found, explained_by, explains, is_person, is_place, lacks_its_head
from afgraph.linking.disambiguation.reading import Reader
from afgraph.linking.disambiguation.shorts import Shorts
from afgraph.matching.words.lexicon import given_names
from afgraph.text import name_key, script_of

_MOST_PIECES = 5  # of a run that are read as one name
_MOST_LISTED = 3
_FEWEST_PIECES = 2  # of a stranger's name
_CASED = ("uzb", "tgk")


class Cutter:
    """Cuts the runs of one text."""

    def __init__(self, reader: Reader, runs: RunFinder, shorts: Shorts) -> None:
        self.reader = reader
        self.finder = reader.finder
        self.text = reader.finder.text
        self.runs = runs
        self.shorts = shorts
        self._barren: set[tuple[str, bool, bool]] = set()  # runs that cannot be cut into names, as they are written

    def joined(self, runs: Sequence[Run], found: list[Found]) -> Iterator[Run]:
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

    def _with_next(self, run: Run, other: Run) -> Found | None:
        """Two runs with an "of" between them as one unlisted name that somebody listed bears."""
        if not self.runs.joined_by_of(run.last, other.first) or all(each.span is not None for each in run.pieces):
            return None
        similar = self.reader.similar(run.first, other.last, self.reader.limits["similar_run"])
        return Found(*similar, "similar") if similar is not None and explains(similar[1]) else None

    def read(self, run: Run, *, shorts: bool) -> list[Found]:
        """The names of a run, if they explain all of it; `shorts` where the text's full names are known."""
        span = self._only(run)
        if span is not None:
            return [self._by_itself(span)]
        if len(run.pieces) == 1 and run.lead < 0:
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
        longer = self._something_else(span, self.finder.surface(run.first, run.last))
        return replace(span, person=run.person, longer=longer)

    def _by_itself(self, span: Span) -> Found:
        return Found(span, self.reader.read(span), "listed")

    def _single(self, run: Run) -> list[Found]:
        """One unlisted word with a person's title."""
        piece = run.pieces[0]
        found = self.shorts.short(piece)
        if found is None and run.person:
            found = self._titled(piece) or self.shorts.similar_word(piece, person=True)
        return [] if found is None else [found]

    def _titled(self, piece: Piece) -> Found | None:
        """A title with the word behind it, in a script without capitals with two."""
        if piece.first == 0:
            return None
        most = 1 if self.runs.has_capitals(piece.first) else 2
        for last in range(piece.first + most, piece.first, -1):
            if last > len(self.finder.words) or not all(
                self.finder.joins(at) for at in range(piece.first - 1, last - 1)
            ):
                continue
            read = self.reader.similar(piece.first - 1, last, self.reader.limits["similar_run"], person=True)
            if read is not None and explains(read[1]):
                return Found(replace(read[0], start=self.finder.words[piece.first].start), read[1], "similar")
        return None

    def _best_parts(self, run: Run, *, shorts: bool) -> list[Found] | None:
        """The cheapest way to cut a run into names that explain all of it."""
        written = self.finder.surface(run.first, run.last), run.person, shorts
        if written in self._barren:
            return None
        found = self._parts(run, shorts=shorts)
        if found is None:
            self._barren.add(written)
        return found

    def _parts(self, run: Run, *, shorts: bool) -> list[Found] | None:
        pieces = run.pieces
        best: list[tuple[float, list[Found]] | None] = [(0.0, [])] + [None] * len(pieces)
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

    def _part(self, run: Run, begin: int, end: int, *, shorts: bool) -> tuple[float, list[Found]] | None:
        """What some pieces of a run are as one name, or as no name, and what that costs."""
        pieces = run.pieces[begin:end]
        if len(pieces) == 1:
            titled = self._with_titles(run) if begin == 0 else None
            return titled or self._one_piece(run, pieces[0], shorts=shorts)
        if pieces[0].span is not None and all(each.span is not None for each in pieces) and len(pieces) > _MOST_LISTED:
            return None
        first = run.lead if begin == 0 and run.lead >= 0 else pieces[0].first
        for start in dict.fromkeys((first, pieces[0].first)):
            similar = self.reader.similar(start, pieces[-1].last, self.reader.limits["similar_run"], person=run.person)
            if similar is not None and explains(similar[1]):
                return 1.2 - similar[1].score, [Found(*similar, "similar")]
        return None

    def _with_titles(self, run: Run) -> tuple[float, list[Found]] | None:
        """The first word of a run with the titles before it: some are known by these only."""
        piece = run.pieces[0]
        if run.lead < 0 or piece.span is not None:
            return None
        similar = self.reader.similar(run.lead, piece.last, self.reader.limits["similar_run"], person=run.person)
        if similar is None or not explains(similar[1]):
            return None
        span = replace(similar[0], start=self.finder.words[piece.first].start)
        return 1.2 - similar[1].score, [Found(span, similar[1], "similar")]

    def _one_piece(self, run: Run, piece: Piece, *, shorts: bool) -> tuple[float, list[Found]] | None:
        if piece.span is not None:
            longer = self._something_else(piece.span)
            span = replace(piece.span, person=run.person and piece.first == run.first, longer=longer)
            return 0.4 if span.words == 1 else 0.1, [self._by_itself(span)]
        short = self.shorts.short(piece) if shorts else None
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

    def place_before_stranger(self, run: Run) -> Found | None:
        """The place in a case with which a run begins, where a stranger's name of several words follows."""
        span, rest = run.pieces[0].span, run.pieces[1:]
        if span is None or not span.inflected or len(rest) < _FEWEST_PIECES or any(each.span for each in rest):
            return None
        found = self._by_itself(replace(span, longer=self._something_else(span)))
        return found if is_place(found.resolution) else None

    def _may_be_person(self, span: Span) -> bool:
        listed = self.finder.names.listed(name_key(span.text))
        return listed is not None and any(entry.entity in self.reader.persons for entry in listed.entries)

    def _something_else(self, span: Span, longer: str = "") -> str:
        """The name of which a span is a part only, or the span itself where it is not meant as a name; else nothing."""
        if span.longer:
            return span.longer
        if names_institution(self.finder, span.first, span.last):
            return longer or self.finder.surface(span.first, span.last)
        person = self._may_be_person(span)
        if person and named_for(self.finder, span.first):
            return longer or self.finder.surface(span.first, span.last)
        aside = is_cited(self.finder, span) or (person and means_family(self.finder, span))
        return self.finder.surface(span.first, span.last) if aside else ""

    def _fit(self, before: Sequence[Found], part: Sequence[Found]) -> bool:
        return not before or not part or self._apart(before[-1], part[0])

    def _unsure(self, run: Run) -> Found | None:
        """A whole run that somebody listed is likely meant by, though not by itself clear who."""
        for pieces in dict.fromkeys((run.pieces, without_weak_ends(run.pieces))):
            if not pieces or pieces[-1].last - pieces[0].first < 2:
                continue
            span = self.reader.unlisted(pieces[0].first, pieces[-1].last, person=run.person)
            resolution = self.reader.read(span)
            known = sum(each.score for each in resolution.candidates if explained_by(each) and not lacks_its_head(each))
            if known >= self.reader.limits["similar_mass"]:
                return Found(span, resolution, "similar")
        return None

    def _apart(self, one: Found, other: Found) -> bool:
        """Whether two names side by side are two: not a person's name and what it goes on with."""
        if not self.finder.joins(other.span.first - 1) or one.span.last < other.span.first:
            return True
        person = is_person(one.resolution)
        if not person or one.span.inflected:
            return True
        surface = self.text[other.span.start : other.span.end]
        if script_of(surface) == "Arab" or other.span.inflected:
            return not given_names(surface)
        return False
