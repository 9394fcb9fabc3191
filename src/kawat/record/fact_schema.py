"""What questions ask of events, in tables that are small enough to be gone through: see `deriving`.

    events ── facts ──< event_actors, event_persons, event_pairs, event_outlets, event_articles,
                        event_differences, plans
                    persons              the names in event_persons, each once

They hold what the events hold, once more, and may be written anew at any time (`refilling`). A fact has a number, by
which the others know it: sets of numbers are compared faster than sets of ids. An event written anew gets another.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from kawat.record.schema import metadata

facts = Table(
    "facts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("contact", Boolean, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("mode", Text),
    Column("quad", Text, nullable=False),
    Column("earliest", Text),  # first and last day that its date may mean; of none, the day first reported
    Column("latest", Text),
    Column("month", Text),  # of `earliest`, YYYY-MM
    Column("place", Text),  # folded
    Column("country", Text),  # in which the place lies
    Column("sources", Integer, nullable=False),  # independent ones
    Column("contested", Boolean, nullable=False),
    Column("doubt", Float, nullable=False),  # 1 less the mean confidence of its reports
    Column("confirmed", Boolean, nullable=False),  # by a person, with these reports
    Column("reported", Text, nullable=False),  # last publication in UTC; "": unknown
    Column("first_told", Text),  # day of the first publication, as its page has it, YYYY-MM-DD
    Index("facts_by_day", "earliest", "latest", "event"),
    Index("facts_by_sources", "sources", "reported", "event"),
    Index("facts_by_doubt", "doubt", "reported", "event"),
    Index("facts_by_report", "reported", "event"),
    Index("facts_by_kind", "type", "status", "mode", "month"),
    Index("facts_by_status", "status"),
    Index("facts_by_place", "country", "place"),
    Index("facts_contested", "contested"),
    Index("facts_by_first_told", "first_told"),
)


def _number() -> Column[int]:
    of = ForeignKey("facts.number", ondelete="CASCADE")
    return Column("number", Integer, of, primary_key=True, autoincrement=False)


event_actors = Table(
    "event_actors",
    metadata,
    _number(),
    Column("code", Text, primary_key=True),
    Column("acts", Boolean, nullable=False),  # stands among the actors
    Column("receives", Boolean, nullable=False),  # stands among the recipients
    Column(
        "contact", Boolean, nullable=False
    ),  # of the event, as `day`: so that an index holds all that is counted
    Column("day", Text),  # the event's `earliest`
    Index("event_actors_by_code", "code", "contact", "day"),
    sqlite_with_rowid=False,
)

event_persons = Table(
    "event_persons",
    metadata,
    _number(),
    Column("person", Text, primary_key=True),  # folded
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),  # as it is shown
    Column("contact", Boolean, nullable=False),
    Column("day", Text),
    Index("event_persons_by_person", "person", "code", "name", "contact", "day"),
    sqlite_with_rowid=False,
)

persons = Table(
    "persons",
    metadata,
    Column(
        "person", Text, primary_key=True
    ),  # as in event_persons: parts of names are looked for in these few
    sqlite_with_rowid=False,
)

event_pairs = Table(
    "event_pairs",
    metadata,
    _number(),
    Column("one", Text, primary_key=True),  # code; less than `other`
    Column("other", Text, primary_key=True),
    Column("contact", Boolean, nullable=False),
    Column("conflict", Boolean, nullable=False),
    Column("day", Text),
    Index("event_pairs_by_pair", "one", "other", "contact", "conflict", "day"),
    sqlite_with_rowid=False,
)

event_outlets = Table(
    "event_outlets",
    metadata,
    _number(),
    Column("outlet", Text, primary_key=True),  # folded; agencies too
    Column("name", Text, nullable=False),  # as it is shown
    Index("event_outlets_by_outlet", "outlet", "name"),
    sqlite_with_rowid=False,
)

event_articles = Table(
    "event_articles",
    metadata,
    _number(),
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True, autoincrement=False),
    Index("event_articles_by_article", "article"),
    sqlite_with_rowid=False,
)

event_differences = Table(
    "event_differences",
    metadata,
    _number(),
    Column("field", Text, primary_key=True),  # "figure" for all figures
    Column("kind", Text, primary_key=True),  # as in `Disagreement`
    Index("event_differences_by_kind", "kind", "field"),
    sqlite_with_rowid=False,
)

plans = Table(
    "plans",
    metadata,
    _number(),
    Column("event", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text, nullable=False),  # for when it is planned, EDTF; "": unknown
    Column("earliest", Text),  # first and last day that it may mean
    Column("latest", Text),
    Column("said", Text),  # the last day on which it was spoken of
)
