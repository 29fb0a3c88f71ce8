"""Questions in English to calls: a small grammar whose forms are data (`afgraph/data/query/patterns.tsv`)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from afgraph.errors import AmbiguousNameError, DateFormatError, QuestionError, UnknownNameError
from afgraph.knowledge_graph.asked import LONGEST, Pattern, nearest, patterns, slots, time_in, time_of, times_of
from afgraph.knowledge_graph.base import Base, as_context, moment
from afgraph.knowledge_graph.kinds import body_of, office_of, place_of
from afgraph.linking import link
from afgraph.query import Answers, On


def _entity_of(graph: Base, what: str, on: On | None) -> str:
    return graph.entity(what, date=on).id


_FINDERS: dict[str, Callable[[Base, str, On | None], str]] = {
    "body": body_of,
    "place": place_of,
    "office": office_of,
}
_CONTRACTED = re.compile(r"(?i)^(who|what|where|how)'s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """A helper with its arguments, and how that reads."""

    helper: str
    positional: tuple[Any, ...]
    named: dict[str, Any]

    def __str__(self) -> str:
        words = [*(repr(each) for each in self.positional), *(f"{key}={value!r}" for key, value in self.named.items())]
        return f"{self.helper}({', '.join(words)})"


def ask(graph: Base, question: str) -> Answers:
    """The answers to a question in words, with how it was read.

    Forms are tried in their order; one whose names mean nobody, or whose time is no time, gives way to the next.
    Raises `QuestionError` where no form fits, `AmbiguousNameError` or `UnknownNameError` where only the names don't.
    """
    problem: Exception | None = None
    for pattern, found in _readings(question):
        try:
            return _answer(graph, pattern, found)
        except (AmbiguousNameError, UnknownNameError, DateFormatError) as error:
            if pattern.loose and not isinstance(error, DateFormatError) and not _names_somebody(graph, found):
                continue
            if problem is None or isinstance(error, AmbiguousNameError):
                problem = error
    if problem is not None:
        raise problem
    raise QuestionError(str(question), nearest(str(question)), _understood(graph, str(question)))


def _names_somebody(graph: Base, found: list[tuple[str, str]]) -> bool:
    """Whether a slot holds a listed name, not only something like one."""
    return any(graph.resolver.index.exact(text) for _, text in found)


def _understood(graph: Base, question: str) -> list[str]:
    """What can be read of a question that has no known form: whom it names, and its time."""
    time = time_in(question)
    date = None if time is None else as_context(moment(time))
    mentions = link(question[:LONGEST], graph.resolver, date=date).mentions
    named = [f"{each.text} ({each.entity} [{each.id}])" for each in mentions if each.id is not None]
    return [*dict.fromkeys(named), *([] if time is None else [f"the time {time}"])]


def _readings(question: str) -> Iterator[tuple[Pattern, list[tuple[str, str]]]]:
    text = " ".join(str(question).replace("\u2019", "'").split()).rstrip(" ?.!")
    text = _CONTRACTED.sub(r"\1 is", text)
    for pattern in patterns():
        found = pattern.regex.fullmatch(text)
        if found is not None:
            yield pattern, slots(found)


def _answer(graph: Base, pattern: Pattern, found: list[tuple[str, str]]) -> Answers:
    """The answers of the first call of a form that has any, else those of its first call."""
    first: Answers | None = None
    for words in pattern.calls:
        call = _call(graph, words, found)
        answers: Answers = getattr(graph, call.helper)(*call.positional, **call.named)
        answers = answers.reading(str(call))
        if answers:
            return answers
        first = first or answers
    assert first is not None
    return first


def _call(graph: Base, words: list[str], found: list[tuple[str, str]]) -> _Call:
    """The call that a row of the table describes, its slots filled in their order."""
    left = list(found)
    when = _when(found)
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for word in words[1:]:
        name, _, value = word.rpartition("=")
        if value == "{on}":
            named |= when
        elif value == "{between}":
            named |= _between(found)
        elif value == "skip":
            _take(left, "who")
        elif value == "signed":
            named["signed"] = True
        elif value == "{unit}":
            named[name] = dict(found)["unit"]
        elif value.startswith("{"):
            kind = value.strip("{}")
            filled = [_name(graph, each, when, kind) for each in _take(left, kind)]
            named |= {name: filled[0]} if name else {}
            positional += [] if name else filled
        else:
            named[name] = value.split(",") if "," in value else value
    return _Call(helper=words[0], positional=tuple(positional), named=named)


def _when(found: list[tuple[str, str]]) -> dict[str, str]:
    times = [time_of(text) for kind, text in found if kind == "on"]
    return {"on": times[0]} if times else {}


def _between(found: list[tuple[str, str]]) -> dict[str, str]:
    (text,) = [text for kind, text in found if kind == "between"]
    since, until = times_of(text)
    return {"since": since, "until": until}


def _take(left: list[tuple[str, str]], kind: str) -> list[str]:
    """The text of the next slot of a kind; a list of names is cut at its commas and its last "and"."""
    at = next(at for at, (each, _) in enumerate(left) if each == kind)
    _, text = left.pop(at)
    if kind != "list":
        return [text]
    head, _, last = text.rpartition(" and ")
    return [part.strip() for part in [*head.split(","), last] if part.strip()]


def _name(graph: Base, text: str, when: dict[str, str], kind: str) -> str:
    """The id of who is named, with the time of the question as context; a leading "the" may belong to the name."""
    on = moment(when.get("on"))
    find = _FINDERS.get(kind, _entity_of)
    bare = text[4:] if text.lower().startswith("the ") else text
    if not bare.strip():
        raise UnknownNameError("a name is missing")
    try:
        return find(graph, bare, on)
    except UnknownNameError:
        if bare == text:
            raise
        return find(graph, text, on)
