"""From a text to its mentions: listed spellings, unlisted ones that sound alike, short forms carried along.

Full names are read first. What they name then decides, with the date, whom a short form means.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from afgraph.data import read_numbers
from afgraph.dates import Date, parse_date
from afgraph.linking.kinds import end_with_kind, kind_word
from afgraph.linking.linked import How, LinkedText, Mention
from afgraph.linking.spans import Span, SpanFinder
from afgraph.matching import compare_words
from afgraph.matching.lexicon import common_word
from afgraph.matching.tokens import Token, tokens
from afgraph.resolver import Resolution, Resolver
from afgraph.resolver.context import Context
from afgraph.text import name_key


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
    `lang` ISO 639-3. Nothing is linked in lines that are markup or page furniture.

    >>> from afgraph import Resolver
    >>> linked = link("Ahmad Massoud spoke. Massoud left.", Resolver.from_names({"m": ["Ahmad Massoud"]}))
    >>> [(mention.text, mention.id, mention.how) for mention in linked.mentions]
    [('Ahmad Massoud', 'm', 'listed'), ('Massoud', 'm', 'carried')]
    """
    when = None if date is None else parse_date(date)
    linker = _Linker(text, resolver, Context(date=when, place=place, lang=lang))
    return LinkedText(text=text, mentions=tuple(linker.mentions()), date=None if when is None else when.text)


class _Linker:
    """One text being linked."""

    def __init__(self, text: str, resolver: Resolver, context: Context) -> None:
        self.text = text
        self.resolver = resolver
        self.context = context
        self.finder = SpanFinder(text, resolver.index)
        self.limits = read_numbers("linking/limits.tsv")
        self.named: dict[str, str] = {}
        self._resolve: Callable[[str, Context], Resolution] = cache(resolver.resolve_in)

    def mentions(self) -> Iterator[Mention]:
        """The mentions in order."""
        spans = list(self.finder.spans())
        first = {span: mention for span in spans if span.words > 1 and (mention := self._full(span))}
        for mention in first.values():
            if mention.id is not None:
                self.named.setdefault(mention.id, mention.text)
        self.context = replace(self.context, near=frozenset(self.named))
        for span in spans:
            mention = first.get(span)
            if mention is None or mention.resolution.outcome == "ambiguous":
                mention = self._single_or_unclear(span)
            if mention is not None:
                yield self._with_kind(mention)

    def _full(self, span: Span) -> Mention | None:
        """A name of several words, read by itself."""
        surface = self.text[span.start : span.end]
        context = replace(self.context, kind_word=kind_word(self.text, span.start, span.end))
        if span.listed:
            return self._mention(span, self._resolve(surface, context), "listed")
        resolution = self._resolve(surface, context)
        if resolution.outcome == "match" and resolution.score < self.limits["similar_run"]:
            return None
        return self._mention(span, resolution, "similar")

    def _single_or_unclear(self, span: Span) -> Mention | None:
        """One word, or a name that did not decide by itself: read with all that the text names.

        Whoever the word may be the short form of is no context for it: a father named in full speaks for himself,
        not for his son.
        """
        surface = self.text[span.start : span.end]
        carried = self._carried(surface) if span.words == 1 else ()
        near = self.context.near - {entity for entity, _ in carried}
        word = kind_word(self.text, span.start, span.end)
        context = replace(self.context, near=near, carried=carried, kind_word=word)
        if span.listed:
            return self._mention(span, self._resolve(surface, context), "listed")
        if span.words > 1:
            return self._full(span)
        if carried:
            return self._mention(span, self._resolve(surface, context), "carried")
        return self._similar_word(span, surface)

    def _carried(self, surface: str) -> tuple[tuple[str, str], ...]:
        """The entities named in full of whose name this word is a part by sound, but for the first word."""
        word = tokens(surface)
        found = []
        for entity, full in self.named.items():
            for part in tokens(full)[1:]:
                if self._tells(part) and self._sounds_like(word, part):
                    found.append((entity, full))
                    break
        return tuple(found)

    def _tells(self, word: Token) -> bool:
        """Whether a word of a name can stand for the whole: no title, and no given name that many have."""
        return not common_word(word.key).kind and word.weight >= self.limits["carried_weight"]

    def _sounds_like(self, word: Sequence[Token], part: Token) -> bool:
        match = compare_words(word, [part])
        return match is not None and match.values["worst"] <= self.limits["carried_cost"]

    def _similar_word(self, span: Span, surface: str) -> Mention | None:
        """One unlisted word: only clearly like a listed name of one word, and not where a sentence starts."""
        if len(surface) < self.limits["similar_letters"] or self.finder.opens_sentence(span.start):
            return None
        resolution = self._resolve(surface, self.context)
        sure = resolution.outcome == "match" and resolution.score >= self.limits["similar_word"]
        if not sure or " " in name_key(resolution.candidates[0].name.form):
            return None
        return self._mention(span, resolution, "similar")

    def _mention(self, span: Span, resolution: Resolution, how: How) -> Mention:
        surface = self.text[span.start : span.end]
        return Mention(start=span.start, end=span.end, text=surface, resolution=resolution, how=how)

    def _with_kind(self, mention: Mention) -> Mention:
        """The mention of a place with the word for its kind behind it: "Parwan" of "Parwan province"."""
        end = end_with_kind(self.text, mention.end)
        if mention.id is None or not mention.id.startswith("plc:") or end == mention.end:
            return mention
        return replace(mention, end=end, text=self.text[mention.start : end])
