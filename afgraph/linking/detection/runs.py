"""What the words around listed names make of them: whole names, parts of a stranger's name, or names of their own.

A run is a stretch of words that look like one name. Offices, peoples and titles at its edges are no part of it. What is
left is the whole name of somebody; a listed name within it that does not explain the rest is a stranger's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from afgraph.data import read_table
from afgraph.linking.detection.pieces import Piece, Run
from afgraph.linking.detection.spans import SpanFinder
from afgraph.linking.detection.surnames import surnames
from afgraph.linking.words.beside import is_demonym, is_given, is_honorific, is_of, is_role, is_title
from afgraph.linking.words.common import is_common
from afgraph.matching.words.tokens import tokens
from afgraph.text import Word, name_key, script_of

_script_of = cache(script_of)  # of single letters
_LONGEST_RUN = 12
_TITLE_LINE = 0.7  # share of words with a capital in a line whose capitals say nothing
_STOPS = ".!?؟۔"
_MOST_BETWEEN = 2
_ABBREVIATED = 4  # letters of an abbreviation with its stop
_LONGEST_SURFACE = 60  # letters of one word that may be a name
CAPITALISED_NOUNS = ("deu",)
_APOSTROPHE_NAMES = ("tur",)  # languages that part an ending by an apostrophe from names only
BARE_SCRIPTS = ("Arab",)


class RunFinder:
    """Finds the runs of one text."""

    def __init__(self, finder: SpanFinder) -> None:
        self.finder = finder
        self.text = finder.text
        self.words = finder.words
        self._plain_lines: dict[int, bool] = {}
        self._surnames = surnames(self.text, self.words)

    def runs(self) -> Iterator[Run]:
        """The runs in order."""
        at = 0
        while at < len(self.words):
            pieces = _strengthened(list(self._pieces(at)), self)
            if not pieces:
                at += 1
                continue
            at = pieces[-1].last
            yield from self._parted(pieces)

    def _pieces(self, at: int) -> Iterator[Piece]:
        """Listed names and capitalised words from a word on, with nothing but joints and particles between them."""
        begin = at
        while at < len(self.words) and at - begin < _LONGEST_RUN:
            span = self.finder.listed(at)
            if span is not None:
                yield Piece(at, span.last, span)
                at = span.last
            elif self.capital(at) or self._bare_name(at):
                piece = self._word(at)
                yield piece
                at = piece.last
                if self._ends_with_and(at - 1):
                    return
            else:
                return
            skipped = self._over_particles(at)
            if skipped is None or self._script(skipped) != self._script(begin):
                return
            at = skipped

    def _script(self, at: int) -> str:
        """The script of a word; none behind the last."""
        return _script_of(self.text[self.words[at].start]) if at < len(self.words) else ""

    def _over_particles(self, at: int) -> int | None:
        """The next word of the run: this one, or the one behind particles of names; `None` where the run ends."""
        if not self.finder.joins(at - 1) or self._ends_with_suffix(at - 1):
            return None
        ahead = at
        while ahead < len(self.words) and self.words[ahead].key in _particles() and not self.capital(ahead):
            if not self.finder.joins(ahead):
                return None
            ahead += 1
        if ahead == at:
            return at
        starts = ahead < len(self.words) and self.capital(ahead)
        return ahead if starts else None

    def _ends_with_suffix(self, at: int) -> bool:
        """Whether a word ends with an ending behind an apostrophe, so that its name ends there."""
        word = self.words[at]
        return any(form.behind for form in self.finder.forms(word))

    def _ends_with_and(self, at: int) -> bool:
        """Whether an "and" is written to a name, so that what follows is another: "Karzayu Ghani"."""
        forms = self.finder.forms(self.words[at])
        known = self.finder.names.vocabulary
        return forms[0].key not in known and any(
            (self.finder.lang, form.taken) in _ands() and form.key in known for form in forms
        )

    def capital(self, at: int) -> bool:
        """Whether a word has a capital, and is none of those with which sentences begin."""
        word = self.words[at]
        if word.key in _openers():
            return False
        initial = word.end - word.start == 1 and self.text[word.end : word.end + 1] != "."
        return self.text[word.start].isupper() and self._is_short(at) and not initial

    def _is_short(self, at: int) -> bool:
        return self.words[at].end - self.words[at].start <= _LONGEST_SURFACE

    def _bare_name(self, at: int) -> bool:
        """Whether a word in a script without capitals is a given name or a nisba."""
        if self._script(at) not in BARE_SCRIPTS or is_common(self.words[at].key):
            return False
        return self._is_short(at) and (
            self.words[at].key in self._surnames or is_given(self.finder.surface(at, at + 1))
        )

    def joined_by_of(self, first: int, last: int) -> bool:
        """Whether nothing but an "of", and an article, stands between two words."""
        between = [self.words[at].key for at in range(first, last)]
        joint = all(self.finder.joins(at) for at in range(first - 1, last))
        return joint and 1 <= len(between) <= _MOST_BETWEEN and is_of(between[0])

    def has_capitals(self, at: int) -> bool:
        """Whether a word is in a script that has capitals."""
        return self._script(at) not in BARE_SCRIPTS

    def is_given(self, piece: Piece) -> bool:
        """Whether a piece is a given name."""
        return is_given(self.finder.surface(piece.first, piece.last))

    def _weak(self, at: int) -> bool:
        """Whether a capital comes from its place or its language."""
        word = self.words[at]
        if is_given(self.text[word.start : word.end]) or self._has_names_ending(word):
            return False
        return (
            self.finder.opens_sentence(word.start) or self.finder.lang in CAPITALISED_NOUNS or self._in_title_line(word)
        )

    def _has_names_ending(self, word: Word) -> bool:
        """Whether a word has an ending that is written so behind names only."""
        return self.finder.lang in _APOSTROPHE_NAMES and any(
            form.behind and form.taken for form in self.finder.forms(word)
        )

    def _in_title_line(self, word: Word) -> bool:
        start = self.text.rfind("\n", 0, word.start) + 1
        known = self._plain_lines.get(start)
        if known is None:
            end = self.text.find("\n", start)
            line = self.text[start : min(len(self.text) if end < 0 else end, start + 200)].split()
            capitals = sum(each[:1].isupper() for each in line)
            plain = len(line) > 3 and not any(map(_ends_sentence, line[:-1])) and line[-1][-1] not in _STOPS
            known = self._plain_lines[start] = plain and capitals >= _TITLE_LINE * len(line)
        return known

    def _parted(self, pieces: Sequence[Piece]) -> Iterator[Run]:
        """The runs that are left when offices and peoples are taken out, and titles off the front."""
        group: list[Piece] = []
        person = False
        for piece in pieces:
            if piece.span is None and self._parts(piece):
                yield from self._run(group, person=person)
                group, person = [], self._is_honorific(piece)
            else:
                group.append(piece)
        yield from self._run(group, person=person)

    def _parts(self, piece: Piece) -> bool:
        key = self.words[piece.first].key
        return is_role(key) or is_demonym(key)

    def _run(self, group: list[Piece], *, person: bool) -> Iterator[Run]:
        lead = group[0].first if group else -1
        while group and group[0].span is None and is_title(self.words[group[0].first].key):
            person = self._is_honorific(group[0])
            group = group[1:]
        if group:
            first = group[0].first
            yield Run(tuple(group), person or self._honorific_before(first), lead if lead < first else -1)

    def _is_honorific(self, piece: Piece) -> bool:
        return is_honorific(self.words[piece.first].key)

    def _honorific_before(self, at: int) -> bool:
        """Whether a person's title stands before a word, in small letters or in a script without capitals."""
        return at > 0 and self.finder.joins(at - 1) and is_honorific(self.words[at - 1].key)

    def single(self, at: int) -> Piece | None:
        """A word that may be a name by itself: with a capital, or in a script without capitals."""
        bare = self._script(at) in BARE_SCRIPTS and self._is_short(at)
        if self.capital(at) or (bare and not is_common(self.words[at].key)):
            return self._word(at)
        return None

    def _is_compound(self, at: int) -> bool:
        """Whether a word and the next are one name in two words: Najib Ullah."""
        return self.finder.joins(at) and len(tokens(self.finder.surface(at, at + 2))) == 1

    def _word(self, at: int) -> Piece:
        surface = self.text[self.words[at].start : self.words[at].end]
        last = at + 2 if self._script(at) in BARE_SCRIPTS and self._is_compound(at) else at + 1
        return Piece(at, last, None, self._weak(at), acronym=surface.isupper())


