"""The resolver: a list of entities, made of names, saved to a file or opened from one."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from afgraph.errors import DataError
from afgraph.graph import ClaimStore
from afgraph.matching import NameIndex
from afgraph.matching.search.kept import KIND, VERSION, kept_index, tables_key
from afgraph.model import Entity, Name
from afgraph.resolver.gazetteer import Rows, entities_of
from afgraph.resolver.ids import CurrentIds
from afgraph.resolver.many import Many
from afgraph.resolver.names import Listed
from afgraph.sections import Sections, open_sections, save_sections

_KIND = "a resolver"


class Resolver(Many):
    """Resolves spellings to the entities of a list, with or without a graph behind it.

    >>> resolver = Resolver.from_names({"m": ["Ahmad Massoud", "احمد مسعود"], "s": ["Amrullah Saleh"]})
    >>> resolver.resolve("Emrullah Salih").id
    's'
    >>> resolver.resolve("Angela Merkel").outcome
    'nil'
    """

    def __init__(
        self,
        entities: Iterable[Entity] | Mapping[str, Entity],
        *,
        store: ClaimStore | None = None,
        judgements: str | Path | None = None,
        kept: tuple[Path, str] | None = None,
    ) -> None:
        by_id = entities if isinstance(entities, Mapping) else {entity.id: entity for entity in entities}
        each = by_id.every() if isinstance(by_id, Listed) else by_id.values()
        names = ((entity.id, name) for entity in each for name in entity.names)
        names_of = _NamesOf(by_id)
        index = NameIndex.over(names, names_of) if kept is None else kept_index(names, names_of, *kept)
        self._begin(by_id, index, store, judgements)

    @classmethod
    def from_names(cls, rows: Rows) -> "Resolver":
        """A resolver for anyone's list: `{id: [name, ...]}`, (id, name) rows, or mappings with more columns.

        Mappings may hold `type` and `lang` beside `id` and `name`. Raises `ValueError` for a row without them.

        >>> Resolver.from_names([("k", "Kabul"), ("k", "کابل")]).resolve("Кабул").id
        'k'
        """
        return cls(entities_of(rows))

    def save(self, path: str | Path) -> None:
        """Write the list and all that it is searched by to one file, which `open` maps into memory.

        Judgements are not in it. Raises `ValueError` for the resolver of a graph, `OSError` where the file cannot be
        written.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Resolver.from_names({"k": ["Kabul"]}).save(f"{folder}/cities.names")
        """
        if not isinstance(self._entities, Listed):
            raise ValueError("the resolver of a graph is not saved: open the graph with afgraph.load, which keeps it")  # noqa: TRY004
        parts = (self._entities.sections, self.index.sections)
        about = {name: value for each in parts for name, value in each.about.items()}
        both = {name: part for each in parts for name, part in each.parts.items()}
        save_sections(Sections(both, {**about, "tables": tables_key()}), path, kind=_KIND, version=VERSION)

    @classmethod
    def open(cls, path: str | Path, *, judgements: str | Path | None = None) -> "Resolver":
        """The resolver that `save` wrote, ready at once: its file is mapped, and processes share what they read of it.

        Raises `DataError` with the file's name where it is no such file, damaged, or of another version: at once, or
        when the damaged part is first asked for.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Resolver.from_names({"k": ["Kabul"]}).save(f"{folder}/cities.names")
        ...     Resolver.open(f"{folder}/cities.names").resolve("Kaboul").id
        'k'
        """
        sections = open_sections(path, _KIND, VERSION)
        if sections.about.get("tables") != tables_key():
            raise DataError(f"{path}: it was made by another version of afgraph; make it again from its names")
        entities = Listed(sections)
        found = cls.__new__(cls)
        found._begin(entities, NameIndex.opened(sections, _NamesOf(entities)), None, judgements)  # noqa: SLF001 - its own
        return found

    def _filed(self, folder: Path) -> "Resolver":
        if isinstance(self._entities, Listed):
            return self if self._entities.sections.in_place else self._refiled(folder / "list")
        save_sections(self.index.sections, folder / "index", kind=KIND, version=VERSION)
        filed = copy.copy(self)
        sections = open_sections(folder / "index", KIND, VERSION)
        filed.index = NameIndex.opened(sections, _NamesOf(self._entities))
        return filed

    def _refiled(self, path: Path) -> "Resolver":
        """The same resolver, opened from a file that is written now."""
        self.save(path)
        opened = Resolver.open(path)
        opened.judgements = self.judgements.over(CurrentIds(opened._entities))  # noqa: SLF001 - of its own kind
        return opened


class _NamesOf:
    """The names of each of some entities."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    def __call__(self, entity_id: str) -> Sequence[Name]:
        return self._entities[entity_id].names
