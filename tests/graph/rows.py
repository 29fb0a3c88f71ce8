"""Random rows for the columns, and the plain scans that the columns are checked against."""

from collections.abc import Collection, Sequence

from hypothesis import strategies as st

from afgraph.dates import Interval, Verdict, parse_date, parse_interval
from afgraph.graph import Row, span_of

ENTITIES = ["per:a", "per:b", "per:c", "org:d", "org:é", "plc:f/g"]
RELATIONS = ["allied_with", "fought", "knows"]
TIMES = [
    *[None, "1990", "1990/1995", "1992/1993", "1994/..", "/1993", "1996/", "../1992", "../..", "/"],
    *["1993-02/1994~", "1992-06-01/1993-01", "1993-01-15"],
]
ASKED = [None, "1989", "1990-06", "1993-01-15", "1993-01-16", "1994/1996", "1992~", "1996/", "/1990", "../..", "2001"]


def rows() -> st.SearchStrategy[list[Row]]:
    """Some claims among a few entities: with and without object, to oneself, some that make no edge."""
    row = st.builds(
        Row,
        subject=st.sampled_from(ENTITIES),
        relation=st.sampled_from(RELATIONS),
        object=st.none() | st.sampled_from(ENTITIES),
        edge=st.sampled_from([True, True, False]),
        span=st.sampled_from(TIMES).map(lambda text: span_of(None if text is None else parse_interval(text))),
    )
    return st.lists(row.map(lambda each: each if each.object else each._replace(edge=False)), max_size=16)


def verdict(row: Row, on: Interval | None) -> Verdict:
    """Whether a row held at some time of `on`, from its days one by one."""
    if on is None:
        return "yes"
    low, known, high, end = row.span
    asked = on.bounds()
    if low > asked.end_max or asked.start_min > end:
        return "no"
    sure = known <= asked.end_min and asked.start_max <= high
    return "yes" if sure and on.start_known else "possibly"


def chosen(
    listed: Sequence[Row],
    entity: str,
    on: Interval | None,
    relations: Collection[str] = RELATIONS,
    *,
    edges_only: bool = False,
) -> list[int]:
    """The claims at an entity that possibly held, by a scan of all."""
    return [
        number
        for number, row in enumerate(listed)
        if entity in (row.subject, row.object)
        and row.relation in relations
        and (row.edge or not edges_only)
        and verdict(row, on) != "no"
    ]


def others(listed: Sequence[Row], claims: Collection[int], entity: str) -> set[str]:
    """The other ends of some claims at an entity."""
    ends = {end for claim in claims for end in (listed[claim].subject, listed[claim].object) if end}
    return ends - {entity}


def distance(
    listed: Sequence[Row], one: str, other: str, on: Interval | None, relations: Collection[str]
) -> int | None:
    """The length of a shortest path over edges, by waves from one end."""
    wave, seen, length = {one}, {one}, 0
    while wave:
        if other in wave:
            return length
        near = {
            far for each in wave for far in others(listed, chosen(listed, each, on, relations, edges_only=True), each)
        }
        wave, seen, length = near - seen, seen | near, length + 1
    return None


def asked(text: str | None) -> Interval | None:
    """The question that some text means, doubtful ends as the columns' rows have them."""
    if text is None:
        return None
    return parse_interval(text) if "/" in text else Interval(text=text, start=parse_date(text), end=parse_date(text))
