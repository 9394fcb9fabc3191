"""When users and sessions were seen last, and where sessions began."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("users", sa.Column("seen", sa.Text))
    for name in ("seen", "address"):
        op.add_column("sessions", sa.Column(name, sa.Text, nullable=False, server_default=""))
