"""Sorts events by place, joins places that would cover each other on a map, and finds room for their names."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec

from kawat.desk.drawing.model import Link, Row, Table
from kawat.desk.drawing.projection import View
from kawat.desk.drawing.svg import Svg, fit, group, measure, tag, text
from kawat.desk.drawing.telling import statuses_said
from kawat.desk.names import country_name, place_name
from kawat.desk.words import Words, area
from kawat.knowledge.outlines import outlines
from kawat.linking.model import Event

#: Places known so closely are points.
CLOSE = frozenset({"venue", "base", "city"})
NAMED = 16  # names on a map, at most


class Site(msgspec.Struct, frozen=True):
    """A place, or a country, with its events."""

    key: str
    name: str
    kind: str  # venue, base, city, country
    lon: float
    lat: float
    events: tuple[Event, ...]
    href: str | None

    @property
    def count(self) -> int:
        """How many events it has."""
        return len(self.events)


class Spot(msgspec.Struct, frozen=True):
    """A mark on the map, in pixels, with the places that it stands for."""

    x: float
    y: float
    r: float
    sites: tuple[Site, ...]


def sites(
    events: Sequence[Event],
    words: Words,
    link: Link,
    place: Callable[[str, str | None], str | None] | None,
    country: Callable[[str], str | None] | None,
) -> tuple[list[Site], list[Site], list[Event]]:
    """Return points, countries (both the fullest first), and the events that have neither."""
    points: dict[tuple[float, float], list[Event]] = {}
    lands: dict[str, list[Event]] = {}
    nowhere: list[Event] = []
    for event in events:
        where = event.place
        if where and where.precision in CLOSE and _on_earth(where.lat, where.lon):
            points.setdefault((round(where.lat or 0, 2), round(where.lon or 0, 2)), []).append(event)
        elif where and where.country in outlines() and where.country is not None:
            lands.setdefault(where.country, []).append(event)
        else:
            nowhere.append(event)
    found = [_point(at, told, words, link, place) for at, told in points.items()]
    shaded = [_land(code, told, words, link, country) for code, told in lands.items()]
    return sorted(found, key=_rank), sorted(shaded, key=_rank), nowhere


def _rank(site: Site) -> tuple[int, str]:
    return -site.count, site.key


def _on_earth(lat: float | None, lon: float | None) -> bool:
    return lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180


def _point(
    at: tuple[float, float],
    events: list[Event],
    words: Words,
    link: Link,
    place: Callable[[str, str | None], str | None] | None,
) -> Site:
    named = events[0].place
    told, code, kind = (named.name, named.country, named.precision or "city") if named else ("", None, "city")
    href = link(events[0]) if len(events) == 1 else place(told, code) if place else None
    name = place_name(told, words.language, code)
    return Site(f"{at[0]:.2f},{at[1]:.2f}", name, kind, at[1], at[0], tuple(events), href)


def _land(
    code: str, events: list[Event], words: Words, link: Link, country: Callable[[str], str | None] | None
) -> Site:
    href = link(events[0]) if len(events) == 1 else country(code) if country else None
    outline = outlines()[code]
    name = country_name(code, words.language)
    return Site(code, name, "country", outline.lon, outline.lat, tuple(events), href)


def table(points: Sequence[Site], countries: Sequence[Site], nowhere: Sequence[Event], words: Words) -> Table:
    """Say the map in words: every place, every country, and what is not drawn."""
    said = area("drawing", words.language)
    rows = [
        Row(s.key, (s.name, said[s.kind], str(s.count), statuses_said(s.events, words)), s.href)
        for s in (*points, *countries)
    ]
    if nowhere:
        rows.append(Row("", ("–", said["elsewhere"], str(len(nowhere)), statuses_said(nowhere, words))))
    head = tuple(said[k] for k in ("place_name", "place_kind", "place_events", "place_statuses"))
    return Table(said["map"], head, tuple(rows))


def radius(count: int) -> float:
    """Return the radius of a mark, in pixels: its area grows with the number."""
    return 5.0 if count == 1 else min(24.0, 7 + 1.6 * math.sqrt(count))


def cluster(points: Sequence[Site], seen: View) -> list[Spot]:
    """Return marks, the largest first; a place that would be covered joins the larger mark."""
    spots: list[Spot] = []
    for site in points:
        x, y = seen.point(site.lon, site.lat)
        near = next((i for i, s in enumerate(spots) if math.hypot(s.x - x, s.y - y) < s.r + 3), None)
        if near is None:
            spots.append(Spot(x, y, radius(site.count), (site,)))
        else:
            joined = (*spots[near].sites, site)
            size = radius(sum(s.count for s in joined))
            spots[near] = Spot(spots[near].x, spots[near].y, size, joined)
    return sorted(spots, key=lambda s: (-s.r, s.x, s.y))


Box = tuple[float, float, float, float]  # left, top, right, bottom


def numbers_placed(
    counts: Sequence[tuple[int, float, float]], spots: Sequence[Spot]
) -> list[tuple[Box, str]]:
    """Find room for the numbers of countries: at their middles, or near them where a mark lies there."""
    taken = [_around(spot) for spot in spots]
    out = []
    for count, x, y in counts:
        wide = measure(str(count), 12) / 2 + 1
        steps = [(dx * wide * 2, dy * 15) for reach in range(4) for dx, dy in _ring(reach)]
        boxes = [(x + dx - wide, y + dy - 7, x + dx + wide, y + dy + 7) for dx, dy in steps]
        box = next((b for b in boxes if not any(_touch(b, other) for other in taken)), boxes[0])
        taken.append(box)
        out.append((box, str(count)))
    return out


def _ring(reach: int) -> list[tuple[int, int]]:
    """Return the steps of a square ring about the middle, below first."""
    around = [(dx, dy) for dy in range(reach, -reach - 1, -1) for dx in range(-reach, reach + 1)]
    return [(dx, dy) for dx, dy in around if max(abs(dx), abs(dy)) == reach]


def numbers_drawn(numbers: Sequence[tuple[Box, str]]) -> Svg:
    """Write the numbers where they have room."""
    drawn = [
        tag(
            "text",
            text(n),
            x=(b[0] + b[2]) / 2,
            y=b[1] + 11,
            font_size=11,
            text_anchor="middle",
            fill="currentColor",
        )
        for b, n in numbers
    ]
    return group(*drawn, class_="d-number", aria_hidden="true")


def _around(spot: Spot) -> Box:
    return spot.x - spot.r, spot.y - spot.r, spot.x + spot.r, spot.y + spot.r


def names_placed(spots: Sequence[Spot], numbers: Sequence[Box], seen: View) -> Svg:
    """Write names beside the largest marks, where they touch no mark, number or other name, nor the edge."""
    taken = [*(_around(spot) for spot in spots), *numbers]
    drawn: list[Svg] = []
    for spot in spots[: 3 * NAMED]:
        name = fit(spot.sites[0].name, 150, 11)
        wide = measure(name, 11)
        for left, top in _sides(spot, wide):
            box = (left, top, left + wide, top + 13)
            if len(drawn) < NAMED and _inside(box, seen) and not any(_touch(box, other) for other in taken):
                taken.append(box)
                drawn.append(tag("text", text(name), x=left, y=top + 10, font_size=11, fill="currentColor"))
                break
    return group(*drawn, class_="d-number", aria_hidden="true")


def _sides(spot: Spot, wide: float) -> list[tuple[float, float]]:
    return [
        (spot.x + spot.r + 3, spot.y - 6),
        (spot.x - spot.r - 3 - wide, spot.y - 6),
        (spot.x - wide / 2, spot.y + spot.r + 2),
        (spot.x - wide / 2, spot.y - spot.r - 15),
    ]


def _inside(box: Box, seen: View) -> bool:
    return box[0] > 2 and box[1] > 2 and box[2] < seen.width - 2 and box[3] < seen.height - 2


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
