"""Looking up spans: with context, once each, and other readings of what no list holds."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice, product

from afgraph.data import read_numbers
from afgraph.dates import Date
from afgraph.linking.detection.spans import Span, SpanFinder
from afgraph.linking.disambiguation.found import explained_by, lacks_its_head
from afgraph.linking.words.kinds import kind_word
from afgraph.linking.words.times import Times
from afgraph.resolver import Candidate, Resolution, Resolver
from afgraph.resolver.context import Context

_MOST_FORMS = 4  # readings of an unlisted name that are compared
_MOST_WORDS = 6  # of an unlisted name
_LONG_ENDING = 2  # letters of an ending that is taken off what is no known word without it
_MOST_STEMS = 2
_AS_LIKELY = 1.5  # log-odds between two spellings of one place
_HOPELESS = 0.005  # probability that no context makes enough of


class Persons:
    """The ids of the persons a resolver knows, and of what it knows no kind of."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def __contains__(self, entity_id: object) -> bool:
        entity = self._resolver.entity(str(entity_id))
        return entity is not None and entity.schema.casefold() in ("person", "")


class Reader:
    """Resolves the spans of one text, with the date of which their sentence speaks."""

    def __init__(self, finder: SpanFinder, resolver: Resolver, context: Context) -> None:
        self.finder = finder
        self.resolver = resolver
        self.context = context
        self.limits = read_numbers("linking/limits.tsv")
        self.persons = Persons(resolver)
        self._times = Times(finder.text, context.date)
        self._resolve = cache(resolver.resolve_in)
        self._around = cache(self._plain_context)
        self._hopeless: set[str] = set()  # surfaces that mean nobody listed, whatever is known around them
        self._refused: set[tuple[str, float, Context]] = set()  # surfaces that mean nobody where just this is known

    def read(self, span: Span, **more: object) -> Resolution:
        """Whom a span means in the context of its sentence and of what `more` says."""
        return self._resolve(span.text, self.context_of(span, **more))

    def context_of(self, span: Span, **more: object) -> Context:
        """What is known around a span."""
        kind = kind_word(self.finder.text, span.start, span.end)
        context = self._around(self._times.at(span.start), kind, span.longer or None, person=span.person)
        return replace(context, **more) if more else context  # type: ignore[arg-type]

    def _plain_context(
        self, date: Date | None, kind: tuple[str, str] | None, longer: str | None, *, person: bool
    ) -> Context:
        schema = "Person" if person else self.context.schema
        return replace(self.context, date=date, kind_word=kind, longer=longer, schema=schema, weigh_fame=True)

    def similar(self, first: int, last: int, least: float, *, person: bool = False) -> tuple[Span, Resolution] | None:
        """Some unlisted words with whom they mean, if that is at least so probable; else `None`."""
        surface = self.finder.surface(first, last)
        if last - first > _MOST_WORDS or surface in self._hopeless:
            return None
        known = self.context_of(self.unlisted(first, last, person=person))
        if (surface, least, known) in self._refused:
            return None
        best = 0.0
        for text, start, end, inflected in self._texts(first, last):
            span = Span(start, end, first, last, text, listed=False, inflected=inflected, person=person)
            resolution = self.read(span)
            form = _common_form(resolution, least)
            if form is not None:
                return replace(span, text=form), self._resolve(form, self.context_of(span))
            if resolution.outcome == "match" and resolution.score >= least and not _is_hollow(resolution):
                return span, resolution
            best = max(best, resolution.score)
        self._refused.add((surface, least, known))
        if best < _HOPELESS:
            self._hopeless.add(surface)
        return None

    def unlisted(self, first: int, last: int, *, person: bool = False, longer: str = "") -> Span:
        """Some words as a span that is looked up as it stands."""
        text, start, end, _ = next(self._texts(first, last))
        return Span(start, end, first, last, text, listed=False, person=person, longer=longer)

    def _texts(self, first: int, last: int) -> Iterator[tuple[str, int, int, bool]]:
        """The readings of some words: as they stand, then with endings taken off where that makes a known word."""
        words = self.finder.words[first:last]
        start, end = words[0].start, words[-1].end
        apart = [form for form in self.finder.forms(words[-1]) if form.behind]
        if apart:
            end = self.finder.cut(words[-1], apart[0])[1]
        elided = [form for form in self.finder.forms(words[0]) if form.before]
        if elided:
            start = self.finder.cut(words[0], elided[0])[0]
        text = self.finder.text[start:end]
        yield text, start, end, False
        known = self.finder.names.vocabulary
        readings = []
        for at, word in enumerate(words, start=1):
            forms = self.finder.forms(word)
            keys = [form.key for form in forms if form.key in known and form.depth]
            if not keys and at == len(words):
                keys = [forms[0].key, *(form.key for form in forms if len(form.taken) >= _LONG_ENDING)][
                    : 1 + _MOST_STEMS
                ]
            readings.append([forms[0].key] if forms[0].key in known or not keys else keys)
        for chosen in islice(product(*readings), _MOST_FORMS):
            if list(chosen) != [word.key for word in words]:
                yield " ".join(chosen), start, end, True


def _common_form(resolution: Resolution, least: float) -> str | None:
    """The one listed name that a spelling is, where several bear it or a longer name hides it; else `None`."""
    fitting = [each for each in resolution.candidates if explained_by(each) and not lacks_its_head(each)]
    clear = resolution.outcome == "match" and resolution.candidates[0].score >= least
    if not fitting or (clear and fitting[0] == resolution.candidates[0]):
        return None
    nobody = 1.0 - sum(each.score for each in resolution.candidates)
    same = [each for each in fitting if _bear_one_name(each, fitting[0])]
    if sum(each.score for each in same) < least * (nobody + sum(each.score for each in fitting)):
        return None
    return max(same, key=lambda each: (each.entity.schema != "District", each.hit.log_odds, each.score)).hit.entry.form


def _bear_one_name(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates bear one name, or are two places whose names sound so alike that both are what is read."""
    if one.hit.entry.key == other.hit.entry.key:
        return True
    places = {_kind(one), _kind(other)} == {"plc"}
    return places and not _over(one) and not _over(other) and abs(one.hit.log_odds - other.hit.log_odds) <= _AS_LIKELY


def _kind(candidate: Candidate) -> str:
    return candidate.entity.id.partition(":")[0]


def _over(candidate: Candidate) -> bool:
    """Whether a candidate's name has a word that the span lacks."""
    match = candidate.hit.match
    return match is not None and bool(match.names.alignment.right_over)


def _is_hollow(resolution: Resolution) -> bool:
    return lacks_its_head(resolution.candidates[0])
