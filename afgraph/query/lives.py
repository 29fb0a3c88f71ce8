"""Whether someone was alive, or something existed, at a time."""

from afgraph.dates import Verdict
from afgraph.graph import ClaimStore
from afgraph.query.answer import Answer
from afgraph.query.answers import Answers
from afgraph.query.moment import On, dated
from afgraph.query.sentence import claim_text, sources_of
from afgraph.query.told import Told

_SAID: dict[Verdict, str] = {"yes": "was", "possibly": "possibly was", "no": "was not"}


def alive(store: ClaimStore, entity: str, *, on: On) -> Answers:
    """Whether an entity was alive, or existed, at some time of `on`: one answer; the claims tell of a killing."""
    found = store.entity(entity)
    verdict = store.lifespan_verdict(entity, on)
    word = "alive" if store.is_a(entity, "Person") else "in existence"
    killed = frozenset(kind.id for kind in store.contents.relations.values() if kind.id == "killed")
    claims = tuple(claim for claim in store.edges_of_any(entity, killed) if claim.object == entity)

    def tell(_: Answer) -> Told:
        known = f"{found} {_SAID.get(verdict, '')} {word}{dated(on)} ({found.lifespan})"
        says = f"It is not known whether {found} was {word}{dated(on)}" if verdict == "unknown" else known
        evidence = tuple(claim_text(store, claim) for claim in claims)
        return Told(says=says, sources=sources_of(store, claims), evidence=evidence)

    answer = Answer(
        entity=found,
        other=found,
        relation=word.replace(" ", "_"),
        sign="neutral",
        when=found.lifespan,
        verdict=verdict,
        basis="stated",
        path=claims[:1],
        claims=claims,
        tell=tell,
    )
    return Answers(f"Was {found} {word}{dated(on)}?", [answer], shape="timeline")
