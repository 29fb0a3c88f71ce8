"""The ledger of judgements: lines, files, several writers, what is wrong with a line."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afgraph.errors import PackError
from afgraph.resolver import Judgement, Ledger, Resolver
from afgraph.resolver.judgement import read_line

GOOD = "- {text: Mesud, entity: m, judgement: positive, by: Anna, at: 2026-01-05T10:00:00Z, note: seen in person}\n"
WRITERS, LINES = 6, 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "judgements.yml"


def _standing(ledger: Ledger, text: str) -> list[tuple[str, str]]:
    return [(each.entity, each.judgement) for each in ledger.about(text)]


def test_a_judgement_is_one_line_of_the_file_and_reads_back(path: Path) -> None:
    made = Ledger(path).add('Mesud: "the" younger #1', "m", "positive", by="Anna", note="a — b: {c}")
    assert path.read_text("utf-8").count("\n") == 1
    (read,) = Ledger(path).lines
    assert read == made
    assert read.origin == f"{path}:1"


@given(st.text(min_size=1), st.text(max_size=30))
def test_whatever_text_is_written_reads_back_the_same_or_is_refused(text: str, note: str) -> None:
    judgement = Judgement(text=text, entity="m", judgement="unsure", note=note or None)
    try:
        line = judgement.to_line()
    except ValueError:
        return
    assert "\n" not in line
    assert read_line(line, "") == judgement


def test_a_later_line_stands_and_undo_takes_back_what_stood(path: Path) -> None:
    ledger = Ledger(path)
    for entity, judgement in [("m", "positive"), ("s", "positive"), ("m", "negative"), ("s", "undo")]:
        ledger.add("Mesud", entity, judgement)  # type: ignore[arg-type]
    assert _standing(ledger, "mésud") == _standing(Ledger(path), "MESUD") == [("m", "negative")]
    assert len(ledger) == 4


def test_a_file_that_is_not_there_yet_is_made_by_the_first_judgement(path: Path) -> None:
    ledger = Ledger(path)
    assert (len(ledger), path.exists()) == (0, False)
    ledger.add("Mesud", "m", "positive")
    assert path.exists()


def test_lines_that_others_append_or_change_count_at_once(path: Path) -> None:
    mine, other = Ledger(path), Ledger(path)
    other.add("Mesud", "m", "positive")
    assert _standing(mine, "Mesud") == [("m", "positive")]
    path.write_text(GOOD.replace("positive", "negative") + "# a remark\n\n", encoding="utf-8")
    assert _standing(mine, "Mesud") == [("m", "negative")]
    path.unlink()
    assert _standing(mine, "Mesud") == []


def test_a_last_line_without_its_end_counts_and_is_kept_whole(path: Path) -> None:
    path.write_text(GOOD.strip(), encoding="utf-8")
    ledger = Ledger(path)
    assert _standing(ledger, "Mesud") == [("m", "positive")]
    ledger.add("Dostum", "d", "unsure")
    assert path.read_text("utf-8").startswith(GOOD)
    assert [each.entity for each in ledger] == ["m", "d"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("- {text: Mesud, entity: m, judgement: positiv}", "did you mean 'positive'"),
        ("- {text: Mesud, entity: m}", "'judgement' is missing"),
        ("- {text: Mesud, entity: m, judgement: positive, who: Anna}", "field 'who' is not known"),
        ("- {text: Mesud, entity: x, judgement: positive}", "no entity has the id 'x'"),
        ("- {text: '...', entity: m, judgement: positive}", "has no letters"),
        ("- {text: Mesud, entity: m, judgement: pos", "is not YAML"),
        ("- {text: [Mesud], entity: m, judgement: positive}", "is no judgement"),
        ("Mesud is m", "is no judgement"),
        ("- !!python/object:os.system {text: Mesud}", "'entity' is missing"),
        ('- {text: "Me\\u202Esud", entity: m, judgement: positive}', "hidden character"),
        ("x" * 20_000, "letters on one line"),
    ],
)
def test_a_bad_line_is_an_error_with_file_and_line(path: Path, line: str, says: str) -> None:
    path.write_text(f"# judged\n{GOOD}{line}\n", encoding="utf-8")
    with pytest.raises(PackError) as raised:
        Resolver.from_names({"m": ["Ahmad Massoud"]}).ledger(path)
    (problem,) = raised.value.problems
    assert problem.startswith(f"{path}:3: ")
    assert says in problem


def test_all_bad_lines_are_named_and_a_good_file_recovers(path: Path) -> None:
    ledger = Ledger(path)
    path.write_bytes(b"x\n" + GOOD.encode() + b"\xff\xfe\n")
    with pytest.raises(PackError) as raised:
        ledger.about("Mesud")
    assert [problem.split(":")[1] for problem in raised.value.problems] == ["1", "3"]
    path.write_text(GOOD, encoding="utf-8")
    assert _standing(ledger, "Mesud") == [("m", "positive")]


@pytest.mark.parametrize(("place", "says"), [(".", "is a folder"), ("no/such/ledger.yml", "is not there")])
def test_a_place_where_no_file_can_be_is_refused_at_once(tmp_path: Path, place: str, says: str) -> None:
    with pytest.raises(PackError, match=says):
        Ledger(tmp_path / place)


@pytest.mark.parametrize(
    ("text", "entity", "says"),
    [("", "m", "missing"), ("...", "m", "no letters"), ("Me\nsud", "m", "hidden"), ("Mesud", "mm", "did you mean 'm'")],
)
def test_what_no_line_can_hold_is_refused_and_nothing_is_written(path: Path, text: str, entity: str, says: str) -> None:
    ledger = Ledger(path, ids={"m": "m"})
    with pytest.raises(ValueError, match=says):
        ledger.add(text, entity, "positive")
    assert not path.exists()


def test_a_former_id_is_judged_as_the_present_one(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    assert _standing(Ledger(path, ids={"m": "new", "new": "new"}), "Mesud") == [("new", "positive")]


def test_several_processes_append_at_once_and_no_line_is_lost_or_torn(path: Path) -> None:
    code = (
        "import sys; from afgraph.resolver import Ledger; ledger = Ledger(sys.argv[1])\n"
        f"for at in range({LINES}): ledger.add(f'Name {{at}}', sys.argv[2], 'positive', note='x' * 3000)"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), f"writer-{at}"]) for at in range(WRITERS)]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * WRITERS
    ledger = Ledger(path)
    assert len(ledger) == WRITERS * LINES
    assert [len(ledger.about(f"Name {at}")) for at in range(LINES)] == [WRITERS] * LINES
    order: dict[str, list[str]] = {}
    for each in ledger:
        order.setdefault(each.entity, []).append(each.text)
    assert all(texts == [f"Name {at}" for at in range(LINES)] for texts in order.values())
