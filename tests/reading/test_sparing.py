"""Whom a deed befalls that is only spoken of: he is not blamed, refused or asked for it."""

from __future__ import annotations

import pytest
from telling import told

CASES = [
    # nobody says who did it: the blame is told, and reaches nobody
    ("Peru mengutuk serangan terhadap Bolivia.", "id", ["ACCUSE PER> held"]),
    ("Peru mengutuk invasi ke Bolivia.", "id", ["ACCUSE PER> held"]),
    ("Peru mengutuk serangan bom di Bolivia.", "id", ["ACCUSE PER> held"]),
    ("Serangan terhadap Bolivia dikecam Peru.", "id", ["ACCUSE PER> held"]),
    ("Peru condemned the invasion of Bolivia.", "en", ["ACCUSE PER> held"]),
    ("Peru condemned the bomb attack in La Paz.", "en", ["ACCUSE PER> held"]),
    ("Peru condemned in the strongest terms the attack on Bolivia.", "en", ["ACCUSE PER> held"]),
    ("Peru mengutuk pengeboman yang menewaskan lima orang di La Paz.", "id", ["ACCUSE PER> held"]),
    # a blame told by a noun spares, too
    (
        "Kecaman Peru terhadap sanksi Chile atas Bolivia disambut Kuba.",
        "id",
        ["ACCUSE PER>CHL held", "SANCTION CHL>BOL held"],
    ),
    # nor is asked whom something is not to be done to
    ("Peru mendesak agar Bolivia tidak dijatuhi sanksi oleh Chile.", "id", ["REQUEST PER>CHL held"]),
    ("The attack on Bolivia was condemned by Peru.", "en", ["ACCUSE PER> held"]),
    ("Peru opposed the invasion of Bolivia.", "en", ["REJECT PER> held"]),
    # an article that tells who did it tells whom the blame means
    (
        "Chile meluncurkan rudal ke Bolivia pada Senin. Peru mengutuk serangan ke Bolivia.",
        "id",
        ["ACCUSE PER>CHL held", "ASSAULT CHL>BOL held"],
    ),
    (
        "Chile launched missiles at Bolivia on Monday. Peru condemned the bombing of La Paz.",
        "en",
        ["ACCUSE PER>CHL held", "ASSAULT CHL>BOL held"],
    ),
    # whose the deed is, is blamed
    ("Peru condemned Bolivia's attack on Chile.", "en", ["ACCUSE PER>BOL held", "ASSAULT BOL>CHL held"]),
    (
        "Peru mengkritik sanksi Chile terhadap Bolivia.",
        "id",
        ["ACCUSE PER>CHL held", "SANCTION CHL>BOL held"],
    ),
    # who is arrested may well be of the state that arrests; violence in a state may be its own
    ("Peru mengutuk penangkapan warga Bolivia.", "id", ["ACCUSE PER>BOL held"]),
    # what is to end is asked of whoever does it
    ("Peru called for an end to the attacks on Bolivia.", "en", []),
    (
        "Peru called on Chile to end its attacks on Bolivia.",
        "en",
        ["ASSAULT CHL>BOL held", "REQUEST PER>CHL held"],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_whom_a_deed_befalls_is_spared(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
