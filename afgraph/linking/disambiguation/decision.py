"""One decision for all names of a text: full names first, then with them the short ones, back and forth."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from afgraph.linking.detection.pieces import Run, without_weak_ends
from afgraph.linking.detection.runs import RunFinder
from afgraph.linking.disambiguation.cutting import Cutter
from afgraph.linking.disambiguation.found import Found, is_place
from afgraph.linking.disambiguation.reading import Reader
from afgraph.linking.disambiguation.shorts import Shorts
from afgraph.linking.mention import Mention
from afgraph.linking.words.beside import without_servant
from afgraph.linking.words.kinds import end_with_kind
from afgraph.text import name_key

_ROUNDS = 2


class Decision:
    """Reads one text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.finder = reader.finder
        self.text = reader.finder.text
        self.runs = RunFinder(reader.finder)
        self.shorts = Shorts(reader, self.runs)
        self.named = self.shorts.named
        self.cutter = Cutter(reader, self.runs, self.shorts)

    def mentions(self) -> Iterator[Mention]:
        """The mentions in order."""
        waiting: list[Run] = []
        found: list[Found] = []
        for run in self.cutter.joined(list(self.runs.runs()), found):
            names = self.cutter.read(run, shorts=False)
            found += names
            if not names:
                waiting.append(run)
        self._note(found)
        for run in waiting:
            found += self.cutter.read(run, shorts=True) or self._stranger(run)
        self._note(found)
        found += self.shorts.unlisted(found)
        for _ in range(_ROUNDS):
            self._note(found)
            again = [self._again(each) for each in found]
            if again == found:
                break
            found = again
        yield from (self._mention(each) for each in sorted(found, key=lambda each: each.span.start))

    def _stranger(self, run: Run) -> list[Found]:
        """A run of several words as one name that no list holds; the nearest is what it holds a part of."""
        if len(run.pieces) == 1:
            return []
        place = self.cutter.place_before_stranger(run)
        if place is not None:
            return [place, *self._stranger(Run(run.pieces[1:], run.person))]
        core = without_weak_ends(run.pieces)
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
            return [Found(whole, resolution, "similar")]
        longer = replace(part, longer=self.finder.surface(first, last))
        span = replace(whole, text=part.text, longer=longer.longer)
        return [Found(span, self.reader.read(longer), "similar")]

    def _note(self, found: Sequence[Found]) -> None:
        """Remember whom the text names, in full and by each spelling."""
        self.named.forget_places()
        for each in sorted(found, key=lambda each: each.span.start):
            if each.resolution.id is not None:
                full = each.how != "carried" and _is_full(each)
                self.named.add(each.span, each.resolution, when=self.reader.context_of(each.span).date, full=full)

    def _again(self, each: Found) -> Found:
        """A name read with all that the text names; one that was clear by itself stays."""
        clear = each.resolution.outcome == "match" and (each.how == "similar" or each.span.words > 1)
        if clear and each.how != "carried":
            return each
        if each.how == "similar" and (each.span.longer or not self.named.carried(each.span)):
            return each
        return replace(each, resolution=self.shorts.carried(each.span))

    def _mention(self, each: Found) -> Mention:
        """The mention, for a place with the word for its kind behind it: "Parwan" of "Parwan province"."""
        start, end = each.span.start, each.span.end
        if each.resolution.id is not None and is_place(each.resolution):
            end = end_with_kind(self.text, end)
        return Mention(start=start, end=end, text=self.text[start:end], resolution=each.resolution, how=each.how)


def _is_full(found: Found) -> bool:
    """Whether a name is of several words, or of several written as one: Abdulraziq."""
    return found.span.words > 1 or without_servant(name_key(found.span.text)) is not None
