"""Indexes by which new articles find their neighbours, decisions, copies and stories.

A record that comes from 0001 is linked anew when it is next asked.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables and columns, and forget how far linking had come."""
    op.add_column("reports", sa.Column("neighbourhood", sa.Text))
    op.add_column("reports", sa.Column("day", sa.Integer))
    op.create_index("reports_by_neighbourhood", "reports", ["neighbourhood"])
    _keys("report_keys", "report", "reports.id", sa.Text())
    op.create_index("report_keys_by_report", "report_keys", ["report"])
    _copies()
    _stories()
    _decisions()
    op.create_table(
        "former_reports", sa.Column("id", sa.Text, primary_key=True), sa.Column("report", sa.Text)
    )
    op.execute("DELETE FROM state WHERE name = 'linked'")


def _keys(table: str, what: str, of: str, kind: sa.Text | sa.Integer) -> None:
    cascade = "CASCADE" if what == "report" else None
    op.create_table(
        table,
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column(what, kind, sa.ForeignKey(of, ondelete=cascade), primary_key=True),
        sqlite_with_rowid=False,
    )


def _copies() -> None:
    number = sa.ForeignKey("articles.number")
    op.create_table(
        "sketches",
        sa.Column("article", sa.Integer, number, primary_key=True),
        sa.Column("published", sa.Text),
    )
    _keys("sketch_keys", "article", "articles.number", sa.Integer())
    op.create_table(
        "copies",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("of", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("delay", sa.Integer),
    )
    op.create_index("copies_by_original", "copies", ["of"])


def _stories() -> None:
    op.create_table(
        "gists",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("due", sa.Boolean, nullable=False),
        sa.Column("component", sa.Text),
    )
    op.create_index("gists_by_component", "gists", ["component"])
    op.create_index("gists_due", "gists", ["due"])
    _keys("gist_keys", "article", "articles.id", sa.Text())
    op.create_table(
        "stories",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("first", sa.Text),
        sa.Column("last", sa.Text),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_index("stories_by_time", "stories", ["last"])
    op.create_table(
        "story_articles",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("story", sa.Text, sa.ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
    )
    op.create_index("story_articles_by_story", "story_articles", ["story"])
    op.create_index("story_articles_by_mark", "story_articles", ["mark"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("undone", sa.Integer),
    )
    op.create_index("decisions_by_event", "decisions", ["event"])
