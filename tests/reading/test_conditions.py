"""Whose deed a warning tells: the warner's own is a threat, another's a charge."""

from __future__ import annotations

import pytest
from telling import told

CASES = [
    ("Peru warned that it would close its border to Chile.", "en", ["THREATEN PER>CHL held"]),
    ("Peru warned Chile of serious consequences.", "en", ["THREATEN PER>CHL held"]),
    ("Peru warned that Chile had stockpiled shells.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru warned on Monday that Chilean agents were recruiting students.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru warned that Chilean aggression would break the truce.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru warned that the war between Chile and Bolivia could spread.", "en", []),
    # what is only feared
    ("Peru will answer in the event of an attack by Chile.", "en", []),
    ("Peru keeps ships at sea in case of an invasion by Chile.", "en", []),
    (
        "Peru memperingatkan Chile agar tidak ikut campur.",
        "id",
        ["REQUEST PER>CHL held", "THREATEN PER>CHL held"],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_whose_deed_a_warning_tells(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
