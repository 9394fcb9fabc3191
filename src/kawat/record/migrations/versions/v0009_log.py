"""Decisions by their kind: those of persons are found among all that the rules have noted."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the index."""
    op.create_index("decisions_by_kind", "decisions", ["kind", "number"])
