"""Draws the land of a map: outlines of countries, shaded where asked, and the graticule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kawat.desk.drawing.projection import View
from kawat.desk.drawing.svg import Svg, group, path
from kawat.knowledge.outlines import outlines

FINE = 2  # steps a pixel
TINY = 9.0  # pixels: a country that is smaller is drawn as a small circle where it is shaded


@lru_cache(maxsize=8)
def land(view: View) -> dict[str, str]:
    """Return the steps of the path of each country in view, by code."""
    out = {}
    for code, outline in outlines().items():
        if code == "ATA" and view.world and view.height < 0.5 * view.width:
            continue
        steps = "".join(filter(None, (_ring(view.ring(ring), view) for ring in outline.rings)))
        if steps:
            out[code] = steps
    return out


def _ring(points: Sequence[tuple[float, float]], view: View) -> str:
    """Return the steps of a ring, points that fall together left out; nothing where it is out of view."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or max(ys) < 0 or min(xs) > view.width or min(ys) > view.height:
        return ""
    grid = [(round(x * FINE), round(y * FINE)) for x, y in points]
    steps = []
    x, y = grid[0]
    for a, b in grid[1:]:
        if a != x or b != y:
            steps.append(f"{a - x} {b - y}")
            x, y = a, b
    return f"M{grid[0][0]} {grid[0][1]}l{' '.join(steps)}z" if len(steps) > 1 else ""


def extent(code: str, view: View) -> tuple[float, float, float, float] | None:
    """Return left, top, right, bottom of a country's largest part, in pixels; None for one that is a point."""
    outline = outlines().get(code)
    if outline is None or not outline.rings:
        return None
    points = view.ring(outline.rings[0])
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


@lru_cache(maxsize=8)
def graticule(view: View) -> Svg:
    """Draw meridians and parallels, as wide apart as the extent asks for."""
    span = view.width / view.scale * 57.3
    every = next(n for n in (2, 5, 10, 20, 30) if span / n <= 14 or n == 30)
    reach = range(-180, 181, every)
    lines = [[(view.middle // every * every + lon, lat) for lat in range(-85, 86, 5)] for lon in reach]
    wide = range(-180, 181, 10) if view.world else range(-70, 71, 5)
    lines += [[(view.middle + lon * 0.999, lat) for lon in wide] for lat in range(-90 + every, 90, every)]
    steps = ""
    for line in lines:
        points = [view.point(lon, lat) for lon, lat in line]
        if any(_seen(p, view) for p in points):
            steps += "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
    return group(path(steps, stroke_width=0.6), class_="d-graticule")


def _seen(point: tuple[float, float], view: View) -> bool:
    margin = view.width
    return -margin < point[0] < view.width + margin and -margin < point[1] < view.height + margin
