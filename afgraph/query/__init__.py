"""Questions about the graph: sides, bodies, times, places, kin, and where sources disagree."""

from afgraph.query.answers import Answer, Answers, Basis, Change, Standing
from afgraph.query.blocs import blocs
from afgraph.query.contradictions import contradictions
from afgraph.query.events import participants
from afgraph.query.family import family, leaders_children
from afgraph.query.lives import alive
from afgraph.query.members import leaders, members, memberships
from afgraph.query.moment import On
from afgraph.query.offices import positions
from afgraph.query.pairs import who_is_allied_with_whom
from afgraph.query.path import path
from afgraph.query.places import active_in, changed_hands, controls
from afgraph.query.quantities import quantities
from afgraph.query.relation import relation
from afgraph.query.shared import backers, common_enemies
from afgraph.query.stances import allies, enemies
from afgraph.query.switches import switched_sides
from afgraph.query.times import changes, timeline

__all__ = [
    "Answer",
    "Answers",
    "Basis",
    "Change",
    "On",
    "Standing",
    "active_in",
    "alive",
    "allies",
    "backers",
    "blocs",
    "changed_hands",
    "changes",
    "common_enemies",
    "contradictions",
    "controls",
    "enemies",
    "family",
    "leaders",
    "leaders_children",
    "members",
    "memberships",
    "participants",
    "path",
    "positions",
    "quantities",
    "relation",
    "switched_sides",
    "timeline",
    "who_is_allied_with_whom",
]
