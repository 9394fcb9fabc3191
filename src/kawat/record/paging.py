"""Lists in pages. A cursor holds where a page ended, so that pages stay whole while rows are added."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any, NamedTuple, get_args

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, func, literal, select, tuple_

from kawat.errors import UsageError
from kawat.record.conditions import MOST, Condition, asked
from kawat.record.fact_schema import facts
from kawat.record.model import Filter, Order, Page
from kawat.record.rows import EVENT
from kawat.record.schema import events
from kawat.text import digest

#: No page is longer.
LARGEST = 1000
#: Where more events than this pass a filter, a page of them is soon found by going through all in their order.
MANY = 2000
_LONGEST = 4000  # characters of a cursor


class Sorting(NamedTuple):
    """What a list is sorted by, all rising or all falling, so that an index can be read from either end."""

    columns: tuple[Column[Any], ...]  # the last one tells rows apart
    falling: bool = False


_DAYS = (facts.c.earliest, facts.c.latest, facts.c.event)
_SAID = (facts.c.reported, facts.c.event)
SORTINGS: dict[Order, Sorting] = {
    "newest": Sorting(_DAYS, falling=True),
    "oldest": Sorting(_DAYS),
    "sources": Sorting((facts.c.sources, *_SAID), falling=True),
    "confidence": Sorting((facts.c.doubt, *_SAID), falling=True),
    "reported": Sorting(_SAID, falling=True),
}


def page(
    connection: Connection, wanted: Filter, order: Order, at: tuple[str | None, int], total: int
) -> Page:
    """Return the page of events behind a cursor (None: the first page), of this size.

    Raises:
        UsageError: the order, the size or the cursor cannot be.
    """
    if order not in SORTINGS:
        raise UsageError(f"order: {order!r} is none of {', '.join(get_args(Order))}", code="choose")
    if not total and at[0] is None:
        return Page((), None, 0)
    where = asked(connection, wanted).of_facts(walk=total > MANY)
    rows, next = window(connection, SORTINGS[order], where, (order, *at))
    ids = [row.event for row in rows]
    told = connection.execute(select(events.c.id, events.c.data).where(events.c.id.in_(ids)))
    data = {row.id: row.data for row in told}
    return Page(tuple(EVENT.decode(data[id]) for id in ids), next, total)


def total_of(connection: Connection, wanted: Filter) -> int:
    """Count the events that pass a filter."""
    found = asked(connection, wanted)
    query = select(func.count()).select_from(facts).where(*found.of_facts())
    if not found.columns and len(found.numbers) == 1:  # the set is all that there is to count
        query = select(func.count()).select_from(found.numbers[0].distinct().subquery())
    return int(connection.execute(query).scalar_one())


def window(
    connection: Connection, sorting: Sorting, where: Sequence[Condition], at: tuple[str, str | None, int]
) -> tuple[list[Any], str | None]:
    """Return the keys of `size` rows behind a cursor, and the cursor of the next ones, None where there are none.

    `at` is the list's name, the cursor and the size. Rows whose first key is null come last, by the last key alone.

    Raises:
        UsageError: the size or the cursor cannot be.
    """
    name, after, asked = at
    if asked < 1:
        raise UsageError(f"size: {asked} is less than 1", code="below", field="size", least=1)
    size = min(asked, LARGEST)
    last = opened(name, after, sorting) if after is not None else None
    rows: list[Any] = []
    if last is None or last[0] is not None:
        rows += _rows(connection, sorting, where, last, size + 1)
    if sorting.columns[0].nullable and len(rows) <= size:
        place = last if last is not None and last[0] is None else None
        rows += _rows_of_no_day(connection, sorting, where, place, size + 1 - len(rows))
    more = len(rows) > size
    return rows[:size], closed(name, rows[size - 1]) if more else None


def _rows(
    connection: Connection,
    sorting: Sorting,
    where: Sequence[Condition],
    last: Sequence[Any] | None,
    most: int,
) -> Sequence[Any]:
    columns, first = sorting.columns, sorting.columns[0]
    query = select(*columns).where(*where).limit(most)
    if first.nullable:
        query = query.where(first.is_not(None))
    if last is not None:
        here = tuple_(*(literal(value, column.type) for column, value in zip(columns, last, strict=True)))
        query = query.where(tuple_(*columns) < here if sorting.falling else tuple_(*columns) > here)
    return connection.execute(query.order_by(*(_ordered(column, sorting) for column in columns))).all()


def _rows_of_no_day(
    connection: Connection,
    sorting: Sorting,
    where: Sequence[Condition],
    last: Sequence[Any] | None,
    most: int,
) -> Sequence[Any]:
    own = sorting.columns[-1]
    query = select(*sorting.columns).where(*where, sorting.columns[0].is_(None)).limit(most)
    if last is not None:
        query = query.where(own < last[-1] if sorting.falling else own > last[-1])
    return connection.execute(query.order_by(_ordered(own, sorting))).all()


def _ordered(column: Column[Any], sorting: Sorting) -> ColumnElement[Any]:
    return column.desc() if sorting.falling else column.asc()


def closed(name: str, row: Sequence[Any]) -> str:
    """Write where a page of a list ended."""
    told = msgspec.json.encode([name, *row])
    return base64.urlsafe_b64encode(told + _seal(told)).decode().rstrip("=")


def opened(name: str, cursor: str, sorting: Sorting) -> list[Any]:
    """Read where a page ended.

    Raises:
        UsageError: it is no cursor of this list.
    """
    wrong = UsageError(
        "after: this is no place in this list; take the one that came with its last page", code="no_cursor"
    )
    if len(cursor) > _LONGEST:
        raise wrong
    try:
        told = base64.b64decode(
            cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True
        )
        values = msgspec.json.decode(told[:-_SEAL], type=list[str | int | float | None])
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError) as error:
        raise wrong from error
    sound = len(values) == len(sorting.columns) + 1 and told[-_SEAL:] == _seal(told[:-_SEAL])
    if not sound or values[0] != name or not all(map(_fits, values[1:], sorting.columns)):
        raise wrong
    return values[1:]


def _fits(value: object, column: Column[Any]) -> bool:
    if value is None:
        return bool(column.nullable)
    return isinstance(value, column.type.python_type) and not (isinstance(value, int) and abs(value) > MOST)


_SEAL = 8


def _seal(told: bytes) -> bytes:
    """Return by what a cursor that was mistyped, cut or changed is known; it guards nothing."""
    return digest("cursor", told.decode("utf-8", "replace"), size=_SEAL).encode()
