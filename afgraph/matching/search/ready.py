# cython: boundscheck=False, wraparound=False, initializedcheck=False, annotation_typing=False
"""The words of queries made ready to be scored.

This module may be compiled: the types of its variables stand in `ready.pxd`, and the same source runs as it is.
"""

from collections.abc import Sequence

from afgraph.matching.scoring.profile import Links, Profile
from afgraph.matching.words.blanks import Blanks
from afgraph.matching.words.likes import Likes
from afgraph.matching.words.readings import ReadingRoom
from afgraph.matching.words.tokens import Token, keep
from afgraph.recent import Recent

_KEPT = 8_000  # listed words that are remembered
_PASSING = 12  # others, which hardly come again: what they are made of is used again instead
_ROOM = 24  # words whose readings lie side by side; one that is kept keeps all of them
_NO_LIKES = Likes(0)


class Ready:
    """Words of queries as they are scored, the last ones kept; the readings of those that are not listed side by side.

    Of those that are not listed only a handful are kept.

    `blanks` tells which listed words are written like one; `listed` is for each of these what the list says of it.
    """

    def __init__(self, blanks: Blanks, listed: Sequence[float]) -> None:
        self.blanks, self.listed = blanks, listed
        self.kept, self.passing = Recent[Token, Links](_KEPT), Recent[Token, Links](_PASSING)
        self.room = ReadingRoom(_ROOM)
        self.last: tuple[Sequence[Token], list[Links]] = (), []

    def links(self, query: Sequence[Token]) -> list[Links]:
        """The words of a query, of which it is not known yet what they are like."""
        last = self.last
        if last[0] is query:
            return last[1]
        found = [self.linked(word) for word in query]
        self.last = query, found
        return found

    def linked(self, word: Token) -> Links:
        """A word, of which it is not known yet what it is like."""
        found = self.kept.get(word)
        if found is None:
            found = self.passing.get(word)
        if found is None:
            found = self._made(word)
            if found.written:
                self.kept.put(word, found)
                keep(word)
            else:
                self.passing.put(word, found)
        return found

    def _made(self, word: Token) -> Links:
        """A word as it is scored; a listed one has readings of its own: it stays, and would keep a whole room."""
        written = self.blanks.keyed(word.key)
        if written:
            weight = min(word.weight, self.listed[written[0]])
            return Links(Profile(word, word.heard, 0), weight, _NO_LIKES, written)
        room = self.room
        number = room.add(word.ways)
        if number < 0:
            room = self.room = ReadingRoom(_ROOM)
            number = room.add(word.ways)
        return Links(Profile(word, room.readings, number), word.weight, _NO_LIKES, written)
