"""Cues found in a text, each with the names that it relates or the speaker whom it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from afgraph.graph import ClaimStore
from afgraph.linking.cues.cue import Cue
from afgraph.linking.cues.forms import Form, Slot, relation_forms, speech_forms
from afgraph.linking.cues.grammar import Grammar, grammar, language_of
from afgraph.linking.cues.implied import implied, offices
from afgraph.linking.cues.nouns import is_a, with_nouns
from afgraph.linking.cues.sentences import NAME, Sentence, number_of, sentences
from afgraph.linking.cues.subjects import Fits, goes_on, subject_before
from afgraph.linking.mention import Mention
from afgraph.model import Modality, RelationType
from afgraph.packs.read_vocabulary import relation_types

_FIRMNESS: tuple[Modality, ...] = get_args(Modality)
_NEGATION_REACH = 3  # words before a cue in which a negation turns it
_DOUBTS = ("hedged", "predicted", "unknown", "denied")
_SPEAKERS = ("Person", "Organization", "Country")


@dataclass(frozen=True, slots=True)
class _Found:
    """A form at a place of a sentence: the tokens of the whole and of the cue in it, and the names in its slots."""

    form: Form
    start: int
    end: int
    cue: tuple[int, int]
    slots: dict[str, int]
    words: str


def find_cues(
    text: str, mentions: Sequence[Mention], *, lang: str | None = None, store: ClaimStore | None = None
) -> list[Cue]:
    """The cues of a text in order; `lang` is its language (ISO 639-3), told by its small words when left out.

    With a `store`, an office before a name is a cue too, where its claims know that office of the person; and "capital"
    before a name relates it to the country that the text names and the claims know.

    >>> from afgraph import Resolver, link
    >>> linked = link("Abdul Qadir met Ismail Khan.", Resolver.from_names({"a": ["Abdul Qadir"], "i": ["Ismail Khan"]}))
    >>> [(cue.text, cue.relation) for cue in find_cues(linked.text, linked.mentions)]
    [('met', 'met')]
    """
    told = language_of(text) if lang in (None, "und") else lang
    if told is None:
        return []
    named = with_nouns(text, mentions, told)
    found = [cue for sentence in sentences(text, named) for cue in _Reader(sentence, text, told, store).cues()]
    return sorted((implied(cue, mentions, store) for cue in found), key=lambda cue: (cue.start, cue.end))


def _matches(sentence: Sentence, forms: Sequence[Form]) -> list[_Found]:
    """The forms in a sentence, in order; of those whose cues overlap the longest, and of alike the one listed first."""
    found = [each for form in forms for each in _places(sentence, form) if _joins(each, sentence)]
    kept: list[_Found] = []
    for each in sorted(found, key=lambda each: each.cue[0] - each.cue[1]):
        if all(each.cue[1] <= other.cue[0] or other.cue[1] <= each.cue[0] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.cue)


def _places(sentence: Sentence, form: Form) -> Iterator[_Found]:
    at = sentence.at
    for match in form.regex.finditer(sentence.pattern):
        held = match.groupdict()
        slots = {name: number_of(held[name]) for name in ("s", "o", "by") if held.get(name)}
        start, end = at[match.start()], at[match.end()] if match.end() in at else len(sentence.tokens)
        cue = at[match.start("cue")], at.get(match.end("cue"), len(sentence.tokens))
        yield _Found(form, start, end, cue, slots, held.get("words") or "")


def _joins(found: _Found, sentence: Sentence) -> bool:
    """Whether the names in a form's slots are such as its relation may join."""
    return all(_fits(found.form.relation, slot)(_mention(sentence, at)) for slot, at in found.slots.items())


def _fits(relation: str, slot: str) -> Fits:
    kind = relation_types().get(relation)
    return lambda mention: kind is None or _may_be(mention, kind, slot)


def _may_be(mention: Mention, kind: RelationType, slot: str) -> bool:
    """Whether a name may stand at an end of a relation; one of nobody known may, if it is not known to be else."""
    wider = kind.domain if slot == "s" else kind.range
    if mention.entity is None or not mention.entity.schema:
        return True
    return any(is_a(mention.entity.schema, each) for each in wider)


def _mention(sentence: Sentence, at: int) -> Mention:
    mention = sentence.tokens[at].mention
    assert mention is not None
    return mention


