"""Each rule on a small pack in which it finds something, and on a twin of that pack which is right."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from afgraph.packs import Finding
from afgraph.packs.lint.finding import codes

Lint = Callable[..., list[Finding]]


class Case(NamedTuple):
    """Two packs, each as entries and then claims of one source: one with a finding, and its twin without."""

    code: str
    what: str
    about: list[str]
    fires: list[str]
    twin: list[str]


def entry(entity: str, names: str, more: str = "") -> str:
    return f"{entity}: {{names: {{{names}}}{', ' if more else ''}{more}}}\n"


MASUD = entry("per:a", "eng: Ahmad Masud, prs: احمد مسعود")
KHAN = entry("per:b", "eng: Ismail Khan, prs: اسماعیل خان")
PARTY = entry("org:p", "eng: Jamiat")
OTHER = entry("org:q", "eng: Wahdat")
KABUL = entry("plc:k", "eng: Kabul", "schema: Country")
DEAD = entry("per:a", "eng: Ahmad Masud, prs: احمد مسعود", "born: 1953-09, died: 2001-09")
OVER = entry("org:p", "eng: Jamiat", "when: 1992/1996")

FILES = [
    Case("AF101", "order", ["per:a"], [KHAN + MASUD], [MASUD + KHAN]),
    Case("AF101", "a quoted key", ["per:a"], [KHAN + '"per:a"' + MASUD[5:]], [MASUD + '"per:b"' + KHAN[5:]]),
    Case("AF102", "bidi in a comment", [], ["# \u202e\n" + MASUD], ["# x\n" + MASUD]),
    Case("AF102", "byte order mark", ["per:a"], ["\ufeff" + MASUD], [MASUD]),
    Case("AF102", "zero width space", ["per:a"], [MASUD.replace("Masud", "Ma\u200bsud")], [MASUD]),
    Case("AF102", "soft hyphen", ["per:a"], [MASUD.replace("Masud", "Ma\u00adsud")], [MASUD]),
    Case("AF103", "space", ["per:a"], [MASUD.replace("\n", " \n")], [MASUD]),
    Case("AF103", "tab", ["per:a"], [MASUD.replace("\n", "\t\n")], [MASUD]),
    Case("AF103", "CRLF", ["per:a"], [MASUD.replace("\n", "\r\n")], [MASUD]),
    Case("AF104", "comment only", [], ["# people\n\n  # of the north\n"], ["# people\n" + MASUD]),
]
IDENTITY = [
    Case(
        "AF201",
        "one man as two sources hear him",
        ["per:a", "per:b"],
        [MASUD + entry("per:b", "eng: Ahmad Masoud, prs: آمر")],
        [MASUD + entry("per:b", "eng: Ahmad Masoud, prs: آمر", "different_from: per:a")],
    ),
    Case(
        "AF201",
        "written apart and as one",
        ["per:a", "per:b"],
        [entry("per:a", "eng: Abdul Haq, prs: الف") + entry("per:b", "eng: Abdulhaq, prs: بی")],
        [entry("per:a", "eng: Abdul Haq, prs: الف") + entry("org:b", "eng: Abdulhaq, prs: بی")],
    ),
    Case(
        "AF201",
        "a grandson",
        ["per:a", "per:b"],
        [MASUD + entry("per:b", "eng: Ahmad Masoud, prs: آمر", "born: 1995")],
        [DEAD.replace("2001-09", "1994") + entry("per:b", "eng: Ahmad Masoud, prs: آمر", "born: 1995")],
    ),
    Case(
        "AF202",
        "nearly one name",
        ["per:a", "per:b"],
        [entry("per:a", "eng: Said Nuri, prs: الف") + entry("per:b", "eng: Sayid Nouri, prs: بی")],
        [entry("per:a", "eng: Said Nuri, prs: الف") + entry("per:b", "eng: Sayid Nadiri, prs: بی")],
    ),
    Case(
        "AF203",
        "one form for two",
        ["org:p", "org:q"],
        [PARTY + entry("org:q", "eng: [Wahdat, JAMIAT]")],
        [PARTY + entry("org:q", "eng: [Wahdat, JAMIAT]", "different_from: [org:p]")],
    ),
    Case(
        "AF203",
        "in periods that meet",
        ["org:p", "org:q"],
        [
            entry("org:p", "eng: [Jamiat, {short: Shura, when: 1992/1995}]")
            + entry("org:q", "eng: [Wahdat, {short: Shura, when: 1994/}]")
        ],
        [
            entry("org:p", "eng: [Jamiat, {short: Shura, when: 1992/1993}]")
            + entry("org:q", "eng: [Wahdat, {short: Shura, when: 1994/}]")
        ],
    ),
    Case(
        "AF203",
        "kept apart by a claim",
        ["org:p", "org:q"],
        [PARTY + entry("org:q", "eng: Jamiat"), "org:p opposes org:q 1992"],
        [PARTY + entry("org:q", "eng: Jamiat"), "org:q different_from org:p"],
    ),
    Case(
        "AF204",
        "a guard against itself",
        ["per:a"],
        [MASUD.replace("}\n", ", different_from: per:a}\n")],
        [MASUD.replace("}\n", ", different_from: per:b}\n") + KHAN],
    ),
]
FORMS = [
    Case("AF301", "Latin in Cyrillic", ["per:a"], [MASUD[:-3] + ", rus: Мaсуд}}\n"], [MASUD[:-3] + ", rus: Масуд}}\n"]),
    Case(
        "AF301",
        "in the lexicon",
        ["lex:x"],
        ["lex:x: {kind: nisba, forms: {rus: кабyльский}}\n"],
        ["lex:x: {kind: nisba, forms: {rus: кабульский, jpn: バーミヤン大仏}}\n"],
    ),
    Case("AF302", "a letter", ["org:p"], [entry("org:p", "eng: [Jamiat, J.]")], [entry("org:p", "zho: 美")]),
    Case("AF303", "who", ["org:p"], [entry("org:p", "eng: [Jamiat, Who]")], [entry("org:p", "eng: [Jamiat, Whoe]")]),
    Case("AF303", "only in its language", ["org:p"], [entry("org:p", "prs: را")], [entry("org:p", "ara: را")]),
    Case("AF304", "#Name?", ["org:p"], [entry("org:p", 'eng: "#Name?"')], [entry("org:p", "eng: R&AW")]),
    Case("AF304", "double space", ["org:p"], [entry("org:p", 'eng: "A  B"')], [entry("org:p", "eng: A B")]),
    Case(
        "AF304", "no-break space", ["org:p"], [entry("org:p", "eng: A\u00a0B")], [entry("org:p", "prs: احمد\u200cشاه")]
    ),
    Case("AF305", "no Dari name", ["per:a"], [entry("per:a", "eng: Ahmad Masud")], [MASUD]),
    Case("AF306", "Latin under Russian", ["org:p"], [entry("org:p", "rus: Jamiat")], [entry("org:p", "rus: Джамият")]),
    Case(
        "AF306",
        "an acronym travels",
        ["org:p"],
        [entry("org:p", "eng: Isis, prs: ISIS")],
        [entry("org:p", "eng: Isis, prs: {acronym: ISIS}")],
    ),
]
TIMES = [
    Case(
        "AF401",
        "a member after death",
        ["per:a", "per:a member_of org:p 2002 @s"],
        [PARTY + DEAD, "per:a member_of org:p 2002"],
        [PARTY + DEAD, "per:a member_of org:p 2001"],
    ),
    Case(
        "AF401",
        "a member still",
        ["per:a", "per:a member_of org:p 1979/.. @s"],
        [PARTY + DEAD, "per:a member_of org:p 1979/.."],
        [PARTY + DEAD, "per:a member_of org:p 1979/"],
    ),
    Case(
        "AF401",
        "fought when dead, and denied",
        ["per:a", "per:b fought per:a 2003 @s"],
        [DEAD + KHAN, "per:b fought per:a 2003"],
        [DEAD + KHAN, "{claim: per:b fought per:a 2003, modality: denied}"],
    ),
    Case(
        "AF401",
        "lists keep the dead",
        ["per:a", "org:p killed per:a 2002 @s"],
        [PARTY + DEAD, "org:p killed per:a 2002"],
        [PARTY + DEAD, "org:p sanctions per:a 2002"],
    ),
    Case(
        "AF402",
        "a leader before birth",
        ["per:a", "per:a leads org:p 1940 @s"],
        [PARTY + DEAD, "per:a leads org:p 1940"],
        [PARTY + DEAD, "per:a leads org:p 1953"],
    ),
    Case(
        "AF403",
        "in a body that was over",
        ["org:p", "per:b member_of org:p 1997 @s"],
        [OVER + KHAN, "per:b member_of org:p 1997"],
        [OVER + KHAN, "per:b member_of org:p 1996"],
    ),
    Case(
        "AF403",
        "in a body to come",
        ["org:p", "per:b leads org:p 1980/1993 @s"],
        [OVER + KHAN, "per:b leads org:p 1980/1993"],
        [OVER + KHAN, "per:b founded org:p 1990"],
    ),
    Case(
        "AF403",
        "what follows comes after",
        ["org:p", "org:p allied_with org:q 1997 @s"],
        [OVER + OTHER, "org:p allied_with org:q 1997"],
        [OVER + OTHER, "org:p succeeded_by org:q 1997"],
    ),
    Case(
        "AF404",
        "undated",
        ["per:b member_of org:p @s"],
        [PARTY + KHAN, "per:b member_of org:p"],
        [PARTY + MASUD + KHAN, "per:b member_of org:p /1996", "per:a child_of per:b"],
    ),
    Case(
        "AF407",
        "a solar Hijri birth",
        ["per:a"],
        [entry("per:a", "eng: Ahmad Masud, prs: احمد مسعود", "born: 1357")],
        [entry("per:a", "eng: Ahmad Masud, prs: احمد مسعود", "born: 1978")],
    ),
    Case(
        "AF407",
        "a solar Hijri day of a claim",
        ["per:b leads org:p 1371-02-08/1371-04 @s"],
        [PARTY + KHAN, "per:b leads org:p 1371-02-08/1371-04"],
        [PARTY + KHAN, "per:b leads org:p 1249/1451", "per:b leads org:p 14XX"],
    ),
    Case(
        "AF407",
        "a book",
        ["src:x"],
        [PARTY + OTHER + "src:x: {title: X, published: 1380}\n", "{claim: org:p met org:q 1992, by: src:x}"],
        [PARTY + OTHER + "src:x: {title: X, published: 2001}\n", "{claim: org:p met org:q 1992, by: src:x}"],
    ),
    Case(
        "AF503",
        "a place in no place",
        ["plc:v"],
        [KABUL + entry("plc:v", "eng: Panjshir")],
        [KABUL + entry("plc:v", "eng: Panjshir"), "plc:v located_in plc:k"],
    ),
]
STRUCTURE = [
    Case(
        "AF501",
        "places",
        ["plc:a", "plc:b"],
        [
            entry("plc:a", "eng: Aybak") + entry("plc:b", "eng: Bagram"),
            "plc:a located_in plc:b",
            "plc:b located_in plc:a",
        ],
        [
            entry("plc:a", "eng: Aybak") + entry("plc:b", "eng: Bagram") + KABUL,
            "plc:a located_in plc:b",
            "plc:b located_in plc:k",
        ],
    ),
    Case(
        "AF501",
        "members of each other, at one time",
        ["org:p", "org:q"],
        [PARTY + OTHER, "org:p member_of org:q 1992/1994", "org:q faction_of org:p 1994/1996"],
        [PARTY + OTHER, "org:p member_of org:q 1992/1993", "org:q faction_of org:p 1994/1996"],
    ),
    Case(
        "AF502",
        "domain",
        ["per:a", "per:a faction_of org:p 1992 @s"],
        [PARTY + MASUD, "per:a faction_of org:p 1992"],
        [PARTY + MASUD, "per:a member_of org:p 1992"],
    ),
    Case(
        "AF502",
        "range",
        ["per:b", "per:a member_of per:b 1992 @s"],
        [MASUD + KHAN, "per:a member_of per:b 1992"],
        [MASUD + KHAN, "per:a allied_with per:b 1992"],
    ),
]
CONTRADICTIONS = [
    Case(
        "AF601",
        "with and against",
        ["org:p", "org:q"],
        [PARTY + OTHER, "org:p allied_with org:q 1992/1994", "org:q fought org:p 1993/1995"],
        [PARTY + OTHER, "org:p allied_with org:q 1992/1993-05-01", "org:q fought org:p 1993-05-01/1995"],
    ),
    Case(
        "AF601",
        "marked by a note",
        ["org:p", "org:q"],
        [PARTY + OTHER, "org:p supports org:q 1992/1994", "org:p rival_of org:q 1992/1994"],
        [PARTY + OTHER, "org:p supports org:q 1992/1994", "{claim: org:p rival_of org:q 1992/1994, note: both}"],
    ),
    Case(
        "AF601",
        "so and not so",
        ["org:p", "org:q"],
        [
            PARTY + OTHER,
            "org:p met org:q 1992/1994",
            "{claim: org:q met org:p 1993/1995, polarity: negative}",
        ],
        [
            PARTY + OTHER,
            "org:p met org:q 1992/1994",
            "{claim: org:q met org:p 1993/1995, polarity: negative, modality: reported}",
        ],
    ),
    Case("AF602", "a source", ["src:x"], [PARTY + "src:x: {title: X}\n"], [entry("org:p", "eng: {alias: A A}")]),
    Case(
        "AF602",
        "a source of names",
        ["src:x"],
        [PARTY + "src:x: {title: X}\n"],
        [entry("org:p", "eng: {alias: Jamiat, source: src:x}") + "src:x: {title: X}\n"],
    ),
    Case(
        "AF602",
        "a speaker",
        ["src:x"],
        [PARTY + "src:x: {title: X}\n"],
        [PARTY + OTHER + "src:x: {title: X}\n", "{claim: org:p met org:q 1992, by: src:x}"],
    ),
]
CASES = [*FILES, *IDENTITY, *FORMS, *TIMES, *STRUCTURE, *CONTRADICTIONS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.what}")
def test_a_rule_finds_what_is_wrong(case: Case, lint: Lint) -> None:
    found = lint(*case.fires)
    [finding] = [each for each in found if each.code == case.code]
    assert sorted(finding.about) == sorted(case.about)
    assert finding.severity == codes()[case.code].severity
    assert finding.line > 0
    assert finding.file.endswith((".yml",))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.what}")
def test_a_rule_is_silent_about_what_is_right(case: Case, lint: Lint) -> None:
    assert [str(each) for each in lint(*case.twin) if each.code == case.code] == []


def test_every_rule_has_a_case() -> None:
    tried_elsewhere = {"AF001", "AF002", "AF003", "AF105", "AF405", "AF406"}
    assert {case.code for case in CASES} | tried_elsewhere == set(codes())


FIRM = ["AF405"]
UNSURE = ["AF406"]


@pytest.mark.parametrize(
    ("kind", "confidence", "claims", "found"),
    [
        ("general", 0.9, ["per:b leads org:p 1992-04-28/1993"], FIRM),
        ("unnamed", None, ["per:b leads org:p 1992-04-28/1993"], FIRM),
        ("general", 0.7, ["per:b leads org:p 1992-04-28/1993"], UNSURE),
        ("general", 0.9, ["per:b leads org:p 1992-04/1993"], []),
        ("general", 0.9, ["{claim: per:b leads org:p 1992-04-28/1993, confidence: 0.5}"], UNSURE),
        ("book", 0.9, ["per:b leads org:p 1992-04-28/1993"], []),
    ],
    ids=["firm", "no word on it", "as general knowledge is", "month", "own confidence", "book"],
)
def test_a_day_needs_somebody_who_attests_it(
    kind: str, confidence: float | None, claims: list[str], found: list[str], lint: Lint
) -> None:
    assert [each.code for each in lint(PARTY + KHAN, *claims, kind=kind, confidence=confidence)] == found


def test_a_day_of_an_entity_is_attested_by_a_claim_with_an_address(lint: Lint) -> None:
    killed = entry("per:b", "eng: Ismail Khan, prs: اسماعیل خان", "died: 1997-05-02")
    assert [each.code for each in lint(PARTY + killed)] == UNSURE
    assert lint(PARTY + killed, "org:p killed per:b 1997-05-02") == []


def test_a_finding_about_a_name_points_at_its_line(lint: Lint) -> None:
    text = "org:p:\n  names:\n    eng:\n      - Jamiat\n      - Who\n"
    [finding] = lint(text)
    assert str(finding).startswith("pack-0/entries.yml:5: AF303 'Who' is a common word in eng")
