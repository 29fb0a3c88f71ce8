"""Findings of lint that the author accepts on purpose."""

from dataclasses import dataclass

from afgraph.packs.fields import Fields
from afgraph.packs.nodes import Mapping, Node, Problems, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding that is right as it stands: its code, the ids that it is about, and why."""

    code: str
    about: tuple[str, ...]
    because: str
    origin: str = ""


def read_acceptances(node: Node, problems: Problems) -> list[Acceptance]:
    """The acceptances listed under `accept`; what is wrong with them goes on `problems`."""
    if not isinstance(node, Sequence):
        problems.add(node.mark, "'accept' lists findings, each with 'code', 'about' and 'because'")
        return []
    found = []
    for each in node.items:
        if isinstance(each, Mapping):
            found.append(_acceptance(Fields(each, problems)))
        else:
            problems.add(each.mark, "an accepted finding is a mapping with 'code', 'about' and 'because'")
    return found


def _acceptance(fields: Fields) -> Acceptance:
    acceptance = Acceptance(
        code=fields.required("code"),
        about=tuple(sorted(set(fields.texts("about")))),
        because=fields.required("because"),
        origin=fields.mark.origin,
    )
    fields.shaped("code", "AF[0-9]{3}", "a code of docs/reference/lint.md, such as AF203")
    if fields.node("about") is None:
        fields.problems.add(fields.mark, "'about' is missing; it names the ids that the finding is about")
    fields.done()
    return acceptance
