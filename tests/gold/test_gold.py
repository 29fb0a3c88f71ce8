"""The gold set itself: large enough, spelled in its languages' letters, split clean, and made of its tables."""

import unicodedata
from collections import Counter, defaultdict

import pytest

from afgraph.text import script_of
from tests.gold import make_pairs
from tests.gold.make_pairs import LANGUAGES, PAIRS, read_names, read_pairs, rows, script

ROWS = rows("pairs.tsv")
NAMES = read_names()
HAND = [*read_pairs("variants.tsv"), *read_pairs("hard.tsv")]
DARI = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأٔ\u200c"
CYRILLIC = "абвгдеёжзийклмнопрстуфхчшъэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    ("prs", "Arab"): DARI,
    ("fas", "Arab"): DARI,
    ("pus", "Arab"): "ءآابپتټثجچحخځڅدډذرړزژږسشښصضطظعغفقکګلمنڼوهیيېۍئؤ",
    ("ara", "Arab"): "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكگلمنهويى",
    ("urd", "Arab"): "ءآابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےئؤٰ",
    ("uzb", "Arab"): DARI,
    ("uzb", "Cyrl"): CYRILLIC + "ўқғҳь",
    ("uzb", "Latn"): LATIN + "ʻʼ",
    ("tgk", "Cyrl"): CYRILLIC + "ӣӯқғҳҷ",
    ("rus", "Cyrl"): CYRILLIC + "цщыь",
    ("tur", "Latn"): LATIN + "çğıöşüâîû",
    ("aze", "Latn"): LATIN + "əçğıöşü",
    ("eng", "Latn"): LATIN,
    ("fra", "Latn"): LATIN + "âàçèéêëîïôûù",
    ("deu", "Latn"): LATIN + "äöüßʻʿ",
    ("ukr", "Cyrl"): "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    ("bel", "Cyrl"): "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    ("srp", "Cyrl"): "абвгдђежзијклљмнњопрстћуфхцчџш",
    ("kaz", "Cyrl"): CYRILLIC + "цщыьәғқңөұүһі",
    ("kaz", "Latn"): LATIN + "äğñöşūüı",
    ("lav", "Latn"): LATIN + "āčēģīķļņšūž",
    ("lit", "Latn"): LATIN + "ąčęėįšųūž",
    ("pol", "Latn"): LATIN + "ąćęłńóśźż",
    ("ces", "Latn"): LATIN + "áčďéěíňóřšťúůýž",
    ("hun", "Latn"): LATIN + "áéíóöőúüű",
    ("hrv", "Latn"): LATIN + "čćđšž",
    ("ron", "Latn"): LATIN + "ăâîșț",
    ("spa", "Latn"): LATIN + "áéíóúüñ",
    ("por", "Latn"): LATIN + "áâãàçéêíóôõú",
    ("ita", "Latn"): LATIN + "àèéìòù",
    ("nld", "Latn"): LATIN + "éëïóöü",
    ("swe", "Latn"): LATIN + "åäöé",
    ("vie", "Latn"): LATIN + "ăâđêôơư" + "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    ("kor", "Hang"): "".join(map(chr, range(0xAC00, 0xD7A4))),
    ("zho", "Hani"): "".join(map(chr, range(0x4E00, 0xA000))),
}
WRITTEN = sorted({lang for lang, _ in ALPHABETS})


def letters(text: str) -> set[str]:
    """The small letters of a spelling, without figures and what stands between words."""
    return {char for char in text.replace("İ", "i").lower() if char not in " -.,'&№" and not char.isdigit()}


def spellings() -> set[tuple[str, str]]:
    """Every spelling of every table with its language."""
    listed = {(spelling.text, spelling.lang) for name in NAMES for spelling in name.spellings}
    return listed | {(side.text, side.lang) for pair in HAND for side in (pair.a, pair.b)}


def hard(row: dict[str, str]) -> bool:
    return row["same"] == "0" and row["class"] != "random"


def test_the_file_is_what_its_tables_make() -> None:
    stale = "tests/gold/pairs.tsv is stale; run: python tests/gold/make_pairs.py"
    assert PAIRS.read_text(encoding="utf-8") == make_pairs.make(), stale


