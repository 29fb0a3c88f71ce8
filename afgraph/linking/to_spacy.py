"""Mentions as a spaCy document."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from afgraph.errors import MissingExtraError
from afgraph.linking.mention import Mention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

NIL = "NIL"  # what spaCy's own entity linker calls a mention of nobody known


def to_spacy(text: str, mentions: Sequence[Mention], nlp: "Language | None" = None) -> "Doc":
    """A spaCy `Doc` of the text whose entities are the mentions, each with its entity's id as `kb_id_`.

    `label_` is the entity's schema, `NIL` where a mention is ambiguous or means nobody listed; `kb_id_` is then empty
    or `NIL`. Tokens are those of `nlp`, by default of spaCy's language-neutral tokenizer, cut where a mention begins or
    ends within one. Raises `MissingExtraError` where spaCy is not installed.
    """
    try:
        import spacy
        from spacy.tokens import Doc
        from spacy.util import get_words_and_spaces
    except ImportError:
        raise MissingExtraError("spacy", "spacy") from None
    pipeline = spacy.blank("xx") if nlp is None else nlp
    cuts = {end for mention in mentions for end in (mention.start, mention.end)}
    tokens = [(token.idx, token.idx + len(token)) for token in pipeline.make_doc(text)]
    words = [text[start:end] for start, end in _cut(tokens, cuts)]
    doc = Doc(pipeline.vocab, *get_words_and_spaces(words, text))
    doc.set_ents([_span(doc, mention) for mention in mentions])
    return doc


def _cut(tokens: list[tuple[int, int]], cuts: set[int]) -> Iterator[tuple[int, int]]:
    """The tokens, each in several where something begins or ends within it."""
    for start, end in tokens:
        inside = [at for at in range(start + 1, end) if at in cuts]
        yield from pairwise([start, *inside, end])


def _span(doc: "Doc", mention: Mention) -> "Span":
    kind = NIL if mention.entity is None else mention.entity.schema or "ENTITY"
    nobody = NIL if mention.resolution.outcome == "nil" else ""
    span = doc.char_span(mention.start, mention.end, label=kind, kb_id=mention.id or nobody, alignment_mode="expand")
    assert span is not None
    return span
