"""Rows on their way into a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Connection, FromClause, Table, insert, select

from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.reading.model import Report

T = TypeVar("T")
Row = dict[str, Any]
#: Read an event and a report as their rows have them.
EVENT = msgspec.json.Decoder(Event)
REPORT = msgspec.json.Decoder(Report)
_LOOKUP = 500  # values of one IN (...): databases limit how many
LONGEST_KEY = 400  # characters of text in an index: PostgreSQL takes some 2,700 bytes


def outlet_key(name: str) -> str:
    """Return what an outlet or agency is found by."""
    return fold(name)[:LONGEST_KEY]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert the rows in one go; none is fine. Their text loses its NULs, which PostgreSQL cannot hold."""
    listed = [{name: _plain(value) for name, value in row.items()} for row in rows]
    if listed:
        connection.execute(insert(table), listed)


def _plain(value: Any) -> Any:
    return value.replace("\0", "") if isinstance(value, str) and "\0" in value else value


def rows_where(
    connection: Connection,
    wanted: Sequence[Column[Any]],
    column: Column[Any],
    values: Iterable[Any],
    of: FromClause | None = None,
) -> list[Any]:
    """Return the rows whose `column` is one of the values; `of` are the tables joined, where they are several."""
    query = select(*wanted) if of is None else select(*wanted).select_from(of)
    found: list[Any] = []
    for some in batched(sorted(set(values))):
        found += connection.execute(query.where(column.in_(some))).all()
    return found


def batched(values: Sequence[T], size: int = _LOOKUP) -> Iterator[Sequence[T]]:
    """Yield values, so many at a time; if not told otherwise, as many as one IN (...) may hold."""
    for i in range(0, len(values), size):
        yield values[i : i + size]
