"""Makes pairs.tsv of the hand-written tables beside it: `python tests/gold/make_pairs.py` writes it anew.

names.tsv gives positives (spellings of one row, languages in balance) and random negatives (rows that share no word),
variants.tsv and hard.tsv are taken over row by row. Nothing is drawn by chance: order comes from hashes of the text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PAIRS = HERE / "pairs.tsv"
COLUMNS = ["a", "lang_a", "b", "lang_b", "same", "class", "decides", "split", "kind", "from"]
LANGUAGES = ["prs", "pus", "ara", "urd", "uzb", "tgk", "rus", "tur", "eng", "fra", "deu", "fas", "aze"]
POSITIVES_OF_A_NAME = 5
RANDOM_OF_A_SPLIT = 120
HEADER = "# Made by make_pairs.py of names.tsv, variants.tsv, hard.tsv: change those. README.md explains the columns.\n"


class Spelling(NamedTuple):
    """One spelling of one name in one language; `short` where a word is left out or added."""

    text: str
    lang: str
    short: bool = False


class Name(NamedTuple):
    """A row of names.tsv."""

    id: str
    kind: str
    cls: str
    spellings: tuple[Spelling, ...]


class Pair(NamedTuple):
    """A labelled pair before its split is known; `group` is what must stay together."""

    a: Spelling
    b: Spelling
    same: str
    cls: str
    decides: str
    kind: str
    group: str

    @property
    def key(self) -> frozenset[str]:
        """The two texts without their order."""
        return frozenset({self.a.text, self.b.text})


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a table beside this file, by column."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(table[0], cells, strict=True)) for cells in table[1:]]


def read_names() -> list[Name]:
    """The names, their spellings in the order of the columns."""
    return [Name(row["id"], row["kind"], row["class"], tuple(_spellings(row))) for row in rows("names.tsv")]


def _spellings(row: dict[str, str]) -> Iterable[Spelling]:
    for lang in LANGUAGES:
        for text in filter(None, row[lang].split("|")):
            yield Spelling(text.removeprefix("~"), lang, short=text.startswith("~"))


def read_pairs(table: str) -> list[Pair]:
    """The hand-written pairs of a table."""
    return [
        Pair(
            Spelling(row["a"], row["lang_a"]),
            Spelling(row["b"], row["lang_b"]),
            *(row[column] for column in ("same", "class", "decides", "kind", "group")),
        )
        for row in rows(table)
    ]


def rank(*texts: str) -> str:
    """A fixed order that follows no alphabet."""
    return sha256("\t".join(texts).encode()).hexdigest()


def script(text: str) -> str:
    """Arab, Cyrl or Latn, by the first letter."""
    letter = next(char for char in text if char.isalpha())
    return "Arab" if "؀" <= letter <= "ۿ" else "Cyrl" if "Ѐ" <= letter <= "ӿ" else "Latn"


class Cues:
    """What a reader has to know to see that two spellings are one name."""

    def __init__(self) -> None:
        self._cues = [(row["lang"], re.compile(row["letters"]), row["says"]) for row in rows("cues.tsv")]

    def decides(self, a: Spelling, b: Spelling) -> str:
        """A phrase for the pair, of at most two cues for each side."""
        if a.short != b.short:
            return "one word more or less"
        found = [*self._of(a)[:2], *self._of(b)[:2]]
        if (script(a.text) == "Arab") != (script(b.text) == "Arab"):
            found.append("short vowels unwritten")
        return "; ".join(dict.fromkeys(found)) or "press spellings of the same sounds"

    def _of(self, spelling: Spelling) -> list[str]:
        text = spelling.text.casefold()
        return [says for lang, letters, says in self._cues if lang == spelling.lang and letters.search(text)]


def positives(names: list[Name], taken: set[frozenset[str]]) -> list[Pair]:
    """Some pairs of every name's spellings: those of languages that were paired least so far."""
    listed = Counter((spelling.text, spelling.lang) for name in names for spelling in name.spellings)
    cues, used, made = Cues(), Counter[str](), list[Pair]()
    for name in sorted(names, key=lambda name: rank(name.id)):
        clear = [spelling for spelling in name.spellings if listed[spelling.text, spelling.lang] == 1]
        left = [_ordered(a, b) for a, b in combinations(clear, 2) if not (a.short and b.short)]
        left = [(a, b) for a, b in left if a.text.casefold() != b.text.casefold()]
        often = Counter[str]()
        for _ in range(POSITIVES_OF_A_NAME):
            left = [(a, b) for a, b in left if frozenset({a.text, b.text}) not in taken]
            if not left:
                break
            a, b = min(left, key=_least(used, often))
            taken.add(frozenset({a.text, b.text}))
            used.update([_tongue(a), _tongue(b), _tongues(a, b)])
            often.update([a.text, b.text])
            cls = "abridged" if a.short != b.short else name.cls
            made.append(Pair(a, b, "1", cls, cues.decides(a, b), name.kind, name.id))
    return made


