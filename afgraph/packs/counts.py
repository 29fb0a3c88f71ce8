"""Counts in a fixed order, and tables of them in Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of counts, with at least one row."""

    title: str
    headers: tuple[str, ...]
    rows: Sequence[Sequence[str | int]]

    @classmethod
    def of(cls, title: str, what: str, counts: Counts) -> "Table":
        """The table of some counts, each with its share of all."""
        total = sum(counts.values())
        rows: list[list[str | int]] = [[each, n, f"{100 * n / total:.1f} %"] for each, n in counts.items()]
        return cls(title=title, headers=(what, "count", "share"), rows=rows)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Which columns are numbers."""
        return tuple(at for at, cell in enumerate(self.rows[0]) if isinstance(cell, int) or cell.endswith("%"))


def by_size(counted: Iterable[str] | Counts) -> Counts:
    """How often each occurs, the most frequent first, equal ones by name.

    >>> by_size(["b", "a", "b", "c"])
    {'b': 2, 'a': 1, 'c': 1}
    """
    counts = Counter(counted)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def by_number(counted: Iterable[str]) -> Counts:
    """How often each occurs, in the order of the numbers that they start with; what is no number comes last.

    >>> by_number(["1990s", "undated", "1980s", "1990s"])
    {'1980s': 1, '1990s': 2, 'undated': 1}
    """
    return dict(sorted(Counter(counted).items(), key=lambda item: (not item[0][:1].isdigit(), item[0])))


def markdown_tables(tables: Iterable[Table]) -> str:
    """Tables in Markdown, each under a heading of the third level."""
    return "\n".join("\n".join(_lines(table)) for table in tables)


def side_by_side(columns: Mapping[str, Counts]) -> str:
    """Several counts as one Markdown table, two columns each.

    >>> print(side_by_side({"names": {"Latn": 1200}, "claims": {"press": 2, "book": 1}}))
    | names |  | claims |  |
    |---|--:|---|--:|
    | Latn | 1,200 | press | 2 |
    |  |  | book | 1 |
    <BLANKLINE>
    """
    head = _row(cell for each in columns for cell in (each, ""))
    rule = "|" + "---|--:|" * len(columns)
    empty: tuple[str, str | int] = ("", "")
    rows = zip_longest(*(counts.items() for counts in columns.values()), fillvalue=empty)
    return "\n".join([head, rule, *(_row(cell for pair in row for cell in pair) for row in rows), ""])


def _lines(table: Table) -> Iterator[str]:
    yield f"### {table.title}"
    yield ""
    yield _row(table.headers)
    yield "|" + "".join("--:|" if at in table.numbers else "---|" for at in range(len(table.headers)))
    yield from map(_row, table.rows)
    yield ""


def _row(cells: Iterable[str | int]) -> str:
    shown = (f"{cell:,}" if isinstance(cell, int) else cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(shown)} |"
