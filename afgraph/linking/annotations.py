"""Mentions in the form of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/)."""

import base64
import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from afgraph.linking.mention import Mention
from afgraph.model import Entity

_AROUND = 32  # characters of the text before and behind a mention that help to find it again
_TERMS = {
    "afgraph": "urn:afgraph:",
    "sameAs": {"@id": "http://www.w3.org/2002/07/owl#sameAs", "@type": "@id"},
    "documentDate": "afgraph:documentDate",
    "outcome": "afgraph:outcome",
    "probability": "afgraph:probability",
    "how": "afgraph:how",
}


def annotation_page(
    text: str, mentions: Sequence[Mention], *, document: str | None = None, date: str | None = None
) -> dict[str, Any]:
    """An `AnnotationPage` in JSON-LD: an annotation a mention, its target by position and by quote.

    Positions count code points, as the model asks and as `str` does. The body is the entity by its id; for an
    ambiguous mention a `Choice` of its candidates, best first; a mention of nobody listed has no body. `document` is
    the text's address where it has one (an IRI); else the text is named by its hash (RFC 6920).

    >>> annotation_page("", ())["type"]
    'AnnotationPage'
    """
    source = document if document is not None and ":" in document else _named_by_hash(text)
    page = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", _TERMS],
        "id": _urn(source, "page"),
        "type": "AnnotationPage",
        "documentDate": date,
        "items": [_annotation(mention, text, source) for mention in mentions],
    }
    return _known(page)


def _annotation(mention: Mention, text: str, source: str) -> dict[str, Any]:
    return _known(
        {
            "id": _urn(source, f"{mention.start}-{mention.end}"),
            "type": "Annotation",
            "motivation": "identifying",
            "body": _body(mention),
            "target": {"source": source, "selector": _selectors(mention, text)},
            "outcome": mention.resolution.outcome,
            "probability": round(mention.resolution.score, 4),
            "how": mention.how,
        }
    )


def _selectors(mention: Mention, text: str) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
        {
            "type": "TextQuoteSelector",
            "exact": mention.text,
            "prefix": text[max(0, mention.start - _AROUND) : mention.start],
            "suffix": text[mention.end : mention.end + _AROUND],
        },
    ]


def _body(mention: Mention) -> dict[str, Any] | None:
    if mention.entity is not None:
        return _named(mention.entity)
    if mention.resolution.outcome == "ambiguous":
        return {"type": "Choice", "items": [_named(each.entity) for each in mention.resolution.candidates]}
    return None


def _named(entity: Entity) -> dict[str, Any]:
    same = None if entity.qid is None else f"http://www.wikidata.org/entity/{entity.qid}"
    kind = f"afgraph:{entity.schema}" if entity.schema else None
    return _known({"id": _iri(entity.id), "type": kind, "label": entity.name, "sameAs": same})


def _iri(entity_id: str) -> str:
    """An id as an IRI: ours have the form of one, those of other lists get a prefix."""
    return entity_id if ":" in entity_id else f"urn:afgraph:{entity_id}"


def _named_by_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _urn(source: str, part: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{source}#{part}").urn


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
