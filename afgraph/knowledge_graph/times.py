"""What held when, what changed, and who held which place."""

from collections.abc import Iterable

from afgraph import query
from afgraph.errors import UnknownNameError
from afgraph.knowledge_graph.base import Base, When, Who, moment
from afgraph.knowledge_graph.kinds import place_of
from afgraph.query import Answers, On

Relations = str | Iterable[str] | None


class Times(Base):
    """Timelines, changes, switches of side, and control of places."""

    def timeline(self, who: Who, *, on: When = None, relation: Relations = None) -> Answers:
        """All that claims say of `who`, in the order of time; only some relations, or what held at `on`, if given.

        >>> import afgraph as af
        >>> [str(each.when) for each in af.load().timeline("Dostum", relation="exiled_in")][:2]
        ['1997-05-24/1997-09', '2017-05/2018-07-22']
        """
        date = moment(on)
        return query.timeline(self.store, self._id(who, date), on=date, relation=self._relations(relation))

    def changes(
        self, who: Who | None = None, since: When = None, until: When = None, *, relation: Relations = None
    ) -> Answers:
        """What began, ended or happened from `since` to `until`, to `who` or to all, in the order of time.

        >>> import afgraph as af
        >>> changes = af.load().changes("Dostum", "1993-12-15", "1994-02-01")
        >>> {(each.change, each.relation) for each in changes if each.other.id == "per:ahmad-shah-massoud"} >= {
        ...     ("ended", "allied_with"), ("began", "fought")}
        True
        """
        first, last = between(since, until)
        entity = None if who is None else self._id(who, moment(since))
        return query.changes(self.store, entity, first, last, relation=self._relations(relation))

    def switched_sides(
        self, since: When = None, until: When = None, *, side: Who | None = None, joined: Who | None = None
    ) -> Answers:
        """Who changed sides in a time: broke away, came over to an enemy, turned on an ally, or made peace.

        `joined` keeps those who came over to one side, `side` those who left or joined it.

        >>> import afgraph as af
        >>> "per:abdul-malik-pahlawan" in af.load().switched_sides("1997-05", "1997-05").ids
        True
        """
        first, last = between(since, until)
        sides = [None if each is None else self._id(each, moment(since)) for each in (side, joined)]
        return query.switched_sides(self.store, first, last, side=sides[0], joined=sides[1])

    def alive(self, who: Who, *, on: When) -> Answers:
        """Whether `who` was alive at a date, or a body existed: one answer, whose `verdict` says so.

        `unknown` where no dates of `who` are known; its claims are those that tell of a killing.

        >>> import afgraph as af
        >>> kg = af.load()
        >>> [kg.alive("Ahmad Shah Massoud", on=day)[0].verdict for day in ("1994", "2001-09-09", "2002")]
        ['yes', 'yes', 'no']
        """
        date = moment(on)
        assert date is not None
        return query.alive(self.store, self._id(who), on=date)

    def controls(
        self, place: Who | None = None, *, on: When = None, schema: str | None = None, by: Who | None = None
    ) -> Answers:
        """Who controlled a place at a date, or at any time; without a place, who controlled which, of one schema.

        With `by`, which places one controlled. Where no claim has anyone hold the place then, who held parts of it.

        >>> import afgraph as af
        >>> kg = af.load()
        >>> [kg.controls("Kabul", on=day).ids for day in ("1996-10-01", "2001-12-01", "2021-08-20")]
        [['org:taliban'], ['org:united-front'], ['org:taliban']]
        >>> [(each.entity.id, each.other.id) for each in kg.controls(on="2021-08-20", schema="Province")]
        [('plc:panjshir', 'org:nrf')]
        >>> af.load().controls(by="Ismail Khan", on="1994").ids
        ['plc:herat']
        """
        date = moment(on)
        entity = None if place is None else place_of(self, place, date)
        holder = None if by is None else self._id(by, date)
        return query.controls(self.store, entity, on=date, schema=schema, by=holder)

    def changed_hands(self, since: When = None, until: When = None, *, within: Who | None = None) -> Answers:
        """Which places were taken or lost from `since` to `until`, within a wider place if given.

        >>> import afgraph as af
        >>> sorted(af.load().changed_hands("2021-08-20", "2021-08-23", within="Baghlan").ids)
        ['plc:banu', 'plc:dih-salah', 'plc:pul-e-hisar']
        """
        first, last = between(since, until)
        place = None if within is None else place_of(self, within, moment(since))
        return query.changed_hands(self.store, first, last, within=place)

    def active_in(self, place: Who, *, on: When = None) -> Answers:
        """Who was active in a place or any part of it at a date, or at any time: operated, fought, held, was based.

        >>> import afgraph as af
        >>> "org:nrf" in af.load().active_in("Parwan", on="2021-09").ids
        True
        """
        date = moment(on)
        return query.active_in(self.store, place_of(self, place, date), on=date)

    def _relations(self, relation: Relations) -> frozenset[str] | None:
        if relation is None:
            return None
        wanted = [relation] if isinstance(relation, str) else list(relation)
        known = self.store.contents.relations
        for each in wanted:
            if each not in known:
                raise UnknownNameError(f"no relation is called {each!r}; docs/reference/pack.md lists them")
        return frozenset(wanted)


def between(since: When, until: When) -> tuple[On, On]:
    """The two ends of a time; one that is missing is the beginning or the end of all time.

    >>> [str(end) for end in between("1994", None)]
    ['1994', '9999']
    """
    first, last = moment("0001" if since is None else since), moment("9999" if until is None else until)
    assert first is not None
    assert last is not None
    return first, last
