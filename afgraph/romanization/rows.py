"""The rules of a script in flat rows of numbers, as a reader goes over them."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from afgraph.romanization.graphemes import Rules, Ways

Weighed = tuple[tuple[int, float], ...]  # orthographies by number, each with its penalty

VOWEL, TELLING, LOUD = 1, 2, 4  # what is known of a letter, as bits


class Script(NamedTuple):
    """What there is to know of a script.

    `orthographies` are its rules, each with whether what they give is vocalised, and whether doubled letters are one
    sound. `signs` are letters by first letter which show something about the orthography: a bit of a number.
    `weighed` says which orthographies are in question, from one of the languages `langs` and these bits; `bare` (a
    script need not have it) whether a word is also read in the last orthography: one without any of the letters
    `telling`, and with none of `loud` or with three others in a row.
    """

    orthographies: Sequence[tuple[Rules, bool, bool]]
    signs: Sequence[tuple[str, int, int]]
    vowels: str
    telling: str
    loud: str
    plain: Callable[[str, Rules], Ways]
    langs: frozenset[str | None]
    weighed: Callable[[str | None, int], Weighed]
    bare: Callable[[str], bool] | None


class Rows:
    """The letters, ways to sound and rules of a script by number.

    Letters have numbers from 1 (`numbers`, and `ascii` by code; 0 for one that no rule knows), with what is known of
    them (`kinds`). Ways to sound are ways `ways_at[number]` to `ways_at[number + 1]`, each of a cost and with sounds
    from `sounds_at` on. Rules stand by orthography, by first letter (`firsts[orthography * letters + letter]`), in the
    order in which they are tried; signs come last. Of a rule there are its letters (`graphs`, from `graphs_at` on), its
    place, and what it gives: ways to sound, or what a sign shows. `plain` are the ways of a letter without a rule.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.rules = [rules for rules, _, _ in script.orthographies]
        self._number_letters()
        self._number_ways()
        self.graphs, self.graphs_at = bytearray(), array("i", [0])
        self.places, self.gives, self.firsts = array("i"), array("i"), array("i", [0])
        for rules in self.rules:
            self._line_up({letter: [rule[:3] for rule in listed] for letter, listed in rules.items()}, self.ways)
        self._line_up(by_first(script.signs), None)
        self.plain = bytes([self.plainly(each, rules) for rules in self.rules for each in ("", *self.numbers)])

    def _number_letters(self) -> None:
        script = self.script
        graphemes = [rule[0] for rules in self.rules for listed in rules.values() for rule in listed]
        graphemes += [letters for letters, _, _ in script.signs]
        letters = sorted({*"".join(graphemes), *script.vowels, *script.telling, *script.loud})
        self.numbers = {letter: at + 1 for at, letter in enumerate(letters)}
        self.letters = len(letters) + 1
        self.ascii = bytes([self.numbers.get(chr(code), 0) for code in range(128)])
        known = ((VOWEL, script.vowels), (TELLING, script.telling), (LOUD, script.loud))
        self.kinds = bytes([0, *(sum(bit for bit, those in known if each in those) for each in letters)])

    def _number_ways(self) -> None:
        """Give each way in which graphemes sound a number; those that sound alike have the same."""
        silent: Ways = (("", 0.0),)
        listed = [rule[2] for rules in self.rules for each in rules.values() for rule in each]
        self.ways = {ways: at for at, ways in enumerate(dict.fromkeys([silent, *listed]))}
        sounds, self.costs = bytearray(), array("d")
        self.sounds_at, self.ways_at = array("i", [0]), array("i", [0])
        for ways in self.ways:
            for each, cost in ways:
                sounds += each.encode("ascii")
                self.sounds_at.append(len(sounds))
                self.costs.append(cost)
            self.ways_at.append(len(self.costs))
        self.sounds = bytes(sounds)
        self.widest = max(len(each) for ways in self.ways for each, _ in ways)

    def _line_up(self, rules: Mapping[str, Sequence[tuple[str, int, Any]]], numbers: Mapping[Any, int] | None) -> None:
        """Add rules by first letter; no rule begins with a letter that none knows."""
        self.firsts.append(len(self.places))
        for letter in self.numbers:
            for letters, place, gives in rules.get(letter, ()):
                self.graphs.extend([self.numbers[each] for each in letters])
                self.graphs_at.append(len(self.graphs))
                self.places.append(place)
                self.gives.append(gives if numbers is None else numbers[gives])
            self.firsts.append(len(self.places))

    def plainly(self, letter: str, rules: Rules) -> int:
        """In which ways a letter sounds where no rule fits, by number."""
        return self.ways[self.script.plain(letter, rules)]

    def other(self, letter: str) -> list[int]:
        """In which ways a letter sounds that no rule knows, in each orthography, by number."""
        return [self.plainly(letter, rules) for rules in self.rules]


def by_first(signs: Sequence[tuple[str, int, int]]) -> dict[str, list[tuple[str, int, int]]]:
    """Signs by their first letter."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for sign in signs:
        found.setdefault(sign[0][0], []).append(sign)
    return found