def _least(used: Counter[str], often: Counter[str]) -> Callable[[tuple[Spelling, Spelling]], tuple[int, int, int, str]]:
    """What to minimise: spellings used before, then the pair of languages, then each language."""

    def cost(pair: tuple[Spelling, Spelling]) -> tuple[int, int, int, str]:
        a, b = pair
        met = often[a.text] + often[b.text]
        return met, used[_tongues(a, b)], used[_tongue(a)] + used[_tongue(b)], rank(a.text, b.text)

    return cost


def _tongue(spelling: Spelling) -> str:
    return f"{spelling.lang}-{script(spelling.text)}"


def _tongues(a: Spelling, b: Spelling) -> str:
    return " ".join(sorted([_tongue(a), _tongue(b)]))


def _ordered(a: Spelling, b: Spelling) -> tuple[Spelling, Spelling]:
    return (a, b) if rank(a.text, b.text) < rank(b.text, a.text) else (b, a)


class Families:
    """What must not be parted by the split: names, contrasts, and whatever shares a spelling with them."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, node: str) -> str:
        """The one node that stands for all that are joined with this one."""
        while self._parent.setdefault(node, node) != node:
            node = self._parent[node]
        return node

    def join(self, *nodes: str) -> None:
        """Keep these together from now on."""
        first, *rest = sorted(self.root(node) for node in nodes)
        for node in rest:
            self._parent[node] = first


def text_node(text: str) -> str:
    """The node of a spelling, the same in every language."""
    return f"text:{text.casefold()}"


def families(names: list[Name], hand: list[Pair]) -> Families:
    """Names and pairs joined by id, contrast and spelling."""
    joined = Families()
    for name in names:
        joined.join(name.id, *(text_node(spelling.text) for spelling in name.spellings))
    for pair in hand:
        group = pair.group if pair.same == "1" else f"group:{pair.group}"
        joined.join(group, text_node(pair.a.text), text_node(pair.b.text))
    return joined


def splits(pairs: list[Pair], joined: Families) -> dict[str, str]:
    """The split of every family: the largest first, each to the side that has less."""
    sizes = Counter(joined.root(text_node(pair.a.text)) for pair in pairs)
    load, split = {"dev": 0, "test": 0}, dict[str, str]()
    for root, size in sorted(sizes.items(), key=lambda item: (-item[1], rank(item[0]))):
        side = min(load, key=lambda side: (load[side], side))
        split[root] = side
        load[side] += size
    return split


def random_negatives(names: list[Name], joined: Families, split: dict[str, str]) -> list[Pair]:
    """Pairs of names of one kind and split that share no word in any language."""
    words = {name.id: {word for s in name.spellings for word in s.text.casefold().split()} for name in names}
    made = defaultdict[str, list[Pair]](list)
    often = Counter[str]()
    for a, b in sorted(combinations(names, 2), key=lambda two: rank("random", two[0].id, two[1].id)):
        side = split.get(joined.root(a.id), "")
        if side != split.get(joined.root(b.id)) or a.kind != b.kind or len(made[side]) == RANDOM_OF_A_SPLIT:
            continue
        if joined.root(a.id) == joined.root(b.id) or words[a.id] & words[b.id] or max(often[a.id], often[b.id]) > 2:
            continue
        often.update([a.id, b.id])
        left, right = (min(name.spellings, key=lambda s: rank(s.text, a.id, b.id)) for name in (a, b))
        made[side].append(Pair(left, right, "0", "random", "nothing in common", a.kind, a.id))
    return [pair for side in sorted(made) for pair in made[side]]


def make() -> str:
    """The whole of pairs.tsv."""
    names, hand = read_names(), [*read_pairs("variants.tsv"), *read_pairs("hard.tsv")]
    pairs = [*hand, *positives(names, {pair.key for pair in hand})]
    joined = families(names, hand)
    split = splits(pairs, joined)
    pairs += random_negatives(names, joined, split)
    lines = [_line(pair, split[joined.root(text_node(pair.a.text))]) for pair in pairs]
    return HEADER + "\n".join(["\t".join(COLUMNS), *sorted(lines, key=rank)]) + "\n"


def _line(pair: Pair, split: str) -> str:
    start = [pair.a.text, pair.a.lang, pair.b.text, pair.b.lang, pair.same, pair.cls, pair.decides]
    return "\t".join([*start, split, pair.kind, "own"])


if __name__ == "__main__":
    PAIRS.write_text(make(), encoding="utf-8", newline="\n")
