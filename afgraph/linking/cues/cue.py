"""A cue found in a text."""

from dataclasses import dataclass
from typing import Any, Literal

from afgraph.linking.mention import Mention
from afgraph.model import Modality, Polarity

CueKind = Literal["relation", "speech"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of a text that relate names, or say on whose word or how firmly something is told.

    `text` is `source[start:end]`. A `relation` cue has the names that it relates, as far as they are told, and the
    `modality` that other cues give it; a `speech` cue says that modality. `relation` is empty where the vocabulary has
    none for it. `by` is who says so: named, or in the words of the text (`said_by`).
    """

    start: int
    end: int
    text: str
    kind: CueKind
    relation: str = ""
    subjects: tuple[Mention, ...] = ()
    objects: tuple[Mention, ...] = ()
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    by: Mention | None = None
    said_by: str = ""
    hedge: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The cue as plain values."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "relation": self.relation,
            "subjects": [each.text for each in self.subjects],
            "objects": [each.text for each in self.objects],
            "modality": self.modality,
            "polarity": self.polarity,
            "by": None if self.by is None else self.by.id or self.by.text,
            "said_by": self.said_by,
            "hedge": self.hedge,
        }
