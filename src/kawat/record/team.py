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

from sqlalchemy import Connection, Engine, RowMapping, delete, func, select, update

from kawat.errors import RecordError, UsageError
from kawat.record import auditing
from kawat.record.auditing import stamp
from kawat.record.engine import reading, writing
from kawat.record.passwords import Cost, check_password, fits, hashed, matches, new_key, parts
from kawat.record.rows import insert_rows
from kawat.record.store import Record
from kawat.record.team_model import SCOPES, USER_ROLES, Audited, AuditPage, Scope, Token, User, UserRole
from kawat.record.team_names import name_and_key, scope_named, user_role
from kawat.record.team_schema import sessions, tokens, users

SESSION = timedelta(hours=12)  # how long a login lasts
LONGEST_TOKEN = 366  # days
_USED = timedelta(hours=1)  # how often the last use of a token is noted
PREFIX = "kawat_"  # of tokens, so that one that has leaked is known for what it is


def team_of(record: Record) -> Team:
    """Return the team that shares an open record."""
    return Team(record._engine)  # of the same package; whoever opened the record closes it


class Team:
    """Users of a record, and what lets them in."""

    def __init__(self, engine: Engine, cost: Cost | None = None) -> None:
        self._engine = engine
        self._cost = cost or Cost()
        self._nobody: str | None = None

    def add_user(self, name: str, role: str, password: str | None = None, *, now: datetime) -> User:
        """Add a user; without a password they can only use tokens.

        Raises:
            UsageError: the name is taken or no name, there is no such role, the password is worth nothing.
        """
        shown, key = name_and_key(name)
        chosen = user_role(role)
        kept = self._hashed(password, shown)
        with writing(self._engine, quiet=True) as connection:
            taken = _row(connection, key)
            if taken is not None:
                raise UsageError(f"name: {taken['name']!r} is there already, and names must not look alike")
            row = {"key": key, "name": shown, "role": chosen, "password": kept, "created": stamp(now)}
            insert_rows(connection, users, [{**row, "disabled": None}])
            return _user(_known(connection, shown))

    def users(self) -> list[User]:
        """Return all users, by name."""
        with reading(self._engine) as connection:
            return [_user(row) for row in connection.execute(select(users).order_by(users.c.key)).mappings()]

    def user(self, name: str) -> User:
        """Return the user with this name, however it is written.

        Raises:
            RecordError: there is none.
        """
        with reading(self._engine) as connection:
            return _user(_known(connection, name))

    def is_empty(self) -> bool:
        """Tell whether the record has no users: nobody has to log in then."""
        with reading(self._engine) as connection:
            return connection.execute(select(users.c.key).limit(1)).first() is None

    def has_admin(self) -> bool:
        """Tell whether somebody can log in who may do everything."""
        with reading(self._engine) as connection:
            return _admins(connection) > 0

    def set_role(self, name: str, role: str) -> User:
        """Give a user another role; it holds from their next request.

        Raises:
            RecordError: there is no such user.
            UsageError: there is no such role, or no admin would be left.
        """
        return self._changed(name, role=user_role(role))

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

    def _changed(self, name: str, *, ends: bool = False, **values: Any) -> User:
        with writing(self._engine, quiet=True) as connection:
            key, before = _known(connection, name)["key"], _admins(connection)
            connection.execute(update(users).where(users.c.key == key).values(**values))
            if before and not _admins(connection):
                raise UsageError("there must be an admin who can log in; make another one first")
            if ends:
                connection.execute(delete(sessions).where(sessions.c.user == key))
            return _user(_known(connection, name))

    def _hashed(self, password: str | None, name: str) -> str | None:
        if password is None:
            return None
        check_password(password, name)
        return hashed(password, self._cost)

    def login(self, name: str, password: str, *, now: datetime) -> str | None:
        """Begin a session: return its key, None where name or password are wrong or the user is disabled.

        All of these take the same time. The key is always a new one.
        """
        key = name_and_key(name, strict=False)[1]
        with reading(self._engine) as connection:
            row = _row(connection, key)
        stored = row["password"] if row is not None else None
        if self._nobody is None:
            self._nobody = hashed("nobody's password", self._cost)
        right = matches(password, stored or self._nobody)
        if not right or stored is None:
            return None
        with writing(self._engine, quiet=True) as connection:
            row = _row(connection, key)
            if row is None or row["disabled"] or row["password"] != stored:
                return None
            connection.execute(delete(sessions).where(sessions.c.expires <= stamp(now)))
            id, secret, digest = new_key()
            session = {"id": id, "digest": digest, "user": key, "created": stamp(now)}
            insert_rows(connection, sessions, [{**session, "expires": stamp(now + SESSION)}])
        return f"{id}.{secret}"

    def session_user(self, key: str, *, now: datetime) -> User | None:
        """Return who is logged in by the key of a session; None where it has ended or never was."""
        id, secret = parts(key, ".")
        with reading(self._engine) as connection:
            found = connection.execute(select(sessions).where(sessions.c.id == id)).mappings().first()
            right = fits(secret, found["digest"] if found else None)
            if found is None or not right or found["expires"] <= stamp(now):
                return None
            return _let_in(connection, found["user"])

    def logout(self, key: str) -> None:
        """End a session, if it is one."""
        id, secret = parts(key, ".")
        with writing(self._engine, quiet=True) as connection:
            digest = connection.execute(select(sessions.c.digest).where(sessions.c.id == id)).scalar()
            if fits(secret, digest):
                connection.execute(delete(sessions).where(sessions.c.id == id))

    def make_token(self, user: str, name: str, scope: str, days: int, *, now: datetime) -> tuple[str, Token]:
        """Make a token for a user's program: the token, which is told only now, and what is kept of it.

        Raises:
            RecordError: there is no such user.
            UsageError: there is no such scope, the user may not do what it allows, or it lasts too long.
        """
        chosen = scope_named(scope)
        label = name_and_key(name)[0]
        if not 1 <= days <= LONGEST_TOKEN:
            raise UsageError(f"days: a token lasts from 1 to {LONGEST_TOKEN} days")
        id, secret, digest = new_key()
        with writing(self._engine, quiet=True) as connection:
            owner = _user(_known(connection, user))
            _check_scope(owner, chosen)
            expires = stamp(now + timedelta(days=days))
            token = Token(id, label, owner.key, chosen, expires, stamp(now))
            insert_rows(connection, tokens, [{**_plain(token), "digest": digest}])
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
            user = _let_in(connection, row["user"])
        if user is None:
            return None
        if not row["last_used"] or row["last_used"] <= stamp(now - _USED):
            with writing(self._engine, quiet=True) as connection:
                connection.execute(update(tokens).where(tokens.c.id == id).values(last_used=at))
        return user, _token(row)

    def tokens(self, user: str | None = None) -> list[Token]:
        """Return the tokens of all users, or of one, oldest first."""
        query = select(tokens).order_by(tokens.c.created, tokens.c.id)
        with reading(self._engine) as connection:
            if user is not None:
                query = query.where(tokens.c.user == _known(connection, user)["key"])
            return [_token(row) for row in connection.execute(query).mappings()]

    def revoke(self, id: str, *, now: datetime) -> Token:
        """End a token for good.

        Raises:
            RecordError: there is no such token.
        """
        with writing(self._engine, quiet=True) as connection:
            row = connection.execute(select(tokens).where(tokens.c.id == id)).mappings().first()
            if row is None:
                raise RecordError(f"there is no token {id!r}; kawat tokens list names them")
            if row["revoked"] is None:
                connection.execute(update(tokens).where(tokens.c.id == id).values(revoked=stamp(now)))
            return _token(connection.execute(select(tokens).where(tokens.c.id == id)).mappings().one())

    def note(self, line: Audited, *, now: datetime) -> None:
        """Append a line to the audit log."""
        with writing(self._engine, quiet=True) as connection:
            auditing.append(connection, line, now)

    def audit(self, *, before: int | None = None, size: int = 50, who: str | None = None) -> AuditPage:
        """Return lines of the audit log, newest first: those before a number, those of one person."""
        with reading(self._engine) as connection:
            return auditing.page(connection, before=before, size=size, who=who)


