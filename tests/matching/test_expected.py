"""`af.spellings`: how presses are expected to write a name."""

import pytest

import afgraph as af
from afgraph.model import Entity, Name
from afgraph.romanization import readings


def entity(*forms: tuple[str, str], phonemes: str | None = None) -> Entity:
    names = tuple(
        Name(form=form, lang=lang, script="Arab" if lang == "prs" else "Latn", phonemes=phonemes if at == 0 else None)
        for at, (form, lang) in enumerate(forms)
    )
    return Entity(id="per:x", schema="Person", names=names)


def written(given: Entity | str, lang: str | None = None, limit: int = 20) -> list[str]:
    return [str(each) for each in af.spellings(given, lang=lang, limit=limit)]


@pytest.mark.parametrize(
    ("vocalised", "lang", "spelling"),
    [
        ("aḥmad masʿūd", "eng", "Ahmad Massoud"),
        ("aḥmad masʿūd", "tur", "Ahmed Mesud"),
        ("aḥmad masʿūd", "rus", "Ахмад Масуд"),
        ("aḥmad masʿūd", "fra", "Ahmad Massoud"),
        ("aḥmad masʿūd", "deu", "Ahmad Massoud"),
        ("ʿabd ur-raḥmān", "eng", "Abdul Rahman"),
    ],
)
def test_a_vocalised_form_is_spelled_as_a_press_does(vocalised: str, lang: str, spelling: str) -> None:
    assert spelling in written(vocalised, lang)


def test_an_entity_is_spelled_by_its_stored_phonemes() -> None:
    stored = entity(("Ahmad Massoud", "eng"), phonemes="aḥmad masʿūd")
    assert written(stored) == written("aḥmad masʿūd")


def test_an_entity_without_phonemes_is_read_through_the_lexicon_of_given_names() -> None:
    assert "Ahmad Karim" in written(entity(("Ahmad Karim", "eng"), ("احمد کریم", "prs")), "eng")


@pytest.mark.parametrize("forms", [[("Xyzq Wvut", "eng")], [("Xyzq", "eng"), ("خژڅګڼ", "prs")]])
def test_an_entity_whose_vowels_nobody_wrote_down_is_refused_with_what_to_do(forms: list[tuple[str, str]]) -> None:
    with pytest.raises(ValueError, match=r"\[per:x\] has no phonemes.*give the vocalised form"):
        af.spellings(entity(*forms))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(af.UnknownStandardError, match="xxx"):
        af.spellings("aḥmad", lang="xxx")


@pytest.mark.parametrize("limit", [1, 3])
def test_limit_is_for_each_language(limit: int) -> None:
    found = af.spellings("aḥmad masʿūd", limit=limit)
    langs = [each.lang for each in found]
    assert {lang: langs.count(lang) for lang in set(langs)} == dict.fromkeys({"eng", "tur", "fra", "deu", "rus"}, limit)


def test_spellings_of_the_shipped_pack_are_found_again(kg: af.KnowledgeGraph) -> None:
    known = kg["per:ahmad-massoud"]
    lost = [each for each in written(known, limit=3) if kg.resolve(each).candidates[:1] == ()]
    assert lost == []
    assert all(readings(word) for each in written(known) for word in each.split())
