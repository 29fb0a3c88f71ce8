from itertools import islice, product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import UnknownStandardError
from afgraph.romanization.standards import generate_spellings, press_languages
from afgraph.romanization.standards.rules import Alternative
from afgraph.romanization.standards.spellings import _best_first


@pytest.mark.parametrize(
    ("lang", "phonemes", "expected"),
    [
        ("eng", "aḥmad shāh masʿūd", "Ahmad Shah Massoud|Ahmad Shah Masood|Ahmad Shah Masud|Ahmed Shah Massoud"),
        ("eng", "ʿabd ur-rashīd dōstum", "Abdul Rashid Dostum|Abdur Rashid Dostum|Abdul Rashid Dostom"),
        ("eng", "burhān ud-dīn rabbānī", "Burhanuddin Rabbani|Burhanuddin Rabani|Burhan-ud-Din Rabbani"),
        ("eng", "amrullāh ṣāliḥ", "Amrullah Saleh|Amrullah Salih"),
        ("eng", "mazār-i sharīf", "Mazar-e Sharif|Mazar-i-Sharif|Mazar-i Sharif"),
        ("tur", "aḥmad shāh masʿūd", "Ahmed Şah Mesud|Ahmet Şah Mesud|Ahmet Şah Mesut"),
        ("tur", "ʿabd ur-rashīd dōstum", "Abdürreşid Dostum|Abdul Reşid Dostum"),
        ("deu", "aḥmad shāh masʿūd", "Ahmad Schah Massud|Ahmad Schah Massoud|Achmad Schah Massoud"),
        ("fra", "aḥmad shāh masʿūd", "Ahmad Chah Massoud|Ahmad Shah Massoud"),
        ("fra", "jalāl ud-dīn", "Djalalouddine|Jalaluddin"),
        ("rus", "aḥmad shāh masʿūd", "Ахмад Шах Масуд|Ахмед Шах Масуд"),
        ("rus", "najībullāh", "Наджибулла|Наджибуллах"),
    ],
)
def test_usual_spellings_are_among_the_first_thirty(lang: str, phonemes: str, expected: str) -> None:
    found = [str(each) for each in generate_spellings(phonemes, lang=lang, limit=30)]
    assert set(expected.split("|")) - set(found) == set()


@pytest.mark.parametrize("lang", press_languages())
def test_spellings_are_ranked_and_each_is_listed_once(lang: str) -> None:
    found = generate_spellings("ʿabd ul-ghanī barādar", lang=lang, limit=50)
    probabilities = [each.probability for each in found]
    assert probabilities == sorted(probabilities, reverse=True)
    assert len({each.text for each in found}) == len(found) <= 50
    assert 0 < sum(probabilities) <= 1.02  # weights are rounded
    assert {each.lang for each in found} == {lang}
    assert found == generate_spellings("ʿabd ul-ghanī barādar", lang=lang, limit=50)


def test_without_a_language_every_press_gives_its_own() -> None:
    found = generate_spellings("kābul", limit=2)
    assert [each.lang for each in found[::2]] == press_languages()


def test_a_word_that_comes_twice_is_spelled_alike() -> None:
    for each in generate_spellings("muḥammad nabī muḥammadī", lang="eng", limit=30):
        first, _, last = each.text.split()
        assert last.startswith(first)


def test_the_trace_names_the_rules_and_the_table() -> None:
    first = generate_spellings("shāh", lang="deu")[0]
    assert [(step.read, step.wrote, step.table) for step in first.trace[:1]] == [("sh", "sch", "press-deu")]


def test_an_unknown_press_is_an_error_that_lists_those_there_are() -> None:
    with pytest.raises(UnknownStandardError, match="no press table for 'xxx'; there are: deu, eng, fra, rus, tur"):
        generate_spellings("kābul", lang="xxx")


@pytest.mark.parametrize("limit", [0, 1])
def test_the_limit_holds(limit: int) -> None:
    assert len(generate_spellings("kābul", lang="eng", limit=limit)) == limit


@given(st.text(max_size=30), st.sampled_from(press_languages()))
def test_no_text_raises(text: str, lang: str) -> None:
    generate_spellings(text, lang=lang, limit=3)


_WEIGHTS = st.lists(st.lists(st.floats(0.01, 1), min_size=1, max_size=4), max_size=4)


@given(_WEIGHTS, st.integers(0, 100))
def test_the_enumeration_gives_what_sorting_all_combinations_gives(weights: list[list[float]], most: int) -> None:
    choices = [tuple(Alternative(str(at), weight, "", "") for at, weight in enumerate(each)) for each in weights]
    found = list(_best_first(choices, most))
    plain = sorted((prod(each.weight for each in picked) for picked in product(*choices)), reverse=True)
    assert [probability for probability, _ in found] == pytest.approx(list(islice(plain, most)))
    texts = [tuple(each.text for each in picked) for _, picked in found]
    assert len(set(texts)) == len(texts)
