"""How many of the spellings that the shipped pack lists are among the first that the press tables generate.

    python benchmarks/spellings.py [--limit N] [--missed] [--write]

A listed spelling that writes something else than the vocalised name (a translation, a longer or shorter form) can't be
generated; `like` counts those whose letters are like those of the likeliest spelling. `exact` asks for every letter but
capitals, `folded` leaves marks, apostrophes, hyphens and spaces out.

`--write` first fits the weights of the tables: every listed spelling is led back to the rules that write it, all ways
count, each as far as its weight goes (expectation and maximisation), and our own estimate (`prior`) counts like a few
sightings. Weights come from the names that are then counted: so each half of the entities (by the hash of the id) is
also measured with weights fitted on the other half (`held out`), and with estimates only (`prior`). Deterministic.
"""

import argparse
import sys
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from afgraph.data import read_table, read_text
from afgraph.packs import load_contents
from afgraph.romanization.standards import press_languages, romanize
from afgraph.romanization.standards.catalogue import find_standard
from afgraph.romanization.standards.names import as_phonemes
from afgraph.romanization.standards.rules import Alternative, Fired, Rule, read
from afgraph.romanization.standards.spellings import best_spellings, read_for
from afgraph.text import APOSTROPHE, fold, name_key

FOLDER = Path(__file__).resolve().parents[1] / "afgraph" / "data" / "romanization" / "standards"
PACK = "afghanistan"
FULL = ("canonical", "alias")
KINDS = (*FULL, "short")
LIKE = 0.75  # of the letters, in order
STRENGTH = 4.0  # sightings that an estimate is worth
ROUNDS = 6
FLOOR = 0.002  # what was never seen stays possible

Key = tuple[str, tuple[str, ...], str]
Pair = tuple[str, str]
Weights = Mapping[Key, float]
Total = dict[Key, float]


def pairs(lang: str, kinds: Iterable[str]) -> dict[str, list[Pair]]:
    """The spellings that the pack lists in a language by entity, each with the phonemes of the entity."""
    found: dict[str, list[Pair]] = {}
    for entity in load_contents([PACK]).entities.values():
        spoken = [as_phonemes(name.phonemes) for name in entity.names if name.phonemes]
        written = [name.form for name in entity.names if name.lang == lang and name.kind in kinds]
        if spoken and written:
            found[entity.id] = [(phonemes, form) for phonemes in spoken for form in written]
    return found


def plain(form: str) -> str:
    """A spelling in small letters, every apostrophe the same."""
    lowered = unicodedata.normalize("NFC", form.replace("İ", "i").lower())
    return "".join(APOSTROPHE if fold(char).text == APOSTROPHE else char for char in lowered)


def key(rule: Rule, alternative: Alternative) -> Key:
    """What a weight is of: a grapheme in a context, written one way."""
    return rule.grapheme, rule.context, alternative.text


def counts(pair: Pair, table: str, weights: Weights) -> Total:
    """How often each alternative is expected to have been used in one spelling; nothing if the rules can't write it.

    A spelling may be of some words of the name only: the longest stretch of words that gives it is taken.
    """
    words = pair[0].split()
    spans = ((size, start) for size in range(len(words), 0, -1) for start in range(len(words) - size + 1))
    for size, start in spans:
        fired = read(" ".join(words[start : start + size]), table)
        found = _expected(fired, plain(pair[1]), weights)
        if found:
            return found
    return {}


def _choices(each: Fired, weights: Weights) -> list[tuple[Key | None, str, float]]:
    if each.rule is None:
        return [(None, each.read, 1.0)]
    keys = [key(each.rule, alternative) for alternative in each.rule.alternatives]
    return [(one, one[2].lower(), weights[one]) for one in keys]