def _ends_sentence(word: str) -> bool:
    """Whether a sentence ends with a word: with a stop that no abbreviation has."""
    return word[-1:] in _STOPS and word[:-1].isalpha() and len(word) > _ABBREVIATED and word[-2].islower()


def _strengthened(pieces: list[Piece], runs: RunFinder) -> list[Piece]:
    """The pieces with every word behind a given name taken for part of a name, whatever its capital says."""
    given = False
    found = []
    for piece in pieces:
        found.append(replace(piece, weak=False) if given and piece.weak else piece)
        given = piece.span is None and runs.is_given(piece) and not piece.weak
    return found


@cache
def _particles() -> frozenset[str]:
    """Words that may stand within a name in small letters."""
    kinds = {"particle", "article"}
    listed = {row["word"] for row in read_table("matching/words.tsv") if row["kind"] in kinds or row["means"] == "bin"}
    return frozenset(listed - {name_key(row["word"]) for row in read_table("linking/joining.tsv")})


@cache
def _ands() -> frozenset[tuple[str, str]]:
    rows = read_table("linking/endings.tsv")
    return frozenset((row["lang"], name_key(row["ending"])) for row in rows if row["note"] == "and")


@cache
def _openers() -> frozenset[str]:
    return frozenset(name_key(row["word"]) for row in read_table("linking/openers.tsv"))
