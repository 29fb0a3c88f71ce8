"""A graph of people, factions, places and relations that knows every spelling of their names.

>>> import afgraph as af
>>> kg = af.load()
>>> str(kg.resolve("Emrullah Salih").entity)
'Amrullah Saleh'
"""

from importlib.metadata import PackageNotFoundError, version

from afgraph.errors import (
    AfgraphError,
    AmbiguousNameError,
    DataError,
    DateFormatError,
    MissingExtraError,
    PackError,
    UnknownNameError,
)
from afgraph.knowledge_graph import KnowledgeGraph, load
from afgraph.linking import link
from afgraph.resolver import Resolver

try:
    __version__ = version("afgraph")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"

__all__ = [
    "AfgraphError",
    "AmbiguousNameError",
    "DataError",
    "DateFormatError",
    "KnowledgeGraph",
    "MissingExtraError",
    "PackError",
    "Resolver",
    "UnknownNameError",
    "__version__",
    "link",
    "load",
]
