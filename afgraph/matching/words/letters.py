"""Two words letter by letter, across scripts: which letters were taken for which."""

from itertools import product

from afgraph.matching.words.cost import costs_of, sound_cost
from afgraph.matching.words.sounds import encoded
from afgraph.matching.words.steps import steps
from afgraph.matching.words.tokens import Sound, Token
from afgraph.romanization import Reading, spelled, spoken

_WORST = 9.0
NONE = "·"  # stands for no letter

Letters = tuple[tuple[str, str, float], ...]


def letters_of(one: Token, other: Token) -> Letters:
    """The letters of two words side by side with what each step costs; a `·` where one has none.

    >>> from afgraph.matching.words.tokens import token
    >>> [(left, right) for left, right, _ in letters_of(token("mesud"), token("مسعود"))]
    [('m', 'م'), ('e', '·'), ('s', 'س'), ('·', 'ع'), ('u', 'و'), ('d', 'د')]
    """
    best = min(
        product(_readings(one), _readings(other)),
        key=lambda pair: sound_cost((pair[0][1],), (pair[1][1],), _WORST),
        default=None,
    )
    if best is None:
        return ()
    (left_reading, left), (right_reading, right) = best
    left_letters, right_letters = _by_sound(one, left_reading), _by_sound(other, right_reading)
    if len(left_letters) != len(left.codes) or len(right_letters) != len(right.codes):
        return ((one.word, other.word, sound_cost((left,), (right,), _WORST)),)
    found, i, j = [], 0, 0
    for a, b, cost in steps(left.codes, right.codes, costs_of(left, right))[1]:
        found.append((left_letters[i] if a >= 0 else NONE, right_letters[j] if b >= 0 else NONE, round(cost, 2)))
        i, j = i + (a >= 0), j + (b >= 0)
    return tuple(each for each in found if each[:2] != ("", ""))


def _readings(word: Token) -> list[tuple[Reading, Sound]]:
    return [(each, Sound(encoded(each.sounds), each.penalty, not each.vocalised)) for each in spoken(word.word)]


def _by_sound(word: Token, reading: Reading) -> list[str]:
    """For each sound the letters that write it; of several sounds of one letter only the first has it."""
    found: list[str] = []
    silent = ""
    last = ""
    for letters, sounds in spelled(word.word, reading.sounds):
        if not sounds:
            silent += letters
        for at, sound in enumerate(sounds):
            if sound == last and found:
                found[-1] += silent + letters if at == 0 else ""
            else:
                found.append((silent + letters) if at == 0 else "")
            silent = "" if at == 0 else silent
            last = sound
    return found
