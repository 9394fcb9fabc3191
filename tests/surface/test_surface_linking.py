"""The document of linking names just the findings that there are, with the weights that they have."""

from __future__ import annotations

import re

from sources import ROOT

from kawat.linking.findings import GRADES, NO_LINK, VETO

DOCUMENT = ROOT / "docs" / "linking.md"
ROW = re.compile(r"^\| `([a-z_]+\.[a-z_]+)` \| ([^|]+) \|", re.M)
WORDS = {VETO: "veto", NO_LINK: "no link", 0.0: "0"}


def test_the_table_of_weights_is_that_of_the_code() -> None:
    told = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    weights = [(grade, WORDS.get(weight, f"{weight:+g}")) for grade, weight in GRADES.items()]
    assert told == weights
