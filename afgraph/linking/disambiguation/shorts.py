"""Words that are short for somebody the text names in full, and single words much like a listed name."""

from collections.abc import Sequence
from dataclasses import replace

from afgraph.linking.detection.pieces import Piece
from afgraph.linking.detection.runs import RunFinder
from afgraph.linking.detection.spans import Span
from afgraph.linking.disambiguation.carrying import Named
from afgraph.linking.disambiguation.found import Found, explains, is_place
from afgraph.linking.disambiguation.reading import Reader
from afgraph.linking.disambiguation.sounding import sounding_of
from afgraph.linking.words.beside import is_of_place
from afgraph.linking.words.common import is_common
from afgraph.resolver import Resolution


class Shorts:
    """Reads the short forms of one text."""

    def __init__(self, reader: Reader, runs: RunFinder) -> None:
        self.reader = reader
        self.finder = reader.finder
        self.runs = runs
        self.named = Named(reader.finder, reader.limits, reader.persons)

    def unlisted(self, found: Sequence[Found]) -> list[Found]:
        """Single words that no list holds, and that are short for a name of the text or much like a listed one."""
        taken = {at for each in found for at in range(each.span.first, each.span.last)}
        shorts = []
        for at in range(len(self.finder.words)):
            piece = self.runs.single(at)
            if at not in taken and piece is not None and piece.last - 1 not in taken:
                short = (
                    self._part_of_body(at)
                    or self.short(piece)
                    or self._similar_pair(at, taken)
                    or self.similar_word(piece)
                )
                if short is not None:
                    shorts.append(short)
                    taken.update(range(short.span.first, short.span.last))
        return shorts

    def _part_of_body(self, at: int) -> Found | None:
        """A short form of an organization that the text names in full."""
        part = self.named.part_of_body(at)
        if part is None:
            return None
        resolution = self.reader.read(part[0])
        return Found(part[0], resolution, "carried") if resolution.id == part[1] else None

    def _similar_pair(self, at: int, taken: set[int]) -> Found | None:
        """Two or three words in a script without capitals that sound like one listed name."""
        if self.finder.text[self.finder.words[at].start].isascii() or not self.finder.joins(at) or at + 1 in taken:
            return None
        if is_common(self.finder.words[at + 1].key):
            return None
        if not sounding_of(self.reader.resolver.index).go_together(
            *(self.finder.surface(each, each + 1) for each in (at, at + 1))
        ):
            return None
        read = self.reader.similar(at, at + 2, self.reader.limits["similar_pair"])
        if read is None or not explains(read[1]) or read[1].id not in self.reader.persons:
            return None
        return Found(*read, "similar")

    def short(self, piece: Piece) -> Found | None:
        """A word that is short for somebody named in full."""
        bare = self.reader.unlisted(piece.first, piece.last)
        exactly = piece.weak or not self.runs.capital(piece.first)
        span = self.named.short(piece.first, bare, exactly=exactly)
        if span is None:
            return None
        return Found(span, self.carried(span), "carried")

    def similar_word(self, piece: Piece, *, person: bool = False) -> Found | None:
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
        if self.named.is_strangers(read[0]):
            return None
        if is_place(read[1]) and is_of_place(word.key, read[1].candidates[0].hit.entry.key, self.finder.lang):
            return None
        return Found(*read, "similar")

    def carried(self, span: Span) -> Resolution:
        """Whom a short form means."""
        carried = self.named.carried(span)
        near = self.named.ids - {entity for entity, _ in carried}
        if span.shy and not carried and not span.person:
            span = replace(span, longer=span.longer or span.text)
        if self.named.is_strangers(span):
            span = replace(span, longer=self.named.stranger(span))
        if span.longer:
            return self.reader.read(span)
        behind = self.named.next_person(span)
        if behind is not None:  # somebody's father may be long dead
            return self.reader.read(span, near=frozenset({*near, behind}), kin=behind, date=None)
        return self.reader.read(
            span,
            carried=carried,
            near=frozenset(near),
            recent=self.named.recent(span, carried),
            same=self.named.same(span, self.reader.context_of(span).date),
            kin=self.named.last_person(span),
        )
