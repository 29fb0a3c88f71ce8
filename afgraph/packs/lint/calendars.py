"""A rule about years that were copied from another calendar."""

import datetime
from collections.abc import Iterator

from afgraph.dates import Date, parse_date
from afgraph.model import Contents
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material

_FIRST, _LAST = (
    datetime.date(year, 1, 1).toordinal() for year in (1250, 1451)
)  # 1871 to 2071 of the solar Hijri years
_OFFSET = 621  # years from a solar Hijri year to the Gregorian one in which it begins
_YEAR = 366  # days


def foreign_calendars(material: Material) -> Iterator[Found]:
    """Each entity, claim or source with a year that is long past, or a Hijri year of our time."""
    for about, origin, dates in _dated(material.contents):
        strange = next((date for date in dates if date is not None and _may_be_hijri(date)), None)
        if strange is not None:
            year = datetime.date.fromordinal(strange.earliest).year
            message = (
                f"{about!r} gives {strange.text}: a solar Hijri year? write it in the Gregorian calendar, "
                f"about {year + _OFFSET}"
            )
            yield Found("AF407", (about,), message, origin)


def _may_be_hijri(date: Date) -> bool:
    return date.earliest >= _FIRST and date.latest < _LAST and date.latest - date.earliest < _YEAR


def _dated(contents: Contents) -> Iterator[tuple[str, str, list[Date | None]]]:
    """Whatever has dates: its id, where it stands, its dates."""
    for entity in contents.entities.values():
        spans = [entity.lifespan, *(name.when for name in entity.names)]
        yield entity.id, entity.origin, [end for span in spans if span for end in (span.start, span.end)]
    for claim in contents.claims.values():
        ends = [claim.when.start, claim.when.end] if claim.when else []
        yield claim.id, claim.origin, [*ends, _single(claim.reported)]
    for source in contents.sources.values():
        yield source.id, source.origin, [_single(source.published)]


def _single(text: str | None) -> Date | None:
    return None if text is None else parse_date(text)
