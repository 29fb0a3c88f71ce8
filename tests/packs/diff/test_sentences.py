"""Two packs as people write them, and what is said of the difference."""

from pathlib import Path

import pytest

from afgraph.packs import load_contents
from afgraph.packs.diff import PackDiff, diff

BASE = """\
org:hig:
  names:
    eng: Hizb-e Islami
org:sh:
  names:
    eng: Shura-e Hamahangi
per:a:
  about: leader
  born: 1944
  died: 2001
  names:
    eng:
      - Anna
      - alias: Ann
        source: src:m
    prs: آنا
src:m:
  title: Maley
  confidence: 0.9
lex:haji:
  kind: title
  forms:
    eng: [Haji, Hajji]
"""
CLAIM = "src:m:\n  - org:hig member_of org:sh 1994-01-01/1996-05\n"
DETAILED = "src:m:\n  - claim: org:hig member_of org:sh 1994-01-01/1996-05\n    {}\n"
TWO = "src:m:\n  - org:hig fought org:sh 1992/1993\n  - org:hig fought org:sh 1994/1995\n"


def changes(folder: Path, old: tuple[str, str], new: tuple[str, str]) -> PackDiff:
    sides = []
    for name, (entries, claims) in (("old", old), ("new", new)):
        (folder / name).mkdir()
        (folder / name / "entries.yml").write_text(entries, encoding="utf-8")
        (folder / name / "claims.yml").write_text(claims, encoding="utf-8")
        sides.append(load_contents([folder / name], cache=False))
    return diff(*sides)


ENTRIES = [
    ("died: 2001", "died: 2001-09-09", "per:a: died 2001 -> 2001-09-09"),
    ("  died: 2001\n", "", "per:a: died - 2001"),
    ("  born: 1944\n  died: 2001\n", "  born: 1944~\n", "per:a: born 1944 -> 1944~; died - 2001"),
    ("about: leader", "about: the leader", "per:a: about leader -> the leader"),
    ("org:sh:\n", "org:sh:\n  when: 1994/1996\n", "org:sh: when + 1994/1996"),
    ("org:sh:\n", "org:sh:\n  schema: Coalition\n", "org:sh: schema Organization -> Coalition"),
    ("org:sh:\n", "org:sh:\n  different_from: org:hig\n", "org:sh: different_from + org:hig"),
    ("org:sh:\n", "org:sh:\n  former_ids: org:gone\n", "org:sh: former_ids + org:gone"),
    ("alias: Ann", "short: Ann", "per:a [eng] Ann: kind alias -> short"),
    ("        source: src:m\n", "", "per:a [eng] Ann: status attested -> listed; source - src:m"),
    ("alias: Ann\n", "alias: Ann\n        when: 2019/..\n", "per:a [eng] Ann: when + 2019/.."),
    ("    prs: آنا\n", "    pus: آنا\n", "per:a [pus] آنا: lang prs -> pus"),
    ("    prs: آنا\n", "", "name removed: per:a [prs] آنا (alias, listed)"),
    ("- Anna\n", "- Anna\n      - Anne\n", "name added: per:a [eng] Anne (alias, listed)"),
    ("title: Maley", "title: Maley\n  kind: book", "src:m: kind general -> book"),
    ("confidence: 0.9", "confidence: 0.8", "src:m: confidence 0.9 -> 0.8"),
    ("[Haji, Hajji]", "[Haji, Hadschi]", "lex:haji: forms + Hadschi [eng]; forms - Hajji [eng]"),
    ("per:a:\n", "per:b:\n  names:\n    eng: Bo\nper:a:\n", "entity added: per:b (Bo)"),
    (
        "lex:haji",
        "lex:hajji",
        "lexeme added: lex:hajji (title: Haji, Hajji)\nlexeme removed: lex:haji (title: Haji, Hajji)",
    ),
]


@pytest.mark.parametrize(("before", "after", "sentence"), ENTRIES, ids=[each[2][:40] for each in ENTRIES])
def test_a_change_to_an_entry_is_said_in_a_sentence(before: str, after: str, sentence: str, tmp_path: Path) -> None:
    assert BASE.count(before) == 1
    assert str(changes(tmp_path, (BASE, CLAIM), (BASE.replace(before, after), CLAIM))) == sentence


