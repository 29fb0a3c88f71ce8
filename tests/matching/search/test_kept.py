"""What a kept index depends on."""

from pathlib import Path

import afgraph
from afgraph.matching.search.kept import code


def test_all_code_that_reads_and_compares_names_counts() -> None:
    package = Path(str(afgraph.__file__)).parent
    found = {path.relative_to(package).as_posix() for path in code()}
    assert found == {
        path.relative_to(package).as_posix()
        for name in ("matching", "romanization", "text")
        for path in (package / name).glob("**/*.py")
    }
    assert {"matching/words/tokens.py", "matching/search/similar.py", "romanization/reader.py"} < found
