"""The rules, in families; a new rule is one function, one line here, one row of the table, one section of the page."""

from collections.abc import Callable, Iterable

from afgraph.packs.lint.calendars import foreign_calendars
from afgraph.packs.lint.claims import sign_conflicts, unused_sources
from afgraph.packs.lint.collisions import colliding_names, guards_against_itself
from afgraph.packs.lint.dates import unattested_claim_days, unattested_entity_days, undated_claims
from afgraph.packs.lint.files import empty_files, hidden_characters, names_alike, order_of_keys, trailing_space
from afgraph.packs.lint.finding import Found
from afgraph.packs.lint.forms import foreign_scripts, mixed_scripts, no_native_name, odd_characters, short_names
from afgraph.packs.lint.lifetimes import outside_lifetimes
from afgraph.packs.lint.material import Material
from afgraph.packs.lint.sound import like_names
from afgraph.packs.lint.structure import containment_cycles, unfit_ends, unplaced

RULES: tuple[Callable[[Material], Iterable[Found]], ...] = (
    order_of_keys,
    hidden_characters,
    trailing_space,
    empty_files,
    names_alike,
    like_names,
    colliding_names,
    guards_against_itself,
    mixed_scripts,
    short_names,
    odd_characters,
    no_native_name,
    foreign_scripts,
    outside_lifetimes,
    undated_claims,
    unattested_claim_days,
    unattested_entity_days,
    foreign_calendars,
    containment_cycles,
    unfit_ends,
    unplaced,
    sign_conflicts,
    unused_sources,
)
