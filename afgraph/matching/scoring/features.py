"""What two names have for and against their being one: the features of a comparison, in one declared list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from jellyfish import damerau_levenshtein_distance, levenshtein_distance

from afgraph.matching.scoring.align import Alignment, Pair, Weight, plain_weight
from afgraph.matching.words.cost import costs_of
from afgraph.matching.words.sounds import alphabet, final_vowels
from afgraph.matching.words.tokens import Sound, Token

MOST_MATCHED = 3.0
ENOUGH = 1.5
ONE_WORD = 1.05  # weight of pairs
NEARLY = 0.25  # share of letters that differ, from which nothing speaks for a slip of the pen
LAPSE = 0.4  # cost of one plain slip
BRIEF = 4
LONG = 4  # sounds more than brief
MIDDLE = 1.4  # a word in the middle tells more than its weight
COMMON = 0.6  # weight below which a given name alone tells little
TELLING = 0.35  # weight of a pair that holds the middle of a name


@dataclass(frozen=True, slots=True)
class Paired:
    """Two names and how their words pair: what the features look at.

    `known` are the places of words of the first that other names of the second's bearer have.
    """

    left: Sequence[Token]
    right: Sequence[Token]
    alignment: Alignment
    weigh: Weight = plain_weight
    known: frozenset[int] = frozenset()


Feature = Callable[[Paired], float]


def worst(names: Paired) -> float:
    """The unlikest pair: a given name replaced tells brothers apart."""
    return max((pair.cost * min(1.0, 2 * pair.weight) for pair in names.alignment.pairs), default=0.0)


def mean(names: Paired) -> float:
    """How unlike the pairs are on the whole."""
    total = sum(pair.weight for pair in names.alignment.pairs)
    return sum(pair.cost * pair.weight for pair in names.alignment.pairs) / total if total else 0.0


def far(names: Paired) -> float:
    """How much the unlikest pair passes what one slip costs."""
    return max(0.0, worst(names) - 0.3)


def slip(names: Paired) -> float:
    """What the unlikest pair costs, however long its words are."""
    return max((min(1.5, pair.plain) * min(1.0, 2 * pair.weight) for pair in names.alignment.pairs), default=0.0)


def head(names: Paired) -> float:
    """Whether the words of a pair begin with different consonants."""
    return max((_head(names, pair) * min(1.0, 2 * pair.weight) for pair in names.alignment.pairs), default=0.0)


def ending(names: Paired) -> float:
    """Whether one word of a pair has a vowel at its end that the other lacks: Farid and Farida, Murad and Muradi."""
    return max((_ending(names, pair) * min(1.0, 2 * pair.weight) for pair in names.alignment.pairs), default=0.0)


def replaced(names: Paired) -> float:
    """Words left over on both sides: something else stands in their place."""
    return min(_over(names))


def share(names: Paired) -> float:
    """How much of the name the replaced words are."""
    other = replaced(names)
    total = other + sum(pair.weight for pair in names.alignment.pairs)
    return other / total if total else 1.0


def left_out(names: Paired) -> float:
    """Words that only one side has."""
    left, right = _over(names)
    return abs(left - right)


def inside(names: Paired) -> float:
    """Words that only one side has, in the middle of the name: one more given name is another person."""
    return sum(min(1.0, MIDDLE * names.weigh(words[place])) for words, place in _inside(names))


def second(names: Paired) -> float:
    """Words that only one side has behind a common first name: Ahmad Shah is another than Ahmad."""
    return sum(
        min(1.0, MIDDLE * names.weigh(words[place]))
        for words, place in _inside(names)
        if words[place - 1].weight < COMMON
    )


def complete(names: Paired) -> float:
    """Whether every word has its partner."""
    return float(not names.alignment.left_over and not names.alignment.right_over)


def elsewhere(names: Paired) -> float:
    """Words left over that another name of the same bearer has."""
    return sum(names.weigh(names.left[place]) for place in names.alignment.left_over if place in names.known)


def opening(names: Paired) -> float:
    """Whether the first telling words of the names are not a pair: a father's name stands behind his son's."""
    left, right = (_tells(names, words, range(len(words))) for words in (names.left, names.right))
    return float(not any(left in pair.left and right in pair.right for pair in names.alignment.pairs))


def closing(names: Paired) -> float:
    """Whether the last telling words of the names are not a pair: the family's name stands there."""
    left, right = (_tells(names, words, reversed(range(len(words)))) for words in (names.left, names.right))
    return float(not any(left in pair.left and right in pair.right for pair in names.alignment.pairs))


