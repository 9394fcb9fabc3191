"""What a time expression means on a given day: TIMEX3 value and EDTF. No language here: fields say it all."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from kawat.times.model import Resolved, Timex

Tense = Literal["past", "future"] | None
Meaning = tuple[str, str | None]

#: A day without its year is taken on the side that the tense asks for, unless that is nine months off.
_FAR = timedelta(days=274)
_WEEKEND = 5
_DAYS = {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_QUARTERS = {1: "Q1", 4: "Q2", 7: "Q3", 10: "Q4"}


def resolve(timex: Timex, anchor: date, *, tense: Tense = None) -> Resolved:
    """Say what `timex` means in a text published on `anchor`; the words' own direction goes before `tense`.

    Never raises: what cannot be reckoned (a day before the year 1) is a vague reference, without EDTF.
    """
    try:
        value, edtf = _MEANING[timex.kind](timex, anchor, timex.direction or tense)
    except (ValueError, OverflowError):
        value, edtf = _vague(timex, anchor, timex.direction or tense)
    if edtf and len(edtf) == 10 and value == edtf:
        value += _clock(timex)
    return Resolved(value, edtf, check(timex) or _check_edtf(timex, edtf))


def check(timex: Timex) -> str | None:
    """Return "weekday_mismatch" where the words name a weekday that contradicts their own full date."""
    if timex.weekday is None or timex.year is None or timex.month is None or timex.day is None:
        return None
    if timex.end_day is not None:
        return None
    weekday = calendar.weekday(timex.year, timex.month, timex.day)
    return None if weekday == timex.weekday else "weekday_mismatch"


def _check_edtf(timex: Timex, edtf: str | None) -> str | None:
    if timex.weekday is None or timex.day is None or timex.end_day is not None:
        return None
    wrong = edtf is not None and len(edtf) == 10 and date.fromisoformat(edtf).weekday() != timex.weekday
    return "weekday_mismatch" if wrong else None


def _clock(timex: Timex) -> str:
    if timex.hour is not None:
        return f"T{timex.hour:02}:{timex.minute or 0:02}"
    return f"T{timex.part}" if timex.part else ""


def _fixed(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """Durations and sets: the words say it all."""
    return timex.value or "PXX", None


def _vague(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    direction = timex.direction or ("future" if (timex.offset or 0) > 0 else "past")
    return f"{direction.upper()}_REF", None


def _time_of_day(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """A clock time or part of day alone: the day may be another sentence's, so there is no date."""
    return anchor.isoformat() + _clock(timex), None


def _day(d: date) -> Meaning:
    return d.isoformat(), d.isoformat()


def _month(year: int, month: int) -> Meaning:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    value = date(year, month, 1).isoformat()[:7]
    return value, value


def _year(year: int) -> Meaning:
    value = date(year, 1, 1).isoformat()[:4]
    return value, value


def _between(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _monday(anchor: date, weeks: int) -> date:
    return anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=weeks)


