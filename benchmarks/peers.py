"""Other ways of telling names, on the same sets: string distances, phonetic keys, a consonant skeleton, logic-v2.

All but the last read names through Unidecode, in small letters, without punctuation: else they score nothing across
scripts. An entity's score is that of its best name. rapidfuzz computes the distances; jellyfish's Jaro-Winkler is the
same number, later.
"""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from unicodedata import normalize

from tqdm import tqdm
from unidecode import unidecode

from benchmarks.metrics import Answer
from benchmarks.sets import Query, ResolverSet

CHUNK = 256
LIMIT = 5
NEAREST = 25  # names that a slow peer compares

Matrix = Callable[[Sequence[str], Sequence[str]], Any]
"""The scores of some spellings against others, 0 to 1, a row for each of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A way of telling names: what it is called, and its scores."""

    name: str
    matrix: Matrix

    def score(self, one: str, other: str) -> float:
        """The score of one pair."""
        return float(self.matrix([one], [other])[0][0])


def peers() -> tuple[list[Peer], list[str]]:
    """The peers that are installed, and for the others what to install."""
    try:
        import_module("numpy")
        fuzz = import_module("rapidfuzz.fuzz")
    except ImportError:
        return [], ["No peers: pip install 'afgraph[bench]'"]
    winkler = import_module("rapidfuzz.distance.JaroWinkler").normalized_similarity
    words = _native(fuzz.token_sort_ratio, plain, 100)
    letters = _native(winkler, plain, 1)
    found = [
        Peer(name="rapidfuzz token_sort_ratio", matrix=words),
        Peer(name="rapidfuzz WRatio", matrix=_native(fuzz.WRatio, plain, 100)),
        Peer(name="Jaro-Winkler", matrix=letters),
        Peer(name="Jaro-Winkler + metaphone", matrix=_mean(letters, _native(winkler, sounds, 1))),
        Peer(
            name="token_sort_ratio + consonant skeleton",
            matrix=_mean(words, _native(fuzz.token_sort_ratio, skeleton, 100)),
        ),
    ]
    if find_spec("nomenklatura") is None:
        return found, ["No nomenklatura: pip install nomenklatura (it builds PyICU, which wants ICU's headers)"]
    near = _mean(words, letters)
    return [*found, Peer(name="nomenklatura logic-v2", matrix=_nomenklatura(near))], []


@cache
def plain(name: str) -> str:
    """A name in small Latin letters and digits.

    >>> plain("Eşref al-Ğani")
    'esref al gani'
    """
    return " ".join(re.findall(r"[^\W_]+", unidecode(normalize("NFKC", name)).lower()))


@cache
def sounds(name: str) -> str:
    """The metaphone keys of a name's words.

    >>> sounds("Smith Knight")
    'SM0 NT'
    """
    from jellyfish import metaphone

    return " ".join(filter(None, map(metaphone, plain(name).split())))


@cache
def skeleton(name: str) -> str:
    """The consonants of a name's words, like ones written alike, doubled ones once.

    >>> skeleton("Qaddafi"), skeleton("Khaddhafy")
    ('kdf', 'kdf')
    """
    words = [re.sub(r"[aeiouywh]", "", word).translate(_LIKE) for word in plain(name).split()]
    return " ".join(re.sub(r"(.)\1+", r"\1", word) for word in words if word) or plain(name)


_LIKE = str.maketrans("qgcxzjvp", "kkkksjfb")


def _native(scorer: Any, prepare: Callable[[str], str], most: float) -> Matrix:
    """The scores of a rapidfuzz scorer, on all cores."""
    cdist = import_module("rapidfuzz.process").cdist

    def matrix(queries: Sequence[str], names: Sequence[str]) -> Any:
        left, right = list(map(prepare, queries)), list(map(prepare, names))
        return cdist(left, right, scorer=scorer, workers=-1) / most

    return matrix


def _mean(one: Matrix, other: Matrix) -> Matrix:
    return lambda queries, names: (one(queries, names) + other(queries, names)) / 2


def _nomenklatura(near: Matrix) -> Matrix:
    """The scores of logic-v2, all names taken for persons'; of the few nearest names only, for it is slow."""
    numpy = import_module("numpy")
    algorithm = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    proxy = import_module("followthemoney").model.get_proxy
    config = algorithm.default_config()

    @lru_cache(maxsize=100_000)
    def person(name: str) -> Any:
        return proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    algorithm.compare(person("Kabul"), person("Kabul"), config)  # it reads its data at the first comparison

    def matrix(queries: Sequence[str], names: Sequence[str]) -> Any:
        scores = numpy.zeros((len(queries), len(names)))
        nearest = numpy.argsort(-near(queries, names), axis=1, kind="stable")[:, :NEAREST]
        for at, query in enumerate(queries):
            for place in nearest[at]:
                scores[at, place] = algorithm.compare(person(query), person(names[place]), config).score
        return scores

    return matrix


def ask(peer: Peer, resolver_set: ResolverSet) -> tuple[list[Answer], float]:
    """What a peer ranks first for every query of a set, all of it a match, and its CPU seconds."""
    start = time.process_time()
    answers: list[Answer] = []
    queries = resolver_set.queries
    title = f"{resolver_set.name}, {peer.name}"
    for at in tqdm(range(0, len(queries), CHUNK), desc=title, disable=None, leave=False):
        answers += _ranked(peer, resolver_set, queries[at : at + CHUNK])
    return answers, time.process_time() - start


def _ranked(peer: Peer, resolver_set: ResolverSet, queries: Sequence[Query]) -> list[Answer]:
    """The best entities of some queries; of equal ones the first listed comes first."""
    numpy = import_module("numpy")
    ids = list(resolver_set.names)
    starts = numpy.cumsum([0, *(len(names) for names in resolver_set.names.values())][:-1])
    names = [name for _, name in resolver_set.rows]
    scores = numpy.maximum.reduceat(peer.matrix([query.text for query in queries], names), starts, axis=1)
    best = numpy.argsort(-scores, axis=1, kind="stable")[:, :LIMIT]
    return [
        Answer(
            gold=query.gold,
            ranked=tuple(ids[place] for place in best[at]),
            score=float(scores[at, best[at, 0]]),
            outcome="match",
        )
        for at, query in enumerate(queries)
    ]
