"""Who acts or is reached together: lists that name not all, a body with its members, a group with those in it."""

from __future__ import annotations

import pytest
from telling import told

CASES = [
    ("Kenya, Uganda and other East African states condemned Sudan.", "en", ["ACCUSE KEN+UGA>SDN held"]),
    ("Kenya, Uganda, dan negara-negara lain mengecam Sudan.", "id", ["ACCUSE KEN+UGA>SDN held"]),
    (
        "A 12-strong bloc - including Kenya, Uganda and other neighbours - condemned Sudan.",
        "en",
        ["ACCUSE KEN+UGA>SDN held"],
    ),
    ("Chile urged OPEC and its main member, Iraq, to raise output.", "en", ["REQUEST CHL>IRQ+OPEC held"]),
    (
        "Chile meminta OPEC dan anggota utamanya, Irak, menaikkan produksi.",
        "id",
        ["REQUEST CHL>IRQ+OPEC held"],
    ),
    # what goes on behind the comma is another clause
    ("Peru condemned Chile and its neighbours, Bolivia said.", "en", ["ACCUSE PER>CHL held"]),
    (
        "Western countries, including France and Germany, condemned Sudan.",
        "en",
        ["ACCUSE DEU+FRA+WEST>SDN held"],
    ),
    (
        "Sejumlah negara Eropa, termasuk Prancis dan Italia, mengecam Sudan.",
        "id",
        ["ACCUSE EUROPE+FRA+ITA>SDN held"],
    ),
    # where a caption says that they stand
    (
        "Peruvian President Ana Soto, left, and Chilean President Luis Rojas, right, greet each other.",
        "en",
        ["CONSULT CHL=PER held"],
    ),
    (
        "Presiden Peru Ana Soto (kiri) dan Presiden Chile Luis Rojas (kanan) bersalaman.",
        "id",
        ["CONSULT CHL=PER held"],
    ),
    # a society of no state does not act for the one that its name ends in
    ("Amnesty International Indonesia mengecam Peru.", "id", []),
    ("Direktur Amnesty International Indonesia, Budi Santoso, mengecam Peru.", "id", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_who_stands_together(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
