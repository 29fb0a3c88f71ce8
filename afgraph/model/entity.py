"""Entities and the names they bear."""

from dataclasses import dataclass, field
from typing import Literal

from afgraph.dates import Interval

NameKind = Literal["canonical", "alias", "short", "title", "nickname", "acronym", "former"]
NameStatus = Literal["attested", "listed", "generated", "disputed", "misspelling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as a claim: this form, in this language and script, meant this entity, in this period.

    `lang` is ISO 639-3, `script` ISO 15924; `when` is `None` for "at any time"; `phonemes` is the form vocalised;
    `origin` is the file and line where it stands.
    """

    form: str
    lang: str
    script: str
    kind: NameKind = "alias"
    status: NameStatus = "listed"
    when: Interval | None = None
    source: str | None = None
    phonemes: str | None = None
    origin: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.form


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organization, place, event, position or group. `lifespan` is when it was alive or existed.

    `qid` is its Wikidata item, `iso` its ISO 3166 code, `geonames` its GeoNames number.
    """

    id: str
    schema: str
    names: tuple[Name, ...]
    about: str = ""
    lifespan: Interval | None = None
    qid: str | None = None
    iso: str | None = None
    geonames: str | None = None
    different_from: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    origin: str = ""

    @property
    def name(self) -> str:
        """The canonical name, in the language that the pack puts first."""
        canonical = [each for each in self.names if each.kind == "canonical"]
        return (canonical or self.names)[0].form

    @property
    def native_name(self) -> str | None:
        """The first name that is not in Latin script, as its bearers write it; `None` where none is listed."""
        return next((each.form for each in self.names if each.script != "Latn"), None)

    def __str__(self) -> str:
        return self.name
