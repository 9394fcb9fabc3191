"""Writes anew what is derived from stored events, articles and reports, after a migration has added to it.

Migrations change tables only: what stands in the new columns is written by the code of today, when the tables are all
up to date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Table, bindparam, delete, select, update

from kawat.linking.days import instant
from kawat.linking.model import Event
from kawat.record.fact_schema import (
    event_actors,
    event_articles,
    event_differences,
    event_outlets,
    event_pairs,
    event_persons,
    facts,
    persons,
    plans,
)
from kawat.record.rows import EVENT
from kawat.record.schema import articles, events, reports, state
from kawat.record.writing import write_facts

_BATCH = 1000
DERIVED = (
    facts, event_actors, event_persons, event_pairs, event_outlets, event_articles, event_differences, plans,
    persons,
)  # fmt: skip


class _Sure(msgspec.Struct):
    confidence: float | None = None


_SURE = msgspec.json.Decoder(_Sure)


def refill(connection: Connection) -> None:
    """Do so where a migration has asked for it."""
    asked = connection.execute(select(state.c.value).where(state.c.name == "refill")).first()
    if asked is None:
        return
    _fill_articles(connection)
    _fill_reports(connection)
    for table in reversed(DERIVED):
        connection.execute(delete(table))
    for batch in _batches(connection, events, events.c.id, events.c.data):
        write_facts(connection, [event for row in batch if (event := _event(row.data)) is not None])
    connection.execute(delete(state).where(state.c.name == "refill"))


def _event(data: str) -> Event | None:
    """Read an event; one that an old Kawat wrote in a way of its own is made anew when the record is next asked."""
    try:
        return EVENT.decode(data)
    except msgspec.ValidationError:
        return None


def _fill_articles(connection: Connection) -> None:
    change = update(articles).where(articles.c.number == bindparam("of"))
    for batch in _batches(connection, articles, articles.c.number, articles.c.published):
        rows = [{"of": row.number, "to": instant(row.published)} for row in batch]
        connection.execute(change.values(reported=bindparam("to")), rows)


def _fill_reports(connection: Connection) -> None:
    change = update(reports).where(reports.c.id == bindparam("of"))
    for batch in _batches(connection, reports, reports.c.id, reports.c.data):
        rows = [{"of": row.id, "to": _SURE.decode(row.data).confidence} for row in batch]
        connection.execute(change.values(confidence=bindparam("to")), rows)


def _batches(
    connection: Connection, table: Table, key: Column[Any], *more: Column[Any]
) -> Iterator[Sequence[Any]]:
    """Yield the rows of a table in the order of its key, so many at a time."""
    last: Any = None
    while True:
        query = select(key, *more).select_from(table).order_by(key).limit(_BATCH)
        batch = connection.execute(query if last is None else query.where(key > last)).all()
        if not batch:
            return
        yield batch
        last = batch[-1][0]
