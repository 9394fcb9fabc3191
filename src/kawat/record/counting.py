"""How many events: by pair, by who takes part, by what filters ask of them. Nothing is decoded for it.

Every count goes over the events that pass a filter. Where it asks nothing, an index holds all that is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, case, distinct, func, select

from kawat.record.conditions import Condition, at_most, conditions
from kawat.record.model import Actor, Facets, Filter, Pair
from kawat.record.schema import event_outlets, event_pairs, event_parties, events

#: Outlets and parties that facets name at most.
NAMED = 100
Numbers = tuple[tuple[str, int], ...]


def pairs(connection: Connection, wanted: Filter, limit: int) -> list[Pair]:
    """Return the pairs between which most events were."""
    of = event_pairs.c
    number = func.count()
    query = select(of.one, of.other, number, _times(of.contact), _times(of.conflict), func.max(of.day))
    query = _among(connection, query, of.event, wanted).group_by(of.one, of.other)
    query = query.order_by(number.desc(), of.one, of.other).limit(at_most(limit))
    return [Pair(*row) for row in connection.execute(query)]


def actors(connection: Connection, wanted: Filter, limit: int) -> list[Actor]:
    """Return the states, bodies and groups that take part in most events."""
    of = event_parties.c
    number = func.count()
    query = select(of.code, number, _times(of.contact), func.max(of.day)).where(of.first.is_(True))
    query = _among(connection, query, of.event, wanted).group_by(of.code)
    query = query.order_by(number.desc(), of.code).limit(at_most(limit))
    return [Actor(code, None, *row) for code, *row in connection.execute(query)]


def persons(connection: Connection, wanted: Filter, limit: int) -> list[Actor]:
    """Return the persons that take part in most events."""
    of = event_parties.c
    number = func.count(distinct(of.event))
    contacts = func.count(distinct(case((of.contact, of.event))))
    query = select(of.person, number, contacts, func.max(of.day)).where(of.person.is_not(None))
    query = _among(connection, query, of.event, wanted).group_by(of.person)
    rows = connection.execute(query.order_by(number.desc(), of.person).limit(at_most(limit))).all()
    shown = _shown(connection, [row.person for row in rows])
    return [Actor(*shown[person], *row) for person, *row in rows]


def _shown(connection: Connection, people: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Map persons to the code and the name that they most often come with."""
    of = event_parties.c
    number = func.count()
    query = select(of.person, of.code, of.name, number).where(of.person.in_(people))
    query = query.group_by(of.person, of.code, of.name).order_by(number, of.code.desc(), of.name.desc())
    return {row.person: (row.code, row.name or row.person) for row in connection.execute(query)}


def facets(connection: Connection, wanted: Filter) -> Facets:
    """Count the events that pass a filter by what other filters could ask of them."""
    kinds = select(events.c.type, events.c.status, events.c.mode, events.c.month, func.count())
    kinds = kinds.where(*conditions(connection, wanted))
    rows = connection.execute(
        kinds.group_by(events.c.type, events.c.status, events.c.mode, events.c.month)
    ).all()
    by: list[Counter[str]] = [Counter() for _ in range(4)]
    for *values, number in rows:
        for counter, value in zip(by, values, strict=True):
            counter[value] += number
    types, statuses, modes, months = by
    return Facets(
        types=_most(types.items()),
        statuses=_most(statuses.items()),
        modes=_most(modes.items()),
        outlets=_named(connection, wanted, event_outlets.c.name, []),
        months=tuple(sorted((month, n) for month, n in months.items() if month)),
        parties=_named(connection, wanted, event_parties.c.code, [event_parties.c.first.is_(True)]),
    )


def _named(
    connection: Connection, wanted: Filter, column: Column[Any], where: Iterable[Condition]
) -> Numbers:
    number = func.count()
    query = select(column, number).where(column.is_not(None), *where)
    query = _among(connection, query, column.table.c.event, wanted).group_by(column)
    return tuple(
        (row[0], row[1]) for row in connection.execute(query.order_by(number.desc(), column).limit(NAMED))
    )


def _most(counted: Iterable[tuple[str | None, int]]) -> Numbers:
    return tuple(sorted(((name, n) for name, n in counted if name), key=lambda x: (-x[1], x[0])))


def _among(connection: Connection, query: Select[Any], event: Column[Any], wanted: Filter) -> Select[Any]:
    """Narrow a query down to the events that pass a filter."""
    where = conditions(connection, wanted)
    return query.where(event.in_(select(events.c.id).where(*where))) if where else query


def _times(flag: Column[bool]) -> ColumnElement[int]:
    return func.sum(case((flag, 1), else_=0))
