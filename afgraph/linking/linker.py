"""From a text to its mentions: listed names, unlisted ones that sound alike, short forms carried along.

Full names are read first, by themselves. What they name then decides, with the date, whom the short ones mean.
"""

import datetime
import re

from afgraph.data import read_numbers
from afgraph.dates import Date, parse_date
from afgraph.errors import TextTooLongError
from afgraph.linking.detection.spans import SpanFinder
from afgraph.linking.disambiguation.decision import Decision
from afgraph.linking.disambiguation.judged import with_judged
from afgraph.linking.disambiguation.reading import Reader
from afgraph.linking.linked import LinkedText
from afgraph.linking.words.dateline import guess_date
from afgraph.linking.words.language import UNKNOWN, guess_language
from afgraph.resolver import Resolver
from afgraph.resolver.context import Context

_WORD = re.compile(r"\w+")


def link(
    text: str,
    resolver: Resolver,
    *,
    date: str | datetime.date | Date | None = None,
    place: str | None = None,
    lang: str | None = None,
) -> LinkedText:
    """The mentions in `text` of the entities that `resolver` knows, each resolved, ambiguous or nobody listed.

    `date` is when the text was written (EDTF) and tells namesakes of different times apart; `place` is an id,
    `lang` ISO 639-3. Where they are not given, date and language are guessed, from the dateline and from the commonest
    words, and the result says so. Nothing is linked in lines that are markup or page furniture. Raises
    `TextTooLongError` for more than 30,000 words, some sixty pages.

    >>> from afgraph import Resolver
    >>> linked = link("Ahmad Massoud spoke. Massoud left.", Resolver.from_names({"m": ["Ahmad Massoud"]}))
    >>> [(mention.text, mention.id, mention.how) for mention in linked.mentions]
    [('Ahmad Massoud', 'm', 'listed'), ('Massoud', 'm', 'carried')]
    """
    _refuse_long(text)
    when = guess_date(text) if date is None else parse_date(date)
    spoken = guess_language(text) if lang is None else lang
    context = Context(date=when, place=place, lang=lang)
    reader = Reader(SpanFinder(text, resolver.index, spoken), resolver, context)
    mentions = with_judged(text, tuple(Decision(reader).mentions()), resolver, context)
    known = {"date": None if when is None else when.text, "lang": None if spoken == UNKNOWN else spoken}
    guessed = [name for name, given in (("date", date), ("lang", lang)) if given is None and known[name] is not None]
    return LinkedText(text=text, mentions=mentions, date=known["date"], lang=known["lang"], guessed=tuple(guessed))


def _refuse_long(text: str) -> None:
    """Raise `TextTooLongError` for a text of too many words; they are counted only where there are letters enough."""
    most = int(read_numbers("linking/limits.tsv")["longest_text"])
    count = len(_WORD.findall(text)) if len(text) > most else 0
    if count > most:
        raise TextTooLongError(
            f"a text of {count:,} words is too long to be linked at once; {most:,} are the most. "
            "Split it into its articles or chapters and link them with link_many"
        )