class _Reader:
    """One sentence being read for cues."""

    def __init__(self, sentence: Sentence, text: str, lang: str, store: ClaimStore | None) -> None:
        self.sentence = sentence
        self.text = text
        self.lang = lang
        self.small = grammar(lang)
        self.store = store
        self.objects: set[int] = set()
        self.last: tuple[int, int] | None = None  # subject and object of the cue before

    def cues(self) -> Iterator[Cue]:
        """The cues of the sentence: who says so first, then what is related."""
        matches = _matches(self.sentence, speech_forms(self.lang))
        said = [(found, _speech(found, self.sentence, self.text, self.small)) for found in matches]
        yield from (cue for _, cue in said)
        for found in _matches(self.sentence, relation_forms(self.lang)):
            cue = self._relation(found)
            if cue is not None:
                yield _told(cue, found, said, self.text)
        if self.store is not None:
            yield from offices(self.sentence, self.text, self.store)

    def _relation(self, found: _Found) -> Cue | None:
        """The cue of a form that relates, `None` where the name that it needs before it is not there."""
        slots = dict(found.slots)
        if found.form.walked is not None:
            at = self._walk(found, found.form.walked)
            if at is None:
                return None
            slots[found.form.walked] = at
        if "o" in slots:
            self.objects.add(slots["o"])
            self.last = (slots["s"], slots["o"]) if "s" in slots else None
        ends = {slot: self._joined(at, _fits(found.form.relation, slot)) for slot, at in slots.items()}
        start, end = _span(self.sentence, found)
        return Cue(
            start=start,
            end=end,
            text=self.text[start:end],
            kind="relation",
            relation=found.form.relation.strip("-"),
            subjects=ends.get("s", ()),
            objects=ends.get("o", ()),
            polarity="negative" if _negated(self.sentence, found, self.small) else "positive",
        )

    def _walk(self, found: _Found, slot: Slot) -> int | None:
        """The name before a form that is its subject: of the cue before, where a conjunction goes on from that."""
        taken = {_mention(self.sentence, at).id for at in found.slots.values()} - {None}
        allowed = _fits(found.form.relation, slot)

        def fits(mention: Mention) -> bool:
            return allowed(mention) and mention.id not in taken

        if self.last is not None and goes_on(self.sentence, self.last[1], found.start, self.small):
            subject = self.last[0]
            if fits(_mention(self.sentence, subject)):
                return subject
        return subject_before(self.sentence, found.start, fits, self.small, self.objects)

    def _joined(self, at: int, fits: Fits) -> tuple[Mention, ...]:
        """A name with those that a conjunction joins to it, on either side, as far as they fit."""
        pattern = self.sentence.pattern
        before = _chain_before(self.small).search(pattern, 0, _place(self.sentence, at))
        chain = before or _chain(self.small).match(pattern, _place(self.sentence, at + 1))
        others = re.findall(NAME, chain.group()) if chain else []
        found = (_mention(self.sentence, each) for each in sorted([at, *map(number_of, others)]))
        return tuple({mention.id or mention.text: mention for mention in found if fits(mention)}.values())


def _span(sentence: Sentence, found: _Found) -> tuple[int, int]:
    first, last = found.cue
    return sentence.tokens[first].start, sentence.tokens[last - 1].end


def _negated(sentence: Sentence, found: _Found, small: Grammar) -> bool:
    negation = small.of("negation")
    before = sentence.tokens[max(0, found.cue[0] - _NEGATION_REACH) : found.cue[0]]
    words: list[str] = []
    for token in reversed(before):
        if token.mention is not None or token.key in (",", ";", ":"):
            break
        words.append(token.key)
    return any(word in negation for word in words)


def _place(sentence: Sentence, number: int) -> int:
    """The place of a token in its sentence's pattern."""
    return next(place for place, each in sentence.at.items() if each == number)


@cache
def _chain_words(lang_words: frozenset[str], articles: frozenset[str]) -> tuple[str, str]:
    conjunction = "|".join(re.escape(each) for each in sorted(lang_words)) or "(?!)"
    article = f"(?:(?:{'|'.join(map(re.escape, sorted(articles)))}) )?" if articles else ""
    return conjunction, article


