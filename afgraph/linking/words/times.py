"""Of what time a sentence speaks: a year in it that lies before the text's own."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from afgraph.data import read_table
from afgraph.dates import Date, parse_date
from afgraph.text import fold, name_key

_ONE, _TWO, _ZERO = (f"[{digit}{chr(0x660 + digit)}{chr(0x6F0 + digit)}]" for digit in (1, 2, 0))
_YEAR = re.compile(rf"(?<!\d)(?:{_ONE}[3489٣٤٨٩۳۴۸۹]\d\d|{_TWO}{_ZERO}\d\d)(?!\d)")
_ENDS = re.compile(r"[.!?؟۔\n](?=\s|$)|\n")
_SOLAR = range(1300, 1420)
_READ = 200_000  # letters of a text whose deaths are looked for
_LONGEST = 600  # letters of a sentence that one year speaks for


class Times:
    """The years named in a text, by its sentences.

    >>> times = Times("He fell in 2001. She spoke.", parse_date("2021-08-24"))
    >>> times.at(3).text, times.at(20).text
    ('2001', '2021-08-24')
    """

    def __init__(self, text: str, written: Date | None) -> None:
        self.text = text
        self.written = written
        self._going_on: dict[int, bool] = {}
        self._starts = [0, *(match.end() for match in _ENDS.finditer(text))]
        self._years: dict[int, list[int]] = {}
        self._deaths = self._speaking_of_death(text)
        for match in _YEAR.finditer(text):
            self._years.setdefault(self._sentence(match.start()), []).append(int(match.group()))

    def at(self, place: int) -> Date | None:
        """The year that the sentence around a place speaks of, if it is past; else when the text was written.

        `None` where the sentence speaks of a death: those it names may be long gone.
        """
        sentence = self._sentence(place)
        if sentence not in self._years and self._years.get(sentence - 1) and self._goes_on(sentence):
            sentence, place = sentence - 1, self._starts[sentence - 1]
        if sentence in self._deaths and sentence not in self._years:
            return None
        years = self._years.get(sentence)
        if not years or place - self._starts[sentence] > _LONGEST:
            return self.written
        spoken = _date(min(years))
        past = self.written is None or (spoken is not None and spoken.latest < self.written.earliest)
        return spoken if past else self.written

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence speaks of the time of the one before it."""
        known = self._going_on.get(sentence)
        if known is None:
            end = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else len(self.text)
            head = self.text[self._starts[sentence] : min(end, self._starts[sentence] + _LONGEST)]
            known = self._going_on[sentence] = _then().search(head.casefold()) is not None
        return known

    def _speaking_of_death(self, text: str) -> frozenset[int]:
        if len(text) > _READ:
            return frozenset()
        folded = fold(text)
        return frozenset(self._sentence(folded.starts[match.start()]) for match in _deaths().finditer(folded.text))

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


@cache
def _then() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"].casefold()) for row in read_table("linking/then.tsv"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _deaths() -> re.Pattern[str]:
    beginnings = "|".join(re.escape(name_key(row["beginning"])) for row in read_table("linking/death.tsv"))
    return re.compile(rf"(?<!\w)(?:{beginnings})")


@lru_cache(maxsize=4096)
def _date(year: int) -> Date | None:
    """A year of the Gregorian or, where it must be, of the solar calendar."""
    return parse_date(f"{year:04} SH" if year in _SOLAR else f"{year:04}")
