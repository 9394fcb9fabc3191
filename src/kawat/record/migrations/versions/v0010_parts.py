"""The parts that stories never cross, as a tree. Stories are found anew when they are next asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table and the column, and forget which articles belong together."""
    op.create_table(
        "story_parts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("inside", sa.Text),
    )
    op.create_index("story_parts_by_inside", "story_parts", ["inside"])
    op.add_column("gists", sa.Column("matter", sa.Text))
    op.create_index("gists_by_matter", "gists", ["matter"])
    op.execute("UPDATE gists SET component = NULL, due = TRUE")
