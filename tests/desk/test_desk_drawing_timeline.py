"""The timeline: a mark for every status, days to geometry, crowds to counts, and the table that says the same."""

from __future__ import annotations

import itertools
from datetime import date

import msgspec
import pytest
from drawing_samples import classes, event, keys, party, read

from kawat.desk.drawing import timeline
from kawat.desk.drawing.lanes import lanes
from kawat.desk.drawing.packing import MOST_ROWS, Spot, pack
from kawat.desk.drawing.scale import Unit, cell, scale, start, ticks
from kawat.desk.drawing.spans import span_of
from kawat.desk.drawing.timeline import Options
from kawat.desk.words import words
from kawat.linking.model import Event

EN, TODAY = words("en"), "2024-06-01"
DAY = date(2024, 5, 7).toordinal()


def _drawn(*events: Event, **options: object) -> str:
    return timeline(events, EN, TODAY, lambda e: f"/events/{e.id}", Options(**options)).svg  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["held", "planned", "proposed", "postponed", "cancelled", "denied"])
def test_each_status_has_a_mark_and_a_key(status: str) -> None:
    svg = _drawn(event("e", status=status))
    assert f"d-{status}" in classes(svg)
    assert EN.statuses[status] in {element.text for element in read(svg).iter()}


@pytest.mark.parametrize(
    ("status", "sign"),
    [
        ("cancelled", 'class="d-strike"'),
        ("proposed", 'stroke-dasharray="2 1.6"'),
        ("postponed", 'class="d-arrow"'),
    ],
)
def test_a_status_shows_without_colour(status: str, sign: str) -> None:
    assert sign in _drawn(event("e", status=status))
    assert sign not in _drawn(event("e"))


@pytest.mark.parametrize(
    ("type_", "shape"), [("CONSULT", "d-contact"), ("AID", "d-cooperation"), ("THREATEN", "d-conflict")]
)
def test_each_kind_of_act_has_its_shape(type_: str, shape: str) -> None:
    assert shape in classes(_drawn(event("e", type=type_)))


@pytest.mark.parametrize(
    ("edtf", "duration", "how", "reach"),
    [
        ("2024-05-07", None, "day", (DAY, DAY, DAY, DAY)),
        ("2024-05-07", "PT2H", "day", (DAY, DAY, DAY, DAY)),
        ("2024-05-07", "P3D", "days", (DAY, DAY, DAY + 2, DAY + 2)),
        ("2024-05-07/2024-05-09", None, "days", (DAY, DAY, DAY + 2, DAY + 2)),
        ("2024-05", None, "vague", (DAY - 6, DAY + 9, DAY + 9, DAY + 24)),
        ("2024-05-07?", None, "vague", (DAY - 2, DAY, DAY, DAY + 2)),
        ("2024-05-07/..", None, "vague", (DAY, DAY, DAY, DAY + 30)),
        ("2024-04/2024-05", None, "vague", (DAY - 36, DAY - 7, DAY - 6, DAY + 24)),
        (None, None, "reported", (DAY - 6, DAY + 1, DAY + 1, DAY + 1)),
        ("nonsense", None, "reported", (DAY - 6, DAY + 1, DAY + 1, DAY + 1)),
    ],
)
def test_a_date_is_drawn_as_far_as_it_is_known(
    edtf: str | None, duration: str | None, how: str, reach: tuple[int, ...]
) -> None:
    span = span_of(event("e", edtf, duration=duration))
    assert span is not None
    assert (span.how, (span.first, span.begin, span.end, span.last)) == (how, reach)


@pytest.mark.parametrize(
    ("edtf", "sign"), [("2024-05", "d-fuzzy"), ("2024-05-07/2024-05-09", "d-bar"), (None, "d-fuzzy")]
)
def test_vague_days_have_whiskers_and_long_ones_bars(edtf: str | None, sign: str) -> None:
    assert sign in classes(_drawn(event("e", edtf)))
    assert sign not in classes(_drawn(event("e")))


def test_what_was_moved_has_an_arrow_from_its_old_date() -> None:
    steps = event("e", status="planned").status_history
    moved = msgspec.structs.replace(steps[0], date="2024-05-20", change="moved", moved_from="2024-05-07")
    svg = _drawn(event("e", "2024-05-20", "planned", status_history=(*steps, moved)))
    assert {"d-ghost", "d-arrow"} <= classes(svg)