def begot(names: Paired) -> float:
    """Whether the words before and behind "son of" have changed places."""
    left, right = (
        next((at for at, word in enumerate(words) if "bin" in word.meanings), None)
        for words in (names.left, names.right)
    )
    if left is None or right is None:
        return 0.0
    sides = {(pair.left[0] < left, pair.right[0] < right) for pair in names.alignment.pairs if pair.weight >= TELLING}
    return float((True, False) in sides and (False, True) in sides)


def kunya(names: Paired) -> float:
    """Pairs of which one stands behind Abu: the father of Hamza is not Hamza."""
    return sum(
        pair.weight
        for pair in names.alignment.pairs
        if _behind_abu(names.left, pair.left[0]) != _behind_abu(names.right, pair.right[0])
    )


def turned(names: Paired) -> float:
    """Whether the order of words differs."""
    places = [pair.right[0] for pair in names.alignment.pairs]
    return float(places != sorted(places))


def bare(names: Paired) -> float:
    """A vowel at the end that one side lacks, where nothing but that word tells: Sharif and Sharifa."""
    return ending(names) if _alone(names) else 0.0


def lapse(names: Paired) -> float:
    """Whether a word is more than a way of spelling apart, where nothing but that word tells."""
    return min(1.0, slip(names) / LAPSE) if _alone(names) else 0.0


def apart(names: Paired) -> float:
    """Pairs of listed spellings of different given names."""
    return sum(pair.weight for pair in names.alignment.pairs if _known(names, pair) == "apart")


def together(names: Paired) -> float:
    """Whether all pairs are listed spellings of one given name."""
    known = [_known(names, pair) for pair in names.alignment.pairs]
    return float(bool(known) and all(each == "together" for each in known))


def surface(names: Paired) -> float:
    """How differently the pairs of one script are written."""
    return _surface(names, latin=True)


def letters(names: Paired) -> float:
    """How differently the pairs are written where both are in one script other than Latin: its letters are evidence."""
    return _surface(names, latin=False)


def nearly(names: Paired) -> float:
    """How near the names are to being written alike, letter for letter: 1 for the same, 0 for more than slips."""
    pairs = names.alignment.pairs
    total = sum(pair.weight for pair in pairs)
    apart = sum(_written(names, pair) * pair.weight for pair in pairs)
    return max(0.0, 1.0 - apart / total / NEARLY) if total else 0.0


def heard(names: Paired) -> float:
    """How differently the pairs of two scripts sound, every difference alike, where both have their vowels."""
    total = sum(_heard(names, pair) * pair.weight for pair in names.alignment.pairs)
    weight = sum(pair.weight for pair in names.alignment.pairs)
    return total / weight if weight else 0.0


def matched(names: Paired) -> float:
    """How much the paired words say."""
    return min(MOST_MATCHED, sum(pair.weight for pair in names.alignment.pairs))


def plenty(names: Paired) -> float:
    """What the paired words say beyond what is enough."""
    return max(0.0, matched(names) - ENOUGH)


def lone(names: Paired) -> float:
    """Whether one of the names is a single word, and the other holds more than it."""
    return float((len(names.left) == 1) != (len(names.right) == 1) and not complete(names))


def single(names: Paired) -> float:
    """Whether both names are single words."""
    return float(len(names.left) == 1 == len(names.right))


def brief(names: Paired) -> float:
    """Whether the paired words are short, four sounds or less."""
    pairs = names.alignment.pairs
    return float(bool(pairs) and max(min(_length(names, pair)) for pair in pairs) <= BRIEF)


def long(names: Paired) -> float:
    """How long the longest of the paired words is: chance makes few long words alike; 0 to 1."""
    longest = max((min(_length(names, pair)) for pair in names.alignment.pairs), default=0)
    return min(1.0, max(0, longest - BRIEF) / LONG)


def mixed(names: Paired) -> float:
    """Whether the names are single words written in two scripts."""
    return single(names) * float(names.left[0].script != names.right[0].script)


def unvocalised(names: Paired) -> float:
    """Whether the names are single words, and one is written without its vowels."""
    return single(names) * float(names.left[0].abjad or names.right[0].abjad)


FEATURES: tuple[Feature, ...] = (
    worst, far, slip, head, ending, mean, replaced, share, left_out, inside, second, complete, elsewhere, opening,
    closing, begot, kunya, turned, bare, lapse, apart, together, surface, letters, heard, matched, plenty, lone, single,
    brief, long, mixed, unvocalised, nearly,
)  # fmt: skip


def features(names: Paired) -> dict[str, float]:
    """The value of each feature by its name."""
    return {feature.__name__: feature(names) for feature in FEATURES}


def _alone(names: Paired) -> bool:
    """Whether one word's worth is paired, no more."""
    return matched(names) <= ONE_WORD


