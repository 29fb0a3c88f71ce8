# cython: annotation_typing=False
"""A word taken apart into graphemes, one orthography at a time; `reader.py` reads it in all of them at once.

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
