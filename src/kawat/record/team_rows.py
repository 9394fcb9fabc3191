"""Rows of users and tokens as structs, for all that a team does in one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from kawat.errors import RecordError, UsageError
from kawat.record.team_model import SCOPES, USER_ROLES, Scope, Token, User, UserRole
from kawat.record.team_names import name_and_key
from kawat.record.team_schema import tokens, users


def row_of(connection: Connection, key: str) -> RowMapping | None:
    """Return the row of the user with this key."""
    return connection.execute(select(users).where(users.c.key == key)).mappings().first()


def known(connection: Connection, name: str) -> RowMapping:
    """Return the row of the user with this name.

    Raises:
        RecordError: there is none.
    """
    row = row_of(connection, name_and_key(name, strict=False)[1])
    if row is None:
        raise RecordError(
            f"there is no user {name!r}; kawat users list names them", code="no_user", name=name
        )
    return row


def let_in(connection: Connection, key: str) -> User | None:
    """Return the user, unless they are disabled."""
    row = row_of(connection, key)
    return user_of(row) if row is not None and row["disabled"] is None else None


def admins(connection: Connection) -> int:
    """Count those who can log in and may do everything."""
    able = (users.c.role == "admin", users.c.disabled.is_(None), users.c.password.is_not(None))
    return connection.execute(select(func.count()).select_from(users).where(*able)).scalar_one()


def used(connection: Connection) -> dict[str, str]:
    """Map the keys of users to when their programs were here last."""
    last = func.max(tokens.c.last_used)
    query = select(tokens.c.user, last).group_by(tokens.c.user).having(last.is_not(None))
    return {row[0]: row[1] for row in connection.execute(query)}


def check_scope(user: User, scope: Scope) -> None:
    """See that a user may do what a token of this scope allows.

    Raises:
        UsageError: they may not.
    """
    needed: UserRole = SCOPES[scope]
    if USER_ROLES.index(user.role) < USER_ROLES.index(needed):
        raise UsageError(
            f"scope: {user.name} is {user.role}, and {scope!r} allows what only {needed}s may do",
            code="scope_too_wide",
            name=user.name,
        )


def user_of(row: RowMapping, programs: str | None = None) -> User:
    """Return a user; `programs`: when theirs were here last."""
    seen = max(filter(None, (row["seen"], programs)), default=None)
    has_password = row["password"] is not None
    return User(row["key"], row["name"], row["role"], row["created"], row["disabled"], has_password, seen)


def token_of(row: RowMapping) -> Token:
    """Return a token, without its secret."""
    return Token(**{name: row[name] for name in Token.__struct_fields__})


def plain(token: Token) -> dict[str, Any]:
    """Return a token as a row."""
    return {name: getattr(token, name) for name in Token.__struct_fields__}
