"""The keys by which a word is found among listed ones, as hashes: its sound, meaning or letters, and nearly these."""

from collections.abc import Iterator

from afgraph.matching.keys import hashed, shortened
from afgraph.matching.tokens import Token

SKELETON, KEY = "s=", "k="
_LESS = "k-"  # a folded form with a letter less
_SHORTEST = 3  # consonants or letters of which one may be missing
_LONG_SKELETON = 4
_LONG_KEY = 6


def same_keys(word: Token) -> list[int]:
    """The keys of words that share a meaning, a given name, a skeleton or the folded form; the kind comes first."""
    if word.initial:
        return [hashed("i", word.key)]
    found = [hashed("m", each) for each in word.meanings]
    found += [hashed("n", each.name) for each in word.names]
    found += [hashed(f"{kind}=", form) for kind, form, _ in _spelled(word)]
    return found


def spelled_keys(word: Token) -> list[int]:
    """The keys of words that share the folded form or a given name."""
    return [hashed(KEY, word.key), *(hashed("n", each.name) for each in word.names)]


def listed_keys(word: Token) -> set[int]:
    """The keys under which a listed word is found: its own, and its forms with a letter less."""
    found = set(same_keys(word))
    for kind, form, _ in _spelled(word) if not word.initial else ():
        if _may_lack(kind, form):
            found.update(shortened(f"{kind}-", form))
    return found


def near_keys(word: Token) -> set[int]:
    """The keys of words that lack a letter of the skeleton or folded form, or have one more, or both in long forms."""
    found: set[int] = set()
    for kind, form, long in _spelled(word) if not word.initial else ():
        found.add(hashed(f"{kind}-", form))
        if _may_lack(kind, form):
            found.update(shortened(f"{kind}=", form))
            if long:
                found.update(shortened(f"{kind}-", form))
    return found


def letter_keys(word: Token) -> list[int]:
    """The keys of words that have the same folded form, or a letter more or less or another, in long ones two."""
    key = word.key
    found = [hashed(KEY, key), hashed(_LESS, key)]
    if _may_lack("k", key):
        found += shortened(KEY, key)
        found += shortened(_LESS, key)
    return found


def gram_keys(word: Token) -> set[int]:
    """The keys of letters and pairs of letters of the skeletons of a word, with its borders, and pairs of its key."""
    return {hashed("g", gram) for gram in _grams(word)}


def _grams(word: Token) -> set[str]:
    found: set[str] = set()
    for skeleton in sorted(word.skeletons)[:3]:
        padded = f"^{skeleton}$"
        found.update([padded[at : at + 2] for at in range(len(padded) - 1)])
    padded = f" {word.key} "
    found.update([padded[at : at + 2] for at in range(len(padded) - 1)])
    return found


def _spelled(word: Token) -> Iterator[tuple[str, str, bool]]:
    """Skeletons and the folded key: their kind, the form, and whether it is long enough to miss a letter twice."""
    for skeleton in word.skeletons:
        yield "s", skeleton, len(skeleton) >= _LONG_SKELETON
    yield "k", word.key, len(word.key) >= _LONG_KEY


def _may_lack(kind: str, form: str) -> bool:
    return len(form) >= (_SHORTEST if kind == "s" else _SHORTEST + 1)
