"""The first tables, and the text index in the way of each database."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SQLITE_WORDS = (
    """CREATE VIRTUAL TABLE article_words USING fts5(
        title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER articles_words AFTER INSERT ON articles BEGIN
        INSERT INTO article_words (rowid, title, text) VALUES (new.number, new.title, new.text);
    END""",
)
_POSTGRESQL_WORDS = (
    """CREATE INDEX article_words ON articles
        USING gin (to_tsvector('simple', left(title || ' ' || text, 200000)))""",
)


def upgrade() -> None:
    """Make the tables of an empty database."""
    _articles_and_reports()
    _events()
    _log()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_WORDS if sqlite else _POSTGRESQL_WORDS:
        op.execute(statement)


def _text(
    name: str, *more: sa.ForeignKey, nullable: bool = False, primary_key: bool = False
) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *more, nullable=nullable, primary_key=primary_key)


def _event() -> sa.Column[str]:
    return _text("event", sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)


def _articles_and_reports() -> None:
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        _text("url", nullable=True),
        _text("title"),
        _text("published", nullable=True),
        _text("outlet", nullable=True),
        _text("language"),
        _text("text"),
        _text("data"),
    )
    op.create_table(
        "reports",
        _text("id", primary_key=True),
        _text("article", sa.ForeignKey("articles.id")),
        _text("type"),
        _text("status"),
        _text("date", nullable=True),
        _text("published", nullable=True),
        _text("data"),
    )
    op.create_index("reports_by_article", "reports", ["article"])


def _events() -> None:
    op.create_table(
        "events",
        _text("id", primary_key=True),
        _text("type"),
        _text("status"),
        _text("date", nullable=True),
        _text("earliest", nullable=True),
        _text("latest", nullable=True),
        _text("data"),
    )
    op.create_index("events_by_day", "events", ["earliest", "latest"])
    op.create_table("event_reports", _event(), _text("report", sa.ForeignKey("reports.id"), primary_key=True))
    op.create_index("event_reports_by_report", "event_reports", ["report"])
    op.create_table(
        "event_parties",
        _event(),
        sa.Column("position", sa.Integer, primary_key=True),
        _text("side"),
        _text("code"),
        _text("person", nullable=True),
    )
    op.create_index("event_parties_by_code", "event_parties", ["code", "event", "side"])
    op.create_table("event_outlets", _event(), _text("outlet", primary_key=True))
    op.create_index("event_outlets_by_outlet", "event_outlets", ["outlet"])
    former = _text("report", sa.ForeignKey("reports.id"), primary_key=True)
    op.create_table("former_events", _text("id", primary_key=True), former)


def _log() -> None:
    op.create_table(
        "inputs",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        _text("source"),
        _text("outcome"),
        _text("article", sa.ForeignKey("articles.id"), nullable=True),
        _text("reason", nullable=True),
    )
    value = sa.Column("value", sa.Integer, nullable=False)
    op.create_table("state", _text("name", primary_key=True), value)
