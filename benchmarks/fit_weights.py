"""Fit the weights of the name comparison on the development half of the probe; print them as the table holds them.

    AFGRAPH_DATA=folder python benchmarks/fit_weights.py

Logistic regression by Newton steps with a small ridge, in plain Python: deterministic, the same on every machine.
"""

import csv
import math
import os
import sys
from pathlib import Path

from afgraph.matching import compare_words
from afgraph.matching.tokens import tokens

NAMES = ("bias", "worst", "mean", "skipped_query", "skipped_entry")
UNLIKE = (1.0, 1.0, 1.0, 3.0, 3.0)  # no word of one is like a word of the other
RIDGE = 0.02
STEPS = 30

Row = tuple[tuple[float, ...], bool]


def features(one: str, other: str) -> tuple[float, ...]:
    """The features of a pair of names, a constant first."""
    found = compare_words(tokens(one), tokens(other))
    return UNLIKE if found is None else (1.0, found.worst, found.mean, found.skipped_query, found.skipped_entry)


def read_rows(probe: Path, split: str) -> list[Row]:
    """The labelled pairs of one half of the probe, as features and label."""
    with probe.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["split"] == split and row["label"] in "01"]
    return [(features(row["a"], row["b"]), row["label"] == "1") for row in rows]


def probability(weights: list[float], values: tuple[float, ...]) -> float:
    """The probability that a pair with these features is one name."""
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, total))))


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a small linear system, by elimination with pivoting."""
    size = len(vector)
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(size):
            if row != at:
                factor = rows[row][at] / rows[at][at]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[at], strict=True)]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def fit(rows: list[Row]) -> list[float]:
    """The weights that fit the rows best."""
    size = len(NAMES)
    weights = [0.0] * size
    for _ in range(STEPS):
        gradient = [-RIDGE * weight for weight in weights]
        curvature = [[RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for values, label in rows:
            p = probability(weights, values)
            for i in range(size):
                gradient[i] += values[i] * (label - p)
                for j in range(size):
                    curvature[i][j] += values[i] * values[j] * p * (1 - p)
        weights = [weight + step for weight, step in zip(weights, solve(curvature, gradient), strict=True)]
    return weights


def main() -> int:
    """Print the table; the error on both halves goes to standard error."""
    folder = os.environ.get("AFGRAPH_DATA")
    if folder is None:
        print("AFGRAPH_DATA names no folder", file=sys.stderr)
        return 2
    probe = Path(folder) / "probe" / "probe.tsv"
    weights = fit(read_rows(probe, "dev"))
    print("name\tvalue")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name}\t{weight:.2f}")
    for split in ("dev", "test"):
        rows = read_rows(probe, split)
        error = sum((probability(weights, values) - label) ** 2 for values, label in rows) / len(rows)
        print(f"{split}: {len(rows)} pairs, Brier {error:.4f}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