def _chain(small: Grammar) -> re.Pattern[str]:
    conjunction, article = _chain_words(small.of("conjunction"), small.of("article"))
    return re.compile(rf"(?:, {article}{NAME} )*(?:, )?(?:{conjunction}) {article}{NAME} ")


def _chain_before(small: Grammar) -> re.Pattern[str]:
    conjunction, article = _chain_words(small.of("conjunction"), small.of("article"))
    return re.compile(rf"{NAME} (?:, {article}{NAME} )*(?:, )?(?:{conjunction}) {article}$")


def _speech(found: _Found, sentence: Sentence, text: str, small: Grammar) -> Cue:
    """The cue of a form that says on whose word; the speaker is named, or stands in words."""
    start, end = _span(sentence, found)
    by = found.slots.get("by")
    words = found.words.strip()
    if found.form.walked is not None:
        by, words = _speaker_before(sentence, found.start, text, small)
    elif words:
        first = next(at for at in range(found.start, found.end) if sentence.tokens[at].start >= end)
        words = text[sentence.tokens[first].start : sentence.tokens[found.end - 1].end]
    return Cue(
        start=start,
        end=end,
        text=text[start:end],
        kind="speech",
        modality=found.form.modality,
        polarity="negative" if _holds_negation(sentence, found, small) else "positive",
        by=None if by is None else _mention(sentence, by),
        said_by=words,
    )


def _holds_negation(sentence: Sentence, found: _Found, small: Grammar) -> bool:
    return any(token.key in small.of("negation") for token in sentence.tokens[found.cue[0] : found.cue[1]])


def _speaker_before(sentence: Sentence, at: int, text: str, small: Grammar) -> tuple[int | None, str]:
    """Who speaks before a cue: the name right before it or before an aside, else the few words before it."""
    tokens = sentence.tokens
    while at > 0 and tokens[at - 1].key in small.of("auxiliary"):
        at -= 1
    last = at - 1
    if last >= 0 and tokens[last].key == ",":
        last = next((each for each in range(last - 1, -1, -1) if tokens[each].key == ","), 0) - 1
    mention = tokens[last].mention if last >= 0 else None
    if mention is not None and (mention.entity is None or any(is_a(mention.entity.schema, each) for each in _SPEAKERS)):
        return last, ""
    first = at
    while first > 0 and at - first < 4 and tokens[first - 1].mention is None and tokens[first - 1].key not in ",;:":
        if tokens[first - 1].key in small.stops:
            break
        first -= 1
    return None, text[tokens[first].start : tokens[at - 1].end] if first < at else ""


def _told(cue: Cue, found: _Found, said: Sequence[tuple[_Found, Cue]], text: str) -> Cue:
    """A relation with the modality and the speaker that the speech cues of its sentence and its quotation give it."""
    bearing = [speech for other, speech in said if _reaches(other, found)]
    told: list[Modality] = [each.modality for each in bearing]
    if _quoted(text, cue.start):
        told.append("quoted")
    plain: Modality = "asserted"
    modality = max(told, key=_FIRMNESS.index, default=plain)
    named = next((each.by for each in bearing if each.by is not None), None)
    words = next((each.said_by for each in bearing if each.said_by), "")
    turned = any(each.polarity == "negative" and each.modality == "predicted" for each in bearing)
    return replace(
        cue,
        modality=modality,
        polarity="negative" if turned else cue.polarity,
        by=named,
        said_by=words,
        hedge=" … ".join(dict.fromkeys(each.text for each in bearing)),
    )


def _reaches(speech: _Found, relation: _Found) -> bool:
    """Whether a speech cue bears on a relation cue of its sentence; a doubt does not on what is said beside a name."""
    if relation.form.walked is None and speech.form.reach == "rest" and speech.form.modality in _DOUBTS:
        return False
    if speech.form.reach == "whole":
        return True
    within = relation.cue[0] <= speech.cue[0] and speech.cue[1] <= relation.cue[1]
    after = relation.cue[0] - speech.cue[1]
    return within or (after >= 0 if speech.form.reach == "rest" else 0 <= after <= 1)


def _quoted(text: str, at: int) -> bool:
    """Whether a place lies within quotation marks of its paragraph."""
    before = text[max(0, text.rfind("\n\n", 0, at)) : at]
    curly = before.count("“") + before.count("«") + before.count("„")
    return curly > before.count("”") + before.count("»") or before.count('"') % 2 == 1
