"""Whom force meets by where it is used."""

import pytest
from telling import told

CASES = [
    ("Peru mengerahkan pasukan di dekat Chile.", ["MOBILIZE PER>CHL held"]),
    # the clause above says where, as long as it does not only say so
    (
        "Intelijen menilai Peru dapat memulai serangan di Chile karena telah mengumpulkan 5.000 tentara di perbatasan.",
        ["MOBILIZE PER>CHL held"],
    ),
    ("Di Santiago, Menlu Peru mengatakan negaranya telah mengerahkan pasukan.", ["MOBILIZE PER> held"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_place_of_force(text: str, expected: list[str]) -> None:
    assert told(text, "id") == expected
