"""Which events a person has confirmed as they are: a decision of kind "confirm", while their reports stay the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, select, update

from kawat.linking.model import Event
from kawat.record.fact_schema import facts
from kawat.record.model import Decision
from kawat.record.rows import rows_where
from kawat.record.schema import decisions

_DECISION = msgspec.json.Decoder(Decision)


def confirmed_among(connection: Connection, told: Iterable[Event]) -> set[str]:
    """Return the ids of those events of which a person has confirmed just the reports that they have."""
    any_at_all = select(decisions.c.number).where(decisions.c.kind == "confirm").limit(1)
    if connection.execute(any_at_all).first() is None:
        return set()
    members = {event.id: frozenset(event.reports) for event in told}
    columns = [decisions.c.event, decisions.c.kind, decisions.c.undone, decisions.c.data]
    return {
        row.event
        for row in rows_where(connection, columns, decisions.c.event, members)
        if row.kind == "confirm"
        and row.undone is None
        and frozenset(_DECISION.decode(row.data).ones) == members[row.event]
    }


def mark(connection: Connection, told: Collection[Event]) -> None:
    """Write in the facts of events whether they are confirmed."""
    known = confirmed_among(connection, told)
    for event in told:
        row = update(facts).where(facts.c.event == event.id)
        connection.execute(row.values(confirmed=event.id in known))


def confirmed(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return those of the ids whose events a person has confirmed as they are."""
    rows = rows_where(connection, [facts.c.event, facts.c.confirmed], facts.c.event, ids)
    return {row.event for row in rows if row.confirmed}
