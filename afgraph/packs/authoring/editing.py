"""Edits of a pack's files: each is checked with the loader's readers first, and done whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial, reduce
from pathlib import Path

from afgraph.errors import PackError
from afgraph.model import Claim, Contents
from afgraph.packs import nodes
from afgraph.packs.authoring.document import Block, Document
from afgraph.packs.authoring.opening import HEADER, file_name
from afgraph.packs.authoring.plain import ENTITY, LEXEME, SOURCE, Plain, given
from afgraph.packs.authoring.reading import (
    Entry,
    claims_of,
    known,
    read_checked,
    read_claim_checked,
    references_of,
)
from afgraph.packs.authoring.shelf import file_for_claims, file_for_entry
from afgraph.packs.authoring.splice import append, drop, drop_item, put
from afgraph.packs.fields import check_id
from afgraph.packs.nodes import Mark, Problems, did_you_mean, shown
from afgraph.packs.read_entity import SCHEMA_OF_PREFIX

_MOST_NAMED = 5
_PREFIXES = frozenset(f"{prefix}:" for prefix in (*SCHEMA_OF_PREFIX, "src", "lex"))
Place = tuple[Document, Block]


class Editor:
    """The files of one pack, as they would be saved now. `over` is what it stands on, and may refer to."""

    def __init__(self, folder: Path, documents: list[Document], over: Contents | None) -> None:
        self.folder = folder
        self.documents = documents
        self.over = over

    def places(self) -> Iterator[Place]:
        """Every entry and every list of claims, with its file."""
        for document in self.documents:
            if Path(document.name).name != HEADER:
                yield from ((document, block) for block in document.blocks if block.key[:4] in _PREFIXES)

    def find(self, key: str) -> Place | None:
        """The entry under an id, which is no list of claims."""
        named = (place for place in self.places() if place[1].key == key)
        return next((place for place in named if not place[1].is_claims), None)

    def get(self, key: str) -> Place:
        """The entry under an id. Raises `PackError` where there is none, with the nearest id."""
        place = self.find(key)
        if place is None:
            keys = {block.key for _, block in self.places()}
            hint = did_you_mean(str(key), keys) or "; add it first"
            if self.over is not None and key in {**self.over.entities, **self.over.sources}:
                hint = "; it belongs to a pack below this one, which is not changed here"
            raise _refusal(f"{shown(str(key))} is not in this pack{hint}")
        return place

    def where(self, place: Place, *, last: bool = False) -> str:
        """The file and line of an entry, or of the last item of a list."""
        document, block = place
        item = block.node.items[-1] if last and isinstance(block.node, nodes.Sequence) else None
        return f"{self.folder.name}/{document.name}:{document.line_of(block, item)}"

    def add(self, key: str, prefixes: tuple[str, ...], fields: Mapping[str, object]) -> Entry:
        """Add an entry, and give it as the loader reads it. `fields` may name a `file`."""
        self._refuse_id(key, prefixes)
        file = fields.get("file")
        value = _tidy(given({**fields, "file": None}, _order(key), key))
        return self._insert(key, value, str(file) if file else None)

    def _insert(self, key: str, value: dict[str, Plain], file: str | None) -> Entry:
        entry = read_checked(key, value, known(self.documents, self.over))
        sort = value.get("kind" if key.startswith("lex:") else "schema")
        document = self.document(file or file_for_entry(self.documents, key, str(sort) if sort else None))
        return replace(entry, origin=self.where((document, document.insert(key, value))))

    def _refuse_id(self, key: str, prefixes: tuple[str, ...]) -> None:
        problems = Problems()
        check_id(str(key), Mark("", 1, 1), problems, prefixes)
        if problems.found:
            raise _refusal(problems.found[0].removeprefix(":1:1: "))
        place = self.find(key)
        if place is not None:
            raise _refusal(f"{shown(key)} stands already at {self.where(place)}; change it with set, or choose an id")
        if self.over is not None and key in {**self.over.entities, **self.over.sources, **self.over.lexicon}:
            raise _refusal(f"{shown(key)} is an id of a pack below this one; refer to it, or choose an id")

    def document(self, name: str) -> Document:
        """A file of the pack, a new one where there is none of that name."""
        name = file_name(name, self.folder)
        found = next((each for each in self.documents if each.name == name), None)
        if found is None:
            found = Document(name)
            self.documents.append(found)
            self.documents.sort(key=lambda each: Path(each.name))
        return found

    def add_claim(self, line: str, source: str, fields: Mapping[str, object]) -> Claim:
        """Add a claim under its source, and give it as the loader reads it. `fields` may name a `file`."""
        details = given({**fields, "file": None}, (), line)
        value: Plain = {"claim": line, **details} if details else line
        claim = read_claim_checked(source, value, known(self.documents, self.over))
        for place in self.places():
            if claim.id in claims_of(place[1]):
                raise _refusal(f"claim {shown(claim.id)} stands already in {self.where(place)}; give it another id")
        chosen = fields.get("file")
        name = str(chosen) if chosen else file_for_claims(self.documents, source, claim.subject, claim.relation)
        document = self.document(name)
        block = next((each for each in document.blocks if each.key == source), None)
        if block is None:
            block = document.insert(source, [value])
        elif block.is_claims:
            ids = claims_of(block)
            document.append(block, value)
            block.claims = dict.fromkeys([*ids, claim.id]) if ids else None
        else:
            raise _refusal(f"{name} describes {source}; a key stands once in a file, so name another file")
        return replace(claim, origin=self.where((document, block), last=True))

    def add_name(self, key: str, lang: str, name: Plain) -> Entry:
        """Add a name to an entity, and give the entity as the loader reads it.

        An entity of a pack below gets an entry here with that name alone, which adds up with its own.
        """
        if self.over is not None and key in self.over.entities and self.find(key) is None:
            return self._insert(key, {"names": {lang: [name] if isinstance(name, dict) else name}}, None)
        document, block = self.get(key)
        before = block.value
        names = before.get("names") if isinstance(before, dict) else None
        if not isinstance(before, dict) or not isinstance(names, dict):
            raise _refusal(f"{key}: only an entity has names")
        held = names.get(lang, [])
        listed = [*held, name] if isinstance(held, list) else [held, name]
        forms = listed if lang in names or isinstance(name, dict) else name
        after: Plain = {**before, "names": {**names, lang: forms}}
        entry = read_checked(key, after, known(self.documents, self.over), before)
        if lang in names:
            document.edit(block, after, lambda text: append(text, ("names", lang), name, document.layout))
        else:
            path = ("names", lang)
            document.edit(block, after, lambda text: put(text, path, forms, after=names, layout=document.layout))
        return replace(entry, origin=self.where((document, block)))

    def set(self, key: str, fields: Mapping[str, object]) -> Entry:
        """Give an entry some fields, or take them away (`None`); the entry as the loader then reads it."""
        document, block = self.get(key)
        before = block.value
        if not isinstance(before, dict):
            raise _refusal(f"{key}: is no entry with fields; mend the file by hand")
        order = _order(key)
        new = _tidy(given(fields, order, key))
        after: dict[str, Plain] = {
            field: each for field, each in {**before, **new}.items() if fields.get(field, 0) is not None
        }
        entry = read_checked(key, after, known(self.documents, self.over), before)
        changes = [
            partial(put, path=(field,), value=each, after=order[: order.index(field)], layout=document.layout)
            for field, each in new.items()
            if before.get(field) != each
        ]
        changes += [partial(drop, path=(field,)) for field in before if field not in after]
        if changes:
            document.edit(block, after, lambda text: reduce(lambda made, change: change(made), changes, text))
        return replace(entry, origin=self.where((document, block)))

    def remove(self, key: str) -> None:
        """Take an entry out. Raises `PackError` where another one still names it."""
        document, block = self.get(key)
        others = [each for each in self.places() if each[1] is not block and key in each[1].text]
        using = [each for each in others if key in {reference.id for reference in references_of(each[1])}]
        if using:
            told = ", ".join(f"{each[1].key} ({self.where(each)})" for each in using[:_MOST_NAMED])
            more = f" and {len(using) - _MOST_NAMED} more" if len(using) > _MOST_NAMED else ""
            raise _refusal(f"{key} is still named by {told}{more}; change or remove these first")
        document.remove(block)

    def remove_claim(self, claim_id: str) -> None:
        """Take a claim out of its source's list. Raises `PackError` where there is none, with the nearest id."""
        lists = [(document, block, claims_of(block)) for document, block in self.places()]
        found = next((each for each in lists if claim_id in each[2]), None)
        if found is None:
            hint = did_you_mean(str(claim_id), [each for _, _, ids in lists for each in ids])
            raise _refusal(f"claim {shown(str(claim_id))} is not in this pack{hint}")
        document, block, ids = found
        number, value = [*ids].index(claim_id), block.value
        assert isinstance(value, list)
        if len(value) == 1:
            document.remove(block)
        else:
            rest = value[:number] + value[number + 1 :]
            document.edit(block, rest, lambda text: drop_item(text, number))


