"""Why a listed name was found for a spelling, as evidence."""

from afgraph.matching import Evidence, Hit, evidence_of


def evidence_of_hit(hit: Hit, listed: int) -> list[Evidence]:
    """What speaks for and against a hit by its name alone; the weights add up to its log-odds."""
    form = hit.entry.name.form
    if hit.match is not None:
        summary = Evidence("name", 0.0, f"is compared with the listed name {form!r}")
        return [summary, *evidence_of(hit.match, listed)]
    if hit.lookalike:
        says = f"looks like the listed name {form!r}; one of them mixes Latin and Cyrillic letters"
    elif hit.initials:
        says = f"is made of the first letters of the listed name {form!r}"
    elif hit.entry.name.kind == "short" and hit.entry.name.lang == "und":
        says = f"is part of the name {form!r}"
    else:
        how = "equals" if hit.verbatim else "equals, but for case, marks or punctuation,"
        says = f"{how} the listed name {form!r}"
    return [Evidence("name", hit.log_odds, says)]
