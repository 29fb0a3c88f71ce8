"""Rules about dates that are missing, and about days that nobody attests."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from afgraph.data import read_numbers
from afgraph.dates import Interval
from afgraph.model import Claim, Contents
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material

_UNATTESTED = {"general", "unnamed"}  # kinds of sources that nobody can look a day up in


def undated_claims(material: Material) -> Iterator[Found]:
    """Each claim without time whose relation needs one."""
    for claim in material.contents.claims.values():
        if claim.when is None and material.contents.relations[claim.relation].time != "timeless":
            message = f"{claim.id!r} has no time, so it is never more than possible; add one, or '/' parts of one"
            yield Found("AF404", (claim.id,), message, claim.origin)


def unattested_claim_days(material: Material) -> Iterator[Found]:
    """Each claim with a day, on a source in which nobody can look it up, that no other source attests.

    A claim that is firmly made is a warning (AF405), one that admits to be unsure a remark (AF406).
    """
    contents = material.contents
    attested = _attested_days(contents)
    for claim in contents.claims.values():
        known = attested[claim.subject] | attested[claim.object or ""]
        strange = [text for text, day in _days(claim.when) if day not in known]
        if strange and not _has_address(contents, claim):
            code = "AF405" if _confidence(contents, claim) > _limits()["unattested"] else "AF406"
            message = (
                f"{claim.id!r} gives the day {strange[0]}, and no claim with an address attests it; name a source, "
                "lower the confidence, or write the month"
            )
            yield Found(code, (claim.id,), message, claim.origin)


def unattested_entity_days(material: Material) -> Iterator[Found]:
    """Each entity with a date to the day that no claim about it attests."""
    attested = _attested_days(material.contents)
    for entity in material.contents.entities.values():
        strange = [text for text, day in _days(entity.lifespan) if day not in attested[entity.id]]
        if strange:
            message = f"{entity.id} gives the day {strange[0]}, and no claim with an address attests it"
            yield Found("AF406", (entity.id,), message, entity.origin)


def _attested_days(contents: Contents) -> dict[str, set[int]]:
    """The days that claims with an address give, by entity."""
    days: dict[str, set[int]] = defaultdict(set)
    for claim in contents.claims.values():
        if _has_address(contents, claim):
            for each in (claim.subject, claim.object or ""):
                days[each].update(day for _, day in _days(claim.when))
    return days


def _days(when: Interval | None) -> Iterator[tuple[str, int]]:
    """The ends of an interval that are single days."""
    for date in (when.start, when.end) if when is not None else ():
        if date is not None and date.earliest == date.latest:
            yield date.text, date.earliest


def _has_address(contents: Contents, claim: Claim) -> bool:
    return contents.sources[claim.source].kind not in _UNATTESTED


def _confidence(contents: Contents, claim: Claim) -> float:
    """How sure the claim is said to be; sure where nothing is said."""
    given = claim.confidence if claim.confidence is not None else contents.sources[claim.source].confidence
    return 1.0 if given is None else given


@cache
def _limits() -> dict[str, float]:
    return read_numbers("lint/limits.tsv")
