"""Outlines of countries for maps (data/outlines.tsv, Natural Earth): de-facto lines, no statement on borders."""

from __future__ import annotations

from functools import cache

import msgspec

from kawat.errors import KnowledgeError
from kawat.knowledge.tables import DATA

COLUMNS = ("code", "lon", "lat", "area", "rings")
UNITS = 40  # a degree


class Outline(msgspec.Struct, frozen=True):
    """A country's outline."""

    code: str  # ISO 3166-1 alpha-3 as `states.csv` has it, or Natural Earth's own code
    lon: float  # degrees east of a point within
    lat: float  # degrees north
    area: float  # square degrees at the equator: 0 for one that is a point only
    rings: tuple[
        tuple[tuple[float, float], ...], ...
    ]  # lon and lat; past 180 where it crosses the antimeridian


@cache
def outlines() -> dict[str, Outline]:
    """Return all outlines by code, in the order of their codes.

    Raises:
        KnowledgeError: the file is missing or a line is broken; the message names it.
    """
    try:
        lines = (DATA / "outlines.tsv").read_text(encoding="utf-8").splitlines()
    except OSError as e:
        raise KnowledgeError(f"data/outlines.tsv: cannot be read ({e.strerror}); install Kawat again") from e
    kept = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not kept or tuple(kept[0][1].split("\t")) != COLUMNS:
        raise KnowledgeError(f"data/outlines.tsv: make its columns {', '.join(COLUMNS)}")
    found = [_outline(n, line) for n, line in kept[1:]]
    return {outline.code: outline for outline in found}


def _outline(number: int, line: str) -> Outline:
    try:
        code, lon, lat, area, rings = line.split("\t")
        told = tuple(_ring(ring) for ring in rings.split("|")) if rings else ()
        return Outline(code, float(lon), float(lat), float(area), told)
    except ValueError as e:
        raise KnowledgeError(f"data/outlines.tsv:{number}: {e}; make it anew, tools/make_outlines.py") from e


def _ring(told: str) -> tuple[tuple[float, float], ...]:
    """Read the first point and the steps from it."""
    numbers = [int(word) for word in told.split()]
    x = y = 0
    out = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x / UNITS, y / UNITS))
    return tuple(out)
