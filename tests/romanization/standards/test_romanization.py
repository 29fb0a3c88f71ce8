import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import AfgraphError, UnknownStandardError
from afgraph.romanization.standards import romanize, standards
from afgraph.romanization.standards.names import is_foreign

ACADEMIC = ["bgn-pcgn", "ala-lc", "iso-233-3", "din-31635", "ijmes"]
PRESS = ["press-eng", "press-deu", "press-fra", "press-tur", "press-rus"]
LATIN = [each for each in standards() if each != "press-rus"]


@pytest.mark.parametrize(
    ("phonemes", "expected"),
    [
        (
            "aḥmad shāh masʿūd",
            "Aḩmad Shāh Mas‘ūd|Aḥmad Shāh Masʻūd|Aḥmad Šâh Mas‘ud|Aḥmad Šāh Masʿūd|Aḥmad Shāh Masʿūd",
        ),
        ("mazār-i sharīf", "Mazār-e Sharīf|Mazār-i Sharīf|Mazâr-e Šarif|Mazār-i Šarīf|Mazār-i Sharīf"),
        ("kābul", "Kābul|Kābul|Kâbol|Kābul|Kābul"),
        ("ghaznī", "Ghaznī|Ghaznī|Ḡazni|Ġaznī|Ghaznī"),
        ("chārīkār", "Chārīkār|Chārīkār|Čârikâr|Čārīkār|Chārīkār"),
        ("khōst", "Khōst|Khūst|Ḵust|Ḫōst|Khūst"),
        ("parwān", "Parwān|Parvān|Parvân|Parwān|Parvān"),
        (
            "ẕabīḥullāh mujāhid",
            "Z̄abīḩullāh Mujāhid|Ẕabīḥ Allāh Mujāhid|Ẕabiḥollâh Mojâhed|Ẕabīḥullāh Muǧāhid|Ẕabīḥullāh Mujāhid",
        ),
        ("sulṭān ʿalī", "Sulţān ‘Alī|Sulṭān ʻAlī|Solṭân ‘Ali|Sulṭān ʿAlī|Sulṭān ʿAlī"),
        ("muḥammad fażl", "Muḩammad Faẕl|Muḥammad Faz̤l|Moḥammad Fażl|Muḥammad Fażl|Muḥammad Fażl"),
        ("burhān ud-dīn", "Burhān ud Dīn|Burhān al-Dīn|Borhân al-Din|Burhān ad-Dīn|Burhān al-Dīn"),
        ("jabha-yi najāt", "Jabhah-ye Najāt|Jabhah-i Najāt|Jabhah-ye Najât|Ǧabha-yi Naǧāt|Jabha-yi Najāt"),
        ("ṭālibān", "Ţālibān|Ṭālibān|Ṭâlebân|Ṭālibān|Ṭālibān"),
        ("qayṣār", "Qayşār|Qayṣār|Qeyṣâr|Qaiṣār|Qayṣār"),
    ],
)
def test_a_name_in_every_standard(phonemes: str, expected: str) -> None:
    assert [str(romanize("", standard=each, phonemes=phonemes)) for each in ACADEMIC] == expected.split("|")


@pytest.mark.parametrize(
    ("phonemes", "expected"),
    [
        ("baghlān", "Baghlān"),
        ("jawzjān", "Jowzjān"),
        ("dzadrāṉ", "Dzadrāṉ"),
        ("māṉəy", "Māṉêy"),
        ("tsawkəy", "Tsowkêy"),
        ("ḏanḏ wa paṯān", "Ḏanḏ Wa Paṯān"),
        ("s̱ābir", "S̄ābir"),
        ("ḥażrat-i imām", "Ḩaẕrat-e Imām"),
        ("ẓāhir kalā", "Z̧āhir Kalā"),
        ("pul-i ʿalam", "Pul-e ‘Alam"),
        ("jabal us-sarāj", "Jabal us Sarāj"),
        ("khānābād", "Khānābād"),
        ("g̱īra", "Z͟hīrah"),
        ("andaṟ", "Andaṟ"),
        ("spīn bōldak", "Spīn Bōldak"),
    ],
)
def test_bgn_pcgn_gives_the_examples_of_its_own_table(phonemes: str, expected: str) -> None:
    assert str(romanize("", phonemes=phonemes)) == expected


@pytest.mark.parametrize(
    ("phonemes", "expected"),
    [
        ("khwāstan", "Khvāstan"),
        ("firdawsī", "Firdawsī"),
        ("awwal", "Avval"),
        ("dawā", "Davā"),
        ("qālī-yi īrān", "Qālī-i Īrān"),
        ("dar-i bāgh", "Dar-i Bāgh"),
        ("khāna-yi buzurg", "Khānah-i Buzurg"),
        ("muṣṭafá", "Muṣṭafá"),
        ("ghulām ʿalī", "Ghulām ʻAlī"),
    ],
)
def test_ala_lc_gives_the_examples_of_its_own_table(phonemes: str, expected: str) -> None:
    assert str(romanize("", standard="ala-lc", phonemes=phonemes)) == expected


