"""How a day stands to the others that may be a trigger's."""

from __future__ import annotations

import pytest

from kawat.reading.coder.day import Day, rivalled

OWN = Day("2024-05-03", None, [], near=True, rank=0)
ABOVE = Day("2024-05-01", None, [], near=True, rank=1)
BARRED = Day("2024-05-09", None, [], near=True, rank=0, barred=True)
MONTH = Day("2024-05", None, [])


@pytest.mark.parametrize(
    ("day", "told", "features"),
    [
        (OWN, [OWN], {"own=me", "nown=1", "nopt=1:0"}),
        (OWN, [OWN, ABOVE], {"own=me", "rival=1", "rival=1:0", "rival:earlier"}),
        (ABOVE, [OWN, ABOVE], {"own=other", "rival=0", "rival=0:1", "rival:later"}),
        (ABOVE, [ABOVE, BARRED], {"own=none", "nown=0", "rival:barred=True"}),
        (MONTH, [MONTH, OWN], {"own=other", "nopt=2:4", "rival:len=10:7", "rival:holds=True:False"}),
    ],
)
def test_nearer_days_of_the_sentence_are_rivals(day: Day, told: list[Day], features: set[str]) -> None:
    assert features <= set(rivalled(day, told))
