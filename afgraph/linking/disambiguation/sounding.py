"""Where words of a text sound like words of one listed name, in scripts that have no capitals to show a name."""

from collections import defaultdict
from functools import lru_cache

from afgraph.linking.words.once import once_per_index
from afgraph.matching import NameIndex
from afgraph.matching.words.tokens import tokens
from afgraph.romanization import skeletons

_SHORTEST = 2  # consonants of a word that tell


class Sounding:
    """The words of listed names of several words, by their consonants.

    >>> from afgraph.model import Name
    >>> index = NameIndex([("b", Name(form="Benazir Bhutto", lang="eng", script="Latn"))])
    >>> Sounding(index).go_together("بېنظیر", "بوټو"), Sounding(index).go_together("بېنظیر", "کابل")
    (True, False)
    """

    def __init__(self, index: NameIndex) -> None:
        self._names: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(index.entries):
            words = tokens(entry.form)
            if len(words) > 1:
                for word in words:
                    for skeleton in word.skeletons:
                        self._names[skeleton].add(number)

    def go_together(self, one: str, other: str) -> bool:
        """Whether some listed name has words that sound like both."""
        left, right = self._of(one), self._of(other)
        return bool(left) and bool(right) and not left.isdisjoint(right)

    def _of(self, word: str) -> frozenset[int]:
        return self._known(word)

    @lru_cache(maxsize=20_000)  # noqa: B019 - as long as the index
    def _known(self, word: str) -> frozenset[int]:
        named = [self._names.get(each, set()) for each in skeletons(word) if len(each) >= _SHORTEST]
        return frozenset().union(*named)


@once_per_index
def sounding_of(index: NameIndex) -> Sounding:
    """The sounding of an index, made once."""
    return Sounding(index)
