"""Days as the record compares them: an EDTF date stands for all days that it may mean."""

from __future__ import annotations

import calendar

from kawat.errors import UsageError
from kawat.linking.days import days, published_day
from kawat.linking.history import due
from kawat.linking.model import Event
from kawat.record.model import Standing

#: Days after which an undated plan ("next week") that nobody speaks of any more is overdue.
STALE = 31
_FIRST, _LAST = "0000-01-01", "9999-12-31"


def bounds(date: str | None) -> tuple[str, str] | None:
    """Return the first and the last day (YYYY-MM-DD) that an EDTF date may mean; None where it names no day.

    Days, months, years, intervals (open ones too) and the marks of doubt ``? ~ %`` are read; an unspecified
    digit (``202X``, ``2021-XX``) stands for every digit.
    """
    if not date:
        return None
    start, slash, end = date.partition("/")
    if not slash:
        return _span(start)
    left = _span(start) or (_FIRST, _FIRST)
    right = _span(end) or (_LAST, _LAST)
    return left[0], max(left[0], right[1])


def day_bounds(date: str, argument: str) -> tuple[str, str]:
    """Read a day that a caller gave; `argument` names it.

    Raises:
        UsageError: it is no day, month or year.
    """
    span = bounds(date)
    if span is None:
        raise UsageError(
            f"{argument}: {date!r} is no date; write 2021-12-05, 2021-12 or 2021",
            code="no_date",
            field=argument,
            value=date,
        )
    return span


def planned_date(event: Event) -> str | None:
    """Return for when a contact is to come, EDTF: by a person's word, else as planned last, else its own date.

    None for what is put off without a new date: its own is the one that it was put off from.
    """
    if any(c.field == "date" for c in event.corrections):
        return event.date
    return None if event.status == "postponed" else due(event.status_history) or event.date


def standing(event: Event, today: str) -> Standing:
    """Say how a contact that is to come stands on `today` (YYYY-MM-DD, or less precise).

    overdue: its last possible day is past (or was, when it was last spoken of), or it was planned without a day more
    than `STALE` days ago, and no report says that it was held; due: it may be today; upcoming: later; unresolved: it
    was only proposed, or put off without a new day, or it is planned without a day.
    """
    span = bounds(planned_date(event))
    now = day_bounds(today, "today")
    if event.status == "proposed":
        return "unresolved"
    if span is None:
        return "overdue" if event.status == "planned" and _stale(event, now[0]) else "unresolved"
    if span[1] < max(now[0], _last_said(event)):
        return "overdue"
    return "due" if span[0] <= now[1] else "upcoming"


def _stale(event: Event, today: str) -> bool:
    """Tell whether nobody has spoken of a plan for so long that it must have come, or come to nothing."""
    said, now = published_day(_last_said(event)), days(today)
    return said is not None and now is not None and now.first - said > STALE


def _last_said(event: Event) -> str:
    """Return the day on which an event was last spoken of, "" where none is known."""
    return max(
        (step.said[:10] for step in event.status_history if published_day(step.said) and step.said),
        default="",
    )


def _span(part: str) -> tuple[str, str] | None:
    """Return first and last day of one EDTF date without a slash, None where it is none."""
    fields = part.strip("?~% ").upper().split("-")
    if len(fields) > 3 or [len(f) for f in fields] != [4, 2, 2][: len(fields)]:
        return None
    if not set("".join(fields)) <= set("0123456789X"):
        return None
    year, month, day = (*fields, "XX", "XX")[:3]
    low, high = year.replace("X", "0"), year.replace("X", "9")
    months = _range(month, 12)
    days = _range(day, _length(int(high), months[-1])) if months else None
    if not months or not days:
        return None
    return f"{low}-{months[0]:02}-{days[0]:02}", f"{high}-{months[-1]:02}-{days[-1]:02}"


def _range(field: str, most: int) -> list[int]:
    """Return the numbers from 1 to `most` that two characters may mean, each of them a digit or X."""
    return [
        n for n in range(1, most + 1) if all(a in ("X", b) for a, b in zip(field, f"{n:02}", strict=True))
    ]


def _length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(max(year, 1), month)[1]
