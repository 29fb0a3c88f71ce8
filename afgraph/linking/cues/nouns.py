"""Nouns that stand for somebody named: "the resistance" after "Resistance Command", "the country" after a country."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from afgraph.data import read_table
from afgraph.linking.cues.grammar import grammar
from afgraph.linking.cues.sentences import Sentence, Token, sentences
from afgraph.linking.mention import Mention
from afgraph.packs.read_vocabulary import schemas
from afgraph.resolver import Resolution
from afgraph.text import name_key, words

_LOWEST = 4  # letters of a noun that can stand for a name
_FARTHEST = 3  # words from the article to the noun


def with_nouns(text: str, mentions: Sequence[Mention], lang: str) -> list[Mention]:
    """The mentions of a text, and the nouns between them that stand for one, or for something untold.

    A noun with an article stands for the one body that the text names with that word among others, or for the last
    place of its kind in what went before (`afgraph/data/linking/nouns.tsv`). What stands for something untold has no
    candidates.
    """
    bodies = _bodies(mentions)
    found = [*mentions]
    for sentence in sentences(text, mentions):
        end = 0
        for article, noun in _nouns(sentence, lang):
            meant = bodies.get(noun.key) or _last(noun, sentence.tokens[0].start, mentions, lang)
            if meant is not None and article.start >= end:
                end = noun.end
                surface = text[article.start : end]
                found.append(Mention(start=article.start, end=end, text=surface, resolution=meant, how="carried"))
    return sorted(found, key=lambda mention: mention.start)


def _bodies(mentions: Sequence[Mention]) -> dict[str, Resolution]:
    """The bodies named in a text by the words of their names in it, of several words each; one of two is left out."""
    found: dict[str, dict[str, Resolution]] = defaultdict(dict)
    for mention in mentions:
        keys = [word.key for word in words(mention.text)]
        if mention.entity is not None and len(keys) > 1 and is_a(mention.entity.schema, "Organization"):
            for key in keys:
                found[key].setdefault(mention.entity.id, mention.resolution)
    return {key: next(iter(each.values())) for key, each in found.items() if len(each) == 1 and len(key) >= _LOWEST}


def _nouns(sentence: Sentence, lang: str) -> Iterator[tuple[Token, Token]]:
    """The words that follow an article closely, each with it, but for those that a name or a genitive follows."""
    small = grammar(lang)
    tokens = sentence.tokens
    for at, article in enumerate(tokens):
        if article.key not in small.of("article"):
            continue
        for number in range(at + 1, min(at + 1 + _FARTHEST, len(tokens))):
            token, behind = tokens[number], tokens[number + 1 : number + 2]
            if token.mention is not None or token.key in small.stops or not token.key.isalpha():
                break
            if not any(each.mention or each.key in small.of("genitive") for each in behind):
                yield article, token


def _last(noun: Token, sentence: int, mentions: Sequence[Mention], lang: str) -> Resolution | None:
    """The last place of a noun's kind named before its sentence, else in it; without candidates where it is untold."""
    schema = _kinds(lang).get(noun.key)
    if schema is None:
        return None
    places = [each for each in mentions if schema and each.entity and is_a(each.entity.schema, schema)]
    earlier = [each for each in places if each.end <= sentence] or [each for each in places if each.end <= noun.start]
    return earlier[-1].resolution if earlier else Resolution(text=noun.key, outcome="nil", candidates=())


@cache
def _kinds(lang: str) -> dict[str, str]:
    rows = read_table("linking/nouns.tsv")
    return {name_key(row["noun"]): row["schema"] for row in rows if row["lang"] == lang}


def is_a(schema: str, wider: str) -> bool:
    """Whether a schema is another or one of its kinds.

    >>> is_a("Province", "Place"), is_a("Place", "Province")
    (True, False)
    """
    kind: str | None = schema
    while kind is not None and kind != wider:
        kind = schemas()[kind].parent if kind in schemas() else None
    return kind == wider
