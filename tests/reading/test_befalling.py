"""Private people and firms: they act for no state, but count for theirs where a deed befalls them."""

from __future__ import annotations

import pytest
from telling import told

CASES = [
    ("Peruvian analysts accused Chile of spying.", "en", []),
    ("Para kritikus Peru mengecam Chile.", "id", []),
    ("A Peruvian company accused Chile of spying.", "en", []),
    ("Perusahaan Peru mengecam Chile.", "id", []),
    ("Peru's neighbours condemned Chile.", "en", []),
    ("Peru's neighbours Chile and Bolivia condemned Kenya.", "en", ["ACCUSE BOL+CHL>KEN held"]),
    ("Twelve Peruvian fishermen were detained by Chile.", "en", ["COERCE CHL>PER held"]),
    ("Dua belas nelayan Peru ditangkap Chile.", "id", ["COERCE CHL>PER held"]),
    ("Dozens of Peruvian soldiers were killed by Chile.", "en", ["ASSAULT CHL>PER held"]),
    ("The killing of a Peruvian fisherman by Chile led to protests.", "en", ["ASSAULT CHL>PER held"]),
    ("Chile imposed sanctions on Peruvian companies.", "en", ["SANCTION CHL>PER held"]),
    ("Chile menjatuhkan sanksi kepada lima perusahaan Peru.", "id", ["SANCTION CHL>PER held"]),
    ("Japan rescued nine Peruvian fishermen.", "en", ["AID JPN>PER held"]),
    # who protests does so for his state
    ("Peruvian farmers protested outside the Chilean embassy.", "en", ["PROTEST PER>CHL held"]),
    ("Petani Peru berunjuk rasa di depan Kedutaan Chile.", "id", ["PROTEST PER>CHL held"]),
    # whose friends they are is not who they are
    ("Peru's European allies condemned Chile.", "en", ["ACCUSE EUROPE>CHL held"]),
    ("Peru and its European allies condemned Chile.", "en", ["ACCUSE EUROPE+PER>CHL held"]),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_private_people_and_firms(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
