"""The tables of a team that shares a record: who may do what, and who did what.

    users ──< tokens, sessions      names, roles, and hashes of secrets; never a secret itself
    audit                           what was done through the desk, and what was refused; the database itself
                                    refuses to change or delete a row (see the migration)

They stand in the record's own database, so that a copy of it is whole.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from kawat.record.schema import metadata

users = Table(
    "users",
    metadata,
    Column("key", Text, primary_key=True),  # the name, folded: no two persons look alike
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),  # reader, editor, admin
    Column("password", Text),  # scrypt with its parameters; null: logs in by token only
    Column("created", Text, nullable=False),  # ISO 8601, UTC, like all times here
    Column("disabled", Text),  # since when
    Column("seen", Text),  # when there was a session of theirs last, to the hour
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),  # the part of the token that is no secret
    Column("name", Text, nullable=False),  # what it is for
    Column("user", Text, ForeignKey("users.key"), nullable=False),
    Column("digest", String(64), nullable=False),  # of the secret
    Column("scope", Text, nullable=False),  # read, write, admin
    Column("expires", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("last_used", Text),  # to the hour
    Column("revoked", Text),
    Index("tokens_by_user", "user"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", String(64), nullable=False),  # of the secret; what forms carry is made of the secret too
    Column("user", Text, ForeignKey("users.key"), nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("seen", Text, nullable=False, server_default=""),  # to the hour
    Column("address", Text, nullable=False, server_default=""),  # of the network, that it was begun from
    Index("sessions_by_user", "user"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),  # "" where nobody was logged in
    Column("role", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("address", Text, nullable=False),  # of the network; "" at the command line
    Column("outcome", Text, nullable=False),  # done, refused, failed
    Column("details", Text, nullable=False),  # JSON
    Index("audit_by_who", "who"),
)
