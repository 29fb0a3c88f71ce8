"""The resolver benchmark on a small list made here."""

import json
from pathlib import Path

import pytest

from benchmarks import pairs, peers, product, resolve
from benchmarks.metrics import recall_at
from benchmarks.report import cell, mean_rows
from benchmarks.sets import find_sets, read_set, sample

GAZETTEER = {"m": ["Ahmad Massoud", "احمد مسعود"], "s": ["Amrullah Saleh"], "r": ["Burhanuddin Rabbani"]}
QUERIES = [
    ("Ahmad Massoud", "m", "alias", "Latn"),
    ("امرالله صالح", "s", "alias", "Arab"),
    ("Angela Merkel", "NIL", "primary", "Latn"),
    ('"Zorro" Quux', "m|s", "nickname", "Latn"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one set, written as the development sets are."""
    canon = tmp_path / "small" / "canon"
    canon.mkdir(parents=True)
    entries = [{"id": each, "type": "person", "names": names} for each, names in GAZETTEER.items()]
    (canon / "gazetteer.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in entries), encoding="utf-8")
    rows = [("query", "gold", "kind", "script"), *QUERIES]
    (canon / "queries.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_a_set_is_found_from_any_folder_above_it_and_once(folder: Path) -> None:
    canon = folder / "small" / "canon"
    assert find_sets([folder]) == find_sets([canon]) == find_sets([folder, canon.parent]) == [canon]


def test_a_set_reads_quotes_as_letters_and_several_golds_as_several(folder: Path) -> None:
    read = read_set(folder / "small" / "canon")
    assert read.name == "small/canon"
    assert read.rows[1] == ("m", "احمد مسعود")
    assert [query.text for query in read.queries] == [text for text, *_ in QUERIES]
    assert [sorted(query.gold) for query in read.queries] == [["m"], ["s"], [], ["m", "s"]]


def test_a_sample_is_the_same_every_time_and_keeps_the_order() -> None:
    chosen = sample(range(1000), 50)
    assert chosen == sample(range(1000), 50) == sorted(set(chosen))
    assert len(chosen) == 50
    assert sample(range(3), 50) == [0, 1, 2]


def test_the_command_prints_tables_and_writes_errors_and_answers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    errors, saved, markdown = (folder / name for name in ("errors.tsv", "saved.jsonl", "tables.md"))
    told = [str(folder), "--errors", str(errors), "--save", str(saved), "--markdown", str(markdown)]
    assert resolve.main(told) == 0
    printed = capsys.readouterr().out
    assert "| small/canon | all | 4 | 1 | .667 | .667 | 1 | .667 | .800 | .000 |" in printed
    assert "| small/canon | Arab | 1 | 0 | 1 |" in printed
    assert markdown.read_text(encoding="utf-8").strip() == printed.strip()
    head, *rows = [line.split("\t") for line in errors.read_text(encoding="utf-8").splitlines()]
    assert tuple(head) == product.ERROR_HEAD
    assert [row[:4] for row in rows] == [
        ["small/canon", '"Zorro" Quux', "m|s", "Ahmad Massoud | احمد مسعود | Amrullah Saleh"]
    ]
    lines = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    assert [line["outcome"] for line in lines] == ["match", "match", "nil", "nil"]
    assert lines[0]["candidates"][0].keys() == {"id", "name", "score", "evidence"}


def test_the_command_says_where_it_found_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert resolve.main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_peers_rank_entities_by_their_best_name(folder: Path) -> None:
    pytest.importorskip("rapidfuzz")
    small = read_set(folder / "small" / "canon")
    for peer in peers.peers()[0]:
        answers, _ = peers.ask(peer, small)
        assert answers[0].ranked[0] == "m"
        assert 0.99 < answers[0].score <= 1
        assert recall_at(answers[:2], 3) == 1


def test_jellyfish_and_rapidfuzz_agree_so_one_row_stands_for_both() -> None:
    pytest.importorskip("rapidfuzz")
    from jellyfish import jaro_winkler_similarity

    winkler = next(peer for peer in peers.peers()[0] if peer.name == "Jaro-Winkler")
    for one, other in [("Ahmad Massoud", "Ahmed Mesud"), ("Saleh", "Salah"), ("Kabul", "Qandahar")]:
        assert winkler.score(one, other) == pytest.approx(jaro_winkler_similarity(one.lower(), other.lower()), abs=1e-6)


def test_pairs_of_every_file_are_read_and_scored(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(
        'case_group,schema,name1,name2,is_match\nx,Person,"Massoud, Ahmad",Ahmad Massoud,true\nx,Person,A,B,false\n'
    )
    (tmp_path / "gold_pairs_dev.tsv").write_text("a\tlang_a\tb\tlang_b\tsame\twhy\nA\teng\tA\tprs\t1\tplace | x\n")
    (tmp_path / "probe.tsv").write_text(
        "lang_a\ta\tlang_b\tb\tlabel\tclass\tscripts\tent_a\tent_b\tsplit\n"
        "fa\tA\t?\tA\t1\tvariant\t\t\t\ttest\nfa\tA\tfa\tA\t1\tvariant\t\t\t\tdev\nfa\tA\tfa\tA\t-1\tvariant\t\t\t\ttest\n"
    )
    checks, gold, probe = pairs.read_pairs([tmp_path])
    assert [(each.one, each.same) for each in checks.pairs] == [("Massoud, Ahmad", True), ("A", False)]
    assert gold.pairs[0].langs == ("eng", "prs")
    assert [each.langs for each in probe.pairs] == [("prs", None)]
    scorer = pairs.Scorer(name="same letters", score=lambda one, other, _: float(one == other), decides=True)
    scored = pairs.score_all(scorer, checks)
    assert scored == [(0.0, True), (0.0, False)]
    assert pairs.score_rows(checks, scorer, scored)[0][1:6] == [2, "same letters", 0.5, 0.0, 0.5]


def test_closed_worlds_count_labels_that_stand_alone_and_hard_pairs_both_sides(tmp_path: Path) -> None:
    (tmp_path / "closed_world_labels.txt").write_text("aa\nab\n")
    (tmp_path / "closed_world.tsv").write_text("query\tgold_label\naa\taa\na\tab\n")
    (tmp_path / "pairs_hard.tsv").write_text("a\tb\tsame\naa\taa\t1\nab\tba\t1\nab\tab\t0\n")
    scorer = pairs.Scorer(name="first letters", score=lambda one, other, _: float(one == other), decides=True)
    assert pairs.world_row(tmp_path / "closed_world.tsv", scorer) == ["first letters", 1, 2]
    assert pairs.hard_row(tmp_path / "pairs_hard.tsv", scorer) == ["first letters", 0.25, 0.5, 1, 2, 1, 1]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.5, ".500"), (1.0, "1"), (12.345, "12.3"), (float("nan"), ""), (3, "3"), ("a|b", "a/b")],
)
def test_cells_are_short(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_the_mean_of_sets_leaves_out_what_a_set_has_not() -> None:
    rows = [["x", "p", 0.5, 1.0, 0.5, 0.9, 0.1, 2.0], ["y", "p", 0.7, 1.0, 0.7, 0.8, float("nan"), 4.0]]
    (row,) = mean_rows(rows)
    assert row == ["mean of sets", "p", pytest.approx(0.6), 1.0, pytest.approx(0.6), "", 0.1, 3.0]
