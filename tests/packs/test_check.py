import time
from pathlib import Path

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents

FOUND = "per:p{at}:\n  names:\n    eng: P\n  different_from: per:q{at}\n"


def test_thousands_of_unknown_ids_are_all_named_and_soon(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("".join(FOUND.format(at=at) for at in range(2_000)), encoding="utf-8")
    before = time.process_time()
    with pytest.raises(PackError) as caught:
        load_contents([tmp_path], cache=False)
    assert time.process_time() - before < 5
    assert len(caught.value.problems) == 2_000
    assert "x.yml:4:19: different_from 'per:q0' is defined nowhere; did you mean 'per:p0'?" in caught.value.problems[0]
    assert "different_from 'per:q1999' is defined nowhere" in caught.value.problems[-1]


def test_a_speaker_may_be_an_entity_a_source_or_words(tmp_path: Path) -> None:
    text = "per:a:\n  names:\n    eng: A\nplc:b:\n  names:\n    eng: B\nsrc:s:\n  title: s\n"
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    row = "src:s:\n  - claim: per:a arrived_in plc:b\n    by: [per:a, plc:b, src:s, сосед]\n"
    (tmp_path / "y.yml").write_text(row, encoding="utf-8")
    [claim] = load_contents([tmp_path], cache=False).claims.values()
    assert claim.attribution == ("per:a", "plc:b", "src:s", "сосед")


def test_nothing_of_a_pack_with_a_problem_reaches_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFGRAPH_CACHE", str(tmp_path / "cache"))
    (tmp_path / "x.yml").write_text(FOUND.format(at=1), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PackError, match="1 problem; nothing was loaded"):
            load_contents([tmp_path / "x.yml"])
    assert not (tmp_path / "cache").exists()
