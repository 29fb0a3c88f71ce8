"""Why a listed name was found for a spelling, as evidence."""

from functools import cache

from afgraph.data import read_table
from afgraph.matching import Evidence, Hit, evidence_of


def evidence_of_hit(hit: Hit) -> list[Evidence]:
    """What speaks for and against a hit by its name alone; the weights add up to its log-odds."""
    says = _says()[hit.how].format(form=repr(hit.entry.name.form))
    if hit.match is None:
        return [Evidence("name", hit.log_odds, says)]
    return [Evidence("name", 0.0, says), *evidence_of(hit.match, listed=True)]


@cache
def _says() -> dict[str, str]:
    return {row["how"]: row["says"] for row in read_table("resolver/found.tsv")}
