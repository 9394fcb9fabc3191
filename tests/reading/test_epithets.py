"""What parties are called instead of by their names: "negara Andes itu", "the West African bloc"."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peru gelisah. Negara kaya tembaga itu menuduh Chile.", "id", ["ACCUSE PER>CHL held"]),
        ("Peru gelisah. Negara di kawasan Amerika Latin itu mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
        ("Peru gelisah. Negara berpenduduk 30 juta jiwa itu mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
        ("NATO gelisah. Aliansi pertahanan itu mengutuk Rusia.", "id", ["ACCUSE NATO>RUS held"]),
        ("ECOWAS gelisah. Blok Afrika Barat tersebut mengecam Niger.", "id", ["ACCUSE ECOWAS>NER held"]),
        ("Hamas gelisah. Kelompok yang menguasai Gaza itu mengecam Israel.", "id", ["ACCUSE HAMAS>ISR held"]),
        ("Peru rejected the idea. The Andean nation accused Chile.", "en", ["ACCUSE PER>CHL held"]),
        ("NATO was worried. The 30-member alliance condemned Russia.", "en", ["ACCUSE NATO>RUS held"]),
        ("ECOWAS was worried. The West African bloc condemned Niger.", "en", ["ACCUSE ECOWAS>NER held"]),
        ("Hamas was worried. The Palestinian militant group condemned Israel.", "en", ["ACCUSE HAMAS>ISR held"]),
        # "itu" of another noun, several, one of a federation, a name behind
        ("Peru mengajak negara di kawasan itu mengecam Chile.", "id", ["REQUEST PER>CHL held"]),
        ("Peru gelisah. Negara bagian itu mengecam Chile.", "id", []),
        ("Peru gelisah. Banyak negara tetangga itu mengecam Chile.", "id", []),
        ("Peru memastikan pakta itu telah diteken, tetapi mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
        ("Peru was worried. The militant group Hamas condemned Israel.", "en", ["ACCUSE HAMAS>ISR held"]),
        ("Peru was worried. The island nation workers condemned Chile.", "en", []),
    ],
)  # fmt: skip
def test_what_is_described_is_whom_the_article_told_of(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
