"""The language of a text by its commonest words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.linking.words.language import UNKNOWN, guess_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The commander said that he was in the valley with his men and that it had snowed.", "eng"),
        ("Komutan dün vadide olduğunu ve kar yağdığını söyledi, ama bir daha konuşmadı.", "tur"),
        ("Командир сказал, что он был в долине и что с ним не было его людей.", "rus"),
        ("Der Kommandeur sagte, er sei mit den Männern in dem Tal, und es habe geschneit.", "deu"),
        ("Le commandant a dit qu’il était dans la vallée avec ses hommes et que la neige est tombée.", "fra"),
        ("قوماندان گفت که او در این دره با مردان است و برف را دید.", "prs"),
        ("قوماندان وویل چې هغه په دره کې دی او د خپلو کسانو سره یې خبرې وکړې.", "pus"),
        ("Фармондеҳ гуфт, ки ӯ дар ин дара бо мардонаш буд ва барф борид.", "tgk"),
        ("Qoʻmondon uning bu vodiyda ekanini va qor yogʻganini aytdi, ammo bilan uchun edi.", "uzb"),
        ("Қўмондон бу водийда бўлганини айтди, унинг одамлари билан эди.", "uzb"),
        ("Kabul", UNKNOWN),
        ("", UNKNOWN),
        ("1 2 3 4 5", UNKNOWN),
    ],
)
def test_a_few_common_words_tell_the_language(text: str, lang: str) -> None:
    assert guess_language(text) == lang


@given(text=st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert len(guess_language(text)) == 3


def test_names_of_another_language_do_not_turn_it() -> None:
    text = "The minister met Масуд and مسعود and said that it was the first time in a year for the two of them."
    assert guess_language(text) == "eng"
