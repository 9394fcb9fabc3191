"""The map: a point only where the place is known to the city or better, else its country is shaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from kawat.desk.drawing.land import FINE, TINY, extent, graticule, land
from kawat.desk.drawing.marks import legend_rows, nothing
from kawat.desk.drawing.model import Drawing, Link
from kawat.desk.drawing.projection import View, view
from kawat.desk.drawing.siting import (
    Site,
    Spot,
    cluster,
    names_placed,
    numbers_drawn,
    numbers_placed,
    sites,
    table,
)
from kawat.desk.drawing.svg import Svg, drawing, group, linked, path, tag, text
from kawat.desk.drawing.telling import events_said, statuses_said
from kawat.desk.words import Words, area
from kawat.knowledge.outlines import outlines
from kawat.linking.model import Event

TONES = ("0.22", "0.4", "0.58", "0.78")


class Options(msgspec.Struct, frozen=True):
    """How a map is drawn."""

    width: float = 1000
    place: Callable[[str, str | None], str | None] | None = (
        None  # address of a place: its name, its country's code
    )
    country: Callable[[str], str | None] | None = None  # address of what took place in a country


def world_map(events: Sequence[Event], words: Words, link: Link, options: Options | None = None) -> Drawing:
    """Draw where events took or take place; the extent is that of the places. Events without one are counted."""
    chosen, said = options or Options(), area("drawing", words.language)
    points, countries, nowhere = sites(events, words, link, chosen.place, chosen.country)
    notes = [said["map_points"], said["map_note"]]
    notes += [said["map_nowhere"].format(events=events_said(len(nowhere), words))] if nowhere else []
    rows = table(points, countries, nowhere, words)
    if not points and not countries:
        picture = nothing("map", chosen.width, said["map_none"], said["nothing_hint"])
        return Drawing(picture, rows, tuple(notes[2:]))
    return Drawing(_whole(points, countries, words, chosen), rows, tuple(notes))


def _whole(points: Sequence[Site], countries: Sequence[Site], words: Words, chosen: Options) -> str:
    seen = view([*((p.lon, p.lat) for p in points), *_corners(countries)], chosen.width)
    steps = _thresholds([c.count for c in countries])
    spots = cluster(points, seen)
    numbers = numbers_placed([(c.count, *seen.point(c.lon, c.lat)) for c in countries], spots)
    layers = [
        tag("rect", width=seen.width, height=seen.height, fill="none", class_="d-sea"),
        graticule(seen),
        _ground(seen),
        *(_shaded(c, seen, _tone(c.count, steps), words) for c in countries),
        numbers_drawn(numbers),
        *(_mark(spot, words) for spot in spots),
        names_placed(spots, [box for box, _ in numbers], seen),
    ]
    sheet = tag("svg", *layers, width=seen.width, height=seen.height)
    keys, height = legend_rows(_keys(points, steps, words), 14, seen.height + 22, chosen.width - 28)
    count = sum(site.count for site in (*points, *countries))
    name = area("drawing", words.language)["map_of"].format(events=events_said(count, words))
    return drawing("map", chosen.width, seen.height + 22 + height, name, sheet, keys)


def _corners(countries: Sequence[Site]) -> list[tuple[float, float]]:
    """Return corners of the largest part of each country."""
    out = []
    for site in countries:
        rings = outlines()[site.key].rings
        out += [(site.lon, site.lat)]
        if rings:
            lons, lats = [x for x, _ in rings[0]], [y for _, y in rings[0]]
            out += [(min(lons), min(lats)), (max(lons), max(lats))]
    return out


def _ground(seen: View) -> Svg:
    shapes = path("".join(land(seen).values()), fill_rule="evenodd", stroke_width=1.2, class_="d-land")
    return group(shapes, transform=f"scale({1 / FINE:g})")


def _thresholds(counts: Sequence[int]) -> list[int]:
    """Return from how many events on each tone is used: one more, then about twice as many each time."""
    most = max(counts, default=0)
    return [n for n in (1, 2, max(3, round(most**0.5)), max(5, round(most**0.75))) if n <= most]


def _tone(count: int, steps: Sequence[int]) -> int:
    return sum(count >= step for step in steps) - 1


def _shaded(site: Site, seen: View, tone: int, words: Words) -> Svg:
    """Shade a country; a very small one is a circle."""
    box, (x, y) = extent(site.key, seen), seen.point(site.lon, site.lat)
    steps = land(seen).get(site.key)
    if steps and box and max(box[2] - box[0], box[3] - box[1]) >= TINY:
        shape = path(
            steps, fill="currentColor", fill_opacity=TONES[tone], stroke_width=1.6, fill_rule="evenodd"
        )
        shape = group(shape, transform=f"scale({1 / FINE:g})")
    else:
        shape = tag(
            "circle", cx=x, cy=y, r=5, fill="currentColor", fill_opacity=TONES[tone], stroke="currentColor"
        )
    name = f"{site.name}: {events_said(site.count, words)} · {statuses_said(site.events, words)}"
    return linked(site.href, name, shape, key=site.key, class_="d-link d-country")


def _mark(spot: Spot, words: Words) -> Svg:
    """Draw one mark for a place, or for places that lie on top of each other."""
    said = area("drawing", words.language)
    events = [event for site in spot.sites for event in site.events]
    names = " · ".join(site.name for site in spot.sites[:6]) + (" …" if len(spot.sites) > 6 else "")
    many = said["places_many"].format(n=len(spot.sites)) + ": " if len(spot.sites) > 1 else ""
    name = f"{many}{names}: {events_said(len(events), words)} · {statuses_said(events, words)}"
    body = tag("circle", cx=spot.x, cy=spot.y, r=spot.r, fill="currentColor", class_="d-point")
    told = tag(
        "text",
        text(str(len(events))),
        x=spot.x,
        y=spot.y + 4,
        font_size=11,
        text_anchor="middle",
        class_="d-in",
    )
    href = spot.sites[0].href if len(spot.sites) == 1 else None
    inside = [body, told] if len(events) > 1 else [body]
    return linked(href, name, *inside, key=" ".join(s.key for s in spot.sites), class_="d-link d-place")


def _keys(points: Sequence[Site], steps: Sequence[int], words: Words) -> list[tuple[Svg, str]]:
    said = area("drawing", words.language)
    point = group(tag("circle", r=6, fill="currentColor"), class_="d-place")
    keys = [(point, said["key_point"])] if points else []
    for i, first in enumerate(steps):
        last = steps[i + 1] - 1 if i + 1 < len(steps) else None
        box = tag(
            "rect",
            x=-7,
            y=-6,
            width=14,
            height=12,
            fill="currentColor",
            fill_opacity=TONES[i],
            stroke="currentColor",
        )
        told = said["range_from"].format(first=first) if last is None else str(first)
        if last is not None and last > first:
            told = said["range"].format(first=first, last=last)
        keys.append((group(box, class_="d-country"), f"{said['key_country']}: {told}" if i == 0 else told))
    return keys
