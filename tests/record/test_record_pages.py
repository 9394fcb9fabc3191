"""Pages of events, and the filters that the desk asks with."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_samples import article, entry, report

from kawat.errors import UsageError
from kawat.linking.model import Event
from kawat.record import Entry, Filter, Record
from kawat.record.model import Order
from kawat.record.paging import SORTINGS, closed, opened

ORDERS: tuple[Order, ...] = get_args(Order)


def told(
    name: str, *sides: list[str], text: str = "talks", outlet: str = "Warta Pagi", **more: object
) -> Entry:
    published = str(more.pop("published", "2023-03-04T09:00:00+07:00"))
    a = article(
        f"{name}-{outlet}", f"{name}\n{text}, says {outlet}.", outlet=outlet, published=published or None
    )
    return entry(a, report(a, *sides, id=f"{name}-{outlet}", **more))  # type: ignore[arg-type]


GENEVA, VIENNA = ("Genève", "CHE"), ("Vienna", "AUT")
EVENTS = [
    told("meeting", ["NLD"], ["KEN"], place=GENEVA, published="2023-03-04"),
    told("meeting", ["NLD"], ["KEN"], place=VIENNA, outlet="Kabar", published="2023-03-05T01:00:00+07:00"),
    told("call", ["NLD"], ["BRA"], date="2023-04", mode="phone", confidence=0.9, text="budget"),
    told("demand", ["NLD", "KEN"], ["BRA"], type="REQUEST", date="2023-06-01", confidence=0.2),
    told("charge", ["BRA"], ["NLD"], type="ACCUSE", date=None, published=""),
    told("visit", ["KEN"], ["BRA"], status="planned", date="2023-08-10", place=("Café Wien", "AUT")),
    told("pact", ["BRA"], ["KEN", "IDN"], type="AGREE", date="2023-08-11", text="the budget of peace"),
]


@pytest.fixture
def full(record: Record) -> Record:
    record.add_many(EVENTS)
    return record


def names(events: tuple[Event, ...] | list[Event]) -> list[str]:
    return [e.id[1:].partition("-")[0] for e in events]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(party="KEN"), "meeting demand visit pact"),
        (Filter(party="ken"), ""),
        (Filter(mode="phone"), "call"),
        (Filter(quad="verbal_conflict"), "demand charge"),
        (Filter(place="GENEVE"), "meeting"),
        (Filter(place="wien"), "visit"),
        (Filter(place="AUT"), "visit"),
        (Filter(place="che"), ""),
        (Filter(sources=2), "meeting"),
        (Filter(sources=10**30), ""),
        (Filter(text="budget"), "call pact"),
        (Filter(text='"budget of peace" BUDGET'), "pact"),
        (Filter(contested=True), "meeting"),
        (Filter(contested=False, kind="contacts"), "call visit"),
        (Filter(confirmed=True), ""),
        (Filter(between=("KEN", "BRA")), "demand visit pact"),
        (Filter(between=("IDN", "KEN")), "pact"),  # one side of what is mutual
        (Filter(between=("NLD", "KEN")), "meeting"),  # a demand of both is not between them
        (Filter(between=("NLD", "NLD")), "meeting call demand charge"),
        (Filter(party="BRA", text="budget", quad="verbal_cooperation", place=None), "call pact"),
        (Filter(limit=1), "meeting call demand charge visit pact"),
    ],
)
def test_filters(full: Record, wanted: Filter, expected: str) -> None:
    page = full.page(wanted)
    assert sorted(names(page.events)) == sorted(expected.split())
    assert (page.total, page.next) == (len(page.events), None)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(mode="fax"),
        Filter(quad="peace"),
        Filter(place="!"),
        Filter(text=" * "),
        Filter(sources=-1),
        Filter(event=""),
        Filter(differs="loudly"),
        Filter(differs_on="tone"),
        Filter(reported_since="kemarin"),
    ],
)
def test_filters_that_cannot_be(full: Record, wanted: Filter) -> None:
    with pytest.raises(UsageError):
        full.page(wanted)


BERN = ("Bern", "CHE")
DIFFERING = [
    told("place", ["NLD"], ["KEN"], place=GENEVA, published="2023-03-31T23:30:00-04:00"),
    told("place", ["NLD"], ["KEN"], place=VIENNA, outlet="Kabar", published="2023-04-04"),
    told("status", ["NLD"], ["BRA"], status="planned", date="2023-09-02", published="2023-04-01"),
    told("status", ["NLD"], ["BRA"], date="2023-09-02", outlet="Kabar", published="2023-05-02"),
    told("both", ["IDN"], ["BRA"], status="planned", place=BERN, date="2023-04", published="2023-05-01"),
    told("both", ["IDN"], ["BRA"], place=VIENNA, date="2023-04", outlet="Kabar", published="2023-05-03"),
    told("neither", ["IDN"], ["KEN"], published="2023-06-01"),
    told("undated", ["BRA"], ["KEN"], published=""),
]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(differs="any"), "place status both"),
        (Filter(differs="contradiction"), "place both"),
        (Filter(differs="series"), "status both"),
        (Filter(differs="speaker"), ""),
        (Filter(differs="any", contested=False), "status"),
        (Filter(differs_on="place"), "place both"),
        (Filter(differs_on="status", differs="any"), "status both"),
        (Filter(differs_on="status", differs="contradiction"), ""),  # one difference is both
        (Filter(differs="series", party="IDN"), "both"),
        (
            Filter(reported_since="2023-04"),
            "status both neither",
        ),  # the day of the page, and of its first report
        (Filter(reported_since="2023-03-31", reported_until="2023-04"), "place status"),
        (Filter(reported_until="2023-03"), "place"),
        (Filter(reported_since="2023-05", since="2023-04-30", until="2023-05"), "both"),
        (Filter(reported_since="0001"), "place status both neither"),
    ],
)
def test_filters_by_difference_and_first_report(record: Record, wanted: Filter, expected: str) -> None:
    record.add_many(DIFFERING)
    page = record.page(wanted)
    assert sorted(names(page.events)) == sorted(expected.split())
    assert page.total == len(page.events) == sum(n for _, n in record.facets(wanted).types)
    for order in ORDERS:
        assert sorted(names(record.page(wanted, order=order).events)) == sorted(expected.split())


def test_a_filter_by_event(full: Record) -> None:
    one = full.page(Filter(mode="phone")).events[0].id
    for id in (one, one[:4]):
        assert [e.id for e in full.page(Filter(event=id)).events] == [one]
    assert full.page(Filter(event=one, party="IDN")).total == full.page(Filter(event="none")).total == 0


def test_a_filter_by_story(full: Record) -> None:
    story = full.story(EVENTS[2].article.id)
    found = full.page(Filter(story=story.id))
    assert [e.id for e in found.events] == list(reversed(story.events))
    assert "call" in names(found.events)
    assert full.page(Filter(story=EVENTS[2].article.id)) == found
    assert full.page(Filter(story="none")).total == 0


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", "pact visit demand call meeting charge"),
        ("oldest", "meeting call demand visit pact charge"),  # nobody dates the charge
        ("reported", "meeting visit pact demand call charge"),
        ("sources", "meeting visit pact demand call charge"),
        ("confidence", "demand meeting visit pact charge call"),
    ],
)
def test_orders(full: Record, order: Order, expected: str) -> None:
    assert names(full.page(order=order).events) == expected.split()


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, 5, 6, 7])
def test_pages_make_up_the_list(full: Record, order: Order, size: int) -> None:
    whole, page = full.page(order=order).events, full.page(order=order, size=size)
    found = list(page.events)
    while page.next:
        page = full.page(order=order, size=size, after=page.next)
        assert 0 < len(page.events) <= size
        assert page.total == len(whole)
        found += page.events
    assert found == list(whole)


def test_a_page_stays_whole_while_events_are_added(full: Record) -> None:
    first = full.page(size=2)
    full.add_many([told("later", ["KEN"], ["IDN"], date="2024-01-01")])
    assert names(full.page(size=2, after=first.next).events) == ["demand", "call"]
    assert full.page(after=first.next).total == 7


def test_lists_are_as_before(full: Record) -> None:
    assert list(full.page().events) == full.events()
    assert list(full.page(order="oldest").events) == full.timeline()


@pytest.mark.parametrize("size", [0, -1])
def test_sizes_that_cannot_be(full: Record, size: int) -> None:
    with pytest.raises(UsageError, match="size"):
        full.page(size=size)


def test_no_page_is_endless(full: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.record.paging.LARGEST", 4)
    assert len(full.page(size=10**9).events) == 4


def test_an_order_that_cannot_be(full: Record) -> None:
    with pytest.raises(UsageError, match="newest, oldest"):
        full.page(order="best")  # type: ignore[arg-type]


def test_cursors_of_another_list_or_changed_ones(full: Record) -> None:
    cursor = full.page(size=2).next
    assert cursor
    other = "B" if cursor[9] == "A" else "A"
    for wrong in ("", "x", cursor[:-1], cursor + "AA", cursor[:9] + other + cursor[10:], "é", "x" * 10**5):
        with pytest.raises(UsageError, match="after"):
            full.page(after=wrong)
    with pytest.raises(UsageError, match="after"):
        full.page(after=cursor, order="oldest")


@given(st.text(max_size=40) | st.binary(max_size=40).map(lambda b: b.hex()))
def test_no_text_is_a_cursor(text: str) -> None:
    with pytest.raises(UsageError):
        opened("newest", text, SORTINGS["newest"])


@given(
    st.lists(
        st.none()
        | st.integers(-(2**63), 2**63)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        max_size=4,
    )
)
def test_forged_cursors_have_values_that_fit(values: list[object]) -> None:
    for order, sorting in SORTINGS.items():
        try:
            found = opened(order, closed(order, values), sorting)
        except UsageError:
            continue
        for value, column in zip(found, sorting.columns, strict=True):
            assert isinstance(value, column.type.python_type) or (value is None and column.nullable)


def test_what_is_asked_again_is_answered_anew_after_a_change(full: Record) -> None:
    before, version = full.page(), full.version()
    assert (full.page(), full.version()) == (before, version)
    full.relink()
    full.add_many(EVENTS)
    assert full.version() == version  # nothing has changed
    full.add_many([told("later", ["KEN"], ["IDN"], date="2024-01-01")])
    assert full.version() != version
    assert full.page().total == before.total + 1
    assert full.facets().months[-1] == ("2024-01", 1)


def test_every_event_counts_once_for_each_pair(full: Record) -> None:
    pairs = [(p.one, p.other, p.events, p.contacts, p.conflicts, p.last) for p in full.pairs()]
    assert pairs[:3] == [
        ("BRA", "KEN", 3, 1, 1, "2023-08-11"),
        ("BRA", "NLD", 3, 1, 2, "2023-06-01"),
        ("BRA", "IDN", 1, 0, 0, "2023-08-11"),
    ]
    assert [p[:3] for p in pairs[3:]] == [("IDN", "KEN", 1), ("KEN", "NLD", 1)]
    assert [(p.one, p.other) for p in full.pairs(Filter(text="budget", kind="contacts"))] == [("BRA", "NLD")]
    assert len(full.pairs(limit=1)) == 1


def test_who_takes_part_how_often(full: Record) -> None:
    assert [(a.code, a.events, a.contacts) for a in full.actors()] == [
        ("BRA", 5, 2), ("KEN", 4, 2), ("NLD", 4, 2), ("IDN", 1, 0),
    ]  # fmt: skip
    persons = full.actors(Filter(party="NLD"), persons=True)
    assert [(a.code, a.person, a.events, a.contacts, a.last) for a in persons] == [
        ("NLD", "Joost Verhagen", 4, 2, "2023-06-01"),
        ("BRA", "Beatriz Araújo", 3, 1, "2023-06-01"),
        ("KEN", "Wanjiru Otieno", 2, 1, "2023-06-01"),
    ]
    assert full.actors(Filter(person="nobody")) == []


@pytest.mark.parametrize("wanted", [Filter(), Filter(party="KEN"), Filter(text="budget"), Filter(sources=2)])
def test_facets_count_the_events(full: Record, wanted: Filter) -> None:
    events, found = full.events(wanted), full.facets(wanted)
    assert dict(found.types) == Counter(e.type for e in events)
    assert dict(found.statuses) == Counter(e.status for e in events)
    assert dict(found.modes) == Counter(e.mode for e in events if e.mode)
    codes = (code for e in events for code in {p.country for p in (*e.actors, *e.recipients)})
    assert dict(found.parties) == Counter(codes)
    assert dict(found.outlets) == Counter(w.name for e in events for w in e.sources)
    assert sum(n for _, n in found.months) == sum(e.date is not None for e in events)
    for counted in (found.types, found.statuses, found.modes, found.outlets, found.parties):
        assert [n for _, n in counted] == sorted((n for _, n in counted), reverse=True)
