"""Tables of a team: users, tokens, sessions, the audit log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_MESSAGE = "the audit log is append only"
_SQLITE_GUARD = tuple(
    f"CREATE TRIGGER audit_no_{verb} BEFORE {verb.upper()} ON audit BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    for verb in ("update", "delete")
)
_POSTGRESQL_GUARD = (
    f"""CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_MESSAGE}'; END $$""",
    """CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()""",
)


def upgrade() -> None:
    """Add the tables."""
    _users()
    _audit()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_GUARD if sqlite else _POSTGRESQL_GUARD:
        op.execute(statement)


def _text(
    name: str, *more: sa.ForeignKey, nullable: bool = False, primary_key: bool = False
) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *more, nullable=nullable, primary_key=primary_key)


def _digest(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), nullable=False)


def _users() -> None:
    op.create_table(
        "users",
        _text("key", primary_key=True),
        *(_text(name) for name in ("name", "role")),
        _text("password", nullable=True),
        _text("created"),
        _text("disabled", nullable=True),
    )
    op.create_table(
        "tokens",
        _text("id", primary_key=True),
        _text("name"),
        _text("user", sa.ForeignKey("users.key")),
        _digest("digest"),
        *(_text(name) for name in ("scope", "expires", "created")),
        *(_text(name, nullable=True) for name in ("last_used", "revoked")),
    )
    op.create_index("tokens_by_user", "tokens", ["user"])
    op.create_table(
        "sessions",
        _text("id", primary_key=True),
        _digest("digest"),
        _text("user", sa.ForeignKey("users.key")),
        *(_text(name) for name in ("created", "expires")),
    )
    op.create_index("sessions_by_user", "sessions", ["user"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True),
        *(_text(n) for n in ("at", "who", "role", "action", "target", "address", "outcome", "details")),
    )
    op.create_index("audit_by_who", "audit", ["who"])
