"""Places marks in the rows of a lane, so that none covers another; where there are too many, they become one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

CELL = 22.0  # pixels: marks that lie within one may become one
MOST_ROWS = 9


class Spot(msgspec.Struct, frozen=True):
    """Where something wants to be."""

    left: float
    right: float
    x: float  # its middle
    events: tuple[int, ...]  # numbers of its events: several where they became one


class Placed(msgspec.Struct, frozen=True):
    """A spot with the row that it got, 0 first."""

    spot: Spot
    row: int


def pack(spots: Sequence[Spot]) -> list[Placed]:
    """Give each spot a row; those of a crowded place are joined until the lane is no higher than `MOST_ROWS`."""
    placed: list[Placed] = []
    for limit in (5, 3, 2, 1):
        placed = _rows(_joined(spots, limit))
        if max((p.row for p in placed), default=0) < MOST_ROWS:
            break
    return placed


def _joined(spots: Sequence[Spot], limit: int) -> list[Spot]:
    cells: dict[int, list[Spot]] = {}
    for spot in spots:
        cells.setdefault(int(spot.x // CELL), []).append(spot)
    out: list[Spot] = []
    for here in cells.values():
        out += here if len(here) <= limit else [_one(here)]
    return out


def _one(spots: Sequence[Spot]) -> Spot:
    x = sum(s.x for s in spots) / len(spots)
    return Spot(x - 12, x + 12, x, tuple(i for s in spots for i in s.events))


def _rows(spots: Sequence[Spot]) -> list[Placed]:
    ends: list[float] = []
    out = []
    for spot in sorted(spots, key=lambda s: (s.left, s.right, s.events)):
        row = next((i for i, end in enumerate(ends) if end <= spot.left), len(ends))
        ends[row : row + 1] = [spot.right]
        out.append(Placed(spot, row))
    return out
