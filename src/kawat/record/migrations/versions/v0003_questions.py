"""Columns, tables and indexes by which questions about 100,000 events are answered at once.

They hold what the stored events hold, once more: `record.refilling` writes it when the tables are up to date.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add them, and note that they are still empty."""
    _articles_and_reports()
    _events()
    _parties()
    _tables()
    op.execute("DELETE FROM state WHERE name = 'refill'")
    op.execute("INSERT INTO state (name, value) VALUES ('refill', 1)")


def _text(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.Text))


def _flag(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()))


def _articles_and_reports() -> None:
    op.add_column("articles", sa.Column("reported", sa.Text, nullable=False, server_default=""))
    op.create_index("articles_by_publication", "articles", ["reported", "id"])
    op.add_column("reports", sa.Column("confidence", sa.Float))
    op.create_index("inputs_by_outcome", "inputs", ["outcome"])


def _events() -> None:
    for name in ("month", "mode", "quad", "place", "country"):
        _text("events", name)
    op.add_column("events", sa.Column("sources", sa.Integer, nullable=False, server_default="0"))
    op.add_column("events", sa.Column("doubt", sa.Float, nullable=False, server_default="0"))
    op.add_column("events", sa.Column("reported", sa.Text, nullable=False, server_default=""))
    _flag("events", "contested")
    _flag("events", "confirmed")
    op.drop_index("events_by_day", "events")
    op.create_index("events_by_day", "events", ["earliest", "latest", "id"])
    op.create_index("events_by_sources", "events", ["sources", "reported", "id"])
    op.create_index("events_by_doubt", "events", ["doubt", "reported", "id"])
    op.create_index("events_reported", "events", ["reported", "id"])
    op.create_index("events_by_kind", "events", ["type", "status", "mode", "month"])
    op.create_index("events_by_status", "events", ["status"])
    op.create_index("events_by_quad", "events", ["quad"])
    op.create_index("events_by_place", "events", ["country", "place"])
    op.create_index("events_contested", "events", ["contested"])


def _parties() -> None:
    _text("event_parties", "name")
    _flag("event_parties", "first")
    _flag("event_parties", "contact")
    _text("event_parties", "day")
    op.create_index("event_parties_active", "event_parties", ["first", "code", "contact", "day"])
    op.create_index("event_parties_by_person", "event_parties", ["person", "event"])
    _text("event_outlets", "name")
    op.create_index("event_outlets_by_name", "event_outlets", ["name", "event"])


def _event() -> sa.Column[str]:
    return sa.Column("event", sa.Text, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)


def _tables() -> None:
    number = sa.ForeignKey("articles.number")
    op.create_table("event_articles", _event(), sa.Column("article", sa.Integer, number, primary_key=True))
    op.create_index("event_articles_by_article", "event_articles", ["article", "event"])
    op.create_table(
        "event_pairs",
        _event(),
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("contact", sa.Boolean, nullable=False),
        sa.Column("conflict", sa.Boolean, nullable=False),
        sa.Column("day", sa.Text),
    )
    active = ["one", "other", "contact", "conflict", "day"]
    op.create_index("event_pairs_active", "event_pairs", active)
    op.create_index("event_pairs_by_pair", "event_pairs", ["one", "other", "event"])
    op.create_table(
        "plans",
        _event(),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("date", sa.Text, nullable=False),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Column("said", sa.Text),
    )
    op.create_index("plans_by_day", "plans", ["earliest"])
