"""How fast listed names are found in English news: the sweep of afgraph.linking beside two other libraries.

The names and the text are made up here, with a seed: given names of our lexicon with invented family names, and
sentences of common words with a name in every other one. Folding, word boundaries and the map back to the original
offsets are part of what is timed for the sweep; pyahocorasick only iterates over text that is folded beforehand;
spaCy's PhraseMatcher is timed with its tokeniser. Rounds alternate, medians count.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from afgraph.data import read_table
from afgraph.linking.detection.sweep import Sweep
from afgraph.text import fold, name_key

NAMES = 100_000
ARTICLES = 400
SENTENCES = 60  # of an article
ROUNDS = 7
_ONSETS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "sh", "kh")
_VOWELS = "aaeiou"
_CODAS = ("", "", "i", "zai", "yar", "pur", "n", "r")
_WORDS = """
the of and in to a said that for on was with by as at from his has were an had but it who their after government forces
troops officials people killed attack province city capital president minister former commander leader group fighters
security police army war peace talks border country council statement reported according week month year since during
between against under over into near around several hundred thousand soldiers civilians weapons control district road
airport northern eastern southern western region resistance agreement meeting support power political
"""

HEAD = ["engine", "names found", "MB/s", "sweep is faster by"]

Engine = Callable[[Sequence[str]], int]


def made_names(count: int, seed: int = 7) -> list[str]:
    """So many different names of persons."""
    chance = random.Random(seed)  # noqa: S311 - made-up text, the same each time
    forms = [form for row in read_table("matching/given.tsv") for form in row["forms"].split("|")]
    given = [form.title() for form in forms if form.isascii() and form.isalpha() and len(form) > 3]
    names: set[str] = set()
    while len(names) < count:
        family = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice([2, 3])))
        names.add(" ".join([*chance.sample(given, chance.choice([1, 1, 2])), (family + chance.choice(_CODAS)).title()]))
    return sorted(names)


def made_articles(names: Sequence[str], seed: int = 8) -> list[str]:
    """Articles of sentences in which every other one names somebody."""
    chance = random.Random(seed)  # noqa: S311 - made-up text, the same each time
    return [" ".join(_sentence(chance, names) for _ in range(SENTENCES)) for _ in range(ARTICLES)]


def _sentence(chance: random.Random, names: Sequence[str]) -> str:
    words = [chance.choice(_WORDS.split()) for _ in range(chance.randint(9, 24))]
    words[0] = words[0].title()
    if chance.random() < 0.5:
        words.insert(chance.randint(1, 6), chance.choice(names))
    return " ".join(words) + "."


def _sweep(names: Sequence[str]) -> Engine:
    sweep = Sweep(map(name_key, names))
    return lambda texts: sum(1 for text in texts for _ in sweep.find(text))


def _plain_iter(names: Sequence[str]) -> Engine:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name_key(name), name)
    automaton.make_automaton()
    return lambda texts: sum(1 for text in texts for _ in automaton.iter(text))


def _phrase_matcher(names: Sequence[str]) -> Engine:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("name", [nlp.make_doc(name) for name in names])
    return lambda texts: sum(1 for text in texts for _ in matcher(nlp.make_doc(text)))


def measured(rounds: int = ROUNDS, count: int = NAMES) -> Iterator[list[object]]:
    """A row for each engine: its name, the names it found, megabytes a second, how much faster the sweep is."""
    names = made_names(count)
    articles = made_articles(names)
    folded = [fold(article).text for article in articles]
    engines = {"afgraph sweep": _sweep(names), "pyahocorasick, plain iter": _plain_iter(names),
               "spaCy PhraseMatcher": _phrase_matcher(names)}  # fmt: skip
    times: dict[str, list[float]] = {name: [] for name in engines}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for name, engine in engines.items():
            start = time.perf_counter()
            found[name] = engine(folded if name.startswith("pyahocorasick") else articles)
            times[name].append(time.perf_counter() - start)
    median = {name: statistics.median(each) for name, each in times.items()}
    size = sum(map(len, articles)) / 1e6
    for name, seconds in median.items():
        yield [name, found[name], f"{size / seconds:.1f}", f"{seconds / median['afgraph sweep']:.2f}"]