CLAIMS = [
    ("end", CLAIM, CLAIM.replace("05\n", "06\n"), "org:hig member_of org:sh: end 1996-05 -> 1996-06"),
    ("start", CLAIM, CLAIM.replace("1994-01-01", "1994"), "org:hig member_of org:sh: start 1994-01-01 -> 1994"),
    (
        "both",
        CLAIM,
        CLAIM.replace("1994-01-01/1996-05", "1995"),
        "org:hig member_of org:sh: when 1994-01-01/1996-05 -> 1995",
    ),
    ("no time", CLAIM, CLAIM.replace(" 1994-01-01/1996-05", ""), "org:hig member_of org:sh: when - 1994-01-01/1996-05"),
    ("modality", CLAIM, DETAILED.format("modality: denied"), "org:hig member_of org:sh: modality asserted -> denied"),
    ("confidence", CLAIM, DETAILED.format("confidence: 0.5"), "org:hig member_of org:sh: confidence + 0.5"),
    ("speakers", CLAIM, DETAILED.format("by: [per:a, src:m]"), "org:hig member_of org:sh: by + per:a, src:m"),
    ("an id given", CLAIM, DETAILED.format("id: c7"), "org:hig member_of org:sh: id + c7"),
    (
        "another end under its id",
        DETAILED.format("id: c7"),
        DETAILED.format("id: c7").replace("org:sh", "per:a"),
        "org:hig member_of per:a: object org:sh -> per:a",
    ),
    (
        "quantity",
        "src:m:\n  - claim: org:hig has_strength - 1994\n    quantity: ~3000 men\n",
        "src:m:\n  - claim: org:hig has_strength - 1994\n    quantity: '>3000 men'\n",
        "org:hig has_strength >3,000 men: quantity ~3,000 men -> >3,000 men",
    ),
    (
        "object",
        CLAIM,
        CLAIM.replace("org:sh", "per:a"),
        (
            "claim added: org:hig member_of per:a 1994-01-01/1996-05 (src:m)\n"
            "claim removed: org:hig member_of org:sh 1994-01-01/1996-05 (src:m)"
        ),
    ),
    ("the nearer of two", TWO, TWO.replace("1994/1995", "1994/1996"), "org:hig fought org:sh: end 1995 -> 1996"),
    (
        "one of two gone, the other moved",
        TWO,
        "src:m:\n  - org:hig fought org:sh 1994/1996\n",
        "claim removed: org:hig fought org:sh 1992/1993 (src:m)\norg:hig fought org:sh: end 1995 -> 1996",
    ),
    (
        "symmetric, ends swapped",
        TWO,
        TWO.replace("org:hig fought org:sh 1992", "org:sh fought org:hig 1992"),
        "org:sh fought org:hig: subject org:hig -> org:sh; object org:sh -> org:hig",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), [each[1:] for each in CLAIMS], ids=[each[0] for each in CLAIMS])
def test_a_change_to_a_claim_is_said_in_a_sentence(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    assert str(changes(tmp_path, (BASE, old), (BASE, new))) == sentence


def test_each_change_says_where_it_stands_now_or_stood(tmp_path: Path) -> None:
    claims = CLAIM.replace("org:sh ", "per:a ")
    found = changes(tmp_path, (BASE, CLAIM), (BASE.replace("      - Anna\n", "      - Anna\n      - Anne\n"), claims))
    assert [each.entry.at for each in found] == ["new/entries.yml:14", "new/claims.yml:2", "old/claims.yml:2"]


def test_a_renamed_entity_is_one_change_and_its_claims_are_none(tmp_path: Path) -> None:
    new = BASE.replace("org:sh:\n", "org:shura:\n  former_ids: org:sh\n  about: council\n")
    found = changes(tmp_path, (BASE, CLAIM), (new, CLAIM.replace("org:sh", "org:shura")))
    assert str(found) == "entity renamed: org:sh -> org:shura; about + council"
    assert str(found.turned()) == "entity renamed: org:shura -> org:sh; about - council"


def test_two_entities_made_one_are_a_merge_and_the_way_back_a_split(tmp_path: Path) -> None:
    new = BASE.replace("org:sh:\n  names:\n    eng: Shura-e Hamahangi\n", "").replace(
        "org:hig:\n", "org:hig:\n  former_ids: org:sh\n"
    )
    claims = "src:m:\n  - {} fought per:a 1994\n"
    found = changes(tmp_path, (BASE, claims.format("org:sh")), (new, claims.format("org:hig")))
    assert str(found) == "entity merged: org:sh into org:hig"
    assert str(found.turned()) == "entity split: org:sh from org:hig"


def test_files_keys_comments_and_order_never_matter(tmp_path: Path) -> None:
    one, two = TWO.splitlines()[1:]
    mixed = f"# other words\nsrc:m:\n{two}  # why\n{one}\n"
    entries = BASE.replace("  about: leader\n  born: 1944\n", "  born: 1944\n  about: leader\n")
    assert str(changes(tmp_path, (BASE, TWO), (f"# a comment\n\n{entries}", mixed))) == ""


def test_a_diff_counts_and_selects_its_changes(tmp_path: Path) -> None:
    new = BASE.replace("died: 2001", "died: 2002").replace("      - Anna\n", "      - Anna\n      - Anne\n")
    found = changes(tmp_path, (BASE, CLAIM), (new, TWO))
    assert found.summary == "1 entity changed, 1 name added, 2 claims added, 1 claim removed"
    assert repr(found) == f"<PackDiff: {found.summary}>"
    assert [each.how for each in found.about("claim")] == ["added", "added", "removed"]
    assert found[:1] == found.about("entity")
    assert hash(found) == hash(found.turned().turned())
    told = found.to_dict()
    assert told["changes"][0]["fields"] == [{"field": "died", "old": "2001", "new": "2002"}]
    assert told["summary"] == found.summary
