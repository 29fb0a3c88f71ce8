"""What a word beside a name is: an office, a title, a people, a given name, or what makes another name of it."""

from functools import cache

from afgraph.data import read_table
from afgraph.matching.words.lexicon import common_word, given_names, servant_of
from afgraph.text import name_key

_PRAISE = "ullah"  # the lexicon's end of names that are shortened to what stands before it


@cache
def _keys(table: str, column: str = "word") -> frozenset[str]:
    return frozenset(name_key(row[column]) for row in read_table(f"linking/{table}.tsv"))


@cache
def _institutions(side: str, *, small: bool) -> frozenset[str]:
    rows = read_table("linking/institutions.tsv")
    return frozenset(
        name_key(row["word"]) for row in rows if row["side"] == side and (row["small"] == "yes" or not small)
    )


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(row["means"] for row in read_table("linking/honorifics.tsv"))


def is_role(key: str) -> bool:
    """Whether a word is an office, a calling or a kinship, never part of a name beside it.

    >>> is_role("spokesman"), is_role("massoud")
    (True, False)
    """
    return key in _keys("roles")


def is_title(key: str) -> bool:
    """Whether a word is a title, which may be part of a name or stand before it.

    >>> is_title("mullah"), is_title("general")
    (True, True)
    """
    return common_word(key).kind == "title"


def is_honorific(key: str) -> bool:
    """Whether a word is a title that stands before persons only.

    >>> is_honorific("mullah"), is_honorific("president")
    (True, False)
    """
    return not common_word(key).meanings.isdisjoint(_honorifics())


def is_demonym(key: str) -> bool:
    """Whether a word says of what country or people someone is.

    >>> is_demonym("russian")
    True
    """
    return key in _keys("demonyms")


def is_of_place(key: str, place: str, lang: str) -> bool:
    """Whether a word may say of what place something is, by its ending, which the place's own name lacks.

    >>> is_of_place("kabuli", "kabul", "eng"), is_of_place("karachi", "karachi", "eng")
    (True, False)
    """
    endings = tuple(ending for ending in _place_endings(lang) if not place.endswith(ending))
    return bool(endings) and key.endswith(endings)


@cache
def _place_endings(lang: str) -> tuple[str, ...]:
    rows = read_table("linking/place_endings.tsv")
    return tuple(name_key(row["ending"]) for row in rows if row["lang"] in (lang, "mul"))


def is_given(word: str) -> bool:
    """Whether a word is a given name, of the region or of elsewhere.

    >>> is_given("Ahmad"), is_given("Karl"), is_given("Kabul")
    (True, True, False)
    """
    return bool(given_names(word)) or name_key(word) in _keys("given_elsewhere", "name")


def shortens(short: str, long: str) -> bool:
    """Whether a given name is short for another, as the lexicon calls them.

    >>> shortens("qadir", "abd-ul-qadir"), shortens("najib", "najibullah"), shortens("najib", "abd-ul-qadir")
    (True, True, False)
    """
    return long in (servant_of(short), f"{short}{_PRAISE}")


def without_servant(key: str) -> str | None:
    """A name that is written as one word with Abd al- without it; `None` for any other.

    >>> without_servant("abdulraziq"), without_servant("ahmad")
    ('raziq', None)
    """
    head = next((each for each in _servant_heads() if key.startswith(each) and key != each), None)
    return None if head is None else key.removeprefix(head)


@cache
def _servant_heads() -> tuple[str, ...]:
    """How Abd al- begins a word, the longest first."""
    rows = read_table("romanization/joins.tsv")
    heads = {row["joined"].removesuffix("+") for row in rows if row["joined"].endswith("+")}
    return tuple(sorted(heads, key=lambda each: (-len(each), each)))


def is_of(key: str) -> bool:
    """Whether a word joins two names as "of" does.

    >>> is_of("of"), is_of("and")
    (True, False)
    """
    return key in _ofs()


@cache
def _ofs() -> frozenset[str]:
    return frozenset(name_key(row["word"]) for row in read_table("linking/joining.tsv") if row["of"] == "yes")


def is_generic(key: str) -> bool:
    """Whether a word says of what kind something is: a party, a province, an army.

    >>> is_generic("party")
    True
    """
    return common_word(key).kind in ("generic", "kind", "numeral")


def is_institution(key: str, side: str, *, small: bool = False) -> bool:
    """Whether a word `before` or `after` a name makes the name of something else of it; `small`: without a capital too.

    >>> is_institution("university", "after")
    True
    """
    return key in _institutions(side, small=small)
