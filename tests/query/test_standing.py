"""What leaves an alliance on paper only, and what does not."""

from collections.abc import Callable, Iterator

import pytest

import afgraph as af
from afgraph.graph import ClaimStore
from afgraph.model import Claim

Load = Callable[..., af.KnowledgeGraph]
PACK = """
org:f:
  schema: Faction
  names:
    eng: Front of F
org:k:
  schema: Coalition
  names:
    eng: Koalition K
per:a:
  names:
    eng: Anna Alpha
per:b:
  names:
    eng: Boris Beta
plc:abroad:
  schema: Country
  names:
    eng: Abroadia
plc:town:
  schema: Town
  names:
    eng: Townsville
"""
BOTH = ["per:a member_of org:k 1990/1999", "per:b member_of org:k 1990/1999"]
STATED = ["per:a allied_with per:b 1990/1999"]


@pytest.mark.parametrize(
    ("claims", "on", "standing"),
    [
        (BOTH, "1993", "effective"),
        ([*BOTH, "per:a fought per:b 1992/1994"], "1993", "formal"),
        ([*BOTH, "per:a fought per:b 1992/1994"], "1995", "effective"),
        ([*BOTH, "per:a fought per:b 1992/1994"], "1991/1996", "effective"),
        ([*BOTH, "per:a opposes per:b 1992/1994"], "1993-06", "formal"),
        ([*BOTH, "claim: per:a fought per:b 1992/1994\n    modality: alleged"], "1993", "effective"),
        ([*BOTH, "claim: per:a fought per:b 1992/1994\n    modality: denied"], "1993", "effective"),
        ([*STATED, "per:a fought per:b 1992/1994"], "1993", "formal"),
        ([*STATED, "per:a defected_from per:b 1992"], "1993", "formal"),
        ([*STATED, "per:a defected_from per:b 1989"], "1993", "effective"),
        ([*STATED, "per:a defected_from per:b 1994"], "1993", "effective"),
        ([*BOTH, "per:b defected_from org:k 1992"], "1993", "formal"),
        ([*BOTH, "per:b exiled_in plc:abroad 1992/1994"], "1993", "formal"),
        ([*BOTH, "per:b exiled_in plc:abroad 1992/1994"], "1995", "effective"),
        ([*BOTH, "per:b exiled_in plc:abroad 1985/1994"], "1993", "effective"),
        ([*BOTH, "per:b exiled_in plc:town 1992/1994"], "1993", "effective"),
        ([*BOTH, "per:b left plc:abroad 1992"], "1993", "formal"),
        ([*BOTH, "claim: per:b exiled_in plc:abroad 1992/1994\n    modality: alleged"], "1993", "effective"),
        ([*STATED, "per:a supports per:b 1992/1994"], "1993", "effective"),
    ],
)
def test_hostility_breaks_and_exile_leave_an_alliance_on_paper(
    load_pack: Load, claims: list[str], on: str, standing: str
) -> None:
    graph = load_pack(PACK, *claims)
    for one, other in (("per:a", "per:b"), ("per:b", "per:a")):
        (answer,) = (each for each in graph.allies(one, on=on) if each.other.id == other)
        assert answer.standing == standing
        assert bool(answer.ended_by) is (standing == "formal") is str(answer).startswith("on paper only: ")
        assert (other in graph.allies(one, on=on).ids) is (standing == "effective")


def test_what_a_leader_leads_fights_for_him(load_pack: Load) -> None:
    graph = load_pack(PACK, *BOTH, "per:b leads org:f 1990/1999", "per:a fought org:f 1992/1994")
    (answer,) = (each for each in graph.allies("per:a", on="1993") if each.other.id == "per:b")
    assert answer.standing == "formal"


def test_the_claims_of_a_hub_are_not_read_anew_for_each_of_its_allies(
    load_pack: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that had twenty thousand allies once took seven minutes."""
    allies = [f"per:x{number}" for number in range(30)]
    pack = PACK + "".join(f"{each}: {{names: {{eng: {each[4:].title()} Name}}}}\n" for each in allies)
    graph = load_pack(pack, *(f"per:a allied_with {each} 1990/1999" for each in allies))
    read: list[str] = []
    claims_of = ClaimStore.claims_of

    class Read(tuple[Claim, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[Claim]:
            read.append("hub")
            return super().__iter__()

    def counted(store: ClaimStore, entity: str) -> tuple[Claim, ...]:
        found = claims_of(store, entity)
        return Read(found) if entity == "per:a" else found

    monkeypatch.setattr(ClaimStore, "claims_of", counted)
    assert len(graph.allies("per:a", on="1993")) == len(allies)
    assert len(read) < 10


def test_two_who_may_have_been_enemies_are_possibly_allied_by_derivation(load_pack: Load) -> None:
    graph = load_pack(PACK, *BOTH, "per:a fought per:b /1994")
    (answer,) = (each for each in graph.allies("per:a", on="1993") if each.other.id == "per:b")
    assert (answer.standing, answer.verdict) == ("effective", "possibly")


def test_blocs_do_not_draw_together_what_stands_on_paper(load_pack: Load) -> None:
    claims = [*STATED, "per:a fought per:b 1992/1994"]
    graph = load_pack(PACK, *claims)
    assert [len(bloc) for bloc in graph.blocs(on="1993").blocs] == [1, 1]
    assert [len(bloc) for bloc in graph.blocs(on="1996").blocs] == [2]


@pytest.mark.parametrize(
    ("on", "verdicts"),
    [
        ("1989/1990", ["yes"]),
        ("1985/1989", []),
        ("1990-06-01/1990-06-14", []),
        ("1990-06-01/1990-06-15", ["yes"]),
        ("1995/2005", ["yes"]),
        ("1999-06-15/2005", ["possibly"]),
        ("1999-06-15/..", ["possibly"]),
        ("1999-07/..", []),
        ("../1990-06-15", ["yes"]),
        ("/1990", ["possibly"]),
        ("June 1990", ["yes"]),
    ],
)
def test_a_range_asks_for_some_time_in_it_and_only_certainty_is_yes(
    load_pack: Load, on: str, verdicts: list[str]
) -> None:
    graph = load_pack(PACK, "per:a allied_with per:b 1990-06-15/1999-06")
    assert [answer.verdict for answer in graph.allies("per:a", on=on)] == verdicts


def test_a_membership_that_is_only_denied_is_none_and_bars_no_alliance(load_pack: Load) -> None:
    body = "org:h: {schema: Faction, names: {eng: Front of H}}\n"
    claims = ["per:a member_of org:f 1990/..", "org:h member_of org:f 1990/.."]
    denied = "claim: per:a member_of org:h 1990/..\n    modality: denied"
    assert "org:h" in load_pack(PACK + body, *claims, denied).allies("per:a", on="1993").ids
    asserted = load_pack(PACK + body, *claims, "per:a member_of org:h 1990/..")
    assert "org:h" not in asserted.allies("per:a", on="1993").ids
