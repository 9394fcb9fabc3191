"""Which reports of the record a new one may be one event with: the index of keys, and the neighbourhoods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, update

from kawat.linking.blocking import keys
from kawat.linking.units import Unit
from kawat.record.rows import insert_rows, rows_where
from kawat.record.schema import report_keys, reports


def index(connection: Connection, units: Iterable[Unit]) -> None:
    """Put the keys of units into the index."""
    rows = [
        {"key": key, "report": report}
        for unit in units
        for key in keys(unit.traits)
        for _, report in unit.names
    ]
    insert_rows(connection, report_keys, rows)


def forget(connection: Connection, ids: Iterable[str]) -> None:
    """Take reports out of the index."""
    gone = [{"gone": id} for id in ids]
    if gone:
        connection.execute(delete(report_keys).where(report_keys.c.report == bindparam("gone")), gone)


def near(connection: Connection, units: Iterable[Unit]) -> set[str]:
    """Return the ids of all reports that share a key with one of the units."""
    wanted = {key for unit in units for key in keys(unit.traits)}
    rows = rows_where(connection, [report_keys.c.report], report_keys.c.key, wanted)
    return {row.report for row in rows}


class Home(NamedTuple):
    """Where a report belongs."""

    head: str  # the least report of its neighbourhood
    day: int | None  # by which the neighbourhood is cut where it is too large, ordinal


def members(connection: Connection, heads: Iterable[str]) -> dict[str, Home]:
    """Map the reports of neighbourhoods, given by their heads, to where they belong."""
    columns = [reports.c.id, reports.c.neighbourhood, reports.c.day]
    rows = rows_where(connection, columns, reports.c.neighbourhood, heads)
    return {row.id: Home(row.neighbourhood, row.day) for row in rows}


def settle(connection: Connection, homes: Mapping[str, Home]) -> None:
    """Write where reports belong."""
    rows = [{"of": id, "head": head, "on": day} for id, (head, day) in sorted(homes.items())]
    if rows:
        to = update(reports).where(reports.c.id == bindparam("of"))
        connection.execute(to.values(neighbourhood=bindparam("head"), day=bindparam("on")), rows)
