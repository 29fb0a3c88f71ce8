"""What persons decide about spellings."""

from pathlib import Path

from afgraph.knowledge_graph.base import Base, Who
from afgraph.resolver import Decision, Judgement, Ledger


class Judging(Base):
    """Judgements made, kept and respected."""

    @property
    def judgements(self) -> Ledger:
        """The judgements that decide here, in their order; assign a path to keep them in that file.

        Without a path (`af.load(judgements="judgements.yml")`) they last as long as this graph. What was judged until
        then is appended to the file that is assigned. Raises `PackError` with file and line of what is no judgement.

        >>> import afgraph as af
        >>> kg = af.load()
        >>> kg.judgements
        <Ledger of 0 judgements, in memory only>
        """
        return self.resolver.judgements

    @judgements.setter
    def judgements(self, path: str | Path | None) -> None:
        held = self.resolver.judgements
        fresh = self.resolver.ledger(path)
        for each in held if held.path is None else ():
            fresh.add(each.text, each.entity, each.judgement, by=each.by, note=each.note, at=each.at)
        self.resolver.judgements = fresh

    def judge(
        self, text: str, entity: Who, judgement: Decision, *, by: str | None = None, note: str | None = None
    ) -> Judgement:
        """The judgement that a spelling means an entity (`"positive"`), or does not (`"negative"`), as it was kept.

        `resolve`, `link` and all questions respect it from now on, and say by whom it is. `"unsure"` keeps the spelling
        from being taken for the entity unasked; `"undo"` takes back what was judged of the two. Later judgements of
        the two stand before earlier ones. Raises `ValueError` for what is no judgement, `UnknownNameError` or
        `AmbiguousNameError` for an entity that is not plain.

        >>> import afgraph as af
        >>> kg = af.load()
        >>> made = kg.judge("the lion's heir", "per:ahmad-massoud", "positive", by="Anna", note="his byname here")
        >>> kg.resolve("The Lion’s Heir").id
        'per:ahmad-massoud'
        """
        return self.judgements.add(text, self._id(entity), judgement, by=by, note=note)
