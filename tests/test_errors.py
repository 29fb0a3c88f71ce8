import pickle

import pytest

from afgraph import errors
from afgraph.errors import AfgraphError, AmbiguousNameError, DateFormatError, MissingExtraError, PackError

TREE = [
    (errors.DateFormatError, ValueError),
    (errors.DataError, ValueError),
    (errors.PackError, ValueError),
    (errors.UnknownStandardError, ValueError),
    (errors.QuestionError, ValueError),
    (errors.TextTooLongError, ValueError),
    (errors.BadNameError, ValueError),
    (errors.WorkerError, RuntimeError),
    (errors.UnknownNameError, LookupError),
    (errors.AmbiguousNameError, LookupError),
    (errors.MissingExtraError, ImportError),
]


@pytest.mark.parametrize(("error", "built_in"), TREE, ids=lambda each: each.__name__)
def test_each_error_is_ours_and_the_built_in_it_resembles(error: type[Exception], built_in: type[Exception]) -> None:
    assert issubclass(error, AfgraphError)
    assert issubclass(error, built_in)


def test_a_pack_error_goes_to_another_process_whole() -> None:
    error = PackError(["a.yml:1: one", "a.yml:2: two"], outcome="nothing was saved")
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (sent.problems, str(sent)) == (error.problems, str(error))


def test_the_tree_in_the_docstring_names_every_error_and_its_built_in() -> None:
    defined = {
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, AfgraphError) and each is not AfgraphError
    }
    assert defined == {error for error, _ in TREE}
    drawn = [line for line in (errors.__doc__ or "").splitlines() if "──" in line]
    assert [tuple(line.split()[1:3]) for line in drawn] == [
        (error.__name__, f"({built_in.__name__})") for error, built_in in TREE
    ]


@pytest.mark.parametrize(
    ("problems", "first_line"),
    [
        ([], "0 problems; nothing was loaded"),
        (["a.yml:1:1: wrong"], "1 problem; nothing was loaded"),
        (["a.yml:1:1: wrong", "b.yml:2:1: также"], "2 problems; nothing was loaded"),
    ],
)
def test_a_pack_error_counts_and_keeps_its_problems(problems: list[str], first_line: str) -> None:
    error = PackError(problems)
    assert str(error).split("\n")[0] == first_line
    assert error.problems == tuple(problems)
    assert str(error).splitlines()[1:] == problems


def test_an_ambiguous_name_lists_its_candidates_in_order() -> None:
    candidates = [("per:ahmad-massoud", "احمد مسعود"), ("per:ahmad-shah-massoud", "Ahmad Shah Massoud")]
    error = AmbiguousNameError("Масуд", candidates)
    assert error.candidates == tuple(candidates)
    assert error.text == "Масуд"
    assert [line.strip() for line in str(error).splitlines()[1:]] == [
        "احمد مسعود  [per:ahmad-massoud]",
        "Ahmad Shah Massoud  [per:ahmad-shah-massoud]",
    ]
    assert "'Масуд' can be 2 entities" in str(error)


def test_a_missing_extra_says_how_to_install_it() -> None:
    assert str(MissingExtraError("pandas", "frames")) == (
        "pandas is not installed; install it with: pip install 'afgraph[frames]'"
    )


def test_one_except_catches_whatever_is_raised_on_purpose() -> None:
    with pytest.raises(AfgraphError, match="not a date"):
        raise DateFormatError("'x' is not a date")
