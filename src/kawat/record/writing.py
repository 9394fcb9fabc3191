"""Events as rows: what a question asks for stands in columns and tables of its own beside the event itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.record.dates import bounds
from kawat.record.rows import Row, insert_rows, outlet_key
from kawat.record.schema import event_outlets, event_parties, event_reports, events, former_events, gists


def replace(connection: Connection, old: Mapping[str, str], made: Iterable[Event]) -> list[Event]:
    """Put events in place of the old ones (id to data); return those made of other reports than before, by id.

    Only rows that changed are written. A vanished id is remembered with its reports,
    and so leads to where they are now.
    """
    new = {event.id: event for event in made}
    data = {id: msgspec.json.encode(event).decode() for id, event in new.items()}
    stale = sorted(id for id, was in old.items() if data.get(id) != was)
    _remember(connection, [id for id in stale if id not in new])
    _delete(connection, stale)
    changed = [(new[id], data[id]) for id in sorted(new) if old.get(id) != data[id]]
    _due(connection, {article for event, _ in changed for article in event.articles})
    _write(connection, changed)
    return [event for event, _ in changed if _reports(old.get(event.id)) != event.reports]


def _reports(data: str | None) -> tuple[str, ...] | None:
    return None if data is None else _MEMBERS.decode(data).reports


class _Members(msgspec.Struct):
    reports: tuple[str, ...]


_MEMBERS = msgspec.json.Decoder(_Members)


def _due(connection: Connection, ids: Iterable[str]) -> None:
    """Note that stories of articles may change with their events."""
    rows = [{"of": id} for id in sorted(ids)]
    if rows:
        connection.execute(update(gists).where(gists.c.article == bindparam("of")).values(due=True), rows)


def _remember(connection: Connection, gone: Sequence[str]) -> None:
    if not gone:
        return
    known = select(former_events.c.report).where(former_events.c.id == bindparam("id"))
    had = select(event_reports.c.report).where(event_reports.c.event == bindparam("id"))
    rows: list[Row] = []
    for id in gone:
        before = set(connection.execute(known, {"id": id}).scalars())
        told = sorted(set(connection.execute(had, {"id": id}).scalars()) - before)
        rows += [{"id": id, "report": report} for report in told]
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