def _expected(fired: list[Fired], form: str, weights: Weights) -> Total:
    """Forward and backward sums over all ways to write `form`, and from them the expected uses."""
    choices = [_choices(each, weights) for each in fired]
    ahead = [[0.0] * (len(form) + 1) for _ in range(len(fired) + 1)]
    ahead[0][0] = 1.0
    for at, options in enumerate(choices):
        for place, mass in enumerate(ahead[at]):
            for _, text, weight in options if mass else ():
                if form.startswith(text, place):
                    ahead[at + 1][place + len(text)] += mass * weight
    total = ahead[-1][-1]
    if not total:
        return {}
    found: Total = {}
    behind = [0.0] * len(form) + [1.0]
    for at in range(len(fired) - 1, -1, -1):
        before = [0.0] * (len(form) + 1)
        for place in range(len(form) + 1):
            for one, text, weight in choices[at]:
                rest = behind[place + len(text)] if form.startswith(text, place) else 0.0
                before[place] += weight * rest
                if one is not None:
                    found[one] = found.get(one, 0.0) + ahead[at][place] * weight * rest / total
        behind = before
    return found


def priors(table: str) -> dict[Key, float]:
    """Our own estimates, as the table holds them."""
    rows = read_table(f"romanization/standards/{table}.tsv")
    return {_key_of(row): float(row["prior"]) for row in rows}


def _key_of(row: Mapping[str, str]) -> Key:
    return row["grapheme"].replace("_", " "), tuple(row["context"].split()), row["output"].replace("_", " ")


def fit(table: str, seen: Iterable[Pair]) -> dict[Key, float]:
    """The weights after a few rounds of counting with the weights of the round before."""
    prior = priors(table)
    weights = dict(prior)
    listed = list(seen)
    for _ in range(ROUNDS):
        total: Total = {}
        for pair in listed:
            for one, uses in counts(pair, table, weights).items():
                total[one] = total.get(one, 0.0) + uses
        weights = _mixed(prior, total)
    return weights


def _mixed(prior: Weights, total: Mapping[Key, float]) -> dict[Key, float]:
    groups: dict[tuple[str, tuple[str, ...]], float] = {}
    raw = {one: max(STRENGTH * weight + total.get(one, 0.0), STRENGTH * FLOOR) for one, weight in prior.items()}
    for one, value in raw.items():
        groups[one[:2]] = groups.get(one[:2], 0.0) + value
    return {one: value / groups[one[:2]] for one, value in raw.items()}


def written(table: str, weights: Weights) -> str:
    """The text of a table with these weights."""
    lines = []
    columns: list[str] = []
    for line in read_text(f"romanization/standards/{table}.tsv").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and columns:
            row = dict(zip(columns, cells, strict=True))
            cells[columns.index("weight")] = f"{weights[_key_of(row)]:.3f}"
        elif not line.startswith("#"):
            columns = cells
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def spelled(phonemes: str, lang: str, weights: Weights, limit: int) -> list[str]:
    """The first spellings of a name with these weights."""
    press = find_standard(lang)
    fired = [replace(each, rule=_weighted(each.rule, weights)) for each in read_for(phonemes, press)]
    return [each.text for each in best_spellings(fired, press, limit)]


def _weighted(rule: Rule | None, weights: Weights) -> Rule | None:
    if rule is None:
        return None
    return replace(
        rule, alternatives=tuple(replace(each, weight=weights[key(rule, each)]) for each in rule.alternatives)
    )


def bare(form: str) -> str:
    """A spelling without marks, apostrophes, hyphens and spaces."""
    return name_key(form).replace(" ", "")


def measure(
    listed: Mapping[str, list[Pair]], lang: str, weights: Weights, limit: int
) -> tuple[Counter[str], list[str]]:
    """Counts of listed spellings, of those like the name, of those generated; and those that were missed."""
    found: Counter[str] = Counter()
    missed: list[str] = []
    for of_entity in listed.values():
        for form in dict.fromkeys(form for _, form in of_entity):
            names = [
                spelled(phonemes, lang, weights, limit) for phonemes in dict.fromkeys(each for each, _ in of_entity)
            ]
            texts = [text for each in names for text in each]
            like = any(SequenceMatcher(None, bare(form), bare(each[0])).ratio() >= LIKE for each in names)
            exact = plain(form) in map(plain, texts)
            folded = bare(form) in map(bare, texts)
            found.update(
                listed=1, like=like, exact=exact, folded=folded, like_exact=like and exact, like_folded=like and folded
            )
            if like and not folded:
                missed.append(f"{lang}: {form}  (first: {names[0][0]})")
    return found, missed


