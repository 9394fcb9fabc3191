"""Network, map, chain of sources, activity: what is drawn, what is folded, and the tables that say the same."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import pytest
from drawing_samples import classes, event, keys, party, place, read, witness

from kawat.desk.drawing import activity, chain, network, sparkline, world_map
from kawat.desk.drawing.chain import Options as ChainOptions
from kawat.desk.drawing.circle import apart, order, places
from kawat.desk.drawing.land import land
from kawat.desk.drawing.network import Options as NetworkOptions
from kawat.desk.drawing.projection import view
from kawat.desk.drawing.tree import size, tree
from kawat.desk.words import words
from kawat.knowledge.outlines import outlines
from kawat.knowledge.states import states
from kawat.linking.model import Event, Member

EN = words("en")
CODES = sorted(states())[:40]


def _pairs(*codes: str, type_: str = "CONSULT") -> list[Event]:
    return [event(f"{c}{type_}", type=type_, recipients=(party(c),)) for c in codes]


def _network(events: Sequence[Event], focus: str | None = None) -> tuple[str, list[tuple[str, ...]]]:
    drawn = network(events, EN, lambda a, b: f"/pairs/{a}-{b}", NetworkOptions(focus=focus))
    return drawn.svg, [row.cells for row in drawn.table.rows]


@pytest.mark.parametrize(
    ("types", "tone"),
    [(["CONSULT", "AID"], "cooperation"), (["CONSULT", "THREATEN"], "mixed"), (["THREATEN"], "conflict")],
)
def test_an_edge_shows_whether_there_is_conflict(types: list[str], tone: str) -> None:
    svg, rows = _network([e for t in types for e in _pairs("MYS", type_=t)])
    assert f"d-{tone}" in classes(svg)
    assert rows[0][2:4] == (str(len(types)), str(types.count("THREATEN")))


def test_an_edge_counts_events_not_parties() -> None:
    both = event("e", actors=(party("IDN", "A"), party("IDN", "B")), recipients=(party("MYS"),))
    assert _network([both, both])[1] == [("Indonesia", "Malaysia", "1", "0", "act of cooperation")]


def test_more_parties_than_have_room_are_one_node() -> None:
    drawn = network(_pairs(*CODES), EN, lambda a, b: None)
    assert "others (17)" in {element.text for element in read(drawn.svg).iter()}
    assert len(drawn.table.rows) == len(CODES)
    assert len(drawn.notes) == 1


def test_a_party_in_the_middle_has_its_own_pairs_only() -> None:
    events = [*_pairs("MYS"), event("x", actors=(party("USA"),), recipients=(party("CHN"),))]
    assert [row[:2] for row in _network(events, "IDN")[1]] == [("Indonesia", "Malaysia")]


@pytest.mark.parametrize("count", [1, 2, 3, 12, 25])
def test_names_round_a_circle_have_room(count: int) -> None:
    middle = (450.0, 272.0)
    at = places([str(i) for i in range(count)], middle, 228.0)
    levels = apart(at, middle)
    for right in (True, False):
        half = sorted(levels[c] for c in at if (at[c][0] >= middle[0]) == right)
        assert all(b - a >= 13 for a, b in itertools.pairwise(half))


def test_those_who_deal_with_each_other_stand_together() -> None:
    weights = {("a", "d"): 9, ("b", "c"): 9, ("a", "b"): 1}
    ring = order(["a", "b", "c", "d", "e"], weights)
    assert (ring.index("a") - ring.index("d")) % 5 in (1, 4)


JAKARTA = place("Jakarta", "IDN", "city", -6.2, 106.8)


@pytest.mark.parametrize(
    ("where", "drawn"),
    [
        (JAKARTA, "d-place"),
        (place("Merdeka Palace", "IDN", "venue", -6.17, 106.82), "d-place"),
        (place("Indonesia", "IDN", "country", None, None), "d-country"),
        (place("Papua", "IDN", "region", -4.0, 138.0), "d-country"),
        (place("Jakarta", "IDN", "city", None, None), "d-country"),
        (place("Singapore", "SGP", "country", None, None), "d-country"),
    ],
)
def test_a_point_is_drawn_only_where_the_place_is_close(where: object, drawn: str) -> None:
    svg = world_map([event("e", place=where)], EN, lambda e: f"/events/{e.id}").svg
    linked = {e.get("class") for e in read(svg).iter() if e.get("data-key")}
    assert linked == {f"d-link {drawn}"}


@pytest.mark.parametrize("where", [None, place("South China Sea", None, "sea", 12.0, 114.0)])
def test_what_has_no_place_is_counted(where: object) -> None:
    drawn = world_map([event("e", place=where), event("f", place=JAKARTA)], EN, lambda e: None)
    assert len(drawn.table.rows) == 2
    assert sum(int(row.cells[2]) for row in drawn.table.rows) == 2
    assert len(drawn.notes) == 3


def test_one_place_is_one_mark_with_its_number() -> None:
    drawn = world_map([event(f"e{i}", place=JAKARTA) for i in range(7)], EN, lambda e: None)
    assert keys(drawn.svg) == [row.key for row in drawn.table.rows]
    assert "7" in {element.text for element in read(drawn.svg).iter()}


def test_every_state_has_an_outline() -> None:
    assert set(states()) <= set(outlines())


@pytest.mark.parametrize("code", ["SGP", "BHR", "MLT", "PSE", "XKX", "TWN", "TUV", "VAT", "NRU"])
def test_a_small_state_can_be_shaded(code: str) -> None:
    where = place("x", code, "country", None, None)
    far = place("y", "USA", "country", None, None)
    assert code in keys(world_map([event("e", place=where), event("f", place=far)], EN, lambda e: None).svg)


def test_no_outline_runs_across_the_map() -> None:
    seen = view([(-120, 40), (10, 50), (150, -30)], 1000)
    assert seen.world
    for code in ("RUS", "USA", "FJI"):
        for ring in outlines()[code].rings:
            points = seen.ring(ring)
            assert all(math.dist(a, b) < 200 for a, b in itertools.pairwise(points))
    assert {"RUS", "FJI", "IDN"} <= set(land(seen))


def test_a_map_across_the_antimeridian_is_near() -> None:
    seen = view([(178.4, -18.1), (-171.8, -13.8)], 1000)
    assert not seen.world
    fiji, samoa = seen.point(178.4, -18.1), seen.point(-171.8, -13.8)
    assert 0 < fiji[0] < samoa[0] < 1000


def _member(id: str, relation: str, of: str | None = None, name: str | None = None) -> Member:
    share, delay = (0.9, 7200) if of else (None, None)
    return Member(id, name or id, "2024-05-08", relation, None, of, share, delay)  # type: ignore[arg-type]


CHAINS = [
    ([_member("a", "own")], "a", (1, 1)),
    ([_member("a", "own"), _member("b", "copies", "a")], "a", (2, 1)),
    ([_member("a", "credits"), _member("b", "credits"), _member("c", "copies", "b")], "Agency", (3, 2)),
    ([_member("a", "copies", "b"), _member("b", "copies", "a")], "Agency", (3, 1)),
    ([], "Agency", (1, 1)),
]


@pytest.mark.parametrize(("members", "top", "shape"), CHAINS)
def test_a_source_is_a_tree(members: list[Member], top: str, shape: tuple[int, int]) -> None:
    root = tree(witness("Agency", *members), 12)
    assert (root.name, size(root)) == (top, shape)


def test_a_long_list_is_folded_and_the_table_has_it_all() -> None:
    members = [_member("a", "own"), *(_member(f"b{i}", "copies", "a") for i in range(20))]
    one = event("e", sources=(witness("a", *members),))
    drawn = chain(one, EN, lambda a: f"/articles/{a}", ChainOptions(most=5))
    assert "and 15 more" in {element.text for element in read(drawn.svg).iter()}
    assert len(drawn.table.rows) == 21
    assert set(keys(drawn.svg)) <= {row.key for row in drawn.table.rows}
    assert {"90 % · 2 hours later"} <= {element.text for element in read(drawn.svg).iter()}


def test_each_independent_source_has_its_number() -> None:
    one = event("e", sources=(witness("A", _member("a", "own")), witness("B", _member("b", "own"))))
    assert {"1", "2"} <= {element.text for element in read(chain(one, EN, lambda a: None).svg).iter()}


def test_bars_go_up_for_contacts_and_down_for_conflict() -> None:
    events = [*_pairs("MYS", "SGP"), *_pairs("MYS", type_="THREATEN"), event("later", "2024-08-01")]
    drawn = activity(events, EN)
    assert [row.cells for row in drawn.table.rows] == [
        ("May 2024", "2", "0", "1"),
        ("August 2024", "1", "0", "0"),
    ]
    assert keys(drawn.svg) == [row.key for row in drawn.table.rows]
    read(sparkline(events, EN))


def test_many_years_are_told_by_the_year() -> None:
    drawn = activity([event("a", "2010-02"), event("b", "2024-08-01")], EN)
    assert [row.cells[0] for row in drawn.table.rows] == ["2010", "2024"]


def test_nothing_is_a_drawing_too() -> None:
    for drawn in (network([], EN, lambda a, b: None), world_map([], EN, lambda e: None), activity([], EN)):
        assert "d-nothing" in classes(drawn.svg)
        assert not drawn.table.rows
