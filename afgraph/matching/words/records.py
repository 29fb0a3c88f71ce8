"""A listed word as a string that it is made from again without being read."""

import json
from sys import intern

from afgraph.matching.words.encoder import Way
from afgraph.matching.words.lexicon import GivenName
from afgraph.matching.words.tokens import Token

_decode = json.JSONDecoder().raw_decode


def record(word: Token) -> str:
    """All that is known of a word but its sounds, as JSON."""
    key = "" if word.key == word.word else word.key
    names = sorted([each.name, each.weight] for each in word.names)
    known = (word.word, key, word.inner, word.script, word.spoken, sorted(word.skeletons), sorted(word.meanings), names)
    return json.dumps([*known, word.initial, word.weight], ensure_ascii=False, separators=(",", ":"))


def from_record(text: str, sounds: tuple[Way, ...], number: int) -> Token:
    """The word of a record, with its sounds, as number so and so of a vocabulary."""
    found = Token.__new__(Token)
    known, _ = _decode(text)
    found.word, key, found.inner, found.script, spoken, skeletons, meanings, names, found.initial, found.weight = known
    found.key, found.script = key or found.word, intern(found.script)  # as those that are read: told apart at once
    found.lang, found.number, found.abjad = None, number, found.script == "Arab"
    found.spoken, found.skeletons, found.meanings = tuple(spoken), frozenset(skeletons), frozenset(meanings)
    found.names = frozenset(map(GivenName._make, names))
    found.set_sounds(sounds)
    return found
