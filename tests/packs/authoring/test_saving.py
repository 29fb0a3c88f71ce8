"""Whatever happens while a pack is saved, each of its files is whole, old or new."""

import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents
from afgraph.packs.authoring import Pack

EDIT = """
import sys
from afgraph.packs.authoring import Pack
pack = Pack.open(sys.argv[1])
pack.add_person("per:bashir", {"eng": ["Bashir"] + [f"Bashir {n}" for n in range(100)]})
pack.add_source("src:press", title="The Press")
pack.add_claim("per:bashir rival_of per:zia", source="src:press")
"""
AT_STEP = f"""
import os
from afgraph.packs import load_contents

def edit_and_die(last):
    step = 0
    def dying(plain):
        def call(*args, **named):
            nonlocal step
            step += 1
            if step == last:
                os._exit(9)
            return plain(*args, **named)
        return call
    {EDIT.strip().replace(chr(10), chr(10) + "    ")}
    for name in ("open", "fsync", "replace", "fdopen", "close", "unlink"):
        setattr(os, name, dying(getattr(os, name)))
    pack.save()
    os._exit(0)

import sys
load_contents([sys.argv[1]], cache=False)  # what is read once is read before the first fork
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        try:
            edit_and_die(int(line))
        finally:
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
AGAIN = """
import sys
from afgraph.packs.authoring import Pack
pack = Pack.open(sys.argv[1])
number = 0
print("ready", flush=True)
while True:
    number += 1
    pack.set("per:ahmad", about=str(number) * 2000)
    pack.set("src:book", title=str(number) * 2000)
    pack.save()
