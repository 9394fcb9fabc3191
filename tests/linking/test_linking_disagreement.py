"""What reports of one event differ in: kinds, reasons, and who says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_reports import report

from kawat import article, link, read
from kawat.linking import disagreements
from kawat.linking.model import Copy
from kawat.linking.numbers import figure_values
from kawat.linking.sources import by_publication, witness_names

PAGES = Path(__file__).parents[2] / "examples" / "pages"
EAST, WEST = "2021-12-08T08:00:00+07:00", "2021-12-07T20:00:00-05:00"
CALL, CALLED = "<Putin> called [Biden].", "[Putin] was called by <Biden>."
BOTH, BOTH_TOO = "<Putin> and [Biden] spoke in a call.", "<Biden> and [Putin] spoke in a call."
TURNED = {"actors": "USA:Joe Biden", "recipients": "RUS:Vladimir Putin"}

#: Two reports, and the field, kind and reasons of what they differ in; or nothing.
CASES = {
    "dates": ({}, {"date": "2021-12-08"}, "date contradiction"),
    "dates, told later": ({}, {"date": "2021-12-08", "published": "2021-12-20"}, "date contradiction later"),
    "dates, of two zones": (
        {"published": WEST}, {"date": "2021-12-08", "published": EAST}, "date precision zone",
    ),
    "dates, of two zones the wrong way": (
        {"published": EAST}, {"date": "2021-12-08", "published": WEST}, "date contradiction",
    ),
    "dates, of zones that are not told": ({}, {"date": "2021-12-08", "language": "id"}, "date contradiction"),
    "durations, one that cannot be": ({"duration": "PT2H"}, {"duration": f"PT{'9' * 500}H"}, ""),
    "dates, far apart": (
        {"published": WEST}, {"date": "2021-12-10", "published": "2021-12-11T08:00:00+07:00"},
        "date contradiction later",
    ),
    "dates, corrected": (
        {"outlet": "H"}, {"outlet": "H", "date": "2021-12-08", "published": "2021-12-09"}, "date series correction",
    ),
    "dates, planned and held": (
        {"status": "planned", "published": "2021-12-06"}, {"date": "2021-12-08", "published": "2021-12-09"},
        "date series plan later",
    ),
    "dates, moved": (
        {"status": "planned", "published": "2021-12-01", "outlet": "H"},
        {"status": "planned", "published": "2021-12-02", "date": "2021-12-15"}, "date series moved",
    ),
    "dates, by other speakers": (
        {"said": "Kremlin"}, {"date": "2021-12-09", "said": "White House"}, "date speaker speaker",
    ),
    "dates, by one speaker": ({"said": "Kremlin"}, {"date": "2021-12-09", "said": "Kremlin"}, "date contradiction"),
    "place, planned and held": (
        {"where": "Paris/FRA", "status": "planned", "published": "2021-12-06"}, {"where": "Wina/AUT"},
        "place series plan later",
    ),
    "modes, by other speakers": ({"mode": "video", "said": "A"}, {"said": "B"}, "mode speaker speaker"),
    "duration": ({"duration": "PT2H"}, {"duration": "PT5H"}, "duration contradiction"),
    "duration, a bound": (
        {"duration": "PT5H", "duration_relation": "more than"}, {"duration": "PT6H"}, "duration precision bound",
    ),
    "duration, rounded": ({"duration": "PT40M"}, {"duration": "PT38M"}, "duration precision rounding"),
    "figures": ({"figures": "dead:10"}, {"figures": "dead:30"}, "figure:dead contradiction"),
    "figures, rounded": ({"figures": "dead:30"}, {"figures": "dead:31"}, "figure:dead precision rounding"),
    "figures, later": (
        {"figures": "dead:3"}, {"figures": "dead:20", "published": "2021-12-10"}, "figure:dead series later",
    ),
    "figures, corrected at once": (
        {"figures": "dead:3", "outlet": "H", "published": "2021-12-08T01:00:00"},
        {"figures": "dead:20", "outlet": "H", "published": "2021-12-08T03:00:00"}, "figure:dead series correction",
    ),
    "figures, a forecast": (
        {"figures": "troops:100000"}, {"figures": "troops:175000:up to"}, "figure:troops series forecast",
    ),
    "figures, of a plan": (
        {"figures": "ships:4"}, {"figures": "ships:9", "status": "planned"}, "figure:ships series forecast",
    ),
    "figures, other scope": (
        {"figures": "dead:10"}, {"figures": "dead_missing:30"}, "figure:dead scope scope",
    ),
    "figures, two in one report": (
        {"figures": "ships:4;ships:9"}, {"figures": "ships:9"}, "figure:ships scope scope",
    ),
    "figures, other speakers": (
        {"figures": "dead:10", "said": "Kyiv"}, {"figures": "dead:30", "said": "Moscow"}, "figure:dead speaker speaker",
    ),
    "who called": (
        {"frame": "phone#call", "evidence": CALL}, {"frame": "phone#call", "evidence": CALLED, **TURNED},
        "initiative contradiction order",
    ),
    "who called, of two who spoke": (
        {"frame": "phone#call", "evidence": BOTH}, {"frame": "phone#call", "evidence": BOTH_TOO, **TURNED}, "",
    ),
    "who visited": (
        {"mode": "in-person", "frame": "visit#visit"}, {"mode": "in-person", "frame": "arrive#fly", **TURNED},
        "initiative contradiction",
    ),
    "who visited, told by the host": (
        {"mode": "in-person", "frame": "visit#visit"}, {"mode": "in-person", "frame": "receive#receive", **TURNED}, "",
    ),
    "who met": ({"mode": "in-person", "frame": "meet#meet"}, {"mode": "in-person", "frame": "meet#meet", **TURNED}, ""),
    "whether it took place": ({}, {"status": "denied", "said": "Riyadh"}, "status contradiction speaker"),
    "called off, then held": (
        {"status": "cancelled", "published": "2021-12-05"}, {"published": "2021-12-08"}, "status series revived",
    ),
}  # fmt: skip


def lines(found):
    return [" ".join((d.field, d.kind, *d.reasons)) for d in found]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_kinds(case):
    first, second, expected = CASES[case]
    found = disagreements([report("a", **first), report("b", **second)])
    assert lines(found) == ([expected] if expected else [])
    assert all(d.note.startswith(f"{d.kind}: ") for d in found)


def test_values_name_who_says_so_and_count_a_copy_once():
    (found,) = disagreements(
        [
            report("a", date="2021-12-08", outlet="H1", said="Kremlin"),
            report("b", date="2021-12-08", outlet="H2"),
            report("c", outlet="H3"),
        ],
        [Copy("page-b", "page-a", 0.8, 60)],
    )
    assert [(v.value, v.sources, v.by, v.speakers) for v in found.values] == [
        ("2021-12-08", ("H1",), "H1", ("Kremlin",)),
        ("2021-12-07", ("H3",), "H3", ()),
    ]


def test_figures_say_which_are_expected():
    reports = by_publication([
        report("a", figures="troops:100000:more than"), report("b", figures="troops:175000:up to"),
    ])  # fmt: skip
    (found,) = disagreements(reports)
    assert [(v.value, v.forecast) for v in found.values] == [
        ("more than 100000", False),
        ("up to 175000", True),
    ]
    assert [f.forecast for f in figure_values(reports, witness_names(reports))] == [False, True]


@pytest.fixture(scope="module")
def examples():
    reports = [r for p in sorted(PAGES.glob("*.*")) if p.suffix != ".jsonl" for r in read(article(p))]
    return link(reports)


@pytest.mark.parametrize(
    ("page", "date", "expected"),
    [
        ("16-xi-biden-virtual", "2021-11", ["date contradiction"]),
        ("25-argyle-bertemu", "2023-12-14", ["place precision within"]),
    ],
)
def test_examples(examples, page, date, expected):
    found = [
        e for e in examples
        if e.type == "CONSULT" and page in e.articles and len(e.articles) > 1 and (e.date or "").startswith(date)
    ]  # fmt: skip
    assert [lines(e.disagreements) for e in found] == [expected]


def test_an_agency_and_its_takers_in_the_examples(examples):
    (summit,) = [
        e for e in examples if e.type == "CONSULT" and e.date == "2018-06-12" and len(e.articles) > 3
    ]
    assert [w.how for w in summit.sources if w.name == "Reuters"] == [
        "Reuters: credited by Warta Samudra, Lintas Negeri, Suara Khatulistiwa; first in Warta Samudra"
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([side for case in CASES.values() for side in case[:2]]), min_size=2, max_size=5),
    st.randoms(use_true_random=False),
)
def test_laws(sides, random):
    reports = [report(f"r{n}", **side) for n, side in enumerate(sides)]
    found = disagreements(reports)
    mixed = reports[:]
    random.shuffle(mixed)
    assert disagreements(mixed) == found
    assert all(len(d.values) > 1 and set(d.reasons) == set(dict.fromkeys(d.reasons)) for d in found)
    assert len({d.field for d in found if d.kind != "scope"}) == sum(d.kind != "scope" for d in found)
