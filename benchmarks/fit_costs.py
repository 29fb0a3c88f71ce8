"""Estimate the costs of reading one phoneme for another from attested spellings; print the table that ships.

    python benchmarks/fit_costs.py [--check]

Expectation maximisation over all alignments of two spellings of one word, after Ristad and Yianilos: a cost is the
log-odds of an edit against the likeliest one for its phoneme, in units of `STEEPNESS`. The hand-made table
(`matching/costs_prior.tsv`) is trusted as much as `STRENGTH` observations of a phoneme, so what is hardly attested
keeps its prior. The spellings are the shipped pack's and the development half of the gold set. Deterministic.
With `--check` it says whether the committed table is the same.
"""

import csv
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from unittest import mock

from afgraph.data import read_text
from afgraph.matching.scoring.align import align
from afgraph.matching.words import cost as matching_words
from afgraph.matching.words.cost import sound_cost
from afgraph.matching.words.sounds import KINDS, UNLIKE, Costs, alphabet, read_costs, unlisted
from afgraph.matching.words.tokens import Sound, Token, tokens
from afgraph.packs import load_contents

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "pairs.tsv"
STEEPNESS = 10.0
STRENGTH = 500.0
LEAST = 0.5  # what an edit that never occurs counts
MOST_DEARER = 0.15  # a cost above the prior means little: the pairs are spellings that aligned
ROUNDS = 4
ALIKE = 0.45  # relative cost up to which two words of one entity are taken for spellings of one word
DEAREST = 1.0
SAME = 0.02  # a difference that is not written

Pair = tuple[bytes, bytes]
Counts = dict[tuple[int, int], float]  # by phoneme numbers, -1 for none
HEADER = """\
# What it costs to read one phoneme for another, or for none (an empty cell), between two spellings of one name;
# 1 is an unlisted consonant. Kinds: both spellings write vowels (vocalised), one of them (mixed), none (abjad).
# Phonemes: romanization/phonemes.tsv and matching/places.tsv.
# Source: benchmarks/fit_costs.py, from matching/costs_prior.tsv, the pack and tests/gold; a test makes it again.
one\tother\tkind\tcost
"""


def attested() -> Iterator[tuple[str, str]]:
    """Pairs of spellings of one name: listed names of an entity, and positive pairs of the gold set."""
    for pack in ("afghanistan", "tajikistan"):
        for entity in load_contents([str(ROOT / "aliases" / pack)]).entities.values():
            forms = [name.form for name in entity.names if name.kind in ("canonical", "alias")][:12]
            yield from combinations(forms, 2)
    with GOLD.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["same"] == "1" and row["split"] == "dev":
                yield row["a"], row["b"]


def words() -> dict[str, dict[Pair, int]]:
    """The readings of words that align, by kind, each with how often they do (at most ten times)."""
    found: dict[str, dict[Pair, int]] = {kind: defaultdict(int) for kind in KINDS}
    for one, other in attested():
        left, right = tokens(one), tokens(other)
        for pair in align(left, right).pairs if left and right else ():
            if len(pair.left) == len(pair.right) == 1 and 0.0 < pair.cost <= ALIKE:
                sounds = likeliest(left[pair.left[0]], right[pair.right[0]])
                if sounds is not None:
                    kind, both = sounds
                    found[kind][both] = min(10, found[kind][both] + 1)
    return found


def likeliest(one: Token, other: Token) -> tuple[str, Pair] | None:
    """The readings of two words that are most alike, and their kind."""
    ways = [(sound_cost((left,), (right,), DEAREST * 2), left, right) for left in one.sounds for right in other.sounds]
    if not ways:
        return None
    _, left, right = min(ways, key=lambda way: (way[0], way[1].codes, way[2].codes))
    return _kind(left, right), (left.codes, right.codes)


def _kind(left: Sound, right: Sound) -> str:
    return KINDS[left.abjad + right.abjad]


def expected(pairs: dict[Pair, int], costs: Costs) -> Counts:
    """How often each edit is expected in the pairs, under the costs."""
    counts: Counts = defaultdict(float)
    for (one, other), times in sorted(pairs.items()):
        _add(one, other, costs, float(times), counts)
    return counts


def _add(one: bytes, other: bytes, costs: Costs, times: float, counts: Counts) -> None:
    """What all alignments of two readings together give each edit."""
    grid = _Grid(one, other, costs)
    ahead, back = grid.ahead(), grid.back()
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            for edit, weight, to_i, to_j in grid.edits(i, j):
                counts[edit] += times * ahead[i][j] * weight * back[to_i][to_j] / ahead[-1][-1]


