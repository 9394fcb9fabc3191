"""One's own account: password, tokens, sessions, language."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk.clean import line
from kawat.desk.web.desk import Desk
from kawat.desk.web.forms import NONE, Form, Trouble, text, trouble_of
from kawat.desk.web.persons import READER
from kawat.desk.web.refusing import Refused
from kawat.desk.web.team import (
    DAYS,
    Secret,
    gate_of,
    make_token,
    now_of,
    own_session,
    people,
    scopes_of,
    session_rows,
    team_of,
    token_rows,
)  # fmt: skip
from kawat.desk.web.witness import remark
from kawat.errors import UsageError
from kawat.record.passwords import LONGEST, SHORTEST
from kawat.record.team_names import name_and_key


class Account(Controller):
    """What everybody may do about themselves."""

    path = "/account"
    opt = READER
    guards = (people,)

    @get("/", sync_to_thread=True)
    def account(self, desk: Desk) -> Response[str]:
        """Show one's own account; where nobody logs in, the language alone."""
        done = "password_changed" if desk.asked("done") == "password" else ""
        return _shown(desk, note=desk.area("team")[done] if done else "")

    @post("/password", sync_to_thread=True)
    def password(self, desk: Desk, data: Form) -> Response[Any]:
        """Choose another password: the old one is asked for, and all other sessions end."""
        gate, name = gate_of(desk), desk.person.name
        remark(desk.request.scope, target=line(name))
        key = name_and_key(name, strict=False)[1]
        wait = gate.names.wait(key)  # a session that somebody left open is no way to guess the password
        if wait:
            raise Refused("fast", wait=wait)
        old, new, again = (_whole(data, field) for field in ("old", "new", "again"))
        try:
            if new != again:
                raise UsageError("password: it was not written twice alike", code="passwords_differ")
            team_of(desk).change_password(name, old, new, keep=own_session(desk))
        except UsageError as error:
            return _shown(desk, trouble=trouble_of("password", {}, error, desk.language))
        gate.names.forget(key)
        return Redirect("/account?done=password", status_code=303)

    @post("/tokens", sync_to_thread=True)
    def add_token(self, desk: Desk, data: Form) -> Response[str]:
        """Make a token of one's own; show it, once."""
        name, scope, days = (text(data, field) for field in ("name", "scope", "days"))
        remark(desk.request.scope, target=line(f"{desk.person.name}: {name}"), wanted=line(scope))
        try:
            return _shown(desk, secret=make_token(desk, desk.person.name, name, scope, days))
        except UsageError as error:
            return _shown(desk, trouble=trouble_of("token", data, error, desk.language))

    @post("/tokens/{id:str}/revoke", sync_to_thread=True)
    def revoke(self, desk: Desk, id: FromPath[str], data: Form) -> Redirect:
        """End a token of one's own for good."""
        team_of(desk).revoke(id, now=now_of(desk), user=desk.person.name)
        return Redirect("/account#tokens", status_code=303)

    @post("/sessions/{id:str}/end", sync_to_thread=True)
    def end_session(self, desk: Desk, id: FromPath[str], data: Form) -> Redirect:
        """End a session of one's own."""
        team_of(desk).end_session(id, user=desk.person.name)
        return Redirect("/account#sessions", status_code=303)


def _shown(
    desk: Desk, *, secret: Secret | None = None, trouble: Trouble | None = None, note: str = ""
) -> Response[str]:
    user = None if desk.person.via == "local" else team_of(desk).user(desk.person.name)
    known = [user] if user else []
    return desk.page(
        "account.html.j2",
        status=400 if trouble else 200,
        user=user,
        tokens=token_rows(desk, known, user.name) if user else [],
        sessions=session_rows(desk, known, user.name) if user else [],
        scopes=scopes_of(desk.person.role),
        days=DAYS,
        shortest=SHORTEST,
        longest=LONGEST,
        secret=secret,
        trouble=trouble or NONE,
        note=note,
        team=desk.area("team"),
    )


def _whole(data: dict[str, Any], name: str) -> str:
    """Return a password as it was typed: blanks at its ends belong to it."""
    value = data.get(name, "")
    return value if isinstance(value, str) else ""
