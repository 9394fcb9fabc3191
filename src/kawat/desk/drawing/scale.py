"""The axis of time: days to pixels, long stretches without events cut out, ticks in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from kawat.desk.words import Words

Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
#: Pixels that one unit takes at least.
LEAST = {"day": 15.0, "week": 15.0, "month": 15.0, "year": 30.0}
#: So many units without events are cut out.
EMPTY = {"day": 10, "week": 8, "month": 9, "year": 6}
BREAK = 34.0  # pixels that a cut takes
WIDEST = 8000.0  # pixels; a finer unit that would need more gives way to a coarser one


class Stretch(msgspec.Struct, frozen=True):
    """Days drawn without a cut: ordinals, the last one excluded, and where they lie."""

    first: int
    last: int
    left: float
    right: float


class Tick(msgspec.Struct, frozen=True):
    """A mark on the axis."""

    x: float
    minor: str  # "7", "Dec", "2021", or "" where there is no room
    major: str  # "December 2021", "2021", or ""


class Scale(msgspec.Struct, frozen=True):
    """An axis."""

    unit: Unit
    stretches: tuple[Stretch, ...]

    def x(self, day: float) -> float:
        """Return where a day begins (a half more: its noon), in pixels; within a cut, its middle."""
        i = max(0, bisect_right(self.stretches, day, key=lambda s: s.first) - 1)
        here = self.stretches[i]
        if day <= here.last:
            part = (day - here.first) / (here.last - here.first)
            return here.left + max(0.0, part) * (here.right - here.left)
        return here.right + (BREAK / 2 if i + 1 < len(self.stretches) else 0)

    @property
    def right(self) -> float:
        """Where it ends, in pixels."""
        return self.stretches[-1].right


def scale(ranges: Sequence[tuple[int, int]], unit: Unit | None, left: float, room: float) -> Scale:
    """Make an axis for the days that `ranges` name (at least one), from pixel `left`.

    Without a `unit`, the finest that fits into `room` pixels is taken; with one, the axis may become wider.
    """
    for one in UNITS[UNITS.index(unit) if unit else 0 :]:
        cells = _merged(ranges, one)
        count = sum(last - first for first, last in cells)
        need = count * LEAST[one] + (len(cells) - 1) * BREAK
        if need <= (WIDEST if unit else room) or one == "year":
            break
    each = max(1.0 if unit is None else LEAST[one], (room - (len(cells) - 1) * BREAK) / count)
    return Scale(one, tuple(_stretches(cells, one, left, min(each, 160.0))))


def _stretches(cells: list[tuple[int, int]], unit: Unit, left: float, each: float) -> Iterator[Stretch]:
    for first, last in cells:
        right = left + (last - first) * each
        yield Stretch(start(first, unit), start(last, unit), left, right)
        left = right + BREAK


def _merged(ranges: Iterable[tuple[int, int]], unit: Unit) -> list[tuple[int, int]]:
    """Return runs of units (end excluded) that hold the days of `ranges`, with a unit to spare on both sides."""
    spare = 0 if unit == "year" else 1
    cells = sorted({(cell(a, unit) - spare, cell(b, unit) + 1 + spare) for a, b in ranges})
    runs = [cells[0]]
    for first, last in cells[1:]:
        if first - runs[-1][1] > EMPTY[unit]:
            runs.append((first, last))
        else:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
    return runs


def cell(day: int, unit: Unit) -> int:
    """Return the number of the unit in which a day lies."""
    if unit == "day":
        return day
    if unit == "week":
        return (day - 1) // 7  # ordinal 1 is a Monday
    when = date.fromordinal(day)
    return when.year if unit == "year" else when.year * 12 + when.month - 1


def start(number: int, unit: Unit) -> int:
    """Return the first day of a unit."""
    if unit == "day":
        return number
    if unit == "week":
        return number * 7 + 1
    year, month = (number, 0) if unit == "year" else divmod(number, 12)
    return date(max(1, year), month + 1, 1).toordinal()


def ticks(axis: Scale, words: Words) -> list[Tick]:
    """Return the ticks of an axis, each unit one; words only where there is room."""
    out: list[Tick] = []
    free = -1e9
    for stretch in axis.stretches:
        cells = range(cell(stretch.first, axis.unit), cell(stretch.last - 1, axis.unit) + 1)
        each = (stretch.right - stretch.left) / len(cells)
        every = next(
            n for n in (1, 2, 3, 4, 6, 12, 24, 60, 120, 600) if n * each >= _room(axis.unit) or n == 600
        )
        said = ""
        for i in cells:
            when = date.fromordinal(start(i, axis.unit))
            x = axis.x(when.toordinal())
            major = _major(when, axis.unit, words)
            shown = major if major != said and (x >= free or not said) else ""
            if shown and x < free:  # after a cut, the new month goes before the one that had no room
                out = _without_last(out)
            if shown:
                said, free = major, x + len(major) * 7.5 + 8
            out.append(Tick(x, _minor(when, axis.unit, words) if i % every == 0 else "", shown))
    return out


def _without_last(out: list[Tick]) -> list[Tick]:
    """Take the words from the last tick that has a month or year."""
    last = max((i for i, tick in enumerate(out) if tick.major), default=-1)
    return [Tick(t.x, t.minor, "") if i == last else t for i, t in enumerate(out)]


def _room(unit: Unit) -> float:
    return {"day": 18.0, "week": 18.0, "month": 27.0, "year": 34.0}[unit]


def _minor(when: date, unit: Unit, words: Words) -> str:
    if unit == "year":
        return str(when.year)
    return words.months[when.month - 1][:3] if unit == "month" else str(when.day)


def _major(when: date, unit: Unit, words: Words) -> str:
    if unit == "year":
        return ""
    name = words.months[when.month - 1]
    return str(when.year) if unit == "month" else f"{name if unit == 'day' else name[:3]} {when.year}"
