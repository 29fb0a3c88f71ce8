"""Claims before and after: the same word of the same source with another end is one change."""

from collections.abc import Hashable, Iterator

from afgraph.model import Claim, Contents
from afgraph.packs.diff.changes import Change, Entry, FieldChange, change_between
from afgraph.packs.diff.fields import field_changes, id_changes, time_changes
from afgraph.packs.diff.identity import Identity
from afgraph.packs.diff.pairing import days_between, pair_off

_PLAIN = ("relation", "source", "value", "reported", "modality", "polarity", "confidence", "quantity", "role", "cue",
          "locator", "note")  # fmt: skip


def claim_changes(old: Contents, new: Contents, identity: Identity) -> Iterator[Change]:
    """The claims that were added, removed or changed.

    Claims are paired by id, then by subject, relation, object and source, those of the same time first and of the
    others the nearest in time.
    """

    def key(claim: Claim) -> Hashable:
        return _key(claim, old, identity)

    stages = [lambda claim: claim.id, lambda claim: (key(claim), str(claim.when)), key]

    def distance(one: Claim, other: Claim) -> float:
        return 100 * days_between(one.when, other.when) + len(_fields(one, other, identity))

    olds, news = list(old.claims.values()), list(new.claims.values())
    for was, now in pair_off(olds, news, stages=stages, distance=distance):
        fields = _fields(was, now, identity) if was and now else []
        yield from change_between("claim", _entry(was), _entry(now), fields)


def _key(claim: Claim, contents: Contents, identity: Identity) -> Hashable:
    """What a claim says and who says it, without when and how; of a symmetric relation, both ends alike."""
    subject = identity.of(claim.subject)
    target = claim.value if claim.object is None else identity.of(claim.object)
    symmetric = claim.relation in contents.relations and contents.relations[claim.relation].symmetric
    ends = frozenset((subject, target)) if symmetric else (subject, target)
    return ends, claim.relation, claim.object is None, claim.source


def _fields(was: Claim, now: Claim, identity: Identity) -> list[FieldChange]:
    same = identity.of
    speakers = [", ".join(map(same, each.attribution)) for each in (was, now)]
    by = [FieldChange(field="by", old=_listed(was.attribution), new=_listed(now.attribution))]
    return [
        *id_changes("id", _own_id(was), _own_id(now), str),
        *id_changes("subject", was.subject, now.subject, same),
        *id_changes("object", was.object, now.object, same),
        *id_changes("place", was.place, now.place, same),
        *(by if speakers[0] != speakers[1] else []),
        *time_changes(was.when, now.when),
        *field_changes(was, now, *_PLAIN),
    ]


def _listed(ids: tuple[str, ...]) -> str | None:
    return ", ".join(ids) or None


def _own_id(claim: Claim) -> str | None:
    """The id that the author gave; `None` where the claim is named by what it says."""
    words = [claim.subject, claim.relation, claim.object or "-", *([claim.when.text] if claim.when else [])]
    return None if claim.id == f"{' '.join(words)} @{claim.source.removeprefix('src:')}" else claim.id


def _entry(claim: Claim | None) -> Entry | None:
    if claim is None:
        return None
    target = claim.object or claim.value or str(claim.quantity or "-")
    when = "" if claim.when is None else f"{claim.when} "
    return Entry(
        id=claim.id,
        says=f"{claim.subject} {claim.relation} {target}",
        detail=f"{when}({claim.source})",
        at=claim.origin,
    )
