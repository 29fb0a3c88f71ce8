"""Names in Arabic script as phonemes: words of the lexicon with their vowels, others as far as letters show them."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from afgraph.romanization.standards.rules import Fired, in_word, read, table_rows
from afgraph.text import name_key

_LONGEST = 3  # words written apart that the lexicon has as one
_SHORTEST = 3  # letters of a part of a word that is no affix


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of a text, its phonemes, and how they were found."""

    at: int
    text: str
    phonemes: str
    source: str
    note: str
    sure: bool


@cache
def _lexicon(*kinds: str) -> dict[str, str]:
    """Phonemes by key, of the affixes of these kinds, or of all words."""
    rows = table_rows("lexicon")
    affixes = ("prefix", "suffix", "article")
    chosen = (row for row in rows if (row["kind"] in kinds if kinds else row["kind"] not in affixes))
    found = [(row["form"], row["phonemes"].replace("_", " ")) for row in chosen]
    folded = {_key(form): phonemes for form, phonemes in reversed(found)}
    return folded | {_joined(form): phonemes for form, phonemes in found}


def _key(form: str) -> str:
    return _joined(name_key(form))


def _joined(form: str) -> str:
    """A form without spaces and without the sign that parts letters as a space does."""
    return form.replace(" ", "").replace("\u200c", "")


def vocalise(text: str) -> list[Reading]:
    """The words of a text in Arabic script, and what is between them, as phonemes.

    >>> [each.phonemes for each in vocalise("احمدشاه مسعود")]
    ['aḥmad shāh', ' ', 'masʿūd']
    """
    words = _words(text)
    found: list[Reading] = []
    while words:
        taken, reading = _longest(words)
        found.append(reading)
        words = words[taken:]
    return found


def _words(text: str) -> list[tuple[int, str]]:
    """Words and what parts them, with their offsets."""
    found: list[tuple[int, str]] = []
    for at, char in enumerate(text):
        if found and in_word(text[at - 1]) and in_word(char):
            found[-1] = found[-1][0], found[-1][1] + char
        else:
            found.append((at, char))
    return found


def _longest(words: list[tuple[int, str]]) -> tuple[int, Reading]:
    """The reading of the longest run of words that is in the lexicon, and how many words it takes."""
    at, first = words[0]
    if _is_marked(first):
        return 1, _spelt(at, first)
    for size in range(2 * min(_LONGEST, (len(words) + 1) // 2) - 1, 0, -2):
        run = "".join(word for _, word in words[:size])
        phonemes = _known(run, together=size == 1) if _is_run([word for _, word in words[:size]]) else None
        if phonemes is not None:
            return size, Reading(at, run, phonemes, "lexicon", "vocalised in the lexicon", sure=True)
    return 1, _spelt(at, first)


def _is_run(words: list[str]) -> bool:
    """Whether these are words without vowel marks, spaces between them."""
    return all(each.isspace() if at % 2 else in_word(each[0]) and not _is_marked(each) for at, each in enumerate(words))


def _is_marked(word: str) -> bool:
    """Whether a word carries marks, of vowels or of doubling: then it says itself how it sounds."""
    return any(unicodedata.category(char) == "Mn" for char in word)


def _known(form: str, *, together: bool) -> str | None:
    """The phonemes of a word, of a word with affixes, or of two words run `together`; as it is spelt, else folded."""
    for key in (_joined(form), _key(form)):
        found = _lexicon().get(key) or _affixed(key) or _with_article(key)
        if found is None and together:
            found = _together(key)
        if found is not None:
            return _phonemes(read(found, "assimilation"))
    return None


def _affixed(key: str) -> str | None:
    """عبدالرحمن, نجیب‌الله, الحق: a word of the lexicon with a prefix, a suffix or the article."""
    words = _lexicon()
    for affix, phonemes in (_lexicon("prefix") | _lexicon("article")).items():
        if key.startswith(affix) and key[len(affix) :] in words:
            return phonemes + words[key[len(affix) :]]
    for affix, phonemes in _lexicon("suffix").items():
        if key.endswith(affix) and key[: -len(affix)] in words:
            return words[key[: -len(affix)]] + phonemes
    return None


def _with_article(key: str) -> str | None:
    """نورالحق, خلیل الرحمن: two words of the lexicon with the article between them."""
    words = _lexicon()
    article = next(iter(_lexicon("article")))
    for cut in range(_SHORTEST - 1, len(key) - len(article)):
        first, second = words.get(key[:cut]), words.get(key[cut + len(article) :])
        if first is not None and second is not None and key.startswith(article, cut):
            return f"{first} ul-{second}"
    return None


def _together(key: str) -> str | None:
    """احمدشاه: two words of the lexicon without a space."""
    words = _lexicon()
    for cut in range(len(key) - _SHORTEST, _SHORTEST - 1, -1):
        first, second = words.get(key[:cut]), words.get(key[cut:])
        if first is not None and second is not None:
            return f"{first} {second}"
    return None


def _spelt(at: int, word: str) -> Reading:
    """A word letter by letter; sure only if it carries vowel marks, or is no word."""
    fired = read(word, "letters")
    phonemes = _phonemes(fired)
    notes = [each.rule.alternatives[0].note for each in fired if each.rule is not None]
    note = "; ".join(dict.fromkeys(each for each in notes if each)) or "as the letters show"
    sure = _is_marked(word) or not in_word(word[0]) or word.isdecimal()
    return Reading(at, word, phonemes, "letters", note, sure=sure)


def _phonemes(fired: list[Fired]) -> str:
    """What the rules write; '=' repeats the consonant before it."""
    written: list[str] = []
    for each in fired:
        text = each.read if each.rule is None else each.rule.alternatives[0].text
        written.append(text.replace("=", written[-1] if written else ""))
    return "".join(written)