def _order(key: str) -> tuple[str, ...]:
    return {"src": SOURCE, "lex": LEXEME}.get(key[:3], ENTITY)


def _tidy(fields: Mapping[str, Plain]) -> dict[str, Plain]:
    """Fields in the shape that packs have: one form stands alone, ids that it is taken for stand in a list."""
    return {field: made for field, value in fields.items() if (made := _tidied(field, value)) or made == ""}


def _tidied(field: str, value: Plain) -> Plain:
    if field in ("different_from", "former_ids") and isinstance(value, str):
        return [value]
    if field in ("names", "forms") and isinstance(value, dict):
        return {lang: _alone(forms) for lang, forms in value.items() if forms or forms == ""}
    return value


def _alone(forms: Plain) -> Plain:
    only = forms[0] if isinstance(forms, list) and len(forms) == 1 else None
    if isinstance(forms, dict):
        return [forms]
    return only if isinstance(only, str) else forms


def _refusal(message: str) -> PackError:
    return PackError([message], outcome="nothing was changed")


def is_entity(key: str) -> bool:
    """Whether a key is that of an entity."""
    return key[:4].endswith(":") and key[:3] in SCHEMA_OF_PREFIX


def sizes(places: Iterable[Place]) -> dict[str, int]:
    """How many entities, sources, claims and lexemes there are."""
    counts = dict.fromkeys(("entities", "sources", "claims", "lexemes"), 0)
    for _, block in places:
        if is_entity(block.key):
            counts["entities"] += 1
        elif block.key.startswith("lex:"):
            counts["lexemes"] += 1
        elif block.key.startswith("src:"):
            held = block.value if block.is_claims else None
            counts["sources" if held is None else "claims"] += 1 if held is None else len(held)
    return counts
