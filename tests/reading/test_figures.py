"""How many: the numbers that count troops, dead, ships, money, in digits and in words."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import article, reports

from kawat.reading import annotate

Number = tuple[str, float, str | None, str | None]


FIGURES: list[tuple[str, str, list[Number]] | ParameterSet] = [
    ("id", "Mali mengirim 300 tentara.", [("troops", 300, None, None)]),
    ("id", "Mali mengirim 100.000 tentara.", [("troops", 100000, None, None)]),
    ("id", "Mali mengirim lebih dari 100.000 tentara.", [("troops", 100000, "more than", None)]),
    ("id", "Mali mengirim sekitar 2 ribu tentara.", [("troops", 2000, "about", None)]),
    ("id", "Serangan itu menewaskan sedikitnya 12 orang tewas.", [("dead", 12, "more than", None)]),
    ("id", "Bantuan 1,5 miliar dolar AS.", [("money", 1.5e9, None, "USD")]),
    ("id", "Bantuan senilai US$20 juta.", [("money", 2e7, None, "USD")]),
    ("id", "Bantuan senilai Rp 3,2 triliun.", [("money", 3.2e12, None, "IDR")]),
    ("id", "Bantuan hampir 500 juta euro.", [("money", 5e8, "almost", "EUR")]),
    ("id", "Mereka mengusir 10 diplomat.", [("diplomats", 10, None, None)]),
    ("id", "Naik 3,5 persen.", [("percent", 3.5, None, None)]),
    ("id", "Sebanyak 5 rudal dan 7 kapal.", [("missiles", 5, None, None), ("ships", 7, None, None)]),
    ("id", "Pada 2024 ada 3 kota.", []),
    # in words
    ("id", "Mali mengirim lima tentara.", [("troops", 5, None, None)]),
    ("id", "Mali mengirim dua puluh lima tentara.", [("troops", 25, None, None)]),
    ("id", "Mali mengirim tiga ribu tentara.", [("troops", 3000, None, None)]),
    ("id", "Mali mengirim sekitar dua puluh tentara.", [("troops", 20, "about", None)]),
    ("id", "Sedikitnya dua belas orang tewas.", [("dead", 12, "more than", None)]),
    ("id", "Bantuan dua juta dolar.", [("money", 2e6, None, "USD")]),
    ("id", "Tiga rudal dan tujuh kapal.", [("missiles", 3, None, None), ("ships", 7, None, None)]),
    ("id", "Ada dua pertemuan di tiga kota.", []),
    ("en", "Mali sent 300 troops.", [("troops", 300, None, None)]),
    ("en", "Mali sent 100,000 troops.", [("troops", 100000, None, None)]),
    ("en", "Mali sent more than 100,000 soldiers.", [("troops", 100000, "more than", None)]),
    ("en", "Mali sent about 2 thousand troops.", [("troops", 2000, "about", None)]),
    ("en", "The raid left at least 12 people dead.", [("dead", 12, "more than", None)]),
    ("en", "Aid of $1.5 billion.", [("money", 1.5e9, None, "USD")]),
    ("en", "Aid worth US$20 million.", [("money", 2e7, None, "USD")]),
    ("en", "Aid of almost 500 million euros.", [("money", 5e8, "almost", "EUR")]),
    ("en", "They expelled 10 diplomats.", [("diplomats", 10, None, None)]),
    ("en", "Up 3.5 percent.", [("percent", 3.5, None, None)]),
    ("en", "In 2024 there were 3 cities.", []),
    # in words
    ("en", "Mali sent five soldiers.", [("troops", 5, None, None)]),
    ("en", "Mali sent three thousand troops.", [("troops", 3000, None, None)]),
    ("en", "At least twelve people were killed.", [("dead", 12, "more than", None)]),
    ("en", "Aid of two million dollars.", [("money", 2e6, None, "USD")]),
    ("en", "They expelled twenty-one diplomats.", [("diplomats", 21, None, None)]),
    ("en", "There were two meetings in three cities.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), FIGURES)
def test_figures(language: str, text: str, expected: list[Number]) -> None:
    found = annotate(article(text, language)).figures
    assert [(f.what, f.value, f.relation, f.unit) for f in found] == expected
    assert all(text[f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "Turki mengirim 300 tentara ke Suriah.", [("troops", 300)]),
        ("en", "Turkey deployed 300 troops to Syria.", [("troops", 300)]),
        ("id", "Turki memberi bantuan 20 juta dolar AS kepada Sudan.", [("money", 2e7)]),
        ("en", "Turkey gave 20 million dollars in aid to Sudan.", [("money", 2e7)]),
        ("id", "Turki mengirim dua ribu tentara ke Suriah.", [("troops", 2000)]),
        ("en", "Turkey deployed two thousand troops to Syria.", [("troops", 2000)]),
    ],
)
def test_an_act_carries_its_figures(language: str, text: str, expected: list[tuple[str, float]]) -> None:
    (report,) = reports(text, language)
    assert [(f.what, f.value) for f in report.figures] == expected
