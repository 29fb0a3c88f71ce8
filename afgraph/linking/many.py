"""Many texts linked one after another; one that cannot be read stands for itself and stops no other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import replace
from typing import Any, Protocol, overload

from afgraph.frames import Engine, frame
from afgraph.linking.linked import COLUMNS, LinkedText
from afgraph.linking.unknown import Unknown, unknown
from afgraph.markup import table

Texts = Iterable[Any]

_FIELDS = ("id", "text", "date", "place", "lang", "error")


class LinkOne(Protocol):
    """Links one text, with what is known of it."""

    def __call__(self, text: str, *, date: Any, place: Any, lang: str | None) -> LinkedText:
        """The linked text."""


class LinkedTexts(Sequence[LinkedText]):
    """Linked texts in the order in which they came; those that could not be read have an `error`."""

    def __init__(self, linked: Iterable[LinkedText]) -> None:
        self._linked = tuple(linked)

    @overload
    def __getitem__(self, index: int) -> LinkedText: ...
    @overload
    def __getitem__(self, index: slice) -> "LinkedTexts": ...
    def __getitem__(self, index: int | slice) -> "LinkedText | LinkedTexts":
        return LinkedTexts(self._linked[index]) if isinstance(index, slice) else self._linked[index]

    def __len__(self) -> int:
        return len(self._linked)

    def __repr__(self) -> str:
        mentions = sum(len(each.mentions) for each in self._linked)
        return f"<{len(self)} linked texts: {mentions} mentions, {len(self.errors)} texts with an error>"

    @property
    def errors(self) -> list[LinkedText]:
        """The texts that could not be read."""
        return [each for each in self._linked if each.error is not None]

    def unknown(self) -> Unknown:
        """Who is named in the texts and listed nowhere, the spellings of each put together over all of them."""
        return unknown(self._linked)

    def to_frame(self, *, engine: Engine = "pandas") -> Any:
        """All mentions as one frame of pandas or polars, a row a mention, `document` before the columns of each text.

        A text that could not be read has no row. Raises `MissingExtraError` where that library is not installed.
        """
        rows = [{"document": each.id, **mention.to_dict()} for each in self._linked for mention in each.mentions]
        return frame(rows, ["document", *COLUMNS], engine=engine)

    def _repr_html_(self) -> str:
        rows = [(each.id or at, len(each.mentions), len(each.entities), each.error or "")
                for at, each in enumerate(self._linked, start=1)]  # fmt: skip
        return table(["document", "mentions", "entities", "error"], rows, caption=repr(self).strip("<>"))


def link_each(
    texts: Texts, link_one: LinkOne, *, progress: bool, date: Any = None, place: Any = None, lang: str | None = None
) -> Iterator[LinkedText]:
    """Each text linked, as soon as it is: a text, an (id, text) pair, or a mapping with `text` and what is known of it.

    What is wrong with one, or goes wrong in it, is its `error`; a mapping may bring it already. `progress` shows a bar
    where somebody looks.
    """
    for number, given in enumerate(_shown(texts, progress=progress), start=1):
        held = _held(given)
        known = held if isinstance(held, str) else {"date": date, "place": place, "lang": lang, **held}
        yield _linked(known, link_one, number)


def _shown(texts: Texts, *, progress: bool) -> Texts:
    """The same texts behind a progress bar; the bar stays away where nobody looks."""
    if not progress:
        return texts
    from tqdm.auto import tqdm

    return tqdm(texts, total=len(texts) if isinstance(texts, Sized) else None, unit="text", disable=None)


def _held(given: Any) -> dict[str, Any] | str:
    """What is known of a text, or what is wrong with it."""
    if isinstance(given, str):
        return {"text": given}
    if isinstance(given, Mapping):
        unknown_fields = [str(field) for field in given if field not in _FIELDS]
        if unknown_fields:
            return f"field {unknown_fields[0]!r} is not known; a text has {', '.join(_FIELDS[:-1])}"
        return {str(field): value for field, value in given.items() if value is not None}
    if isinstance(given, (tuple, list)) and len(given) == 2:
        return {"id": given[0], "text": given[1]}
    return f"{type(given).__name__} is no text; give a text, an (id, text) pair, or a mapping with 'text'"


def _linked(held: dict[str, Any] | str, link_one: LinkOne, number: int) -> LinkedText:
    """One text linked, or its error."""
    if isinstance(held, str):
        return LinkedText(text="", mentions=(), error=f"text {number}: {held}")
    name = None if held.get("id") is None else str(held["id"])
    text = held.get("text")
    if "error" in held:
        return LinkedText(text="", mentions=(), id=name, error=str(held["error"]))
    if not isinstance(text, str):
        return LinkedText(text="", mentions=(), id=name, error=f"text {number}: {type(text).__name__} is no text")
    try:
        linked = link_one(text, date=held["date"], place=held["place"], lang=held["lang"])
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one text must not lose the others
        return LinkedText(text=text, mentions=(), id=name, error=f"text {number}: {type(error).__name__}: {error}")
    return replace(linked, id=name)
