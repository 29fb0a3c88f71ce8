"""Intervals and questions as four plain days each, so that a verdict is four comparisons."""

from typing import NamedTuple

from afgraph.dates import Date, Interval, Verdict

_NEVER = 2 * 10**8  # later than any bound of an interval: a start at an unknown day is not surely before anything


class Span(NamedTuple):
    """The first and last day (ordinals) on which a stretch of time may start, and may end.

    An unknown start has a last day beyond all time: it never makes a `yes`.
    """

    start_min: int
    start_max: int
    end_min: int
    end_max: int


ALWAYS = Span(-_NEVER, -_NEVER, _NEVER, _NEVER)


def span_of(when: Date | Interval | None) -> Span:
    """The span of an interval, of a date as all its days, or of a time that nothing is known of.

    >>> from afgraph.dates import parse_date, parse_interval
    >>> span_of(parse_date("1994-01-15"))
    Span(start_min=727943, start_max=727943, end_min=727943, end_max=727943)
    """
    if isinstance(when, Date):
        return Span(when.earliest, when.earliest, when.latest, when.latest)
    interval = Interval(text="/", start=None, end=None) if when is None else when
    bounds = interval.bounds()
    return Span(*bounds) if interval.start_known else Span(*bounds)._replace(start_max=_NEVER)


def lived(span: Span, life: Interval | None) -> Span:
    """A span with its outermost days cut to those of a life: nothing holds before or after it.

    >>> from afgraph.dates import parse_interval
    >>> lived(span_of(None), parse_interval("1950/2001-09-09")).end_max == parse_interval("2001-09-09").end.latest
    True
    """
    if life is None:
        return span
    bounds = life.bounds()
    return span._replace(start_min=max(span.start_min, bounds.start_min), end_max=min(span.end_max, bounds.end_max))


def judge(own: Span, asked: Span) -> Verdict:
    """Whether two spans share a day; as `Interval.overlaps`.

    >>> from afgraph.dates import parse_date, parse_interval
    >>> judge(span_of(parse_interval("1994/1996-05")), span_of(parse_date("1994-02-01")))
    'possibly'
    """
    if own.start_min > asked.end_max or asked.start_min > own.end_max:
        return "no"
    return "yes" if own.start_max <= asked.end_min and asked.start_max <= own.end_min else "possibly"
