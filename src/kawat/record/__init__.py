"""The record: articles, reports and events in a database (SQLite by default, PostgreSQL for teams).

    with open_record("kawat.db") as record:
        record.add(article, reports, source="news/1.txt")   # or add_many([...]): one transaction for a batch
        record.relink()                                     # once, at the end of a run
        record.events(Filter(between=("USA", "RUS"), since="2021-12"))

SQLAlchemy (half a second) is imported when a record is first opened, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kawat.record.dates import standing
from kawat.record.model import Added, Counts, Entry, Failed, Filter, Hit, Kind, Outcome, Standing

if TYPE_CHECKING:
    from kawat.record.store import Record, open_record

__all__ = [
    "Added",
    "Counts",
    "Entry",
    "Failed",
    "Filter",
    "Hit",
    "Kind",
    "Outcome",
    "Record",
    "Standing",
    "open_record",
    "standing",
]


def __getattr__(name: str) -> Any:
    if name in ("Record", "open_record"):
        from kawat.record import store  # noqa: PLC0415 - see above

        return getattr(store, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
