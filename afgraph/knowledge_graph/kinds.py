"""Whom a name means where the question tells of what kind it is: a body, a place, an office."""

from collections.abc import Iterable

from afgraph.errors import AmbiguousNameError, UnknownNameError
from afgraph.graph import ClaimStore
from afgraph.knowledge_graph.base import Base, Who
from afgraph.query import On
from afgraph.query.family import kinship_words

_CONTROL = frozenset({"controls", "seized_control_of"})


def body_of(graph: Base, what: Who, on: On | None) -> str:
    """The id of an organization; of a country or whatever else bears the name where no organization does."""
    return _first_of(graph, what, on, "Organization")


def place_of(graph: Base, what: Who, on: On | None) -> str:
    """The id of a place; a government counts as one where the name means no place.

    Of a town and a district that share their name, the one whose control some claim tells of.
    """
    try:
        found = _first_of(graph, what, on, "Place")
    except AmbiguousNameError as error:
        told = [each for each, _ in error.candidates if graph.store.edges_of_any(each, _CONTROL)]
        if len(told) != 1:
            raise
        return told[0]
    if not any(graph.store.is_a(found, schema) for schema in ("Place", "Organization")):
        raise UnknownNameError(f"{graph.store.entity(found)} [{found}] is no place; name one, or a government")
    return found


def office_of(graph: Base, what: Who, on: On | None) -> str:
    """The id of an office, or of the person who holds some.

    Words of an office's name will do where they mean one: "Prime Minister" is "Prime Minister of Afghanistan". Raises
    `AmbiguousNameError` where they mean several.
    """
    try:
        found = graph.entity(what, date=on).id
    except (AmbiguousNameError, UnknownNameError) as error:
        return _office_called(graph, str(what)) or _raised(error)
    ministry = graph.store.is_a(found, "Organization")
    return (_office_called(graph, str(what)) if ministry else None) or found


def kinship(store: ClaimStore, relation: str | Iterable[str]) -> frozenset[str]:
    """Words for what one is to another of the family. Raises `UnknownNameError` for what is none, with all that are."""
    wanted = frozenset([relation] if isinstance(relation, str) else relation)
    known = kinship_words(store)
    if not wanted <= known:
        unknown = ", ".join(sorted(map(repr, wanted - known)))
        raise UnknownNameError(f"no kinship is called {unknown}; there are {', '.join(sorted(known))}")
    return wanted


def _first_of(graph: Base, what: Who, on: On | None, schema: str) -> str:
    try:
        return graph.entity(what, date=on, schema=schema).id
    except UnknownNameError:
        return graph.entity(what, date=on).id


def _office_called(graph: Base, text: str) -> str | None:
    """The office with all these words in one of its names and the fewest others."""
    wanted = _words(text)
    others: dict[str, int] = {}
    for office in graph.entities(schema="Position"):
        forms = [_words(name.form) for name in office.names]
        more = [len(form - wanted) for form in forms if wanted and wanted <= form]
        if more:
            others[office.id] = min(more)
    nearest = [each for each, count in others.items() if count == min(others.values())]
    if len(nearest) > 1:
        raise AmbiguousNameError(text, [(each, graph.store.entity(each).name) for each in nearest])
    return nearest[0] if nearest else None


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in text.replace("-", " ").split()) - {"the"}


def _raised(error: Exception) -> str:
    raise error
