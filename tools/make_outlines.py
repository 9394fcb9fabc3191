"""Makes src/kawat/knowledge/data/outlines.tsv: the outlines of countries, much simplified, from Natural Earth.

Source: Natural Earth 1:50m, "Admin 0 - Countries", as GeoJSON (public domain; naturalearthdata.com). Give the file:

    python tools/make_outlines.py ne_50m_admin_0_countries.geojson

Borders are cut into arcs where three outlines meet, and each arc is simplified once (Visvalingam's method), so
that neighbours stay neighbours. What the antimeridian cuts in two (Chukotka) is joined again.
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]  # closed: the first point is not said again

OUT = Path(__file__).parents[1] / "src/kawat/knowledge/data/outlines.tsv"
UNITS = 40  # a degree
WEIGHT = 0.007  # square degrees at the equator: a point whose triangle is smaller is left out
FINE = 0.002  # of a country's area: the weight of a small country is no more than that
SPECK = 0.02  # square degrees: an island that is smaller is left out, unless it is its country's largest
CODES = {"KOS": "XKX", "PSX": "PSE", "SAH": "ESH", "SDS": "SSD"}  # Natural Earth's code: Kawat's
POINTS: dict[str, Point] = {"TUV": (179.2, -8.52)}  # states that the source leaves out at this scale
HEAD = """\
# Outlines of countries, for maps. Made by tools/make_outlines.py; do not edit.
# Source: Natural Earth, 1:50m, Admin 0 - Countries, 4.0.0 (naturalearthdata.com), simplified.
# Licence: public domain. The lines are those that hold de facto, as Natural Earth sees them; no statement on borders.
# Columns: code (ISO 3166-1 alpha-3 as Kawat uses it; others are Natural Earth's), lon and lat of a point within,
# area in square degrees at the equator, rings parted by bars: first point, then steps, x and y, in 1/40 degree.
code\tlon\tlat\tarea\trings
"""


def main(source: str) -> None:
    """Write the file from the GeoJSON at `source`."""
    features = json.loads(Path(source).read_text(encoding="utf-8"))["features"]
    shapes = {_code(f["properties"]): _joined(_rings(f["geometry"])) for f in features}
    simple = _simplified(shapes)
    lines = [_line(code, simple[code]) for code in sorted(simple) if simple[code]]
    lines += [f"{code}\t{x:.2f}\t{y:.2f}\t0\t" for code, (x, y) in POINTS.items() if not simple.get(code)]
    OUT.write_text(HEAD + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} outlines, {OUT.stat().st_size} bytes", file=sys.stderr)


def _code(properties: dict[str, Any]) -> str:
    code = str({k.upper(): v for k, v in properties.items()}["ADM0_A3"])
    return CODES.get(code, code)


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    """Return outer rings and holes alike (lakes and enclaves: filled even-odd), to four decimals."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[(round(x, 4), round(y, 4)) for x, y, *_ in ring[:-1]] for p in polygons for ring in p]
    return [ring for ring in map(_clean, rings) if len(ring) > 2]


def _clean(ring: Ring) -> Ring:
    """Drop points said twice."""
    return [p for i, p in enumerate(ring) if p != ring[i - 1]]


def _joined(rings: list[Ring]) -> list[Ring]:
    """Join rings that share an edge on the antimeridian; the poles' caps, which cross it, stay as they are."""
    seam = [r for r in rings if any(abs(x) == 180 for x, _ in r) and min(y for _, y in r) > -60]
    rest = [r for r in rings if r not in seam]
    return rest + _relinked([_shifted(r) for r in seam]) if len(seam) > 1 else rings


def _shifted(ring: Ring) -> Ring:
    """Move what lies west of the antimeridian's far side to 180 and beyond, without points along the seam."""
    east = [(x + 360 if x < 0 else x, round(y, 3)) for x, y in ring]
    n = len(east)
    return [p for i, p in enumerate(east) if not p[0] == east[i - 1][0] == east[(i + 1) % n][0] == 180]


def _relinked(rings: list[Ring]) -> list[Ring]:
    """Cancel edges that two rings run in opposite directions, and link what is left to rings."""
    edges = Counter((a, b) for r in rings for a, b in zip(r, r[1:] + r[:1], strict=True))
    after: dict[Point, list[Point]] = {}
    for a, b in edges:
        if (b, a) not in edges:
            after.setdefault(a, []).append(b)
    out = []
    while after:
        start = here = min(after)
        ring = []
        while here in after:
            ring.append(here)
            ways = after[here]
            here = ways.pop()
            if not ways:
                del after[ring[-1]]
            if here == start:
                break
        out.append(ring)
    return [r for r in out if len(r) > 2]


