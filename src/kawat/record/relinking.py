"""Events are never edited but recomputed from all reports; only the rows that changed are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select

from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.reading.model import Report
from kawat.record.dates import bounds
from kawat.record.rows import Row, insert_rows, outlet_key
from kawat.record.schema import (
    articles,
    event_outlets,
    event_parties,
    event_reports,
    events,
    former_events,
    reports,
    state,
)


def unlinked(connection: Connection) -> bool:
    """Say whether there are articles whose reports the events do not know of yet."""
    return _last_article(connection) > _linked(connection)


def all_reports(connection: Connection) -> tuple[list[Report], int]:
    """Return all reports, and the number of the last article that is among them.

    They come by id, so that the order in which they were added makes no difference.
    """
    last = _last_article(connection)
    decoder = msgspec.json.Decoder(Report)
    rows = connection.execute(select(reports.c.data).order_by(reports.c.id))
    return [decoder.decode(row.data) for row in rows], last


def replace_events(connection: Connection, made: Iterable[Event], last: int) -> None:
    """Put the events made of all reports up to the article numbered `last` in place of those that there are.

    A vanished id is remembered with its reports, and so leads to where they are now. Where someone else has
    come farther meanwhile, nothing is done.
    """
    if _linked(connection) > last:
        return
    new = {event.id: event for event in made}
    data = {id: msgspec.json.encode(event).decode() for id, event in new.items()}
    old: dict[str, str] = {row.id: row.data for row in connection.execute(select(events.c.id, events.c.data))}
    stale = sorted(id for id, was in old.items() if data.get(id) != was)
    _remember(connection, [id for id in stale if id not in new])
    _delete(connection, stale)
    _write(connection, [(new[id], data[id]) for id in sorted(new) if old.get(id) != data[id]])
    connection.execute(delete(state).where(state.c.name == "linked"))
    insert_rows(connection, state, [{"name": "linked", "value": last}])


def _last_article(connection: Connection) -> int:
    return connection.execute(select(func.max(articles.c.number))).scalar() or 0


def _linked(connection: Connection) -> int:
    return connection.execute(select(state.c.value).where(state.c.name == "linked")).scalar() or 0


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
    names = {outlet_key(name) for witness in event.sources for name in (witness.name, *witness.outlets)}
    return [{"event": event.id, "outlet": name} for name in sorted(names)]
