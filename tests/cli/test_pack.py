"""`afgraph pack` as a shell sees it: output, exit codes, JSON, right-to-left names."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from afgraph.packs import load_contents
from afgraph.packs.find import shipped_packs

ENTRIES = """\
evt:e:
  names:
    eng: Event
org:g:
  former_ids: org:old-g
  names:
    prs: گروه
lex:haji:
  kind: title
  forms:
    eng: Haji
    prs: حاجی
per:a:
  about: first of two
  born: 1950
  different_from: per:b
  names:
    eng:
      - Anna Alpha
      - alias: Anne Alpha
        source: src:s
      - short: Alpha
        when: 1990/..
    prs: آنا
per:b:
  names:
    eng:
      - Berta Beta
      - short: Alpha
        when: 1990/..
src:s:
  title: The Source
  kind: book
  confidence: 0.9
"""
CLAIMS = """\
src:s:
  - per:a member_of org:g 1994/1996
  - claim: per:a fought per:b 1990
    modality: alleged
    by: per:b
    note: said long after
  - claim: per:a fought per:b
    id: c1
  - per:b member_of org:g /1992
"""

Result = subprocess.CompletedProcess[str]


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    """The finished command `afgraph pack ...`; output read as UTF-8."""
    command = [sys.executable, "-m", "afgraph", "pack", *map(str, arguments)]
    environment = {**os.environ, **(env or {})}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60, env=environment)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yml").write_text("name: mine\ntitle: Mine\n", encoding="utf-8")
    (folder / "entries.yml").write_text(ENTRIES, encoding="utf-8")
    (folder / "claims.yml").write_text(CLAIMS, encoding="utf-8")
    return folder


def edited(pack: Path, before: str, after: str) -> Path:
    """A copy of the pack with one edit."""
    copy = pack.parent / "edited" / "mine"
    copy.mkdir(parents=True)
    for file in pack.iterdir():
        (copy / file.name).write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["no-such-command"], 2),
        (["check", "/no/such/pack"], 2),
        (["stats", "/no/such/pack"], 2),
        (["diff", "tajikistan", "/no/such/pack"], 2),
        (["diff", "tajikistan"], 2),
        (["diff", "tajikistan", "tajikistan"], 0),
        (["diff", "tajikistan", "tajikistan", "--base", "/no/such/pack"], 2),
        (["show", "Massoud", "--pack", "/no/such/pack"], 2),
        (["show"], 2),
        (["show", "Massoud"], 3),
        (["show", "Angela Merkel"], 1),
        (["show", "per:no-such-person"], 1),
        (["show", "src:no-such-source"], 1),
        (["show", "Ahmad Massoud"], 0),
        (["stats", "tajikistan"], 0),
        (["stats", "--json", "--markdown"], 2),
        (["new", "x"], 2),
        (["--help"], 0),
        (["check", "--help"], 0),
    ],
)
def test_each_outcome_has_its_exit_code(arguments: Sequence[str], code: int) -> None:
    result = run(*arguments)
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    assert (result.stdout.strip() != "") is (code == 0 or arguments[:1] == ["check"])


def test_new_starts_a_pack_that_checks_clean_and_can_be_asked(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pack"
    made = run("new", folder, "--name", "my-region", "--title", 'Region: "ours" # 1')
    assert made.returncode == 0
    assert str(folder / "people.yml") in made.stdout
    assert load_contents([folder], cache=False).titles == ('Region: "ours" # 1',)
    checked = run("check", folder)
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "1 pack checked: clean")
    assert run("show", "Arvo Exampleson", "--pack", folder).returncode == 0


def test_new_refuses_a_folder_that_holds_files_and_names_that_are_none(pack: Path, tmp_path: Path) -> None:
    refused = run("new", pack, "--name", "x", "--title", "X")
    assert refused.returncode == 2
    assert refused.stderr == f"afgraph: {pack}: holds files; name a new or empty folder\n"
    refused = run("new", tmp_path / "other", "--name", "No Name", "--title", " ")
    assert refused.returncode == 2
    assert [line[:14] for line in refused.stderr.splitlines()] == ["afgraph: name ", "afgraph: title"]
    assert not (tmp_path / "other").exists()


def test_check_reads_all_shipped_packs_where_none_is_named() -> None:
    result = run("check")
    assert [line.partition(":")[0] for line in result.stdout.splitlines() if line[0] != " "] == [
        *shipped_packs(),
        f"{len(shipped_packs())} packs checked",
    ]


def test_check_tells_warnings_with_1_and_groups_them(pack: Path) -> None:
    copy = edited(pack, "- Berta Beta", "- Berta Beta ")
    result = run("check", copy)
    assert result.returncode == 1
    assert "  warnings\n" in result.stdout
    assert "entries.yml:" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 pack checked: ")


def test_check_tells_what_does_not_load_with_2_and_with_line_and_column(pack: Path, tmp_path: Path) -> None:
    copy = edited(pack, "born: 1950", "bron: 1950")
    result = run("check", pack, copy, tmp_path / "none")
    assert result.returncode == 2
    assert "mine/entries.yml:15:3: field 'bron' is not known; did you mean 'born'?" in result.stdout
    assert "no such folder, file or shipped pack" in result.stdout
    assert ", 2 errors" in result.stdout or ": 2 errors" in result.stdout.splitlines()[-1]
    told = lines(run("check", "--json", copy))
    assert told == [
        {
            "pack": str(copy),
            "severity": "error",
            "code": None,
            "file": "mine/entries.yml",
            "line": 15,
            "column": 3,
            "message": "field 'bron' is not known; did you mean 'born'?",
        }
    ]


def test_check_reads_additions_together_with_what_they_add_to(pack: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.yml"
    notes.write_text("src:s:\n  - per:b leads org:g 1999\n", encoding="utf-8")
    assert run("check", pack, notes).returncode == 2
    together = run("check", "--together", pack, notes)
    assert together.returncode < 2
    assert together.stdout.splitlines()[-1].startswith("2 packs checked: ")


def test_stats_prints_tables_that_add_up(pack: Path) -> None:
    result = run("stats", pack)
    assert result.returncode == 0
    assert result.stdout.splitlines()[:2] == ["Mine", "4 entities, 8 names, 4 claims, 1 sources, 1 lexemes"]
    assert "0 of 4 claims (0.0 %) rest on general knowledge" in result.stdout
    for title in ("Entities by schema", "Names by script", "Claims by evidence", "Claims by decade", "Lexemes by kind"):
        assert f"\n{title}\n" in result.stdout
    [told] = lines(run("stats", "--json", pack))
    assert (told["pack"], told["names_by_script"]) == (str(pack), {"Latn": 6, "Arab": 2})
    markdown = run("stats", "--markdown", pack).stdout
    assert markdown.startswith("**Mine**: 4 entities")
    assert "| Person | 2 | Latn | 6 | book | 4 |" in markdown


def test_stats_of_all_shipped_packs_come_one_by_one() -> None:
    assert [each["pack"] for each in lines(run("stats", "--json"))] == shipped_packs()


def test_diff_is_0_for_the_same_in_other_files_and_order(pack: Path) -> None:
    copy = edited(pack, "  about: first of two\n  born: 1950\n", "  born: 1950  # about\n  about: first of two\n")
    (copy / "entries.yml").rename(copy / "all.yml")
    result = run("diff", pack, copy)
    assert (result.returncode, result.stdout) == (0, "no change\n")
    assert run("diff", pack, copy, "--json").stdout == ""


def test_diff_is_1_and_tells_each_change_where_it_stands(pack: Path) -> None:
    copy = edited(pack, "1994/1996", "1994/1997")
    result = run("diff", pack, copy)
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        "1 claim changed",
        "  per:a member_of org:g: end 1996 -> 1997  mine/claims.yml:2",
        "",
        "1 claim changed",
    ]
    [told] = lines(run("diff", "--json", pack, copy))
    assert told["fields"] == [{"field": "end", "old": "1996", "new": "1997"}]
    assert told["sentence"] == "per:a member_of org:g: end 1996 -> 1997"


def test_diff_compares_additions_on_their_base(pack: Path, tmp_path: Path) -> None:
    for name, when in (("one", "1998"), ("two", "1999")):
        text = f"src:s:\n  - per:b leads org:g {when}\n"
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    result = run("diff", tmp_path / "one.yml", tmp_path / "two.yml", "--base", pack)
    assert result.returncode == 1
    assert "  per:b leads org:g: when 1998 -> 1999  two.yml:2" in result.stdout
    assert run("diff", tmp_path / "one.yml", tmp_path / "two.yml").returncode == 2


def test_show_tells_all_of_an_entity_its_claims_in_time_order(pack: Path) -> None:
    result = run("show", "Anna Alpha", "--pack", pack)
    assert result.returncode == 0
    for told in ("per:a  Anna Alpha", "about: first of two", "lifespan: 1950/", "different from: per:b",
                 "stands at: mine/entries.yml:13", "Names: 4", "Claims: 3", "attested", "1990/..", ":20"):  # fmt: skip
        assert told in result.stdout, told
    places = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("    mine/claims.yml")]
    assert places == ["mine/claims.yml:3", "mine/claims.yml:2", "mine/claims.yml:7"]
    assert "Anna Alpha allegedly fought Berta Beta, in 1990 (Berta Beta via The Source)" in result.stdout
    assert "alleged; confidence 0.9; said long after" in result.stdout


@pytest.mark.parametrize(
    ("what", "kind", "told"),
    [
        ("org:old-g", "entity", "org:g"),
        ("src:s", "source", "Anne Alpha"),
        ("src:s", "source", "Claims: 4"),
        ("lex:haji", "lexeme", "حاجی"),
        ("c1", "claim", "relation: fought"),
        ("evt:e", "entity", "Claims: 0"),
    ],
)
def test_show_finds_former_ids_sources_words_and_claims(what: str, kind: str, told: str, pack: Path) -> None:
    result = run("show", what, "--pack", pack)
    assert result.returncode == 0
    assert told in result.stdout
    [shown] = lines(run("show", what, "--pack", pack, "--json"))
    assert shown["is"] == kind


def test_show_in_json_holds_names_and_claims_with_their_places(pack: Path) -> None:
    [told] = lines(run("show", "per:a", "--pack", pack, "--json", env={"PYTHONIOENCODING": "ascii"}))
    names, claims = told["names"], told["claims"]
    assert isinstance(names, list)
    assert isinstance(claims, list)
    assert [each["form"] for each in names] == ["Anna Alpha", "Anne Alpha", "Alpha", "آنا"]
    assert [each["when"] for each in claims] == ["1990", "1994/1996", None]
    assert {each["origin"].partition(":")[0] for each in claims} == {"mine/claims.yml"}


def test_an_ambiguous_name_lists_its_candidates_and_an_unknown_source_its_neighbour(pack: Path) -> None:
    ambiguous = run("show", "Alpha", "--pack", pack)
    assert ambiguous.returncode == 3
    assert "[per:a]" in ambiguous.stderr
    assert "[per:b]" in ambiguous.stderr
    unknown = run("show", "lex:hajji", "--pack", pack)
    assert (unknown.returncode, unknown.stderr) == (
        1,
        "afgraph: nothing has the id 'lex:hajji'; did you mean lex:haji?\n",
    )


def test_right_to_left_names_are_last_or_isolated_on_a_terminal_and_plain_in_a_pipe(pack: Path) -> None:
    plain = run("show", "per:a", "--pack", pack).stdout
    assert not set("\u2066\u2067\u2068\u2069\u200e\u200f") & set(plain)
    assert next(line for line in plain.splitlines() if "آنا" in line).rstrip().endswith("آنا")
    shown = on_a_terminal("show", "per:a", "--pack", str(pack))
    assert "was a member of \u2068گروه\u2069, from 1994 to 1996" in shown


def on_a_terminal(*arguments: str) -> str:
    """What a wide terminal would show."""
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "afgraph", "pack", *arguments]
    with subprocess.Popen(command, stdout=writer, env={**os.environ, "COLUMNS": "200", "PYTHONUTF8": "1"}) as running:
        os.close(writer)
        parts = []
        while part := _read(reader):
            parts.append(part)
    os.close(reader)
    assert running.returncode == 0
    return b"".join(parts).decode("utf-8")


def _read(reader: int) -> bytes:
    """The next bytes; none at the end, which Linux tells by an error."""
    try:
        return os.read(reader, 65_536)
    except OSError:
        return b""


@pytest.mark.parametrize("command", ["check", "stats"])
def test_a_terminal_without_letters_gets_their_codes_and_no_crash(command: str, pack: Path) -> None:
    result = run(command, pack, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert result.returncode < 2
    assert result.stdout.isascii()
