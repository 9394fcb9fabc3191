"""The tables of a record, the same for SQLite and PostgreSQL (but the text index: see `search`, migrations).

    articles ──< reports >── event_reports ──< events ──< event_parties, event_outlets
    inputs         every source with what came of it
    former_events  ids of events that are no more, with the reports that they had
    state          how far linking has come

Rows keep the whole struct as JSON in `data` (an article's without its text, which has a column) and, beside
it, only the columns that queries ask for.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

#: The migrations, oldest first; the last is what this Kawat reads and writes.
REVISIONS = ("0001",)

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("url", Text),
    Column("title", Text, nullable=False),
    Column("published", Text),
    Column("outlet", Text),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("data", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", Text, ForeignKey("articles.id"), nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("published", Text),
    Column("data", Text, nullable=False),
    Index("reports_by_article", "article"),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column(
        "earliest", Text
    ),  # first and last day that `date` may mean; where it is null, the day first reported
    Column("latest", Text),
    Column("data", Text, nullable=False),
    Index("events_by_day", "earliest", "latest"),
)


def _event() -> Column[str]:
    return Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)


event_reports = Table(
    "event_reports",
    metadata,
    _event(),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Index("event_reports_by_report", "report"),
)

event_parties = Table(
    "event_parties",
    metadata,
    _event(),
    Column("position", Integer, primary_key=True),
    Column("side", Text, nullable=False),  # actor, recipient
    Column("code", Text, nullable=False),
    Column("person", Text),  # folded
    Index("event_parties_by_code", "code", "event", "side"),
)

event_outlets = Table(
    "event_outlets",
    metadata,
    _event(),
    Column("outlet", Text, primary_key=True),  # folded; agencies too
    Index("event_outlets_by_outlet", "outlet"),
)

former_events = Table(
    "former_events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
)

inputs = Table(
    "inputs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),  # digest of source and what it gave
    Column("source", Text, nullable=False),
    Column("outcome", Text, nullable=False),  # stored, duplicate, failed
    Column("article", Text, ForeignKey("articles.id")),  # the one stored, or the one that it repeats
    Column("reason", Text),  # of a failure
)

#: "linked": the number of the last article whose reports the events know of.
state = Table(
    "state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
