"""What afgraph answers, by its public names only."""

import json
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from tqdm import tqdm

import afgraph
from benchmarks.metrics import Answer
from benchmarks.sets import Query, ResolverSet

LIMIT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query, what was answered, the candidates as plain values, the seconds it took."""

    query: Query
    answer: Answer
    candidates: tuple[dict[str, Any], ...]
    seconds: float


def ask(resolver_set: ResolverSet) -> list[Asked]:
    """Every query of a set put to a resolver of its gazetteer; ids and names are all that it is told."""
    resolver = afgraph.Resolver.from_names(resolver_set.rows)
    resolver.resolve("Kabul")  # what is built at the first question is no query's time
    shown = tqdm(resolver_set.queries, desc=resolver_set.name, unit="query", disable=None, leave=False)
    return [_asked(resolver, query) for query in shown]


def _asked(resolver: afgraph.Resolver, query: Query) -> Asked:
    start = time.process_time()
    resolution = resolver.resolve(query.text, limit=LIMIT)
    seconds = time.process_time() - start
    answer = Answer(
        gold=query.gold,
        ranked=tuple(each.id for each in resolution.candidates),
        score=resolution.score,
        outcome=resolution.outcome,
    )
    candidates = tuple(
        {
            "id": each.id,
            "name": each.name.form,
            "score": each.score,
            "evidence": {item.feature: round(item.weight, 4) for item in each.evidence},
        }
        for each in resolution.candidates
    )
    return Asked(query=query, answer=answer, candidates=candidates, seconds=seconds)


def median_ms(asked: Iterable[Asked]) -> float:
    """The median milliseconds of CPU per query."""
    return 1000 * statistics.median([each.seconds for each in asked] or [float("nan")])


def same_name(one: str, other: str, langs: tuple[str | None, str | None] = (None, None)) -> float:
    """The probability that two spellings are one name."""
    score: float = afgraph.compare(one, other, lang_a=langs[0], lang_b=langs[1]).score
    return score


def save(file: IO[str], name: str, asked: Iterable[Asked]) -> None:
    """Write each query with its candidates as a line of JSON."""
    for each in asked:
        line = {
            "set": name,
            "query": each.query.text,
            "gold": sorted(each.query.gold),
            "kind": each.query.kind,
            "script": each.query.script,
            "outcome": each.answer.outcome,
            "candidates": each.candidates,
        }
        print(json.dumps(line, ensure_ascii=False), file=file)


ERROR_HEAD = ("set", "query", "gold", "gold names", "answered", "score", "outcome", "rank of gold", "kind", "script")


def errors(resolver_set: ResolverSet, asked: Iterable[Asked]) -> Iterator[tuple[str, ...]]:
    """A row for each query that was not decided rightly: matched with its gold entity, or left where it has none."""
    for each in asked:
        answer, query = each.answer, each.query
        matched = answer.outcome == "match"
        if matched != bool(answer.gold) or (matched and not answer.right):
            gold = sorted(answer.gold)
            names = " | ".join(name for one in gold for name in resolver_set.names.get(one, ()))
            said = f"{each.candidates[0]['name']} [{answer.ranked[0]}]" if answer.ranked else ""
            rank = str(answer.rank or "")
            told = (said, f"{answer.score:.3f}", answer.outcome, rank, query.kind, query.script)
            yield resolver_set.name, query.text, "|".join(gold) or "NIL", names, *told
