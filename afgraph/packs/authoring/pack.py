"""A pack as it is written: made, edited and saved."""

from collections.abc import Sequence
from pathlib import Path

from afgraph.errors import PackError
from afgraph.markup import text as html_text
from afgraph.model import Contents, Entity, Lexeme, Source
from afgraph.packs.authoring.additions import Additions
from afgraph.packs.authoring.document import Document
from afgraph.packs.authoring.editing import Editor, is_entity, sizes
from afgraph.packs.authoring.opening import create_folder, open_folder
from afgraph.packs.authoring.plain import Value
from afgraph.packs.authoring.reading import read_documents
from afgraph.packs.authoring.saving import save_files
from afgraph.packs.load import load_contents


class Pack(Additions):
    """A folder of YAML files, open to be read and edited; made by `Pack.create`, opened by `Pack.open`.

    Every edit is checked at once with the readers that load packs: what they would refuse raises `PackError`, and
    nothing is changed. Files change on disk only in `save`. Comments, order, and every line that an edit does not
    concern stay byte for byte as their author left them.

    >>> from tempfile import mkdtemp
    >>> pack = Pack.create(f"{mkdtemp()}/valley", title="The valley, 1990 to 1996")
    >>> pack.add_person("per:example-commander", {"eng": "Example Commander"}, born="1953").schema
    'Person'
    >>> [path.name for path in pack.save()]
    ['people.yml']
    """

    @classmethod
    def create(
        cls,
        folder: str | Path,
        *,
        title: str,
        name: str | None = None,
        license: str | None = None,  # noqa: A002 - the pack's own word
        version: str | None = None,
        over: Sequence[str | Path] = (),
    ) -> "Pack":
        """A new pack in a new folder, its `pack.yml` written. The name is the folder's where none is given.

        Raises `PackError` where the folder exists and is not empty.

        >>> from tempfile import mkdtemp
        >>> Pack.create(f"{mkdtemp()}/valley", title="The valley", license="MIT", version="1")
        <Pack valley: 0 entities, 0 sources, 0 claims, 0 lexemes; all saved>
        """
        path = Path(folder).resolve()
        create_folder(path, {"name": name or path.name, "title": title, "version": version, "license": license})
        return cls.open(path, over=over)

    @classmethod
    def open(cls, pack: str | Path, *, over: Sequence[str | Path] = ()) -> "Pack":
        """A pack that exists: a folder, or the name of a shipped one.

        `over` names packs that this one will be loaded after; its entries may refer to theirs. A pack with problems
        opens too, so that it can be mended. Raises `PackError` where there is no pack.

        >>> Pack.open("afghanistan").contents().entities["plc:kabul"].name
        'Kabul'
        """
        folder, documents = open_folder(pack)
        return cls(Editor(folder, documents, load_contents(over) if over else None))

    @property
    def folder(self) -> Path:
        """Where the pack lies.

        >>> Pack.open("afghanistan").folder.name
        'afghanistan'
        """
        return self._editor.folder

    @property
    def changed(self) -> tuple[Path, ...]:
        """The files with edits that are not saved.

        >>> Pack.open("afghanistan").changed
        ()
        """
        return tuple(self.folder / each.name for each in self._editor.documents if each.is_changed)

    def contents(self) -> Contents:
        """What the loader would read now, edits that are not saved included.

        Raises `PackError` where the pack has problems.

        >>> contents = Pack.open("tajikistan").contents()
        >>> contents.entities["plc:dushanbe"].name
        'Dushanbe'
        """
        contents, problems = self._read()
        if problems:
            raise PackError(problems)
        return contents

    def problems(self) -> list[str]:
        """What the loader would refuse now, a line each with its file and line; none for a sound pack.

        >>> Pack.open("tajikistan").problems()
        []
        """
        return self._read()[1]

    def _read(self) -> tuple[Contents, list[str]]:
        return read_documents(self.folder.name, self._editor.documents, self._editor.over)

    def save(self, *, force: bool = False) -> list[Path]:
        """The files that were written: those with edits, each replaced whole.

        Whatever ends the process meanwhile leaves each file whole, old or new. Raises `PackError`, with nothing
        written, where a file is no longer as it was when the pack was opened, cannot be written, or where the pack
        has problems (those alone are let pass by `force`).

        >>> Pack.open("afghanistan").save()
        []
        """
        documents = {self.folder / each.name: each for each in self._editor.documents if each.is_changed}
        problems = self.problems() if documents and not force else []
        if problems:
            raise PackError([*problems, "mend these, or save(force=True)"], outcome="nothing was saved")
        written = []
        files = {path: (each.original, each.content) for path, each in sorted(documents.items(), key=_rank)}
        for path in save_files(self.folder, files):
            documents[path].original = files[path][1]
            written.append(path)
        return sorted(written)

    def set(self, entry_id: str, **fields: Value | None) -> Entity | Source | Lexeme:
        """The entity, source or lexeme with some fields changed; `None` takes a field away.

        >>> pack = Pack.open("afghanistan")
        >>> pack.set("per:ahmad-massoud", about="son of Ahmad Shah Massoud", qid=None).about
        'son of Ahmad Shah Massoud'
        """
        return self._editor.set(entry_id, fields)

    def remove(self, entry_id: str) -> None:
        """Nothing; the entity, source or lexeme is gone, and the comments right above it.

        Raises `PackError` where another entry or a claim still names it.

        >>> pack = Pack.open("afghanistan")
        >>> pack.remove("lex:panjshiri")
        >>> [path.name for path in pack.changed]
        ['nisbas.yml']
        """
        self._editor.remove(entry_id)

    def remove_claim(self, claim_id: str) -> None:
        """Nothing; the claim is gone. A claim without an `id` of its own is named as `contents().claims` names it.

        >>> pack = Pack.open("afghanistan")
        >>> pack.remove_claim("c05")
        >>> "c05" in pack.contents().claims
        False
        """
        self._editor.remove_claim(claim_id)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count:,} {noun}" for noun, count in sizes(self._editor.places()).items())
        unsaved = ", ".join(path.relative_to(self.folder).as_posix() for path in self.changed)
        state = f"not saved: {unsaved}" if unsaved else "all saved"
        return f"<Pack {self.folder.name}: {counts}; {state}>"

    def _repr_html_(self) -> str:
        return html_text(repr(self)[1:-1])


def _rank(named: tuple[Path, Document]) -> tuple[int, Path]:
    """Sources before entities before claims: what is named is then on disk before what names it."""
    path, document = named
    if any(block.is_claims for block in document.blocks):
        return 2, path
    return int(any(is_entity(block.key) for block in document.blocks)), path
