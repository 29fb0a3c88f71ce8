"""Fit the weights of the name comparison; print the table that ships.

    AFGRAPH_DATA=folder python benchmarks/fit_weights.py [--check]

Two columns. `pair`: log-odds that two spellings are one name, by logistic regression on the development halves of
`tests/gold` and of the probe. `listed`: log-odds, against nobody, that a spelling means a listed name, by a
conditional logit over the candidates of each query and "nobody", on the development benchmarks; every set counts
alike. Both by Newton steps with a ridge, so the result is the same on every machine but for the last digits, which
the table does not show. Every way of comparing is tried for every query, so that which candidates there are does
not depend on the weights in use. What can only speak against a name (`AGAINST`) has no weight for it, and what can
only speak for it (`FOR`) none against it: where the data says so, the weight is nought. `--check` compares with
the table.
"""

import csv
import json
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from afgraph.matching import Match, NameIndex, compare_words
from afgraph.matching.scoring.compare import weights
from afgraph.matching.scoring.features import FEATURES
from afgraph.matching.search.entries import Entries
from afgraph.matching.search.finding import Findings
from afgraph.matching.search.similar import Similar, Sought
from afgraph.matching.words.tokens import tokens
from afgraph.model import Name
from afgraph.text import script_of

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script
from benchmarks.fuzzy import two_edits

similar = sys.modules["afgraph.matching.search.similar"]

ROOT = Path(__file__).resolve().parents[1]
PLAIN = [feature.__name__ for feature in FEATURES]
NAMES = ["bias", *PLAIN]
PER_SET = 300  # queries of each benchmark
SLIPPED = 25  # names of several words of each benchmark's list that are asked with two slips of the pen
RIDGE_PAIR, RIDGE_LISTED = 0.3, 1.0
MOST = 20  # candidates of a query
EITHER = frozenset({
    "bias", "together", "complete", "elsewhere", "matched", "plenty", "lone", "single", "brief", "long",
    "mixed", "unvocalised",
})  # fmt: skip
FOR = frozenset({"nearly"})
AGAINST = frozenset(NAMES) - EITHER - FOR
ROUNDS, WHOLE_STEPS = 24, 3
_ENOUGH = 1e-5  # log-likelihood that a step would gain, from which it is not taken
_NEVER = 1e6  # log-odds that no name reaches
TOLERANCE = 0.011  # what the last digit of a weight may differ by between machines

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """One query: the features of its candidate entries with the entity of each, and which entities are right."""

    rows: Matrix
    entities: list[str]
    gold: frozenset[str]
    benchmark: str


def pair_values(one: str, other: str, lang_one: str | None, lang_other: str | None) -> list[float] | None:
    """The features of a pair, a constant first; `None` where nothing of one is like anything of the other."""
    found = compare_words(tokens(one, lang_one), tokens(other, lang_other))
    return None if found is None else [1.0, *found.values.values()]


