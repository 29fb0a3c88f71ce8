"""Words paired: greedily, whatever their order, two against one where they are written apart."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afgraph.matching.scoring.align import Alignment, align, plain_weight
from afgraph.matching.words.cost import UNLIKE, word_cost
from afgraph.matching.words.tokens import Token, tokens

WORDS = [
    "Ahmad", "Ahmet", "Shah", "Massoud", "Mesud", "مسعود", "احمد", "شاه", "Ахмад", "Масуд", "Mahmud", "Hamid", "Hamed",
    "Khan", "Karim", "Karimi", "Rahim", "Rahimi", "Mullah", "ملا", "7", "هفت", "A.", "Rabbani", "Burhanuddin",
]  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join).map(tokens)


def paired(one: str, other: str) -> list[tuple[str, str]]:
    left, right = tokens(one), tokens(other)
    found = align(left, right)
    return [
        (" ".join(left[at].word for at in pair.left), " ".join(right[at].word for at in pair.right))
        for pair in found.pairs
    ]


def gain(left: Token, right: Token) -> float:
    """What a pair is worth: the weight of the lighter word, less as it costs more."""
    return max(0.0, min(left.weight, right.weight) * (1 - word_cost(left, right) / UNLIKE))


def gained(one: tuple[Token, ...], other: tuple[Token, ...]) -> float:
    pairs = align(one, other).pairs
    return sum(pair.weight * (1 - pair.cost / UNLIKE) for pair in pairs if len(pair.left) == len(pair.right) == 1)


def best_gain(one: tuple[Token, ...], other: tuple[Token, ...]) -> float:
    """The slow reference: the best of all ways to give each word of the shorter name one of the longer."""
    short, long = sorted((one, other), key=len)
    return max(sum(map(gain, short, chosen)) for chosen in permutations(long, len(short)))


def merges(found: Alignment) -> bool:
    return any(len(pair.left) != len(pair.right) for pair in found.pairs)


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("Ahmad Massoud", "Ahmet Mesud", [("ahmad", "ahmet"), ("massoud", "mesud")]),
        ("Massoud Ahmad", "Ahmad Massoud", [("massoud", "massoud"), ("ahmad", "ahmad")]),
        ("Ahmad Shah Massoud", "احمد مسعود", [("ahmad", "احمد"), ("massoud", "مسعود")]),
        ("Ahmadshah Massoud", "Ahmad Shah Mesud", [("ahmadshah", "ahmad shah"), ("massoud", "mesud")]),
        ("Ahmad Shah Mesud", "Ahmadshah Massoud", [("ahmad shah", "ahmadshah"), ("mesud", "massoud")]),
        ("Zalmay Khalil Zad", "Zalmay Khalilzad", [("zalmay", "zalmay"), ("khalil zad", "khalilzad")]),
        ("7th District", "ناحیه ۷", [("7th", "۷")]),
        ("A. Massoud", "Ahmad Massoud", [("a", "ahmad"), ("massoud", "massoud")]),
        ("Kabul", "Herat", []),
        ("Karim Karim", "Karim", [("karim", "karim")]),
    ],
)
def test_words_are_paired_with_those_they_are_most_like(one: str, other: str, pairs: list[tuple[str, str]]) -> None:
    assert paired(one, other) == pairs


def test_a_name_without_words_pairs_nothing() -> None:
    kabul = tokens("Kabul")
    assert align((), ()) == Alignment((), (), ())
    assert align(kabul, ()) == Alignment((), (0,), ())
    assert align((), kabul) == Alignment((), (), (0,))


@given(NAMES, NAMES)
def test_every_word_is_paired_once_or_left_over(one: tuple[Token, ...], other: tuple[Token, ...]) -> None:
    found = align(one, other)
    assert sorted([at for pair in found.pairs for at in pair.left] + list(found.left_over)) == list(range(len(one)))
    assert sorted([at for pair in found.pairs for at in pair.right] + list(found.right_over)) == list(range(len(other)))
    assert list(found.pairs) == sorted(found.pairs)
    assert all(0 <= pair.cost < UNLIKE and pair.weight > 0 for pair in found.pairs)


@given(NAMES, NAMES)
def test_a_pair_costs_what_its_words_do(one: tuple[Token, ...], other: tuple[Token, ...]) -> None:
    for pair in align(one, other).pairs:
        if len(pair.left) == len(pair.right) == 1:
            left, right = one[pair.left[0]], other[pair.right[0]]
            assert pair.cost == word_cost(left, right)
            assert pair.weight == min(left.weight, right.weight)


@given(NAMES, NAMES)
def test_who_is_compared_with_whom_makes_no_difference(one: tuple[Token, ...], other: tuple[Token, ...]) -> None:
    here, there = align(one, other), align(other, one)
    assert len(here.pairs) == len(there.pairs)
    assert gained(one, other) == pytest.approx(gained(other, one))
    assert sum(pair.cost for pair in here.pairs) == pytest.approx(sum(pair.cost for pair in there.pairs))


@given(NAMES, st.randoms(use_true_random=False))
def test_the_order_of_words_costs_nothing(name: tuple[Token, ...], random: st.DataObject) -> None:
    turned = list(name)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert [pair.cost for pair in align(name, turned).pairs] == [0.0] * len(name)


@given(NAMES, NAMES)
@settings(max_examples=200)
def test_no_other_pairing_gains_more(one: tuple[Token, ...], other: tuple[Token, ...]) -> None:
    if merges(align(one, other)):
        return
    assert gained(one, other) == pytest.approx(best_gain(one, other), abs=1e-5)


@given(NAMES)
def test_a_name_is_paired_with_itself_word_by_word(name: tuple[Token, ...]) -> None:
    found = align(name, name)
    assert [pair.cost for pair in found.pairs] == [0.0] * len(name)
    assert found.left_over == found.right_over == ()


def test_the_weights_and_costs_may_be_those_of_a_list() -> None:
    one, other = tokens("Ahmad Massoud"), tokens("Ahmet Khan")
    found = align(one, other, weigh=lambda _: 0.5, cost=lambda left, right: 0.2 if left.key[0] == right.key[0] else 9.0)
    assert [(pair.left, pair.right, pair.cost, pair.weight) for pair in found.pairs] == [((0,), (0,), 0.2, 0.5)]
    assert plain_weight(one[0]) == one[0].weight
