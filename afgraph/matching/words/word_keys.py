# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""The keys by which a word is found among listed ones, as hashes: its sound, meaning or letters, and nearly these.

This module may be compiled: the types of its variables stand in `word_keys.pxd`, and the same source runs as it is.
"""

from afgraph.matching.arrays.keys import Keys
from afgraph.matching.words.tokens import Token

SKELETON, KEY, NAME = "s=", "k=", "n"
_LESS_SKELETON, _LESS_KEY = "s-", "k-"  # a form with a letter less
_SHORTEST_SKELETON, _SHORTEST_KEY = 3, 4  # consonants or letters of which one may be missing
_LONG_SKELETON, _LONG_KEY = 4, 6  # of which two may


def same_keys(word: Token) -> Keys:
    """The keys of words that share a meaning, a given name, a skeleton or the folded form; the kind comes first."""
    found = Keys()
    if word.initial:
        found.add("i", word.key)
        return found
    for meaning in word.meanings:
        found.add("m", meaning)
    for name in word.names:
        found.add(NAME, name.name)
    for form in word.skeletons:
        found.add(SKELETON, form)
    found.add(KEY, word.key)
    return found


def skeleton_keys(word: Token) -> Keys:
    """The keys of words that share a skeleton."""
    found = Keys()
    for form in word.skeletons:
        found.add(SKELETON, form)
    return found


def listed_keys(word: Token) -> set[int]:
    """The keys under which a listed word is found: its own, and its forms with a letter less."""
    found = same_keys(word)
    if not word.initial:
        for form in word.skeletons:
            if len(form) >= _SHORTEST_SKELETON:
                found.add_shortened(_LESS_SKELETON, form)
        if len(word.key) >= _SHORTEST_KEY:
            found.add_shortened(_LESS_KEY, word.key)
    return set(found.all())


def near_keys(word: Token) -> Keys:
    """The keys of words that lack a letter of the skeleton or folded form, or have one more, or both in long forms."""
    found = Keys()
    if word.initial:
        return found
    for form in word.skeletons:
        found.add(_LESS_SKELETON, form)
        if len(form) >= _SHORTEST_SKELETON:
            found.add_shortened(SKELETON, form)
        if len(form) >= _LONG_SKELETON:
            found.add_shortened(_LESS_SKELETON, form)
    key = word.key
    found.add(_LESS_KEY, key)
    if len(key) >= _SHORTEST_KEY:
        found.add_shortened(KEY, key)
    if len(key) >= _LONG_KEY:
        found.add_shortened(_LESS_KEY, key)
    return found


def letter_keys(word: Token) -> Keys:
    """The keys of words that have the same folded form, or a letter more or less or another, in long ones two."""
    found = Keys()
    key = word.key
    found.add(KEY, key)
    found.add(_LESS_KEY, key)
    if len(key) >= _SHORTEST_KEY:
        found.add_shortened(KEY, key)
        found.add_shortened(_LESS_KEY, key)
    return found
