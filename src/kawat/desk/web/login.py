"""Logging in and out."""

from __future__ import annotations

import secrets
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

from litestar import Controller, Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect

from kawat.desk.web import limits
from kawat.desk.web.access import Kind, cookie, cookie_name
from kawat.desk.web.desk import Desk
from kawat.desk.web.forms import Form
from kawat.desk.web.gate import Gate
from kawat.desk.web.hosts import Visit
from kawat.desk.web.persons import ANYONE
from kawat.desk.web.refusing import Refused
from kawat.desk.web.witness import remark
from kawat.errors import RecordError
from kawat.record.team_names import name_and_key

LONGEST = 2000  # characters of an address to go on to


class Login(Controller):
    """The way in and out."""

    opt = ANYONE

    @get("/login", sync_to_thread=True)
    def form(self, desk: Desk) -> Response[str] | Redirect:
        """Show the form, unless somebody is in already."""
        if desk.person.via != "nobody":
            return Redirect(own_path(desk.asked("next")), status_code=303)
        return _form(desk)

    @post("/login", sync_to_thread=True)
    def login(self, desk: Desk, data: Form) -> Response[str] | Redirect:
        """Begin a session, always a new one; the one before ends."""
        gate, scope = _gate(desk), desk.request.scope
        visit: Visit = scope["visit"]  # type: ignore[typeddict-item]
        name, password = (_text(data, field) for field in ("name", "password"))
        key = name_and_key(name, strict=False)[1]
        wait = gate.logins.wait(limits.network(visit.address)) or gate.names.wait(key)
        remark(scope, action="login", target=_known(gate, key), who="")
        if wait:
            raise Refused("fast", wait=wait)
        made = gate.access.team.login(name, password, now=gate.access.now(), address=visit.address)
        if made is None:
            remark(scope, outcome="refused")
            return _form(desk, name=name, wrong=True)
        gate.names.forget(key)
        remark(scope, who=_known(gate, key))
        gate.access.team.logout(cookie(scope, visit, "session"))
        cookies = [_cookie(visit, "session", made), _cookie(visit, "visit", None)]
        return Redirect(own_path(_text(data, "next")), status_code=303, cookies=cookies)

    @post("/logout", sync_to_thread=True)
    def logout(self, desk: Desk, data: Form) -> Redirect:
        """End the session."""
        visit: Visit = desk.request.scope["visit"]  # type: ignore[typeddict-item]
        _gate(desk).access.team.logout(cookie(desk.request.scope, visit, "session"))
        gone = {"Clear-Site-Data": '"cache"'}  # so that "back" shows nothing
        cookies = [_cookie(visit, "session", None)]
        return Redirect("/login", status_code=303, cookies=cookies, headers=gone)


def to_login(request: Request[Any, Any, Any]) -> Redirect:
    """Return the answer to a page that needs a login: the form, which then leads back to it."""
    if request.method != "GET":
        remark(request.scope, outcome="refused")
    here = request.url.path + ("?" + request.url.query if request.url.query else "")
    wanted = own_path(here) if request.method == "GET" else "/"
    return Redirect("/login" + ("?" + urlencode({"next": wanted}) if wanted != "/" else ""), status_code=303)


def own_path(address: str) -> str:
    """Return an address if it is a path of ours, else the front page: nobody is led elsewhere.

    Browsers take ``//host``, ``/\\host`` and the like for another host, and drop tabs and line breaks before they look.
    """
    plain = address.isascii() and address.isprintable() and not any(c in address for c in "\\ ")
    if not plain or len(address) > LONGEST or not address.startswith("/") or address.startswith("//"):
        return "/"
    parts = urlsplit(address)
    goes_round = parts.path.rstrip("/") in ("/login", "/logout")
    return "/" if parts.scheme or parts.netloc or goes_round else address


def _form(desk: Desk, *, name: str = "", wrong: bool = False) -> Response[str]:
    """Show the form; a browser without a cookie to bind it to gets one."""
    gate, scope = _gate(desk), desk.request.scope
    visit: Visit = scope["visit"]  # type: ignore[typeddict-item]
    bound = cookie(scope, visit, "visit")
    fresh = bound or secrets.token_urlsafe(24)
    page = desk.page(
        "login.html.j2",
        status=403 if wrong else 200,
        team=desk.area("team"),
        token=gate.access.visit_token(fresh),
        next=own_path(desk.asked("next")),
        name=name,
        wrong=wrong,
    )
    if not bound:
        page.cookies.append(_cookie(visit, "visit", fresh))
    return page


def _cookie(visit: Visit, kind: Kind, value: str | None) -> Cookie:
    """Make a cookie that scripts cannot read; None takes it back. Links from elsewhere (mails) find the session."""
    same: Literal["lax", "strict"] = "lax" if kind == "session" else "strict"
    return Cookie(
        cookie_name(kind, visit),
        value=value or "",
        max_age=0 if value is None else None,
        path="/",
        httponly=True,
        samesite=same,
        secure=visit.secure,
    )


def _known(gate: Gate, key: str) -> str:
    """Return the name of a user; of nobody's name nothing, for people type their password there."""
    try:
        return gate.access.team.user(key).name
    except RecordError:
        return "?"


def _gate(desk: Desk) -> Gate:
    found: Gate = desk.request.app.state["gate"]
    return found


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name, "")
    return value if isinstance(value, str) else ""
