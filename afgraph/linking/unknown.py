"""Who is named in texts and listed nowhere: the spellings of each put together, with a stub for a pack."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, overload

from afgraph.errors import PackError
from afgraph.linking.mention import Mention
from afgraph.linking.one_line import one_line
from afgraph.linking.sightings import Document, Sighting, clusters_of, sightings_of
from afgraph.markup import table
from afgraph.packs.read_entity import SCHEMA_OF_PREFIX
from afgraph.text import name_key, script_of

_SHOWN = 3  # documents that a stub names
_REASONS = 2  # that are given against the nearest known


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Somebody or something unknown to the graph, as texts name it. `id` and `schema` are a first guess.

    `forms` are its spellings as (language, form), the commonest first.
    """

    id: str
    schema: str
    sightings: tuple[Sighting, ...] = field(repr=False)

    @property
    def forms(self) -> list[tuple[str, str]]:
        """Its spellings with their languages, the commonest first."""
        counts = Counter((each.lang, each.form) for each in self.sightings)
        return [form for form, _ in sorted(counts.items(), key=lambda each: (" " not in each[0][1], -each[1], each[0]))]

    @property
    def mentions(self) -> list[Mention]:
        """All its mentions, in the order of the texts."""
        return [each.mention for each in self.sightings]

    @property
    def documents(self) -> list[str]:
        """The documents that name it, each once."""
        return list(dict.fromkeys(each.document for each in self.sightings))

    @property
    def nearest(self) -> str:
        """The known entity that comes nearest, and why it is not meant; empty where none comes near."""
        best = max((each.resolution for each in self.mentions), key=lambda resolution: resolution.score)
        if not best.candidates:
            return ""
        near = best.candidates[0]
        against = sorted((each for each in near.evidence if each.weight < 0), key=lambda each: each.weight)
        why = "; ".join(each.says for each in against[:_REASONS])
        return one_line(f"{near.entity.name} [{near.id}], probability {near.score:.3f}; against it: {why}")

    def __str__(self) -> str:
        count = len(self.sightings)
        often = "once" if count == 1 else f"{count} times"
        return f"{self.id} ({self.schema}), {often}: {', '.join(form for _, form in self.forms)}"

    def to_dict(self) -> dict[str, Any]:
        """The proposal as plain values."""
        return {
            "id": self.id,
            "schema": self.schema,
            "count": len(self.sightings),
            "documents": self.documents,
            "forms": [{"lang": lang, "form": form} for lang, form in self.forms],
            "nearest": self.nearest,
        }

    def to_yaml(self) -> str:
        """A stub for a pack, with the nearest known entity in a comment; id, schema and names are for you to check."""
        from afgraph.packs.authoring.emit import Layout, field_lines

        names: dict[str, Any] = {}
        for lang, form in self.forms:
            short = " " not in name_key(form) and self.schema == "Person" and any(" " in each for _, each in self.forms)
            names.setdefault(lang, []).append({"short": form} if short else form)
        count = len(self.sightings)
        about = f"named {'once' if count == 1 else f'{count} times'} in {_some(self.documents)}"
        fields: dict[str, Any] = {"schema": self.schema, "about": about, "names": names}
        if fields["schema"] == SCHEMA_OF_PREFIX[self.id[:3]]:
            del fields["schema"]
        near = f"# nearest known: {self.nearest}\n" if self.nearest else ""
        return near + "".join(field_lines(self.id, fields, Layout()))


