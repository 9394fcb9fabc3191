"""What an event says: resolved values, history, sources, disagreements."""

from __future__ import annotations

import pytest
from linking_reports import report

from kawat.linking import history, link, sources, status


def event(*reports):
    (only,) = link(reports)
    return only


def notes(*reports):
    return {
        d.field: (d.note.split(":")[0], [v.value for v in d.values]) for d in event(*reports).disagreements
    }


def said(name, what, published, date="2021-12-07", **kw):
    return report(name, status=what, published=published, date=date, **kw)


HISTORIES = {
    "planned then held": ([("planned", "2021-12-05"), ("held", "2021-12-08")], "held"),
    "a plan copied late": ([("held", "2021-12-08"), ("planned", "2021-12-09")], "held"),
    "cancelled later": ([("planned", "2021-12-05"), ("cancelled", "2021-12-06")], "cancelled"),
    "postponed, then cancelled": ([("postponed", "2021-12-05"), ("cancelled", "2021-12-06")], "cancelled"),
    "called off, yet held": ([("cancelled", "2021-12-06"), ("held", "2021-12-08")], "held"),
    "a proposal told late": ([("planned", "2021-12-05"), ("proposed", "2021-12-06")], "planned"),
    "taken up": ([("proposed", "2021-12-05"), ("planned", "2021-12-06")], "planned"),
    "denied after all": ([("held", "2021-12-08"), ("denied", "2021-12-09")], "denied"),
    "revived": (
        [("planned", "2021-12-03"), ("cancelled", "2021-12-05"), ("planned", "2021-12-06")],
        "planned",
    ),
    "held before its day is no word": ([("planned", "2021-12-03"), ("held", "2021-12-04")], "planned"),
    "one moment": ([("held", "2021-12-08"), ("planned", "2021-12-08")], "held"),
    "publication unknown": ([("planned", None), ("cancelled", "2021-12-05")], "cancelled"),
}


@pytest.mark.parametrize("case", HISTORIES, ids=str)
def test_status(case):
    words, expected = HISTORIES[case]
    found = event(*[said(f"r{n}", word, day) for n, (word, day) in enumerate(words)])
    assert found.status == expected
    assert [s.said or "" for s in found.status_history] == sorted(day or "" for _, day in words)


def test_a_source_that_repeats_its_plan_does_not_revive_it():
    steps = history([
        said("a", "planned", "2021-12-03", upstream="Antara"),
        said("b", "cancelled", "2021-12-05"),
        said("c", "planned", "2021-12-06", upstream="Antara"),
    ])  # fmt: skip
    assert status(steps) == "cancelled"


def test_publications_are_ordered_by_time_across_zones():
    steps = history([
        said("late", "held", "2021-12-08T01:00:00+07:00"),
        said("early", "planned", "2021-12-07T17:00:00+00:00"),
    ])  # fmt: skip
    assert [s.report for s in steps] == ["early", "late"]


def test_one_agency_is_one_witness():
    found = sources([
        report("a", upstream="Reuters", outlet="Harian A"),
        report("b", upstream="Reuters;AFP", outlet="Harian B"),
        report("c", outlet="Reuters"),
        report("d", upstream="AFP", outlet="Harian A"),
    ])  # fmt: skip
    assert [(w.name, w.outlets) for w in found] == [
        ("Reuters", ("Harian A", "Harian B", "Reuters")),
        ("AFP", ("Harian A",)),
    ]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ({"outlet": "Harian A"}, {"outlet": "Harian A"}, 1),
        ({"outlet": "Harian A"}, {"outlet": "Harian B"}, 2),
        ({"outlet": "Arab News"}, {"upstream": "ArabNews.com"}, 1),
        ({"outlet": "harian.co.id"}, {"outlet": "Harian"}, 1),
        ({"digest": "same"}, {"digest": "same"}, 1),
        ({"outlet": ""}, {"outlet": ""}, 2),
        ({"outlet": "Harian A", "upstream": "Harian A"}, {"outlet": "Harian A"}, 1),
        ({"outlet": "Harian A", "upstream": "Harian A;AFP"}, {"upstream": "AFP"}, 1),
    ],
)
def test_independence(first, second, count):
    assert len(sources([report("a", **first), report("b", **second)])) == count


def test_a_copy_has_the_witness_of_the_first():
    found = sources([
        report("late", digest="same", outlet="Harian B", published="2021-12-09"),
        report("early", digest="same", outlet="Harian A"),
    ])  # fmt: skip
    assert [(w.name, w.first, w.articles) for w in found] == [
        ("Harian A", "2021-12-08", ("page-early", "page-late"))
    ]


