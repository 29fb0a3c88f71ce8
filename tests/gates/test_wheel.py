"""The wheel carries the pack and the tables, and works away from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("afgraph-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_an_installed_wheel_finds_its_pack(unpacked: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import afgraph as af; "
        "print(af.__file__); print(af.load().resolve('Emrullah Salih').id)"
    )
    # -S leaves the checkout's editable install out; the libraries are then named one by one.
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    command = [sys.executable, "-S", "-c", f"import sys; sys.path += {libraries!r}; {code}", str(unpacked)]
    shown = subprocess.run(command, cwd=unpacked, check=True, capture_output=True, text=True)
    file, entity = shown.stdout.split()
    assert Path(file).is_relative_to(unpacked)
    assert entity == "per:amrullah-saleh"


def test_the_wheel_is_typed_and_licensed(unpacked: Path) -> None:
    assert (unpacked / "afgraph" / "py.typed").is_file()
    assert (unpacked / "afgraph" / "aliases" / "afghanistan" / "pack.yml").is_file()
    assert (unpacked / "afgraph" / "data" / "pack_template" / "pack.yml").is_file()
    assert list(unpacked.glob("afgraph-*.dist-info/licenses/LICENSE"))