@pytest.mark.parametrize(
    ("lang", "standard", "phonemes", "expected"),
    [
        ("ara", "ala-lc", "ayman aẓ-ẓawāhirī", "Ayman al-Ẓawāhirī"),
        ("ara", "ala-lc", "al-qāʿida", "al-Qāʻidah"),
        ("ara", "ala-lc", "ʿus̱mān", "ʻUthmān"),
        ("ara", "din-31635", "ʿus̱mān", "ʿUṯmān"),
        ("ara", "ijmes", "ʿus̱mān", "ʿUthmān"),
        ("ara", "din-31635", "ayman aẓ-ẓawāhirī", "Aiman aẓ-Ẓawāhirī"),
        ("pus", "ala-lc", "dzadrāṉ", "Żadrāṇ"),
        ("pus", "ala-lc", "andaṟ", "Andaṛ"),
        ("pus", "bgn-pcgn", "karzay", "Karzay"),
    ],
)
def test_a_standard_has_its_own_table_for_a_language(lang: str, standard: str, phonemes: str, expected: str) -> None:
    assert str(romanize("", lang=lang, standard=standard, phonemes=phonemes)) == expected


@pytest.mark.parametrize(
    ("phonemes", "expected"),
    [
        (
            "aḥmad shāh masʿūd",
            "Ahmad Shah Massoud|Ahmad Schah Massud|Ahmad Chah Massoud|Ahmed Şah Mesud|Ахмад Шах Масуд",
        ),
        ("mazār-i sharīf", "Mazar-e Sharif|Masar-e Scharif|Mazar-e Charif|Mezar-i Şerif|Мазари-Шариф"),
        ("panjshēr", "Panjsher|Pandschscher|Pandjcher|Pencşir|Панджшер"),
        ("amrullāh ṣāliḥ", "Amrullah Salih|Amrullah Salih|Amrullah Salih|Emrullah Salih|Амрулла Салих"),
        ("ʿabd ul-qayyūm", "Abdul Qayyum|Abdul Kajjum|Abdul Qayyoum|Abdul Kayyum|Абдул Кайюм"),
        (
            "jalāl ud-dīn ḥaqqānī",
            "Jalaluddin Haqqani|Dschalaluddin Hakkani|Djalaluddin Haqqani|Celaleddin Hakkani|Джалалуддин Хаккани",
        ),
        ("islām karīmūf", "Islam Karimov|Islam Karimow|Islam Karimov|İslam Kerimov|Ислам Каримов"),
    ],
)
def test_a_name_in_every_press(phonemes: str, expected: str) -> None:
    assert [str(romanize("", standard=each, phonemes=phonemes)) for each in PRESS] == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected", "vocalised"),
    [
        ("احمدشاه مسعود", "Aḩmad Shāh Mas‘ūd", True),
        ("احمد شاه مسعود", "Aḩmad Shāh Mas‘ūd", True),
        ("عبدالرشید دوستم", "‘Abd ur Rashīd Dōstum", True),
        ("نجیب‌الله", "Najībullāh", True),
        ("نجیب الله", "Najībullāh", True),
        ("برهان الدین ربانی", "Burhān ud Dīn Rabbānī", True),
        ("نورالحق علومی", "Nūr ul Ḩaqq ‘Ulūmī", True),
        ("تره‌کی", "Tarakī", True),
        ("مَزَارِ شَرِيف", "Mazār-e Sharīf", True),
        ("بَغْلان", "Baghlān", True),
        ("قلعه نو", "Ql‘ah Nū", False),
        ("محمد، ۱۳۷۱", "Muḩammad, 1371", True),
        ("مزڅ", "Mzts", False),
    ],
)
def test_arabic_script_is_vocalised_as_far_as_is_known(text: str, expected: str, *, vocalised: bool) -> None:
    found = romanize(text)
    assert (found.text, found.vocalised) == (expected, vocalised)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Ельцин", "rus", "Yel’tsin|Elʹt͡sin|Elʹcin"),
        ("Чехов", "rus", "Chekhov|Chekhov|Čehov"),
        ("Хрущёв", "rus", "Khrushchëv|Khrushchëv|Hruŝëv"),
        ("Тоҷикистон", "tgk", "Tojikiston|Tojikiston|Toçikiston"),
        ("Саъдӣ", "tgk", "Sa’dí|Saʺdī|Saʺdī"),
        ("Ғафуров", "tgk", "Ghafurov|Ghafurov|Ġafurov"),
        ("РАМЗҲО", "tgk", "RAMZ·HO|RAMZḢO|RAMZḨO"),
        ("Ўзбекистон", "uzb", "O‘zbekiston|Ŭzbekiston|Ŭzbekiston"),
        ("Шавкат Қодиров", "uzb", "Shavkat Qodirov|Shavkat Qodirov|Šavkat Ķodirov"),
    ],
)
def test_cyrillic_goes_letter_by_letter(text: str, lang: str, expected: str) -> None:
    found = [romanize(text, lang=lang, standard=each).text for each in ("bgn-pcgn", "ala-lc", "iso-9")]
    assert found == expected.split("|")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Шариф", "rus"),
        ("Раҳмон", "tgk"),
        ("Тоҷик", "tgk"),
        ("Ўзбек", "uzb"),
        ("احمد", "prs"),
        ("ځدراڼ", "pus"),
        ("Ahmad", ""),
    ],
)
def test_letters_give_the_language_away(text: str, lang: str) -> None:
    assert romanize(text).lang == lang


