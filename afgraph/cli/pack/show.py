"""`afgraph pack show`: all that is known of one entity, source, word or claim, and where it stands."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any

from afgraph.cli.exits import FOUND
from afgraph.cli.pack.isolate import isolated
from afgraph.cli.tables import print_json, print_table
from afgraph.dates import Interval
from afgraph.errors import UnknownNameError
from afgraph.graph import ClaimStore
from afgraph.knowledge_graph import KnowledgeGraph, load
from afgraph.model import Claim, Entity, Lexeme, Quantity, Source
from afgraph.query.sentence import claim_text

Shown = Entity | Source | Lexeme | Claim


def show(arguments: argparse.Namespace) -> int:
    """`afgraph pack show`."""
    kg = load(*arguments.pack)
    found = _find(kg, arguments.what)
    claims = sorted(_claims_about(kg.store, found), key=_moment)
    if arguments.json:
        told = [{**_plain(claim), "sentence": claim_text(kg.store, claim)} for claim in claims]
        print_json({"is": type(found).__name__.lower(), **_plain(found), "claims": told})
    else:
        _print_head(found)
        _print_names(kg.store, found)
        if not isinstance(found, Lexeme):
            _print_claims(kg.store, claims)
    return FOUND


def _find(kg: KnowledgeGraph, what: str) -> Shown:
    """The entry with this id, or the entity that is called so."""
    contents = kg.store.contents
    parts: Sequence[Mapping[str, Shown]] = (contents.sources, contents.lexicon, contents.claims)
    for entries in parts:
        if what in entries:
            return entries[what]
    for prefix, part in (("src:", contents.sources), ("lex:", contents.lexicon)):
        if what.startswith(prefix):
            near = get_close_matches(what, part, n=1)
            raise UnknownNameError(f"nothing has the id {what!r}" + (f"; did you mean {near[0]}?" if near else ""))
    return kg.entity(what)


def _claims_about(store: ClaimStore, found: Shown) -> Iterable[Claim]:
    """The claims with an entity at either end, those that a source makes, those of a word's meaning; a claim itself."""
    if isinstance(found, Claim):
        return [found]
    if isinstance(found, Entity):
        return store.claims_of(found.id)
    if isinstance(found, Source):
        claims = store.contents.claims.values()
        return [claim for claim in claims if found.id in (claim.source, *claim.attribution)]
    return []


def _moment(claim: Claim) -> tuple[bool, int, int]:
    """Where in time a claim comes: by its start, else by its end; what has neither comes last."""
    dates = [] if claim.when is None else [each for each in (claim.when.start, claim.when.end) if each is not None]
    return not dates, dates[0].earliest if dates else 0, dates[-1].latest if dates else 0


def _plain(value: Any) -> Any:
    """A value of the model as JSON takes it, intervals and quantities as they are written."""
    if isinstance(value, (Interval, Quantity)):
        return str(value)
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _print_head(found: Shown) -> None:
    """The fields that are filled in, one a line, but for names and forms."""
    title = "" if isinstance(found, (Lexeme, Claim)) else f"  {found}"
    print(isolated(f"{found.id}{title}"))
    for field, value in _plain(found).items():
        if value not in (None, "", []) and field not in ("id", "names", "forms", "origin"):
            text = ", ".join(value) if isinstance(value, list) else value
            print(isolated(f"  {field.replace('_', ' ')}: {text}"))
    print(f"  stands at: {found.origin}")


def _print_names(store: ClaimStore, found: Shown) -> None:
    """The names of an entity, the names that a source shows, the forms of a word; empty columns are left out."""
    if isinstance(found, Lexeme):
        _print_filled("Forms", ["language", "form"], found.forms)
    elif isinstance(found, Entity):
        file, _, _ = found.origin.rpartition(":")
        headers = ["language", "script", "kind", "status", "when", "source", "at", "vocalised", "name"]
        rows = [(each.lang, each.script, each.kind, each.status, each.when, each.source,
                 each.origin.removeprefix(file), each.phonemes, each.form) for each in found.names]  # fmt: skip
        _print_filled("Names", headers, rows)
    elif isinstance(found, Source):
        entities = store.contents.entities.values()
        seen = [(entity.id, name.lang, name.kind, name.when, name.form)
                for entity in entities for name in entity.names if name.source == found.id]  # fmt: skip
        _print_filled("Names seen here", ["entity", "language", "kind", "when", "name"], seen)


def _print_filled(title: str, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    filled = [at for at in range(len(headers)) if any(row[at] for row in rows)]
    if rows:
        print(f"\n{title}: {len(rows)}\n")
        cells = [[row[at] or "" for at in filled] for row in rows]
        print_table([headers[at] for at in filled], cells, whole=not sys.stdout.isatty())


def _print_claims(store: ClaimStore, claims: Sequence[Claim]) -> None:
    """Each claim in a sentence, in time order, and under it how surely and where it stands."""
    print(f"\nClaims: {len(claims)}")
    for claim in claims:
        confidence = store.confidence(claim)
        surely = None if confidence is None else f"confidence {confidence:g}"
        place = claim.place and f"in {store.entity(claim.place)}"
        details = (claim.modality, surely, claim.role, place, claim.locator, claim.note)
        print(isolated(f"\n  {claim_text(store, claim)}"))
        print(isolated(f"    {claim.origin}  {'; '.join(each for each in details if each)}"))