def _relative(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """So many units before or after the anchor; with a weekday or month, that one in the unit meant."""
    n = timex.offset or 0
    gone = lean == "past" if timex.offset == 0 else timex.offset is None and lean != "future"
    if timex.unit == "weekend" and gone and anchor.weekday() < _WEEKEND:
        n = (
            -1
        )  # a bare weekend is the last one, as a bare weekday is; so is "this" one where something took place
    if timex.unit in ("week", "weekend"):
        return _in_week(timex, _monday(anchor, n))
    if timex.unit in _YEARS:
        return _in_year(timex, anchor.year + n * _YEARS[timex.unit])
    if timex.unit in ("month", "quarter"):
        return _in_months(timex, anchor, n)
    days = n if timex.unit == "day" else int(n * _DAYS[timex.unit or ""])
    return _day(anchor + timedelta(days=days))


def _in_year(timex: Timex, year: int) -> Meaning:
    if timex.month and timex.day:
        return _day(date(year, timex.month, timex.day))
    return _month(year, timex.month) if timex.month else _year(year)


def _in_months(timex: Timex, anchor: date, n: int) -> Meaning:
    now = anchor.year * 12 + anchor.month - 1
    if timex.unit == "quarter":
        year, month = divmod(now - now % 3 + 3 * n, 12)
        return (
            f"{year:04}-{_QUARTERS[month + 1]}",
            f"{_month(year, month + 1)[0]}/{_month(year, month + 3)[0]}",
        )
    year, month = divmod(now + n, 12)
    return _day(date(year, month + 1, timex.day)) if timex.day else _month(year, month + 1)


def _in_week(timex: Timex, monday: date) -> Meaning:
    if timex.weekday is not None:
        return _day(monday + timedelta(days=timex.weekday))
    year, week, _ = monday.isocalendar()
    value = f"{year:04}-W{week:02}"
    first = monday
    if timex.unit == "weekend":
        value, first = value + "-WE", monday + timedelta(days=_WEEKEND)
    return value, f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _weekday(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """A bare weekday may be the anchor itself; one with its own direction ("Jumat lalu") may not."""
    assert timex.weekday is not None
    away = (timex.weekday - anchor.weekday()) % 7  # days on
    if lean == "future":
        return _day(anchor + timedelta(days=away or (7 if timex.direction else 0)))
    back = -away % 7
    return _day(anchor - timedelta(days=back or (7 if timex.direction else 0)))


def _date(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """A day of a month, the year stated or not; the month stated or not."""
    assert timex.day is not None
    day, month = timex.day, timex.month
    if month is None:
        near = ((anchor.year * 12 + anchor.month - 1 + n) for n in (-1, 0, 1))
        return _day(_nearest(_days((m // 12, m % 12 + 1, day) for m in near), anchor, lean))
    if timex.year is not None:
        return _day(date(timex.year, month, day))
    years = range(anchor.year - 1, anchor.year + 2)
    if (month, day) == (2, 29):
        years = range(anchor.year - 8, anchor.year + 9)
    return _day(_nearest(_days((year, month, day) for year in years), anchor, lean))


def _days(parts: Iterable[tuple[int, int, int]]) -> list[date]:
    """Make dates, leaving out those that no calendar has."""
    made = []
    for year, month, day in parts:
        if 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1]:
            made.append(date(year, month, day))
    return made


def _nearest(candidates: list[date], anchor: date, lean: Tense) -> date:
    """Choose the date nearest to the anchor, on the side of `lean` where there is one not too far."""
    ranked = sorted(candidates, key=lambda d: (abs(d - anchor), d))
    for d in ranked:
        right = d <= anchor if lean == "past" else d >= anchor if lean == "future" else True
        if right and abs(d - anchor) <= _FAR:
            return d
    return ranked[0]


def _month_named(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    assert timex.month is not None
    if timex.year is not None:
        return _month(timex.year, timex.month)
    back = (anchor.month - timex.month) % 12  # months since it was last
    strict = 1 if timex.direction else 0
    if lean == "past":
        return _month(anchor.year, anchor.month - (back or 12 * strict))
    ahead = -back % 12 or 12 * strict
    if lean == "future":
        return _month(anchor.year, anchor.month + ahead)
    return _month(anchor.year, anchor.month - back if back <= ahead else anchor.month + ahead)


def _year_named(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    assert timex.year is not None
    if timex.end_year is not None and timex.kind == "decade":
        return f"{timex.year // 10:03}", f"{timex.year}/{timex.end_year}"
    return _year(timex.year)


def _shifted(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """So many units from a time told before: a date once that time is known (`kawat.times.follow`)."""
    if timex.year is None and timex.weekday is not None:
        return _weekday(timex, anchor, lean)
    if timex.year is None:
        return _relative(timex, anchor, lean) if timex.unit == "weekend" else _vague(timex, anchor, lean)
    if timex.month is None:
        return _year(timex.year)
    if timex.day is None:
        return _month(timex.year, timex.month)
    return _range(timex, anchor, lean) if timex.end_day else _day(date(timex.year, timex.month, timex.day))


def _months(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """Some months of a year (quarter, half, season); without its year, those that the tense asks for."""
    assert timex.month is not None and timex.end_month is not None
    if timex.year is not None:
        return _months_of(timex, timex.year)
    now = anchor.year * 12 + anchor.month - 1
    length = (timex.end_month - timex.month) % 12
    starts = [year * 12 + timex.month - 1 for year in range(anchor.year - 1, anchor.year + 2)]
    if timex.offset == 0 and timex.modifier == "end" and timex.direction == "future":
        return _later(timex, anchor, next(s for s in starts if now <= s + length + 1), length)
    if timex.direction == "past":
        starts = [s for s in starts if s + length < now]
    elif lean == "past":
        starts = [s for s in starts if s <= now]
    elif lean == "future":
        starts = [s for s in starts if s + length >= now + (1 if timex.direction else 0)]
    distance = {s: max(s - now, now - s - length, 0) for s in starts}
    return _months_of(timex, min(starts, key=lambda s: (distance[s], s)) // 12)


def _later(timex: Timex, anchor: date, start: int, length: int) -> Meaning:
    """The rest of a season from the anchor on; it ends some three weeks into the month after its last."""
    now = anchor.year * 12 + anchor.month - 1
    first, last = max(start, now), start + length + 1
    edtf = _between(_month(first // 12, first % 12 + 1)[0], _month(last // 12, last % 12 + 1)[0])
    return _months_of(timex, start // 12)[0], edtf


def _months_of(timex: Timex, year: int) -> Meaning:
    assert timex.month is not None and timex.end_month is not None
    last = timex.end_month + (12 if timex.end_month < timex.month else 0)
    edtf = _between(_month(year, timex.month)[0], _month(year, last)[0])
    return (f"{year:04}-{timex.value}" if timex.value else edtf), edtf


def _range(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    """From one day, month or year to another; what one end leaves unsaid the other says."""
    if timex.day is None or timex.end_day is None:
        return _long_range(timex, anchor, lean)
    end_month = timex.end_month or timex.month
    month = timex.month or end_month
    assert month is not None and end_month is not None
    turns = (end_month, timex.end_day) < (month, timex.day)
    year, end_year = timex.year, timex.end_year
    if year is None and end_year is None:
        near = _days((y, month, timex.day) for y in range(anchor.year - 1, anchor.year + 2))
        year = _nearest(near, anchor, lean).year
    if year is None:
        year = (end_year or anchor.year) - turns
    first, last = date(year, month, timex.day), date(end_year or year + turns, end_month, timex.end_day)
    value = f"{first.isoformat()}/{last.isoformat()}"
    return value, value


def _long_range(timex: Timex, anchor: date, lean: Tense) -> Meaning:
    if timex.month is None or timex.end_month is None:
        assert timex.year is not None and timex.end_year is not None
        value = f"{_year(timex.year)[0]}/{_year(timex.end_year)[0]}"
        return value, value
    turns = timex.end_month < timex.month
    year = timex.year
    if year is None and timex.end_year is not None:
        year = timex.end_year - turns
    if year is None:
        first = _month_named(timex, anchor, lean)[0]
        year = int(first[:4])
    end = _month(timex.end_year or year + turns, timex.end_month)[0]
    value = f"{_month(year, timex.month)[0]}/{end}"
    return value, value


_MEANING: dict[str, Callable[[Timex, date, Tense], Meaning]] = {
    "day_month_year": _date, "day_month": _date, "day_of_month": _date, "weekday_date": _date,
    "weekday": _weekday, "relative": _relative, "month": _month_named, "month_year": _month_named,
    "year": _year_named, "named_year": _year_named, "thing_year": _year_named, "decade": _year_named,
    "months": _months, "range": _range,
    "duration": _fixed, "set": _fixed, "clock": _time_of_day, "vague": _vague, "apart": _vague, "shifted": _shifted,
}  # fmt: skip