def test_values_follow_independent_sources():
    found = event(
        report("a", date="2021-12-08", upstream="AFP"),
        report("b", date="2021-12-08", upstream="AFP"),
        report("c", date="2021-12-07"),
        report("d", date="2021-12-07"),
    )
    assert found.date == "2021-12-07"


def test_a_broader_value_speaks_for_the_precise_one():
    found = event(
        report("a", date="2021-12", where="Jenewa", published="2021-12-06"),
        report("b", date="2021-12", where="Jenewa", published="2021-12-06"),
        report("c", where="Hotel Baru, Jenewa/CHE"),
    )
    assert (found.date, found.place.name) == ("2021-12-07", "Hotel Baru, Jenewa")


def test_mode_and_persons_are_taken_from_whoever_knows():
    found = event(
        report("a", "RUS", "USA", mode="unspecified"),
        report("b", "RUS", "USA", mode="unspecified"),
        report("c", "USA:Joe Biden", "RUS:Vladimir Putin", mode="video", said="Gedung Putih"),
    )
    assert found.mode == "video"
    assert {p.person for p in found.actors + found.recipients} == {"Joe Biden", "Vladimir Putin"}
    assert found.attributed_to == ("Gedung Putih",)


DISAGREEMENTS = {
    "date, two days": ({}, {"date": "2021-12-08"}, "date", "contradiction"),
    "date, precision": ({"date": "2021-12", "published": "2021-12-07"}, {}, "date", "precision"),
    "place, another country": ({"where": "Paris/FRA"}, {"where": "Wina/AUT"}, "place", "contradiction"),
    "place, another city": ({"where": "Lyon/FRA"}, {"where": "Paris/FRA"}, "place", "contradiction"),
    "place, precision": ({"where": "Istana, Paris/FRA"}, {"where": "Paris/FRA"}, "place", "precision"),
    "mode": ({"mode": "video"}, {"mode": "phone"}, "mode", "contradiction"),
    "duration": ({"duration": "PT2H"}, {"duration": "PT5H"}, "duration", "contradiction"),
    "duration, at least": (
        {"duration": "PT5H", "duration_relation": "more than"}, {"duration": "PT6H"}, "duration", "precision",
    ),
    "participants": ({}, {"recipients": "USA;DEU"}, "participants", "precision"),
    "participants, others": (
        {"recipients": "USA;FRA;GBR;ITA"}, {"recipients": "USA;FRA;GBR;JPN"}, "participants", "contradiction",
    ),
    "status": ({}, {"status": "denied"}, "status", "contradiction"),
    "status over time": (
        {"status": "cancelled", "published": "2021-12-05"}, {"published": "2021-12-09"}, "status", "series",
    ),
    "figures of one day": ({"figures": "dead:10"}, {"figures": "dead:30"}, "figure:dead", "contradiction"),
    "figures, rounded": ({"figures": "dead:30"}, {"figures": "dead:31"}, "figure:dead", "precision"),
    "figures that can both be right": (
        {"figures": "troops:100000:more than"}, {"figures": "troops:120000"}, "figure:troops", "precision",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DISAGREEMENTS, ids=str)
def test_disagreements(case):
    first, second, field, kind = DISAGREEMENTS[case]
    found = notes(report("a", **first), report("b", **second))
    assert {f: k for f, (k, _) in found.items()} == {field: kind}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"where": "Moskow/RUS"}, {"where": "Moscow/RUS"}),
        ({"mode": "unspecified"}, {}),
        ({"duration": "PT2H"}, {"duration": "PT120M"}),
        ({"status": "planned", "published": "2021-12-05"}, {}),
        ({"figures": "dead:10"}, {"figures": "wounded:30"}),
        ({"figures": "troops:100000;troops:175000:up to"}, {}),
        ({"where": "Moskow/RUS"}, {}),
    ],
)
def test_no_disagreement(first, second):
    assert notes(report("a", **first), report("b", **second)) == {}


def test_troops_over_weeks_are_a_series_with_all_values():
    troops = {"type": "MOBILIZE", "actors": "RUS", "recipients": "UKR", "date": None}
    found = event(
        report("a", **troops, figures="troops:175000:up to", published="2021-12-08"),
        report("b", **troops, figures="troops:100000:more than", published="2021-12-30"),
        report("c", **troops, figures="troops:100000:more than", published="2022-02-08"),
    )
    (series,) = found.disagreements
    assert (series.kind, series.reasons) == ("series", ("forecast", "later"))
    assert [(v.value, v.reports, v.first) for v in series.values] == [
        ("up to 175000", ("a",), "2021-12-08"),
        ("more than 100000", ("b", "c"), "2021-12-30"),
    ]
    assert [(f.figure.value, f.source) for f in found.figures] == [
        (175000.0, "Outlet a"), (100000.0, "Outlet b"), (100000.0, "Outlet c"),
    ]  # fmt: skip
