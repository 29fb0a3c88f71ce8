"""What tests of every layer share: the shipped graph, small packs, random graphs, a cache folder of their own."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st

import afgraph as af
from afgraph.dates import parse_interval
from afgraph.model import Claim, Contents, Entity, Name, Source
from afgraph.packs import Finding, lint_pack, load_contents

settings.register_profile("afgraph", deadline=None)  # two busy cores make any deadline a coin toss
settings.load_profile("afgraph")


LoadPack = Callable[..., af.KnowledgeGraph]
Lint = Callable[..., list[Finding]]

_PERSONS = ["per:a", "per:b", "per:c"]
_BODIES = {"org:f": "Faction", "org:g": "Faction", "org:k": "Coalition", "org:z": "Government"}
_TIMES = [
    *["1990/.."] * 6,
    *[None, "1990/1995", "1992/1993", "1994/..", "/1993", "1996/", "1993", "1993-02/1994~", "1992-06-01/1993-01"],
]
_RELATIONS = ["member_of", "member_of", "faction_of", "faction_of", "leads", "allied_with", "fought", "supports"]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder that no other run has filled, and that the user's own stays apart from."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AFGRAPH_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def plain_environment() -> Iterator[None]:
    """No width of somebody's terminal, and processes that need not compile the whole library when they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COLUMNS", raising=False)
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture(autouse=True)
def own_garbage(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whoever counts processor time does not pay for a search for cycles in all that other tests have left."""
    code = getattr(request.function, "__code__", None)  # an example in a docstring has none
    if code is None or "process_time" not in code.co_names:
        yield
        return
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def kg(own_cache: Path) -> af.KnowledgeGraph:
    """The graph of the shipped pack."""
    return af.load()


@pytest.fixture
def load_pack(tmp_path: Path) -> LoadPack:
    """Loads a small pack from the text of its entities and sources, and from claims, all of the source `src:s`."""

    def load(entries: str, *claims: str) -> af.KnowledgeGraph:
        folder = tmp_path / f"pack-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        (folder / "pack.yml").write_text("name: small\ntitle: Small\nversion: 1\nlicense: MIT\n", encoding="utf-8")
        (folder / "entries.yml").write_text(f"{entries}src:s:\n  title: S\n  kind: book\n", encoding="utf-8")
        if claims:
            listed = "".join(f"  - {claim}\n" for claim in claims)
            (folder / "claims.yml").write_text(f"src:s:\n{listed}", encoding="utf-8")
        return af.load(folder)

    return load


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


@pytest.fixture(scope="session")
def random_contents(own_cache: Path) -> st.SearchStrategy[Contents]:
    """Contents of three persons, four bodies and a few random claims among them, with the shipped vocabulary."""
    shipped = load_contents(["afghanistan"])
    entities = {each.id: each for each in map(_entity, [*_PERSONS, *_BODIES])}

    def contents(claims: list[Claim]) -> Contents:
        numbered = {f"c{at}": _numbered(claim, f"c{at}") for at, claim in enumerate(claims)}
        source = Source(id="src:s", title="S", kind="book", confidence=0.8)
        return Contents(
            entities=entities,
            sources={source.id: source},
            claims=numbered,
            relations=shipped.relations,
            schemas=shipped.schemas,
        )

    return st.lists(_claims(), min_size=1, max_size=14).map(contents)


def _entity(entity_id: str) -> Entity:
    name = Name(form=entity_id[4:].upper() + "x", lang="eng", script="Latn", kind="canonical")
    died = parse_interval("1950/1994-03") if entity_id == "per:c" else None
    return Entity(id=entity_id, schema=_BODIES.get(entity_id, "Person"), names=(name,), lifespan=died)


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    relation = draw(st.sampled_from(_RELATIONS))
    bodies = sorted(_BODIES)
    subjects = {"leads": _PERSONS, "faction_of": bodies}.get(relation, [*_PERSONS, *bodies])
    objects = bodies if relation in ("member_of", "leads", "faction_of") else [*_PERSONS, *bodies]
    subject = draw(st.sampled_from(subjects))
    when = draw(st.sampled_from(_TIMES))
    return Claim(
        id="",
        subject=subject,
        relation=relation,
        object=draw(st.sampled_from([each for each in objects if each != subject])),
        source="src:s",
        when=None if when is None else parse_interval(when),
        modality=draw(st.sampled_from([*["asserted"] * 8, "reported", "denied"])),
        confidence=draw(st.sampled_from([None, 0.3, 0.9])),
    )


def _numbered(claim: Claim, number: str) -> Claim:
    return replace(claim, id=number)


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, not there yet, in which packs are kept."""
    path = tmp_path / "cache" / "deep"
    monkeypatch.setenv("AFGRAPH_CACHE", str(path))
    return path
