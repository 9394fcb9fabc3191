from __future__ import annotations

import pytest

from kawat.desk import disputes
from kawat.desk.words import words
from kawat.linking.model import Disagreement

EN, ID = words("en"), words("id")


@pytest.mark.parametrize(
    ("field", "value", "english", "indonesian"),
    [
        ("date", "2024-05", "May 2024", "Mei 2024"),
        ("place", "Moskow (RUS)", "Moscow", "Moskow"),
        ("place", "Atas kapal (x)", "Atas kapal (x)", "Atas kapal (x)"),
        ("mode", "phone", "phone call", "telepon"),
        ("status", "denied", "denied", "dibantah"),
        ("duration", "more than PT5H", "more than five hours", "lebih dari lima jam"),
        ("duration", "P1D", "one day", "satu hari"),
        ("participants", "IDN, USA", "Indonesia, United States", "Indonesia, Amerika Serikat"),
        ("participants", "x\x1b", "x", "x"),
        ("figure:troops", "up to 175000", "up to 175,000", "hingga 175.000"),
        ("figure:money USD", "1.5 USD", "1.5 USD", "1,5 USD"),
        ("figure:dead", "several", "several", "several"),
        ("unheard of", "a\nb", "a b", "a b"),
    ],
)
def test_values(field: str, value: str, english: str, indonesian: str) -> None:
    assert disputes.value_words(field, value, EN) == english
    assert disputes.value_words(field, value, ID) == indonesian


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("date", "tanggal"),
        ("figure:troops", "angka (tentara)"),
        ("figure:money USD", "angka (uang USD)"),
        ("?", "?"),
    ],
)
def test_fields(field: str, name: str) -> None:
    assert disputes.field_name(field, ID) == name


def test_kinds() -> None:
    assert disputes.kind(Disagreement("date", (), "precision: a month"), EN) == "one tells it more closely"
    assert disputes.kind(Disagreement("date", (), "of a new kind"), EN) == "of a new kind"
