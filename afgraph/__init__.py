"""A graph of people, factions, places and relations that knows every spelling of their names.

>>> import afgraph as af
>>> kg = af.load()
>>> str(kg.resolve("Emrullah Salih").entity)
'Amrullah Saleh'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from afgraph.errors import (
        AfgraphError,
        AmbiguousNameError,
        BadNameError,
        DataError,
        DateFormatError,
        MissingExtraError,
        PackError,
        QuestionError,
        TextTooLongError,
        UnknownNameError,
        UnknownStandardError,
        WorkerError,
    )
    from afgraph.knowledge_graph import KnowledgeGraph, load
    from afgraph.linking import link, unknown
    from afgraph.matching import compare, spellings
    from afgraph.packs.authoring import Pack
    from afgraph.resolver import Resolver
    from afgraph.romanization.standards import romanize

    __version__: str

__all__ = [
    "AfgraphError",
    "AmbiguousNameError",
    "BadNameError",
    "DataError",
    "DateFormatError",
    "KnowledgeGraph",
    "MissingExtraError",
    "Pack",
    "PackError",
    "QuestionError",
    "Resolver",
    "TextTooLongError",
    "UnknownNameError",
    "UnknownStandardError",
    "WorkerError",
    "__version__",
    "compare",
    "link",
    "load",
    "romanize",
    "spellings",
    "unknown",
]

_HOMES = {
    "KnowledgeGraph": "afgraph.knowledge_graph",
    "Pack": "afgraph.packs.authoring",
    "Resolver": "afgraph.resolver",
    "compare": "afgraph.matching",
    "link": "afgraph.linking",
    "load": "afgraph.knowledge_graph",
    "romanize": "afgraph.romanization.standards",
    "spellings": "afgraph.matching",
    "unknown": "afgraph.linking",
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for, so that `import afgraph` costs next to nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'afgraph' has no attribute {name!r}")
    value = _version() if name == "__version__" else getattr(import_module(_HOMES.get(name, "afgraph.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion, whether or not they are imported yet."""
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("afgraph")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
