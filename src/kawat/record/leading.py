"""Which events an id leads to: one has its own, and those of the events that have become part of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, select

from kawat.record.schema import event_reports, events, former_events


def ids_from(connection: Connection, id: str) -> Select[Any]:
    """Select the event with this id, else those whose ids begin so, else those that former ones with it went into."""
    own = events.c.id
    for query in (select(own).where(own == id), select(own).where(func.substr(own, 1, len(id)) == id)):
        if connection.execute(query.limit(1)).first() is not None:
            return query
    begins = func.substr(former_events.c.id, 1, len(id)) == id
    same = former_events.c.report == event_reports.c.report
    return select(event_reports.c.event).distinct().join(former_events, same).where(begins)
