"""Help told by thanks for it, somebody held or put to death in another state, wars told by who began them."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji's minister thanked Norway for the tents that it has provided.", "AID NOR>FJI held"),
        ("Fiji's president thanked Norway for having sent doctors.", "AID NOR>FJI held"),
        ("Norway thanked Kenya for its assistance.", "AID KEN>NOR held"),
        ("Today is one year of Fijian journalist Ana Soto's detention in Norway.", "COERCE NOR>FJI held"),
        ("The two sides spoke of the war in Fiji launched by Norway.", "ASSAULT NOR>FJI held"),
        ("A Fijian woman was executed in Norway on Sunday.", "ASSAULT NOR>FJI held"),
    ],
)
def test_who_did_it_and_whom_it_reached(text: str, expected: str) -> None:
    assert expected in told(text, "en")
