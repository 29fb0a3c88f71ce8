"""The weights of the features as names are scored with them."""

from functools import cache

from afgraph.matching.scoring.compare import weights
from afgraph.matching.scoring.features import FEATURES
from afgraph.matching.scoring.tally import knows_all


@cache
def listed_factors() -> tuple[float, ...] | None:
    """The weights for listed names, the bias first; `None` where there is a feature that is not scored by number."""
    names = [feature.__name__ for feature in FEATURES]
    return tuple(weights("listed")[name] for name in ("bias", *names)) if knows_all(names) else None
