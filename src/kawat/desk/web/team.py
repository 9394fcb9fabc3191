"""What the pages about the team and about one's own account share: who asks, tables, secrets that are shown once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from kawat.desk.web.access import cookie
from kawat.desk.web.desk import Desk
from kawat.desk.web.gate import Gate
from kawat.desk.web.hosts import Visit
from kawat.desk.web.persons import Person
from kawat.errors import UsageError
from kawat.record.team import LONGEST_TOKEN, Team
from kawat.record.team_model import SCOPES, Session, Token, User
from kawat.record.team_sessions import session_id

DAYS = 90  # how long a token lasts, unless somebody says otherwise


class Secret(msgspec.Struct, frozen=True):
    """What is shown once."""

    kind: str  # token or password
    of: str  # whose, or what for
    text: str


class SessionRow(msgspec.Struct, frozen=True):
    """A session as a page shows it."""

    session: Session
    name: str
    here: bool  # it is the one that asks


class TokenRow(msgspec.Struct, frozen=True):
    """A token as a page shows it."""

    token: Token
    name: str
    over: bool  # it lets nobody in any more


async def people(connection: ASGIConnection[Any, Any, Any, Any], _route: BaseRouteHandler) -> None:
    """Let no token change who may come in: one that has leaked could outlast its end by making another.

    Raises:
        UsageError: a token asks to change something.
    """
    person, visit = connection.scope.get("user"), connection.scope.get("visit")
    if isinstance(person, Person) and isinstance(visit, Visit) and person.via == "token" and visit.changes:
        raise UsageError("a token changes nothing here; log in with a browser", code="log_in")


def gate_of(desk: Desk) -> Gate:
    """Return what stands around all pages."""
    found: Gate = desk.request.app.state["gate"]
    return found


def team_of(desk: Desk) -> Team:
    """Return the team."""
    return gate_of(desk).access.team


def now_of(desk: Desk) -> datetime:
    """Return the time of the gate's clock, by which sessions end."""
    return gate_of(desk).access.now()


def own_session(desk: Desk) -> str:
    """Return the id of the session that asks, "" where none does."""
    visit: Visit = desk.request.scope["visit"]  # type: ignore[typeddict-item]
    key = cookie(desk.request.scope, visit, "session") if desk.person.via == "session" else ""
    return session_id(key) if key else ""


def session_rows(desk: Desk, users: Iterable[User], of: str | None = None) -> list[SessionRow]:
    """Return the sessions of all, or of one user."""
    names, mine = {u.key: u.name for u in users}, own_session(desk)
    return [
        SessionRow(s, names.get(s.user, s.user), s.id == mine)
        for s in team_of(desk).sessions(of, now=now_of(desk))
    ]


def token_rows(desk: Desk, users: Iterable[User], of: str | None = None) -> list[TokenRow]:
    """Return the tokens of all, or of one user, the newest first; those that are over come last."""
    names, at = {u.key: u.name for u in users}, now_of(desk).isoformat(timespec="seconds")
    rows = [
        TokenRow(t, names.get(t.user, t.user), bool(t.revoked) or t.expires <= at)
        for t in team_of(desk).tokens(of)[::-1]
    ]
    return sorted(rows, key=lambda row: row.over)


def make_token(desk: Desk, user: str, name: str, scope: str, days: str) -> Secret:
    """Make a token of a user as a form asks for it.

    Raises:
        RecordError: there is no such user.
        UsageError: it cannot be.
    """
    if not (days.isascii() and days.isdigit() and len(days) < 6):
        raise UsageError("days: that is no number", code="days", most=LONGEST_TOKEN)
    text, token = team_of(desk).make_token(user, name, scope, int(days), now=now_of(desk))
    return Secret("token", token.name, text)


def scopes_of(role: str) -> list[str]:
    """Return the scopes that a token of somebody with this role may have."""
    roles: list[str] = list(SCOPES.values())
    return [scope for scope, needed in SCOPES.items() if roles.index(needed) <= roles.index(role)]
