"""Where a run of words has more holders than count, those published later stand in a table of their own.

They are moved there as articles come that have the same words: until then `sketch_keys` has all of them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "later_keys",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sqlite_with_rowid=False,
    )
