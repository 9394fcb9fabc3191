"""Rows on their way into a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert the rows in one go; none is fine."""
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)
