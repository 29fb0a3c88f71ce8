"""Claims proposed from cues, for a person to accept: in the form of a pack, with the words that they rest on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

from afgraph.errors import PackError
from afgraph.linking.cues.cue import Cue
from afgraph.linking.mention import Mention
from afgraph.linking.one_line import one_line
from afgraph.markup import table
from afgraph.model import Claim
from afgraph.packs.fields import ID
from afgraph.packs.read_vocabulary import relation_types

_SHOWN = 160  # characters of the text that a proposal shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A claim proposed, and the stretch of the text that it rests on: `text[start:end]` is `quote`, if it is short.

    `said_by` is who says so where the text names nobody that is known: its words.
    """

    claim: Claim
    quote: str
    start: int
    end: int
    said_by: str = ""

    def __str__(self) -> str:
        claim = self.claim
        words = [claim.subject, claim.relation, claim.object or repr(claim.value)]
        firm = [] if claim.modality == "asserted" else [claim.modality]
        by = [f"by {each}" for each in claim.attribution] or ([f"by {self.said_by!r}"] if self.said_by else [])
        told = " ".join([*firm, *by, *(["not"] if claim.polarity == "negative" else [])])
        return f"{' '.join(words)}{f' ({told})' if told else ''}: “{self.quote}”"


class Suggestions(Sequence[Suggestion]):
    """Claims proposed from a text, in its order. None is in any graph before a person has put it into a pack.

    `source` is the id of the text as a source; `date` when it was written.
    """

    def __init__(self, found: Iterable[Suggestion], *, source: str, title: str, date: str | None) -> None:
        self.source = source
        self.title = title
        self.date = date
        self._found = tuple(found)

    @overload
    def __getitem__(self, index: int) -> Suggestion: ...
    @overload
    def __getitem__(self, index: slice) -> "Suggestions": ...
    def __getitem__(self, index: int | slice) -> "Suggestion | Suggestions":
        if isinstance(index, slice):
            return Suggestions(self._found[index], source=self.source, title=self.title, date=self.date)
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def __str__(self) -> str:
        return "\n".join(map(str, self._found))

    def __repr__(self) -> str:
        return "\n".join([f"<{len(self)} claims suggested by {self.source}>", *(f"  {each}" for each in self._found)])

    def to_yaml(self) -> str:
        """The claims as a file of a pack, the words that each rests on in a comment above it; strike what is wrong."""
        from afgraph.packs.authoring.emit import Layout, item_lines

        lines = ["# Suggested from a text, not yet checked by anybody. Strike what is wrong, and this line.\n"]
        lines.append(f"{self.source}:\n")
        for each in self._found:
            lines.append(f"  # {one_line(each.quote)}\n")
            lines += item_lines("claim", _fields(each), Layout(), 0)
        return "".join(lines)

    def source_to_yaml(self) -> str:
        """The text itself as a source, for a file of its own in the same pack."""
        from afgraph.packs.authoring.emit import Layout, field_lines

        known = {"title": one_line(self.title) or "A text", "kind": "press", "published": self.date}
        return "".join(field_lines(self.source, {key: value for key, value in known.items() if value}, Layout()))

    def save(self, folder: str | Path) -> list[Path]:
        """Write the source and its claims as two files into the folder of a pack; those files.

        Raises `PackError` where one of them is there already; nothing is then written.
        """
        from afgraph.packs.authoring.saving import save_files

        name = self.source.removeprefix("src:").replace("/", "-")
        texts = {f"{name}-source.yml": self.source_to_yaml(), f"{name}-claims.yml": self.to_yaml()}
        if not self._found:
            raise PackError([f"{self.source}: nothing was suggested"], outcome="nothing was saved")
        Path(folder).mkdir(parents=True, exist_ok=True)
        files = {Path(folder) / file: (None, text.encode()) for file, text in texts.items()}
        return list(save_files(Path(folder), files))

    def _repr_html_(self) -> str:
        rows = [
            (each.claim.subject, each.claim.relation, each.claim.object or each.claim.value or "",
             each.claim.modality if each.claim.polarity == "positive" else f"{each.claim.modality}, not",
             ", ".join(each.claim.attribution) or each.said_by, each.quote)
            for each in self._found
        ]  # fmt: skip
        caption = f"{len(self)} claims suggested by {self.source}; none is in the graph"
        return table(["subject", "relation", "object", "how firmly", "on whose word", "words"], rows, caption=caption)


