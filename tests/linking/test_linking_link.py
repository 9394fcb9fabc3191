"""Which reports are one event, and which are not."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_reports import report

from kawat.linking import link
from kawat.linking.blocking import candidates, keys
from kawat.linking.crowds import CROWD
from kawat.linking.rulings import Ruling, Rulings
from kawat.linking.units import units
from kawat.text import digest


def groups(*reports):
    return sorted(sorted(e.reports) for e in link(reports))


ONE = [["a", "b"]]
TWO = [["a"], ["b"]]
UNNAMED = {"actors": "RUS", "recipients": "USA"}
OTHERS = {"actors": "RUS:Sergei Lavrov", "recipients": "USA:Antony Blinken"}
ACT = {"type": "ACCUSE", "actors": "USA", "recipients": "RUS"}
TROOPS = {"type": "MOBILIZE", "actors": "RUS", "recipients": "UKR", "date": None}

PAIRS = {
    "alike": ({}, {}, ONE),
    "sides of a contact turned round": ({}, {"actors": "USA:Biden", "recipients": "RUS:Putin"}, ONE),
    "planned, then held": ({"status": "planned", "published": "2021-12-05"}, {}, ONE),
    "a plan for a week holds the day": (
        {"status": "planned", "date": "2021-12-06/2021-12-12", "published": "2021-12-01"}, {}, ONE,
    ),
    "a plan for a month holds the day": (
        {"status": "planned", "date": "2021-12", "published": "2021-11-28"}, {"status": "cancelled"}, ONE,
    ),
    "a month does not hold another month's day": ({"date": "2021-11"}, {}, TWO),
    "two days": ({}, {"date": "2021-12-30", "published": "2021-12-30"}, TWO),
    "adjacent days, published together": ({}, {"date": "2021-12-08"}, ONE),
    "adjacent days, published far apart": ({}, {"date": "2021-12-08", "published": "2021-12-20"}, TWO),
    "adjacent days, different places": (
        {"where": "Jenewa/CHE"}, {"date": "2021-12-08", "where": "Wina/AUT"}, TWO,
    ),
    "adjacent days, other persons left open": ({}, {"date": "2021-12-08", **UNNAMED}, TWO),
    "adjacent days of an act": (ACT, {**ACT, "date": "2021-12-08"}, TWO),
    "other persons of the same states": ({}, OTHERS, TWO),
    "persons named in one only": ({}, UNNAMED, ONE),
    "spelling of a name": (
        {"recipients": "UKR:Volodymyr Zelensky"}, {"recipients": "UKR:Volodymyr Zelenskyy"}, ONE,
    ),
    "family name first": ({"recipients": "JPN:Shigeru Ishiba"}, {"recipients": "JPN:Ishiba Shigeru"}, ONE),
    "brothers": ({"recipients": "PRK:Kim Jong Un"}, {"recipients": "PRK:Kim Yo Jong"}, TWO),
    "other states": ({}, {"recipients": "FRA:Emmanuel Macron"}, TWO),
    "one party more": ({}, {"recipients": "USA:Joe Biden;DEU:Olaf Scholz"}, ONE),
    "a summit is not the talks beside it": ({}, {"recipients": "USA:Joe Biden;DEU;FRA;GBR;ITA;JPN"}, TWO),
    "mode unspecified": ({}, {"mode": "unspecified"}, ONE),
    "phone and in person": ({}, {"mode": "in-person"}, TWO),
    "video and in person, same date and parties": ({"mode": "video"}, {"mode": "in-person"}, ONE),
    "video and in person, date less exact": (
        {"mode": "video"}, {"mode": "in-person", "date": "2021-12", "published": "2021-12-08"}, TWO,
    ),
    "letter and phone": ({}, {"mode": "letter"}, TWO),
    "no date, published near": ({}, {"date": None, "published": "2021-12-10"}, ONE),
    "no date, recalled later": ({}, {"date": None, "published": "2021-12-20"}, ONE),
    "no date, recalled much later": ({}, {"date": None, "published": "2022-02-20"}, TWO),
    "no date, published later, still planned": (
        {}, {"date": None, "published": "2021-12-20", "status": "planned"}, TWO,
    ),
    "a plan without a date, held weeks later": (
        {"date": None, "status": "planned", "published": "2021-11-25"}, {}, ONE,
    ),
    "planned, put off, held on a later day": (
        {"status": "planned", "published": "2021-12-01"},
        {"date": "2022-01-10", "status": "postponed", "published": "2021-12-05"}, ONE,
    ),
    "offices differ, nobody named": (
        {"actors": "RUS::president", "recipients": "USA::president"},
        {"actors": "RUS::foreign_minister", "recipients": "USA::foreign_minister"}, TWO,
    ),
    "long ago, told by the year": (
        {**ACT, "date": "2014-03-18", "published": "2021-12-01"},
        {**ACT, "date": "2014", "published": "2022-02-01"}, ONE,
    ),
    "no date, published near the plan's own page": (
        {"status": "planned", "date": "2021-12-20"}, {"date": None, "status": "planned"}, ONE,
    ),
    "no date, told as held before the day": ({"date": "2021-12-12"}, {"date": None}, TWO),
    "no date, still planned after the day": (
        {"date": "2021-12-06"}, {"date": None, "status": "planned"}, TWO,
    ),
    "no date, called off between plan and day": (
        {"status": "planned", "date": "2021-12-20", "published": "2021-12-01"},
        {"status": "cancelled", "date": None, "published": "2021-12-11"}, ONE,
    ),
    "no date in either, published near": (
        {"date": None}, {"date": None, "published": "2021-12-11"}, ONE,
    ),
    "no date in either, published far apart": (
        {"date": None}, {"date": None, "published": "2021-12-12"}, TWO,
    ),
    "nothing to tell when": ({"date": None, "published": None}, {"date": None}, TWO),
    "a year of contacts is not one contact": (
        {"date": "2021-06/2021-12", "mode": "unspecified", **UNNAMED},
        {"mode": "unspecified", **UNNAMED}, TWO,
    ),
    "different types": (ACT, {**ACT, "type": "THREATEN"}, TWO),
    "an act is directed": (ACT, {**ACT, "actors": "RUS", "recipients": "USA"}, TWO),
    "an act, same date": (ACT, ACT, ONE),
    "an act, addressees overlap": (ACT, {**ACT, "recipients": "RUS;BLR"}, ONE),
    "an act, no addressee in one": (ACT, {**ACT, "recipients": ""}, ONE),
    "an act, another actor": (ACT, {**ACT, "actors": "GBR"}, TWO),
    "an act without date, published near": (
        {**ACT, "date": None}, {**ACT, "date": None, "published": "2021-12-10"}, ONE,
    ),
    "an act without date, published later": (
        {**ACT, "date": None}, {**ACT, "date": None, "published": "2021-12-11"}, TWO,
    ),
    "a lasting act, weeks apart": (TROOPS, {**TROOPS, "published": "2022-02-05"}, ONE),
    "a lasting act, months apart": (TROOPS, {**TROOPS, "published": "2022-03-05"}, TWO),
    "place differs, all else agrees": ({"where": "Moskow/RUS"}, {"where": "Paris/FRA"}, ONE),
    "same article": ({"article": "p"}, {"article": "p", "mode": "unspecified"}, TWO),
    "same article, alike in all": ({"article": "p"}, {"article": "p"}, TWO),
    "a copy published later": (
        {"date": None, "digest": "same"}, {"date": None, "digest": "same", "published": "2022-01-30"}, ONE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PAIRS, ids=str)
def test_pairs(case):
    first, second, expected = PAIRS[case]
    assert groups(report("a", **first), report("b", **second)) == expected


def test_an_undated_report_that_fits_two_events_stays_apart_and_says_so():
    early = report("early", date="2021-12-06")
    late = report("late", date="2021-12-09", published="2021-12-09")
    open_ = report("open", date=None, published="2021-12-09")
    assert groups(early, late, open_) == [["early"], ["late"], ["open"]]
    reasons = next(e for e in link([early, late, open_]) if e.reports == ("open",)).reasons
    assert reasons == ("apart: open fits early and late alike",)


def test_rivals_that_turn_out_to_be_one_event_are_no_rivals():
    plan = report("plan", date="2021-12-06/2021-12-12", status="planned", published="2021-12-04")
    held = report("held", date="2021-12-07")
    undated = report("undated", date=None, published="2021-12-07")
    assert groups(plan, held, undated) == [["held", "plan", "undated"]]


def test_unnamed_talks_join_neither_of_two_pairs_of_persons():
    leaders, ministers = report("leaders"), report("ministers", **OTHERS)
    assert len(groups(leaders, ministers, report("open", **UNNAMED))) == 3


def test_a_plan_that_was_moved_stays_one_event_though_a_page_repeats_the_old_day():
    told = [
        ("plan", "2021-12-06", "planned", "2021-11-30"),
        ("off", "2021-12-06", "postponed", "2021-12-02"),
        ("again", "2021-12-09", "planned", "2021-12-03"),
        ("stale", "2021-12-06", "planned", "2021-12-04"),
        ("held", "2021-12-09", "held", "2021-12-09"),
    ]
    reports = [report(n, date=d, status=s, published=p) for n, d, s, p in told]
    (event,) = link(reports)
    assert (event.date, event.status) == ("2021-12-09", "held")
    assert len(groups(*reports[::2], report("other", date="2021-12-20", published="2021-12-20"))) == 3


def test_reports_parted_by_hand_are_never_one_whatever_is_joined():
    a, b, c = (
        report(n, date=f"2021-12-{d}", published=f"2021-12-{d}") for n, d in (("a", 10), ("b", 14), ("c", 18))
    )
    rulings = Rulings(
        [Ruling(True, ("a",), ("b",)), Ruling(True, ("b",), ("c",)), Ruling(False, ("a",), ("c",))]
    )
    found = [set(e.reports) for e in link([a, b, c], rulings)]
    assert not any({"a", "c"} <= group for group in found) and {"a", "b"} in found


def test_a_chain_does_not_glue_two_days():
    days = [report(f"d{n}", date=f"2021-12-0{n}", published="2021-12-08") for n in (6, 7, 8)]
    month = report("month", date="2021-12")
    assert groups(*days, month) == [["d6"], ["d7"], ["d8"], ["month"]]


def test_two_days_of_one_article_stay_two_when_others_tell_them():
    both = [report("x1", article="x"), report("x2", article="x", date="2021-12-08")]
    others = [report("y1"), report("y2", date="2021-12-08")]
    assert groups(*both, *others) == [["x1", "y1"], ["x2", "y2"]]


def test_what_an_article_tells_apart_stays_apart_in_its_copy():
    demands = {"type": "REQUEST", "actors": "RUS", "recipients": "USA", "digest": "same"}
    first = "<Moscow> asked [Washington] to release the trawlers."
    second = "<Moscow> asked [Washington] to reopen the consulate."
    told = [
        report(f"{page}{n}", article=page, evidence=sentence, **demands)
        for page in ("x", "y")
        for n, sentence in enumerate((first, second))
    ]
    assert groups(*told) == [["x0", "y0"], ["x1", "y1"]]


def test_lasting_acts_hold_together_over_a_row_of_reports():
    days = ["2021-12-05", "2021-12-08", "2021-12-30", "2022-02-08"]
    assert len(link(report(d, **TROOPS, published=d) for d in days)) == 1


def test_reasons_say_why():
    plan = report("plan", date="2021-12-06/2021-12-12", status="planned", published="2021-12-01")
    (event,) = link([plan, report("held")])
    (reason,) = event.reasons
    assert reason == (
        "held = plan: parties: RUS, USA; persons: vladimir putin, joe biden; "
        "date: 2021-12-07 inside 2021-12-06/2021-12-12; mode: phone; score 8.5"
    )


def test_ids_are_the_digest_of_the_first_published_report():
    (event,) = link([report("b"), report("a", published="2021-12-09")])
    assert event.id == digest("b", size=16)
    (more,) = link([report("b"), report("a", published="2021-12-09"), report("0", published="2021-12-09")])
    assert more.id == event.id


def test_reports_with_one_id_in_two_events_keep_the_events_apart():
    first = report("same", article="p")
    second = report("same", article="q", date="2021-12-20", published="2021-12-20")
    assert len({e.id for e in link([first, second])}) == 2


def test_equal_reports_count_once():
    (event,) = link([report("a"), report("a")])
    assert event.reports == ("a",)


def test_nothing_in_nothing_out():
    assert link([]) == []


PARTIES = st.sampled_from(
    [
        "RUS",
        "USA",
        "RUS:Vladimir Putin",
        "RUS:Sergei Lavrov",
        "USA:Joe Biden",
        "FRA",
        "RUS;USA",
        "UKR:Zelensky",
        "",
    ]
)
DATES = st.sampled_from(
    [
        None,
        "2021-12-06",
        "2021-12-07",
        "2021-12-08",
        "2021-12",
        "2021",
        "2021-12-06/2021-12-12",
        "2021-06/..",
        "soon",
    ]
)
REPORTS = st.lists(
    st.builds(
        lambda n, p, **kw: report(f"r{n}", article=f"page-{p}", **kw),
        n=st.integers(0, 10**6),
        p=st.integers(0, 6),
        actors=PARTIES,
        recipients=PARTIES,
        type=st.sampled_from(["CONSULT", "ACCUSE", "MOBILIZE", "AGREE"]),
        mode=st.sampled_from(["phone", "video", "in-person", "unspecified"]),
        date=DATES,
        published=st.sampled_from([None, "2021-12-05", "2021-12-08T10:00:00+07:00", "2021-12-30", "bad"]),
        status=st.sampled_from(["planned", "held", "cancelled", "denied", "postponed", "proposed"]),
        where=st.sampled_from([None, "Moskow/RUS", "Moscow/RUS", "Paris"]),
        figures=st.sampled_from(["", "troops:100000", "troops:175000:up to"]),
        digest=st.sampled_from([None, "copy"]),
    ),
    max_size=14,
    unique_by=lambda r: r.id,
)


def test_a_crowd_is_one_event_however_it_is_told():
    pages = [report(f"r{n:02}", figures=f"troops:{n}") for n in range(CROWD + 6)]
    rest = [report("undated", date=None), report("elsewhere", date="2021-12-30", published="2021-12-30")]
    crowd, other = link([*rest, *pages])
    assert len(crowd.reports) == CROWD + 7 and len(other.reports) == 1
    assert sum("told alike by many pages" in reason for reason in crowd.reasons) == CROWD + 5
    assert link([*reversed(pages), *rest]) == [crowd, other]


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_report_is_lost(reports, random):
    events = link(reports)
    told = sorted(r for e in events for r in e.reports)
    assert told == sorted(r.id for r in reports)
    assert len({e.id for e in events}) == len(events)
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert msgspec.json.encode(link(shuffled)) == msgspec.json.encode(events)


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_no_event_holds_two_days_apart_or_two_types(reports):
    by_id = {r.id: r for r in reports}
    for event in link(reports):
        members = [by_id[i] for i in event.reports]
        assert {r.type for r in members} == {event.type}
        days = sorted(r.date for r in members if r.date and r.date[7:8] == "-" and len(r.date) == 10)
        assert not days or int(days[-1][-2:]) - int(days[0][-2:]) <= 1


@given(
    st.lists(st.tuples(st.sampled_from(["RUS", "USA", "RUS;CHN"]), st.integers(1, 28)), max_size=12),
    st.integers(1, 9),
)
def test_what_shares_a_key_is_compared_once(told, batch):
    """Whoever shares several keys would otherwise be scored as often, and the more so the more there is."""
    known = units(
        report(f"r{n}", actors=actors, recipients="FRA", date=f"2022-01-{day:02}", published="2022-01-10")
        for n, (actors, day) in enumerate(told)
    )
    shared = [set(keys(unit.traits)) for unit in known]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kawat.linking.blocking.BATCH", batch)
        found = list(candidates(known))
    assert found == [(i, j) for i, j in combinations(range(len(known)), 2) if shared[i] & shared[j]]