def _row(connection: Connection, key: str) -> RowMapping | None:
    return connection.execute(select(users).where(users.c.key == key)).mappings().first()


def _known(connection: Connection, name: str) -> RowMapping:
    row = _row(connection, name_and_key(name, strict=False)[1])
    if row is None:
        raise RecordError(f"there is no user {name!r}; kawat users list names them")
    return row


def _let_in(connection: Connection, key: str) -> User | None:
    """Return the user, unless they are disabled."""
    row = _row(connection, key)
    return _user(row) if row is not None and row["disabled"] is None else None


def _admins(connection: Connection) -> int:
    """Count those who can log in and may do everything."""
    able = (users.c.role == "admin", users.c.disabled.is_(None), users.c.password.is_not(None))
    return connection.execute(select(func.count()).select_from(users).where(*able)).scalar_one()


def _check_scope(user: User, scope: Scope) -> None:
    needed: UserRole = SCOPES[scope]
    if USER_ROLES.index(user.role) < USER_ROLES.index(needed):
        raise UsageError(
            f"scope: {user.name} is {user.role}, and {scope!r} allows what only {needed}s may do"
        )


def _user(row: RowMapping) -> User:
    has_password = row["password"] is not None
    return User(row["key"], row["name"], row["role"], row["created"], row["disabled"], has_password)


def _token(row: RowMapping) -> Token:
    return Token(**{name: row[name] for name in Token.__struct_fields__})


def _plain(token: Token) -> dict[str, Any]:
    return {name: getattr(token, name) for name in Token.__struct_fields__}
