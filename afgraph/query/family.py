"""Kin: parents and ancestors, children, siblings, other relatives; and sons and daughters of leaders who lead."""

from collections.abc import Collection, Iterator

from afgraph.dates import Verdict
from afgraph.graph import ClaimStore
from afgraph.model import Claim, RelationType
from afgraph.query.answers import Answer, Answers
from afgraph.query.build import answer_of, derived_from, followed, stated, teller
from afgraph.query.moment import On, dated
from afgraph.query.rules import rules
from afgraph.query.sentence import path_hedge

_DEEPEST = 6  # generations
_FURTHER = ("ancestor_of", "descendant_of")


def family(store: ClaimStore, person: str, *, derived: bool = True, relation: Collection[str] | None = None) -> Answers:
    """The kin of a person: what claims state, then ancestors, descendants and siblings that follow from them.

    `relation` keeps what the person is to them.
    """
    kin = [claim for claim in store.claims_of(person) if _is_kinship(store, claim)]
    found = [stated(store, claim, person, None) for claim in kin]
    if derived:
        known = {answer.other.id for answer in found}
        further = (answer for answer in _further(store, person) if answer.other.id not in known)
        found += {answer.other.id: answer for answer in further}.values()
    kept = [answer for answer in found if relation is None or answer.relation in relation]
    asked = "Family" if relation is None else f"Kin ({', '.join(sorted(relation)).replace('_', ' ')})"
    return Answers(f"{asked} of {store.entity(person)}", kept)


def kinship_words(store: ClaimStore) -> frozenset[str]:
    """What one person may be to another of the family, as answers have it."""
    kinds = [kind for kind in store.contents.relations.values() if _is_kin(kind)]
    return frozenset({*_FURTHER, *(word for kind in kinds for word in (kind.id, kind.inverse))})


def leaders_children(store: ClaimStore, *, on: On | None = None) -> Answers:
    """Sons and daughters of someone who led a body, that themselves led one or held an office at `on`.

    `entity` is the body or office, `other` the son or daughter; the path runs through the parent.
    """
    found = [answer for claim in store.contents.claims.values() for answer in _in_charge(store, claim, on)]
    held = [answer for answer in found if answer.verdict in ("yes", "possibly")]
    held.sort(key=lambda each: (each.verdict != "yes", each.entity.name, each.other.name))
    return Answers(f"Children of leaders who led or held office{dated(on)}", held)


def _in_charge(store: ClaimStore, born: Claim, on: On | None) -> Iterator[Answer]:
    """What a child of a leader led, or which office it held, given the claim of its birth."""
    if born.relation != "child_of" or not born.makes_edge or born.object is None:
        return
    led = [claim for claim in store.claims_of(born.object) if _leads(claim, born.object)]
    if not led:
        return
    for claim, verdict in store.edges(store.claims_of(born.subject), on):
        if _leads(claim, born.subject) or (claim.relation == "holds_position" and claim.subject == born.subject):
            yield _with_parent(store, stated(store, claim, claim.object or "", on), born, led[0], verdict)


def _with_parent(store: ClaimStore, office: Answer, born: Claim, led: Claim, verdict: Verdict) -> Answer:
    """What a child led or held, with the parent and what the parent had led as its path."""
    path = (*office.path, born, led)

    def says(_: Answer) -> str:
        parent, body = store.entity(born.object or ""), store.entity(led.object or "")
        hedge = "" if verdict == "yes" else "possibly: "
        doing = f"{path_hedge(path)}{store.relation(office.path[0]).says}"
        text = f"{hedge}{office.other}, child of {parent}, who had led {body}, {doing} {office.entity}"
        return f"{text} {derived_from(store, path)}"

    return answer_of(
        store,
        office.entity.id,
        office.other.id,
        path,
        tell=teller(store, says),
        relation=office.relation,
        sign=office.sign,
        when=office.when,
        verdict=verdict,
        basis="derived",
    )


def _leads(claim: Claim, leader: str) -> bool:
    return claim.relation in rules().acts_for and claim.subject == leader and claim.makes_edge


def _further(store: ClaimStore, person: str) -> Iterator[Answer]:
    for up, word, says in ((True, "descendant_of", "is descended from"), (False, "ancestor_of", "is an ancestor of")):
        for path, end in _line(store, person, up=up):
            yield followed(store, person, end, path, None, relation=word, says=says)
    for claim, parent in _parents(store, person):
        for other, child in _children(store, parent):
            if child != person:
                yield followed(
                    store, person, child, (claim, other), None, relation="sibling_of", says="is a sibling of"
                )


def _line(store: ClaimStore, person: str, *, up: bool) -> Iterator[tuple[tuple[Claim, ...], str]]:
    """The ancestors or descendants two generations away or more, with the path to each."""
    level: list[tuple[tuple[Claim, ...], str]] = [((), person)]
    passed = {person}
    for depth in range(_DEEPEST):
        step = _parents if up else _children
        level = [((*path, claim), end) for path, at in level for claim, end in step(store, at) if end not in passed]
        passed |= {end for _, end in level}
        if depth > 0:
            yield from level


def _parents(store: ClaimStore, person: str) -> list[tuple[Claim, str]]:
    claims = store.claims_of(person)
    return [(each, each.object) for each in claims if _born(each) and each.subject == person and each.object]


def _children(store: ClaimStore, person: str) -> list[tuple[Claim, str]]:
    return [(each, each.subject) for each in store.claims_of(person) if _born(each) and each.object == person]


def _born(claim: Claim) -> bool:
    return claim.relation == "child_of" and claim.makes_edge


def _is_kinship(store: ClaimStore, claim: Claim) -> bool:
    return _is_kin(store.relation(claim))


def _is_kin(kind: RelationType) -> bool:
    """Whether a relation joins persons for good: kinship."""
    return kind.time == "timeless" and kind.domain == ("Person",) and kind.range == ("Person",)
