"""Places nodes on a circle: those that deal much with each other stand near each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Point = tuple[float, float]
LINE = 16.0  # pixels between two names
PULL = 0.62  # how far an edge bends towards the middle


def order(codes: Sequence[str], weights: Mapping[tuple[str, str], int]) -> list[str]:
    """Return the codes in an order round the circle that keeps heavy edges short; the same for the same input."""
    ring: list[str] = []
    for code in codes:
        spots = range(len(ring) + 1) if len(ring) > 1 else [len(ring)]
        ring = min(([*ring[:i], code, *ring[i:]] for i in spots), key=lambda r: _length(r, weights))
    for _ in range(3):
        ring, better = _swapped(ring, weights)
        if not better:
            break
    return ring


def _swapped(ring: list[str], weights: Mapping[tuple[str, str], int]) -> tuple[list[str], bool]:
    """Swap any two that are better swapped; tell whether any were."""
    best, before = _length(ring, weights), _length(ring, weights)
    for i in range(len(ring)):
        for j in range(i + 1, len(ring)):
            ring[i], ring[j] = ring[j], ring[i]
            now = _length(ring, weights)
            if now < best:
                best = now
            else:
                ring[i], ring[j] = ring[j], ring[i]
    return ring, best < before


def _length(ring: Sequence[str], weights: Mapping[tuple[str, str], int]) -> int:
    at = {code: i for i, code in enumerate(ring)}
    n = len(ring)
    total = 0
    for (a, b), weight in weights.items():
        if a in at and b in at:
            apart = abs(at[a] - at[b])
            total += weight * min(apart, n - apart)
    return total


def places(ring: Sequence[str], middle: Point, radius: float) -> dict[str, Point]:
    """Return where each stands, half a step off the top, so that no two names meet there."""
    step = 2 * math.pi / max(len(ring), 1)
    turns = ((i + 0.5) * step - math.pi / 2 if len(ring) > 2 else i * math.pi for i in range(len(ring)))
    return {
        code: (round(middle[0] + radius * math.cos(t), 2), round(middle[1] + radius * math.sin(t), 2))
        for code, t in zip(ring, turns, strict=True)
    }


def apart(at: Mapping[str, Point], middle: Point) -> dict[str, float]:
    """Return the height of each name: beside its node, moved outwards where it would touch the next one's."""
    levels: dict[str, float] = {}
    for right in (False, True):
        half = [code for code in at if (at[code][0] >= middle[0]) == right]
        for way in (1, -1):
            free = -math.inf
            for code in sorted(half, key=lambda c: (way * at[c][1], c)):
                level = at[code][1] + (at[code][1] - middle[1]) * 0.05
                if way * (at[code][1] - middle[1]) >= 0:
                    free = max(way * level, free + LINE)
                    levels[code] = way * free
    return levels


def _bend(a: Point, b: Point, middle: Point) -> Point:
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return x + (middle[0] - x) * PULL, y + (middle[1] - y) * PULL


def curve(a: Point, b: Point, middle: Point) -> str:
    """Return an edge: bent towards the middle, straight where it comes from there."""
    cx, cy = _bend(a, b, middle) if middle not in (a, b) else ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    return f"M{a[0]:.1f} {a[1]:.1f}Q{cx:.1f} {cy:.1f} {b[0]:.1f} {b[1]:.1f}"


def halfway(a: Point, b: Point, middle: Point) -> Point:
    """Return the middle of an edge."""
    cx, cy = _bend(a, b, middle) if middle not in (a, b) else ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    return (a[0] + 2 * cx + b[0]) / 4, (a[1] + 2 * cy + b[1]) / 4
