"""What other sites, other people and strange addresses can do to the desk: nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from alert_samples import watch
from desk_doors import LOCAL, NAMES, PLAIN, Doors, password_of, why
from hostile_samples import ASKED, PAYLOADS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient
from test_desk_web_hostile import STEERS, check

from kawat.record import Record, open_record
from kawat.record.model import EVERYTHING
from kawat.record.watching import watching_of


def changing(record: Record, app: Any) -> list[tuple[str, str]]:
    """Return method and address of every route that changes something."""
    ids = {"{id:str}": record.page(EVERYTHING).events[0].id, "{number:int}": "1"}
    made = []
    for route in app.routes:
        for method in sorted({"POST", "PUT", "PATCH", "DELETE"} & set(getattr(route, "methods", ()))):
            path = route.path
            for part, value in ids.items():
                path = path.replace(part, watching_of(record).all()[0].id if "/alerts/" in path else value)
            made.append((method, path))
    return made


ELSEWHERE = [
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"x-csrf-token": "wrong"},
    {"x-csrf-token": ""},
    {"x-csrf-token": None},
]


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_nothing_is_changed_from_elsewhere(doors: Doors, headers: dict[str, str | None]) -> None:
    """Every route that changes something refuses what another site's page could send."""
    watch(doors.record)
    fields = {
        "field": "place", "value": "Evil", "reason": "x", "channel": "webhook", "name": "x", "query": "", "other": "x",
        "password": "x",
    }  # fmt: skip
    addresses = changing(doors.record, doors.app)
    assert len(addresses) >= 14
    for method, path in addresses:
        for send in ({"data": fields}, {"json": fields}):
            client = doors.session(NAMES["admin"])
            before = doors.record.version()
            for name, value in headers.items():
                client.headers.pop(name, None)
                if value is not None:
                    client.headers[name] = value
            answer = client.request(method, path, **send)  # type: ignore[arg-type]
            assert (answer.status_code, why(answer)) in {(403, "foreign"), (403, "forged")}, path
            assert doors.record.version() == before
    assert doors.record.decisions() == []
    assert len(watching_of(doors.record).all()) == 1


def test_no_method_but_the_known_ones(doors: Doors) -> None:
    client = doors.session(NAMES["admin"])
    for path in ("/alerts", "/events", "/decisions", "/login", "/api/v1/events"):
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "ZQX"):
            assert client.request(method, path).status_code in (403, 404, 405), (method, path)


def test_tags_of_one_person_are_none_of_another(doors: Doors) -> None:
    """Who sends the entity tag of another's page gets a page of their own; 304 tells nobody anything."""
    people = {name: doors.session(name) for name in NAMES.values()}
    pages = ("/", "/events", "/contacts", "/brief", "/exports", "/api/v1/events", "/events.json")
    for path in pages:
        tags = {}
        for name, client in people.items():
            first = client.get(path)
            tags[name] = first.headers.get("etag", "")
            assert client.get(path, headers={"if-none-match": tags[name] or "x"}).status_code in (200, 304)
            assert "public" not in first.headers["cache-control"]
        assert len(set(tags.values())) == len(people), path
        for name, client in people.items():
            for other in set(people) - {name}:
                assert client.get(path, headers={"if-none-match": tags[other]}).status_code == 200, path
        stranger = doors.client().get(path, headers={"if-none-match": ", ".join(tags.values())})
        assert stranger.status_code in (303, 401), path
    for path in ("/alerts", "/review", "/decisions"):  # what hangs on more than the record has none
        assert "etag" not in people["Edi"].get(path).headers


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example", "http://evil.example", "/\\evil.example", "\\/evil.example", "/%09/evil.example",
        "/\t/evil.example",
        "javascript:zqx(1)", "/\r\nX-Zqx: 1", "https:evil.example", "///evil.example", "/.//evil.example",
        "@evil.example",
        "/login?next=//evil.example", "\u2028//evil.example", " //evil.example",
    ],
)  # fmt: skip
def test_no_way_out(doors: Doors, to: str) -> None:
    """A login leads to a page of the desk, whatever the address asks for; so do the ids of former events."""
    client = doors.client()
    answer = doors.log_in(client, "Edi", password_of("Edi"), to=to)
    logged_in = doors.session("Edi").get("/login", params={"next": to})
    for each in (answer, logged_in):
        assert each.status_code == 303
        target = each.headers["location"]
        assert re.match(r"/(?![/\\])", target), target
        assert "x-zqx" not in each.headers
        assert urljoin(PLAIN, target).startswith(PLAIN + "/")


def test_log_lines_are_lines(doors: Doors, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "kawat")
    client = doors.session(NAMES["editor"])
    for words in PAYLOADS.values():
        part = quote(words[:300], safe="")
        client.post(f"/events/{part}/confirm", data={"reason": words})
        client.post(f"/events/{part}/correct", data={"field": words, "value": words, "reason": words})
        doors.client().post("/login", data={"name": words, "password": words})
        client.get(f"/{part}")
    for record in caplog.records:
        if record.name.startswith("kawat"):
            assert not STEERS.search(record.getMessage()) and "\n" not in record.getMessage()
    for told in doors.team.audit(size=100).lines:
        assert not STEERS.search(f"{told.action}{told.target}{told.who}{told.address}")


ANY = st.text(max_size=40) | st.sampled_from(sorted(PAYLOADS.values())) | st.integers().map(str)
PATHS = st.sampled_from(
    ["/", "/events", "/contacts", "/actors", "/actors/IDN", "/stories", "/timeline", "/network", "/map", "/agenda",
     "/articles", "/search", "/brief", "/review", "/decisions", "/events.json", "/timeline.svg", "/network.svg",
     "/api/v1/events", "/api/v1/stories", "/api/v1/decisions", "/api/v1/agenda", "/api/v1/pairs", "/exports", "/help"]
)  # fmt: skip
NAMED = st.sampled_from(
    ["lang", "after", "start", "limit", "size", "today", "order", "scale", "lanes", "amount", "at"]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=PATHS, asked=st.dictionaries(NAMED | st.sampled_from(ASKED), ANY, max_size=4))
def test_no_address_breaks_it(plain: TestClient[Any], path: str, asked: dict[str, str]) -> None:
    given = {name: value.encode("utf-8", "replace").decode()[:300] for name, value in asked.items()}
    answer = plain.get(path, params=given)
    assert answer.status_code < 500, (path, given)
    check(answer)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=PATHS, raw=st.binary(max_size=40), name=NAMED)
def test_no_bytes_break_it(plain: TestClient[Any], path: str, raw: bytes, name: str) -> None:
    given = "".join(f"%{byte:02x}" for byte in raw)
    assert plain.get(f"{path}?{name}={given}&%ff={given}").status_code < 500


@pytest.fixture(scope="module")
def plain(record: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    """The record of the samples, served to one person."""
    path = Path(shutil.copy(record, tmp_path_factory.mktemp("plain") / "kawat.db"))
    with open_record(path) as opened:
        yield Doors(opened, LOCAL).client()
