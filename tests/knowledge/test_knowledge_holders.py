"""Holders of offices: dates in order, one holder of one office at a time, and answers for a day."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.errors import KnowledgeError, UsageError
from kawat.knowledge import holders as module
from kawat.knowledge import tables
from kawat.knowledge.bodies import bodies
from kawat.knowledge.holders import holders, office_on, offices_of
from kawat.knowledge.states import states

PLURAL = {"spokesperson", "official", "leader", "vice_president", "ambassador", "opposition_leader"}


def first(date):
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def test_every_holder_serves_a_known_state_or_body():
    for h in holders():
        assert h.country in states() or h.country in bodies(), h


def test_one_office_has_one_holder_at_a_time():
    by_office = {}
    for h in holders():
        if h.office not in PLURAL:
            by_office.setdefault((h.country, h.office), []).append(h)
    for terms in by_office.values():
        for a, b in pairwise(terms):
            end = a.until or a.seen
            assert end is not None, f"{a.person} has no end, yet {b.person} follows"
            assert first(end) <= first(b.since) or end[:4] == b.since[:4], (a, b)


def test_every_term_has_a_source_and_ends_after_it_starts():
    head = (tables.DATA / "holders.csv").read_text(encoding="utf-8").split("person,country")[0]
    for h in holders():
        for source in h.source.split("|"):
            assert f"# {source}:" in head, h
        end = h.until or h.seen
        assert end is None or first(h.since)[:4] <= first(end)[:4], h
        assert not (h.until and h.seen), h


def test_no_short_name_belongs_to_two_people():
    owner = {}
    for h in holders():
        for name in (h.person, *h.aliases):
            assert owner.setdefault(name, h.person) == h.person, name


def test_heads_of_at_least_120_states_are_known():
    heads = {h.country for h in holders() if h.office in {"president", "prime_minister", "monarch"}}
    assert len(heads & set(states())) >= 120


@pytest.mark.parametrize(
    ("country", "office", "day", "person"),
    [
        ("USA", "president", "2021-01-19", "Donald Trump"),
        ("USA", "president", "2021-01-20", "Joe Biden"),
        ("RUS", "president", "2022-02-07", "Vladimir Putin"),
        ("IDN", "foreign_minister", "2017-09-04", "Retno Marsudi"),
        ("GBR", "prime_minister", "2022-02-02", "Boris Johnson"),
        ("DEU", "head_of_government", "2022-02-07", "Olaf Scholz"),
        ("JPN", "head_of_state", "2019-06-28", "Naruhito"),
        ("MYS", "prime_minister", "2017-09-04", "Najib Razak"),
        ("UN", "secretary_general", "2018-01-01", "António Guterres"),
        ("COL", "foreign_minister", "2025-03-01", "Laura Sarabia"),
        ("KHM", "foreign_minister", "2024-11-20", "Prak Sokhonn"),
        ("NLD", "foreign_minister", "2025-07-01", "Caspar Veldkamp"),
        ("BLR", "foreign_minister", "2023-05-01", "Sergei Aleinik"),
        ("CIV", "foreign_minister", "2015-05-01", "Charles Koffi Diby"),
        ("MUS", "foreign_minister", "2021-03-01", "Alan Ganoo"),
        ("IDN", "coordinating_security_minister", "2022-01-10", "Mahfud MD"),
        ("IRN", "head_of_state", "2019-06-01", "Hassan Rouhani"),
        ("IRN", "leader", "2026-03-20", "Mojtaba Khamenei"),
        ("NLD", "head_of_government", "2026-03-01", "Rob Jetten"),
    ],
)
def test_who_held_the_office_on_the_day(country, office, day, person):
    found = office_on(country, office, day)
    assert found is not None and found.person == person


def test_nothing_is_said_of_days_after_a_person_was_last_seen():
    stale = next(h for h in holders() if h.seen and len(h.seen) == 10 and h.office not in PLURAL)
    found = office_on(stale.country, stale.office, "2199-01-01")
    assert found is None or found.person != stale.person or found.since != stale.since


def test_offices_of_a_person_on_a_day_by_short_name():
    assert [h.office for h in offices_of("Tillerson", "2017-06-01")] == ["foreign_minister"]
    assert offices_of("Tillerson", "2016-06-01") == ()


@pytest.mark.parametrize("day", ["2021", "2021-12", "yesterday", "2021-12-7", ""])
def test_a_day_is_asked_for_in_full(day):
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        office_on("USA", "president", day)
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        offices_of("Biden", day)


@given(st.dates().map(str), st.sampled_from(sorted({(h.country, h.office) for h in holders()})))
def test_whoever_is_found_is_in_office_on_that_day(day, where):
    found = office_on(*where, day)
    if found is not None:
        assert found.since <= day and (found.until is None or day[: len(found.until)] <= found.until)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("A B,XXX,president,2020-1-1,,,,press", "since '2020-1-1' is no date"),
        ("A B,XXX,president,2020,2019,,,press", "ends .2019. before it starts"),
        ("A B,XXX,president,2020,,,,", "source is blank"),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path, monkeypatch, row, message):
    (tmp_path / "holders.csv").write_text(f"{','.join(module.COLUMNS)}\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=message) as caught:
        holders.__wrapped__()
    assert "holders.csv:2" in str(caught.value)


def test_foreign_ministers_of_at_least_120_states_are_known_up_to_2022():
    for year in range(2019, 2023):
        known = {c for c in states() if office_on(c, "foreign_minister", f"{year}-07-01")}
        assert len(known) >= 120, year
