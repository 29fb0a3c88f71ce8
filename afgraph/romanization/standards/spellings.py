"""The spellings of a vocalised name that a press is expected to use, likeliest first."""

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass

from afgraph.errors import UnknownStandardError
from afgraph.romanization.standards.catalogue import PRESS, Standard, find_standard, find_table, standards
from afgraph.romanization.standards.names import Step, as_phonemes, kept
from afgraph.romanization.standards.rules import Alternative, Fired, Rule, read
from afgraph.romanization.standards.writing import Piece, join_name

_TIED = 4  # letters from which on a grapheme is a word, written alike wherever it stands in the name
_DRAWN = 8  # combinations looked at for each spelling wanted, so that equal ones add up
_Decision = tuple[int, Rule]
_Choice = dict[_Decision, Alternative]


@dataclass(frozen=True, slots=True)
class Spelling:
    """An expected spelling: its text, the language of the press, how likely it is there, and the rules behind it."""

    text: str
    lang: str
    probability: float
    standard: str
    trace: tuple[Step, ...]

    def __str__(self) -> str:
        return self.text


def generate_spellings(vocalised: str, *, lang: str | None = None, limit: int = 20) -> list[Spelling]:
    """The spellings that a press is expected to use for a name, likeliest first, at most `limit` for each language.

    `vocalised` is the name in phonemes as packs store them; `lang` the press's language (`eng`, `tur`, `fra`,
    `deu`, `rus`), or None for all. Probabilities are products of the weights of the press table, summed where two
    ways lead to one spelling: they rank, and say little as numbers.

    >>> [str(each) for each in generate_spellings("aḥmad shāh masʿūd", lang="rus", limit=2)]
    ['Ахмад Шах Масуд', 'Ахмед Шах Масуд']
    """
    if lang is not None:
        press = _press(lang)
        return best_spellings(read_for(vocalised, press), press, limit)
    return [each for one in press_languages() for each in generate_spellings(vocalised, lang=one, limit=limit)]


def press_languages() -> list[str]:
    """The languages whose press orthography is known (ISO 639-3).

    >>> press_languages()
    ['deu', 'eng', 'fra', 'rus', 'tur']
    """
    return [each.removeprefix(PRESS) for each in standards() if each.startswith(PRESS)]


def _press(lang: str) -> Standard:
    if lang not in press_languages():
        raise UnknownStandardError(f"no press table for {lang!r}; there are: {', '.join(press_languages())}")
    return find_standard(PRESS + lang)


def read_for(vocalised: str, press: Standard) -> list[Fired]:
    """How the table of a press reads a name.

    >>> [each.read for each in read_for("shāh", find_standard("fra"))]
    ['sh', 'ā', 'h']
    """
    return read(as_phonemes(vocalised), find_table(press.id, "phonemes", "prs") or "")


def best_spellings(fired: list[Fired], press: Standard, limit: int) -> list[Spelling]:
    """The likeliest ways to write what was read, at most `limit`.

    >>> press = find_standard("fra")
    >>> [str(each) for each in best_spellings(read_for("shāh", press), press, 1)]
    ['Chah']
    """
    keys = _decisions(fired)
    decisions = list(dict.fromkeys(keys.values()))
    merged: dict[str, tuple[float, _Choice]] = {}
    for probability, picked in _best_first([rule.alternatives for _, rule in decisions], _DRAWN * limit):
        choice = dict(zip(decisions, picked, strict=True))
        text = join_name(_pieces(fired, keys, choice, press), press.capitals)
        before, first = merged.get(text, (0.0, choice))
        merged[text] = before + probability, first
    ranked = sorted(merged.items(), key=lambda each: (-each[1][0], each[0]))[: max(limit, 0)]
    lang = press.id.removeprefix(PRESS)
    return [
        Spelling(text, lang, probability, press.id, _steps(fired, keys, choice))
        for text, (probability, choice) in ranked
    ]


def _decisions(fired: list[Fired]) -> dict[int, _Decision]:
    """For each place where a rule fired, the decision that it belongs to.

    A rule is decided once in a word, and once in a name where its grapheme is as good as a word.
    """
    found: dict[int, _Decision] = {}
    word = 1
    for at, each in enumerate(fired):
        word += each.rule is None or " " in each.read
        if each.rule is not None:
            found[at] = (0 if len(each.rule.grapheme) >= _TIED else word, each.rule)
    return found


def _best_first(choices: list[tuple[Alternative, ...]], most: int) -> Iterator[tuple[float, tuple[Alternative, ...]]]:
    """Combinations of one alternative each, by falling probability, each once, at most `most`.

    A state is a rank for each choice; its successors raise one rank, none before the last that was raised, so that
    each state has one way to it. The heap holds what is next: nothing is listed before it is asked for.
    """
    ranked = [sorted(each, key=lambda alternative: -alternative.weight) for each in choices]
    costs = [[-math.log(max(alternative.weight, 1e-9)) for alternative in each] for each in ranked]
    start = (0,) * len(ranked)
    heap = [(sum(each[0] for each in costs), start, 0)]
    for _ in range(most):
        if not heap:
            return
        cost, state, last = heapq.heappop(heap)
        yield math.exp(-cost), tuple(each[rank] for each, rank in zip(ranked, state, strict=True))
        for at in range(last, len(state)):
            rank = state[at] + 1
            if rank < len(ranked[at]):
                raised = cost + costs[at][rank] - costs[at][rank - 1]
                heapq.heappush(heap, (raised, (*state[:at], rank, *state[at + 1 :]), at))


def _pieces(fired: list[Fired], keys: dict[int, _Decision], choice: _Choice, press: Standard) -> Iterator[Piece]:
    for at, each in enumerate(fired):
        if each.rule is None:
            yield kept(each, latin=press.writes == "Latn")[0], ""
        else:
            yield choice[keys[at]].text, each.rule.case


def _steps(fired: list[Fired], keys: dict[int, _Decision], choice: _Choice) -> tuple[Step, ...]:
    return tuple(
        Step(each.read, each.at, choice[keys[at]].text, choice[keys[at]].note, each.rule.table)
        for at, each in enumerate(fired)
        if each.rule is not None
    )
