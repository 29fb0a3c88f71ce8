"""Adding, changing and removing: what comes back, where it lands, what is refused and how that is said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from afgraph.errors import PackError
from afgraph.packs import load_contents
from afgraph.packs.authoring import Pack


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml"))
    }


def test_a_whole_pack_is_made_from_nothing(tmp_path: Path) -> None:
    pack = Pack.create(tmp_path / "a" / "valley", title="The valley: 1994", name="no", license="MIT", version="1.10")
    pack.add_source("src:book", title="A Book", kind="book", published=1999, confidence=0.9, url="https://e.org/#a")
    pack.add_person(
        "per:ahmad",
        {"eng": ["Ahmad", {"short": "Ah", "when": "2019/.."}], "prs": "احمد"},
        born=date(1953, 9, 2),
        about="elder, of the valley",
        qid="Q1",
    )
    pack.add_organization("org:front", {"eng": ["The Front", "Front"]}, schema="Faction", when="1990/1996")
    pack.add_place("plc:valley", {"eng": "Valley"}, schema="Valley", iso="NO", geonames=12)
    pack.add_event("evt:battle", {"eng": "Battle"}, when="1994-01")
    pack.add_position("pos:chief", {"eng": "Chief"})
    pack.add_group("grp:people", {"eng": "People"}, schema="EthnicGroup")
    pack.add_lexeme("lex:valleyi", kind="nisba", forms={"eng": "Valleyi"}, means="plc:valley", note="rare")
    pack.add_claim("per:ahmad leads org:front 1990/1996", source="src:book")
    pack.add_claim("per:ahmad holds_position pos:chief", source="src:book", by=["org:front", "per:ahmad"], confidence=1)
    assert [path.name for path in pack.save()] == [
        "claims.yml",
        "events.yml",
        "groups.yml",
        "lexicon.yml",
        "organizations.yml",
        "people.yml",
        "places.yml",
        "positions.yml",
        "sources.yml",
    ]
    written = texts(pack.folder)
    assert written["pack.yml"] == 'name: "no"\ntitle: "The valley: 1994"\nversion: "1.10"\nlicense: MIT\n'
    assert written["people.yml"] == (
        "per:ahmad:\n  about: elder, of the valley\n  born: 1953-09-02\n  names:\n    eng:\n      - Ahmad\n"
        "      - short: Ah\n        when: 2019/..\n    prs: احمد\n  qid: Q1\n"
    )
    assert written["places.yml"] == (
        'plc:valley:\n  schema: Valley\n  names:\n    eng: Valley\n  iso: "NO"\n  geonames: "12"\n'
    )
    assert written["claims.yml"] == (
        "src:book:\n  - per:ahmad leads org:front 1990/1996\n  - claim: per:ahmad holds_position pos:chief\n"
        "    by: [org:front, per:ahmad]\n    confidence: 1\n"
    )
    assert load_contents([pack.folder], cache=False) == pack.contents()


def test_what_comes_back_is_what_the_loader_reads(pack: Pack) -> None:
    added = [
        pack.add_person("per:bashir", {"eng": ["Bashir", {"short": "B", "source": "src:book"}]}, born=1960),
        pack.add_name("per:bashir", "Baschir", lang="deu", status="misspelling"),
        pack.set("per:bashir", about="x"),
    ]
    source = pack.add_source("src:press", title="Press")
    claim = pack.add_claim("per:bashir rival_of per:zia 1994", source="src:press", quantity="~3000 fighters")
    contents = pack.contents()
    assert added[-1] == contents.entities["per:bashir"]
    assert source == contents.sources["src:press"]
    assert claim == contents.claims[claim.id]


SHELVES = [
    ("person", lambda pack: pack.add_person("per:ahmad-massoue", {"eng": "X"}), "people/a.yml"),
    ("person of another letter", lambda pack: pack.add_person("per:zzz", {"eng": "X"}), "people/s-z.yml"),
    (
        "district",
        lambda pack: pack.add_place("plc:badakhshan/aaa", {"eng": "X"}, schema="District"),
        "places/districts-north.yml",
    ),
    ("country", lambda pack: pack.add_place("plc:norwaz", {"eng": "X"}, schema="Country"), "places/countries.yml"),
    (
        "faction",
        lambda pack: pack.add_organization("org:zzz", {"eng": "X"}, schema="Faction"),
        "organizations/factions.yml",
    ),
    ("channel", lambda pack: pack.add_organization("org:aaa", {"eng": "X"}, schema="Media"), "organizations/media.yml"),
    ("source", lambda pack: pack.add_source("src:bbc-2031", title="X"), "sources/a-h.yml"),
    ("nisba", lambda pack: pack.add_lexeme("lex:aaa", kind="nisba", forms={"eng": "X"}), "lexicon/nisbas.yml"),
    ("title", lambda pack: pack.add_lexeme("lex:aaa", kind="title", forms={"eng": "X"}), "lexicon/titles.yml"),
    (
        "claim",
        lambda pack: pack.add_claim("plc:abbottabad located_in plc:kabul 1994", source="src:general-knowledge"),
        "claims/places.yml",
    ),
    ("asked for", lambda pack: pack.add_person("per:zzz", {"eng": "X"}, file="people/new.yml"), "people/new.yml"),
]


@pytest.mark.parametrize(("add", "file"), [each[1:] for each in SHELVES], ids=[each[0] for each in SHELVES])
def test_entries_land_where_their_neighbours_are(add: Callable[[Pack], object], file: str) -> None:
    pack = Pack.open("afghanistan")
    add(pack)
    assert [path.relative_to(pack.folder).as_posix() for path in pack.changed] == [file]
    document = next(each for each in pack._editor.documents if each.name == file)
    keys = [block.key for block in document.blocks]
    assert keys == sorted(keys)


REFUSED: list[tuple[str, Callable[[Any], object], str]] = [
    (
        "known id",
        lambda p: p.add_person("per:ahmad", {"eng": "A"}),
        "'per:ahmad' stands already at valley/people.yml:4;",
    ),
    ("no id", lambda p: p.add_person("Ahmad", {"eng": "A"}), "'Ahmad' is not an id; ids look like"),
    (
        "wrong prefix",
        lambda p: p.add_person("org:a", {"eng": "A"}),
        "'org:a' has the prefix 'org'; expected one of per",
    ),
    ("no names", lambda p: p.add_person("per:a", {}), "per:a: 'names' must list at least one name"),
    ("no forms", lambda p: p.add_person("per:a", {"eng": []}), "per:a: 'names' must list at least one name"),
    ("names as text", lambda p: p.add_person("per:a", "A"), "per:a: 'names' must list at least one name"),
    ("language", lambda p: p.add_person("per:a", {"english": "A"}), "per:a: 'english' is not a language code"),
    ("kind of name", lambda p: p.add_person("per:a", {"eng": {"nick": "A"}}), "per:a: a name needs its kind as a key"),
    (
        "date",
        lambda p: p.add_person("per:a", {"eng": "A"}, born="2021-02-30"),
        "per:a: born '2021-02-30' is not a date",
    ),
    ("unknown field", lambda p: p.add_person("per:a", {"eng": "A"}, bron=1), "field 'bron' is not known; did you mean"),
    ("schema", lambda p: p.add_person("per:a", {"eng": "A"}, schema="Persn"), "schema 'Persn' is not in the voc"),
    (
        "unknown id",
        lambda p: p.add_person("per:a", {"eng": "A"}, different_from="per:ahmd"),
        "per:a: different_from 'per:ahmd' is defined nowhere; did you mean 'per:ahmad'?",
    ),
    (
        "former id",
        lambda p: p.add_person("per:a", {"eng": "A"}, former_ids="per:zia"),
        "former id 'per:zia' of per:a is",
    ),
    ("true", lambda p: p.add_person("per:a", {"eng": "A"}, about=True), "per:a: about: 'True' is no text"),
    (
        "nothing in a list",
        lambda p: p.add_person("per:a", {"eng": ["A", None]}),
        "per:a: names: eng: 'None' is no text",
    ),
    ("bytes", lambda p: p.add_person("per:a", {"eng": b"A"}), "per:a: names: eng: \"b'A'\" is no text"),
    ("empty", lambda p: p.add_person("per:a", {"eng": "A"}, about=" "), "per:a: about is empty"),
    ("file outside", lambda p: p.add_person("per:a", {"eng": "A"}, file="../a.yml"), "'../a.yml': name a .yml file"),
    ("file of another kind", lambda p: p.add_person("per:a", {"eng": "A"}, file="a.txt"), "'a.txt': name a .yml file"),
    ("header", lambda p: p.add_person("per:a", {"eng": "A"}, file="pack.yml"), "'pack.yml': name a .yml file"),
    ("kind of source", lambda p: p.add_source("src:a", title="A", kind="bok"), "kind 'bok' is not known; did you mean"),
    ("confidence", lambda p: p.add_source("src:a", title="A", confidence=7), "confidence '7' is not a number from 0"),
    (
        "source",
        lambda p: p.add_claim("per:ahmad rival_of per:zia", source="src:bok"),
        "source 'src:bok' is defined now",
    ),
    ("relation", lambda p: p.add_claim("per:ahmad lead per:zia", source="src:book"), "did you mean 'leads'?"),
    ("words", lambda p: p.add_claim("per:ahmad leads", source="src:book"), "'per:ahmad leads' has 2 words; a claim is"),
    ("object", lambda p: p.add_claim("per:ahmad has_strength -", source="src:book"), "a claim without object needs"),
    ("claim's field", lambda p: p.add_claim("per:ahmad rival_of per:zia", source="src:book", nota="x"), "mean 'note'?"),
    (
        "known claim",
        lambda p: p.add_claim("per:ahmad rival_of per:dawud 1994", source="src:book"),
        "claim 'per:ahmad rival_of per:dawud 1994 @book' stands already in valley/claims.yml:2; give it another id",
    ),
    (
        "claim's id",
        lambda p: p.add_claim("per:ahmad rival_of per:zia", source="src:book", id="c2"),
        "claim 'c2' stands",
    ),
    (
        "claims beside their source",
        lambda p: p.add_claim("per:ahmad rival_of per:zia", source="src:book", file="sources.yml"),
        "sources.yml describes src:book; a key stands once in a file",
    ),
    ("no entity", lambda p: p.add_name("per:ahmda", "A", lang="eng"), "'per:ahmda' is not in this pack; did you mean"),
    ("name of a source", lambda p: p.add_name("src:book", "A", lang="eng"), "src:book: only an entity has names"),
    ("known name", lambda p: p.add_name("per:zia", "Zia", lang="eng"), "per:zia: 'Zia' is listed twice in eng"),
    (
        "name's source",
        lambda p: p.add_name("per:zia", "Z", lang="eng", source="src:x"),
        "a name's source 'src:x' is def",
    ),
    ("name's kind", lambda p: p.add_name("per:zia", "Z", lang="eng", kind="nick"), "a name needs its kind as a key"),
    ("lexeme", lambda p: p.add_lexeme("lex:a", kind="nisbah", forms={"eng": "A"}), "did you mean 'nisba'?"),
    (
        "meaning",
        lambda p: p.add_lexeme("lex:a", kind="nisba", forms={"eng": "A"}, means="plc:x"),
        "means 'plc:x' is def",
    ),
    ("set unknown", lambda p: p.set("per:nobody", about="x"), "'per:nobody' is not in this pack; add it first"),
    ("set wrong", lambda p: p.set("per:ahmad", died=1950), "'1953-09-02/1950' ends before it starts"),
    ("set no names", lambda p: p.set("per:ahmad", names=None), "per:ahmad: 'names' must list at least one name"),
    (
        "still named",
        lambda p: p.remove("per:zia"),
        "per:zia is still named by src:book (valley/claims.yml:2); change or remove these first",
    ),
    (
        "source still named",
        lambda p: p.remove("src:book"),
        "src:book is still named by src:book (valley/claims.yml:2), per",
    ),
    ("remove unknown", lambda p: p.remove("per:zi"), "'per:zi' is not in this pack; did you mean 'per:zia'?"),
    ("remove the header", lambda p: p.remove("title"), "'title' is not in this pack"),
    (
        "unknown claim",
        lambda p: p.remove_claim("per:ahmad allied_with per:zia @book"),
        "is not in this pack; did you mean 'per:ahmad allied_with per:zia 1995 @book'?",
    ),
]


@pytest.mark.parametrize(("edit", "says"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_what_the_loader_would_refuse_is_refused_at_once(edit: Callable[[Pack], object], says: str, pack: Pack) -> None:
    before = {each.name: each.content for each in pack._editor.documents}
    with pytest.raises(PackError) as caught:
        edit(pack)
    assert says in str(caught.value)
    assert str(caught.value).startswith("1 problem; nothing was changed\n")
    assert pack.changed == ()
    assert {each.name: each.content for each in pack._editor.documents} == before


def test_all_that_is_wrong_with_an_entry_is_said_at_once(pack: Pack) -> None:
    with pytest.raises(PackError) as caught:
        pack.add_person("per:a", {"english": "A"}, born="soon", schema="Persn")
    assert len(caught.value.problems) == 3


def test_a_broken_pack_opens_and_can_be_mended(folder: Path) -> None:
    (folder / "people.yml").write_text(
        "per:a:\n  born: soon\n  schema: Persn\n  names:\n    eng: A\nper:b:\n  names: [\n", encoding="utf-8"
    )
    (folder / "claims.yml").unlink()
    pack = Pack.open(folder)
    assert len(pack.problems()) == 1
    with pytest.raises(PackError, match="per:b: its text cannot be edited; mend the file by hand"):
        pack.set("per:b", about="x")
    pack.remove("per:b")
    assert len(pack.problems()) == 2
    with pytest.raises(PackError, match="2 problems; nothing was loaded"):
        pack.contents()
    pack.set("per:a", born=1953)  # what else was wrong before does not stand in the way
    pack.set("per:a", schema=None)
    assert pack.problems() == []
    assert pack.save() == [folder / "people.yml"]


def test_a_file_that_is_not_utf8_is_left_alone(folder: Path) -> None:
    (folder / "people.yml").write_bytes("per:a:\n  names:\n    prs: احمد\n".encode("cp1256"))
    pack = Pack.open(folder)
    assert any("is not UTF-8" in each for each in pack.problems())
    with pytest.raises(PackError, match=r"people\.yml: is not UTF-8"):
        pack.add_person("per:b", {"eng": "B"}, file="people.yml")
    assert pack.changed == ()


def test_an_entry_after_a_byte_order_mark_is_known(folder: Path) -> None:
    path = folder / "people.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().partition(b"# The elder.\n")[2])
    pack = Pack.open(folder)
    assert pack.changed == ()
    with pytest.raises(PackError, match="stands already"):
        pack.add_person("per:ahmad", {"eng": "A"})
    assert pack.problems() == []


def test_a_pack_may_stand_on_another(tmp_path: Path) -> None:
    pack = Pack.create(tmp_path / "notes", title="My notes", over=["afghanistan"])
    pack.add_source("src:notebook", title="My notebook")
    pack.add_claim("per:ahmad-massoud opposes org:taliban 2021-08-17/..", source="src:notebook")
    pack.add_person("per:somebody", {"eng": "Somebody"}, different_from="per:ahmad-massoud")
    with pytest.raises(PackError, match="'per:ahmad-massoud' is an id of a pack below this one"):
        pack.add_person("per:ahmad-massoud", {"eng": "Somebody"})
    name = pack.add_name("per:ahmad-massoud", "Ahmad Massud", lang="swe").names[-1]
    assert pack.contents().entities["per:ahmad-massoud"].names[-1] == replace(name, kind="alias")
    pack.add_name("per:ahmad-massoud", "Massud", lang="swe", kind="short")
    with pytest.raises(PackError, match="only an entity has names"):
        pack.add_name("src:notebook", "X", lang="swe")
    with pytest.raises(PackError, match="belongs to a pack below this one"):
        pack.set("per:abdul-rashid-dostum", about="x")
    pack.save()
    both = load_contents(["afghanistan", pack.folder], cache=False)
    assert "per:somebody" in both.entities
    assert len(pack.contents().entities) == len(both.entities)
    assert Pack.open(pack.folder).problems() != []
    assert Pack.open(pack.folder, over=["afghanistan"]).problems() == []


@pytest.mark.parametrize("make", [lambda path: path.write_text("x"), lambda path: (path / "x").mkdir(parents=True)])
def test_nothing_that_exists_is_made_anew(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "valley")
    with pytest.raises(PackError, match="exists already; open it with Pack\\.open, or name a new folder"):
        Pack.create(tmp_path / "valley", title="x")


def test_a_header_is_checked_before_the_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="title is empty"):
        Pack.create(tmp_path / "valley", title=" ")
    with pytest.raises(PackError, match="U\\+202E"):
        Pack.create(tmp_path / "valley", title="a\u202eb")
    assert not (tmp_path / "valley").exists()


@pytest.mark.parametrize(
    ("path", "says"), [("nowhere", "no such folder"), ("valley/people.yml", "is a file"), ("empty", "holds no .yml")]
)
def test_what_is_no_pack_is_not_opened(path: str, says: str, folder: Path) -> None:
    (folder.parent / "empty").mkdir()
    with pytest.raises(PackError, match=says):
        Pack.open(folder.parent / path)


def test_a_pack_shows_itself_in_a_line(pack: Pack, folder: Path) -> None:
    assert repr(pack) == "<Pack valley: 3 entities, 1 sources, 3 claims, 0 lexemes; all saved>"
    pack.add_organization("org:new", {"eng": "New"}, file="more/<b>.yml")
    assert repr(pack).endswith("; not saved: more/<b>.yml>")
    assert "&lt;b&gt;" in pack._repr_html_()
    pack.save()
    assert (folder / "more" / "<b>.yml").is_file()


def test_a_new_source_and_its_claims_share_no_file(pack: Pack) -> None:
    """A key stands once in a file, and both have one key."""
    pack.add_source("src:press", title="Press", file="claims.yml")
    pack.add_claim("per:ahmad rival_of per:zia", source="src:press", file="more.yml")
    pack.add_source("src:radio", title="Radio", file="more.yml")
    pack.add_claim("per:ahmad rival_of per:zia", source="src:radio")
    assert pack.problems() == []


def test_a_name_with_details_follows_one_without(pack: Pack) -> None:
    pack.add_name("per:dawud", "D", lang="eng", kind="short", when="1994/..")
    names = pack.contents().entities["per:dawud"].names
    assert [(name.form, name.kind) for name in names] == [("Dawud", "canonical"), ("D", "short"), ("Дауд", "alias")]
