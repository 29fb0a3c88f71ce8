"""Rules about two entities whose names sound alike: often one, written down twice."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from jellyfish import jaro_winkler_similarity

from afgraph.data import read_numbers
from afgraph.model import Contents, Entity
from afgraph.packs.lint.collisions import MOST_TOGETHER, collisions, pairs_among
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.material import Material, Pair, pair
from afgraph.packs.nodes import shown
from afgraph.romanization import readings, skeletons
from afgraph.text import name_key

_SCHEMAS = ("Person", "Organization")
_KINDS = ("canonical", "alias", "former")
_READ = 5  # words of a name that are read in two ways; the rest in the likeliest
_MOST_IN_BLOCK = 400  # names that are compared each with each


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name to compare: whose it is, its form, its words."""

    entity: str
    form: str
    words: tuple[str, ...]

    @property
    def sounds(self) -> set[str]:
        """The name read as one word, in a few ways."""
        choices = [readings(word)[: 2 if at < _READ else 1] for at, word in enumerate(self.words)]
        return {"".join(sounds) for sounds in product(*choices)}


def like_names(material: Material) -> Iterator[Found]:
    """Each pair of persons, or of bodies, whose names sound the same (AF201) or nearly so (AF202).

    A pair that shares a form is a collision (AF203) and not reported here.
    """
    names = spoken_names(material.contents)
    settled = {*material.guards, *collisions(material)}
    for code, words, found in (("AF201", "the same", _same_sound), ("AF202", "almost the same", _near_sound)):
        pairs = _apart(material, found(names), settled)
        settled |= set(pairs)
        for (one, other), (form, like) in pairs.items():
            message = (
                f"{shown(form)} of {one} and {shown(like)} of {other} sound {words}; merge them if they are one, "
                "or write 'different_from'"
            )
            origin = material.contents.entities[other].origin
            yield Found(code, (one, other), message, material.place_of(origin, like))


def spoken_names(contents: Contents) -> list[Spoken]:
    """The names that are compared: canonical ones, and others of at least two words."""
    found: dict[tuple[str, tuple[str, ...]], Spoken] = {}
    for entity in contents.entities.values():
        if _kind(contents, entity) is None:
            continue
        for name in entity.names:
            words = tuple(name_key(name.form).split())
            wanted = name.kind in _KINDS and (len(words) > 1 or name.kind == "canonical")
            if wanted and all(map(readings, words)):
                found.setdefault((entity.id, words), Spoken(entity.id, name.form, words))
    return list(found.values())


def alike(one: Spoken, other: Spoken) -> bool:
    """Whether the words of two names, in order, share their consonants and sound almost the same."""
    return len(one.words) == len(other.words) and all(map(_alike, one.words, other.words))


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return bool(skeletons(one) & skeletons(other)) and _likeness(one, other) >= _limits()["near"]


def _likeness(one: str, other: str) -> float:
    pairs = (sorted(both) for both in product(readings(one), readings(other)))  # the measure depends on their order
    return max(jaro_winkler_similarity(first, second) for first, second in pairs)


@cache
def _limits() -> dict[str, float]:
    return read_numbers("lint/limits.tsv")


def _kind(contents: Contents, entity: Entity) -> str | None:
    return next((each for each in _SCHEMAS if contents.is_a(entity.schema, each)), None)


_Alike = Iterator[tuple[Spoken, Spoken]]


def _same_sound(names: list[Spoken]) -> _Alike:
    by_sound: dict[str, dict[str, Spoken]] = defaultdict(dict)
    for name in names:
        for sound in name.sounds:
            by_sound[sound].setdefault(name.entity, name)
    for bearers in by_sound.values():
        for one, other in pairs_among(sorted(bearers)):
            yield bearers[one], bearers[other]


def _near_sound(names: list[Spoken]) -> _Alike:
    blocks: dict[tuple[int, str, str], dict[tuple[str, ...], list[Spoken]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        ends = ({*skeletons(word)} or {word} for word in (name.words[0], name.words[-1]))
        for first, last in product(*ends):
            blocks[len(name.words), first, last][name.words].append(name)
    for block in blocks.values():
        bearers = list(block.values())
        for at, ones in enumerate(bearers):
            for others in bearers[at + 1 : at + _MOST_IN_BLOCK]:
                if alike(ones[0], others[0]):
                    yield from _couples(ones, others)


def _couples(ones: list[Spoken], others: list[Spoken]) -> _Alike:
    """Each of the ones with each of the others; where they are too many, each with the first of the other side."""
    if len(ones) + len(others) > MOST_TOGETHER:
        yield from zip(ones, [others[0]] * len(ones), strict=True)
        yield from zip([ones[0]] * len(others), others, strict=True)
    else:
        yield from product(ones, others)


def _apart(material: Material, found: _Alike, settled: set[Pair]) -> dict[Pair, tuple[str, str]]:
    """The pairs found that nothing settles, with the forms that are alike: of one kind, and perhaps of one time."""
    entities = material.contents.entities
    pairs: dict[Pair, tuple[str, str]] = {}
    for one, other in found:
        each = pair(one.entity, other.entity)
        if one.entity == other.entity or each in settled or each in pairs:
            continue
        first, second = entities[each[0]], entities[each[1]]
        if _kind(material.contents, first) == _kind(material.contents, second) and _may_meet(first, second):
            pairs[each] = (one.form, other.form) if one.entity == each[0] else (other.form, one.form)
    return pairs


def _may_meet(one: Entity, other: Entity) -> bool:
    """Whether two entities may have existed at one time."""
    return one.lifespan is None or other.lifespan is None or one.lifespan.overlaps(other.lifespan) != "no"
