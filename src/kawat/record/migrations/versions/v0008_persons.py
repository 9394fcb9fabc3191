"""The names of persons, each once: a part of a name is looked for in these, not in all that persons took part in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table with the names that there are."""
    op.create_table("persons", sa.Column("person", sa.Text, primary_key=True), sqlite_with_rowid=False)
    op.execute("INSERT INTO persons (person) SELECT DISTINCT person FROM event_persons")