def _simplified(shapes: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """Simplify all rings, each arc between two junctions once, as the smaller of two neighbours needs it."""
    near: dict[Point, set[Point]] = {}
    for ring in (r for rings in shapes.values() for r in rings):
        for i, p in enumerate(ring):
            near.setdefault(p, set()).update((ring[i - 1], ring[(i + 1) % len(ring)]))
    joints = {p for p, around in near.items() if len(around) > 2}
    done: dict[tuple[Point, Point, int, Point], list[Point]] = {}
    out: dict[str, list[Ring]] = {}
    for code, rings in sorted(shapes.items(), key=lambda item: sum(map(_area, item[1]))):
        least = min(WEIGHT, FINE * sum(map(_area, rings)))
        found = [[p for arc in _arcs(r, joints) for p in _arc(arc, least, done)[:-1]] for r in rings]
        largest = max(found, key=_area, default=[])
        out[code] = [r for r in found if len(r) > 2 and (r is largest or _area(r) >= SPECK)]
    return out


def _arcs(ring: Ring, joints: set[Point]) -> Iterator[list[Point]]:
    """Cut a ring at its junctions; one without any is cut at its lowest and highest points."""
    cuts = [i for i, p in enumerate(ring) if p in joints]
    if len(cuts) < 2:
        cuts = sorted({*cuts[:1], ring.index(min(ring)), ring.index(max(ring))})
    for a, b in zip(cuts, [*cuts[1:], cuts[0] + len(ring)], strict=True):
        yield (ring + ring)[a : b + 1]


def _arc(
    arc: list[Point], least: float, done: dict[tuple[Point, Point, int, Point], list[Point]]
) -> list[Point]:
    """Simplify an arc, or take what its neighbour made of it, run backwards."""
    key = (arc[0], arc[-1], len(arc), arc[1])
    if key in done:
        return done[key]
    kept = _thinned(arc, least)
    done[key] = kept
    done[(arc[-1], arc[0], len(arc), arc[-2])] = kept[::-1]
    return kept


def _thinned(arc: list[Point], least: float) -> list[Point]:
    """Drop the point of the smallest triangle until none is below `least`; the ends stay."""
    before, after = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))
    size = [
        _triangle(arc[i - 1], p, arc[i + 1]) if 0 < i < len(arc) - 1 else math.inf for i, p in enumerate(arc)
    ]
    heap = [(s, i) for i, s in enumerate(size) if s < math.inf]
    heapq.heapify(heap)
    gone: set[int] = set()
    while heap and heap[0][0] < least:
        s, i = heapq.heappop(heap)
        if i in gone or s != size[i]:
            continue
        gone.add(i)
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if 0 < j < len(arc) - 1:
                size[j] = max(s, _triangle(arc[before[j]], arc[j], arc[after[j]]))
                heapq.heappush(heap, (size[j], j))
    return [p for i, p in enumerate(arc) if i not in gone]


def _triangle(a: Point, b: Point, c: Point) -> float:
    twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    return abs(twice) / 2 * math.cos(math.radians(min(abs(b[1]), 80)))


def _area(ring: Ring) -> float:
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return abs(twice) / 2 * math.cos(math.radians(min(abs(ring[0][1]), 80))) if ring else 0.0


def _line(code: str, rings: list[Ring]) -> str:
    x, y = _middle(max(rings, key=_area))
    told = [t for t in map(_steps, sorted(rings, key=_area, reverse=True)) if t]
    return f"{code}\t{x:.2f}\t{y:.2f}\t{sum(map(_area, rings)):.2f}\t{'|'.join(told)}"


def _middle(ring: Ring) -> Point:
    """Return the centre of gravity of a ring."""
    (ox, oy), total, sx, sy = ring[0], 0.0, 0.0, 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy)
        total += cross
        sx += cross * (a[0] + b[0] - 2 * ox)
        sy += cross * (a[1] + b[1] - 2 * oy)
    return (ox + sx / (3 * total), oy + sy / (3 * total)) if total else (ox, oy)


def _steps(ring: Ring) -> str:
    grid = [(round(x * UNITS), round(y * UNITS)) for x, y in ring]
    grid = [p for i, p in enumerate(grid) if p != grid[i - 1]] or grid[:1]
    steps = [grid[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(grid))]
    return " ".join(f"{dx} {dy}" for dx, dy in steps) if len(grid) > 2 else ""


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("give the GeoJSON file of Natural Earth: python tools/make_outlines.py FILE")
    main(sys.argv[1])
