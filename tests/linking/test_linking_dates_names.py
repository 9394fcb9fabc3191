"""EDTF as days, and names as persons and places."""

from __future__ import annotations

from datetime import date

import pytest
from linking_reports import place

from kawat.linking.days import END, days, instant
from kawat.linking.names import same_person, same_place, source_key


def test_days():
    d = date.toordinal
    cases = {
        "2021-12-07": (d(date(2021, 12, 7)), d(date(2021, 12, 7))),
        "2021-12-07~": (d(date(2021, 12, 7)), d(date(2021, 12, 7))),
        "2024-02": (d(date(2024, 2, 1)), d(date(2024, 2, 29))),
        "2021": (d(date(2021, 1, 1)), d(date(2021, 12, 31))),
        "2021-XX-XX": (d(date(2021, 1, 1)), d(date(2021, 12, 31))),
        "2021-24": (d(date(2021, 12, 1)), d(date(2022, 2, 28))),
        "2021-33": (d(date(2021, 1, 1)), d(date(2021, 3, 31))),
        "2021-12-06/2021-12-12": (d(date(2021, 12, 6)), d(date(2021, 12, 12))),
        "2021-06/..": (d(date(2021, 6, 1)), END),
        "../2021": (1, d(date(2021, 12, 31))),
    }
    for text, expected in cases.items():
        assert days(text) == expected, text


@pytest.mark.parametrize(
    "text", [None, "", "soon", "2021-13", "2021-02-30", "0000", "2021-12-07/soon", "2021-12-07T10"]
)
def test_what_is_no_date(text):
    assert days(text) is None


def test_instants():
    assert instant("2021-12-08T01:00:00+07:00") < instant("2021-12-07T19:00:00Z")
    assert instant("yesterday") == instant(None) == "" == instant("0001-01-01T00:00:00+07:00")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vladimir Putin", "Putin", True),
        ("Joe Biden", "Joseph R. Biden, Jr.", True),
        ("Joe Biden", "Hunter Biden", False),
        ("Xi Jinping", "Xi", True),
        ("Kim Jong Un", "Kim Yo Jong", False),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan", True),
        ("Jake Sullivan", "Dan Sullivan", False),
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Olaf Scholz", "Angela Merkel", False),
        ("", "Putin", False),
    ],
)
def test_persons(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Moskow/RUS", "Moscow/RUS", True),
        ("Moskow", "Moskow/RUS", True),
        ("Moscow/USA", "Moskow/RUS", False),
        ("Gedung Putih, Washington/USA", "Washington/USA", True),
        ("Lyon/FRA", "Paris/FRA", False),
    ],
)
def test_places(one, other, same):
    assert same_place(place(one), place(other)) is same


def test_source_keys():
    assert source_key("ArabNews.com") == source_key("Arab News")
    assert source_key("www.harian.co.id") == source_key("Harian")
    assert source_key("AFP") != source_key("AP")
