"""The audit log: who did what through the desk, and what was refused. Lines are appended, none is ever changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, func, select

from kawat.record.rows import insert_rows
from kawat.record.team_model import Audited, AuditPage
from kawat.record.team_schema import audit

LONGEST = 300  # characters of a target


def stamp(now: datetime) -> str:
    """Return a time as it is stored, so that text compares as time does: ISO 8601, UTC, to the second."""
    return now.astimezone(UTC).isoformat(timespec="seconds")


def append(connection: Connection, line: Audited, now: datetime) -> None:
    """Store a line at the end of the log."""
    last = connection.execute(select(func.max(audit.c.number))).scalar() or 0
    row: dict[str, Any] = {
        **msgspec.structs.asdict(line),
        "number": last + 1,
        "at": stamp(now),
        "target": line.target[:LONGEST],
        "details": msgspec.json.encode(line.details).decode(),
    }
    insert_rows(connection, audit, [row])


def page(
    connection: Connection, *, before: int | None, size: int, who: str | None, action: str | None
) -> AuditPage:
    """Return some lines, newest first."""
    query = select(audit).order_by(audit.c.number.desc()).limit(size + 1)
    if before is not None:
        query = query.where(audit.c.number < before)
    if who is not None:
        query = query.where(audit.c.who == who)
    if action is not None:
        query = query.where(audit.c.action.icontains(action, autoescape=True))
    lines = tuple(_line(row) for row in connection.execute(query).mappings())
    return AuditPage(lines[:size], lines[size - 1].number if len(lines) > size else None)


def _line(row: RowMapping) -> Audited:
    values = {str(name): value for name, value in row.items()}
    return Audited(**{**values, "details": msgspec.json.decode(values["details"])})
