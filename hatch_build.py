"""Compiles the few hot modules when the package is installed; where that fails the same source runs as it is.

`python hatch_build.py` compiles them in place, for work on them. `AFGRAPH_PURE=1` leaves them as they are.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOT = (
    "afgraph/matching/words/blanks.py",
    "afgraph/matching/search/candidates.py",
    "afgraph/matching/scoring/desk.py",
    "afgraph/matching/words/distance.py",
    "afgraph/matching/words/edits.py",
    "afgraph/matching/words/encoder.py",
    "afgraph/matching/scoring/facing.py",
    "afgraph/matching/search/finding.py",
    "afgraph/matching/words/grams.py",
    "afgraph/romanization/graphemes.py",
    "afgraph/matching/arrays/keys.py",
    "afgraph/matching/search/leading.py",
    "afgraph/matching/words/likeness.py",
    "afgraph/matching/words/likes.py",
    "afgraph/matching/scoring/pairing.py",
    "afgraph/resolver/plain.py",
    "afgraph/matching/arrays/postings.py",
    "afgraph/matching/scoring/profile.py",
    "afgraph/romanization/reader.py",
    "afgraph/matching/words/readings.py",
    "afgraph/matching/search/ready.py",
    "afgraph/recent.py",
    "afgraph/matching/scoring/score.py",
    "afgraph/romanization/shapes.py",
    "afgraph/matching/search/similar.py",
    "afgraph/matching/search/slips.py",
    "afgraph/matching/words/split.py",
    "afgraph/matching/scoring/tally.py",
    "afgraph/matching/words/tokens.py",
    "afgraph/matching/search/unspaced.py",
    "afgraph/matching/search/verbatim.py",
    "afgraph/matching/words/word_keys.py",
)
FLAGS = ("-O3", "-g0", "-ffp-contract=off")  # no fused steps: the last digit is that of plain Python


class CustomBuildHook(BuildHookInterface[Any]):
    """Puts the compiled modules into a wheel, or beside their source for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile if that may be done and can be; a wheel of compiled modules says for which Python it is."""
        if os.environ.get("AFGRAPH_PURE"):
            return
        root = Path(self.root)
        folder = root if version == "editable" else Path(tempfile.mkdtemp())
        try:
            made = compiled(root, folder)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a compiler does, the source runs
            self.app.display_warning(f"afgraph is installed uncompiled, and so slower: {error}")
            return
        if version != "editable":
            build_data["force_include"].update({str(path): str(path.relative_to(folder)) for path in made})
            build_data["pure_python"] = False
            build_data["infer_tag"] = True


def compiled(root: Path, folder: Path) -> list[Path]:
    """The files that the hot modules compile to, under `folder`; what is newer than its source is not made again."""
    back = Path.cwd()
    os.chdir(root)
    try:
        with _aside(root) as build:
            return [_placed(made, folder / made.relative_to(build)) for made in _made(build)]
    finally:
        os.chdir(back)


def _made(build: Path) -> list[Path]:
    """The compiled modules in the folder that they are built in."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    flags = [] if sys.platform == "win32" else list(FLAGS)
    modules = [Extension(_name(path), [path], depends=[Path(__file__).name], extra_compile_args=flags) for path in HOT]
    at_a_time = os.cpu_count() or 1
    forked = at_a_time if sys.platform == "linux" else 0  # elsewhere each would start by importing this again
    translated = cythonize(modules, build_dir=str(build), quiet=True, nthreads=forked)
    command = build_ext(Distribution({"ext_modules": translated}))
    command.build_lib = command.build_temp = str(build)
    command.parallel = at_a_time
    command.ensure_finalized()
    command.run()
    return [Path(path) for path in command.get_outputs()]


@contextmanager
def _aside(root: Path) -> Iterator[Path]:
    """The folder in which modules are built: kept in a checkout, so that a wheel need not compile what `pip` has."""
    import Cython

    if os.access(root, os.W_OK):
        yield root / "build" / f"cython-{Cython.__version__}"
    else:
        with tempfile.TemporaryDirectory() as passing:
            yield Path(passing)


def _placed(made: Path, path: Path) -> Path:
    """A copy of a compiled module at its place; one that is there is replaced, not written over: it may be in use."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    shutil.copy2(made, fresh)  # with its time, by which a test tells that it is not older than its source
    fresh.replace(path)
    return path


def _name(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    print(*compiled(here, here), sep="\n")  # noqa: T201
