import pytest

from afgraph.romanization.standards.vocalise import vocalise


@pytest.mark.parametrize(
    ("text", "phonemes", "source"),
    [
        ("مسعود", "masʿūd", "lexicon"),
        ("عبدالرحمن", "ʿabd ur-raḥmān", "lexicon"),
        ("عبدالشکور", "ʿabd ush-shakūr", "lexicon"),
        ("عبدالکریم", "ʿabd ul-karīm", "lexicon"),
        ("ذبیح الله", "ẕabīḥullāh", "lexicon"),
        ("سراج‌الدین", "sirāj ud-dīn", "lexicon"),
        ("نورمحمد", "nūr muḥammad", "lexicon"),
        ("ضیاءالحق", "żiyāʾ ul-ḥaqq", "lexicon"),
        ("عطا", "ʿaṭā", "lexicon"),
        ("عطاءالله", "ʿaṭāʾullāh", "lexicon"),
        ("عطاالله", "ʿaṭāullāh", "lexicon"),
        ("علي", "ʿalī", "lexicon"),
        ("خلیل الرحمن", "khalīl ur-raḥmān", "lexicon"),
        ("محمد الهام", "muḥammad ilhām", "lexicon"),
        ("الحق", "al-ḥaqq", "lexicon"),
        ("الرحیم", "ar-raḥīm", "lexicon"),
        ("مُحَمَّد", "muḥammad", "letters"),
        ("ورسج", "wrsj", "letters"),
        ("آقچه", "āqcha", "letters"),
    ],
)
def test_a_word_is_read_by_the_lexicon_or_by_its_letters(text: str, phonemes: str, source: str) -> None:
    found = vocalise(text.replace("\u200c", " "))
    assert ("".join(each.phonemes for each in found), found[0].source) == (phonemes, source)


def test_the_longest_run_of_words_that_the_lexicon_has_goes_first() -> None:
    assert [each.phonemes for each in vocalise("محمد نجیب الله")] == ["muḥammad", " ", "najībullāh"]


def test_readings_cover_the_text_in_order() -> None:
    text = "حاجی (محمد محقق)، ورسج"
    assert "".join(each.text for each in vocalise(text)) == text
    assert [each.at for each in vocalise(text)] == sorted(each.at for each in vocalise(text))
