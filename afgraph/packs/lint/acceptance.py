"""Findings that authors accept, and acceptances that nothing needs any more."""

from collections.abc import Sequence

from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material
from afgraph.packs.nodes import shown

_Key = tuple[str, tuple[str, ...]]


def apply_acceptances(material: Material, reported: Sequence[Found]) -> list[Found]:
    """What was reported and not accepted, and every acceptance that matches nothing."""
    accepted = {(each.code, each.about) for each in material.acceptances}
    met = {_key(each) for each in reported}
    left = [each for each in reported if _key(each) not in accepted]
    return [*left, *_unused(material, met)]


def _key(found: Found) -> _Key:
    return found.code, tuple(sorted(set(found.about)))


def _unused(material: Material, met: set[_Key]) -> list[Found]:
    known = _known_ids(material)
    unused = []
    for each in material.acceptances:
        strange = [about for about in each.about if about not in known]
        if (each.code, each.about) in met:
            continue
        if strange:
            message = f"{each.code} is accepted about {shown(strange[0])}, which is not loaded"
            unused.append(Found("AF003", each.about, message, each.origin))
        else:
            message = f"{each.code} is accepted about {', '.join(each.about)}, and is not found; remove it"
            unused.append(Found("AF002", each.about, message, each.origin))
    return unused


def _known_ids(material: Material) -> set[str]:
    contents = material.contents
    entries = (*contents.entities, *contents.sources, *contents.claims, *contents.lexicon)
    return {*entries, *(key for keys in material.keys.values() for _, key in keys)}
