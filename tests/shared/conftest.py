"""The hostile files, made by their script in the folder that AFGRAPH_DATA names, with its `pack()` in our form."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

OUR_PACK = """
def pack(name="Ahmad Massoud", aliases=(), id="per:ahmad-massoud", extra="", kind="person"):
    q = lambda s: json.dumps(s, ensure_ascii=False)
    listed = "".join(f"\\n      - {q(each)}" for each in (name, *aliases))
    ours = id.replace("person/", "per:")
    return f"{q(ours)}:\\n  names:\\n    eng:{listed}\\n" + re.sub("(?m)^    ", "  ", extra)
"""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files as the script writes them, packs in our form where `pack()` writes them."""
    folder = tmp_path_factory.mktemp("hostile")
    script = (Path(os.environ["AFGRAPH_DATA"]) / "hostile" / "make_hostile.py").read_text(encoding="utf-8")
    ours = script.replace("ERR=", f"import re\n{OUR_PACK}\nERR=", 1)
    (folder / "make.py").write_text(ours, encoding="utf-8")
    subprocess.run([sys.executable, "make.py"], cwd=folder, check=True, capture_output=True)
    return folder
