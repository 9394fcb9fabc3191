"""The record: articles, reports and events in a database (SQLite by default, PostgreSQL for teams).

    with open_record("kawat.db") as record:
        record.add(article, reports, source="news/1.txt")   # or add_many([...]): one transaction for a batch
        record.relink()                                     # once, at the end of a run
        record.events(Filter(between=("USA", "RUS"), since="2021-12"))

This package imports SQLAlchemy (half a second): a command imports it only when it needs a record.
"""

from __future__ import annotations

from kawat.record.dates import standing
from kawat.record.model import Added, Counts, Entry, Failed, Filter, Hit, Kind, Outcome, Standing
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
