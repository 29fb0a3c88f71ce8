"""Of what time a sentence speaks: a year in it that lies before the text's own."""

import re
from bisect import bisect_right
from functools import lru_cache

from afgraph.dates import Date, parse_date

_YEAR = re.compile(r"(?<!\d)(1[3489]\d\d|20\d\d)(?!\d)")
_ENDS = re.compile(r"[.!?؟۔\n](?=\s|$)|\n")
_DIGITS = {zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
_SOLAR = range(1300, 1420)
_LONGEST = 600  # letters of a sentence that one year speaks for


class Times:
    """The years named in a text, by its sentences.

    >>> times = Times("He fell in 2001. She spoke.", parse_date("2021-08-24"))
    >>> times.at(3).text, times.at(20).text
    ('2001', '2021-08-24')
    """

    def __init__(self, text: str, written: Date | None) -> None:
        self.written = written
        self._starts = [0, *(match.end() for match in _ENDS.finditer(text))]
        self._years: dict[int, list[int]] = {}
        for match in _YEAR.finditer(text.translate(_DIGITS)):
            self._years.setdefault(self._sentence(match.start()), []).append(int(match.group()))

    def at(self, place: int) -> Date | None:
        """The year that the sentence around a place speaks of, if it is past; else when the text was written."""
        sentence = self._sentence(place)
        years = self._years.get(sentence)
        if not years or place - self._starts[sentence] > _LONGEST:
            return self.written
        spoken = _date(min(years))
        past = self.written is None or (spoken is not None and spoken.latest < self.written.earliest)
        return spoken if past else self.written

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


@lru_cache(maxsize=4096)
def _date(year: int) -> Date | None:
    """A year of the Gregorian or, where it must be, of the solar calendar."""
    return parse_date(f"{year:04} SH" if year in _SOLAR else f"{year:04}")
