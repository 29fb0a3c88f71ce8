"""A name romanized by a standard, and how."""

import unicodedata
from dataclasses import dataclass

from afgraph.romanization.fallback import to_latin
from afgraph.romanization.standards.catalogue import (
    Reads,
    Standard,
    check_language,
    find_standard,
    find_table,
    guess_language,
    languages,
)
from afgraph.romanization.standards.names import FALLBACK, Step, as_phonemes, composed, is_foreign, kept, lowered
from afgraph.romanization.standards.rules import Fired, in_word, read
from afgraph.romanization.standards.vocalise import vocalise
from afgraph.romanization.standards.writing import Piece, join_cased, join_name
from afgraph.text import script_of

_DEFAULT = "bgn-pcgn"
_OTHER = "Zzzz"  # ISO 15924: a letter of a script that is not known


@dataclass(frozen=True, slots=True)
class Romanization:
    """A romanized name: `str()` is the text, `trace` the rules that made it, in order.

    `lang` is the language that it was read as, `vocalised` whether its vowels are known: given, written, or found
    in the lexicon. Where it is False, short vowels are missing and long ones guessed.
    """

    text: str
    standard: str
    lang: str
    vocalised: bool
    trace: tuple[Step, ...]

    def __str__(self) -> str:
        return self.text


def romanize(
    text: str, *, lang: str | None = None, standard: str = _DEFAULT, phonemes: str | None = None
) -> Romanization:
    """A name in the spelling of a romanization standard or a press, with the rules that made it.

    `phonemes`, as packs store them (`aḥmad shāh masʿūd`), are written by the standard's table: this is the sure way.
    Without them Arabic script is vocalised by a lexicon of names, or else read as far as letters show; Cyrillic and
    Uzbek go letter by letter, plain Latin stays, other scripts go through Unidecode. `lang` is the name's own
    language (ISO 639-3); letters tell it where it is not given. Standards: `standards()`.

    Raises `UnknownStandardError` for a standard that does not exist or has no table for `lang`.

    >>> name = romanize("احمدشاه مسعود")
    >>> str(name), name.vocalised, name.lang
    ('Aḩmad Shāh Mas‘ūd', True, 'prs')
    >>> str(romanize("مزار شریف", standard="din-31635", phonemes="mazār-i sharīf"))
    'Mazār-i Šarīf'
    >>> print(romanize("Шариф", standard="ala-lc").trace[0])
    0: ш -> sh  [ala-lc-russian]
    """
    chosen = find_standard(standard)
    check_language(chosen.id, lang)
    if phonemes is not None:
        spoken = as_phonemes(phonemes)
        known = lang or _language_of(text, spoken)
        written, trace, _ = _by_phonemes(spoken, chosen, known)
        return Romanization(written, chosen.id, known, vocalised=True, trace=tuple(trace))
    written = ""
    steps: list[Step] = []
    sure = True
    langs: list[str] = []
    for script, run in _runs(composed(text)):
        part, trace, vocalised, found = _one_script(script, run, chosen, lang)
        written += part
        steps += trace
        sure &= vocalised
        langs += [found] if found else []
    return Romanization(written, chosen.id, langs[0] if langs else lang or "", vocalised=sure, trace=tuple(steps))


def _language_of(text: str, phonemes: str) -> str:
    """The language of phonemes, by their own letters or by those of the native spelling."""
    spoken = guess_language(phonemes, "phonemes")
    written = guess_language(text, "Arab") if script_of(text) == "Arab" else spoken
    return written if spoken == guess_language("", "phonemes") else spoken


def _runs(text: str) -> list[tuple[str, str]]:
    """The text in stretches of one script each; what is no letter goes with the letters before it."""
    found: list[tuple[str, str]] = []
    for char in text:
        script = _script(char)
        if found and (not script or script == found[-1][0] or not found[-1][0]):
            found[-1] = found[-1][0] or script, found[-1][1] + char
        else:
            found.append((script, char))
    return found


def _script(char: str) -> str:
    """The script of a letter, or nothing for what is no letter of a script."""
    if not char.isalpha() or (unicodedata.category(char) == "Lm" and not is_foreign(char)):
        return ""
    script = script_of(char)
    return _OTHER if script == "Zyyy" else script