class Unknown(Sequence[Proposed]):
    """Entities proposed for what texts name and nobody lists, the most often named first."""

    def __init__(self, found: Iterable[Proposed]) -> None:
        self._found = tuple(found)

    @overload
    def __getitem__(self, index: int) -> Proposed: ...
    @overload
    def __getitem__(self, index: slice) -> "Unknown": ...
    def __getitem__(self, index: int | slice) -> "Proposed | Unknown":
        return Unknown(self._found[index]) if isinstance(index, slice) else self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def __str__(self) -> str:
        return "\n".join(map(str, self._found))

    def __repr__(self) -> str:
        return "\n".join([f"<{len(self)} unknown>", *(f"  {each}" for each in self._found)])

    def to_yaml(self) -> str:
        """The stubs as a file of a pack, in ascending order of their ids as packs have them."""
        head = "# Named in texts and listed nowhere; not yet checked by anybody. Strike what is wrong, and this line.\n"
        return "\n".join([head, *(each.to_yaml() for each in sorted(self._found, key=lambda each: each.id))])

    def save(self, path: str | Path) -> Path:
        """The new file of a pack into which the stubs were written.

        Raises `PackError` where the file is there already, or nobody is unknown.
        """
        from afgraph.packs.authoring.saving import save_file

        if not self._found:
            raise PackError(["nobody unknown is named"], outcome="nothing was saved")
        save_file(Path(path), self.to_yaml().encode())
        return Path(path)

    def _repr_html_(self) -> str:
        rows = [
            (each.id, each.schema, len(each.sightings), ", ".join(form for _, form in each.forms), each.nearest)
            for each in self._found
        ]
        headers = ["proposed id", "kind", "times", "spellings", "nearest known"]
        return table(headers, rows, caption=f"{len(self)} named and listed nowhere")


def unknown(texts: Document | Iterable[Document]) -> Unknown:
    """Who is named in one linked text or many and listed nowhere, the spellings of each put together.

    Names of several words are one where both spell one name, in whatever script; a name of one word goes to the only
    one of its document that it may be short for. The order of the texts changes nothing but the order of mentions.

    >>> import afgraph as af
    >>> print(unknown(af.load().link("Karim Rahimi came to Kabul. Kareem Rahimi left.")))
    per:kareem-rahimi (Person), 2 times: Kareem Rahimi, Karim Rahimi
    """
    several = list(texts) if isinstance(texts, Iterable) else [texts]
    sightings = [each for number, text in enumerate(several, start=1) for each in sightings_of(text, number)]
    clusters = clusters_of(sightings)
    taken = {known for text in several if text.store is not None for known in text.store.contents.entities}
    ordered = sorted(clusters, key=lambda each: (-len(each), _head(each)))
    return Unknown(_proposed(cluster, taken) for cluster in ordered)


def _head(cluster: Sequence[Sighting]) -> str:
    """The form that a bearer is called by: the commonest, in Latin letters where there is one."""
    counts = Counter(each.form for each in cluster)
    return min(counts, key=lambda form: (script_of(form) != "Latn", " " not in form, -counts[form], form))


def _proposed(cluster: Sequence[Sighting], taken: set[str]) -> Proposed:
    schemas = Counter(each.schema for each in cluster if each.schema is not None)
    schema = min(schemas, key=lambda each: (-schemas[each], each), default="Person")
    entity_id = _free_id(_prefix(schema), _slug(_head(cluster)), taken)
    taken.add(entity_id)
    return Proposed(id=entity_id, schema=schema, sightings=tuple(cluster))


def _prefix(schema: str) -> str:
    from afgraph.linking.cues.nouns import is_a

    return next((prefix for prefix, wide in SCHEMA_OF_PREFIX.items() if is_a(schema, wide)), "per")


def _slug(form: str) -> str:
    """A form in small Latin letters and hyphens."""
    from unidecode import unidecode

    return "-".join(re.findall("[a-z0-9]+", unidecode(form).lower().replace("'", ""))) or "unnamed"


def _free_id(prefix: str, slug: str, taken: set[str]) -> str:
    number = 1
    while (found := f"{prefix}:{slug}" if number == 1 else f"{prefix}:{slug}-{number}") in taken:
        number += 1
    return found


def _some(documents: Sequence[str]) -> str:
    more = f" and {len(documents) - _SHOWN} more" if len(documents) > _SHOWN else ""
    return ", ".join(one_line(each) for each in documents[:_SHOWN]) + more
