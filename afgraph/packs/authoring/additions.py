"""What is added to a pack: an entity, a name, a source, a claim or a word of its lexicon."""

from collections.abc import Iterable, Mapping
from typing import Unpack

from afgraph.model import Claim, Entity, Lexeme, Source
from afgraph.packs.authoring.editing import Editor
from afgraph.packs.authoring.plain import (
    ClaimFields,
    EntityFields,
    NameFields,
    Names,
    PersonFields,
    PlaceFields,
    SourceFields,
    given,
)

_NAME = ("when", "source", "status", "script", "phonemes")


class Additions:
    """A pack to which entries are added, each checked at once by the readers that load packs."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def add_person(self, entity_id: str, names: Names, **fields: Unpack[PersonFields]) -> Entity:
        """The new person as the loader reads it.

        `names` are forms by language (ISO 639-3): one, or a list of forms and of mappings such as
        `{"short": "Massoud", "when": "2019/.."}`. Fields: `about`, `born`, `died`, `schema`, `different_from`,
        `former_ids`, `qid`; `file` names the file where the place by order is not wanted.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> str(pack.add_person("per:example", {"eng": ["Example", {"short": "Ex"}], "prs": "مثال"}, born=1953))
        'Example'
        """
        return self._add(entity_id, "per", names, fields)

    def add_organization(self, entity_id: str, names: Names, **fields: Unpack[EntityFields]) -> Entity:
        """The new organization as the loader reads it. Fields as of a person, with `when` for its dates.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_organization("org:example", {"eng": "Example"}, schema="Party", when="1990/..").schema
        'Party'
        """
        return self._add(entity_id, "org", names, fields)

    def add_place(self, entity_id: str, names: Names, **fields: Unpack[PlaceFields]) -> Entity:
        """The new place as the loader reads it. Fields as of an organization, and `iso`, `geonames`.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_place("plc:example", {"prs": "مثال"}, schema="Town", geonames=1138958).geonames
        '1138958'
        """
        return self._add(entity_id, "plc", names, fields)

    def add_event(self, entity_id: str, names: Names, **fields: Unpack[EntityFields]) -> Entity:
        """The new event as the loader reads it. Fields as of an organization.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> str(pack.add_event("evt:example", {"eng": "Example talks"}, when="1994-01").lifespan)
        '1994-01'
        """
        return self._add(entity_id, "evt", names, fields)

    def add_position(self, entity_id: str, names: Names, **fields: Unpack[EntityFields]) -> Entity:
        """The new position as the loader reads it. Fields as of an organization.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_position("pos:example", {"eng": "Governor of Example"}).schema
        'Position'
        """
        return self._add(entity_id, "pos", names, fields)

    def add_group(self, entity_id: str, names: Names, **fields: Unpack[EntityFields]) -> Entity:
        """The new group of people as the loader reads it. Fields as of an organization.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_group("grp:examples", {"eng": "Examples"}, schema="EthnicGroup").schema
        'EthnicGroup'
        """
        return self._add(entity_id, "grp", names, fields)

    def _add(self, entity_id: str, prefix: str, names: Names, fields: Mapping[str, object]) -> Entity:
        entry = self._editor.add(entity_id, (prefix,), {**fields, "names": names})
        assert isinstance(entry, Entity)
        return entry

    def add_source(self, source_id: str, *, title: str, **fields: Unpack[SourceFields]) -> Source:
        """The new source as the loader reads it. Fields: `kind`, `url`, `locator`, `published`, `confidence`, `file`.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_source("src:my-notebook", title="My notebook", kind="report", confidence=0.8).kind
        'report'
        """
        entry = self._editor.add(source_id, ("src",), {**fields, "title": title})
        assert isinstance(entry, Source)
        return entry

    def add_claim(self, text: str, *, source: str, **fields: Unpack[ClaimFields]) -> Claim:
        """The new claim as the loader reads it: `subject relation object [when]`, `-` for no object.

        Fields: `id`, `modality`, `polarity`, `by` (an id or a list, nearest to the source first), `reported`,
        `place`, `confidence`, `quantity`, `value`, `role`, `cue`, `locator`, `note`, `file`.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> claim = pack.add_claim(
        ...     "per:ahmad-massoud opposes org:taliban 2021-08-17/..", source="src:seed-article", modality="reported"
        ... )
        >>> claim.modality, str(claim.when)
        ('reported', '2021-08-17/..')
        """
        return self._editor.add_claim(" ".join(text.split()), source, fields)

    def add_name(
        self, entity_id: str, form: str, *, lang: str, kind: str = "alias", **fields: Unpack[NameFields]
    ) -> Entity:
        """The entity with one more name. Fields: `when`, `source`, `status`, `script`, `phonemes`.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_name("per:ahmad-massoud", "Ahmad Massud", lang="ita", status="misspelling").names[-1].lang
        'ita'
        """
        more = given(fields, _NAME, f"{entity_id}: {form}")
        entry = self._editor.add_name(entity_id, lang, {kind: form, **more} if more or kind != "alias" else form)
        assert isinstance(entry, Entity)
        return entry

    def add_lexeme(
        self,
        lexeme_id: str,
        *,
        kind: str,
        forms: Mapping[str, str | Iterable[str]],
        means: str | None = None,
        note: str | None = None,
        file: str | None = None,
    ) -> Lexeme:
        """The new word of the lexicon as the loader reads it.

        `kind` is `title`, `nisba`, `generic`, `numeral` or `given`; `means` an entity's id or plain English.

        >>> from afgraph import Pack
        >>> pack = Pack.open("afghanistan")
        >>> pack.add_lexeme("lex:exampli", kind="nisba", forms={"eng": ["Exampli", "Examply"]}).forms[1]
        ('eng', 'Examply')
        """
        fields = {"kind": kind, "forms": forms, "means": means, "note": note, "file": file}
        entry = self._editor.add(lexeme_id, ("lex",), fields)
        assert isinstance(entry, Lexeme)
        return entry
