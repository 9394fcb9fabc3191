"""Where an event lies in time, to the day: what is sure of it, and how far it may reach."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from kawat.desk import wording
from kawat.desk.words import Words, area
from kawat.desk.words import words as load
from kawat.linking.model import Event
from kawat.record.dates import bounds, planned_date

_DAYS = re.compile(r"P(\d{1,4})([DW])")
_TO_COME = frozenset({"planned", "proposed", "postponed"})
#: How far an interval without an end is drawn, in days.
OPEN = 30
#: A day; several days; a month, a year or an interval of such; not told, so the day of the first report.
How = Literal["day", "days", "vague", "reported"]


class Span(msgspec.Struct, frozen=True):
    """Days as ordinals (`datetime.date.toordinal`)."""

    first: int  # earliest possible
    begin: int  # from here on it is sure, or the middle of what is possible
    end: int  # last sure one
    last: int  # latest possible
    how: How


def span_of(event: Event) -> Span | None:
    """Return the days of an event; None where neither it nor its reports have one."""
    edtf = shown_date(event)
    told = _told(edtf) if edtf else None
    if told is None:
        said = wording.first_said(event)
        day = _ordinal(said[:10]) if said else None
        return Span(day - 7, day, day, day, "reported") if day else None
    days = _lasting(event.duration)
    if told.how == "day" and days > 1:
        return Span(told.first, told.first, told.first + days - 1, told.first + days - 1, "days")
    return told


def shown_date(event: Event) -> str | None:
    """Return the date at which an event is drawn, EDTF: of a contact to come, for when it is planned now."""
    to_come = event.type == "CONSULT" and event.status in _TO_COME
    return (planned_date(event) if to_come else None) or event.date


def date_said(event: Event, words: Words) -> str:
    """Say that date: "7 December 2021"; "no date told (first reported 8 May 2024)"."""
    edtf = shown_date(event)
    if edtf and _told(edtf):
        return _words(edtf, words.language)
    said = wording.first_said(event)
    known = said and _ordinal(said[:10])
    told = area("drawing", words.language)
    return (
        told["reported"].format(date=wording.date_words(said[:10], words))
        if said and known
        else told["undated"]
    )


@lru_cache(maxsize=8192)
def _words(edtf: str, language: str) -> str:
    return wording.date_words(edtf, load(language))


def moved_from(event: Event) -> list[int]:
    """Return the days from which an event was moved, in the order of the moves."""
    froms = [step.moved_from for step in event.status_history if step.change == "moved" and step.moved_from]
    spans = (_told(edtf) for edtf in froms)
    return [span.begin for span in spans if span]


def _told(edtf: str) -> Span | None:
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(edtf)
    one, other = _single(start), _single(end)
    if one is None or other is None:
        return _open(one or other, one is None)
    if one.how == other.how == "day":
        return Span(one.first, one.first, max(one.first, other.last), max(one.first, other.last), "days")
    return Span(one.first, one.last, max(one.last, other.first), max(one.last, other.last), "vague")


def _open(known: Span | None, before: bool) -> Span | None:
    """Return an interval that has one end only, with a reach on the side that is open."""
    if known is None:
        return None
    reach = (max(1, known.first - OPEN), known.last) if before else (known.first, known.last + OPEN)
    return Span(reach[0], known.begin, known.end, reach[1], "vague")


@lru_cache(maxsize=8192)
def _single(edtf: str) -> Span | None:
    found = bounds(edtf) if "/" not in edtf else None
    ends = [_ordinal(day) for day in found] if found else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    first, last = ends[0], ends[1]
    middle = (first + last) // 2
    if edtf.rstrip("?~%") != edtf:
        return Span(first - 2, middle, middle, last + 2, "vague")
    return Span(first, middle, middle, last, "day" if first == last else "vague")


def _ordinal(day: str) -> int | None:
    try:
        return min(max(date.fromisoformat(day).toordinal(), 800), date.max.toordinal() - 4000)
    except ValueError:
        return None


def _lasting(duration: str | None) -> int:
    """Return for how many days an event lasts, 1 where nobody says so."""
    match = _DAYS.fullmatch(duration or "")
    return min(int(match[1]) * (7 if match[2] == "W" else 1), 3650) if match else 1