class _Grid:
    """The places between the sounds of two readings, and the edits that lead on from each."""

    def __init__(self, one: bytes, other: bytes, costs: Costs) -> None:
        self.one, self.other = one, other
        self.sub = [[math.exp(-STEEPNESS * costs.sub[a][b]) for b in other] for a in one]
        self.left = [math.exp(-STEEPNESS * costs.gap[a]) for a in one]
        self.right = [math.exp(-STEEPNESS * costs.gap[b]) for b in other]

    def edits(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], float, int, int]]:
        """The edits at a place: the phonemes, the weight, and the place that each leads to."""
        if i < len(self.one) and j < len(self.other):
            yield (self.one[i], self.other[j]), self.sub[i][j], i + 1, j + 1
        if i < len(self.one):
            yield (self.one[i], -1), self.left[i], i + 1, j
        if j < len(self.other):
            yield (self.other[j], -1), self.right[j], i, j + 1

    def ahead(self) -> list[list[float]]:
        """The weight of all ways from the start to each place."""
        table = [[0.0] * (len(self.other) + 1) for _ in range(len(self.one) + 1)]
        table[0][0] = 1.0
        for i in range(len(self.one) + 1):
            for j in range(len(self.other) + 1):
                for _, weight, to_i, to_j in self.edits(i, j):
                    table[to_i][to_j] += table[i][j] * weight
        return table

    def back(self) -> list[list[float]]:
        """The weight of all ways from each place to the end."""
        table = [[0.0] * (len(self.other) + 1) for _ in range(len(self.one) + 1)]
        table[-1][-1] = 1.0
        for i in range(len(self.one), -1, -1):
            for j in range(len(self.other), -1, -1):
                for _, weight, to_i, to_j in self.edits(i, j):
                    table[i][j] += weight * table[to_i][to_j]
        return table


def maximised(counts: Counts, prior: Costs) -> Costs:
    """The costs that the counts and the prior give."""
    size = len(prior.gap)
    both: Counts = defaultdict(float)
    for (one, other), count in counts.items():
        both[one, other] += count
        if other >= 0:
            both[other, one] += count
    rows = [_row(one, both, prior) for one in range(size)]
    sub = [[_between(rows, prior, a, b) for b in range(size)] for a in range(size)]
    return Costs(tuple(map(tuple, sub)), tuple(rows[one][size] for one in range(size)))


def _between(rows: list[list[float]], prior: Costs, one: int, other: int) -> float:
    """The cost of a pair: what both phonemes give it, and no more than an unlisted pair has."""
    if one == other:
        return 0.0
    return min(max(DEAREST, prior.sub[one][other]), (rows[one][other] + rows[other][one]) / 2)


def _row(one: int, counts: Counts, prior: Costs) -> list[float]:
    """The costs of one phoneme against each other, and against none: the more it is seen, the less the prior counts.

    A substitution is measured against the phoneme's likeliest one, a gap against all that it meets.
    """
    size = len(prior.gap)
    seen = [counts.get((one, other), 0.0) for other in range(size)]
    gap = counts.get((one, -1), 0.0)
    total = sum(seen) + gap
    trust = total / (total + STRENGTH)
    costs = [_blend(trust, prior.sub[one][other], count, max(seen)) for other, count in enumerate(seen)]
    return [*costs, _blend(trust, prior.gap[one], gap, total)]


def _blend(trust: float, prior: float, count: float, most: float) -> float:
    """A cost between the prior and the log-odds of the count, by how far the data are trusted."""
    if not most:
        return prior
    estimate = min(1.2, -math.log((count + LEAST) / (most + LEAST)) / STEEPNESS)
    return (1 - trust) * prior + trust * min(estimate, prior + MOST_DEARER)


def _forget() -> None:
    """Drop the costs of readings and words that were remembered under other costs."""
    for remembered in (matching_words.word_cost, matching_words.tables):
        remembered.cache_clear()


def estimated() -> dict[str, Costs]:
    """The estimated costs by kind."""
    prior = read_costs("matching/costs_prior.tsv")
    _forget()
    with mock.patch(
        "afgraph.matching.words.cost.costs", return_value=prior
    ):  # or the result would hang on the last one
        pairs = words()
    found = prior
    for _ in range(ROUNDS):
        found = {kind: maximised(expected(pairs[kind], found[kind]), prior[kind]) for kind in KINDS}
    print({kind: len(each) for kind, each in pairs.items()}, file=sys.stderr)
    return found


def written(found: dict[str, Costs]) -> str:
    """The table: every cost that is not that of an unlisted pair."""
    codes = list(alphabet())
    lines = []
    for kind in KINDS:
        for one, code in enumerate(codes):
            for other in range(one + 1, len(codes)):
                cost = max(0.0, found[kind].sub[one][other])
                if abs(cost - unlisted(code, codes[other])) >= SAME:
                    lines.append(f"{code}\t{codes[other]}\t{kind}\t{cost:.2f}")
            gap = max(0.0, found[kind].gap[one])
            if abs(gap - UNLIKE) >= SAME:
                lines.append(f"{code}\t\t{kind}\t{gap:.2f}")
    return HEADER + "\n".join(lines) + "\n"


def main() -> int:
    """Print the table, or compare it with the committed one."""
    table = written(estimated())
    if "--check" not in sys.argv:
        print(table, end="")
        return 0
    same = table == read_text("matching/costs.tsv")
    print("costs.tsv is what the estimator gives" if same else "costs.tsv differs: run benchmarks/fit_costs.py")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
