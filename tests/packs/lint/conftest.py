from collections.abc import Callable
from pathlib import Path

import pytest

from afgraph.packs import Finding, lint_pack

Lint = Callable[..., list[Finding]]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """Lints a pack of some entries and of claims that are all of one source, `src:s`."""

    def run(
        entries: str, *claims: str, kind: str = "book", confidence: float | None = None, info: bool = True
    ) -> list[Finding]:
        folder = tmp_path / f"pack-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        (folder / "entries.yml").write_bytes(entries.encode())
        if claims:
            sure = "" if confidence is None else f", confidence: {confidence}"
            (folder / "sources.yml").write_text(f"src:s: {{title: S, kind: {kind}{sure}}}\n", encoding="utf-8")
            listed = "".join(f"  - {claim}\n" for claim in claims)
            (folder / "claims.yml").write_text(f"src:s:\n{listed}", encoding="utf-8")
        return lint_pack(folder, info=info)

    return run