def _length(names: Paired, pair: Pair) -> tuple[int, int]:
    """The sounds of the words of a pair, on either side; a compound's tail is one."""
    return (
        sum(names.left[place].length for place in pair.left),
        sum(names.right[place].length for place in pair.right),
    )


def _over(names: Paired) -> tuple[float, float]:
    """The weight of the words left over, on either side."""
    alignment = names.alignment
    return _weight(names, names.left, alignment.left_over), _weight(names, names.right, alignment.right_over)


def _weight(names: Paired, words: Sequence[Token], places: Iterable[int]) -> float:
    return sum(names.weigh(words[place]) for place in places)


def _tells(names: Paired, words: Sequence[Token], order: Iterable[int]) -> int:
    """The place of the first word, in some order, that tells who is named; the first of all where none does."""
    return next((place for place in order if names.weigh(words[place]) >= TELLING), 0)


def _behind_abu(words: Sequence[Token], place: int) -> bool:
    return place > 0 and "abu" in words[place - 1].meanings


def _inside(names: Paired) -> Iterator[tuple[Sequence[Token], int]]:
    """The words that only one side has, in the middle of its name, by their places."""
    pairs = [pair for pair in names.alignment.pairs if pair.weight >= TELLING]
    for place in _between([place for pair in pairs for place in pair.left], names.alignment.left_over):
        yield names.left, place
    for place in _between([place for pair in pairs for place in pair.right], names.alignment.right_over):
        yield names.right, place


def _between(paired: Sequence[int], over: Iterable[int]) -> list[int]:
    return [place for place in over if paired and min(paired) < place < max(paired)]


def _known(names: Paired, pair: Pair) -> str:
    """Whether both words of a pair are listed spellings of one name, of different names, or not both listed."""
    if len(pair.left) > 1 or len(pair.right) > 1:
        return ""
    one, other = names.left[pair.left[0]], names.right[pair.right[0]]
    if one.key == other.key and one.script == other.script:
        return "together"
    if not one.names or not other.names:
        return ""
    return "together" if one.names & other.names else "apart"


def _head(names: Paired, pair: Pair) -> float:
    one, other = names.left[pair.left[0]], names.right[pair.right[0]]
    if one.meanings & other.meanings or one.key == other.key:
        return 0.0
    heads = (costs_of(*pair).sub[pair[0].codes[0]][pair[1].codes[0]] for pair in product(one.sounds, other.sounds))
    return min(1.0, min(heads, default=0.0))


def _ending(names: Paired, pair: Pair) -> float:
    one, other = names.left[pair.left[-1]], names.right[pair.right[-1]]
    if one.meanings & other.meanings or one.key == other.key or not one.sounds or not other.sounds:
        return 0.0
    ends = {
        (left.codes[-1] in final_vowels(), right.codes[-1] in final_vowels()) for left, right in _readings(one, other)
    }
    return float(all(left != right for left, right in ends))


def _readings(one: Token, other: Token) -> Iterator[tuple[Sound, Sound]]:
    """The pairs of readings, but for those that end in a heh, which may be heard or not."""
    for pair in product(one.sounds, other.sounds):
        if not any(each.codes[-1] == alphabet()["H"] for each in pair):
            yield pair


def _heard(names: Paired, pair: Pair) -> float:
    """The share of sounds that differ in the likeliest readings of two words."""
    one, other = names.left[pair.left[0]], names.right[pair.right[0]]
    if one.script == other.script or one.abjad or other.abjad or len(pair.left) + len(pair.right) > 2:
        return 0.0
    shares = (
        levenshtein_distance(left, right) / max(len(left), len(right), 1)
        for left, right in product(one.spoken, other.spoken)
    )
    return min(shares, default=0.0)


def _surface(names: Paired, *, latin: bool) -> float:
    """How differently the pairs of single words in one script are written: in Latin script, or in any other."""
    total = weight = 0.0
    for pair in names.alignment.pairs:
        one, other = names.left[pair.left[0]], names.right[pair.right[0]]
        here = (one.script == "Latn") == latin
        weight += pair.weight
        if here and one.script == other.script and len(pair.left) == len(pair.right) == 1:
            total += pair.weight * _written(names, pair)
    return total / weight if weight else 0.0


def _written(names: Paired, pair: Pair) -> float:
    """The share of letters that differ; all of them where the words are in two scripts or two stand against one."""
    one, other = names.left[pair.left[0]], names.right[pair.right[0]]
    if one.script != other.script or len(pair.left) + len(pair.right) > 2:
        return 1.0
    return damerau_levenshtein_distance(one.key, other.key) / max(len(one.key), len(other.key), 1)
