"""Who may use which route, by session, token, or at this machine; logging in and out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from desk_doors import BEHIND, LOCAL, NAMES, PLAIN, SECURE, TEAM, Doors, password_of, why

from kawat.desk.web.guards import is_automatic, undeclared
from kawat.desk.web.login import own_path
from kawat.desk.web.persons import ROLES
from kawat.record import Record
from kawat.record.team_sessions import SESSION


def routes(doors: Doors) -> list[tuple[str, str, str]]:
    """Return method, address and least role of every route, blanks filled in with what is there."""
    event = doors.record.events()[0].id
    found = []
    for route in doors.app.routes:
        for handler in route.route_handlers:  # type: ignore[union-attr]
            if is_automatic(handler):
                continue
            address = route.path
            for name, parameter in route.path_parameters.items():
                value = "1" if parameter.type is int else event
                address = address.replace(f"{{{parameter.full}}}", value).replace(f"{{{name}}}", value)
            found += [(method, address, handler.opt["role"]) for method in sorted(handler.http_methods)]
    return found


def content(path: Path) -> list[str]:
    """Return all that a record holds, but for what is written down of those who ask."""
    kept = ('"audit"', '"sessions"', '"tokens"')
    with closing(sqlite3.connect(path)) as opened:
        return [line for line in opened.iterdump() if not any(table in line for table in kept)]


def test_every_route_says_who_may_use_it(doors: Doors) -> None:
    assert list(undeclared(doors.app)) == []
    assert len(routes(doors)) > 20


def test_nobody_passes_a_route_that_says_not_who_may(doors: Doors) -> None:
    found = (h for r in doors.app.routes if r.path == "/contacts" for h in r.route_handlers)  # type: ignore[union-attr]
    handler = next(h for h in found if not is_automatic(h))
    kept = handler.opt.pop("role")
    try:
        assert why(doors.session("Ani").get("/contacts")) == "undeclared"
        assert list(undeclared(doors.app))
    finally:
        handler.opt["role"] = kept


def test_unknown_people_pass_no_route_but_those_for_anyone(doors: Doors, path: Path) -> None:
    before = content(path)
    client = doors.client()
    for method, address, role in routes(doors):
        answer = client.request(method, address)
        if role == "anyone":
            assert why(answer) != "nobody", address
        else:
            assert why(answer) == "nobody", (method, address)
            assert (answer.status_code == 401) == address.startswith("/api/"), address
    assert content(path) == before


@pytest.mark.parametrize("via", ["session", "token"])
@pytest.mark.parametrize("has", ["reader", "editor", "admin"])
def test_each_role_passes_what_it_may_and_nothing_else(doors: Doors, path: Path, has: str, via: str) -> None:
    scope = {"reader": "read", "editor": "write", "admin": "admin"}[has]
    headers = doors.bearer(NAMES[has], scope) if via == "token" else {}
    for method, address, role in routes(doors):
        before = content(path)
        client = doors.session(NAMES[has]) if via == "session" else doors.client()
        answer = client.request(method, address, headers=headers)
        if ROLES.index(has) >= ROLES.index(role):
            assert why(answer) == "", (method, address)
        else:
            assert (why(answer), answer.status_code) == ("role", 403), (method, address)
            assert content(path) == before, (method, address)


def test_asking_never_changes_anything(doors: Doors, path: Path) -> None:
    client = doors.session("Ani")
    before = content(path)
    for method, address, _ in routes(doors):
        if method == "GET":
            client.get(address)
            assert content(path) == before, address


@pytest.mark.parametrize(
    ("user", "scope", "reads", "writes"),
    [
        ("Ani", "read", "", "role"),
        ("Ani", "write", "", ""),
        ("Edi", "write", "", ""),
        ("Rina", "read", "", "role"),
    ],
)
def test_a_token_allows_what_its_scope_says_and_its_user_may(
    doors: Doors, user: str, scope: str, reads: str, writes: str
) -> None:
    headers, client = doors.bearer(user, scope), doors.client()
    assert why(client.get("/api/v1/events", headers=headers)) == reads
    assert why(client.post("/api/v1/decisions/1/undo", headers=headers, json={})) == writes


def test_a_token_ends_by_time_by_its_user_and_by_role(doors: Doors) -> None:
    headers, client = doors.bearer("Edi", "write"), doors.client()
    doors.team.set_role("Edi", "reader")
    assert why(client.post("/api/v1/decisions/1/undo", headers=headers, json={})) == "role"
    doors.time.pass_by(86399)
    assert client.get("/api/v1/events", headers=headers).status_code == 200
    doors.time.pass_by(1)
    answer = client.get("/api/v1/events", headers=headers)
    assert (why(answer), answer.status_code) == ("token", 401)
    assert answer.headers["www-authenticate"] == "Bearer"
    other = doors.bearer("Edi")
    doors.team.disable("Edi", now=doors.time.at)
    assert why(client.get("/api/v1/events", headers=other)) == "token"


@pytest.mark.parametrize(
    "sent", ["Bearer", "Bearer ", "Bearer x", "bearer kawat_0123456789abcdef_x", "Bearer é"]
)
def test_a_wrong_token_is_never_made_up_for_by_a_cookie(doors: Doors, sent: str) -> None:
    headers = {"authorization": sent.encode("latin-1")}
    assert why(doors.session("Ani").get("/api/v1/events", headers=headers)) == "token"


def test_logging_in_and_out(doors: Doors) -> None:
    client = doors.client()
    assert (
        client.get("/contacts?status=held").headers["location"] == "/login?next=%2Fcontacts%3Fstatus%3Dheld"
    )
    answer = doors.log_in(client, "ani", password_of("Ani"), to="/contacts?status=held")
    assert (answer.status_code, answer.headers["location"]) == (303, "/contacts?status=held")
    page = client.get("/contacts")
    assert page.status_code == 200
    assert client.get("/login").headers["location"] == "/"
    token = page.text.partition('name="csrf" value="')[2].partition('"')[0]
    kept = dict(client.cookies)
    assert client.post("/logout", data={"csrf": token}).headers["location"] == "/login"
    assert why(client.get("/contacts")) == "nobody"
    assert why(doors.client(**kept).get("/contacts")) == "nobody"  # not only forgotten by the browser


def test_a_login_makes_a_key_that_nobody_knew_before(doors: Doors) -> None:
    planted = doors.team.login("Rina", password_of("Rina"), now=doors.time.at)
    assert planted
    doors.team.disable("Rina", now=doors.time.at)  # the browser asks for a login though it has a key
    client = doors.client()
    client.headers["cookie"] = f"kawat-session={planted}"
    page = client.get("/login")
    visit = page.headers["set-cookie"].partition(";")[0]
    client.headers["cookie"] = f"kawat-session={planted}; {visit}"
    token = page.text.partition('name="csrf" value="')[2].partition('"')[0]
    answer = client.post("/login", data={"csrf": token, "name": "Ani", "password": password_of("Ani")})
    made = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("kawat-session="))
    assert answer.status_code == 303
    assert planted not in made
    doors.team.enable("Rina")
    assert doors.team.session_user(planted, now=doors.time.at) is None


@pytest.mark.parametrize(
    ("name", "password"), [("Ani", "wrong"), ("Nobody", "wrong"), ("", ""), ("<b>", "'\"")]
)
def test_a_wrong_login_says_not_what_was_wrong(doors: Doors, name: str, password: str) -> None:
    answer = doors.log_in(doors.client(), name, password)
    assert answer.status_code == 403
    assert "Name or password is wrong." in answer.text
    assert "<b>" not in answer.text
    assert "kawat-session" not in answer.headers.get("set-cookie", "")


def test_a_session_ends_by_time_by_its_user_and_with_the_password(doors: Doors) -> None:
    one, other, third = (doors.session(name) for name in ("Ani", "Edi", "Rina"))
    assert one.get("/contacts").status_code == 200
    doors.team.disable("Edi", now=doors.time.at)
    doors.team.set_password("Rina", "another long password")
    assert [why(c.get("/contacts")) for c in (one, other, third)] == ["", "nobody", "nobody"]
    doors.time.pass_by(SESSION.total_seconds())
    assert why(one.get("/contacts")) == "nobody"


@pytest.mark.parametrize(
    ("options", "base", "start"),
    [(TEAM, PLAIN, "kawat-session="), (BEHIND, SECURE, "__Host-kawat-session=")],
)
def test_cookies_are_closed_to_scripts_and_other_sites(
    opened: Record, options: Any, base: str, start: str
) -> None:
    doors = Doors(opened, msgspec.structs.replace(options, secure=base == SECURE)).fill()
    answer = doors.log_in(doors.client(base), "Ani", password_of("Ani"))
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith(start))
    parts = {part.strip().lower() for part in cookie.split(";")}
    assert {"httponly", "path=/", "samesite=lax"} <= parts
    assert ("secure" in parts) == (base == SECURE)
    assert not any(part.startswith("domain") for part in parts)


def test_over_https_a_cookie_that_others_could_have_set_is_no_session(opened: Record) -> None:
    doors = Doors(opened, msgspec.structs.replace(TEAM, secure=True)).fill()
    key = doors.team.login("Ani", password_of("Ani"), now=doors.time.at)
    client = doors.client(SECURE)
    assert why(client.get("/contacts", headers={"cookie": f"kawat-session={key}"})) == "nobody"
    assert client.get("/contacts", headers={"cookie": f"__Host-kawat-session={key}"}).status_code == 200


OWN = ["/", "/contacts?status=held&between=RUS", "/events/abc#review", "/a//b", "/x?next=http://evil.example"]
FOREIGN = [
    *(
        "",
        "contacts",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
    ),
    *(
        "http://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/ /evil.example",
        "///evil.example",
    ),
    *("/contacts\r\nSet-Cookie: a=b", "/é", "/login", "/login?next=/", "/logout", "/" + "a" * 2000, "/\x00"),
]


@pytest.mark.parametrize("address", OWN)
def test_after_a_login_people_go_on_to_where_they_were(address: str) -> None:
    assert own_path(address) == address


@pytest.mark.parametrize("address", FOREIGN)
def test_nobody_is_led_elsewhere_after_a_login(doors: Doors, address: str) -> None:
    assert own_path(address) == "/"
    client = doors.client()
    assert doors.log_in(client, "Ani", password_of("Ani"), next=address).headers["location"] == "/"


def test_without_users_the_person_at_this_machine_may_do_everything(opened: Record) -> None:
    doors = Doors(opened, msgspec.structs.replace(LOCAL, by="Sari"))
    client = doors.client()
    for method, address, _ in routes(doors):
        if method == "GET":
            assert why(client.get(address)) == "", address
    doors.fill()
    assert why(client.get("/contacts")) == "nobody"  # from the first user on


@pytest.mark.parametrize("name", ["x-forwarded-for", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host"])
def test_without_users_nobody_comes_in_through_a_proxy(opened: Record, name: str) -> None:
    answer = Doors(opened, LOCAL).client().get("/contacts", headers={name: "203.0.113.9"})
    assert (why(answer), answer.status_code) == ("proxied", 403)


@pytest.mark.parametrize(
    "change",
    [
        {"host": "0.0.0.0"},
        {"host": "192.0.2.1"},
        {"hosts": ("desk.example",)},
        {"secure": True},
        {"trust_proxy": True},
    ],
)
def test_where_others_can_come_nobody_is_let_in_unasked(opened: Record, change: dict[str, Any]) -> None:
    from kawat.desk.web.access import check_start
    from kawat.errors import UsageError

    options = msgspec.structs.replace(LOCAL, **change)
    with pytest.raises(UsageError, match="kawat users add"):
        check_start(opened, options)
    doors = Doors(opened, options)
    base = PLAIN.replace("http", "https") if options.secure else PLAIN
    assert why(doors.client(base).get("/contacts")) == "nobody"
    check_start(opened, LOCAL)
    doors.fill()
    check_start(opened, options)
