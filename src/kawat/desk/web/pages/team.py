"""Who shares the record: users, their tokens and sessions, and the log of what was done. For admins.

A form that made a secret is answered with the page that shows it, once; every other with a redirect.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk.clean import line
from kawat.desk.render import encode
from kawat.desk.web.desk import Desk
from kawat.desk.web.forms import NONE, Form, Trouble, text, trouble_of
from kawat.desk.web.pages.actors import number
from kawat.desk.web.persons import ADMIN
from kawat.desk.web.team import (
    DAYS,
    Secret,
    make_token,
    now_of,
    people,
    session_rows,
    team_of,
    token_rows,
)  # fmt: skip
from kawat.desk.web.witness import remark
from kawat.errors import UsageError
from kawat.record.passwords import new_password
from kawat.record.team_model import SCOPES, USER_ROLES
from kawat.record.team_names import name_and_key

LOG = 100  # lines of the audit log on a page


class TeamPages(Controller):
    """The team."""

    path = "/team"
    opt = ADMIN
    guards = (people,)

    @get("/", sync_to_thread=True)
    def people(self, desk: Desk) -> Response[str]:
        """Show who may log in, with what may be done about each."""
        return _people(desk)

    @post("/users", sync_to_thread=True)
    def add_user(self, desk: Desk, data: Form) -> Response[str]:
        """Add a user; show the password that was made for them, once."""
        name, role, alone = text(data, "name"), text(data, "role"), bool(text(data, "tokens_only"))
        remark(desk.request.scope, target=line(name), role=line(role))

        def add() -> Response[str]:
            team = team_of(desk)
            if team.is_empty() and (role != "admin" or alone):
                raise UsageError("role: the first user has to be an admin", code="first_admin")
            password = None if alone else new_password()
            made = team.add_user(name, role, password, now=now_of(desk))
            return _people(desk, secret=Secret("password", made.name, password)) if password else _back()

        return _tried(desk, "add", data, add)

    @post("/role", sync_to_thread=True)
    def set_role(self, desk: Desk, data: Form) -> Response[Any]:
        """Give a user another role."""
        role = text(data, "role")
        remark(desk.request.scope, role=line(role))
        return _about(desk, data, lambda name: team_of(desk).set_role(name, role))

    @post("/disable", sync_to_thread=True)
    def disable(self, desk: Desk, data: Form) -> Response[Any]:
        """Let a user in no more; nobody does so to themselves."""

        def disable(name: str) -> None:
            if name_and_key(name, strict=False)[1] == name_and_key(desk.person.name, strict=False)[1]:
                raise UsageError("user: nobody can disable themselves", code="own_disable")
            team_of(desk).disable(name, now=now_of(desk))

        return _about(desk, data, disable)

    @post("/enable", sync_to_thread=True)
    def enable(self, desk: Desk, data: Form) -> Response[Any]:
        """Let a disabled user in again."""
        return _about(desk, data, lambda name: team_of(desk).enable(name))

    @post("/password", sync_to_thread=True)
    def reset(self, desk: Desk, data: Form) -> Response[Any]:
        """Give a user another password, which is shown once; their sessions end."""
        name = text(data, "user")
        remark(desk.request.scope, target=line(name))
        password = new_password()
        user = team_of(desk).set_password(name, password)
        return _people(desk, secret=Secret("password", user.name, password))

    @get("/tokens", sync_to_thread=True)
    def tokens(self, desk: Desk) -> Response[str]:
        """Show the tokens of all."""
        return _tokens(desk)

    @post("/tokens", sync_to_thread=True)
    def add_token(self, desk: Desk, data: Form) -> Response[str]:
        """Make a token of a user; show it, once."""
        user, name, scope, days = (text(data, field) for field in ("user", "name", "scope", "days"))
        remark(desk.request.scope, target=line(f"{user}: {name}"), wanted=line(scope))
        try:
            return _tokens(desk, secret=make_token(desk, user, name, scope, days))
        except UsageError as error:
            return _tokens(desk, trouble=trouble_of("token", data, error, desk.language))

    @post("/tokens/{id:str}/revoke", sync_to_thread=True)
    def revoke(self, desk: Desk, id: FromPath[str], data: Form) -> Redirect:
        """End a token for good."""
        team_of(desk).revoke(id, now=now_of(desk))
        return _back("/tokens")

    @get("/sessions", sync_to_thread=True)
    def sessions(self, desk: Desk) -> Response[str]:
        """Show who is logged in."""
        rows = session_rows(desk, team_of(desk).users())
        return desk.page("team_sessions.html.j2", rows=rows, team=desk.area("team"))

    @post("/sessions/{id:str}/end", sync_to_thread=True)
    def end_session(self, desk: Desk, id: FromPath[str], data: Form) -> Redirect:
        """End a session."""
        remark(desk.request.scope, of=team_of(desk).end_session(id).user)
        return _back("/sessions")

    @get("/audit", sync_to_thread=True)
    def audit(self, desk: Desk) -> Response[str]:
        """Show who did what, newest first; `who` and `action` keep some lines."""
        who, action = desk.asked("who")[:200], desk.asked("action")[:200]
        found = team_of(desk).audit(
            before=number(desk, "before") or None, size=LOG, who=who or None, action=action or None
        )
        return desk.page(
            "team_audit.html.j2",
            rows=[(each, encode(each.details)) for each in found.lines],
            who=who,
            action=action,
            names=[u.name for u in team_of(desk).users()],
            next=desk.here(before=str(found.next)) if found.next else None,
            first=desk.here(before=None) if desk.asked("before") else None,
            team=desk.area("team"),
        )


def _people(desk: Desk, *, secret: Secret | None = None, trouble: Trouble | None = None) -> Response[str]:
    return desk.page(
        "team.html.j2",
        status=400 if trouble else 200,
        users=team_of(desk).users(),
        roles=USER_ROLES,
        secret=secret,
        trouble=trouble or NONE,
        team=desk.area("team"),
    )


def _tokens(desk: Desk, *, secret: Secret | None = None, trouble: Trouble | None = None) -> Response[str]:
    users = team_of(desk).users()
    return desk.page(
        "team_tokens.html.j2",
        status=400 if trouble else 200,
        rows=token_rows(desk, users),
        users=[u for u in users if not u.disabled],
        scopes=list(SCOPES),
        days=DAYS,
        secret=secret,
        trouble=trouble or NONE,
        team=desk.area("team"),
    )


def _about(desk: Desk, data: dict[str, Any], change: Callable[[str], object]) -> Response[Any]:
    """Change something about the user whom a form names."""
    name = text(data, "user")
    remark(desk.request.scope, target=line(name))

    def changed() -> Response[Any]:
        change(name)
        return _back()

    return _tried(desk, "user", data, changed)


def _tried(desk: Desk, form: str, data: dict[str, Any], do: Callable[[], Response[Any]]) -> Response[Any]:
    """Do what a form asks; where it cannot be, show the page with the form as it was filled, and why not."""
    try:
        return do()
    except UsageError as error:
        return _people(desk, trouble=trouble_of(form, data, error, desk.language))


def _back(part: str = "") -> Redirect:
    return Redirect("/team" + part, status_code=303)
