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
    _keys("report", "reports.id", sa.Text())
    _decisions()
    op.create_table(
        "former_reports", sa.Column("id", sa.Text, primary_key=True), sa.Column("report", sa.Text)
    )
    op.execute("DELETE FROM state WHERE name = 'linked'")


def _keys(what: str, of: str, kind: sa.Text | sa.Integer) -> None:
    op.create_table(
        f"{what}_keys",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column(what, kind, sa.ForeignKey(of, ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index(f"{what}_keys_by_{what}", f"{what}_keys", [what])


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
