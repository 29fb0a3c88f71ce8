"""The same question asked of many: lists in and out, or frames in and out."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from afgraph.errors import AmbiguousNameError, UnknownNameError
from afgraph.frames import Engine, frame
from afgraph.knowledge_graph.base import Base, When, Who, moment
from afgraph.model import Entity, Stance
from afgraph.query import Answer, Answers, On
from afgraph.query.answer import COLUMNS
from afgraph.query.derive import Deriver
from afgraph.query.moment import dated
from afgraph.query.stances import stances

_ASKED = ("asked", "asked_on", "problem")
_ENDS: dict[Stance, str] = {"alliance": "Allies", "enmity": "Enemies"}


class Many(Base):
    """Allies and enemies of many at once."""

    def allies_many(
        self,
        whos: Any,
        *,
        on: When = None,
        column: str = "name",
        on_column: str = "on",
        derived: bool = True,
        min_confidence: float | None = None,
    ) -> Any:
        """The allies of many: a list of `Answers` for a list of names, a frame for a frame, in the same order.

        A frame of pandas or polars has the names in `column` and, if it has an `on_column`, a date in each row; the
        answer is a frame of the same library, a row for each answer, with what was `asked`. A name that nobody or
        several bear breaks nothing off: its `Answers` are empty with a note, its row has a `problem`.

        >>> import afgraph as af
        >>> [each.ids[:1] for each in af.load().allies_many(["Dostum", "Nobody At All"], on="1994-02")]
        [['per:sayed-mansur-naderi'], []]
        """
        ask = _asker(self, "alliance", derived=derived, min_confidence=min_confidence)
        return _many(ask, whos, moment(on), column, on_column)

    def enemies_many(
        self,
        whos: Any,
        *,
        on: When = None,
        column: str = "name",
        on_column: str = "on",
        derived: bool = True,
        min_confidence: float | None = None,
    ) -> Any:
        """The enemies of many; as `allies_many` in all else.

        >>> import afgraph as af
        >>> ["org:taliban" in each.ids for each in af.load().enemies_many(["NRF", "AFF"], on="2022-06")]
        [True, True]
        """
        ask = _asker(self, "enmity", derived=derived, min_confidence=min_confidence)
        return _many(ask, whos, moment(on), column, on_column)


Ask = Callable[[Who, On | None], Answers]


def _asker(graph: Base, stance: Stance, *, derived: bool, min_confidence: float | None) -> Ask:
    """Asks one question; what is derived at a date is worked out once for all that ask of that date."""
    derivers: dict[str, Deriver] = {}
    known: dict[tuple[str, str], list[Answer]] = {}

    def ask(who: Who, on: On | None) -> Answers:
        question = f"{_ENDS[stance]} of {who}{dated(on)}"
        try:
            entity = graph.entity(who, date=on)
        except (AmbiguousNameError, UnknownNameError) as error:
            return Answers(question, [], notes=[str(error).splitlines()[0]])
        deriver = derivers.setdefault(str(on), Deriver(graph.store, on))
        asked = entity.id, str(on)
        if asked not in known:
            known[asked] = stances(
                graph.store, entity.id, stance, deriver, derived=derived, min_confidence=min_confidence
            )
        return Answers(question, known[asked])

    return ask


def _many(ask: Ask, whos: Any, on: On | None, column: str, on_column: str) -> list[Answers] | Any:
    engine = _engine(whos)
    if engine is None:
        listed = [whos] if isinstance(whos, (str, Entity)) else list(cast("Iterable[Who]", whos))
        return [ask(who, on) for who in listed]
    names: Sequence[str] = whos[column].to_list()
    days = whos[on_column].to_list() if on_column in whos.columns else [None] * len(names)
    rows: list[dict[str, Any]] = []
    for name, day in zip(names, days, strict=True):
        when = on if day is None or day != day else moment(day)  # noqa: PLR0124 - nothing else is unlike itself but NaN
        rows += _rows(ask(name, when), name, when)
    return frame(rows, [*_ASKED, *COLUMNS], engine=engine)


def _rows(answers: Answers, name: str, when: On | None) -> list[dict[str, Any]]:
    asked = {"asked": name, "asked_on": None if when is None else when.text, "problem": None}
    if answers.notes and not answers:
        return [{**dict.fromkeys(COLUMNS), **asked, "problem": answers.notes[0]}]
    return [{**asked, **answer.to_dict()} for answer in answers]


def _engine(whos: Any) -> Engine | None:
    """The library that a frame is of; `None` for anything else."""
    library = type(whos).__module__.split(".")[0]
    is_frame = hasattr(whos, "columns")
    return cast("Engine", library) if is_frame and library in ("pandas", "polars") else None
