"""Events as rows: what a question asks for stands in tables of its own beside the event itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, exists, func, select, update

from kawat.linking.model import Event
from kawat.record.confirming import confirmed_among
from kawat.record.deriving import Known, rows_of
from kawat.record.fact_schema import event_persons, facts, persons
from kawat.record.rows import Row, insert_rows, rows_where
from kawat.record.schema import articles, event_reports, events, former_events, gists, reports

_BATCH = 2000  # events whose rows are made in one go


def replace(connection: Connection, old: Mapping[str, str], made: Iterable[Event]) -> list[Event]:
    """Put events in place of the old ones (id to data); return those made of other reports than before, by id.

    Only rows that changed are written. A vanished id is remembered with its reports,
    and so leads to where they are now.
    """
    new = {event.id: event for event in made}
    data = {id: msgspec.json.encode(event).decode() for id, event in new.items()}
    stale = sorted(id for id, was in old.items() if data.get(id) != was)
    _remember(connection, [id for id in stale if id not in new])
    bearers = _persons_of(connection, stale)
    _delete(connection, stale)
    changed = [(new[id], data[id]) for id in sorted(new) if old.get(id) != data[id]]
    _due(connection, {article for event, _ in changed for article in event.articles})
    _write(connection, changed)
    _drop_persons(connection, bearers)
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


def _persons_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    of = event_persons.join(facts, facts.c.number == event_persons.c.number)
    rows = rows_where(connection, [event_persons.c.person], facts.c.event, ids, of)
    return {row.person for row in rows}


def _drop_persons(connection: Connection, names: Iterable[str]) -> None:
    """Take those names out of `persons` that no event bears any more."""
    borne = exists().where(event_persons.c.person == persons.c.person)
    gone = [{"gone": name} for name in sorted(names)]
    if gone:
        connection.execute(delete(persons).where(persons.c.person == bindparam("gone"), ~borne), gone)


def _note_persons(connection: Connection, names: Iterable[str]) -> None:
    """Put names into `persons` that are not there yet."""
    named = set(names)
    known = {row.person for row in rows_where(connection, [persons.c.person], persons.c.person, named)}
    insert_rows(connection, persons, [{"person": name} for name in sorted(named - known)])


def _write(connection: Connection, changed: Sequence[tuple[Event, str]]) -> None:
    insert_rows(connection, events, [_event_row(event, data) for event, data in changed])
    told = [{"event": e.id, "report": id} for e, _ in changed for id in sorted(set(e.reports))]
    insert_rows(connection, event_reports, told)
    write_facts(connection, [event for event, _ in changed])


def _event_row(event: Event, data: str) -> Row:
    return {"id": event.id, "type": event.type, "status": event.status, "date": event.date, "data": data}


def write_facts(connection: Connection, told: Sequence[Event]) -> None:
    """Write what questions ask of events, of which nothing stands there yet."""
    last = connection.execute(select(func.max(facts.c.number))).scalar() or 0
    for start in range(0, len(told), _BATCH):
        batch = told[start : start + _BATCH]
        known = known_of(connection, batch)
        gathered: dict[Table, list[Row]] = {}
        for number, event in enumerate(batch, last + start + 1):
            for table, rows in rows_of(event, number, known):
                gathered.setdefault(table, []).extend(rows)
        for table, rows in gathered.items():
            insert_rows(connection, table, rows)
        _note_persons(connection, (row["person"] for row in gathered.get(event_persons, ())))


def known_of(connection: Connection, told: Sequence[Event]) -> Known:
    """Look up what the rows of events need beside them."""
    ids, members = ({x for e in told for x in e.articles}, {x for e in told for x in e.reports})
    numbers = rows_where(connection, [articles.c.id, articles.c.number], articles.c.id, ids)
    sure = rows_where(connection, [reports.c.id, reports.c.confidence], reports.c.id, members)
    return Known(
        {row.id: row.number for row in numbers},
        {row.id: row.confidence for row in sure if row.confidence is not None},
        frozenset(confirmed_among(connection, told)),
    )
