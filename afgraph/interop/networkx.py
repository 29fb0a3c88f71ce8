"""The graph as networkx sees it."""

import datetime
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from afgraph.dates import Date, Interval, parse_when
from afgraph.graph import ClaimStore
from afgraph.model import Claim, Entity

if TYPE_CHECKING:
    import networkx


def to_networkx(
    store: ClaimStore,
    *,
    on: str | datetime.date | Date | Interval | None = None,
    among: Collection[str] | None = None,
) -> "networkx.MultiDiGraph[str]":
    """The claims as a directed multigraph: entities are nodes, claims with an object are edges keyed by claim id.

    Nodes carry `label`, `native`, `schema`, `about`, `lifespan`, `names`; edges `relation`, `sign` (+1, -1, 0),
    `stance`, `when`, `verdict` and all else the claim holds, as plain values; what is not known is left out. With
    `on`, a date or a range in any form that questions take, only claims that held then, yes or possibly; with
    `among`, only those entities and what joins them.

    >>> from afgraph.packs import load_contents
    >>> store = ClaimStore(load_contents(["afghanistan"]))
    >>> then = to_networkx(store, on="Dalw 1372")
    >>> then.has_edge("per:abdul-rashid-dostum", "org:junbish")
    True
    """
    import networkx

    when = None if on is None else parse_when(on)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=", ".join(store.contents.titles))
    chosen = store.contents.entities if among is None else dict.fromkeys(among)
    for entity_id in chosen:
        graph.add_node(entity_id, **_node(store.entity(entity_id)))
    for claim in store.contents.claims.values() if among is None else _among(store, chosen):
        if claim.object is not None and (when is None or store.verdict(claim, when) in ("yes", "possibly")):
            graph.add_edge(claim.subject, claim.object, key=claim.id, **_edge(store, claim, when))
    return graph


def _among(store: ClaimStore, chosen: Collection[str]) -> list[Claim]:
    """The claims both of whose ends are chosen."""
    return [
        claim for each in chosen for claim in store.claims_of(each) if claim.subject == each and claim.object in chosen
    ]


def _node(entity: Entity) -> dict[str, Any]:
    return _known(
        label=entity.name,
        native=entity.native_name,
        schema=entity.schema,
        about=entity.about,
        lifespan=entity.lifespan and entity.lifespan.text,
        qid=entity.qid,
        names=[name.form for name in entity.names],
    )


def _edge(store: ClaimStore, claim: Claim, on: Interval | None) -> dict[str, Any]:
    kind = store.relation(claim)
    return _known(
        relation=claim.relation,
        sign={"positive": 1, "negative": -1, "neutral": 0}[kind.sign],
        stance=kind.stance,
        when=claim.when and claim.when.text,
        verdict=store.verdict(claim, on),
        makes_edge=claim.makes_edge,
        modality=claim.modality,
        polarity=claim.polarity,
        source=claim.source,
        attribution=list(claim.attribution),
        confidence=store.confidence(claim),
        reported=claim.reported,
        place=claim.place,
        quantity=claim.quantity and str(claim.quantity),
        role=claim.role,
        cue=claim.cue,
        locator=claim.locator,
        note=claim.note,
    )


def _known(**attributes: Any) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value not in (None, "", [])}
