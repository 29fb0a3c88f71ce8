"""One source of a pack."""

from afgraph.model import Source, SourceKind
from afgraph.packs.fields import Fields, check_id
from afgraph.packs.nodes import Mapping, Problems, Scalar


def read_source(key: Scalar, node: Mapping, problems: Problems) -> Source:
    """The source under `key`; what is wrong with it goes on `problems`."""
    fields = Fields(node, problems)
    default: SourceKind = "general"
    source = Source(
        id=check_id(key.text, key.mark, problems, ("src",)),
        title=fields.required("title"),
        kind=fields.choice("kind", SourceKind, default),
        url=fields.text("url"),
        locator=fields.text("locator"),
        published=fields.date_text("published"),
        confidence=fields.number("confidence"),
        origin=key.mark.origin,
    )
    fields.done()
    return source
