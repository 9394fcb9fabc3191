"""Names, proxies, headers, limits, sizes, and what is written down of them."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
import uvicorn
from desk_doors import BEHIND, LOCAL, SECURE, TEAM, Doors, password_of, why
from hypothesis import given
from hypothesis import strategies as st

from kawat.desk.web import limits
from kawat.desk.web.headers import ALWAYS, dressed
from kawat.desk.web.hosts import Visit, origin_of, visit_of
from kawat.desk.web.limits import Limit, Rate, network
from kawat.desk.web.persons import NOBODY
from kawat.record import Record

VISIT = Visit("GET", "/", "192.0.2.1", "desk.example", secure=False, forwarded=False)


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("LOCALHOST:1", True),
        ("[::1]:8000", True),
        ("desk.example", True),
        ("desk.example:8443", True),
        ("0.0.0.0:8000", False),
        ("evil.example", False),
        ("desk.example.evil.example", False),
        ("desk.example.", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("user@desk.example", False),
        ("desk.example/evil", False),
        ("desk.example:80:80", False),
        ("desk.example, evil.example", False),
        ("", False),
        ("[::1", False),
        ("é.example", False),
    ],
)
def test_only_names_of_ours_are_answered(doors: Doors, host: str, ours: bool) -> None:
    for path in ("/login", "/api/openapi.json", "/static/style.css", "/none"):
        answer = doors.client().get(path, headers={"host": host.encode("latin-1")})
        assert (answer.status_code == 421) != ours, path
        assert "evil" not in answer.text


def scope(**more: Any) -> dict[str, Any]:
    headers = [(k.encode(), v.encode()) for k, v in more.pop("headers", [])]
    given = {
        "method": "GET",
        "path": "/",
        "scheme": "http",
        "client": ("192.0.2.1", 1),
        "server": ("192.0.2.9", 80),
    }
    return {**given, "headers": headers, **more}


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ([], "192.0.2.1"),
        (["203.0.113.7"], "203.0.113.7"),
        (["198.51.100.1, 203.0.113.7"], "203.0.113.7"),
        (["198.51.100.1", "203.0.113.7"], "203.0.113.7"),
        (["203.0.113.7, evil\r\nX: y"], "192.0.2.1"),
        ([""], "192.0.2.1"),
        (["2001:db8::1"], "2001:db8::1"),
    ],
)
def test_what_a_proxy_says_counts_only_where_it_is_trusted(said: list[str], address: str) -> None:
    headers = [("host", "desk.example"), *(("x-forwarded-for", value) for value in said)]
    headers.append(("x-forwarded-proto", "https"))
    trusted, plain = (visit_of(scope(headers=headers), options) for options in (BEHIND, TEAM))
    assert (trusted.address, trusted.secure, trusted.origin) == (address, True, "https://desk.example")
    assert (plain.address, plain.secure, plain.origin) == ("192.0.2.1", False, "http://desk.example")


def test_two_names_are_none() -> None:
    assert visit_of(scope(headers=[("host", "desk.example"), ("host", "evil.example")]), TEAM).host == ""


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://desk.example:80", "http://desk.example"),
        ("https://desk.example:443/x", "https://desk.example"),
        ("https://DESK.example:8443", "https://desk.example:8443"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("null", ""),
        ("file:///x", ""),
        ("http://a:b", ""),
        ("http://[::1", ""),
    ],
)
def test_origins(url: str, origin: str) -> None:
    assert origin_of(url) == origin


@pytest.mark.parametrize(
    "place", ["/login", "/none", "/contacts", "/api/v1/events", "/api/none", "/static/none"]
)
def test_every_answer_has_the_headers(doors: Doors, place: str) -> None:
    for client in (doors.client(), doors.session("Ani")):
        for method in ("GET", "POST", "DELETE", "OPTIONS"):
            headers = client.request(method, place).headers
            assert {name: headers.get(name) for name in ALWAYS} == ALWAYS, (method, place)
    policy = ALWAYS["content-security-policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_what_is_for_one_person_is_kept_by_no_one_else(doors: Doors) -> None:
    client = doors.session("Ani")
    for path in ("/", "/contacts", "/api/v1/events", "/decisions", "/none", "/login"):
        kept = client.get(path).headers["cache-control"]
        assert "private" in kept, path
        assert "no-store" in kept or "no-cache" in kept, path
    assert "public" in client.get("/static/style.css").headers["cache-control"]


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_no_value_begins_another_header(name: bytes, value: bytes) -> None:
    for each in dressed([(name, value), (b"cache-control", b"public")], VISIT, NOBODY):
        assert not set(b"".join(each)) & (set(range(32)) | {127})
    assert (b"cache-control", b"private, no-store") in dressed([(b"cache-control", b"public")], VISIT, NOBODY)


def test_over_https_browsers_stay_with_it(opened: Record) -> None:
    doors = Doors(opened, msgspec.structs.replace(TEAM, secure=True))
    assert "strict-transport-security" in doors.client(SECURE).get("/login").headers
    assert "strict-transport-security" not in Doors(opened).client().get("/login").headers


def test_a_bucket_drips_empty() -> None:
    at = [0.0]
    limit = Limit(Rate(3, 0.5), lambda: at[0])
    assert [limit.wait("a") for _ in range(5)] == [0, 0, 0, 2, 2]
    assert limit.wait("b") == 0
    at[0] = 2.0
    assert [limit.wait("a"), limit.wait("a")] == [0, 2]
    limit.forget("a")
    assert limit.wait("a") == 0


def test_buckets_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST", 5)
    limit = Limit(Rate(1, 1), lambda: 0.0)
    for n in range(20):
        limit.wait(str(n))
    assert len(limit._kept) == 5
    assert limit.wait("19") > 0


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("odd", "odd"),
    ],
)
def test_what_counts_as_one_address(address: str, counted: str) -> None:
    assert network(address) == counted


def test_passwords_cannot_be_tried_for_long(doors: Doors) -> None:
    client = doors.client()
    tries = [doors.log_in(client, "Ani", f"wrong {n}") for n in range(12)]
    assert [t.status_code for t in tries] == [403] * 10 + [429] * 2
    assert why(tries[-1]) == "fast"
    assert int(tries[-1].headers["retry-after"]) > 0
    assert doors.log_in(client, "Ani", password_of("Ani")).status_code == 429  # the right one too
    doors.time.pass_by(30)
    assert doors.log_in(client, "Ani", password_of("Ani")).status_code == 303


def test_a_name_cannot_be_tried_from_everywhere(opened: Record) -> None:
    doors = Doors(opened, BEHIND).fill()
    codes = []
    for n in range(22):
        client = doors.client()
        client.headers["x-forwarded-for"] = f"203.0.113.{n}"
        codes.append(doors.log_in(client, "Ani", "wrong").status_code)
    assert codes == [403] * 20 + [429] * 2


def test_one_address_and_one_person_ask_only_so_much(doors: Doors) -> None:
    gate = doors.app.state["gate"]
    gate.by_address, gate.by_person = (Limit(Rate(n, 1), lambda: doors.time.seconds) for n in (5, 3))
    client = doors.session("Ani")
    assert [client.get("/none").status_code for _ in range(5)] == [404, 404, 404, 429, 429]
    assert doors.client().get("/login").status_code == 429  # the address has had its share
    doors.time.pass_by(5)
    assert client.get("/none").status_code == 404


def test_large_requests_are_refused_unread(doors: Doors) -> None:
    client = doors.session("Edi")
    data = {"name": "x" * (limits.BODY + 1)}
    answer = client.post("/alerts", data=data)
    assert (answer.status_code, why(answer)) == (413, "large")
    for length in ("-1", "1e3", "9" * 30, "x"):
        assert client.post("/alerts", headers={"content-length": length}, content=b"").status_code in (
            400,
            413,
        )


def test_what_was_changed_and_refused_is_written_down(doors: Doors) -> None:
    doors.session("Edi").post("/alerts", data={"name": "Watched", "query": ""})
    doors.session("Rina").post("/alerts", data={"name": "Watched", "query": ""})
    doors.client().get("/api/v1/events")
    doors.session("Edi").get("/contacts")
    doors.log_in(doors.client(), "Ani", "wrong")
    doors.log_in(doors.client(), "my password by mistake", "Ani")
    told = [
        (a.action, a.target, a.who, a.role, a.outcome, a.details["status"]) for a in doors.team.audit().lines
    ]
    assert told[::-1] == [
        ("POST save", "/alerts", "Edi", "editor", "done", 200),
        ("POST save", "/alerts", "Rina", "reader", "refused", 403),
        ("GET events", "/api/v1/events", "", "anyone", "refused", 401),
        ("POST login", "Ani", "", "anyone", "refused", 403),
        ("POST login", "?", "", "anyone", "refused", 403),
    ]


def test_a_flood_of_refusals_does_not_fill_the_record(doors: Doors) -> None:
    doors.app.state["gate"].witness.notes = Limit(Rate(3, 1), lambda: doors.time.seconds)
    for _ in range(10):
        doors.client().get("/api/v1/events")
    assert len(doors.team.audit().lines) == 3


HOSTILE = "/a%0d%0aX: y%1b[31m%e2%80%aeb%e2%80%a8c%00"


def test_no_address_begins_a_line_of_the_log(doors: Doors, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "kawat.serve"):
        doors.session("Edi").post(HOSTILE)
    (message,) = [r.getMessage() for r in caplog.records if r.name == "kawat.serve"]
    targets = [a.target for a in doors.team.audit().lines]
    for text in (message, *targets):
        assert text.isprintable(), text
    assert targets


@contextmanager
def served(app: Any) -> Iterator[int]:
    """Serve an application for real, on a free port of the loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, log_level="critical", proxy_headers=False, ws="none", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


