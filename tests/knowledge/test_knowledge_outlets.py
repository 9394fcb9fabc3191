"""Outlets and agencies: names, domains, laws of the file."""

from __future__ import annotations

import re

import pytest

from kawat.errors import KnowledgeError
from kawat.knowledge.outlets import Outlet, _index, key, longest, lookup, of_host, outlets, usual


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("antaranews", "ANTARA News"),
        ("Antara", "ANTARA News"),
        ("cnn indonesia", "CNN Indonesia"),
        ("KONTAN.CO.ID", "Kontan"),
        ("KALBAR TERKINI", "Kalbar Terkini"),
        ("Kalbar-Terkini.Com", "Kalbar Terkini"),
        ("AP", "The Associated Press"),
        ("Aljazeera", "Al Jazeera"),
        ("www.theguardian.com", "The Guardian"),
        ("Warta Utaria", "Warta Utaria"),
    ],
)
def test_usual_names(name: str, expected: str) -> None:
    assert usual(name) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("news.detik.com", "detikcom"),
        ("www.reuters.com", "Reuters"),
        ("kalbarterkini.pikiran-rakyat.com", "Kalbar Terkini"),
        ("www.pikiran-rakyat.com", "Pikiran Rakyat"),
        ("example.org", None),
        ("com", None),
        ("", None),
    ],
)
def test_hosts(host: str, expected: str | None) -> None:
    found = of_host(host)
    assert (found.name if found else None) == expected


def test_longest_name_wins() -> None:
    found = longest(["The", "Associated", "Press", "said"])
    assert found is not None and (found[0].name, found[1]) == ("The Associated Press", 3)
    assert longest(["Utaria"]) is None


@pytest.mark.parametrize("name", ["Ani", "App", "Australian", "National", "Times", "hindu"])
def test_other_words_are_no_outlets(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize("name", ["ANI", "the Australian", "THE TIMES", "Efe", "Guardian", "cnn.com"])
def test_dressed_names_are_outlets(name: str) -> None:
    assert lookup(name) is not None


def test_laws_of_the_file() -> None:
    found = outlets()
    assert len(found) >= 90
    assert sum(o.agency for o in found) >= 30
    for outlet in found:
        assert re.fullmatch(r"[A-Z]{3}", outlet.country)
        assert lookup(outlet.name) is outlet
        assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", d) for d in outlet.domains)
        assert len(outlet.name.split()) <= 6


def test_two_outlets_of_one_name_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="stands for"):
        _index((Outlet("Warta", "IDN"), Outlet("Kabar", "IDN", aliases=("WARTA",))))


def test_key_of_punctuation_only_is_kept() -> None:
    assert key("!!") == "!!"
