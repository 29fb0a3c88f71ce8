"""The house: imports go down, nothing goes in circles, nothing grows too large."""

import ast
from pathlib import Path

import grimp
import networkx
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("afgraph", "tests", "benchmarks", "tools")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
LONGEST_FUNCTION = 50
LONGEST_FILE = 400


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports() == 0


def test_no_modules_import_each_other_in_a_circle() -> None:
    imports = grimp.build_graph("afgraph", cache_dir=None)
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for module in imports.modules:
        graph.add_edges_from((module, imported) for imported in imports.find_modules_directly_imported_by(module))
    assert len(graph) > 50
    assert [sorted(each) for each in networkx.strongly_connected_components(graph) if len(each) > 1] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "afgraph").rglob("*.py")), ids=lambda path: path.stem)
def test_no_table_stands_in_python(path: Path) -> None:
    """Vocabularies and rules are data files; a long literal of constants is a table that crept in."""
    literals = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict | ast.Set | ast.List | ast.Tuple)
    )
    sizes = [sum(isinstance(each, ast.Constant) for each in ast.walk(node)) for node in literals]
    assert max(sizes, default=0) <= 40
