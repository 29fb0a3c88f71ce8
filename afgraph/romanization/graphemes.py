# cython: annotation_typing=False
"""A word taken apart into graphemes, and what they sound like together: the part of reading that takes the time.

This module may be compiled: the types of its variables stand in `graphemes.pxd`, and the same source runs as it is.
"""

from collections.abc import Callable

ANY, INITIAL, FINAL, WHOLE, BETWEEN, ARTICLE = range(6)
PLACES = {"any": ANY, "initial": INITIAL, "final": FINAL, "whole": WHOLE, "between": BETWEEN, "article": ARTICLE}

Ways = tuple[tuple[str, float], ...]  # what letters may sound like, each with its penalty
Rule = tuple[str, int, Ways, str]  # letters, place, sounds, orthography
Rules = dict[str, list[Rule]]  # by first letter, in the order in which they are tried


def fits(letters: str, place: int, word: str, at: int, vowels: str) -> bool:
    """Whether letters stand in `word` at index `at`, and that is their place."""
    if not word.startswith(letters, at):
        return False
    end = at + len(letters)
    stands = True
    if place == 1:
        stands = at == 0
    elif place == 2:
        stands = end == len(word) and at > 0
    elif place == 3:
        stands = at == 0 and end == len(word)
    elif place == 4:
        stands = at > 0 and word[at - 1] not in vowels and (end == len(word) or word[end] not in vowels)
    elif place == 5:
        stands = at == 0 and len(word) - end >= 4  # letters that an article may stand before
    return stands


def pieces(word: str, known: Rules, vowels: str, plain: Callable[[str, Rules], Ways]) -> list[tuple[str, Ways]]:
    """The graphemes of a word, each with the ways that it may sound; `plain` says how a letter without a rule does."""
    found = []
    at = 0
    while at < len(word):
        letter = word[at]
        listed = known.get(letter)
        rule = None
        if listed is not None:
            for each in listed:
                if fits(each[0], each[1], word, at, vowels):
                    rule = each
                    break
        if rule is None:
            found.append((letter, plain(letter, known)))
            at += 1
        else:
            found.append((rule[0], rule[2]))
            at += len(rule[0])
    return found


def applying(word: str, known: Rules, vowels: str) -> set[str]:
    """The orthographies of which a rule applies anywhere in a word."""
    found: set[str] = set()
    for at in range(len(word)):
        listed = known.get(word[at])
        if listed is not None:
            for each in listed:
                if each[3] not in found and fits(each[0], each[1], word, at, vowels):
                    found.add(each[3])
    return found


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


def single(reading: str) -> str:
    """Doubled consonants written once."""
    last = ""
    for sound in reading:
        if sound == last:
            break
        last = sound
    else:
        return reading
    last = kept = ""
    for sound in reading:
        if sound != last:
            kept += sound
        last = sound
    return kept


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


def encoded(reading: str, numbers: dict[str, int]) -> bytes:
    """The numbers of the codes of a reading; what has none is left out."""
    found = bytearray()
    for code in reading:
        number = numbers.get(code)
        if number is not None:
            found.append(number)
    return bytes(found)


def classes(reading: str, initial: dict[str, str], later: dict[str, str]) -> str:
    """The classes of the sounds of a reading, by their place, neighbours that are alike written once."""
    table = initial
    last = kept = ""
    for sound in reading:
        each = table.get(sound, "")
        table = later
        if each and each != last:
            kept += each
            last = each
    return kept


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
