"""The tables of a record, the same for SQLite and PostgreSQL (but the text index: see `search`, migrations).

    articles ──< reports >── event_reports ──< events ── facts   what questions ask of events (see fact_schema)
    inputs          every source with what came of it
    report_keys     by what a report finds those that may tell of the same event (linking.blocking)
    sketches, sketch_keys, later_keys  samples of articles' wording, by which copies are found (linking.copies)
    copies          which article repeats which
    gists, gist_keys, story_parts      what articles are about; which of them hang together (linking.story_parts)
    stories, story_articles            which of them belong together (linking.stories)
    decisions       what persons, and the rules, have decided, in order; never changed but for `undone`
    former_events   ids of events that are no more, with the reports that they had
    former_reports  ids of reports that are no more, with what was read in their place
    state           how far linking has come

Rows keep the whole struct as JSON in `data` (an article's without its text) and columns that queries ask for.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)  # fmt: skip

#: The migrations, oldest first; the last is what this Kawat reads and writes.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")

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
    Column("reported", Text, nullable=False, server_default=""),  # publication in UTC; "": unknown
    Index("articles_by_publication", "reported", "id"),
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
    Column("confidence", Float),
    Column("neighbourhood", Text),  # its least report; null until it is linked
    Column("day", Integer),  # by which a neighbourhood that grows too large is cut, ordinal
    Index("reports_by_article", "article"),
    Index("reports_by_neighbourhood", "neighbourhood"),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("earliest", Text),  # these two stand in `facts` now: not every SQLite can drop a column
    Column("latest", Text),
    Column("data", Text, nullable=False),
)


event_reports = Table(
    "event_reports",
    metadata,
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Index("event_reports_by_report", "report"),
)

report_keys = Table(
    "report_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Index("report_keys_by_report", "report"),
    sqlite_with_rowid=False,
)

sketches = Table(
    "sketches",
    metadata,
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("published", Text),  # as copies go by it: null where the page does not say it
)

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    sqlite_with_rowid=False,
)

later_keys = Table(  # of keys that many articles have: those that come after the first so many by publication
    "later_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("of", Text, ForeignKey("articles.id"), nullable=False),
    Column("share", Float, nullable=False),
    Column("delay", Integer),
    Index("copies_by_original", "of"),
)

gists = Table(
    "gists",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("due", Boolean, nullable=False),  # it is new, or its events have changed, since stories were found
    # In which of `story_parts` it is, of those that are not parted; null: not placed yet.
    Column("component", Text),
    Column("matter", Text),  # the least article of its matter (linking.stories.parted)
    Index("gists_by_component", "component"),
    Index("gists_by_matter", "matter"),
    Index("gists_due", "due"),
)

gist_keys = Table(
    "gist_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    sqlite_with_rowid=False,
)

story_parts = Table(
    "story_parts",
    metadata,
    Column("id", Text, primary_key=True),  # its level, and an article of it
    Column("level", Integer, nullable=False),
    Column("inside", Text),  # the part of the level before in which it lies; null at the first
    Index("story_parts_by_inside", "inside"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("size", Integer, nullable=False),
    Index("stories_by_time", "last"),
)

story_articles = Table(
    "story_articles",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("story", Text, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
    Column(
        "mark", Text, nullable=False
    ),  # the id that its story had if it were the first: leads former ids on
    Index("story_articles_by_story", "story"),
    Index("story_articles_by_mark", "mark"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),  # ISO 8601, UTC
    Column("by", Text, nullable=False),  # a person, or the rules with their version
    Column("kind", Text, nullable=False),  # join, split, correct; linked
    Column("event", Text, nullable=False),  # the event as it was called then
    Column("data", Text, nullable=False),
    Column("undone", Integer),  # number of the decision that took it back
    Index("decisions_by_event", "event"),
    Index("decisions_by_kind", "kind", "number"),
)

former_events = Table(
    "former_events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
)

former_reports = Table(
    "former_reports", metadata, Column("id", Text, primary_key=True), Column("report", Text)
)  # null: nothing was read in its place

inputs = Table(
    "inputs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),  # digest of source and what it gave
    Column("source", Text, nullable=False),
    Column("outcome", Text, nullable=False),  # stored, duplicate, failed
    Column("article", Text, ForeignKey("articles.id")),  # the one stored, or the one that it repeats
    Column("reason", Text),  # of a failure
    Index("inputs_by_outcome", "outcome"),
)

#: "linked": number of the last article whose reports the events know of; "version": up with every change; "refill":
#: what is derived from events must be written anew, for a migration has added to it.
state = Table(
    "state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
