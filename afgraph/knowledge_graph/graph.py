"""The knowledge graph: a claim store with its resolver, its linker and its questions, behind one class."""

from pathlib import Path

from afgraph.knowledge_graph.as_of import AsOf
from afgraph.knowledge_graph.ask import ask
from afgraph.knowledge_graph.base import When, moment
from afgraph.knowledge_graph.bodies import Bodies
from afgraph.knowledge_graph.engines import Engines
from afgraph.knowledge_graph.judging import Judging
from afgraph.knowledge_graph.many import Many
from afgraph.knowledge_graph.names import Names
from afgraph.knowledge_graph.sides import Sides
from afgraph.knowledge_graph.sources import Sources
from afgraph.knowledge_graph.times import Times
from afgraph.packs import OnConflict, load_contents
from afgraph.query import Answers


def load(
    *packs: str | Path, on_conflict: OnConflict = "error", judgements: str | Path | None = None
) -> "KnowledgeGraph":
    """The knowledge graph of some packs; without any, of the one that ships with the library.

    A pack is a folder, a YAML file, or the name of a shipped pack (`"afghanistan"`). Entries of one id become one:
    names and missing fields add up. Where two packs fill a field differently, that is an error, unless `on_conflict`
    lets the `"first"` or the `"last"` win, or the later entry says `overrides: yes`. `judgements` is the file in which
    `judge` keeps what is judged, and whose lines are respected; it is made by the first judgement. Raises `PackError`
    with every problem of every file; nothing is then loaded.

    >>> import afgraph as af
    >>> kg = af.load()
    >>> kg.resolve("Emrullah Salih").entity.name
    'Amrullah Saleh'
    """
    graph = KnowledgeGraph(load_contents(packs or ("afghanistan",), on_conflict=on_conflict))
    if judgements is not None:
        graph.judgements = judgements
    return graph


class KnowledgeGraph(Names, Judging, Sides, Bodies, Times, Sources, Many, Engines):
    """Entities, their names and the claims about them. Wherever an entity is asked for, any spelling will do.

    Dates are EDTF text (`"2021-08-24"`, `"1994-02"`, `"1985~"`), a named month (`"February 1994"`), a range
    (`"1994/1996"`: at some time in it), or `datetime.date`.
    """

    def __repr__(self) -> str:
        contents = self.store.contents
        held = f"{len(contents.entities)} entities, {len(contents.claims)} claims, {len(contents.sources)} sources"
        return f"<KnowledgeGraph {'; '.join(contents.titles)}: {held}>"

    def ask(self, question: str) -> Answers:
        """The answers to a question in English; `.understood` says how it was read.

        The forms that are known stand in docs/reference/queries.md; any other raises `QuestionError`, which lists them.

        >>> import afgraph as af
        >>> answers = af.load().ask("Who was allied with Dostum in February 1994?")
        >>> answers.understood
        "allies('per:abdul-rashid-dostum', on='February 1994')"
        >>> "per:gulbuddin-hekmatyar" in answers.ids
        True
        """
        return ask(self, question)

    def as_of(self, date: When) -> AsOf:
        """The graph as of a date or range: the same questions, each for that time.

        >>> import afgraph as af
        >>> "per:gulbuddin-hekmatyar" in af.load().as_of("1994-01-15").allies("Dostum").ids
        True
        """
        moment(date)  # refused now if it is no date
        return AsOf(self, date)
