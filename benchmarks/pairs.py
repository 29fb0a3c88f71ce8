"""The labelled pairs: which sets there are, and how a scorer does on them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import name as letter_name

from tqdm import tqdm

from benchmarks.metrics import (
    Scored,
    accuracy,
    auc,
    best_cut,
    brier,
    decided_pairs,
    first_and_alone,
    most_accurate,
    recall_at_precision,
)
from benchmarks.sets import Pair, find_files, sample, table

Langs = tuple[str | None, str | None]
Score = Callable[[str, str, Langs], float]

_LANGUAGES = "ar=ara de=deu en=eng fa=prs fr=fra ps=pus ru=rus tg=tgk tr=tur uz=uzb uzc=uzb"
LANGUAGES = {code: name for code, _, name in (each.partition("=") for each in _LANGUAGES.split())}
SCRIPTS = {"LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl"}
PRECISION = 0.99
FEWEST = 10  # pairs of a kind that is shown by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSet:
    """Labelled pairs under a name."""

    name: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """What scores pairs. One that `decides` gives probabilities, and accepts from .5 on."""

    name: str
    score: Score
    decides: bool


def read_pairs(folders: Sequence[Path], limit: int | None = None) -> list[PairSet]:
    """The sets of pairs at or below some folders; of the probe its test half, without undecidable pairs."""
    readers = {"pairs.csv": _checks, "gold_pairs_dev.tsv": _gold, "probe.tsv": _probe}
    return [
        PairSet(name=f"{path.parent.name}/{path.stem}", pairs=tuple(sample(reader(path), limit)))
        for name, reader in readers.items()
        for path in find_files(folders, name)
    ]


def _checks(path: Path) -> Iterator[Pair]:
    for row in table(path, ","):
        yield Pair(one=row["name1"], other=row["name2"], same=row["is_match"] == "true", kind=row["schema"])


def _gold(path: Path) -> Iterator[Pair]:
    for row in table(path):
        kind, langs = row["why"].split(" | ")[0], (row["lang_a"] or None, row["lang_b"] or None)
        yield Pair(one=row["a"], other=row["b"], same=row["same"] == "1", kind=kind, langs=langs)


def _probe(path: Path) -> Iterator[Pair]:
    for row in table(path):
        if row["split"] == "test" and row["label"] in ("0", "1"):
            langs = LANGUAGES.get(row["lang_a"]), LANGUAGES.get(row["lang_b"])
            yield Pair(one=row["a"], other=row["b"], same=row["label"] == "1", kind=row["class"], langs=langs)


def score_all(scorer: Scorer, pairs: PairSet, *, langs: bool = False) -> list[Scored]:
    """The score of each pair with its label; languages are told only if wanted."""
    shown = tqdm(pairs.pairs, desc=f"{pairs.name}, {scorer.name}", unit="pair", disable=None, leave=False)
    return [(scorer.score(each.one, each.other, each.langs if langs else (None, None)), each.same) for each in shown]


SCORE_HEAD = ("set", "pairs", "scorer", "AUC", "F1", "accuracy", "Brier", "best F1", "threshold", "recall at P .99")
KIND_HEAD = ("set", "kind", "pairs", "accuracy")
WORLD_HEAD = ("scorer", "gold first and alone", "of")
HARD_HEAD = ("scorer", "AUC", "threshold", "same accepted", "of", "different accepted", "of")


def score_rows(pairs: PairSet, scorer: Scorer, scored: Sequence[Scored]) -> list[list[object]]:
    """The rows of a scorer on a set of pairs; of one that decides, those of each pair of scripts besides."""
    parts = _parts(scored, ["-".join(sorted((script(pair.one), script(pair.other)))) for pair in pairs.pairs])
    wanted = parts if scorer.decides and len(parts) > 1 else {}
    return [
        _score_row(pairs.name, scorer, scored),
        *(_score_row(f"{pairs.name} {each}", scorer, parts[each]) for each in wanted),
    ]


def _score_row(name: str, scorer: Scorer, scored: Sequence[Scored]) -> list[object]:
    """What a scorer reaches; F1, accuracy and Brier score at .5 only where that is its decision."""
    cut = best_cut(scored, sum(same for _, same in scored))
    decision = [decided_pairs(scored).f1, accuracy(scored), brier(scored)] if scorer.decides else ["", "", ""]
    recall = recall_at_precision(scored, PRECISION)
    return [name, len(scored), scorer.name, auc(scored), *decision, cut.f1, cut.threshold, recall]


def kind_rows(pairs: PairSet, scorer: Scorer, scored: Sequence[Scored]) -> list[list[object]]:
    """How often one that decides is right on each kind of pair; rare kinds are left out."""
    parts = _parts(scored, [f"{pair.kind}, {'same' if pair.same else 'different'}" for pair in pairs.pairs])
    shown = [kind for kind in parts if scorer.decides and len(parts[kind]) >= FEWEST]
    return [[pairs.name, kind, len(parts[kind]), accuracy(parts[kind])] for kind in shown]


def _parts(scored: Sequence[Scored], labels: Sequence[str]) -> dict[str, list[Scored]]:
    """The scored pairs under their labels."""
    parts: dict[str, list[Scored]] = {label: [] for label in sorted(set(labels))}
    for label, each in zip(labels, scored, strict=True):
        parts[label].append(each)
    return parts


def script(text: str) -> str:
    """The script of the first letter.

    >>> script("1. Омар")
    'Cyrl'
    """
    first = next((each for each in text if each.isalpha()), None)
    return SCRIPTS.get(letter_name(first, "").split(" ")[0], "other") if first else "none"


def world_row(path: Path, scorer: Scorer) -> list[object]:
    """How many queries of a closed world have their label first and alone, of how many."""
    labels = path.with_name("closed_world_labels.txt").read_text(encoding="utf-8").splitlines()
    rows = list(table(path))
    won = 0
    for row in rows:
        scores = [scorer.score(row["query"], label, (None, None)) for label in labels]
        won += first_and_alone(scores, labels.index(row["gold_label"]))
    return [scorer.name, won, len(rows)]


def hard_row(path: Path, scorer: Scorer) -> list[object]:
    """How many pairs a scorer accepts that are one name, and that are not, each of how many.

    The threshold is .5 for a scorer that decides; for another the one with the best accuracy here.
    """
    scored = [(scorer.score(row["a"], row["b"], (None, None)), row["same"] == "1") for row in table(path)]
    cut = 0.5 if scorer.decides else most_accurate(scored)
    accepted = {side: [score >= cut for score, same in scored if same == side] for side in (True, False)}
    return [scorer.name, auc(scored), cut, *(count for side in accepted.values() for count in (sum(side), len(side)))]