def test_uzbek_in_latin_script_keeps_its_letters_and_gets_the_apostrophes_of_the_standard() -> None:
    assert str(romanize("Gʻani Oʼktam", lang="uzb")) == "G‘ani O‘ktam"
    assert str(romanize("G'ani", lang="uzb", standard="ala-lc")) == "Gʻani"


def test_the_trace_says_which_rule_wrote_what() -> None:
    found = romanize("", phonemes="mazār-i sharīf")
    assert [(step.at, step.read, step.wrote) for step in found.trace if step.note] == [(5, "-i", "-e")]
    assert {step.table for step in found.trace} == {"bgn-pcgn"}
    assert "".join(step.wrote for step in found.trace) == "mazār-esharīf"
    assert str(found.trace[5]) == "5: -i -> -e  [bgn-pcgn]  (iz̄āfah after a consonant)"


def test_the_trace_begins_with_how_the_vowels_were_found() -> None:
    first, second = romanize("نجیب‌الله قلعه").trace[:2]
    assert (first.table, first.wrote) == ("lexicon", "najībullāh")
    assert (second.table, second.wrote, second.note) == ("letters", "qlʿa", "silent heh: a guess")


def test_a_script_without_a_table_goes_through_unidecode_and_the_trace_says_so() -> None:
    found = romanize("Μασούντ")
    assert (found.text, found.vocalised, found.trace[0].note) == (
        "Masount",
        False,
        "no table for this script: Unidecode",
    )


def test_where_a_guessed_language_has_no_table_the_trace_names_the_one_used() -> None:
    found = romanize("تڼۍ", standard="ijmes")
    assert any("has no table for pus: ijmes-persian is used" in step.note for step in found.trace)
    assert any("bgn-pcgn" in step.note for step in romanize("احمد", standard="iso-9").trace)


@pytest.mark.parametrize(
    "name", ["BGN/PCGN", "bgn_pcgn", "ALA-LC", "ISO 233-3", "DIN 31635", "GOST 7.79", "german", "tur"]
)
def test_standards_go_by_their_usual_names(name: str) -> None:
    assert romanize("Kabul", standard=name).standard in standards()


def test_an_unknown_standard_or_language_is_an_error_that_lists_what_there_is() -> None:
    with pytest.raises(UnknownStandardError, match="no standard 'wade-giles'; there are: ala-lc, bgn-pcgn, din-31635"):
        romanize("احمد", standard="wade-giles")
    with pytest.raises(UnknownStandardError, match="ijmes has no table for 'tgk'; it has: ara, prs"):
        romanize("Аҳмад", standard="ijmes", lang="tgk")
    assert issubclass(UnknownStandardError, AfgraphError)
    assert issubclass(UnknownStandardError, ValueError)


@given(st.text(), st.sampled_from(sorted(standards())))
def test_no_text_raises(text: str, standard: str) -> None:
    romanize(text, standard=standard)
    romanize(text, standard=standard, phonemes=text)


@given(
    st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" aж\u200c")),
    st.sampled_from(LATIN),
)
def test_a_latin_standard_leaves_no_letter_of_another_script(text: str, standard: str) -> None:
    letters = filter(str.isalpha, romanize(text, standard=standard).text)
    assert not any(map(is_foreign, letters))


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCÄĀḥşıİ -'’")), st.sampled_from(sorted(standards())))
def test_plain_latin_stays_as_it_is(text: str, standard: str) -> None:
    once = romanize(text, standard=standard)
    assert once.text == text
    assert romanize(once.text, standard=standard).text == once.text
