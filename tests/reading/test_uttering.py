"""Acts that are done by being said, with nobody named who does them; and who says what is told of a party."""

from __future__ import annotations

import pytest
from telling import told

CASES: list[tuple[str, str, list[str]]] = [
    # thanks and congratulations that open what somebody says
    ("“Thank you, Peru and the Peruvian people,” wrote Chile's president.", "en", ["SUPPORT CHL>PER held"]),
    (
        "“Congratulations to Peru on its election,” Chile's foreign minister said.",
        "en",
        ["SUPPORT CHL>PER held"],
    ),
    ("Congratulations to Peru on its election.", "en", []),
    # no verb without a subject, but for these, is said by whoever speaks
    ("“Supporting Peru is dear,” Chile's foreign minister said.", "en", []),
    # who says so may stand behind, without quotation marks, or before, without "that"
    ("Peru is not alone, Chile's foreign minister said.", "en", ["SUPPORT CHL>PER held"]),
    ("Chile's president said that Peru had the right to defend itself.", "en", ["SUPPORT CHL>PER held"]),
    ("Chile's president said his thoughts were with Peru.", "en", ["SUPPORT CHL>PER held"]),
    # who would like to say it says it; who would like to do it does not
    (
        "“I want to once again express our condolences to Peru,” Chile's president said.",
        "en",
        ["SUPPORT CHL>PER held"],
    ),
    ("Chile's president said he wished to congratulate Peru.", "en", ["SUPPORT CHL>PER held"]),
    ("“Allow me to thank Peru,” Chile's president said.", "en", ["SUPPORT CHL>PER held"]),
    ("Chile wants to back Peru's bid.", "en", []),
    # what a turn of a transcript, or the page of a government, tells of a party it says itself
    (
        "PRESIDENT QUISPE OF PERU: Good morning.\n\nPRESIDENT ROJAS OF CHILE: Bolivia has a right to defend itself.",
        "en",
        ["SUPPORT CHL>BOL held"],
    ),
    ("Bolivia has a right to defend itself.", "en", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_what_is_done_by_being_said(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
