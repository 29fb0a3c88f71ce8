"""Who stood with whom and against whom."""

from afgraph import query
from afgraph.knowledge_graph.base import Base, When, Who, moment
from afgraph.query import Answers


class Sides(Base):
    """Allies, enemies, blocs, backers, and what joins two."""

    def allies(
        self, who: Who, *, on: When = None, derived: bool = True, min_confidence: float | None = None
    ) -> Answers:
        """Who was allied with `who` at a date or in a range, or at any time (each with its dates), with the evidence.

        Stated alliances come first; a derived one follows from shared membership or a leader's office and shows its
        path; last come those that stood on paper only (`formal`), after a break, in open hostility, or in exile.
        `derived=False` leaves derived ones out; `min_confidence` (0 to 1) leaves out claims below it. With a range
        (`"1994/1996"`): at some time in it, `yes` only if certain.

        >>> import afgraph as af
        >>> kg = af.load()
        >>> "per:amrullah-saleh" in kg.allies("Ahmed Masud", on="2021-08-24").ids
        True
        >>> in_exile = kg.allies("Dostum", on="1997-05-26")
        >>> in_exile.ids, "per:burhanuddin-rabbani" in in_exile.formal.named
        ([], True)
        """
        date = moment(on)
        return query.allies(self.store, self._id(who, date), on=date, derived=derived, min_confidence=min_confidence)

    def enemies(
        self, who: Who, *, on: When = None, derived: bool = True, min_confidence: float | None = None
    ) -> Answers:
        """Who fought, opposed or rivalled `who` at a date or in a range, or at any time; as `allies` in all else.

        >>> import afgraph as af
        >>> "org:taliban" in af.load().enemies("NRF", on="2021-08-24").ids
        True
        """
        date = moment(on)
        return query.enemies(self.store, self._id(who, date), on=date, derived=derived, min_confidence=min_confidence)

    def relation(self, one: Who, other: Who, *, on: When = None, derived: bool = True) -> Answers:
        """All that claims say of two entities at a date, or at any time; claims that disagree stand side by side.

        Where they give the two both signs, `.notes` says so.

        >>> import afgraph as af
        >>> {answer.relation for answer in af.load().relation("Ahmad Massoud", "Ahmad Shah Massoud", on="2021")}
        {'child_of'}
        """
        date = moment(on)
        return query.relation(self.store, self._id(one, date), self._id(other, date), on=date, derived=derived)

    def who_is_allied_with_whom(
        self, *, on: When = None, derived: bool = True, min_confidence: float | None = None
    ) -> Answers:
        """Every allied pair at a date, or at any time; `.blocs` of the result are the groups they form.

        >>> import afgraph as af
        >>> pairs = af.load().who_is_allied_with_whom(on="1994-01-15", derived=False)
        >>> any({pair.entity.name, pair.other.name} == {"Abdul Rashid Dostum", "Gulbuddin Hekmatyar"} for pair in pairs)
        True
        """
        return query.who_is_allied_with_whom(self.store, on=moment(on), derived=derived, min_confidence=min_confidence)

    def blocs(self, *, on: When = None) -> Answers:
        """The blocs at a date: allies and their backers in one, enemies in different ones, as far as can be.

        `.blocs` are the groups, `.frustration` counts the pairs that go against them, `.breaking` lists these.

        >>> import afgraph as af
        >>> first, second = af.load().blocs(on="1994-01-15").blocs[:2]
        >>> [{"org:hig", "org:junbish"} <= {each.id for each in bloc} for bloc in (first, second)]
        [True, False]
        """
        return query.blocs(self.store, on=moment(on))

    def common_enemies(self, one: Who, other: Who, *more: Who, on: When = None) -> Answers:
        """Whom two or more entities all stood against at a date; a common enemy makes no friend.

        >>> import afgraph as af
        >>> af.load().common_enemies("NRF", "AFF", "ISKP", on="2022-06").ids[:1]
        ['org:taliban']
        """
        date = moment(on)
        return query.common_enemies(self.store, self._ids([one, other, *more], date), on=date)

    def backers(self, who: Who, *, on: When = None) -> Answers:
        """Who supported, sheltered or recognised `who` at a date, or at any time; that is no alliance.

        >>> import afgraph as af
        >>> backers = af.load().backers("United Front", on="2000").ids
        >>> "plc:iran" in backers, "plc:united-states" in backers
        (True, False)
        """
        date = moment(on)
        return query.backers(self.store, self._id(who, date), on=date)

    def path(self, one: Who, other: Who, *, on: When = None, signed: bool = False, limit: int = 5) -> Answers:
        """The shortest paths of claims from one entity to another, at most `limit`, each with its reasons.

        With `on`, of claims that held then. With `signed`, of claims that set with or against, whose product is the
        sign of the path: an inference, marked as one, that makes no ally and no enemy.

        >>> import afgraph as af
        >>> (path,) = af.load().path("Sirajuddin Haqqani", "Osama bin Laden")
        >>> [f"{step.word} {step.to}" for step in path.steps]
        ['leads Haqqani network', 'allied with al-Qaeda', 'led by Osama bin Laden']
        """
        date = moment(on)
        ends = self._id(one, date), self._id(other, date)
        return query.path(self.store, *ends, on=date, signed=signed, limit=limit)