def test_the_table_says_what_the_marks_say() -> None:
    events = [event("a", "2024-05-07"), event("b", "2024-05"), event("c", "2024-05-20", "planned")]
    drawn = timeline(events, EN, TODAY, lambda e: f"/events/{e.id}")
    assert sorted(keys(drawn.svg)) == sorted(row.key for row in drawn.table.rows)
    assert {row.href for row in drawn.table.rows} == {f"/events/{e.id}" for e in events}
    assert all(len(row.cells) == len(drawn.table.head) for row in drawn.table.rows)


def test_an_event_without_any_day_is_in_the_table_and_the_note() -> None:
    lost = event("lost", None)
    lost = msgspec.structs.replace(lost, sources=())
    drawn = timeline([lost, event("a")], EN, TODAY, lambda e: None)
    assert [row.key for row in drawn.table.rows] == ["a", "lost"]
    assert len(drawn.notes) == 1
    assert keys(drawn.svg) == ["a"]


def test_a_crowd_is_one_mark_with_a_number() -> None:
    svg = _drawn(*(event(f"e{i}") for i in range(40)), days=lambda a, b: f"/events?since={a}&until={b}")
    assert "40" in {element.text for element in read(svg).iter()}
    assert 'href="/events?since=2024-05-07&amp;until=2024-05-07"' in svg


@pytest.mark.parametrize("count", [0, 1, 5, 60])
@pytest.mark.parametrize("width", [360, 1000])
def test_any_number_of_events_can_be_drawn(count: int, width: int) -> None:
    events = [event(f"e{i}", date.fromordinal(DAY + 9 * i).isoformat()) for i in range(count)]
    root = read(_drawn(*events, width=width))
    assert float(root.get("width", "0")) == pytest.approx(width, abs=2)


def test_no_mark_covers_another() -> None:
    placed = pack([Spot(x - 8, x + 8, x, (i,)) for i, x in enumerate([0.0, 3, 9, 30, 31, 60])])
    for one in placed:
        for other in placed:
            apart = one.spot.right <= other.spot.left or other.spot.right <= one.spot.left
            assert one is other or one.row != other.row or apart


def test_a_lane_is_no_higher_than_it_may_be() -> None:
    placed = pack([Spot(i % 90 * 5.0, i % 90 * 5.0 + 16, i % 90 * 5.0 + 8, (i,)) for i in range(900)])
    assert max(p.row for p in placed) < MOST_ROWS
    assert sorted(i for p in placed for i in p.spot.events) == list(range(900))


@pytest.mark.parametrize(
    ("days", "unit"), [((0, 20), "day"), ((0, 200), "week"), ((0, 900), "month"), ((0, 9000), "year")]
)
def test_the_unit_is_the_finest_that_fits(days: tuple[int, ...], unit: str) -> None:
    ranges = [(DAY + d, DAY + d) for d in range(days[0], days[1], 5)]
    assert scale(ranges, None, 100, 800).unit == unit


def test_a_long_time_without_events_is_cut_out() -> None:
    axis = scale([(DAY, DAY), (DAY + 3000, DAY + 3000)], None, 100, 800)
    assert len(axis.stretches) == 2
    assert "d-gap" in classes(_drawn(event("a"), event("b", "2010-01-01")))
    xs = [axis.x(DAY + d) for d in range(-3, 3010)]
    assert xs == sorted(xs)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_a_day_lies_in_its_unit(unit: Unit) -> None:
    for day in range(DAY, DAY + 800, 7):
        assert start(cell(day, unit), unit) <= day < start(cell(day, unit) + 1, unit)


def test_months_on_the_axis_have_room() -> None:
    axis = scale([(DAY, DAY), (DAY + 60, DAY + 60)], None, 100, 800)
    xs = [tick.x for tick in ticks(axis, EN) if tick.major]
    assert all(b - a > 40 for a, b in itertools.pairwise(xs))


def test_lanes_are_by_pair_or_party_and_the_rest_is_one() -> None:
    events = [
        event(f"e{i}", recipients=(party(c),)) for i, c in enumerate(["MYS", "MYS", "SGP", "AUS", "THA"])
    ]
    named = [lane.name for lane in lanes(events, "pairs", 1, None, EN)]
    assert named == ["Indonesia – Malaysia", "others"]
    assert lanes(events, "actors", 9, "IDN", EN)[0].name == "Malaysia"
    assert lanes(events, "none", 9, None, EN)[0].events == (0, 1, 2, 3, 4)


def test_a_meeting_of_many_has_one_lane() -> None:
    many = event("e", actors=tuple(map(party, ("IDN", "MYS", "SGP", "AUS", "THA"))), recipients=())
    assert [lane.name for lane in lanes([many], "pairs", 9, None, EN)] == ["meetings of many"]
