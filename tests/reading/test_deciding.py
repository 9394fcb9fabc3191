"""Deeds told in other words than a verb of who does them: decided on, blamed for, broken out, claimed, supplied."""

from __future__ import annotations

import pytest
from telling import told

CASES = [
    # what somebody decides to do, he does
    (
        "Peru's decision last month to release Chilean sailors angered Bolivia.",
        "en",
        ["RETREAT PER>CHL held"],
    ),
    ("The decision by Peru to arrest two Chilean journalists drew criticism.", "en", ["COERCE PER>CHL held"]),
    ("Keputusan Peru untuk menarik pasukannya dari Chile disambut Bolivia.", "id", ["RETREAT PER>CHL held"]),
    # but only asks for it where he proposes it
    ("Peru's proposal to expel Chilean envoys angered Bolivia.", "en", ["REQUEST PER>CHL held"]),
    # who is blamed for a deed has done it
    ("Bolivia blamed Peru for the attack on La Paz.", "en", ["ACCUSE BOL>PER held", "ASSAULT PER>BOL held"]),
    (
        "Bolivia menuding Peru atas pembunuhan menterinya.",
        "id",
        ["ACCUSE BOL>PER held", "ASSAULT PER>BOL held"],
    ),
    # where fighting breaks out, two fight whose border it is
    ("Fighting erupted on the border between Peru and Chile.", "en", ["ASSAULT CHL+PER>CHL+PER held"]),
    ("Baku tembak pecah di perbatasan Peru-Chile.", "id", ["ASSAULT CHL+PER>CHL+PER held"]),
    ("Peru has been involved in daily exchanges of fire with Chile.", "en", ["ASSAULT PER>CHL held"]),
    ("Peru sedang terlibat dalam perang dengan Chile.", "id", ["ASSAULT PER>CHL held"]),
    # what is claimed to have been done, is told as done
    ("Peru claimed to have struck several Chilean targets.", "en", ["ASSAULT PER>CHL held"]),
    # who uses arms was given them by who supplied them
    (
        "Chile menyerang Bolivia dengan rudal yang dipasok Peru.",
        "id",
        ["AID PER>CHL held", "ASSAULT CHL>BOL held"],
    ),
    ("Chile attacked the port with missiles provided by Peru.", "en", ["AID PER>CHL held"]),
    # who is given asylum somewhere
    ("The Chilean opposition leader was granted asylum in Peru.", "en", ["AID PER>CHL held"]),
    ("Pemimpin oposisi Chile mendapat suaka di Peru.", "id", ["AID PER>CHL held"]),
    # what another has put forward is agreed to by one alone, and a body agrees by itself
    ("Peru menyetujui proposal gencatan senjata Chile.", "id", ["AGREE CHL=PER held"]),
    ("Peru approved the Chilean proposal.", "en", ["AGREE CHL=PER held", "REQUEST CHL>PER held"]),
    ("Para menteri energi G7 sepakat untuk mempercepat penutupan PLTU.", "id", ["AGREE G7 held"]),
    # whose step it is that somebody judges
    (
        "Peru recognised Bolivia, a step that drew sharp criticism from Chile.",
        "en",
        ["ACCUSE CHL>PER held", "SUPPORT PER>BOL held"],
    ),
    (
        "Peru recognised Bolivia, a move condemned by Chile.",
        "en",
        ["ACCUSE CHL>PER held", "SUPPORT PER>BOL held"],
    ),
    (
        "Peru menyerang Bolivia, langkah yang dikecam Chile.",
        "id",
        ["ACCUSE CHL>PER held", "ASSAULT PER>BOL held"],
    ),
    # a war of two is a fact, whatever is done about it
    (
        "Bolivia menaikkan harga untuk menekan kerugian imbas perang Peru dan Chile.",
        "id",
        ["ASSAULT CHL+PER>CHL+PER held"],
    ),
    # who break with each other
    ("Peru and Chile severed diplomatic ties.", "en", ["SANCTION CHL>PER held", "SANCTION PER>CHL held"]),
    ("Peru severed diplomatic ties with Chile.", "en", ["SANCTION PER>CHL held"]),
    ("Peru memutuskan hubungan diplomatik dengan Chile.", "id", ["SANCTION PER>CHL held"]),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_deeds_in_other_words(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
