"""The forms of questions as regular expressions, and the times in them."""

import calendar
import datetime
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from afgraph.data import read_table
from afgraph.dates import parse_when
from afgraph.errors import DateFormatError

LONGEST = 300  # letters of a question that are looked at where its form is not known
_PREPOSITIONS = "in|on|at|by|during|as of|around|before|after|since|until"
_DAYS = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})\s+(\D.*)")
_DECADE = re.compile(r"(\d{3})0'?s")
_PREPOSITION = rf"(?:(?:{_PREPOSITIONS})\s+)(?:the\s+)?"
_WORDS = rf"(?:(?!\s(?:{_PREPOSITIONS})\s)[^?])*?"
_YEAR = rf"{_WORDS}\d{{3,4}}{_WORDS}"
_SLOTS = {
    "who": r"\S.*?",
    "body": r"\S.*?",
    "place": r"\S.*?",
    "office": r"\S.*?",
    "list": r"\S.*?\sand\s\S.*?",
    "unit": r"\S+",
    "on": rf"(?:(?:between|from)\s+{_YEAR}|{_PREPOSITION}{_YEAR}|\d{_YEAR})",
    "between": rf"(?:between|from|in|on|during|since|after)\s+{_YEAR}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A form of question: what it reads, the calls it makes, a question of that form.

    A `loose` form reads so much that a name in it that means nobody shows it to be another question.
    """

    form: str
    regex: re.Pattern[str]
    calls: list[list[str]]
    loose: bool
    example: str


@cache
def patterns() -> tuple[Pattern, ...]:
    """The forms that are known, in the order in which they are tried.

    >>> patterns()[1].regex.fullmatch("who were allied with Dostum in 1994").groupdict()["who_5"]
    'Dostum'
    """
    return tuple(
        Pattern(
            form=row["form"],
            regex=re.compile(_regex(row["form"]), re.IGNORECASE),
            calls=[call.split() for call in row["call"].removeprefix("loose ").split(" else ")],
            loose=row["call"].startswith("loose "),
            example=row["example"],
        )
        for row in read_table("query/patterns.tsv")
    )


def nearest(question: str) -> list[str]:
    """An example of each form, those first that share its rarest words with a question.

    >>> nearest("why did Dostum switch sides")[0]
    'Did Dostum switch sides in January 1994?'
    """
    asked = frozenset(re.findall(r"\w+", question[:LONGEST].lower()))
    words = {pattern.form: _words_of(pattern) for pattern in patterns()}
    common = Counter(word for each in words.values() for word in each)

    def shared(pattern: Pattern) -> float:
        return sum(1 / common[word] for word in words[pattern.form] & asked)

    return [pattern.example for pattern in sorted(patterns(), key=shared, reverse=True)]


def _words_of(pattern: Pattern) -> frozenset[str]:
    """The words of a form, those that stand for a name or a time left out."""
    return frozenset(re.findall(r"[a-z]+", re.sub(r"\{\w+\}", "", pattern.form.replace("_", " "))))


def time_in(question: str) -> str | None:
    """The time that a question names at its end, as `on=` takes it; `None` where it names none that can be read.

    >>> time_in("Why did Dostum break with Massoud in January 1994?")
    'January 1994'
    """
    text = " ".join(question.split()).rstrip(" ?.!")[:LONGEST]
    found = re.search(rf"(?:^|\s)({_SLOTS['on']})$", text, re.IGNORECASE)
    try:
        return None if found is None else time_of(found[1])
    except DateFormatError:
        return None


def slots(found: re.Match[str]) -> list[tuple[str, str]]:
    """The slots that a question filled, in their order: kind and text."""
    filled = [(name.rpartition("_")[0], text) for name, text in found.groupdict().items() if text is not None]
    return [(kind, text.strip()) for kind, text in filled]


def _regex(form: str) -> str:
    """A form as a regular expression: each word, either of some, or a slot, and what may be missing."""
    count = 0
    pieces: list[str] = []
    for token in re.findall(r"\[[^\]]*\]|\S+", form):
        optional = token.startswith("[")
        words = []
        for word in token.strip("[]").split():
            count += 1
            words.append(_word(word, count))
        body = r"\s+".join(words)
        leading = all(piece.endswith(r"\s+)?") for piece in pieces)
        pieces.append(_joined(body, first=leading, optional=optional))
    return _spaced(pieces)


def _word(word: str, number: int) -> str:
    if word.startswith("{"):
        kind, _, ending = word.removeprefix("{").partition("}")
        return f"(?P<{kind}_{number}>{_SLOTS[kind]}){re.escape(ending)}"
    options = [re.escape(each).replace("_", r"\s+") for each in word.split("|")]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _joined(body: str, *, first: bool, optional: bool) -> str:
    """A piece that still has to be spaced: what may be missing carries its own space, before it or after it."""
    if not optional:
        return body
    return rf"(?:{body}\s+)?" if first else rf"(?:\s+{body})?"


def _spaced(pieces: list[str]) -> str:
    text = ""
    for piece in pieces:
        needs = text and not piece.startswith(r"(?:\s+") and not text.endswith(r"\s+)?")
        text += (r"\s+" if needs else "") + piece
    return text


def time_of(text: str) -> str:
    """The time that a phrase means, as `on=` takes it; `early`, `mid` and `late` are thirds.

    >>> time_of("in February 1994"), time_of("in early August 2021"), time_of("before 11 September 2001")
    ('February 1994', '2021-08-01/2021-08-10', '../2001-09-10')
    >>> time_of("between December 1993 and 1995"), time_of("in the 1990s")
    ('1993-12-01/1995-12-31', '199X')
    """
    bare = re.sub(rf"^(?:{_PREPOSITION}|the\s+)", "", text, flags=re.IGNORECASE).strip(" ,")
    side = text.split(" ", 1)[0].lower()
    if side in ("before", "until", "after", "since"):
        return _open_range(side, bare)
    if side in ("between", "from"):
        since, until = times_of(text)
        return f"{_day(parse_when(since).bounds().start_min)}/{_day(parse_when(until).bounds().end_max)}"
    decade = _DECADE.fullmatch(bare)
    if decade is not None:
        return f"{decade[1]}X"
    days = _DAYS.fullmatch(bare)
    if days is not None:
        return time_of(f"{days[1]} {days[3]}") + "/" + time_of(f"{days[2]} {days[3]}")
    part, _, rest = bare.partition(" ")
    rows = {row["word"]: row for row in read_table("query/parts_of_time.tsv")}
    row = rows.get(part.lower().rstrip("-"))
    if row is not None:
        return _part_of(rest, {key: int(value) for key, value in row.items() if key != "word"})
    parse_when(bare)
    return bare


def _open_range(side: str, text: str) -> str:
    """All time before a time, until its end, after it, or since its beginning."""
    first, last = parse_when(text).bounds().start_min, parse_when(text).bounds().end_max
    edge = {"before": first - 1, "until": last, "after": last + 1, "since": first}[side]
    day = _day(edge)
    return f"../{day}" if side in ("before", "until") else f"{day}/.."


def _day(ordinal: int) -> str:
    return datetime.date.fromordinal(ordinal).isoformat()


def _part_of(text: str, bounds: dict[str, int]) -> str:
    when = parse_when(text)
    first, last = when.bounds().start_min, when.bounds().end_max
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if (start.year, start.month) == (end.year, end.month):
        days = calendar.monthrange(start.year, start.month)[1]
        return f"{start:%Y-%m}-{bounds['month_first']:02}/{start:%Y-%m}-{min(bounds['month_last'], days):02}"
    if start.year == end.year:
        return f"{start.year:04}-{bounds['year_first']:02}/{start.year:04}-{bounds['year_last']:02}"
    raise DateFormatError(f"{text!r} is neither a month nor a year; early, mid and late are parts of one")


def times_of(text: str) -> tuple[str, str]:
    """The two times between which something is asked; one alone stands for both. The first may lack month or year.

    >>> times_of("between 14 and 24 August 2021"), times_of("in May 1997")
    (('14 August 2021', '24 August 2021'), ('May 1997', 'May 1997'))
    """
    word, _, rest = text.partition(" ")
    parts = re.split(r"\s+(?:and|to|until|till)\s+|\s*[–—]\s*", rest, maxsplit=1)
    if word.lower() not in ("between", "from") or len(parts) == 1:
        one = time_of(text if word.lower() not in ("between", "from") else rest)
        since, _, until = one.partition("/")
        return since, (until if until not in ("", "..") else "9999" if until else since)
    until = time_of(parts[1])
    return time_of(_completed(parts[0], until)), until


def _completed(since: str, until: str) -> str:
    """A first time with the month and year that it shares with the second: `14` of `24 August 2021`."""
    words = until.split()
    if re.search(r"\d{3,4}", since):
        return since
    if since.strip().isdigit() and len(words) == 3:
        return " ".join([since.strip(), *words[1:]])
    return f"{since} {words[-1]}"
