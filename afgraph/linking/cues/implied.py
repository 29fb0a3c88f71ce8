"""What a text leaves unsaid and the graph knows: which office a title means, whose capital a city is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from afgraph.graph import ClaimStore
from afgraph.linking.cues.cue import Cue
from afgraph.linking.cues.sentences import Sentence, Token
from afgraph.linking.mention import Mention
from afgraph.matching import Hit
from afgraph.matching.search.index import Entry
from afgraph.model import Entity
from afgraph.resolver import Candidate, Resolution
from afgraph.text import name_key, words

_LONGEST_TITLE = 5  # words


def implied(cue: Cue, mentions: Sequence[Mention], store: ClaimStore | None) -> Cue:
    """A cue that has no object with the entities that the text names and claims join to its subject so."""
    if store is None or cue.kind != "relation" or cue.objects or not cue.relation:
        return cue
    named = {mention.id: mention for mention in reversed(mentions) if mention.id is not None}
    ids = [each.id for each in cue.subjects if each.id is not None]
    claims = [claim for each in ids for claim in store.claims_of(each) if claim.subject == each]
    objects = [named[claim.object] for claim in claims if claim.relation == cue.relation and claim.object in named]
    return replace(cue, objects=tuple({mention.id: mention for mention in objects}.values()))


def offices(sentence: Sentence, text: str, store: ClaimStore) -> Iterator[Cue]:
    """A cue for each title before a person who, by some claim, held an office of that title."""
    for number, token in enumerate(sentence.tokens):
        mention = token.mention
        if mention is None or mention.entity is None or not store.is_a(mention.entity.id, "Person"):
            continue
        title = _title(sentence.tokens[max(0, number - _LONGEST_TITLE) : number])
        length, office = max(_offices(mention.entity.id, title, store), key=lambda each: each[0], default=(0, None))
        if office is not None:
            start, end = title[-length].start, title[-1].end
            yield Cue(
                start=start,
                end=end,
                text=text[start:end],
                kind="relation",
                relation="holds_position",
                subjects=(mention,),
                objects=(_mention_of(office, text, start, end),),
            )


def _title(before: Sequence[Token]) -> list[Token]:
    """The words right before a name; what was taken for the name of somebody unknown is words too."""
    found: list[Token] = []
    for token in reversed(before):
        if token.mention is not None and token.mention.resolution.outcome == "nil":
            inside = words(token.mention.text)
            found[:0] = [Token(each.key, token.start + each.start, token.start + each.end) for each in inside]
        elif token.mention is not None or not token.key.isalpha():
            break
        else:
            found.insert(0, token)
    return found


def _offices(person: str, title: Sequence[Token], store: ClaimStore) -> Iterator[tuple[int, Entity]]:
    """The offices that a person held whose names begin or end with the last words of a title, and how many words."""
    held = [claim for claim in store.claims_of(person) if claim.relation == "holds_position" and claim.object]
    keys = [token.key for token in title]
    for claim in held:
        office = store.entity(claim.object or "")
        for name in office.names:
            name_keys = name_key(name.form).split(" ")
            for length in range(1, len(keys) + 1):
                if _names(keys[-length:], name_keys):
                    yield length, office


def _names(title: list[str], name: list[str]) -> bool:
    """Whether a title is the beginning or the end of an office's name, or, of several words, any part of it."""
    if title in (name[: len(title)], name[-len(title) :]):
        return True
    return len(title) > 1 and any(title == name[at : at + len(title)] for at in range(len(name)))


def _mention_of(entity: Entity, text: str, start: int, end: int) -> Mention:
    """A mention of an entity that the graph alone has told."""
    surface = text[start:end]
    name = entity.names[0]
    hit = Hit(Entry(entity.id, name, name_key(name.form), name.form), 0.0, "carried")
    candidate = Candidate(entity=entity, name=name, score=1.0, hit=hit)
    resolution = Resolution(text=surface, outcome="match", candidates=(candidate,))
    return Mention(start=start, end=end, text=surface, resolution=resolution, how="carried")
