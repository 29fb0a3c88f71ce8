"""Who belonged to what, who led it, who held office, who is kin to whom."""

from collections.abc import Iterable

from afgraph import query
from afgraph.knowledge_graph.base import Base, When, Who, moment
from afgraph.knowledge_graph.kinds import body_of, kinship, office_of
from afgraph.query import Answers


class Bodies(Base):
    """Members, leaders, offices, events and families."""

    def members(self, body: Who, *, on: When = None, derived: bool = True) -> Answers:
        """Who led or belonged to a body at a date, or at any time; derived: who led or belonged to its members.

        >>> import afgraph as af
        >>> members = af.load().members("United Front", on="1997").ids
        >>> "org:jamiat" in members, "per:karim-khalili" in members
        (True, True)
        """
        date = moment(on)
        return query.members(self.store, body_of(self, body, date), on=date, derived=derived)

    def memberships(self, who: Who, *, on: When = None) -> Answers:
        """What `who` led or belonged to at a date, or at any time.

        >>> import afgraph as af
        >>> af.load().memberships("Dostum", on="1994-02").ids
        ['org:junbish']
        """
        date = moment(on)
        return query.memberships(self.store, self._id(who, date), on=date)

    def leaders(self, body: Who, *, on: When = None) -> Answers:
        """Who led a body at a date, or at any time; where no claim covers the date, who did before and after.

        >>> import afgraph as af
        >>> kg = af.load()
        >>> kg.leaders("Taliban", on="2020-01-01").ids
        ['per:hibatullah-akhundzada']
        >>> gap = kg.leaders("Taliban", on="2014-01-01")
        >>> gap.ids, [answer.other.id for answer in gap]
        ([], ['per:mullah-omar', 'per:akhtar-mansour'])
        """
        date = moment(on)
        return query.leaders(self.store, body_of(self, body, date), on=date)

    def positions(self, what: Who, *, on: When = None) -> Answers:
        """Who held and who claimed an office at a date, or at any time; of a person, the offices held and claimed.

        Part of an office's name will do where it means one.

        >>> import afgraph as af
        >>> af.load().positions("Prime Minister", on="1993-07").ids
        ['per:gulbuddin-hekmatyar']
        >>> answers = af.load().positions("President of Afghanistan", on="2021-08-20")
        >>> {(answer.relation, answer.other.id) for answer in answers}
        {('claimed_by', 'per:amrullah-saleh')}
        """
        date = moment(on)
        return query.positions(self.store, office_of(self, what, date), on=date)

    def participants(self, event: Who) -> Answers:
        """Who took part in an event, with roles, and where it was.

        >>> import afgraph as af
        >>> "per:yunus-qanuni" in af.load().participants("evt:bonn-2001").ids
        True
        """
        return query.participants(self.store, self._id(event, None, "Event"))

    def family(self, person: Who, *, derived: bool = True, relation: str | Iterable[str] | None = None) -> Answers:
        """The kin of a person; derived: ancestors, descendants, and siblings by a shared parent, with the path.

        `relation` keeps what the person is to them: `parent_of`, `child_of`, `sibling_of`, `relative_of`,
        `ancestor_of`, `descendant_of`.

        >>> import afgraph as af
        >>> "per:ahmad-zia-massoud" in af.load().family("Ahmad Shah Massoud").ids
        True
        >>> af.load().family("Jalaluddin Haqqani", relation="parent_of").ids
        ['per:anas-haqqani', 'per:sirajuddin-haqqani']
        """
        wanted = None if relation is None else kinship(self.store, relation)
        return query.family(self.store, self._id(person, None, "Person"), derived=derived, relation=wanted)

    def sons_of_commanders(self, *, on: When = None) -> Answers:
        """Sons and daughters of someone who led a body, that led one or held an office themselves at a date.

        >>> import afgraph as af
        >>> "per:ahmad-massoud" in af.load().sons_of_commanders(on="2021-09").ids
        True
        """
        return query.leaders_children(self.store, on=moment(on))
