"""The contacts that are to come, by how they stand on a day: the database sorts them as `dates.standing` would."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from kawat.errors import UsageError
from kawat.linking.model import Event
from kawat.record.conditions import asked, at_most
from kawat.record.dates import STALE, day_bounds
from kawat.record.fact_schema import plans
from kawat.record.model import EVERYTHING, Filter, Standing
from kawat.record.rows import EVENT
from kawat.record.schema import events

_RANKS: dict[Standing, int] = {"overdue": 0, "due": 1, "upcoming": 2, "unresolved": 3}


def agenda(
    connection: Connection,
    today: str | None,
    standing: Standing | None,
    limit: int | None,
    wanted: Filter = EVERYTHING,
) -> list[Event]:
    """Return contacts that are to come (those that stand so), by how they stand today, then by date.

    Of what is overdue, what has just passed comes first: an analyst asks after the last month before the last decade.

    Raises:
        UsageError: no contact can stand so, or `today` is no day, or the filter cannot be.
    """
    rank = _rank(today or "0000")
    passed = case((rank == _RANKS["overdue"], plans.c.date), else_="").desc()  # the undated last
    query = select(plans.c.event).order_by(rank, passed, plans.c.date, plans.c.event).limit(at_most(limit))
    query = query.where(*asked(connection, wanted).of_each(plans.c.number))
    if standing is not None:
        if standing not in _RANKS:
            raise UsageError(
                f"standing: {standing!r} is none of {', '.join(get_args(Standing))}", code="choose"
            )
        query = query.where(rank == _RANKS[standing])
    ids = list(connection.execute(query).scalars())
    found: dict[str, Event] = {}
    for start in range(0, len(ids), 500):
        some = select(events.c.data).where(events.c.id.in_(ids[start : start + 500]))
        found.update((e.id, e) for e in map(EVENT.decode, connection.execute(some).scalars()))
    return [found[id] for id in ids]


def standings(connection: Connection, today: str, wanted: Filter = EVERYTHING) -> dict[Standing, int]:
    """Count the contacts that are to come by how they stand today.

    Raises:
        UsageError: `today` is no day, or the filter cannot be.
    """
    among = asked(connection, wanted).of_each(plans.c.number)
    # Grouped by the name: PostgreSQL takes no two parameters for one.
    stood = select(_rank(today).label("rank")).where(*among).subquery()
    query = select(stood.c.rank, func.count()).group_by(stood.c.rank)
    counted: dict[int, int] = {row[0]: row[1] for row in connection.execute(query)}
    return {standing: counted.get(n, 0) for standing, n in _RANKS.items()}


def _rank(today: str) -> ColumnElement[int]:
    """Return how a plan stands, as `dates.standing` has it."""
    first, last = day_bounds(today, "today")
    stale = and_(plans.c.status == "planned", plans.c.said < _before(first))
    return case(
        (plans.c.status == "proposed", _RANKS["unresolved"]),
        (and_(plans.c.earliest.is_(None), stale), _RANKS["overdue"]),
        (plans.c.earliest.is_(None), _RANKS["unresolved"]),
        (or_(plans.c.latest < first, plans.c.latest < plans.c.said), _RANKS["overdue"]),
        (plans.c.earliest <= last, _RANKS["due"]),
        else_=_RANKS["upcoming"],
    )


def _before(day: str) -> str:
    """Return the day such that a plan last spoken of before it is stale."""
    try:
        return (date.fromisoformat(day) - timedelta(days=STALE)).isoformat()
    except (ValueError, OverflowError):
        return ""
