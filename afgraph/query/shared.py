"""Enemies that some entities have in common, and who backed an entity without being its ally."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from afgraph.dates import weakest
from afgraph.graph import ClaimStore
from afgraph.model import Claim
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import followed, listed, stated
from afgraph.query.moment import On, dated, order
from afgraph.query.rules import rules
from afgraph.query.stances import enemies
from afgraph.query.told import Told


def common_enemies(store: ClaimStore, several: Sequence[str], *, on: On | None = None) -> Answers:
    """Whom each of some entities stood against at `on`, with the claims for each of them.

    That they share an enemy makes no friends of them, and no answer says so.
    """
    names = [store.entity(each) for each in several]
    against = [_firmest(enemies(store, each, on=on)) for each in several]
    shared = [each for each in against[0] if all(each in others for others in against[1:])] if against else []
    found = [_shared([others[each] for others in against]) for each in shared]
    note = ["A common enemy makes no friend."] if found else []
    return Answers(f"Common enemies of {listed(names)}{dated(on)}", found, notes=note)


def backers(store: ClaimStore, entity: str, *, on: On | None = None) -> Answers:
    """Who supported, sheltered or recognised an entity at `on`, or at any time; no alliance follows from that.

    Derived: who backed a government that it controlled.
    """
    found = [stated(store, claim, entity, on) for claim in _backing(store, entity)]
    found += _of_its_government(store, entity, on)
    found = [answer for answer in found if answer.verdict != "no"]
    found.sort(
        key=lambda each: (
            each.verdict not in ("yes", "possibly"),
            each.basis == "derived",
            each.verdict != "yes",
            order(each.when),
        )
    )
    return Answers(f"Who backed {store.entity(entity)}{dated(on)}", found)


def _backing(store: ClaimStore, entity: str) -> list[Claim]:
    return [claim for claim in store.claims_of(entity) if claim.relation in rules().backs and claim.object == entity]


def _of_its_government(store: ClaimStore, entity: str, on: On | None) -> Iterator[Answer]:
    for ruled in store.claims_of(entity):
        government = ruled.object if ruled.relation == "controls" and ruled.subject == entity else None
        if government is None or not ruled.makes_edge or not store.is_a(government, "Government"):
            continue
        for claim in _backing(store, government):
            if claim.makes_edge:
                says = f"controlled a government that {store.relation(claim).says_inverse}"
                word = store.relation(claim).inverse
                yield followed(
                    store, entity, claim.subject, (ruled, claim), on, relation=word, says=says, sign="positive"
                )


def _firmest(answers: Answers) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for answer in answers:
        found.setdefault(answer.other.id, answer)
    return found


def _shared(each: Sequence[Answer]) -> Answer:
    """One answer of the first entity that carries what makes the other its enemy, and that of the others."""
    verdict = weakest(answer.verdict for answer in each)

    def tell(_: Answer) -> Told:
        hedge = "possibly: " if verdict == "possibly" else ""
        says = "; ".join(answer.says.removeprefix("possibly: ") for answer in each)
        return Told(
            says=f"{hedge}{listed(answer.entity for answer in each)} stood against {each[0].other}: {says}",
            sources=tuple(dict.fromkeys(source for answer in each for source in answer.sources)),
            evidence=tuple(dict.fromkeys(line for answer in each for line in answer.evidence)),
            steps=each[0].steps,
        )

    return replace(
        each[0],
        relation="common_enemy",
        sign="negative",
        verdict=verdict,
        basis="derived",
        claims=tuple(dict.fromkeys(claim for answer in each for claim in answer.claims)),
        tell=tell,
    )
