"""No page of another site changes anything here."""

from __future__ import annotations

from typing import Any

import pytest
from desk_doors import BEHIND, LOCAL, PLAIN, SECURE, Doors, password_of, why

from kawat.desk.web import csrf
from kawat.desk.web.csrf import token_of
from kawat.record import Record

FORM = "/alerts"  # any route that changes something would do
FIELDS = {"name": "Watched", "query": ""}
OWN = {"origin": PLAIN}
#: Headers of the browser, and why the request is refused.
SENT: list[tuple[dict[str, str], str]] = [
    ({}, ""),
    (OWN, ""),
    ({"sec-fetch-site": "same-origin"}, ""),
    ({"sec-fetch-site": "none"}, ""),
    ({"origin": "null", "sec-fetch-site": "same-origin"}, ""),
    ({"origin": "null"}, "foreign"),
    ({"origin": "http://evil.example"}, "foreign"),
    ({"origin": "http://127.0.0.1:8001"}, "foreign"),
    ({"origin": "https://127.0.0.1:8000"}, "foreign"),
    ({"origin": "http://127.0.0.1:8000.evil.example"}, "foreign"),
    ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, "foreign"),
    ({"origin": ""}, "foreign"),
    ({**OWN, "sec-fetch-site": "cross-site"}, "foreign"),
    ({**OWN, "sec-fetch-site": "same-site"}, "foreign"),
    ({"sec-fetch-site": "sameorigin"}, "foreign"),
]


def watches(doors: Doors) -> int:
    from kawat.record.watching import watching_of

    return len(watching_of(doors.record).all())


@pytest.mark.parametrize(("headers", "reason"), SENT)
def test_where_a_form_may_come_from(doors: Doors, headers: dict[str, str], reason: str) -> None:
    answer = doors.session("Edi").post(FORM, data=FIELDS, headers=headers)
    assert why(answer) == reason
    assert watches(doors) == (0 if reason else 1)
    assert answer.status_code == (403 if reason else answer.status_code)


@pytest.mark.parametrize("sent", [[], ["wrong"], [""], ["é"], ["right", "right"], ["wrong", "right"]])
def test_a_form_without_the_token_of_its_session_changes_nothing(doors: Doors, sent: list[str]) -> None:
    client = doors.session("Edi")
    right = client.headers.pop("x-csrf-token")
    tokens = [right if each == "right" else each for each in sent]
    assert why(client.post(FORM, data={**FIELDS, "csrf": tokens})) == "forged"
    assert watches(doors) == 0
    assert why(client.post(FORM, data={**FIELDS, "csrf": right})) == ""
    assert watches(doors) == 1


def test_the_token_of_another_session_is_none(doors: Doors) -> None:
    one, other = doors.session("Edi"), doors.session("Edi")
    assert one.headers["x-csrf-token"] != other.headers["x-csrf-token"]
    one.headers["x-csrf-token"] = other.headers["x-csrf-token"]
    assert why(one.post(FORM, data=FIELDS)) == "forged"


def test_the_token_tells_nothing_of_the_session(doors: Doors) -> None:
    key = doors.team.login("Ani", password_of("Ani"), now=doors.time.at)
    assert key
    assert key.partition(".")[2] not in token_of(key)
    assert len(token_of(key)) == 64


def test_a_login_cannot_be_sent_from_elsewhere(doors: Doors) -> None:
    client = doors.client()
    data = {"name": "Ani", "password": password_of("Ani")}
    assert why(client.post("/login", data=data)) == "forged"
    token = client.get("/login").text.partition('name="csrf" value="')[2].partition('"')[0]
    assert why(doors.client().post("/login", data={**data, "csrf": token})) == "forged"  # of another browser
    foreign = client.post("/login", data={**data, "csrf": token}, headers={"origin": "http://evil.example"})
    assert why(foreign) == "foreign"
    assert client.post("/login", data={**data, "csrf": token}).status_code == 303


def test_programs_with_a_token_need_no_form(doors: Doors) -> None:
    headers = {**doors.bearer("Edi", "write"), "origin": "http://evil.example"}
    assert why(doors.client().post(FORM, data=FIELDS, headers=headers)) == ""


@pytest.mark.parametrize(
    ("kind", "headers", "reason"),
    [
        ("application/json", {}, ""),
        ("application/json", {"origin": "http://evil.example"}, "foreign"),
        ("text/plain", {}, "forged"),
        ("application/x-www-form-urlencoded", {}, "forged"),
    ],
)
def test_without_users_pages_of_other_sites_change_nothing_either(
    opened: Record, kind: str, headers: dict[str, str], reason: str
) -> None:
    client = Doors(opened, LOCAL).client()
    answer = client.post(
        "/api/v1/decisions/1/undo", content=b'{"by": "x"}', headers={"content-type": kind, **headers}
    )
    assert why(answer) == reason


def test_without_users_the_forms_of_our_pages_work(opened: Record) -> None:
    doors = Doors(opened, LOCAL)
    page = doors.client().get("/alerts/new")
    token = page.text.partition('name="csrf" value="')[2].partition('"')[0]
    answer = doors.client().post(FORM, data={**FIELDS, "csrf": token}, headers=OWN)
    assert why(answer) == ""
    assert watches(doors) == 1


@pytest.mark.parametrize(("proto", "origin", "reason"), [("https", SECURE, ""), ("http", SECURE, "foreign")])
def test_behind_a_proxy_the_page_is_where_the_proxy_is(
    opened: Record, proto: str, origin: str, reason: str
) -> None:
    doors = Doors(opened, BEHIND).fill()
    client = doors.session("Edi", SECURE if proto == "https" else PLAIN)
    headers = {"host": "desk.example", "x-forwarded-proto": proto, "origin": origin}
    client.base_url = "http://127.0.0.1:8000"  # type: ignore[assignment]
    assert why(client.post(FORM, data=FIELDS, headers=headers)) == reason


def test_tokens_are_compared_in_constant_time(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Any] = []
    monkeypatch.setattr(csrf, "compare_digest", lambda a, b: bool(compared.append((a, b))) or a == b)
    client = doors.session("Edi")
    client.post(FORM, data=FIELDS)
    client.headers["x-csrf-token"] = "wrong"
    client.post(FORM, data=FIELDS)
    assert len(compared) == 2