def suggest(cues: Iterable[Cue], text: str, *, source: str, title: str, date: str | None) -> Suggestions:
    """The claims that the relation cues of a text propose: each pair of known names once for each way it is told.

    Raises `ValueError` where `source` is no id of a source.
    """
    if not ID.fullmatch(source) or not source.startswith("src:"):
        raise ValueError(f"{source!r} is no id of a source; ids look like src:my-article")
    found: dict[tuple[Any, ...], Suggestion] = {}
    for cue, subject, target in _pairs(cues):
        told = _told(cue, subject, target)
        if told not in found:
            number = f"{source.removeprefix('src:')}-{len(found) + 1:02}"
            found[told] = _suggestion(cue, subject, target, text, Proposal(source=source, id=number, reported=date))
    return Suggestions(found.values(), source=source, title=title, date=date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a proposed claim bears beside what its cue says."""

    source: str
    id: str
    reported: str | None


def _pairs(cues: Iterable[Cue]) -> Iterator[tuple[Cue, Mention, Mention]]:
    for cue in cues:
        if cue.kind == "relation" and cue.relation:
            for subject in cue.subjects:
                for target in cue.objects:
                    if subject.id is not None and subject.id != target.id and _tells(target):
                        yield cue, subject, target


def _tells(target: Mention) -> bool:
    """Whether an object can stand in a claim: somebody known, or words for what the text leaves untold."""
    return target.id is not None or not target.resolution.candidates


def _told(cue: Cue, subject: Mention, target: Mention) -> tuple[Any, ...]:
    """What makes two proposals one: who, how related, to whom (either way where that is one), and how it is told."""
    ends: tuple[Any, ...] = (subject.id, target.id or target.text)
    if relation_types()[cue.relation].symmetric:
        ends = tuple(sorted(map(str, ends)))
    return ends, cue.relation, cue.modality, cue.polarity, cue.by and cue.by.id


def _suggestion(cue: Cue, subject: Mention, target: Mention, text: str, proposal: Proposal) -> Suggestion:
    start = min(cue.start, subject.start, target.start)
    end = max(cue.end, subject.end, target.end)
    if end - start > _SHOWN:
        start, end = cue.start, max(cue.end, target.end if target.end - cue.start <= _SHOWN else cue.end)
    carried = [
        f"{one_line(each.text)!r} taken for {each.id}"
        for each in (subject, target)
        if each.how == "carried" and each.id
    ]
    said = [f"said by {one_line(cue.said_by)!r}"] if cue.said_by else []
    claim = Claim(
        id=proposal.id,
        subject=subject.id or "",
        relation=cue.relation,
        object=target.id,
        value=None if target.id else one_line(target.text),
        source=proposal.source,
        reported=proposal.reported,
        attribution=(cue.by.id,) if cue.by is not None and cue.by.id else (),
        modality=cue.modality,
        polarity=cue.polarity,
        cue=one_line(cue.hedge) or None,
        locator=f"characters {start}-{end}",
        note="; ".join([*said, *carried]) or None,
    )
    return Suggestion(claim=claim, quote=one_line(text[start:end]), start=start, end=end, said_by=cue.said_by)


def _fields(suggestion: Suggestion) -> Any:
    """A claim as a pack has it: one line where that is all, else a mapping."""
    claim = suggestion.claim
    known = {
        "claim": f"{claim.subject} {claim.relation} {claim.object or '-'}",
        "id": claim.id,
        "modality": None if claim.modality == "asserted" else claim.modality,
        "polarity": None if claim.polarity == "positive" else claim.polarity,
        "by": ", ".join(claim.attribution) or None,
        "reported": claim.reported,
        "value": claim.value,
        "cue": claim.cue,
        "locator": claim.locator,
        "note": claim.note,
    }
    return {name: value for name, value in known.items() if value is not None}