@pytest.mark.parametrize(
    ("least", "what", "count"),
    [
        (2200, "pairs", len(ROWS)),
        (180, "names", len(NAMES)),
        (12, "languages", len({row[side] for row in ROWS for side in ("lang_a", "lang_b")})),
        (450, "hard negatives", sum(map(hard, ROWS))),
        (200, "random negatives", sum(row["class"] == "random" for row in ROWS)),
        (80, "typos", sum(row["class"] == "typo" for row in ROWS)),
        (20, "undecidable pairs", sum(row["same"] == "-" for row in ROWS)),
        (3, "kinds", len({row["kind"] for row in ROWS})),
    ],
)
def test_the_set_is_large_enough(least: int, what: str, count: int) -> None:
    assert count >= least, what


def test_every_language_stands_in_both_splits_with_both_labels() -> None:
    seen = Counter((row[side], row["split"], row["same"]) for row in ROWS for side in ("lang_a", "lang_b"))
    wanted = {(lang, split, same) for lang in LANGUAGES for split in ("dev", "test") for same in "01"}
    assert not wanted - seen.keys()


def test_uzbek_stands_in_three_scripts() -> None:
    assert {script(text) for text, lang in spellings() if lang == "uzb"} == {"Arab", "Cyrl", "Latn"}


def test_rows_keep_to_their_vocabularies() -> None:
    assert {row["same"] for row in ROWS} == {"0", "1", "-"}
    assert {row["split"] for row in ROWS} == {"dev", "test"}
    assert {row["kind"] for row in ROWS} == {"person", "place", "organization"}
    assert {row["from"] for row in ROWS} == {"own"}
    assert all(row["class"] and row["decides"] for row in ROWS)


def test_no_pair_stands_twice_not_even_turned_about() -> None:
    counted = Counter(frozenset({row["a"], row["b"]}) for row in ROWS)
    assert not [pair for pair, count in counted.items() if count > 1 or len(pair) == 1]


def test_every_language_has_an_alphabet_and_every_alphabet_is_used() -> None:
    assert sorted({lang for _, lang in spellings()}) == WRITTEN


@pytest.mark.parametrize("lang", WRITTEN)
def test_spellings_are_written_in_the_letters_of_their_language(lang: str) -> None:
    strange = {
        text: extra
        for text, of in spellings()
        if of == lang and (extra := letters(text) - set(ALPHABETS.get((lang, script_of(text)), "")))
    }
    assert not strange


def test_spellings_are_composed_and_trimmed() -> None:
    assert not [text for text, _ in spellings() if text != " ".join(text.split())]
    assert not [text for text, _ in spellings() if "ٔ" not in text and text != unicodedata.normalize("NFC", text)]


def test_no_name_stands_in_both_splits() -> None:
    found = defaultdict[str, set[str]](set)
    for row in ROWS:
        for side in "ab":
            found[row[side].casefold()].add(row["split"])
    assert not [text for text, splits in found.items() if len(splits) > 1]
    for name in NAMES:
        splits = set[str]().union(*(found[spelling.text.casefold()] for spelling in name.spellings))
        assert len(splits) == 1, name.id


def test_every_name_and_every_hand_written_row_is_used() -> None:
    made = {frozenset({row["a"], row["b"]}) for row in ROWS}
    assert not [pair for pair in HAND if pair.key not in made]
    texts = {row[side] for row in ROWS for side in "ab"}
    assert not [name.id for name in NAMES if not texts & {spelling.text for spelling in name.spellings}]


def test_a_hard_negative_is_no_two_spellings_of_one_name() -> None:
    ids = defaultdict[tuple[str, str], set[str]](set)
    for name in NAMES:
        for spelling in name.spellings:
            ids[spelling.text, spelling.lang].add(name.id)
    sides = [((pair.a.text, pair.a.lang), (pair.b.text, pair.b.lang)) for pair in HAND if pair.same == "0"]
    assert not [(a, b) for a, b in sides if ids[a] & ids[b]]


def test_variants_belong_to_a_listed_name_of_their_kind() -> None:
    kinds = {name.id: name.kind for name in NAMES}
    assert not [pair for pair in HAND if pair.same == "1" and kinds.get(pair.group) != pair.kind]
