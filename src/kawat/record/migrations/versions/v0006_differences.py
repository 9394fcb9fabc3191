"""What the reports of an event differ in, in any way, and the day of its first report: both can be asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add them, and note that they are still empty."""
    op.add_column("facts", sa.Column("first_told", sa.Text))
    op.create_index("facts_by_first_told", "facts", ["first_told"])
    of = sa.ForeignKey("facts.number", ondelete="CASCADE")
    op.create_table(
        "event_differences",
        sa.Column("number", sa.Integer, of, primary_key=True, autoincrement=False),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("event_differences_by_kind", "event_differences", ["kind", "field"])
    op.execute("DELETE FROM state WHERE name = 'refill'")
    op.execute("INSERT INTO state (name, value) VALUES ('refill', 1)")