def said(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


RAW = [
    (b"GET /login HTTP/1.1\r\nHost: evil.example\r\n", 421),
    (b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n", 421),
    (b"GET /login HTTP/1.0\r\n", 421),
    (b"GET http://evil.example/login HTTP/1.1\r\nHost: evil.example\r\n", 421),
    (b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\n", 303),
    (b"GET /?lang=en%0d%0aX-Evil:%20y HTTP/1.1\r\nHost: 127.0.0.1\r\n", 200),
]


def test_over_a_real_connection(opened: Record) -> None:
    with served(Doors(opened, LOCAL).app) as port:
        for head, status in RAW:
            answer = said(port, head + b"Connection: close\r\n\r\n")
            if b"Host: 127.0.0.1\r\nHost:" in head or b"HTTP/1.0" in head:
                assert answer.split()[1] in (b"400", b"421")  # some servers refuse it themselves
                continue
            assert int(answer.split()[1]) == status, head
            assert b"\r\nx-evil:" not in answer.lower()
        body = b"100000\r\n" + b"a" * 0x100000 + b"\r\n1\r\na\r\n0\r\n\r\n"
        kind = b"Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n"
        answer = said(
            port, b"POST /alerts HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + kind + b"\r\n" + body
        )
        assert answer.split()[1] == b"413"
