"""The log of decisions in pages, from either end."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from kawat.record.decisions import read_decision, told_in_log
from kawat.record.model import DecisionPage
from kawat.record.paging import Sorting, window
from kawat.record.rows import rows_where
from kawat.record.schema import decisions

_RISING = Sorting((decisions.c.number,))
_FALLING = Sorting((decisions.c.number,), falling=True)


def log_page(
    connection: Connection, events: Sequence[str], at: tuple[str | None, int], *, newest: bool
) -> DecisionPage:
    """Return the page of the log behind a cursor, of this size: of persons, or all about events with these ids.

    Raises:
        UsageError: the size or the cursor cannot be.
    """
    where = told_in_log(events)
    name = "newest decisions" if newest else "decisions"
    rows, next = window(connection, _FALLING if newest else _RISING, [where], (name, *at))
    numbers = [row.number for row in rows]
    found = {
        row.number: row for row in rows_where(connection, list(decisions.c), decisions.c.number, numbers)
    }
    total = connection.execute(select(func.count()).select_from(decisions).where(where)).scalar_one()
    return DecisionPage(tuple(read_decision(found[n]) for n in numbers), next, total)
