"""Who is asking: by the token of a program, by the cookie of a session, or the person at this machine.

Without users, a server that only this machine can reach asks nobody to log in, and whoever uses it may do everything.
As soon as there is a user, or it can be reached from elsewhere, everybody has to.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal

from kawat.desk.web.csrf import token_of
from kawat.desk.web.hosts import Visit, is_loopback, values
from kawat.desk.web.options import ServeOptions
from kawat.desk.web.persons import NOBODY, ROLES, Person
from kawat.desk.web.refusing import Refused
from kawat.errors import UsageError
from kawat.record import Record
from kawat.record.team import Team, team_of
from kawat.record.team_model import SCOPES

Kind = Literal["session", "visit"]


def utc_now() -> datetime:
    """Return the time of the clock."""
    return datetime.now(UTC)


class Access:
    """Tells who asks."""

    def __init__(self, team: Team, options: ServeOptions, now: Callable[[], datetime] = utc_now) -> None:
        self.team = team
        self.options = options
        self.now = now
        self._secret = secrets.token_hex(32)  # of this run: forms of an earlier one have to be opened anew
        self._has_users = False

    def is_open(self) -> bool:
        """Tell whether nobody has to log in."""
        if not only_here(self.options):
            return False
        self._has_users = self._has_users or not self.team.is_empty()
        return not self._has_users

    def person(self, scope: Any, visit: Visit) -> Person:
        """Return who asks.

        Raises:
            Refused: by a token that lets nobody in; or, where nobody has to log in, through a proxy.
            RecordError: the record cannot be read.
        """
        bearer = _bearer(scope)
        if bearer is not None:
            return self._by_token(bearer)
        if self.is_open():
            if visit.forwarded:
                raise Refused("proxied")
            return Person(self.options.by, "admin", "local", token_of(self._secret))
        key = cookie(scope, visit, "session")
        user = self.team.session_user(key, now=self.now()) if key else None
        if user is not None:
            return Person(user.name, user.role, "session", token_of(key))
        return Person("", NOBODY.role, NOBODY.via, self.visit_token(cookie(scope, visit, "visit")))

    def visit_token(self, visit: str) -> str:
        """Return what the login form of somebody unknown carries: bound to their browser by a cookie."""
        return token_of(self._secret + visit, "login") if visit else ""

    def _by_token(self, key: str) -> Person:
        found = self.team.token_user(key, now=self.now())
        if found is None:
            raise Refused("token")
        user, token = found
        role = min(user.role, SCOPES[token.scope], key=ROLES.index)
        return Person(user.name, role, "token")


def only_here(options: ServeOptions) -> bool:
    """Tell whether a server is for this machine alone: it listens there only, and nothing says that others come."""
    return is_loopback(options.host) and not (options.hosts or options.secure or options.trust_proxy)


def check_start(record: Record, options: ServeOptions) -> None:
    """See that nobody is let in unasked where others can come.

    Raises:
        UsageError: others can reach the server, and there is no admin who could log in.
    """
    if not only_here(options) and not team_of(record).has_admin():
        raise UsageError(
            "others could reach this record, and there is nobody yet who can log in and look after it; "
            "first: kawat users add NAME --role admin"
        )


def cookie_name(kind: Kind, visit: Visit) -> str:
    """Return the name of a cookie; over https one that no other host and no plain connection can set."""
    return f"__Host-kawat-{kind}" if visit.secure else f"kawat-{kind}"


def cookie(scope: Any, visit: Visit, kind: Kind) -> str:
    """Return the value of a cookie of ours, "" where there is none."""
    wanted = cookie_name(kind, visit)
    for header in (value.decode("latin-1") for key, value in scope["headers"] if key == b"cookie"):
        for part in header.split(";"):
            name, _, value = part.strip().partition("=")
            if name == wanted:
                return str(value)
    return ""


def _bearer(scope: Any) -> str | None:
    """Return the token of a request, None where it has none."""
    for header in values(scope["headers"], b"authorization"):
        scheme, _, token = header.partition(" ")
        if scheme.lower() == "bearer":
            return token.strip()
    return None
