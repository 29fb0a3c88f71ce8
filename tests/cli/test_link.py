"""`afgraph link`: one text, a folder, and what it writes beside."""

import json
from pathlib import Path

import pytest

import afgraph as af
from afgraph.cli.main import main

ARTICLE = "According to Interfax, Massoud would have met Saleh in Kabul. Karim Rahimi was there."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    (texts / "sub").mkdir(parents=True)
    (texts / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (texts / "a.txt").write_bytes(b"\xff\xfe no UTF-8")
    (texts / "sub" / "c.txt").write_text("کابل\r\nHerat", encoding="utf-8", newline="")
    (texts / "d.md").write_text("Kabul", encoding="utf-8")
    return texts


def test_a_folder_gives_one_line_a_text_and_a_bad_one_loses_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["link", str(folder), "--date", "2021-08-24"]) == 2
    out, err = capsys.readouterr()
    bad, good, below = (json.loads(line) for line in out.splitlines())
    assert (bad["id"], bad["mentions"]) == ("a.txt", [])
    assert "a.txt: 'utf-8' codec can't decode" in bad["error"]
    assert (good["id"], good["date"]) == ("b.txt", "2021-08-24")
    assert "per:ahmad-massoud" in [each["id"] for each in good["mentions"]]
    assert [(each["start"], each["id"]) for each in below["mentions"]] == [(0, "plc:kabul"), (6, "plc:herat")]
    assert "1 of 3 texts could not be read" in err


def test_a_pattern_chooses_the_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", str(folder), "--glob", "*.md"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["d.md"]
    assert main(["link", str(folder), "--glob", "*.none"]) == 1


def test_annotations_come_in_the_form_of_the_model(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", str(folder / "b.txt"), "--annotations", "--date", "2021-08-24"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["type"] == "AnnotationPage"
    assert main(["link", str(folder), "--annotations", "--glob", "sub/*.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "AnnotationPage"


def test_who_is_unknown_and_what_is_suggested_is_written_for_a_pack(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new"
    arguments = ["--date", "2021-08-24", "--unknown", str(tmp_path / "unknown.yml"), "--claims", str(new)]
    assert main(["link", str(folder / "b.txt"), *arguments]) == 0
    assert "claims suggested: 1" in capsys.readouterr().err
    assert af.load("afghanistan", tmp_path / "unknown.yml").resolve("Karim Rahimi").outcome == "match"
    (claim,) = af.load("afghanistan", new).claims(source="src:article")
    assert (claim.relation, claim.modality, claim.attribution) == ("met", "reported", ("org:interfax",))


def test_who_is_unknown_in_a_folder_is_put_together(folder: Path, tmp_path: Path) -> None:
    (folder / "e.txt").write_text("Kareem Rahimi came from Herat.", encoding="utf-8")
    assert main(["link", str(folder), "--glob", "[be].txt", "--unknown", str(tmp_path / "unknown.yml")]) == 0
    assert "named 2 times in b.txt, e.txt" in (tmp_path / "unknown.yml").read_text("utf-8")


def test_what_is_for_one_text_is_refused_for_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", str(folder), "--html", "x.html"]) == 2
    assert "for one text" in capsys.readouterr().err


def test_judgements_are_respected_and_bad_ones_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "judgements.yml"
    ledger.write_text("- {text: Massoud, entity: per:ahmad-shah-massoud, judgement: positive}\n", encoding="utf-8")
    arguments = ["link", "--json", str(folder / "b.txt"), "--date", "2021-08-24", "--judgements", str(ledger)]
    assert main(arguments) == 0
    assert "per:ahmad-shah-massoud" in [each["id"] for each in json.loads(capsys.readouterr().out)["mentions"]]
    ledger.write_text("- {text: Massoud}\n", encoding="utf-8")
    assert main(arguments) == 2
    assert "judgements.yml:1: 'entity' is missing" in capsys.readouterr().err