"""
STEPS_AT_MOST = 60


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".yml"}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.suffix != ".yml"]


def run(code: str, *arguments: object) -> int:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, timeout=60).returncode


@pytest.fixture
def die_at(folder: Path) -> Iterator[Callable[[int], int]]:
    """Edits the pack and saves it in a process that dies at a step of it; gives its exit code, 0 where it lives."""
    command = [sys.executable, "-c", AT_STEP, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def die(step: int) -> int:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{step}\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        yield die


def test_a_process_that_dies_at_any_step_of_save_leaves_every_file_whole(
    folder: Path, die_at: Callable[[int], int]
) -> None:
    old = files_of(folder)
    edited = shutil.copytree(folder, folder.parent / "edited" / folder.name)
    assert run(f"{EDIT}\npack.save()", edited) == 0
    new = files_of(edited)
    seen = set()
    for step in range(1, STEPS_AT_MOST):
        for name in {*files_of(folder)} - {*old}:
            (folder / name).unlink()
        for name, content in old.items():
            (folder / name).write_bytes(content)
        code = die_at(step)
        now = files_of(folder)
        assert all(content in (old.get(name), new[name]) for name, content in now.items()), step
        assert {*old} <= {*now}
        load_contents([folder], cache=False)  # what is named is saved before what names it
        seen.add(tuple(sorted(name for name in now if now[name] != old.get(name))))
        if code == 0:
            break
        assert code == 9
    assert code == 0
    assert now == new
    assert seen == {(), ("sources.yml",), ("people.yml", "sources.yml"), ("claims.yml", "people.yml", "sources.yml")}
    Pack.open(folder)
    assert leftovers(folder) == []


def test_a_process_killed_at_random_moments_leaves_every_file_whole(folder: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", AGAIN, str(folder)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.15))
            process.send_signal(signal.SIGKILL)
        entities = load_contents([folder], cache=False).entities
        about = entities["per:ahmad"].about
        assert about == "the elder" or (len(about) % 2000 == 0 and about == about[: len(about) // 2000] * 2000)
    Pack.open(folder)
    assert leftovers(folder) == []


def test_readers_meanwhile_never_see_half_a_file(folder: Path) -> None:
    pack, torn, done = Pack.open(folder), [], threading.Event()
    whole = re.compile(r"# People of.*about: (?:the elder|([a-j])\1{19999}) +# of two\n.*# The end\.\n", re.DOTALL)

    def read() -> None:
        while not done.is_set():
            text = (folder / "people.yml").read_text(encoding="utf-8")
            if not whole.fullmatch(text):
                torn.append(text)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(60):
        pack.set("per:ahmad", about="abcdefghij"[number % 10] * 20_000)
        pack.save()
    done.set()
    for reader in readers:
        reader.join()
    assert torn == []


def test_only_changed_files_are_written(pack: Pack, folder: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    pack.set("per:ahmad", qid="Q2")
    assert list(pack.changed) == [folder / "people.yml"]
    assert pack.save() == [folder / "people.yml"]
    assert list(pack.changed) == []
    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {name for name in after if after[name] != before[name]} == {"people.yml"}
    assert pack.save() == []


def test_modes_and_links_stay(pack: Pack, folder: Path) -> None:
    elsewhere = folder.parent / "people-of-another-folder.txt"
    (folder / "people.yml").rename(elsewhere)
    (folder / "people.yml").symlink_to(elsewhere)
    elsewhere.chmod(0o640)
    pack.set("per:ahmad", qid="Q2")
    pack.add_organization("org:new", {"eng": "New"})
    pack.save()
    assert (folder / "people.yml").is_symlink()
    assert b"Q2" in elsewhere.read_bytes()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((folder / "organizations.yml").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize(
    ("meanwhile", "says"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b"# mine\n"), "changed on disk since the pack was opened"),
        (lambda path: path.unlink(), "was removed since the pack was opened"),
    ],
    ids=["changed", "removed"],
)
def test_what_somebody_else_did_meanwhile_is_not_lost(meanwhile, says: str, pack: Pack, folder: Path) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    pack.set("per:ahmad", qid="Q2")
    pack.set("src:book", title="Another")
    meanwhile(folder / "people.yml")
    before = files_of(folder)
    with pytest.raises(PackError, match=f"nothing was saved\n.*people.yml: {says}"):
        pack.save()
    assert files_of(folder) == before
    assert len(pack.changed) == 2


def test_a_new_file_that_somebody_else_made_is_not_written_over(pack: Pack, folder: Path) -> None:
    pack.add_organization("org:new", {"eng": "New"})
    (folder / "organizations.yml").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(PackError, match="was made by somebody else meanwhile"):
        pack.save()
    assert (folder / "organizations.yml").read_text(encoding="utf-8") == "# mine\n"


def test_two_packs_saved_at_once_lose_nothing_silently(folder: Path) -> None:
    packs = [Pack.open(folder) for _ in range(4)]
    for number, pack in enumerate(packs):
        pack.add_person(f"per:n{number}", {"eng": f"N {number}"})
    refused: list[PackError] = []

    def save(pack: Pack) -> None:
        try:
            pack.save()
        except PackError as error:
            refused.append(error)

    threads = [threading.Thread(target=save, args=[pack]) for pack in packs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 3
    assert sum(each.startswith("per:n") for each in load_contents([folder], cache=False).entities) == 1


def test_a_pack_with_problems_is_saved_only_by_force(pack: Pack, folder: Path) -> None:
    (folder / "claims.yml").write_text("src:book:\n  - per:ahmad rival_of per:nobody\n", encoding="utf-8")
    pack = Pack.open(folder)
    pack.set("per:ahmad", qid="Q2")
    with pytest.raises(PackError, match="nothing was saved\nvalley/claims\\.yml:2:5: entity 'per:nobody'"):
        pack.save()
    assert "Q2" not in (folder / "people.yml").read_text(encoding="utf-8")
    assert pack.save(force=True) == [folder / "people.yml"]


def test_a_folder_that_is_gone_is_an_error_with_its_path(pack: Pack, folder: Path) -> None:
    pack.add_organization("org:new", {"eng": "New"})
    before = folder.rename(folder.parent / "moved")
    folder.write_text("a file in its place", encoding="utf-8")
    with pytest.raises(PackError, match=f"{folder}/organizations.yml: cannot be"):
        pack.save()
    assert leftovers(before) == []


@contextmanager
def without_power() -> Iterator[None]:
    """As a user who may not write anywhere: the superuser becomes nobody in particular meanwhile."""
    powerful = os.geteuid() == 0
    if powerful:
        os.seteuid(65534)
    try:
        yield
    finally:
        if powerful:
            os.seteuid(0)


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_all_as_it_was(folder: Path) -> None:
    with TemporaryDirectory() as open_to_all:  # pytest's own folders are closed to others
        Path(open_to_all).chmod(0o755)
        place = Path(shutil.copytree(folder, Path(open_to_all) / "valley"))
        pack = Pack.open(place)
        pack.set("per:ahmad", qid="Q1")
        pack.save()
        pack.set("per:ahmad", qid="Q2")
        before = files_of(place)
        place.chmod(0o555)
        with without_power(), pytest.raises(PackError, match=r"people\.yml: cannot be written: Permission denied"):
            pack.save()
        place.chmod(0o755)
        assert files_of(place) == before


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_fails_leaves_all_as_it_was_and_nothing_beside(
    call: str, pack: Pack, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack.set("per:ahmad", qid="Q2")
    before = files_of(folder)
    plain = getattr(os, call)

    def failing(*arguments: object, **named: object) -> object:
        if call == "open" and ".afgraph-tmp" not in str(arguments[0]):
            return plain(*arguments, **named)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(f"afgraph.packs.authoring.saving.os.{call}", failing)
        with pytest.raises(PackError, match=r"people\.yml: cannot be written: No space left on device"):
            pack.save()
    assert files_of(folder) == before
    assert leftovers(folder) == []
    assert list(pack.changed) == [folder / "people.yml"]
    assert pack.save() == [folder / "people.yml"]


def test_a_file_too_large_for_the_disk_leaves_the_old_one(folder: Path) -> None:
    code = (
        "import resource, sys; from afgraph.packs.authoring import Pack; pack = Pack.open(sys.argv[1]);"
        "pack.set('per:ahmad', about='x' * 20_000);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); pack.save()"
    )
    before = files_of(folder)
    shown = subprocess.run([sys.executable, "-c", code, str(folder)], check=False, capture_output=True, text=True)
    assert "PackError: 1 problem; nothing was saved" in shown.stderr
    assert "people.yml: cannot be written: File too large" in shown.stderr
    assert files_of(folder) == before
    assert leftovers(folder) == []


def test_what_a_killed_process_left_is_swept_away_and_other_peoples_files_are_not(folder: Path) -> None:
    (folder / ".people.yml.0123abcd.afgraph-tmp").write_text("half", encoding="utf-8")
    (folder / ".people.yml.swp").write_text("an editor's", encoding="utf-8")
    Pack.open(folder)
    assert leftovers(folder) == [".people.yml.swp"]
