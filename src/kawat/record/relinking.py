"""Events are never edited but recomputed from all reports; only the rows that changed are written."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, select

from kawat import linking
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.reading.model import Report
from kawat.record.dates import bounds
from kawat.record.rows import Row, insert_rows
from kawat.record.schema import (
    event_outlets,
    event_parties,
    event_reports,
    events,
    former_events,
    reports,
    state,
)


def unlinked(connection: Connection) -> bool:
    """Say whether there are reports that the events do not know of yet."""
    return connection.execute(select(state.c.name).where(state.c.name == "unlinked")).first() is not None


def relink(connection: Connection) -> None:
    """Recompute the events; a vanished id is remembered with its reports, and leads to where they are now."""
    new = {event.id: event for event in linking.link(_all_reports(connection))}
    data = {id: msgspec.json.encode(event).decode() for id, event in new.items()}
    old: dict[str, str] = {row.id: row.data for row in connection.execute(select(events.c.id, events.c.data))}
    stale = sorted(id for id, was in old.items() if data.get(id) != was)
    _remember(connection, [id for id in stale if id not in new])
    _delete(connection, stale)
    _write(connection, [(new[id], data[id]) for id in sorted(new) if old.get(id) != data[id]])
    connection.execute(delete(state).where(state.c.name == "unlinked"))


def _all_reports(connection: Connection) -> list[Report]:
    """Return all reports by id, so that the order in which they came makes no difference."""
    decoder = msgspec.json.Decoder(Report)
    rows = connection.execute(select(reports.c.data).order_by(reports.c.id))
    return [decoder.decode(row.data) for row in rows]


def _remember(connection: Connection, gone: Sequence[str]) -> None:
    known = {tuple(row) for row in connection.execute(select(former_events.c.id, former_events.c.report))}
    rows: list[Row] = []
    had = select(event_reports.c.report).where(event_reports.c.event == bindparam("id"))
    for id in gone:
        told = connection.execute(had, {"id": id}).scalars()
        rows += [{"id": id, "report": report} for report in sorted(told) if (id, report) not in known]
    insert_rows(connection, former_events, rows)


def _delete(connection: Connection, stale: Sequence[str]) -> None:
    if stale:
        connection.execute(
            delete(events).where(events.c.id == bindparam("gone")), [{"gone": id} for id in stale]
        )


def _write(connection: Connection, changed: Sequence[tuple[Event, str]]) -> None:
    insert_rows(connection, events, [_event_row(event, data) for event, data in changed])
    insert_rows(connection, event_reports, (row for event, _ in changed for row in _report_rows(event)))
    insert_rows(connection, event_parties, (row for event, _ in changed for row in _party_rows(event)))
    insert_rows(connection, event_outlets, (row for event, _ in changed for row in _outlet_rows(event)))


def _event_row(event: Event, data: str) -> Row:
    span = bounds(event.date) or bounds(_first_said(event)) or (None, None)
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "date": event.date,
        "earliest": span[0],
        "latest": span[1],
        "data": data,
    }


def _first_said(event: Event) -> str | None:
    """Return the day on which the event was first reported, None where no article is dated."""
    said = [s.first for s in event.sources if s.first] + [s.said for s in event.status_history if s.said]
    return min(said)[:10] if said else None


def _report_rows(event: Event) -> list[Row]:
    return [{"event": event.id, "report": report} for report in sorted(set(event.reports))]


def _party_rows(event: Event) -> list[Row]:
    sides = [("actor", party) for party in event.actors] + [
        ("recipient", party) for party in event.recipients
    ]
    return [
        {
            "event": event.id,
            "position": position,
            "side": side,
            "code": party.country,
            "person": fold(party.person) if party.person else None,
        }
        for position, (side, party) in enumerate(sides)
    ]


def _outlet_rows(event: Event) -> list[Row]:
    names = {fold(name) for witness in event.sources for name in (witness.name, *witness.outlets)}
    return [{"event": event.id, "outlet": name} for name in sorted(names)]
