"""Chooses what a brief tells of many events: those that weigh most, as many as its length has room for.

An event weighs as much as it has independent sources (up to five), two more where its sources contradict each other,
two more where its status has changed, and one more where it was spoken of in the last thirty days. Of equal weight,
what more reports tell comes first, then what has a date, then the latest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from kawat.desk import wording
from kawat.desk.briefs.model import Brief, Group
from kawat.linking.model import Event
from kawat.record.model import Filter

if TYPE_CHECKING:
    from kawat.record import Record

Length = Literal["short", "standard", "full"]
#: Events that a brief of each length tells at most; a short one only as many as two pages hold.
LIMITS: dict[Length, int] = {"short": 20, "standard": 50, "full": 500}
_SOURCES, _CONTESTED, _CHANGED, _NEW = 5, 2, 2, 1
_LATELY = 30  # days
_LOOKED = 100  # events of each order that are weighed, where there are more
#: Lines of two A4 pages as `lines` counts them, less than they hold, for some break early.
_ROOM = 104
_WIDTH = 88  # characters of a line


def weightiest(events: Sequence[Event], today: str) -> list[Event]:
    """Order events by their weight on a day (YYYY-MM-DD)."""
    since = _before(today)
    latest = sorted(events, key=by_date, reverse=True)
    latest.sort(key=lambda e: (_weight(e, since), len(e.reports), e.date is not None), reverse=True)
    return latest


def by_date(event: Event) -> tuple[str, str]:
    """Order by the event's own day, or, where nobody says it, by the day of its first report."""
    return event.date or wording.first_said(event) or "9999", event.id


def _weight(event: Event, since: str) -> int:
    contested = any(d.kind == "contradiction" for d in event.disagreements)
    changed = len({step.status for step in event.status_history}) > 1
    lately = max((step.said or "" for step in event.status_history), default="")[:10] >= since
    return min(len(event.sources), _SOURCES) + _CONTESTED * contested + _CHANGED * changed + _NEW * lately


def _before(today: str) -> str:
    try:
        return (date.fromisoformat(today) - timedelta(days=_LATELY)).isoformat()
    except (ValueError, OverflowError):
        return today


def candidates(record: Record, wanted: Filter, limit: int) -> tuple[list[Event], int]:
    """Return the events among which a brief chooses, and how many pass the filter in all.

    Where they are many, these are the newest, those with the most sources, and the contested that were told of last.

    Raises:
        UsageError: the filter cannot be.
    """
    size = max(limit, _LOOKED)
    newest = record.page(wanted, size=size)
    found = {event.id: event for event in newest.events}
    if newest.next is not None:
        found |= {event.id: event for event in record.page(wanted, order="sources", size=size).events}
        if wanted.contested is None:
            contested = record.page(replace(wanted, contested=True), order="reported", size=size)
            found |= {event.id: event for event in contested.events}
    return list(found.values()), newest.total


def fits(brief: Brief) -> bool:
    """Tell whether a brief stands on two A4 pages: reckoned from its words, so that all formats are alike."""
    return sum(_lines(brief)) <= _ROOM


def _lines(brief: Brief) -> Iterator[float]:
    """Yield how many lines everything in a brief takes, a line of notes and sources being lower than one of text."""
    yield 3 * _height(brief.title, 40)
    yield from (0.9 * _height(text, 100) for text in (*brief.facts, brief.left, brief.copies))
    for section in brief.sections:
        yield 2.2
        yield from (_group(group) for group in section.groups)
        yield 0 if section.groups else 1
    yield 4.4
    for note in brief.notes:
        yield 0.85 * _height(f"{note.where}{note.said}{note.untranslated}{note.place}", 100)
    for origin in brief.origins:
        yield 1.8
        for source in origin.sources:
            told = _height(source.title + "; ".join(source.facts), 100) + _height(source.address, 100) + 1
            yield 0.85 * told


def _group(group: Group) -> float:
    lines = [each.text for each in (*([group.head] if group.head else []), *group.lines)]
    taken = sum(0.3 + _height(text, _WIDTH) for text in lines)
    if group.table:
        total = sum(group.table.widths)
        for row in (*group.table.rows, ()):
            cells = (
                _height(cell.text, _WIDTH * w / total)
                for cell, w in zip(row, group.table.widths, strict=False)
            )
            taken += 0.4 + max(cells, default=1)
    return taken


def _height(text: str, width: float) -> int:
    return ceil(len(text) / width)