def _one_script(script: str, run: str, standard: Standard, lang: str | None) -> tuple[str, list[Step], bool, str]:
    """A stretch of one script, romanized: text, trace, whether vowels are known, language."""
    match script:
        case "Arab":
            return _arabic(run, standard, lang)
        case "Cyrl" if standard.id != "press-rus":
            return _cyrillic(run, standard, lang)
        case "Latn" | "Cyrl" | "":
            return _latin(run, standard, lang)
        case _:
            written = to_latin(run)
            return written, [Step(run, 0, written, FALLBACK, "")], False, ""


def _arabic(run: str, standard: Standard, lang: str | None) -> tuple[str, list[Step], bool, str]:
    known = lang or guess_language(run, "Arab")
    readings = vocalise(run.replace("\u200c", " "))
    words = [each for each in readings if in_word(each.text[0])]
    steps = [Step(each.text, each.at, each.phonemes, each.note, each.source) for each in words]
    spoken = "".join(each.phonemes for each in readings)
    written, trace, used = _by_phonemes(spoken, standard, known)
    return written, [*steps, *trace], all(each.sure for each in readings), used


def _by_phonemes(phonemes: str, standard: Standard, lang: str) -> tuple[str, list[Step], str]:
    """Phonemes written by a table, the trace, and the language whose table it was."""
    table, lang, steps = _table(standard, "phonemes", lang)
    pieces: list[Piece] = []
    for fired in read(phonemes, table):
        piece, note = _first(fired, latin=standard.writes == "Latn")
        pieces.append(piece)
        if fired.rule is not None or note:
            steps.append(Step(fired.read, fired.at, piece[0], note, table))
    return join_name(pieces, standard.capitals), steps, lang


def _first(fired: Fired, *, latin: bool) -> tuple[Piece, str]:
    if fired.rule is None:
        text, note = kept(fired, latin=latin)
        return (text, ""), note
    best = fired.rule.alternatives[0]
    return (best.text, fired.rule.case), best.note


def _table(standard: Standard, reads: Reads, lang: str) -> tuple[str, str, list[Step]]:
    """The table for a language; where the standard has none, its first one, or that of BGN/PCGN, and a step says so."""
    own = find_table(standard.id, reads, lang)
    if own is not None:
        return own, lang, []
    known = languages(standard.id, reads)
    source = standard.id if known else _DEFAULT
    usual = guess_language("", reads)
    instead = lang if lang in languages(source, reads) else usual
    table = find_table(source, reads, instead)
    if table is None:
        raise AssertionError(f"{source} has a table for {reads} and {instead}")
    note = f"{standard.title} has no table for {lang or 'this script'}: {table} is used"
    return table, instead, [Step("", 0, "", note, table)]


def _cyrillic(run: str, standard: Standard, lang: str | None) -> tuple[str, list[Step], bool, str]:
    table, used, steps = _table(standard, "Cyrl", lang or guess_language(run, "Cyrl"))
    written, trace = _letter_by_letter(run, table)
    return written, [*steps, *trace], True, used


def _latin(run: str, standard: Standard, lang: str | None) -> tuple[str, list[Step], bool, str]:
    table = find_table(standard.id, "Latn", lang or "")
    if table is None:
        return run, [], True, lang or ""
    written, trace = _letter_by_letter(run, table)
    return written, trace, True, lang or ""


def _letter_by_letter(run: str, table: str) -> tuple[str, list[Step]]:
    """A stretch transliterated, with the capitals of the source."""
    steps = []
    pieces = []
    for fired in read(lowered(run), table):
        source = run[fired.at : fired.at + len(fired.read)]
        (text, _), note = _first(fired, latin=True)
        if fired.rule is not None or note:
            steps.append(Step(fired.read, fired.at, text, note, table))
        pieces.append((text, source, _shouted(run, fired.at, len(fired.read))))
    return join_cased(pieces), steps


def _shouted(run: str, at: int, size: int) -> bool:
    """Whether the letter beside this one is a capital too: then all of a digraph is."""
    after, before = run[at + size : at + size + 1], run[max(at - 1, 0) : at]
    return after.isupper() or (not after.isalpha() and before.isupper())
