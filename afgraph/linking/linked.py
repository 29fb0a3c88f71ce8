"""A text with its mentions."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from afgraph.frames import Engine, frame
from afgraph.graph import ClaimStore
from afgraph.linking.annotations import annotation_page
from afgraph.linking.cues import Cue, Suggestions, find_cues, suggest
from afgraph.linking.marked import marked_text
from afgraph.linking.mention import How, Mention
from afgraph.linking.to_spacy import to_spacy
from afgraph.linking.unknown import Unknown, unknown
from afgraph.markup import details
from afgraph.model import Entity

if TYPE_CHECKING:
    import networkx
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["COLUMNS", "Entities", "How", "LinkedText", "Mention"]

COLUMNS = ("start", "end", "text", "how", "id", "name", "outcome", "score", "candidates")

Subgraph = Callable[[Sequence[str], str | None], "networkx.MultiDiGraph[str]"]


class Entities(list[Entity]):
    """Some entities; a call gives the same list, so that `linked.entities` and `linked.entities()` are one."""

    __slots__ = ()

    def __call__(self) -> "Entities":
        """The same list."""
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedText:
    """A text, untouched, and the mentions in it, in order and without overlap.

    `date` is when it was written, `lang` its language (ISO 639-3); `guessed` names those of the two that were not given
    but read off the text. `id` names the document where it has a name. `error` says why a document of many could not be
    read; it then has no mentions. `store` holds the claims, where it was linked with a graph.
    """

    text: str
    mentions: tuple[Mention, ...]
    date: str | None = None
    id: str | None = None
    lang: str | None = None
    guessed: tuple[str, ...] = ()
    error: str | None = None
    store: ClaimStore | None = field(default=None, repr=False, compare=False)
    subgraph: Subgraph | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        named = "" if self.id is None else f" {self.id!r}"
        if self.error is not None:
            return f"<LinkedText{named}: {self.error}>"
        found = sum(mention.id is not None for mention in self.mentions)
        return f"<LinkedText{named} of {len(self.text)} characters: {len(self.mentions)} mentions, {found} resolved>"

    def __str__(self) -> str:
        return "\n".join(
            f"{mention.start}-{mention.end} {mention.text!r}: {mention.id or mention.resolution.outcome}"
            for mention in self.mentions
        )

    @property
    def entities(self) -> Entities:
        """The entities that are named, each once, in order of their first mention."""
        found = {mention.entity.id: mention.entity for mention in self.mentions if mention.entity is not None}
        return Entities(found.values())

    def to_record(self) -> dict[str, Any]:
        """The document as one plain record, without its text: what is known of it, and each mention's `to_dict`."""
        named = {"id": self.id, "lang": self.lang, "guessed": list(self.guessed) or None, "error": self.error}
        given = {name: value for name, value in named.items() if value is not None}
        return {**given, "date": self.date, "mentions": [mention.to_dict() for mention in self.mentions]}

    def to_dict(self) -> dict[str, Any]:
        """The mentions in the form of the W3C Web Annotation model (JSON-LD): an `AnnotationPage`.

        Each annotation's target has a `TextPositionSelector` and a `TextQuoteSelector`; its body is the entity by id, a
        `Choice` of the candidates where it is ambiguous, and missing where it means nobody listed.

        >>> import afgraph as af
        >>> page = af.load().link("Massoud is in Panjshir.", date="2021-08-24").to_dict()
        >>> [(each["target"]["selector"][1]["exact"], each["body"]["id"]) for each in page["items"]]
        [('Massoud', 'per:ahmad-massoud'), ('Panjshir', 'plc:panjshir')]
        """
        return annotation_page(self.text, self.mentions, document=self.id, date=self.date)

    def to_frame(self, *, engine: Engine = "pandas") -> Any:
        """The mentions as a frame of pandas or polars, one row a mention, the columns of `Mention.to_dict`.

        Raises `MissingExtraError` where that library is not installed (extra `frames`).
        """
        return frame([mention.to_dict() for mention in self.mentions], COLUMNS, engine=engine)

    def to_spacy(self, nlp: "Language | None" = None) -> "Doc":
        """A spaCy `Doc` whose entities are the mentions: `label_` the schema, `kb_id_` the id (`NIL`: nobody listed).

        Tokens are those of `nlp`, by default of a blank pipeline, cut where a mention needs it. Raises
        `MissingExtraError` where spaCy is not installed (extra `spacy`).
        """
        return to_spacy(self.text, self.mentions, nlp)

    def graph(self) -> "networkx.MultiDiGraph[str]":
        """What the graph holds between the entities that the text names, as of its date: a networkx `MultiDiGraph`.

        Without a date, at any time. Nodes and edges have the attributes of `kg.to_networkx`, and a node the count of
        its `mentions`. Raises `ValueError` where the text was linked without a graph.

        >>> import afgraph as af
        >>> graph = af.load().link("Massoud met Amrullah Saleh.", date="2021-08-24").graph()
        >>> sorted(graph), any(kind == "allied_with" for *_, kind in graph.edges(data="relation"))
        (['per:ahmad-massoud', 'per:amrullah-saleh'], True)
        """
        if self.subgraph is None:
            raise ValueError("this text was linked without a graph; link it with kg.link")
        graph = self.subgraph([entity.id for entity in self.entities], self.date)
        for entity_id, count in Counter(mention.id for mention in self.mentions if mention.id is not None).items():
            graph.nodes[entity_id]["mentions"] = count
        return graph

    @property
    def cues(self) -> list[Cue]:
        """The words beside and between the names that relate them, or say on whose word and how firmly, in order.

        They are marks on the text and no claims: `suggest_claims` proposes some.

        >>> import afgraph as af
        >>> linked = af.load().link("Interfax wrote that Massoud met Saleh.", date="2021-08-24")
        >>> [(cue.text, cue.kind, cue.relation or cue.modality) for cue in linked.cues]
        [('wrote that', 'speech', 'reported'), ('met', 'relation', 'met')]
        """
        return find_cues(self.text, self.mentions, lang=self.lang, store=self.store)

    def suggest_claims(self, source: str = "src:article", *, title: str = "") -> Suggestions:
        """Claims that the cues propose, for a person to accept; `source` is the id that this text gets as a source.

        Each shows the words it rests on, how firmly it is told and on whose word; `.to_yaml()` and `.save(folder)` give
        them in the form of a pack. No time is guessed: `reported` is the date of the text. Raises `ValueError` where
        `source` is no id of a source.

        >>> import afgraph as af
        >>> text = "According to Interfax, Massoud would have met Saleh in Panjshir."
        >>> print(af.load().link(text, date="2021-08-24").suggest_claims())
        per:ahmad-massoud met per:amrullah-saleh (reported by org:interfax): “Massoud would have met Saleh”
        """
        return suggest(self.cues, self.text, source=source, title=title or self.id or "A text", date=self.date)

    def unknown(self) -> Unknown:
        """Who is named here and listed nowhere: the spellings of each put together, with a stub for a pack.

        >>> import afgraph as af
        >>> print(af.load().link("Karim Rahimi came to Kabul.").unknown()[0])
        per:karim-rahimi (Person), once: Karim Rahimi
        """
        return unknown(self)

    def _repr_html_(self) -> str:
        if self.error is not None:
            return details(repr(self), [])
        spans = [(each.start, each.end, each.resolution.outcome, each.resolution.explain()) for each in self.mentions]
        return marked_text(self.text, spans) + details(self._counts(), self._named())

    def _counts(self) -> str:
        outcomes = Counter(mention.resolution.outcome for mention in self.mentions)
        counts = f"{outcomes['match']} resolved, {outcomes['ambiguous']} ambiguous, {outcomes['nil']} of nobody listed"
        known = {"date": self.date, "lang": self.lang}
        told = [f"{name} guessed: {known[name]}" for name in self.guessed]
        return "; ".join([f"{len(self.mentions)} mentions: {counts}", *told])

    def _named(self) -> list[str]:
        """A line for each entity that is named: how often, and in which spellings."""
        spellings: dict[str, Counter[str]] = {}
        for mention in self.mentions:
            if mention.id is not None:
                spellings.setdefault(mention.id, Counter())[mention.text] += 1
        return [
            f"{entity.name} [{entity.id}], {sum(spellings[entity.id].values())}: {', '.join(spellings[entity.id])}"
            for entity in self.entities
        ]
