"""What is new to a saved search, and what has changed of the events that it knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from kawat.desk import wording
from kawat.desk.words import Words
from kawat.errors import RecordError
from kawat.linking.model import Event
from kawat.record import Record
from kawat.record.dates import planned_date
from kawat.record.model import Filter
from kawat.record.watch_model import Difference, Glance, Notice

MOST_EVENTS = 20_000  # that one search may know; a broader one is not saved
#: That one tells it more closely is no disagreement; a contradiction stands apart.
_NO_NEWS = ("precision", "contradiction")
_TO_COME = ("planned", "proposed", "postponed")


class Found(msgspec.Struct, frozen=True):
    """What a look at the record gave."""

    notices: tuple[Notice, ...]
    seen: dict[str, Glance]  # events that are new, or have changed, as they are now
    gone: tuple[str, ...]  # ids under which events are known no more


def glance(event: Event) -> Glance:
    """Return what a saved search sees of an event."""
    parties = {
        f"{p.country}:{p.person}" if p.person else p.country for p in (*event.actors, *event.recipients)
    }
    contested = {d.field for d in event.disagreements if d.kind == "contradiction"}
    differs = {d.field for d in event.disagreements if d.kind not in _NO_NEWS} - contested
    return Glance(
        status=event.status,
        date=(planned_date(event) if event.status in _TO_COME else None) or event.date,
        sources=len(event.sources),
        contested=tuple(sorted(contested)),
        differs=tuple(sorted(differs)),
        type=event.type,
        place=event.place.name if event.place else None,
        parties=tuple(sorted(parties)),
    )


def differences(was: Glance, now: Glance) -> tuple[Difference, ...]:
    """Return the values that have changed, the status first; what was not known before has not."""
    fields = (f for f in Glance.__struct_fields__ if f != "differs" or was.differs is not None)
    pairs = ((field, getattr(was, field), getattr(now, field)) for field in fields)
    return tuple(Difference(field, _text(old), _text(new)) for field, old, new in pairs if old != new)


def look(record: Record, wanted: Filter, known: Mapping[str, Glance], words: Words) -> Found:
    """Compare what a search finds now with the events that it knows.

    Events that are part of another by now are followed; one that the search does not find any more is told of
    once if it has changed ("planned" that is "cancelled" now), and then forgotten.
    """
    now = {event.id: event for event in matching(record, wanted)}
    full = len(now) >= MOST_EVENTS  # the search has grown too broad: what lies beyond is there all the same
    gone = {id: _found(record, id) for id in known if id not in now and not full}
    heirs = {event.id: id for id, event in gone.items() if event is not None}
    before = {id: known[former] for id, former in heirs.items()} | dict(known)
    notices: list[Notice] = []
    seen: dict[str, Glance] = {}
    for id, event in now.items():
        looks, was = glance(event), before.get(id)
        if was is None:
            notices.append(Notice(id, "new", wording.sentence(event, words)))
        elif differences(was, looks):
            notices.append(_notice(event, was, "changed", words))
        if known.get(id) != looks:
            seen[id] = looks
    left = {event.id: event for event in gone.values() if event is not None and event.id not in now}
    for id, event in left.items():
        if differences(before[id], glance(event)):
            notices.append(_notice(event, before[id], "left", words))
    return Found(tuple(notices), seen, tuple(gone))


def matching(record: Record, wanted: Filter) -> Iterator[Event]:
    """Yield the events that a search finds, at most `MOST_EVENTS`, the last reported first."""
    after: str | None = None
    left = MOST_EVENTS
    while left > 0:
        found = record.page(wanted, order="reported", after=after, size=min(left, 500))
        yield from found.events
        left -= len(found.events)
        after = found.next
        if after is None:
            return


def _notice(event: Event, was: Glance, kind: Literal["changed", "left"], words: Words) -> Notice:
    return Notice(event.id, kind, wording.sentence(event, words), differences(was, glance(event)))


def _found(record: Record, id: str) -> Event | None:
    """Return the event that an id leads to now, None where it is gone."""
    try:
        return record.event(id)
    except RecordError:
        return None


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
