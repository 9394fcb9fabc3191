"""What each word of a history changes, and the date that an event carries after it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_reports import report

from kawat.linking import history, status
from kawat.linking.history import due
from kawat.linking.model import Copy
from kawat.linking.resolving import date, mode, place
from kawat.linking.sources import by_publication, witness_names


def told(*words):
    """Build reports from ``outlet status date day``; the date may be ``-``."""
    found = []
    for n, word in enumerate(words):
        outlet, what, when, day = word.split()
        found.append(
            report(f"r{n}", outlet=outlet, status=what, date=None if when == "-" else when, published=day)
        )
    return found


#: Words in order, what each changes, the status at the end, and the date of the event.
CASES = {
    "a week, then its day, then off": (
        ["A planned 2021-12-06/2021-12-12 2021-12-01", "B planned 2021-12-08 2021-12-02",
         "B cancelled 2021-12-08 2021-12-07"],
        "first dated status", "cancelled", "2021-12-08",
    ),
    "off, when the plan gave only a week": (
        ["A planned 2021-12-06/2021-12-12 2021-12-01", "B cancelled - 2021-12-05"],
        "first status", "cancelled", "2021-12-06/2021-12-12",
    ),
    "moved by its source": (
        ["A planned 2021-12-08 2021-12-01", "A planned 2021-12-15 2021-12-01T10:00:00"],
        "first moved", "planned", "2021-12-15",
    ),
    "moved, told by others on a later day": (
        ["A planned 2021-12-08 2021-12-01", "C planned 2021-12-08 2021-12-01", "B planned 2021-12-15 2021-12-03"],
        "first confirmed moved", "planned", "2021-12-15",
    ),
    "two dates of one day": (
        ["A planned 2021-12-08 2021-12-01", "B planned 2021-12-15 2021-12-01"],
        "first disputed", "planned", "2021-12-08",
    ),
    "the old date, told late": (
        ["A planned 2021-12-08 2021-12-01", "A planned 2021-12-15 2021-12-03", "B planned 2021-12-08 2021-12-04"],
        "first moved overtaken", "planned", "2021-12-15",
    ),
    "put off to a date": (
        ["A planned 2021-12-08 2021-12-01", "A postponed 2021-12-15 2021-12-05", "B postponed 2021-12-08 2021-12-06"],
        "first moved confirmed", "planned", "2021-12-15",
    ),
    "put off twice": (
        ["A planned 2021-12-08 2021-12-01", "A postponed 2021-12-15 2021-12-05", "A postponed 2021-12-22 2021-12-10",
         "A held 2021-12-22 2021-12-23"],
        "first moved moved status", "held", "2021-12-22",
    ),
    "put off, then a date": (
        ["A planned 2021-12-08 2021-12-01", "A postponed - 2021-12-05", "A planned 2021-12-15 2021-12-06"],
        "first status status", "planned", "2021-12-15",
    ),
    "said again": (
        ["A planned 2021-12-08 2021-12-01", "A planned - 2021-12-02", "A planned 2021-12 2021-12-03"],
        "first repeated repeated", "planned", "2021-12-08",
    ),
    "one source: planned, off, and planned again": (
        ["A planned 2021-12-08 2021-12-01", "A cancelled - 2021-12-02", "A planned 2021-12-08 2021-12-03"],
        "first status status", "planned", "2021-12-08",
    ),
    "recalled after it was held": (
        ["A held 2021-12-08 2021-12-08", "B cancelled 2021-12-08 2021-12-09", "C planned 2021-12-08 2021-12-09"],
        "first overtaken overtaken", "held", "2021-12-08",
    ),
    "denied again": (
        ["A held 2021-12-08 2021-12-08", "B denied 2021-12-08 2021-12-09", "B denied - 2021-12-10"],
        "first status repeated", "denied", "2021-12-08",
    ),
    "held on another day than planned": (
        ["A planned 2021-12-08 2021-12-01", "B planned 2021-12-08 2021-12-01", "C held 2021-12-09 2021-12-09"],
        "first confirmed status", "held", "2021-12-09",
    ),
    "the plan knows the day": (
        ["A planned 2021-12-08 2021-12-01", "C held 2021-12 2021-12-30"],
        "first status", "held", "2021-12-08",
    ),
    "held, told before its day, and again when it had come": (
        ["A held 2021-12-08 2021-12-01", "A held 2021-12-08 2021-12-09"],
        "early status", "held", "2021-12-08",
    ),
    "held, told before its day only": (
        ["A held 2021-12-08 2021-12-01", "B planned 2021-12-08 2021-12-02"],
        "early confirmed", "planned", "2021-12-08",
    ),
    "taken up on another date": (
        ["A proposed 2021-12-08 2021-12-01", "B planned 2021-12-15 2021-12-03"],
        "first status", "planned", "2021-12-15",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_changes(case):
    words, changes, end, day = CASES[case]
    reports = told(*words)
    steps = history(reports)
    assert " ".join(str(s.change) for s in steps) == changes
    assert (status(steps), date(by_publication(reports), witness_names(reports))) == (end, day)
    assert due(steps) == (day if end == "planned" else None)
    assert [s.news for s in steps] == [s.change not in ("repeated", "overtaken") for s in steps]


def test_a_move_tells_the_date_that_it_left():
    steps = history(told("A planned 2021-12-08 2021-12-01", "A postponed 2021-12-15 2021-12-05"))
    assert [s.moved_from for s in steps] == [None, "2021-12-08"]


def test_a_copy_says_nothing_new():
    reports = [
        *told("A planned 2021-12-08 2021-12-01", "A cancelled - 2021-12-02"),
        report("c", outlet="B", status="planned", date="2021-12-08", published="2021-12-03"),
    ]
    steps = history(reports, [Copy("page-c", "page-r0", 0.9, None)])
    assert (steps[-1].change, status(steps)) == ("repeated", "cancelled")
    assert status(history(reports)) == "planned"


def test_of_what_was_held_the_plan_does_not_tell():
    plan = {"status": "planned", "published": "2021-12-01", "where": "Paris/FRA", "mode": "in-person"}
    reports = [report("a", **plan), report("b", **plan), report("c", where="Wina/AUT", mode="video")]
    known, names = by_publication(reports), witness_names(reports)
    assert (place(known, names).name, mode(known, names)) == ("Wina", "video")


REPORTS = st.lists(
    st.builds(
        lambda n, outlet, what, when, day: report(n, outlet=outlet, status=what, date=when, published=day),
        st.sampled_from("abcdefgh"),
        st.sampled_from("ABC"),
        st.sampled_from(["proposed", "planned", "held", "postponed", "cancelled", "denied"]),
        st.none() | st.sampled_from(["2021-12-08", "2021-12-15", "2021-12", "2021-12-06/2021-12-12"]),
        st.none() | st.sampled_from(["2021-12-01", "2021-12-07T08:00:00+07:00", "2021-12-09", "2021-12-20"]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda r: r.id,
)


@settings(max_examples=200, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_laws(reports, random):
    steps = history(reports)
    mixed = reports[:]
    random.shuffle(mixed)
    assert history(mixed) == steps
    assert sorted(s.report for s in steps) == sorted(r.id for r in reports)
    assert steps[0].change in ("first", "early") and steps[0].news
    assert status(steps) in {s.status for s in steps} | {"planned"}
    assert all((s.moved_from is None) or s.date for s in steps)
    found = date(by_publication(reports), witness_names(reports), steps)
    assert found in {r.date for r in reports}
    if due(steps) and status(steps) == "planned":
        assert found is not None
