"""Envoys who were sent by a person act for that person's party, and are not he."""

from __future__ import annotations

import pytest
from telling import named

USA, RUS, UN, IDN = "USA", "RUS", "UN", "IDN"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Utusan khusus Joe Biden, Ana Paz, tiba.", "id", [(USA, "Ana Paz", "envoy")]),
        ("Utusan khusus Presiden Joe Biden, Ana Paz, tiba.", "id", [(USA, "Ana Paz", "envoy")]),
        ("Duta khusus Presiden AS Joe Biden, Ana Paz, tiba.", "id", [(USA, "Ana Paz", "envoy")]),
        ("Utusan Sekjen PBB António Guterres, Ana Paz, tiba.", "id", [(UN, "Ana Paz", "envoy")]),
        ("Utusan Presiden Rusia Oleg Sokol, Ana Paz, tiba.", "id", [(RUS, "Ana Paz", "envoy")]),  # in no list
        ("Utusan Presiden Joko Widodo untuk Timur Tengah, Ana Paz, tiba.", "id", [(IDN, "Ana Paz", "envoy")]),
        ("Utusan Putin tiba.", "id", [(RUS, None, "envoy")]),
        ("Biden's envoy Ana Paz arrived.", "en", [(USA, "Ana Paz", "envoy")]),
        ("Joe Biden's special Middle East envoy, Ana Paz, arrived.", "en", [(USA, "Ana Paz", "envoy")]),
        ("The envoy of President Joe Biden, Ana Paz, arrived.", "en", [(USA, "Ana Paz", "envoy")]),
        ("Putin's envoy arrived.", "en", [(RUS, None, "envoy")]),
        (
            "Biden's meeting with envoy Ana Paz of Peru ended.",
            "en",
            [(USA, "Joe Biden", "president"), ("PER", "Ana Paz", "envoy")],
        ),
        # whoever sends nobody is the envoy himself
        ("Utusan khusus AS Ana Paz tiba.", "id", [(USA, "Ana Paz", "envoy")]),
        ("Biden's dog, an envoy of joy, arrived.", "en", [(USA, "Joe Biden", "president")]),
    ],
)
def test_whose_envoy(text: str, language: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert named(text, language) == expected


def test_a_former_leader_who_is_an_envoy_is_himself() -> None:
    found = named("Utusan khusus PBB Tony Blair tiba.", "id")
    assert [(code, person) for code, person, _ in found] == [("UN", "Tony Blair")]