def labelled_pairs(data: Path) -> Iterator[tuple[list[float], bool]]:
    """The development pairs of the gold set and of the probe."""
    with (ROOT / "tests" / "gold" / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            if row["split"] == "dev" and row["same"] in ("0", "1"):
                values = pair_values(row["a"], row["b"], row["lang_a"], row["lang_b"])
                if values is not None:
                    yield values, row["same"] == "1"
    with (data / "probe" / "probe.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["split"] == "dev" and row["label"] in ("0", "1"):
                values = pair_values(row["a"], row["b"], None, None)
                if values is not None:
                    yield values, row["label"] == "1"


def logistic(values: Matrix, labels: Matrix) -> Matrix:
    """The weights of a logistic regression."""
    return without_wrong_signs(lambda free: _logistic(values * free[: values.shape[1]], labels))


def without_wrong_signs(fit: Callable[[Matrix], Matrix], free: Matrix | None = None) -> Matrix:
    """The weights fitted, with those of the wrong sign left out one after another; `free` marks those still in."""
    signs = np.array([(name in FOR) - float(name in AGAINST) for name in NAMES])
    free = np.ones(len(NAMES)) if free is None else free
    while True:
        weights = fit(free)
        wrong = np.maximum(0.0, -signs[: len(weights)] * weights)
        if not wrong.any():
            return weights
        free[int(np.argmax(wrong))] = 0.0


def _logistic(values: Matrix, labels: Matrix) -> Matrix:
    weights = np.zeros(values.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(values @ weights, -40, 40)))
        gradient = values.T @ (labels - p) - RIDGE_PAIR * weights
        curvature = (values.T * (p * (1 - p))) @ values + RIDGE_PAIR * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def asked(data: Path) -> Iterator[Asked]:
    """The sampled queries of the benchmarks that no list answers as they stand."""
    folders = sorted(path.parent for path in (data / "bench").glob("*/*/queries.tsv"))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from chain.from_iterable(pool.map(asked_of, folders))


class Kept(Findings):
    """Findings with all comparisons that were found: the entity and the features, a constant first."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self.entries = entries
        self.rows: list[tuple[str, list[float]]] = []

    def take(self, at: int, log_odds: float, matches: Callable[[int], Match]) -> None:
        """Keep a comparison, the best of its place or not."""
        self.rows.append((self.entries[at].entity, [1.0, *matches(at).values.values()]))
        super().take(at, log_odds, matches)


class Everything(Similar):
    """What compares in every way, whatever the weights say of the ways before, and keeps all comparisons."""

    def rows(self, query: str) -> list[tuple[str, list[float]]]:
        """Each comparison of a query."""
        self._kept = Kept(self.entries)
        always = mock.patch.object(sys.modules["afgraph.matching.search.candidates"], "_LIKELY", None)
        with always, mock.patch.multiple(similar, _SURE=_NEVER, _LIKELY=_NEVER, _CLEAR=_NEVER):
            self.of(query)
        return self._kept.rows

    def _nothing(self) -> Findings:
        return self._kept

    def _is_near(self, sought: Sought, found: Findings) -> bool:  # noqa: ARG002 - whatever is found
        return False


def asked_of(folder: Path) -> list[Asked]:
    """The sampled queries of one benchmark."""
    return list(_asked_of(folder))


def _asked_of(folder: Path) -> Iterator[Asked]:
    index = NameIndex(gazetteer(folder))
    everything = Everything(index.entries, index.sections)
    with (folder / "queries.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    slips = list(slipped(folder))
    for row in [*rows[:: max(1, len(rows) // PER_SET)], *slips]:
        found = [] if index.exact(row["query"]) else everything.rows(row["query"])
        if found:
            gold = frozenset() if row["gold"] == "NIL" else frozenset(row["gold"].split("|"))
            yield Asked(np.array([values for _, values in found]), [entity for entity, _ in found], gold, str(folder))


def slipped(folder: Path) -> Iterator[dict[str, str]]:
    """Some names of several words of a benchmark's list with two slips of the pen, as queries."""
    rng = random.Random(str(folder.parent.name))  # noqa: S311 - slips that come out the same
    names = [(entity, name.form) for entity, name in gazetteer(folder) if " " in name.form.strip()]
    bearers: dict[str, list[str]] = defaultdict(list)
    for entity, form in names:
        bearers[form].append(entity)
    for _, form in names[:: max(1, len(names) // SLIPPED)]:
        yield {"query": two_edits(form, rng), "gold": "|".join(bearers[form])}


def gazetteer(folder: Path) -> Iterator[tuple[str, Name]]:
    """The names of a benchmark's list."""
    for line in (folder / "gazetteer.jsonl").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        for form in entity["names"]:
            yield entity["id"], Name(form=form, lang="und", script=script_of(form))


class Choices:
    """Queries as one array: for each, "nobody" and the best entry of each candidate entity."""

    def __init__(self, queries: list[Asked], weights: Matrix) -> None:
        self.values = np.zeros((len(queries), MOST + 1, len(NAMES)))
        self.there = np.zeros((len(queries), MOST + 1), dtype=bool)
        self.right = np.zeros((len(queries), MOST + 1), dtype=bool)
        sizes = {name: sum(query.benchmark == name for query in queries) for name in {q.benchmark for q in queries}}
        self.worth = np.array([PER_SET / sizes[query.benchmark] for query in queries])
        for at, query in enumerate(queries):
            self._fill(at, query, weights)

    def _fill(self, at: int, query: Asked, weights: Matrix) -> None:
        scores = query.rows @ weights
        best: dict[str, int] = {}
        for row in np.argsort(-scores, kind="stable"):
            best.setdefault(query.entities[row], int(row))
        chosen = list(best.items())[:MOST]
        self.there[at, : len(chosen) + 1] = True
        for place, (entity, row) in enumerate(chosen, start=1):
            self.values[at, place] = query.rows[row]
            self.right[at, place] = entity in query.gold
        if not self.right[at].any():
            self.right[at, 0] = True

    def likelihood(self, weights: Matrix) -> tuple[Matrix, Matrix, float]:
        """The probability of each choice, of the right ones together, and the penalised log-likelihood."""
        utility = np.where(self.there, self.values @ weights, -1e9)
        odds = np.exp(utility - utility.max(axis=1, keepdims=True))
        p = odds / odds.sum(axis=1, keepdims=True)
        right = (p * self.right).sum(axis=1)
        penalty = RIDGE_LISTED / 2 * float(weights @ weights)
        return p, right, float((self.worth * np.log(np.maximum(right, 1e-300))).sum()) - penalty

    def fit_free(self, weights: Matrix, free: Matrix) -> Matrix:
        """As `fit`, with the weights that are not free at nought."""
        whole = self.values
        self.values = whole * free
        found = self.fit(weights * free)
        self.values = whole
        return found

    def fit(self, weights: Matrix) -> Matrix:
        """The weights that make the right choices likeliest."""
        p, right, value = self.likelihood(weights)
        for _ in range(40):
            given = p * self.right / right[:, None]
            mean = np.einsum("nm,nmk->nk", p, self.values)
            wanted = np.einsum("nm,nmk->nk", given, self.values)
            gradient = (self.worth[:, None] * (wanted - mean)).sum(axis=0) - RIDGE_LISTED * weights
            rows = self.values.reshape(-1, len(weights))
            spread = ((self.worth[:, None] * p).reshape(-1, 1) * rows).T @ rows
            curvature = spread - (self.worth[:, None] * mean).T @ mean + RIDGE_LISTED * np.eye(len(weights))
            step = np.linalg.solve(curvature, gradient)
            if float(gradient @ step) < _ENOUGH:
                break
            size = 1.0
            while size > 1e-4 and self.likelihood(weights + size * step)[2] <= value:
                size /= 2
            if size <= 1e-4:
                break
            weights = weights + size * step
            p, right, value = self.likelihood(weights)
        return weights


def fitted(data: Path) -> tuple[Matrix, Matrix]:
    """The weights of pairs and of listed names."""
    rows = list(labelled_pairs(data))
    pair = logistic(np.array([values for values, _ in rows]), np.array([float(label) for _, label in rows]))
    queries = list(asked(data))
    print(f"{len(rows)} pairs, {len(queries)} queries", file=sys.stderr)
    return pair, listed_weights(queries, pair)


def listed_weights(queries: list[Asked], weights: Matrix) -> Matrix:
    """The weights of listed names, fitted again as other comparisons of an entity become the best by them.

    They go round in a small circle; every round moves them less, so what is left is its middle.
    """
    free = np.ones(len(NAMES))
    for round_ in range(ROUNDS):
        choices = Choices(queries, weights)
        found = without_wrong_signs(partial(choices.fit_free, weights), free)
        weights = weights + (found - weights) / max(1, round_ - WHOLE_STEPS)
    return weights


def differing(pair: Matrix, listed: Matrix, known: dict[str, dict[str, float]]) -> list[str]:
    """The features whose weights are not those known."""
    fitted_ones = zip(NAMES, pair, listed, strict=True)
    return [
        name
        for name, one, other in fitted_ones
        if max(abs(known["pair"].get(name, 0.0) - one), abs(known["listed"].get(name, 0.0) - other)) > TOLERANCE
    ]


def main() -> int:
    """Print the table, or compare it with the committed one."""
    folder = os.environ.get("AFGRAPH_DATA")
    if folder is None:
        print("AFGRAPH_DATA names no folder", file=sys.stderr)
        return 2
    if "--check" not in sys.argv:
        print("name\tpair\tlisted")
        for name, one, other in zip(NAMES, *fitted(Path(folder)), strict=True):
            print(f"{name}\t{one:.2f}\t{other:.2f}")
        return 0
    differ = differing(*fitted(Path(folder)), {column: weights(column) for column in ("pair", "listed")})
    print(f"weights.tsv differs: {', '.join(differ)}" if differ else "weights.tsv is what the estimator gives")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
