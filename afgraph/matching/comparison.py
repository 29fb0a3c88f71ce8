"""Two spellings compared for themselves: `af.compare`."""

from dataclasses import dataclass, field
from typing import Any

from afgraph.matching.scoring.compare import Match, compare_words, probability
from afgraph.matching.scoring.evidence import Evidence, evidence_of
from afgraph.matching.search.unspaced import alike
from afgraph.matching.words.letters import letters_of
from afgraph.matching.words.tokens import joined, tokens
from afgraph.text import name_key

_SAME = 8.0  # log-odds of two forms with one key
_NOTHING = -8.0  # log-odds where no word is like a word of the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two spellings compared.

    `score` is the probability that both spell one name, `evidence` what speaks for and against, in log-odds that add
    up to it, `letters` the letters of each pair of words side by side.
    """

    one: str
    other: str
    score: float
    evidence: tuple[Evidence, ...]
    match: Match | None = field(default=None, repr=False)

    @property
    def letters(self) -> tuple[tuple[tuple[str, str, float], ...], ...]:
        """For each pair of words, which letters were taken for which, and what that costs."""
        if self.match is None:
            return ()
        names = self.match.names
        return tuple(
            letters_of(names.left[pair.left[0]], names.right[pair.right[0]])
            for pair in names.alignment.pairs
            if len(pair.left) == len(pair.right) == 1
        )

    def explain(self) -> str:
        """The comparison in words: the verdict, the letters side by side, and each reason with its weight."""
        verdict = "one name" if self.score >= 0.5 else "two names"
        lines = [f"{self.one} and {self.other}: {verdict} ({self.score:.2f})"]
        lines += ["  " + " ".join(f"{left}={right}" for left, right, _ in pair) for pair in self.letters]
        ordered = sorted(self.evidence, key=lambda each: -abs(each.weight))
        return "\n".join([*lines, *(f"  {each.weight:+.2f}  {each.says}" for each in ordered)])

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values."""
        return {
            "one": self.one,
            "other": self.other,
            "score": round(self.score, 4),
            "evidence": [
                {"feature": each.feature, "weight": round(each.weight, 3), "says": each.says} for each in self.evidence
            ],
            "letters": [[list(step) for step in pair] for pair in self.letters],
        }


def compare(one: str, other: str, *, lang_a: str | None = None, lang_b: str | None = None) -> Comparison:
    """The probability that two spellings are of one name, with its evidence.

    Any scripts; `lang_a` and `lang_b` (ISO 639-3) say whose press wrote each, where that is known. Names are
    compared for themselves: no list, no context.

    >>> compare("Ahmet Mesut", "احمد مسعود").score > 0.9
    True
    >>> compare("Ahmad Massoud", "Ahmad Shah Massoud").score < 0.5
    True
    """
    evidence, match = _evidence(one, other, lang_a, lang_b)
    log_odds = sum(each.weight for each in evidence)
    return Comparison(one=one, other=other, score=probability(log_odds), evidence=tuple(evidence), match=match)


def _evidence(one: str, other: str, lang_a: str | None, lang_b: str | None) -> tuple[list[Evidence], Match | None]:
    left, right = tokens(one, lang_a), tokens(other, lang_b)
    found = [compare_words(left, right)] if left and right else []
    if found and alike(one, other):  # both can be read, so their letters together can
        found.append(compare_words((joined(one, lang_a),), (joined(other, lang_b),)))
    match = max((each for each in found if each is not None), key=lambda each: each.log_odds, default=None)
    if left and name_key(one) == name_key(other):
        return [Evidence("same", _SAME, "both are written alike, but for case, marks or punctuation")], match
    if match is None:
        why = "no word of one is like a word of the other" if left and right else "there is no name to read"
        return [Evidence("nothing", _NOTHING, why)], None
    return evidence_of(match), match
