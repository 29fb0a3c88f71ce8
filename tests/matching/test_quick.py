"""The quick look against the features that it stands for."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from afgraph.matching.align import align
from afgraph.matching.candidates import Candidates
from afgraph.matching.compare import weights
from afgraph.matching.features import FEATURES, Paired
from afgraph.matching.quick import LOOKED_AT, Quick
from afgraph.matching.tokens import tokens

FORMS = ["Ahmad Massoud", "Ahmad Shah Massoud", "احمد شاه مسعود", "Burhanuddin Rabbani", "Mullah Omar", "District 7"]
WORDS = st.sampled_from([*" ".join(FORMS).split(), "Mesud", "Umar", "Rabanni", "Shah", "Khan"])


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
def test_the_quick_look_is_the_sum_of_its_features_where_no_two_words_are_taken_for_one(text: str) -> None:
    query, listed = tokens(text), Candidates.among([tokens(form) for form in FORMS])
    vocabulary, factors = listed.vocabulary, [weights("listed")[name] for name in LOOKED_AT]
    quick = Quick(*vocabulary.columns, array("d", map(listed.weights.of, vocabulary.words)), factors)
    for at in range(len(FORMS)):
        name = vocabulary.name(at)
        alignment = align(query, name, listed.weights.of, vocabulary.cost)
        if any(len(pair.left) != 1 or len(pair.right) != 1 for pair in alignment.pairs):
            continue
        names = Paired(query, name, alignment, listed.weights.of)
        values = {feature.__name__: feature(names) for feature in FEATURES}
        costs = [vocabulary.costs(word) for word in query]  # align has looked every pair up
        (found,) = quick.estimates([at], costs, [listed.weights.of(word) for word in query])
        assert abs(found - sum(weights("listed")[name] * values[name] for name in LOOKED_AT)) < 1e-6
