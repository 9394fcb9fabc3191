"""Times that are counted from another time of the text: "sehari kemudian", "two days earlier", "the following year"."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from kawat.times.model import Timex
from kawat.times.resolve import resolve

#: How fine a time must be told that so many of a unit can be counted from it: a day for days, a year for years.
_YEAR, _MONTH, _WEEK, _DAY = range(4)
_NEEDS: dict[str | None, int] = {"week": _WEEK, "weekend": _WEEK, "month": _MONTH, "year": _YEAR, None: _YEAR}
_NEEDS |= dict.fromkeys(("second", "minute", "hour", "day"), _DAY)


def follow(times: Iterable[Timex], anchor: date | None) -> list[Timex]:
    """Give each time that is counted from the one told before it ("shifted") its own year, month and day.

    Days are counted from the day last told, weeks from the last day or week, months and years from the last time that
    says its month or year; "at that time", without a unit, is the time last told; and a bare "on the 14th" is of the
    month last told. `times` are those of a whole text in its order, `anchor` the day of its publication. Where nothing
    was told before, a shifted time stays as it is, without a date.
    """
    out: list[Timex] = []
    told: dict[int, str] = {}  # how fine -> the last time told as finely, EDTF
    for t in times:
        at = told.get(_NEEDS.get(t.unit, _YEAR)) if t.kind == "shifted" else None
        month = told.get(_MONTH) if t.kind == "day_of_month" else None
        out.append(_counted(t, at) if at is not None else _of_month(t, month) if month is not None else t)
        edtf = _meant(out[-1], anchor)
        if edtf is not None:
            told.update(dict.fromkeys(range(_fine(out[-1], edtf) + 1), edtf))
    return out


def _meant(t: Timex, anchor: date | None) -> str | None:
    """Return the date of a time, of an interval its last day; None for durations, and where it cannot be told."""
    if t.type not in ("DATE", "TIME") or (anchor is None and t.year is None):
        return None
    edtf = resolve(t, anchor or date(t.year or 1, 1, 1), tense="past").edtf
    return edtf.rpartition("/")[2] if edtf is not None else None


def _fine(t: Timex, edtf: str) -> int:
    """Tell how finely a time was told; "last week" tells no day, "3 to 5 May" does."""
    week = t.unit in ("week", "weekend") and t.weekday is None
    return _WEEK if week else {4: _YEAR, 7: _MONTH}.get(len(edtf), _DAY)


def _of_month(t: Timex, told: str) -> Timex:
    """Take a day without a month as one of the month told, where that has so many days."""
    year, month = (int(x) for x in told.split("-")[:2])
    whole = t.day is not None and t.day <= calendar.monthrange(year, month)[1]
    return msgspec.structs.replace(t, year=year, month=month) if whole else t


def _counted(t: Timex, told: str) -> Timex:
    """Count from the time told, as finely as the unit: a day later is a day, a year later is a year."""
    if t.unit is None:
        return msgspec.structs.replace(t, **_fields(told, ""))
    year, month, day = (int(x) for x in (told + "-01-01"[len(told) - 4 :]).split("-"))
    step = Timex(0, 0, "", "DATE", "relative", unit=t.unit, offset=t.offset, month=t.month)
    if t.weekday is not None:  # "Senin berikutnya", "the previous Friday"
        lean: Literal["past", "future"] = "past" if (t.offset or 0) < 0 else "future"
        step = Timex(0, 0, "", "DATE", "weekday", weekday=t.weekday, direction=lean)
    first, _, last = (resolve(step, date(year, month, day)).edtf or "").partition("/")
    return msgspec.structs.replace(t, **_fields(first, ""), **_fields(last, "end_"))


def _fields(edtf: str, which: str) -> dict[str, int]:
    parts = [int(x) for x in edtf.split("-")] if edtf else []
    return {which + name: part for name, part in zip(("year", "month", "day"), parts, strict=False)}
