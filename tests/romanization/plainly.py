"""Words read the plain way, to which what is compiled is held."""

import unicodedata
from collections.abc import Callable

from afgraph.romanization.fallback import to_latin
from afgraph.romanization.graphemes import Rules, Ways, pieces, single
from afgraph.romanization.rules import ALL, UNVOCALISED, VOWELS, is_unvocalised, orthographies_of, plain, rules
from afgraph.text import APOSTROPHE, fold, name_key, script_of

_TABLES = {"Arab": "arab", "Cyrl": "cyrl", "Latn": "latn"}
_MOST = 8
_LONGEST = 40


def read_plainly(word: str, lang: str | None) -> list[tuple[str, float, bool]]:
    """`spoken`, one orthography after the other."""
    word = unicodedata.normalize("NFC", word[: 4 * _LONGEST])[:_LONGEST]
    number = name_key(word)
    if number.isdecimal():
        return [(number, 0.0, True)]
    script = script_of(word)
    if script not in _TABLES:
        word, script = to_latin(word), "Latn"
    prepared = _prepared(word, script)
    ways = [(ALL, 0.0)]
    if script == "Latn":
        ways = [*orthographies_of(prepared, lang), *([(UNVOCALISED, 0.0)] if is_unvocalised(prepared) else [])]
    asked = []
    for orthography, before in ways:
        vocalised = script != "Arab" and orthography != UNVOCALISED
        asked.append((rules(_TABLES[script], orthography), before, vocalised, vocalised))
    ranked = read(prepared, asked, VOWELS, plain, _MOST)
    return [(sounds, penalty - ranked[0][0], vocalised) for penalty, sounds, vocalised in ranked]


def _prepared(word: str, script: str) -> str:
    letters = rules(_TABLES[script])
    if script == "Arab":
        return "".join(char if char in letters else name_key(char) for char in word)
    lowered = word.replace("İ", "i").lower()
    return "".join(APOSTROPHE if char not in letters and fold(char).text == APOSTROPHE else char for char in lowered)


def read(
    word: str,
    ways: list[tuple[Rules, float, bool, bool]],
    vowels: str,
    plain: Callable[[str, Rules], Ways],
    most: int,
) -> list[tuple[float, str, bool]]:
    """The likeliest readings of a word over several sets of rules, so many at most: penalty, sounds, whether vocalised.

    `ways` are rules with their penalty, whether what they give is vocalised, and whether doubled letters are one sound.
    """
    found: dict[tuple[str, bool], float] = {}
    for known, before, vocalised, geminates in ways:
        for sounds, further in combined(pieces(word, known, vowels, plain), most, geminates=geminates):
            if sounds:
                way = sounds, vocalised
                given = found.get(way)
                if given is None or before + further < given:
                    found[way] = before + further
    ranked = sorted([(penalty, way[0], way[1]) for way, penalty in found.items()])
    return ranked[:most]


def combined(choices: list[tuple[str, Ways]], most: int, *, geminates: bool) -> list[tuple[str, float]]:
    """The likeliest readings with their penalties, found from the left, so many at most, in no order.

    `geminates` says that doubled letters are one sound.
    """
    found = [("", 0.0)]
    for _, ways in choices:
        if len(ways) == 1:
            sounds, cost = ways[0]
            found = [(before + sounds, penalty + cost) for before, penalty in found]
        else:
            longer = [(penalty + cost, before + sounds) for before, penalty in found for sounds, cost in ways]
            if len(longer) > most:
                order = sorted(range(len(longer)), key=[each[0] for each in longer].__getitem__)
                longer = [longer[at] for at in order[:most]]
            found = [(sounds, penalty) for penalty, sounds in longer]
    return [(single(sounds), penalty) for sounds, penalty in found] if geminates else found


def placed(reading: str, final: dict[str, str], after_vowel: dict[str, str], vowels: str, bare: str) -> str:
    """A reading with what stands for its sounds behind a vowel and at its end, but for the ends in `bare`."""
    found = before = ""
    last = len(reading) - 1
    for at in range(len(reading)):
        code = reading[at]
        becomes = code
        if at == last and at > 0 and code in final and code not in bare:
            becomes = final[code]
        elif before != "" and before in vowels:
            becomes = after_vowel.get(code, code)
        found += becomes
        before = code
    return found


def numbered(reading: str, numbers: dict[str, int]) -> bytes:
    """The numbers of the codes of a reading; what has none is left out."""
    found = bytearray()
    for code in reading:
        number = numbers.get(code)
        if number is not None:
            found.append(number)
    return bytes(found)
