"""hypothesis: whatever stands in a file, editing it raises `PackError` or does what was asked, and nothing else."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afgraph.errors import PackError
from afgraph.packs.authoring import Pack

_PEOPLE = Path(__file__).with_name("people.txt").read_text(encoding="utf-8")
_SNIPPETS = st.sampled_from(
    [
        *[
            "",
            " ",
            "\n",
            "\n\n",
            "#",
            " # x\n",
            ":",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "|\n",
            ">\n",
            "? ",
            "&a ",
            "*a",
        ],
        *["!!x ", "---\n", "...\n", "\t", "\r\n", "\r", "\ufeff", "\u2028", "\x85", "\\", ", ", "<<: ", "per:new:\n"],
        *["  x: y\n", "%", "  about: z\n", "      - Q\n"],
    ]
)
_CHANGES = st.lists(st.tuples(st.integers(0, len(_PEOPLE)), st.integers(0, 6), _SNIPPETS), min_size=1, max_size=3)
_EDITS: list[Callable[[Any], object]] = [
    lambda pack: pack.set("per:ahmad", about="x: y", qid=None),
    lambda pack: pack.set("per:dawud", died="2001"),
    lambda pack: pack.add_name("per:zia", "Zeya", lang="eng"),
    lambda pack: pack.add_name("per:ahmad", "Ahmet", lang="tur"),
    lambda pack: pack.add_name("per:ahmad", "Ahmet", lang="eng", kind="short"),
    lambda pack: pack.add_claim("per:ahmad rival_of per:zia", source="src:book"),
    lambda pack: pack.remove_claim("c2"),
    lambda pack: pack.add_person("per:bashir", {"eng": "Bashir"}),
    lambda pack: pack.remove("per:dawud"),
]


def _mutated(changes: list[tuple[int, int, str]]) -> str:
    text = _PEOPLE
    for at, length, snippet in changes:
        text = text[:at] + snippet + text[at + length :]
    return text


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(_CHANGES, st.lists(st.sampled_from(_EDITS), min_size=1, max_size=4))
def test_damaged_files_raise_nothing_but_pack_errors(
    changes: list[tuple[int, int, str]], edits: list[Callable[[Any], object]]
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "all.yml").write_bytes(_mutated(changes).encode())
        (folder / "sources.yml").write_text("src:book:\n  title: The Book\n", encoding="utf-8")
        pack = Pack.open(folder)
        document = next(each for each in pack._editor.documents if each.name == "all.yml")
        assert document.content == document.original
        sound = not pack.problems()
        for edit in edits:
            before = document.content
            try:
                edit(pack)
            except PackError:
                assert document.content == before
        repr(pack)
        if sound:
            assert pack.problems() == []
        pack.save(force=True)
        assert {each.name: each.content for each in Pack.open(folder)._editor.documents} == {
            each.name: each.content for each in pack._editor.documents if each.content
        }
    finally:
        shutil.rmtree(folder)
