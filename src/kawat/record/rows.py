"""Rows on their way into a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert

from kawat.linking.names import fold

Row = dict[str, Any]
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
