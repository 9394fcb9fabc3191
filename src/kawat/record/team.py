"""The team that shares a record: users, their sessions and tokens, and the log of what they did.

    team = team_of(record)
    team.add_user("Sari", "editor", password, now=now)
    key = team.login("Sari", password, now=now)      # None: wrong
    team.session_user(key, now=now)                  # User, until it ends

Every method takes the time as `now`, raises `RecordError` when the database cannot be read or written, and writes whole
transactions. Of secrets only hashes are stored, and they are compared in constant time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from kawat.errors import RecordError, UsageError
from kawat.record import auditing
from kawat.record.auditing import stamp
from kawat.record.engine import reading, writing
from kawat.record.passwords import check_password, fits, hashed, new_key, parts
from kawat.record.rows import insert_rows
from kawat.record.store import Record
from kawat.record.team_model import Audited, AuditPage, Token, User
from kawat.record.team_names import name_and_key, scope_named, user_role
from kawat.record.team_rows import (
    admins,
    check_scope,
    known,
    let_in,
    plain,
    row_of,
    token_of,
    used,
    user_of,
)  # fmt: skip
from kawat.record.team_schema import sessions, tokens, users
from kawat.record.team_sessions import USED, Sessions

LONGEST_TOKEN = 366  # days
PREFIX = "kawat_"  # of tokens, so that one that has leaked is known for what it is


def team_of(record: Record) -> Team:
    """Return the team that shares an open record."""
    return Team(record._engine)  # of the same package; whoever opened the record closes it


class Team(Sessions):
    """Users of a record, and what lets them in."""

    def add_user(self, name: str, role: str, password: str | None = None, *, now: datetime) -> User:
        """Add a user; without a password they can only use tokens.

        Raises:
            UsageError: the name is taken or no name, there is no such role, the password is worth nothing.
        """
        shown, key = name_and_key(name)
        chosen = user_role(role)
        kept = self._hashed(password, shown)
        with writing(self._engine, quiet=True) as connection:
            taken = row_of(connection, key)
            if taken is not None:
                raise UsageError(
                    f"name: {taken['name']!r} is there already, and names must not look alike",
                    code="name_taken",
                    name=taken["name"],
                )
            row = {"key": key, "name": shown, "role": chosen, "password": kept, "created": stamp(now)}
            insert_rows(connection, users, [{**row, "disabled": None, "seen": None}])
            return user_of(known(connection, shown))

    def users(self) -> list[User]:
        """Return all users, by name."""
        with reading(self._engine) as connection:
            programs = used(connection)
            rows = connection.execute(select(users).order_by(users.c.key)).mappings()
            return [user_of(row, programs.get(row["key"])) for row in rows]

    def user(self, name: str) -> User:
        """Return the user with this name, however it is written.

        Raises:
            RecordError: there is none.
        """
        with reading(self._engine) as connection:
            return user_of(known(connection, name))

    def is_empty(self) -> bool:
        """Tell whether the record has no users: nobody has to log in then."""
        with reading(self._engine) as connection:
            return connection.execute(select(users.c.key).limit(1)).first() is None

    def has_admin(self) -> bool:
        """Tell whether somebody can log in who may do everything."""
        with reading(self._engine) as connection:
            return admins(connection) > 0

    def set_role(self, name: str, role: str) -> User:
        """Give a user another role; it holds from their next request.

        Raises:
            RecordError: there is no such user.
            UsageError: there is no such role, or no admin would be left.
        """
        return self._changed(name, role=user_role(role))

    def change_password(self, name: str, old: str, password: str, *, keep: str = "") -> User:
        """Give a user another password of their own choice; all their sessions but `keep` (an id) end.

        Raises:
            RecordError: there is no such user.
            UsageError: `old` is not their password, or the new one is worth nothing.
        """
        with reading(self._engine) as connection:
            stored = known(connection, name)["password"]
        if not self._right(old, stored):
            raise UsageError("password: the old one is wrong", code="old_password")
        return self._changed(name, password=self._hashed(password, name), ends=True, keep=keep)

    def set_password(self, name: str, password: str) -> User:
        """Give a user another password; all their sessions end.

        Raises:
            RecordError: there is no such user.
            UsageError: the password is worth nothing.
        """
        return self._changed(name, password=self._hashed(password, name), ends=True)

    def disable(self, name: str, *, now: datetime) -> User:
        """Let a user in no more, with whatever they hold; what they did stays signed. All their sessions end.

        Raises:
            RecordError: there is no such user.
            UsageError: no admin would be left.
        """
        return self._changed(name, disabled=stamp(now), ends=True)

    def enable(self, name: str) -> User:
        """Let a disabled user in again.

        Raises:
            RecordError: there is no such user.
        """
        return self._changed(name, disabled=None)

    def _changed(self, name: str, *, ends: bool = False, keep: str = "", **values: Any) -> User:
        with writing(self._engine, quiet=True) as connection:
            key, before = known(connection, name)["key"], admins(connection)
            connection.execute(update(users).where(users.c.key == key).values(**values))
            if before and not admins(connection):
                raise UsageError(
                    "there must be an admin who can log in; make another one first", code="last_admin"
                )
            if ends:
                connection.execute(delete(sessions).where(sessions.c.user == key, sessions.c.id != keep))
            return user_of(known(connection, name))

    def _hashed(self, password: str | None, name: str) -> str | None:
        if password is None:
            return None
        check_password(password, name)
        return hashed(password, self._cost)

    def make_token(self, user: str, name: str, scope: str, days: int, *, now: datetime) -> tuple[str, Token]:
        """Make a token for a user's program: the token, which is told only now, and what is kept of it.

        Raises:
            RecordError: there is no such user.
            UsageError: there is no such scope, the user may not do what it allows, or it lasts too long.
        """
        chosen = scope_named(scope)
        label = name_and_key(name)[0]
        if not 1 <= days <= LONGEST_TOKEN:
            raise UsageError(
                f"days: a token lasts from 1 to {LONGEST_TOKEN} days", code="days", most=LONGEST_TOKEN
            )
        id, secret, digest = new_key()
        with writing(self._engine, quiet=True) as connection:
            owner = user_of(known(connection, user))
            check_scope(owner, chosen)
            expires = stamp(now + timedelta(days=days))
            token = Token(id, label, owner.key, chosen, expires, stamp(now))
            insert_rows(connection, tokens, [{**plain(token), "digest": digest}])
        return f"{PREFIX}{id}_{secret}", token

    def token_user(self, key: str, *, now: datetime) -> tuple[User, Token] | None:
        """Return who a token lets in, and the token; None where it is wrong, expired, revoked, or its user disabled."""
        id, secret = parts(key.removeprefix(PREFIX), "_")
        at = stamp(now)
        with reading(self._engine) as connection:
            row = connection.execute(select(tokens).where(tokens.c.id == id)).mappings().first()
            right = fits(secret, row["digest"] if row else None) and key.startswith(PREFIX)
            if row is None or not right or row["revoked"] or row["expires"] <= at:
                return None
            user = let_in(connection, row["user"])
        if user is None:
            return None
        if not row["last_used"] or row["last_used"] <= stamp(now - USED):
            with writing(self._engine, quiet=True) as connection:
                connection.execute(update(tokens).where(tokens.c.id == id).values(last_used=at))
        return user, token_of(row)

    def tokens(self, user: str | None = None) -> list[Token]:
        """Return the tokens of all users, or of one, oldest first."""
        query = select(tokens).order_by(tokens.c.created, tokens.c.id)
        with reading(self._engine) as connection:
            if user is not None:
                query = query.where(tokens.c.user == known(connection, user)["key"])
            return [token_of(row) for row in connection.execute(query).mappings()]

    def revoke(self, id: str, *, now: datetime, user: str | None = None) -> Token:
        """End a token for good, one of a certain user where `user` names them.

        Raises:
            RecordError: there is no such token.
        """
        with writing(self._engine, quiet=True) as connection:
            row = connection.execute(select(tokens).where(tokens.c.id == id)).mappings().first()
            if row is None or (user is not None and row["user"] != known(connection, user)["key"]):
                raise RecordError(f"there is no token {id!r}; kawat tokens list names them", code="no_token")
            if row["revoked"] is None:
                connection.execute(update(tokens).where(tokens.c.id == id).values(revoked=stamp(now)))
            return token_of(connection.execute(select(tokens).where(tokens.c.id == id)).mappings().one())

    def note(self, line: Audited, *, now: datetime) -> None:
        """Append a line to the audit log."""
        with writing(self._engine, quiet=True) as connection:
            auditing.append(connection, line, now)

    def audit(
        self, *, before: int | None = None, size: int = 50, who: str | None = None, action: str | None = None
    ) -> AuditPage:
        """Return lines of the audit log, newest first: those before a number, those of one person.

        `action` keeps lines whose action has this text in it.
        """
        with reading(self._engine) as connection:
            return auditing.page(connection, before=before, size=size, who=who, action=action)
