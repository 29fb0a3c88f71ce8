"""The claims that a source makes."""

import re
from typing import cast

from afgraph.dates import Interval
from afgraph.model import Claim, Modality, Polarity, Quantity
from afgraph.model.claim import Comparator
from afgraph.packs.fields import Fields, interval_of, plain_text
from afgraph.packs.nodes import Mapping, Mark, Node, Problems, Scalar, Sequence

_QUANTITY = re.compile(r"(>=|<=|[~><=])?\s*(\d[\d,]*(?:\.\d+)?)(?:\s+(\S.*))?")
_NO_OBJECT = "-"


def read_claims(key: Scalar, node: Sequence, problems: Problems) -> list[Claim]:
    """The claims listed under a source's id; what is wrong with them goes on `problems`."""
    claims = (_claim(key.text, each, problems) for each in node.items)
    return [claim for claim in claims if claim is not None]


def _claim(source: str, node: Node, problems: Problems) -> Claim | None:
    if isinstance(node, Mapping):
        return _detailed_claim(source, Fields(node, problems))
    text = plain_text(node, problems, "a claim")
    parts = _parts(text or "", node.mark, problems)
    if parts is None:
        return None
    subject, relation, target, when = parts
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
        place=fields.text("place"),
        attribution=fields.texts("by"),
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
        fields.problems.add(fields.mark, "a claim without object needs a 'value' or a 'quantity'")
    return claim


def _default_id(text: str, source: str) -> str:
    """A claim without an id of its own is named by what it says and who says it."""
    return f"{' '.join(text.split())} @{source.removeprefix('src:')}"


def _parts(text: str, mark: Mark, problems: Problems) -> tuple[str, str, str | None, Interval | None] | None:
    words = text.split()
    if len(words) not in (3, 4):
        if text:
            problems.add(mark, f"{text!r} has {len(words)} words; a claim is 'subject relation object [when]'")
        return None
    when = interval_of(words[3], mark, problems) if len(words) == 4 else None
    target = None if words[2] == _NO_OBJECT else words[2]
    return words[0], words[1], target, when


def _quantity(fields: Fields) -> Quantity | None:
    text = fields.text("quantity")
    if text is None:
        return None
    match = _QUANTITY.fullmatch(text)
    if match is None:
        fields.problems.add(fields.at("quantity"), f"{text!r} is not a quantity; write '>100 killed' or '~3000 men'")
        return None
    comparator, number, unit = match.groups()
    return Quantity(
        comparator=cast("Comparator", comparator or "="), value=float(number.replace(",", "")), unit=unit or ""
    )
