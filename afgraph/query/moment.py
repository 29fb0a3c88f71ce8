"""The time of a question, and how an interval stands to it."""

from afgraph.dates import Date, Interval

On = Date | Interval


def span(on: On) -> tuple[int, int]:
    """The first and last day that the time of a question may mean (`datetime.date` ordinals).

    >>> from afgraph.dates import parse_date
    >>> first, last = span(parse_date("1994-02"))
    >>> last - first
    27
    """
    if isinstance(on, Date):
        return on.earliest, on.latest
    bounds = on.bounds()
    return bounds.start_min, bounds.end_max


def covers(interval: Interval, on: On) -> bool:
    """Whether an interval surely holds all through the time of a question, not only at some time in it.

    >>> from afgraph.dates import parse_date, parse_interval
    >>> exile = parse_interval("1997-05-24/1997-09")
    >>> covers(exile, parse_date("1997-06")), covers(exile, parse_date("1997"))
    (True, False)
    """
    first, last = span(on)
    bounds = interval.bounds()
    return interval.start_known and bounds.start_max <= first and last <= bounds.end_min


def begins_after(later: Interval, earlier: Interval) -> bool:
    """Whether `later` begins on or after the day on which `earlier` surely had begun; so if that one's is unknown."""
    if later.start is None:
        return False
    return earlier.start is None or later.start.latest >= earlier.start.latest


def began_by(interval: Interval, on: On) -> bool:
    """Whether an interval had surely begun by the first day of a question's time."""
    return interval.start is not None and interval.start.latest <= span(on)[0]


def order(interval: Interval | None) -> tuple[int, int]:
    """A key that sorts intervals by start, then end; unknown starts first."""
    if interval is None:
        return 0, 0
    bounds = interval.bounds()
    return (interval.start.earliest if interval.start else 0), bounds.end_max


def dated(on: On | None) -> str:
    """The time of a question in words, to follow what was asked; empty for any time."""
    if on is None:
        return ""
    return f" in {on}" if "/" in str(on) else f" on {on}"
