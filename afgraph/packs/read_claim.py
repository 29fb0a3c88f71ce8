"""The claims that a source makes."""

import re
from typing import cast

from afgraph.dates import Interval
from afgraph.model import Claim, Modality, Polarity, Quantity
from afgraph.model.claim import Comparator
from afgraph.packs.fields import Fields, interval_of, plain_text
from afgraph.packs.nodes import Mapping, Mark, Node, Problems, Scalar, Sequence, shown

_QUANTITY = re.compile(r"(>=|<=|[~><=])?\s*(\d[\d,]*(?:\.\d+)?)(?:\s+(\S.*))?")
_MOST_DIGITS = 15
_NO_OBJECT = "-"
_NO_VALUE = "a claim without object needs a 'value' or a 'quantity'"


def read_claims(key: Scalar, node: Sequence, problems: Problems) -> list[tuple[Mark, Claim]]:
    """The claims listed under a source's id, each with its place; what is wrong with them goes on `problems`."""
    problems.refer("source", "source", key.text, key.mark)
    claims = ((each.mark, _claim(key.text, each, problems)) for each in node.items)
    return [(mark, claim) for mark, claim in claims if claim is not None]


def _claim(source: str, node: Node, problems: Problems) -> Claim | None:
    if isinstance(node, Mapping):
        return _detailed_claim(source, Fields(node, problems))
    text = plain_text(node, problems, "a claim")
    parts = _parts(text or "", node.mark, problems)
    if parts is None:
        return None
    subject, relation, target, when = parts
    if target is None:
        problems.add(node.mark, _NO_VALUE)
    return Claim(
        id=_default_id(text or "", source),
        subject=subject,
        relation=relation,
        object=target,
        when=when,
        source=source,
        origin=node.mark.origin,
    )


def _detailed_claim(source: str, fields: Fields) -> Claim | None:
    text = fields.required("claim")
    parts = _parts(text, fields.at("claim"), fields.problems)
    if parts is None:
        return None
    subject, relation, target, when = parts
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    claim = Claim(
        id=fields.text("id") or _default_id(text, source),
        subject=subject,
        relation=relation,
        object=target,
        value=fields.text("value"),
        when=when,
        source=source,
        reported=fields.date_text("reported"),
        place=next(iter(fields.named("place", "entity", "entity")), None),
        attribution=fields.named("by", "speaker", "by"),
        modality=fields.choice("modality", Modality, modality),
        polarity=fields.choice("polarity", Polarity, polarity),
        confidence=fields.number("confidence"),
        quantity=_quantity(fields),
        role=fields.text("role"),
        cue=fields.text("cue"),
        locator=fields.text("locator"),
        note=fields.text("note"),
        origin=fields.mark.origin,
    )
    fields.done()
    if claim.object is None and claim.value is None and claim.quantity is None:
        fields.problems.add(fields.mark, _NO_VALUE)
    return claim


def _default_id(text: str, source: str) -> str:
    """A claim without an id of its own is named by what it says and who says it."""
    return f"{' '.join(text.split())} @{source.removeprefix('src:')}"


def _parts(text: str, mark: Mark, problems: Problems) -> tuple[str, str, str | None, Interval | None] | None:
    words = text.split()
    if len(words) not in (3, 4):
        if text:
            problems.add(mark, f"{shown(text)} has {len(words)} words; a claim is 'subject relation object [when]'")
        return None
    when = interval_of(words[3], mark, problems) if len(words) == 4 else None
    target = None if words[2] == _NO_OBJECT else words[2]
    problems.refer("relation", "relation", words[1], mark)
    for each in (words[0], target):
        if each is not None:
            problems.refer("entity", "entity", each, mark)
    if target == words[0]:
        problems.add(mark, f"{shown(target)} is related to itself; correct one end")
    return words[0], words[1], target, when


def _quantity(fields: Fields) -> Quantity | None:
    text = fields.text("quantity")
    if text is None:
        return None
    match = _QUANTITY.fullmatch(text)
    if match is None:
        fields.problems.add(fields.at("quantity"), f"{shown(text)} is not a quantity, such as '>100 killed' or '~3000'")
        return None
    comparator, number, unit = match.groups()
    if len(number) > _MOST_DIGITS:
        fields.problems.add(fields.at("quantity"), f"{shown(text)} is too large; at most {_MOST_DIGITS} digits")
        return None
    return Quantity(
        comparator=cast("Comparator", comparator or "="), value=float(number.replace(",", "")), unit=unit or ""
    )
