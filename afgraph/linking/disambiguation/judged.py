"""Spellings that a person judged to mean somebody, found in a text though no list has them."""

from collections.abc import Iterator, Sequence

from afgraph.linking.mention import Mention
from afgraph.linking.words.boilerplate import boilerplate_spans
from afgraph.resolver import Resolver
from afgraph.resolver.context import Context
from afgraph.text import Word, words


def with_judged(text: str, mentions: Sequence[Mention], resolver: Resolver, context: Context) -> tuple[Mention, ...]:
    """The mentions of a text with those of spellings that were judged positive; a longer one takes a shorter's place.

    >>> resolver = Resolver.from_names({"m": ["Ahmad Massoud"]})
    >>> _ = resolver.judgements.add("the lion's heir", "m", "positive")
    >>> [mention.text for mention in with_judged("So the lion’s heir left.", (), resolver, Context())]
    ['the lion’s heir']
    """
    found = list(_judged(text, resolver, context))
    kept = [each for each in mentions if not any(_within(each, other) for other in found)]
    free = [each for each in found if not any(_overlap(each, other) for other in kept)]
    return tuple(sorted([*kept, *free], key=lambda mention: mention.start))


def _judged(text: str, resolver: Resolver, context: Context) -> Iterator[Mention]:
    """The mentions of judged spellings, without overlap, the longest that begins at a word first."""
    forms: dict[str, list[tuple[list[str], bool]]] = {}
    for form in resolver.judgements.positive:
        keys = [word.key for word in words(form)]
        forms.setdefault(keys[0], []).append((keys, form[:1].isupper()))
    ends = {keys[-1] for several in forms.values() for keys, _ in several}
    if not forms:
        return
    skipped = boilerplate_spans(text)
    held = [word for word in words(text) if not any(start <= word.start < end for start, end in skipped)]
    at = 0
    while at < len(held):
        lengths = [
            len(keys)
            for keys, capital in forms.get(held[at].key, forms.get(held[at].stem, ()))
            if (not capital or not text[held[at].start].islower()) and _fits(held[at : at + len(keys)], keys)
        ]
        if lengths:
            last = held[at + max(lengths) - 1]
            start, end = held[at].start, last.end if last.key in ends else last.stem_end
            surface = text[start:end]
            yield Mention(
                start=start, end=end, text=surface, resolution=resolver.resolve_in(surface, context), how="listed"
            )
        at += max(lengths, default=1)


def _fits(held: Sequence[Word], keys: Sequence[str]) -> bool:
    """Whether words are those of a spelling; the last may have an ending behind an apostrophe."""
    found = [word.key for word in held]
    return found == keys or [*found[:-1], held[-1].stem] == keys


def _within(one: Mention, other: Mention) -> bool:
    return other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
