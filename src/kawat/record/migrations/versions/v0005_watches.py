"""Saved searches, what they found, and what was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "watches",
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(n, sa.Text, nullable=False) for n in ("owner", "name", "query", "language", "created")),
        sa.Column("webhook", sa.Text),
        sa.Column("email", sa.Text),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("feed", sa.String(64), nullable=False),
    )
    op.create_index("watches_by_owner", "watches", ["owner"])
    op.create_table(
        "watch_seen",
        _watch(key=True),
        sa.Column("event", sa.Text, primary_key=True),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "watch_notices",
        sa.Column("number", sa.Integer, primary_key=True),
        _watch(key=False),
        *(sa.Column(n, sa.Text, nullable=False) for n in ("at", "event", "data")),
    )
    op.create_index("watch_notices_by_watch", "watch_notices", ["watch", "number"])
    _deliveries()


def _deliveries() -> None:
    op.create_table(
        "watch_deliveries",
        sa.Column("number", sa.Integer, primary_key=True),
        _watch(key=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_try", sa.Text),
        sa.Column("error", sa.Text),
    )
    op.create_index("watch_deliveries_by_watch", "watch_deliveries", ["watch", "channel", "number"])


def _watch(*, key: bool) -> sa.Column[str]:
    of = sa.ForeignKey("watches.id", ondelete="CASCADE")
    return sa.Column("watch", sa.Text, of, primary_key=key, nullable=False)
