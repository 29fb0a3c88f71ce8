"""The command line as a shell sees it: output, exit codes, closed pipes, poor locales."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

Result = subprocess.CompletedProcess[str]


def run(*arguments: str, given: str = "", cwd: Path | None = None, env: dict[str, str] | None = None) -> Result:
    """The finished command; output read as UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", "afgraph", *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["resolve", "Emrullah Salih"], 0),
        (["resolve", "--json", "Emrullah Salih"], 0),
        (["resolve", "--explain", "Massoud", "--date", "2021-08-24"], 0),
        (["resolve", "Kunduz", "--schema", "Province", "--lang", "eng"], 0),
        (["resolve", "Angela Merkel"], 1),
        (["resolve", "Abdul Qadir"], 3),
        (["resolve", "Kabul", "Angela Merkel"], 1),
        (["resolve", "Kabul", "Angela Merkel", "Abdul Qadir"], 3),
        (["resolve", "Kabul", "--date", "yesterday"], 2),
        (["allies", "Ahmed Masud", "--on", "2021-08-24"], 0),
        (["allies", "Ahmad Shah Massoud", "--on", "2021"], 1),
        (["allies", "Abdul Qadir"], 3),
        (["allies", "Angela Merkel"], 1),
        (["allies", "per:ahmad-masoud"], 1),
        (["allies", "Dostum", "--min-confidence", "half"], 2),
        (["enemies", "NRF", "--on", "2021-08-24", "--stated"], 0),
        (["relation", "Dostum", "Ahmad Shah Massoud"], 0),
        (["relation", "Dostum", "Ahmad Shah Massoud", "--on", "1994-13-77"], 2),
        (["relation", "Dostum", "per:ahmad-massoud", "--on", "1980"], 1),
        (["link", "/no/such/file"], 2),
        (["resolve", "Kabul", "--pack", "/no/such/pack"], 2),
        ([], 2),
        (["no-such-command"], 2),
        (["--version"], 0),
        (["allies", "--help"], 0),
    ],
)
def test_each_outcome_has_its_exit_code_and_errors_go_to_stderr(arguments: Sequence[str], code: int) -> None:
    result = run(*arguments)
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    assert (result.stderr == "") is (
        code in (0, 1, 3) and "no entity" not in result.stderr and "can be" not in result.stderr
    )
    if code == 0:
        assert result.stdout.strip()


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["resolve", "--json", "Kabul", "Abdul Qadir", "کابل"], "outcome"),
        (["allies", "--json", "Dostum", "--on", "1994-01-15"], "answers"),
        (["enemies", "--json", "Dostum", "--on", "1994-01-15"], "answers"),
        (["relation", "--json", "Dostum", "Ahmad Shah Massoud"], "answers"),
        (["link", "--json", "-"], "mentions"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_json_parses_line_by_line_in_every_encoding(arguments: Sequence[str], key: str, encoding: str) -> None:
    given = "Mezar-i Serif 😀" if encoding == "ascii" else "Mezar-i Şerif 😀 کابل"
    result = run(*arguments, given=given if encoding == "utf-8" else "Kabul", env={"PYTHONIOENCODING": encoding})
    lines = result.stdout.splitlines()
    assert len(lines) == (3 if arguments[0] == "resolve" else 1)
    assert all(key in json.loads(line) for line in lines)
    assert result.stdout.isascii() or encoding == "utf-8"


def test_json_in_ascii_holds_the_same_letters() -> None:
    plain = run("resolve", "--json", "Zoë 😀 کابل", env={"PYTHONIOENCODING": "ascii"})
    assert json.loads(plain.stdout)["text"] == "Zoë 😀 کابل"


def test_names_come_from_standard_input_one_a_line() -> None:
    result = run("resolve", "--json", given="Kabul\n\n  کابل \n")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["plc:kabul", "plc:kabul"]
    assert run("resolve", given="").returncode == 1


def test_right_to_left_names_stay_whole_and_stand_last() -> None:
    result = run("resolve", "Amrullah Saleh")
    (row,) = [line for line in result.stdout.splitlines() if "per:amrullah-saleh" in line]
    assert row.rstrip().endswith("امرالله صالح")
    assert "احمد مسعود" in run("allies", "Amrullah Saleh", "--on", "2021-08-24").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["resolve", "کابل", "Zoë"],
        ["allies", "دوستم", "--on", "1994-01-15"],
        ["relation", "Dostum", "Massoud"],
        ["demo"],
    ],
)
def test_a_terminal_without_letters_gets_their_codes_and_no_crash(arguments: Sequence[str], tmp_path: Path) -> None:
    result = run(*arguments, cwd=tmp_path, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert result.returncode in (0, 1, 3)
    assert "Traceback" not in result.stderr
    assert (result.stdout + result.stderr).isascii()


@pytest.mark.parametrize("arguments", [["resolve", "Kabul"], ["allies", "Dostum"], ["demo"]])
def test_a_closed_pipe_is_no_error(arguments: Sequence[str], tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "afgraph", *arguments]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_link_reads_a_file_and_writes_a_page(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Massoud is in Kabul.", encoding="utf-8")
    html = tmp_path / "out.html"
    result = run("link", str(article), "--date", "2021-08-24", "--html", str(html))
    assert result.returncode == 0
    assert "per:ahmad-massoud" in result.stdout
    assert html.read_text(encoding="utf-8").count("<mark") == 2
    article.write_text("Nothing here.", encoding="utf-8")
    assert run("link", str(article)).returncode == 1


def test_a_file_that_is_no_text_is_wrong_input(tmp_path: Path) -> None:
    file = tmp_path / "article.bin"
    file.write_bytes(b"\xff\xfe\x00Kabul")
    result = run("link", str(file))
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_another_pack_takes_the_shipped_ones_place(tmp_path: Path) -> None:
    pack = tmp_path / "notes.yml"
    pack.write_text("per:a:\n  names:\n    eng: Anna Alpha\n", encoding="utf-8")
    assert run("resolve", "Anna Alpha", "--pack", str(pack)).returncode == 0
    assert run("resolve", "Kabul", "--pack", str(pack)).returncode == 1
    assert run("resolve", "Kabul", "Anna Alpha", "--pack", "afghanistan", "--pack", str(pack)).returncode == 0


def test_an_ambiguous_name_lists_its_candidates_on_stderr() -> None:
    result = run("allies", "Abdul Qadir")
    assert "[per:abdul-qadir]" in result.stderr
    assert "[per:abdul-qadir-dagarwal]" in result.stderr
