"""How many events: by pair, by who takes part, by what filters ask of them. Nothing is decoded for it.

Every count goes over the events that pass a filter. Where it asks nothing, an index holds all that is counted. How many
pass (`total`) decides how they are gone through, not what is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, case, func, or_, select

from kawat.linking.names import fold
from kawat.record.conditions import asked, at_most, bears, plus
from kawat.record.fact_schema import event_actors, event_outlets, event_pairs, event_persons, facts
from kawat.record.model import Actor, Facets, Filter, Pair

#: Outlets and parties that facets name at most.
NAMED = 100
#: Where more events than this pass a filter, the tables are gone through as a whole.
MANY = 30_000
Numbers = tuple[tuple[str, int], ...]
_KIND = (facts.c.type, facts.c.status, facts.c.mode, facts.c.month)


def pairs(connection: Connection, wanted: Filter, limit: int, total: int) -> list[Pair]:
    """Return the pairs between which most events were."""
    where = asked(connection, wanted).of_numbers(event_pairs.c.number, walk=total > MANY)
    return _pairs(connection, where, limit)


def counterparts(connection: Connection, code: str, limit: int) -> list[Pair]:
    """Return the pairs of one code, those between which most events were first."""
    return _pairs(connection, [or_(event_pairs.c.one == code, event_pairs.c.other == code)], limit)


def _pairs(connection: Connection, where: Iterable[ColumnElement[bool]], limit: int) -> list[Pair]:
    of = event_pairs.c
    number = func.count()
    query = select(of.one, of.other, number, _times(of.contact), _times(of.conflict), func.max(of.day))
    query = query.where(*where).group_by(of.one, of.other)
    query = query.order_by(number.desc(), of.one, of.other).limit(at_most(limit))
    return [Pair(*row) for row in connection.execute(query)]


def statuses(connection: Connection, wanted: Filter, total: int) -> dict[str, int]:
    """Count the events that pass a filter by status."""
    where = asked(connection, wanted).of_facts(walk=total > MANY)
    query = select(facts.c.status, func.count()).where(*where).group_by(facts.c.status)
    return {row[0]: row[1] for row in connection.execute(query)}


def actors(connection: Connection, wanted: Filter, limit: int, total: int) -> list[Actor]:
    """Return the states, bodies and groups that take part in most events."""
    of = event_actors.c
    number = func.count()
    query = select(of.code, number, _times(of.contact), func.max(of.day))
    query = _among(connection, query, of.number, (wanted, total)).group_by(of.code)
    query = query.order_by(number.desc(), of.code).limit(at_most(limit))
    return [Actor(code, None, *row) for code, *row in connection.execute(query)]


def persons(connection: Connection, wanted: Filter, limit: int, total: int) -> list[Actor]:
    """Return the persons that take part in most events, under the name and code that each most often has."""
    return _most_active(
        connection, _among(connection, _PERSONS, event_persons.c.number, (wanted, total)), limit
    )


def named(connection: Connection, name: str, limit: int) -> list[Actor]:
    """Return the persons in whose names this one stands, as `persons` does."""
    return _most_active(connection, _PERSONS.where(bears(name)), limit) if fold(name) else []


def _most_active(connection: Connection, query: Select[*tuple[Any, ...]], limit: int) -> list[Actor]:
    of = event_persons.c
    query = query.group_by(of.person, of.code, of.name)
    shown: dict[str, list[Actor]] = {}
    for person, code, name, *numbers in connection.execute(query):
        shown.setdefault(person, []).append(Actor(code, name, *numbers))
    known = [(-sum(a.events for a in each), person) for person, each in shown.items()]
    return [_one(shown[person]) for _, person in sorted(known)[:limit]]


def _one(shown: list[Actor]) -> Actor:
    """Add up what one person has under several names and codes; the most frequent stand for all."""
    best = min(shown, key=lambda a: (-a.events, a.code, a.person))
    events, contacts = sum(a.events for a in shown), sum(a.contacts for a in shown)
    return Actor(
        best.code, best.person, events, contacts, max((a.last for a in shown if a.last), default=None)
    )


def facets(connection: Connection, wanted: Filter, total: int) -> Facets:
    """Count the events that pass a filter by what other filters could ask of them."""
    by: list[Counter[str]] = [Counter() for _ in range(4)]
    for *values, number in connection.execute(_kinds(connection, wanted, total)):
        for counter, value in zip(by, values, strict=True):
            counter[value] += number
    types, statuses, modes, months = by
    return Facets(
        types=_most(types.items()),
        statuses=_most(statuses.items()),
        modes=_most(modes.items()),
        outlets=_outlets(connection, wanted, total),
        months=tuple(sorted((month, n) for month, n in months.items() if month)),
        parties=_codes(connection, wanted, total),
    )


def _kinds(connection: Connection, wanted: Filter, total: int) -> Select[*tuple[Any, ...]]:
    """Count by all four at once: along the index of them only where it holds what is asked, too.

    SQLite would always go along it, and look each event up for the rest.
    """
    found, many = asked(connection, wanted), total > MANY
    by: Sequence[ColumnElement[Any]] = _KIND
    if found.plus and not {column.name for column in found.of_columns} <= {column.name for column in _KIND}:
        by = [plus(column) for column in _KIND]
    where = found.of_facts(walk=many) if found.columns else found.of_numbers(facts.c.number, walk=many)
    return select(*by, func.count()).where(*where).group_by(*by)


def _codes(connection: Connection, wanted: Filter, total: int) -> Numbers:
    of = event_actors.c
    number = func.count()
    query = _among(connection, select(of.code, number), of.number, (wanted, total)).group_by(of.code)
    rows = connection.execute(query.order_by(number.desc(), of.code).limit(NAMED))
    return tuple((row[0], row[1]) for row in rows)


def _outlets(connection: Connection, wanted: Filter, total: int) -> Numbers:
    of = event_outlets.c
    number = func.count()
    named: Select[*tuple[Any, ...]] = select(func.max(of.name), number)
    query = _among(connection, named, of.number, (wanted, total)).group_by(of.outlet)
    rows = connection.execute(query.order_by(number.desc(), of.outlet).limit(NAMED))
    return tuple((row[0], row[1]) for row in rows)


def _most(counted: Iterable[tuple[str | None, int]]) -> Numbers:
    return tuple(sorted(((name, n) for name, n in counted if name), key=lambda x: (-x[1], x[0])))


def _among(
    connection: Connection, query: Select[*tuple[Any, ...]], number: Column[Any], of: tuple[Filter, int]
) -> Select[*tuple[Any, ...]]:
    """Narrow a query down to the events that pass a filter, so many in total."""
    wanted, total = of
    return query.where(*asked(connection, wanted).of_numbers(number, walk=total > MANY))


def _times(flag: Column[bool]) -> ColumnElement[int]:
    return func.sum(case((flag, 1), else_=0))


_PERSONS: Select[*tuple[Any, ...]] = select(
    event_persons.c.person,
    event_persons.c.code,
    event_persons.c.name,
    func.count(),
    _times(event_persons.c.contact),
    func.max(event_persons.c.day),
)
