"""Names -> office-holders: spellings, single names, names of several people, and the day that decides."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.knowledge.holders import holders
from kawat.reading.people import find, fold, same_name

DAY = "2024-05-15"


def _person(name: str, code: str | None = None, office: str | None = None, day: str = DAY) -> str | None:
    holder = find(name, code, office, day)
    return holder.person if holder is not None else None


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Moon Jae-in", "moon jae in"),
        ("John F. Kennedy", "john f kennedy"),
        ("  Xi   Jinping ", "xi jinping"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Hossein Amirabdollahian", "Hossein Amir-Abdollahian"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert _person(one, None, None, DAY) == _person(other, None, None, DAY) is not None


@pytest.mark.parametrize(
    ("name", "code", "office", "person"),
    [
        ("Lavrov", None, "foreign_minister", "Sergei Lavrov"),
        ("Lavrov", "RUS", None, "Sergei Lavrov"),
        ("Macron", None, "president", "Emmanuel Macron"),
        ("Scholz", None, "prime_minister", "Olaf Scholz"),
        ("Xi", None, "president", "Xi Jinping"),
        ("Retno", "IDN", "foreign_minister", "Retno Marsudi"),
        ("Emanuel Macron", "FRA", "president", "Emmanuel Macron"),
    ],
)
def test_a_part_of_a_name_needs_an_office_or_a_state(
    name: str, code: str | None, office: str | None, person: str
) -> None:
    assert _person(name, code, office) == person


@pytest.mark.parametrize(
    ("name", "code", "office"),
    [
        ("Lavrov", "FRA", None),  # another state's
        ("Bin Farhan", None, "president"),  # another office
        ("Wibisono Example", None, None),
        ("Wibisono Example", None, "president"),
        ("Sergey Petrov", "RUS", "foreign_minister"),  # shares only the first name
        ("Emmanuel", None, None),
    ],
)
def test_no_holder(name: str, code: str | None, office: str | None) -> None:
    assert find(name, code, office, DAY) is None


SEVERAL = [("Luis", "president"), ("Paul", "president"), ("Alexander", "president"), ("Daniel", "president")]


@pytest.mark.parametrize(("name", "office"), SEVERAL)
def test_a_name_that_could_be_of_two_states_gives_none(name: str, office: str) -> None:
    assert len(_serving(name, office)) > 1, "the list of holders has changed: take another name"
    assert find(name, None, office, DAY) is None


@pytest.mark.parametrize(("name", "office"), SEVERAL)
def test_states_that_the_article_names_decide(name: str, office: str) -> None:
    for code in _serving(name, office):
        holder = find(name, None, office, DAY, near=[code])
        assert holder is not None and holder.country == code


def _serving(name: str, office: str) -> list[str]:
    """Return the states whose holder of the office on `DAY` has `name` as a part of the name."""
    serving = [h for h in holders() if h.since <= DAY and (h.until or "9999") > DAY and h.office == office]
    return sorted({h.country for h in serving if fold(name) in fold(h.person).split()})


@pytest.mark.parametrize(
    ("name", "code", "office", "day", "person"),
    [
        ("Rajapaksa", "LKA", "president", "2010-05-15", "Mahinda Rajapaksa"),
        ("Rajapaksa", "LKA", "president", "2020-05-15", "Gotabaya Rajapaksa"),
        ("Aoun", "LBN", "president", "2018-05-15", "Michel Aoun"),
        ("Aoun", "LBN", "president", "2025-05-15", "Joseph Aoun"),
        ("Mitchell", "GRD", "prime_minister", "2020-05-15", "Keith Mitchell"),
        ("Mitchell", "GRD", "prime_minister", "2023-05-15", "Dickon Mitchell"),
    ],
)
def test_the_day_decides(name: str, code: str, office: str, day: str, person: str) -> None:
    assert _person(name, code, office, day) == person


@pytest.mark.parametrize(
    ("said", "full", "expected"),
    [
        ("lavrov", "sergey lavrov", True),
        ("sergei lavrov", "sergey lavrov", True),
        ("s lavrov", "sergey lavrov", True),
        ("ivan petrov", "sergey lavrov", False),
        ("sergey", "sergei lavrov", False),
        # brothers share all parts of their names but one
        ("kim jong nam", "kim jong un", False),
        ("raul castro", "fidel castro", False),
        ("joko widodo", "joko widodo", True),
    ],
)
def test_same_name(said: str, full: str, expected: bool) -> None:
    assert same_name(said, full) is expected


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=30).filter(fold),
    st.sampled_from([None, "RUS", "IDN"]),
    st.sampled_from([None, "president"]),
)
def test_any_name_is_looked_up_without_an_error(name: str, code: str | None, office: str | None) -> None:
    holder = find(name, code, office, DAY)
    assert holder is None or code in (None, holder.country)


def test_a_name_without_a_letter_is_nobodys() -> None:
    assert find(".", None, "president", DAY) is None


def test_every_holder_is_found_by_the_full_name() -> None:
    for h in holders():
        found = find(h.person, h.country, h.office, h.since)
        assert found is not None and found.country == h.country
        assert fold(found.person) == fold(h.person) or fold(h.person) in map(fold, found.aliases)


def test_of_two_posts_of_one_person_the_office_told_decides() -> None:
    holder = find("Mark Rutte", None, "prime_minister", "2026-01-15")
    assert holder is not None and holder.country == "NLD"