def halves(listed: Mapping[str, list[Pair]]) -> tuple[dict[str, list[Pair]], dict[str, list[Pair]]]:
    """The entities in two halves by the hash of their ids."""
    even = {one: each for one, each in listed.items() if zlib.crc32(one.encode()) % 2 == 0}
    return even, {one: each for one, each in listed.items() if one not in even}


def held_out(listed: Mapping[str, list[Pair]], lang: str, limit: int) -> Counter[str]:
    """The counts of both halves, each with weights fitted on the other."""
    first, second = halves(listed)
    total: Counter[str] = Counter()
    for measured, fitted in ((first, second), (second, first)):
        weights = fit(f"press-{lang}", flat(fitted))
        total.update(measure(measured, lang, weights, limit)[0])
    return total


def flat(listed: Mapping[str, list[Pair]]) -> list[Pair]:
    """All pairs of all entities."""
    return [pair for each in listed.values() for pair in each]


def shipped(table: str) -> dict[Key, float]:
    """The weights that the table ships."""
    return {_key_of(row): float(row["weight"]) for row in read_table(f"romanization/standards/{table}.tsv")}


def write_weights() -> None:
    """Fit every press table and write it where it has changed."""
    for lang in press_languages():
        table = f"press-{lang}"
        text, path = written(table, fit(table, flat(pairs(lang, KINDS)))), FOLDER / f"{table}.tsv"
        changed = path.read_text(encoding="utf-8") != text
        print(f"{table}: {'written' if changed else 'as it was'}")
        if changed:
            path.write_text(text, encoding="utf-8", newline="\n")


def vocalised() -> Counter[str]:
    """Persons of the pack whose name in Arabic script the lexicon vocalises, and as the pack does."""
    found: Counter[str] = Counter()
    for entity in load_contents([PACK]).entities.values():
        for name in entity.names if entity.schema == "Person" else ():
            if name.phonemes and name.script == "Arab":
                alone, told = romanize(name.form), romanize(name.form, phonemes=name.phonemes)
                found.update(names=1, vocalised=alone.vocalised, alike=alone.vocalised and alone.text == told.text)
    return found


def share(part: int, whole: int) -> str:
    """A part of a whole as a percentage."""
    return f"{100 * part / whole:.0f} %" if whole else "-"


def main(arguments: list[str]) -> int:
    """Fit if asked, measure, and print a table by language."""
    parser = argparse.ArgumentParser(description="listed spellings among the generated ones")
    parser.add_argument("--limit", type=int, default=30)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.write:
        write_weights()
    print("| press | listed | exact | folded | like | exact | folded | held out, folded | prior, folded |")
    print("|---|---|---|---|---|---|---|---|---|")
    for lang in press_languages():
        listed = pairs(lang, FULL)
        found, missed = measure(listed, lang, shipped(f"press-{lang}"), asked.limit)
        out = held_out(listed, lang, asked.limit)
        prior, _ = measure(listed, lang, priors(f"press-{lang}"), asked.limit)
        cells = [
            *(lang, found["listed"], share(found["exact"], found["listed"]), share(found["folded"], found["listed"])),
            *(found["like"], share(found["like_exact"], found["like"]), share(found["like_folded"], found["like"])),
            *(share(out["like_folded"], out["like"]), share(prior["like_folded"], prior["like"])),
        ]
        print("| " + " | ".join(map(str, cells)) + " |")
        print(*missed if asked.missed else (), sep="\n", end="\n" if asked.missed else "")
    lexicon = vocalised()
    print(f"names of persons {lexicon['names']}, vocalised {lexicon['vocalised']}, as the pack does {lexicon['alike']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
