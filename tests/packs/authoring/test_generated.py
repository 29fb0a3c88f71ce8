"""hypothesis: whatever a random sequence of edits says was added is what the saved pack loads as."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afgraph.errors import PackError
from afgraph.model import Claim, Entity, Lexeme, Source
from afgraph.packs import load_contents
from afgraph.packs.authoring import Pack

_WORDS = st.text(
    st.sampled_from("abcXYZ019 -_:#,.'\"[]{}&*!|>%@`?~=/\\\u200c\u0301İşğاحمدمسعودپښЯйғ漢😀\t"), min_size=1, max_size=24
)
_NAME = _WORDS | st.sampled_from(["No", "null", "1994", "1_000", "0o7", "=", "a: b", "~", "2021-01-01"])
_LANGS = st.sampled_from(["eng", "prs", "tur", "yes", "nan", "off"])
_DATES = st.sampled_from(["1953", "1953-09-02", "1953-09", "1950~", "1990?", 1960])
_TIMES = st.sampled_from(["1990/..", "1990/1995", "1993-02/1994~", "/1993", "1996/"])
_KINDS = st.sampled_from(["alias", "short", "title", "nickname", "acronym", "former", "canonical"])
_SLUGS = st.sampled_from(["a", "b", "ab", "a-1", "c/d", "zz", "m", "0"])


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


_FORM = _NAME | st.builds(
    lambda kind, form, more: {kind: form, **more}, _KINDS, _NAME, some(when=_TIMES, source=st.just("src:a"))
)
_NAMES = st.dictionaries(_LANGS, _FORM | st.lists(_FORM, min_size=1, max_size=4), min_size=1, max_size=3)
_ID = st.builds(lambda prefix, slug: f"{prefix}:{slug}", st.sampled_from(["per", "org"]), _SLUGS)

_CLAIM = st.builds(
    lambda one, relation, other, when: " ".join([one, relation, other, *([when] if when else [])]),
    _ID,
    st.sampled_from(["rival_of", "allied_with", "supports"]),
    _ID | st.just("-"),
    st.none() | _TIMES,
)
Edit = Callable[[Pack], object]
_EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        lambda slug, names, more: lambda pack: pack.add_person(f"per:{slug}", names, **more),
        _SLUGS,
        _NAMES,
        some(about=_WORDS, born=_DATES, different_from=_ID, qid=st.just("Q7"), file=st.just("more/a.yml")),
    ),
    st.builds(
        lambda slug, names, more: lambda pack: pack.add_organization(f"org:{slug}", names, **more),
        _SLUGS,
        _NAMES,
        some(about=_WORDS, when=_TIMES, schema=st.sampled_from(["Party", "Faction"])),
    ),
    st.builds(
        lambda slug, title, more: lambda pack: pack.add_source(f"src:{slug}", title=title, **more),
        _SLUGS,
        _WORDS,
        some(kind=st.just("book"), locator=_WORDS, url=_WORDS, published=_DATES, confidence=st.just(0.5)),
    ),
    st.builds(
        lambda line, slug, more: lambda pack: pack.add_claim(line, source=f"src:{slug}", **more),
        _CLAIM,
        _SLUGS,
        some(id=_WORDS, note=_WORDS, value=_WORDS, by=st.lists(_ID, min_size=1, max_size=3), place=_ID),
    ),
    st.builds(
        lambda entity, form, lang, kind, more: lambda pack: pack.add_name(entity, form, lang=lang, kind=kind, **more),
        _ID,
        _NAME,
        _LANGS,
        _KINDS,
        some(when=_TIMES, phonemes=_WORDS),
    ),
    st.builds(
        lambda slug, forms, more: lambda pack: pack.add_lexeme(f"lex:{slug}", kind="title", forms=forms, **more),
        _SLUGS,
        st.dictionaries(_LANGS, _NAME | st.lists(_NAME, min_size=1, max_size=4), min_size=1, max_size=2),
        some(means=_WORDS | _ID, note=_WORDS),
    ),
    st.builds(
        lambda entity, more: lambda pack: pack.set(entity, **more),
        _ID,
        some(about=st.none() | _WORDS, qid=st.none() | st.just("Q9"), names=_NAMES, different_from=st.lists(_ID)),
    ),
    st.builds(lambda entity: lambda pack: pack.remove(entity), _ID),
    st.builds(lambda claim: lambda pack: pack.remove_claim(f"{claim} @a"), _CLAIM),
)


def _bare(value: Any) -> Any:
    """A value without its line, which moves when others come before it."""
    from dataclasses import replace

    return replace(value, origin="")


def _keep(expected: dict[str, Any], given_back: object) -> None:
    if isinstance(given_back, (Entity, Source, Lexeme, Claim)):
        name = f"claim {given_back.id}" if isinstance(given_back, Claim) else given_back.id
        expected[name] = _bare(given_back)


@pytest.mark.filterwarnings("ignore:.*hold:UserWarning")  # a file may lose its last entry
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_EDITS, max_size=25), st.sampled_from(["\n", "\r\n"]))
def test_what_edits_said_is_what_loads(edits: list[Edit], ending: str) -> None:
    folder = Path(tempfile.mkdtemp()) / "pack"
    try:
        Pack.create(folder, title="x")
        for name in ("people.yml", "claims.yml"):
            (folder / name).write_bytes(f"# first{ending}".encode())
        pack = Pack.open(folder)
        expected: dict[str, Any] = {}
        _keep(expected, pack.add_source("src:a", title="A"))
        _keep(expected, pack.add_person("per:a", {"eng": "A"}))
        for number, edit in enumerate(edits):
            before = {each.name: each.content for each in pack._editor.documents if each.is_changed}
            try:
                _keep(expected, edit(pack))
            except PackError:
                assert {each.name: each.content for each in pack._editor.documents if each.is_changed} == before
            if number == len(edits) // 2:
                pack.save()
                pack = Pack.open(folder)
        pack.save()
        loaded = load_contents([folder], cache=False)
        found = {
            each.id: _bare(each) for kind in (loaded.entities, loaded.sources, loaded.lexicon) for each in kind.values()
        }
        found |= {f"claim {each.id}": _bare(each) for each in loaded.claims.values()}
        assert all(found[name] == expected[name] for name in found)
        assert Pack.open(folder).changed == ()
        keys = [[block.key for block in each.blocks] for each in pack._editor.documents if each.name != "pack.yml"]
        assert all(each == sorted(each) for each in keys)
    finally:
        shutil.rmtree(folder.parent)
