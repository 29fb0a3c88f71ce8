"""Other ways to find the nearest of many names: rapidfuzz's scan, jellyfish's loop, SimString's index of bigrams.

All of them look at folded names, as they lie in a list; each is asked in the way its own pages show.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

_CUTOFF = 3  # edits
_COSINE = 0.6  # of letter pairs; .7 is twice as fast and loses 2 to 5 right names in 100; .5 finds hardly one more

Nearest = Callable[[str], int | None]  # the place of the name that is nearest to a query
Over = Callable[[Sequence[str]], Nearest]


class Peer(NamedTuple):
    """A way to find the nearest: what it is called, what brings it, how slow it is, and how it is made of names."""

    name: str
    module: str
    slowness: int
    """How many times fewer queries it is asked than the first one: whole minutes, else."""
    over: Over


def rapidfuzz_scan(forms: Sequence[str]) -> Nearest:
    """All names compared, those with more than three edits given up early.

    >>> rapidfuzz_scan(["ahmad shah", "amrullah saleh"])("amrulah salih")
    1
    """
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extractOne

    def nearest(text: str) -> int | None:
        found = extractOne(text, forms, scorer=Levenshtein.distance, score_cutoff=_CUTOFF)
        return None if found is None else int(found[2])

    return nearest


def simstring_index(forms: Sequence[str]) -> Nearest:
    """Names that share enough pairs of letters, the one with the highest cosine.

    >>> simstring_index(["ahmad shah", "amrullah saleh"])("amrulah salih")
    1
    """
    from simstring_rust.database import HashDb
    from simstring_rust.extractors import CharacterNgrams
    from simstring_rust.measures import Cosine
    from simstring_rust.searcher import Searcher

    database = HashDb(CharacterNgrams(n=2, endmarker="$"))
    for form in forms:
        database.insert(form)
    places = {form: at for at, form in enumerate(forms)}
    searcher = Searcher(database, Cosine())

    def nearest(text: str) -> int | None:
        found = searcher.ranked_search(text, _COSINE)
        return places[found[0][0]] if found else None

    return nearest


def jellyfish_loop(forms: Sequence[str]) -> Nearest:
    """All names compared by Jaro-Winkler, one by one.

    >>> jellyfish_loop(["ahmad shah", "amrullah saleh"])("amrulah salih")
    1
    """
    from jellyfish import jaro_winkler_similarity

    def nearest(text: str) -> int | None:
        scores = [jaro_winkler_similarity(text, form) for form in forms]
        return scores.index(max(scores)) if scores else None

    return nearest


PEERS = (
    Peer("rapidfuzz extractOne, Levenshtein", "rapidfuzz", 1, rapidfuzz_scan),
    Peer("simstring-rust, cosine of bigrams", "simstring_rust", 1, simstring_index),
    Peer("jellyfish, Jaro-Winkler loop", "jellyfish", 10, jellyfish_loop),
)


def installed() -> tuple[list[Peer], list[str]]:
    """The peers that are there, and a line for each other that says what brings it."""
    lacking = [f"No {peer.module}: pip install 'afgraph[bench]'" for peer in PEERS if find_spec(peer.module) is None]
    return [peer for peer in PEERS if find_spec(peer.module) is not None], lacking
