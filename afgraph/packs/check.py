"""What must hold between the entries of a draft: every id that is named exists, every word is known."""

from collections.abc import Collection

from afgraph.model import Contents
from afgraph.packs.fields import ID
from afgraph.packs.nodes import Kind, Problems, did_you_mean, shown
from afgraph.packs.read_pack import Draft
from afgraph.packs.read_vocabulary import relation_types, schemas

_MOST_HINTS = 50  # a search for the nearest id is slow; after so many unknown ids the fault lies elsewhere


def check(draft: Draft, problems: Problems) -> Contents:
    """The contents of a draft; what does not hold together goes on `problems`."""
    contents = Contents(
        entities=draft.entities,
        sources=draft.sources,
        claims=draft.claims,
        relations=relation_types(),
        schemas=schemas(),
        titles=tuple(draft.titles),
        lexicon=draft.lexicon,
    )
    _look_up(problems, contents)
    _check_former_ids(draft, problems)
    return contents


def _look_up(problems: Problems, contents: Contents) -> None:
    known: dict[Kind, Collection[str]] = {
        "schema": contents.schemas,
        "relation": contents.relations,
        "entity": contents.entities,
        "source": contents.sources,
        "speaker": {**contents.entities, **contents.sources},
    }
    missing = [each for each in problems.references if each.id not in known[each.kind]]
    missing = [each for each in missing if each.kind != "speaker" or ID.fullmatch(each.id)]
    for number, each in enumerate(missing):
        hint = did_you_mean(each.id, known[each.kind]) if number < _MOST_HINTS else ""
        where = "is not in the vocabulary" if each.kind in ("schema", "relation") else "is defined nowhere"
        problems.add(each.mark, f"{each.what} {shown(each.id)} {where}{hint}")


def _check_former_ids(draft: Draft, problems: Problems) -> None:
    """A former id means one entity: nothing bears it now, and nothing else bore it."""
    bearers: dict[str, str] = {}
    for entity in draft.entities.values():
        for former in entity.former_ids:
            bearer = former if former in draft.entities else bearers.setdefault(former, entity.id)
            if bearer != entity.id or former == entity.id:
                mark = draft.marks[entity.id]
                problems.add(mark, f"former id {shown(former)} of {entity.id} is an id of {bearer}; remove one")
