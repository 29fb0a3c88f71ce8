from pathlib import Path

import pytest

from afgraph.model import Claim, Quantity
from afgraph.packs import load_contents

BASE = "per:a:\n  names:\n    eng: A\nper:b:\n  names:\n    eng: B\nsrc:s:\n  title: s\nsrc:t:\n  title: t\n"


def claims(folder: Path, *rows: str) -> list[Claim]:
    (folder / "base.yml").write_text(BASE, encoding="utf-8")
    (folder / "claims.yml").write_text("src:s:\n" + "".join(f"  - {row}\n" for row in rows), encoding="utf-8")
    return list(load_contents([folder], cache=False).claims.values())


def test_a_line_is_a_claim(tmp_path: Path) -> None:
    [claim] = claims(tmp_path, "per:a rival_of per:b 1994/1996-05")
    assert (claim.subject, claim.relation, claim.object, claim.source) == ("per:a", "rival_of", "per:b", "src:s")
    assert (claim.id, str(claim.when)) == ("per:a rival_of per:b 1994/1996-05 @s", "1994/1996-05")
    assert claim.origin == f"{tmp_path.name}/claims.yml:2"
    assert (claim.modality, claim.polarity, claim.confidence) == ("asserted", "positive", None)


def test_a_mapping_holds_the_rest(tmp_path: Path) -> None:
    row = "{claim: per:a rival_of per:b, id: c1, modality: denied, polarity: negative, by: [src:t, свидетель]"
    [claim] = claims(tmp_path, f"{row}, reported: 2021-08, confidence: 0.7, role: x, cue: گویا, note: n}}")
    assert (claim.id, claim.modality, claim.polarity) == ("c1", "denied", "negative")
    assert (claim.attribution, claim.reported, claim.confidence) == (("src:t", "свидетель"), "2021-08", 0.7)
    assert (claim.role, claim.cue, claim.note, claim.when) == ("x", "گویا", "n", None)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("~10000 fighters", Quantity(comparator="~", value=10000, unit="fighters")),
        (">100 killed", Quantity(comparator=">", value=100, unit="killed")),
        (">=3,000 men and women", Quantity(comparator=">=", value=3000, unit="men and women")),
        ("50 km", Quantity(comparator="=", value=50, unit="km")),
        ("1.5", Quantity(comparator="=", value=1.5, unit="")),
        ("۳۰۰۰ جنگجو", Quantity(comparator="=", value=3000, unit="جنگجو")),
    ],
)
def test_a_quantity_is_read_as_it_is_written(text: str, quantity: Quantity, tmp_path: Path) -> None:
    [claim] = claims(tmp_path, f"{{claim: per:a has_strength -, quantity: '{text}'}}")
    assert claim.quantity == quantity
    assert claim.object is None
    assert not claim.makes_edge
