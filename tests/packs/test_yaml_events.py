"""What could harm is refused with its place, whichever of PyYAML's two parsers is installed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from afgraph.packs import yaml_events
from afgraph.packs.nodes import Mapping, Node, Problems, Scalar, Sequence
from afgraph.packs.yaml_events import read_yaml

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]

REFUSED = [
    ("anchor", b"a: &x 1\nb: 2\n", "1:4: uses an anchor (&x); remove it"),
    ("alias", b"a: 1\nb: *x\n", "2:4: uses an alias (*x); write it out"),
    ("tag", b"a: !!str 1\n", "1:4: uses a tag (tag:yaml.org,2002:str); remove it"),
    ("local tag", b"a: !x {b: c}\n", "1:4: uses a tag (!x); remove it"),
    ("merge key", b"a:\n  <<: {b: c}\n", "2:3: a merge key ('<<'); write the fields out"),
    ("bomb", b"a: &a [x, x]\nb: &b [*a, *a]\nc: {<<: [*b, *b]}\n", "1:4: uses an anchor (&a); remove it"),
    (
        "python",
        b"a: !!python/object/apply:os.system ['touch PWNED']\n",
        "1:4: uses a tag (tag:yaml.org,2002:python/obj",
    ),
    ("python name", b"a: b\nc: !!python/name:os.system ''\n", "2:4: uses a tag (tag:yaml.org,2002:python/name:os."),
    ("deep list", b"\n" + b"[" * 200_000, "2:"),
    ("deep mapping", b"{a: " * 200_000, "1:49: is nested more than 12 deep; flatten it"),
    ("deep block", b"- " * 200_000, "1:25: is nested more than 12 deep; flatten it"),
    ("UTF-16", "a: b\n".encode("utf-16"), "1:1: is not UTF-8 (byte 0; looks like UTF-16)"),
    ("Windows-1256", "a: b\nc: مسعود\n".encode("windows-1256"), "2:4: is not UTF-8 (byte 8; looks like windows-1256)"),
    ("Windows-1251", "a: b\nc: Масуд\n".encode("windows-1251"), "2:4: is not UTF-8 (byte 8; looks like windows-1251)"),
    ("cut letter", "a: b\nc: م".encode()[:-1], "2:4: is not UTF-8 (byte 8)"),
    ("surrogate", b"a: \xed\xa0\x80\n", "1:4: is not UTF-8 (byte 3)"),
    ("NUL", "a: м\nи: м\0".encode(), "2:5: is not YAML: holds the character U+0000; remove it"),
    ("escape", b"a: b\n\x1b[31m: c\n", "2:1: is not YAML: holds the character U+001B; remove it"),
    ("two documents", b"a: b\n---\nc: d\n", "3:1: a second document; a file holds one"),
    ("list as key", b"a: b\n? [c]\n: d\n", "2:3: a key must be plain text"),
    ("duplicate", b"a: b\nc: d\na: e\n", "3:1: 'a' stands already at line 1; merge the two"),
    ("conflict", b"a: b\n<<<<<<< HEAD\nc: d\n", "3:"),
    ("open bracket", b"a: [b\n", "2:1: is not YAML: "),
    ("tab", b"a:\n\tb: c\n", "2:1: is not YAML: a tab begins a line or a word; indent with spaces"),
    (
        "next line",
        "a: b\r\nc: d\x85e: f\n".encode(),
        "2:5: holds the line break U+0085, which cannot be seen",
    ),
    ("line separator", "a: b\nc: {d: e,\u2028 f: g}\n".encode(), "2:10: holds the line break U+2028"),
]


@pytest.fixture(params=LOADERS, ids=["python", "installed"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "_LOADER", request.param)


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(("content", "starts"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_what_could_harm_is_refused_at_its_place(
    content: bytes, starts: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    problems = Problems()
    before = time.process_time()
    read_yaml(content, "x.yml", problems)
    assert time.process_time() - before < 1
    assert problems.found[0].startswith(f"x.yml:{starts}")
    assert len(problems.found) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_beyond_the_largest_is_not_even_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "_LARGEST", 10)
    problems = Problems()
    assert read_yaml(b"\xff" * 11, "x.yml", problems) is None
    assert problems.found == ["x.yml:1:1: 11 bytes, and a pack file has at most 10; split it"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# comment\n", "# комментарий, شرح".encode()])
def test_an_empty_document_is_nothing_and_no_problem(content: bytes) -> None:
    problems = Problems()
    assert read_yaml(content, "x.yml", problems) is None
    assert problems.found == []


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    problems = Problems()
    assert plain(read_yaml(b"\xef\xbb\xbfa: b\n", "x.yml", problems)) == {"a": "b"}
    assert problems.found == []


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(each) for each in node.items]
    return node.text if isinstance(node, Scalar) else None


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff"), max_size=12)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
)


@given(tree=TREES.filter(lambda tree: "<<" not in repr(tree)), flow=st.booleans())
def test_text_lists_and_mappings_come_back_as_they_were_written(tree: object, *, flow: bool) -> None:
    written = yaml.dump(tree, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, default_flow_style=flow)
    content = written.replace("!!str ", "").encode()
    problems = Problems()
    found = read_yaml(content, "x.yml", problems)
    assert problems.found == [] or "nested more than" in problems.found[0]
    assert problems.found or plain(found) == tree


def marks(node: Node) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, Scalar):
        yield node.text, node.mark.line, node.mark.column
    for each in node.items if isinstance(node, Sequence) else []:
        yield from marks(each)
    for key, value in node.items if isinstance(node, Mapping) else []:
        yield from (*marks(key), *marks(value))


def test_every_node_knows_its_line_and_column() -> None:
    document = read_yaml("имя:\n  - کابل\n  - {a: b}\n".encode(), "x.yml", Problems())
    assert document is not None
    assert list(marks(document)) == [("имя", 1, 1), ("کابل", 2, 5), ("a", 3, 6), ("b", 3, 9)]


@given(st.binary(max_size=200) | st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@ \n\t?,<~\\\u202e\x00é"), max_size=60))
def test_any_bytes_are_read_or_refused_with_a_place(content: bytes | str) -> None:
    problems = Problems()
    found = read_yaml(content if isinstance(content, bytes) else content.encode(), "x.yml", problems)
    assert found is None or plain(found) is not None
    assert all(problem.startswith("x.yml:") for problem in problems.found)


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        ("per:a:\n  names: {eng: A}\n     ", True),
        ("per:a:\n  names:", True),
        ("per:a:\n  names:\n    eng:\n      -", True),
        ("per:a:\n  names: {eng: A}\n", False),
        ("per:a:\n  names: {eng: A}", False),
    ],
)
def test_a_file_that_was_cut_off_is_noticed(content: str, cut: bool) -> None:  # noqa: FBT001 - a table's column
    problems = Problems()
    read_yaml(content.encode(), "x.yml", problems)
    assert any("may be cut off" in problem for problem in problems.found) == cut
