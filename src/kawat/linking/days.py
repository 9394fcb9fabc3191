"""EDTF dates as spans of days, so that a day can be seen to lie inside a month, a week or a year."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

#: The last day that the calendar knows: the end of an interval that is open ("2021-06/..").
END = date.max.toordinal()
_PIECE = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?")
#: EDTF level 1 seasons and quarters as first month and number of months (northern hemisphere).
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}


class Days(NamedTuple):
    """First and last day of a date, both included, as proleptic ordinals."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many days it spans; 1 for a date that names its day."""
        return self.last - self.first + 1

    def holds(self, other: Days) -> bool:
        """Tell whether `other` lies inside, or is the same."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: Days) -> int:
        """Return the days from the end of one to the start of the other; 0 or less where they overlap."""
        return max(self.first, other.first) - min(self.last, other.last)

    def away(self, day: int) -> int:
        """Return how many days `day` lies outside; 0 inside."""
        return max(self.first - day, day - self.last, 0)


@lru_cache(maxsize=65536)
def days(edtf: str | None) -> Days | None:
    """Read an EDTF day, month, year, season or interval; None for none, or for what is no date."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _piece(start)
    first = Days(1, 1) if start in ("", "..") else _piece(start)
    last = Days(END, END) if end in ("", "..") else _piece(end)
    if first is None or last is None:
        return None
    return Days(min(first.first, last.first), max(first.last, last.last))


def _piece(text: str) -> Days | None:
    m = _PIECE.fullmatch(text)
    if not m:
        return None
    try:
        return _numbers(int(m[1]), _number(m[2]), _number(m[3]))
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    return int(text) if text and text != "XX" else None


def _numbers(year: int, month: int | None, day: int | None) -> Days:
    if month is None:
        return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if month in _SEASONS:
        first, count = _SEASONS[month]
        last_year, last = (year, first + count - 1) if first + count <= 13 else (year + 1, first + count - 13)
        return Days(date(year, first, 1).toordinal(), _month_end(last_year, last))
    if day is None:
        return Days(date(year, month, 1).toordinal(), _month_end(year, month))
    return Days(*[date(year, month, day).toordinal()] * 2)


def _month_end(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(year, month, calendar.monthrange(year, month)[1]).toordinal()


@lru_cache(maxsize=65536)
def published_day(published: str | None) -> int | None:
    """Return the calendar day of a publication in its page's own zone, as an ordinal; None where unknown."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def moment(published: str | None) -> datetime | None:
    """Read a publication; its day alone where its clock cannot be (24:00:00, a zone of +25:00), None for no date."""
    for text in (published, published and published[:10]):
        try:
            return datetime.fromisoformat(text) if text else None
        except ValueError:
            continue
    return None


@lru_cache(maxsize=65536)
def instant(published: str | None) -> str:
    """Return a key that sorts publications by time (UTC): a day at its start, an unknown one first."""
    said = moment(published)
    try:
        said = said.astimezone(UTC) if said and said.tzinfo else said
    except OverflowError:  # before the first day of the calendar, or after the last
        return ""
    return said.replace(tzinfo=None).isoformat() if said else ""
