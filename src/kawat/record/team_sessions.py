"""Sessions of a team: logging in, who is there, and how it ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, RowMapping, delete, select, update

from kawat.errors import RecordError
from kawat.record.auditing import stamp
from kawat.record.engine import reading, writing
from kawat.record.passwords import Cost, fits, hashed, matches, new_key, parts
from kawat.record.rows import insert_rows
from kawat.record.team_model import Session, User
from kawat.record.team_names import name_and_key
from kawat.record.team_rows import known, let_in, row_of
from kawat.record.team_schema import sessions, users

SESSION = timedelta(hours=12)  # how long a login lasts
USED = timedelta(hours=1)  # how often it is noted that somebody is there, or a token is used


class Sessions:
    """What a login begins. `Team` is one of these."""

    def __init__(self, engine: Engine, cost: Cost | None = None) -> None:
        self._engine = engine
        self._cost = cost or Cost()
        self._nobody: str | None = None

    def login(self, name: str, password: str, *, now: datetime, address: str = "") -> str | None:
        """Begin a session: return its key, None where name or password are wrong or the user is disabled.

        All of these take the same time. The key is always a new one. `address` is where the request came from.
        """
        key = name_and_key(name, strict=False)[1]
        with reading(self._engine) as connection:
            row = row_of(connection, key)
        stored = row["password"] if row is not None else None
        if not self._right(password, stored):
            return None
        with writing(self._engine, quiet=True) as connection:
            row = row_of(connection, key)
            if row is None or row["disabled"] or row["password"] != stored:
                return None
            connection.execute(delete(sessions).where(sessions.c.expires <= stamp(now)))
            connection.execute(update(users).where(users.c.key == key).values(seen=stamp(now)))
            id, secret, digest = new_key()
            times = {"created": stamp(now), "seen": stamp(now), "expires": stamp(now + SESSION)}
            insert_rows(
                connection, sessions, [{"id": id, "digest": digest, "user": key, **times, "address": address}]
            )
        return f"{id}.{secret}"

    def session_user(self, key: str, *, now: datetime) -> User | None:
        """Return who is logged in by the key of a session; None where it has ended or never was."""
        id, secret = parts(key, ".")
        with reading(self._engine) as connection:
            found = connection.execute(select(sessions).where(sessions.c.id == id)).mappings().first()
            right = fits(secret, found["digest"] if found else None)
            if found is None or not right or found["expires"] <= stamp(now):
                return None
            user = let_in(connection, found["user"])
        if user is not None and found["seen"] <= stamp(now - USED):
            with writing(self._engine, quiet=True) as connection:
                connection.execute(update(sessions).where(sessions.c.id == id).values(seen=stamp(now)))
                connection.execute(update(users).where(users.c.key == user.key).values(seen=stamp(now)))
        return user

    def logout(self, key: str) -> None:
        """End a session, if it is one."""
        id, secret = parts(key, ".")
        with writing(self._engine, quiet=True) as connection:
            digest = connection.execute(select(sessions.c.digest).where(sessions.c.id == id)).scalar()
            if fits(secret, digest):
                connection.execute(delete(sessions).where(sessions.c.id == id))

    def sessions(self, user: str | None = None, *, now: datetime) -> list[Session]:
        """Return the sessions of all users, or of one, the latest login first.

        Raises:
            RecordError: there is no such user.
        """
        query = select(sessions).where(sessions.c.expires > stamp(now))
        with reading(self._engine) as connection:
            if user is not None:
                query = query.where(sessions.c.user == known(connection, user)["key"])
            rows = connection.execute(query.order_by(sessions.c.created.desc(), sessions.c.id)).mappings()
            return [_session(row) for row in rows]

    def end_session(self, id: str, *, user: str | None = None) -> Session:
        """End a session by its id, of one user where `user` names them.

        Raises:
            RecordError: there is no such session.
        """
        with writing(self._engine, quiet=True) as connection:
            row = connection.execute(select(sessions).where(sessions.c.id == id)).mappings().first()
            if row is None or (user is not None and row["user"] != known(connection, user)["key"]):
                raise RecordError(f"there is no session {id!r}; it may have ended", code="no_session")
            connection.execute(delete(sessions).where(sessions.c.id == id))
            return _session(row)

    def _right(self, password: str, stored: str | None) -> bool:
        """Tell whether a password is the one of which `stored` is kept; it takes as long where none is."""
        if self._nobody is None:
            self._nobody = hashed("nobody's password", self._cost)
        return matches(password, stored or self._nobody) and stored is not None


def session_id(key: str) -> str:
    """Return the part of a session's key that is no secret."""
    return parts(key, ".")[0]


def _session(row: RowMapping) -> Session:
    return Session(**{name: row[name] for name in Session.__struct_fields__})
