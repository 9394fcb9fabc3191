"""One table of filters: all doors ask the same, and what is no filter is never passed over in silence."""

from __future__ import annotations

import re
from collections import Counter, deque
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urljoin, urlsplit

import click
import pytest
from alert_samples import AGAIN, OFF, add, entry
from desk_doors import LOCAL, Doors
from litestar import Litestar
from litestar.testing import TestClient
from web_samples import client_of, links, page, texts

from kawat.desk.cli import cli
from kawat.desk.filters import BY_NAME, FILTERS, NAMES, OF_A_KIND
from kawat.linking.model import Kind as How
from kawat.reading.model import EventType, Mode, Place, Quad, Status
from kawat.record import Record, open_record
from kawat.record.model import Differs, DiffersOn, Kind

DOCS = Path(__file__).parents[2] / "docs"
#: Commands that choose events, and the filters that each has.
CHOOSING = {
    "contacts": OF_A_KIND, "acts": OF_A_KIND, "timeline": FILTERS, "export": FILTERS, "brief": FILTERS,
    "alerts add": FILTERS,
}  # fmt: skip


@pytest.fixture
def client(opened: Record) -> TestClient[Litestar]:
    return client_of(opened)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("kind", Kind), ("status", Status), ("type", EventType), ("mode", Mode), ("quad", Quad), ("differs", Differs),
        ("differs_on", DiffersOn),
    ],
)  # fmt: skip
def test_choices_are_those_of_the_record(name: str, values: Any) -> None:
    assert BY_NAME[name].choices == get_args(values)
    assert set(get_args(Differs)) == {"any", *get_args(How)}
    assert all(each.choices for each in FILTERS if each.form == "choice")


@pytest.mark.parametrize("name", CHOOSING)
def test_commands_have_them_as_options(name: str) -> None:
    command: Any = cli
    for part in name.split():
        command = command.commands[part]
    options = {o.name for o in command.get_params(click.Context(command)) if isinstance(o, click.Option)}
    assert {each.name for each in CHOOSING[name]} <= options
    assert "limit" in options


def test_the_api_has_them_as_parameters(opened: Record) -> None:
    document = Doors(opened, LOCAL).client().get("/api/openapi.json").json()
    asked = {p["name"]: p for p in document["paths"]["/api/v1/events/stream"]["get"]["parameters"]}
    assert list(asked) == list(NAMES)
    for each in FILTERS:
        schema = asked[each.name]["schema"]
        assert asked[each.name]["description"] == each.told
        assert tuple(schema.get("enum", ())) == each.choices


def test_the_form_of_lists_has_them_all(client: TestClient[Litestar]) -> None:
    wanted = {
        "quad": "verbal_conflict",
        "story": "x",
        "confirmed": "yes",
        "kind": "acts",
        "contested": "no",
        "event": "x",
    }
    tree = page(client, "/events", **wanted)
    fields = {each.attributes["name"] for each in tree.css(".filters [name]")}
    assert set(NAMES) <= fields


@pytest.mark.parametrize("document", ["cli.md", "api.md"])
def test_the_documents_tell_of_them(document: str) -> None:
    told = (DOCS / document).read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in told] == []


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "does not know and has left aside"), ("id", "tidak dikenal halaman ini")]
)
def test_a_page_says_what_it_does_not_go_by(client: TestClient[Litestar], lang: str, said: str) -> None:
    tree = page(client, "/contacts", parti="IDN", order="oldest", lang=lang, stat="<b>" + "x" * 99)
    (note,) = texts(tree, ".unread")
    assert said in note
    assert "“parti”" in note and "“stat”" in note
    assert "lang" not in note and "order" not in note


@pytest.mark.parametrize(
    "address", ["/", "/events", "/agenda", "/stories", "/actors", "/search", "/timeline", "/help"]
)
def test_every_page_does(client: TestClient[Litestar], address: str) -> None:
    assert len(texts(page(client, address, nonsense="1"), ".unread")) == 1
    assert texts(page(client, address), ".unread") == []


@pytest.mark.parametrize(
    "address",
    ["/events.json", "/events.csv", "/acts.atom", "/export/jsonl", "/brief?format=md", "/timeline.svg"],
)
def test_a_file_that_could_not_say_so_is_refused(client: TestClient[Litestar], address: str) -> None:
    assert client.get(address).status_code == 200
    answer = client.get(address + ("&" if "?" in address else "?") + "parti=IDN")
    assert answer.status_code == 400
    assert "No filter is called parti" in answer.text


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/events?parti=IDN", "party"),
        ("/events/facets?size=3", "party"),
        ("/counts?party=IDN", "it has none"),
        ("/article?id=pagi&text=x", "there are id"),
        ("/events?desk=1", "party"),
        ("/alerts?query=x", "it has none"),
        ("/events?%3Cb%3E=", "party"),
    ],
)
def test_the_api_refuses_what_a_route_does_not_know(opened: Record, address: str, there: str) -> None:
    answer = Doors(opened, LOCAL).client().get("/api/v1" + address)
    assert answer.status_code == 400
    told = answer.json()["error"]
    assert set(told) == {"status", "code", "message"}
    assert "no parameter of this route" in told["message"] and there in told["message"]


def test_no_link_of_ours_asks_for_what_its_page_does_not_know(client: TestClient[Litestar]) -> None:
    """Walk over links and forms from the front page, some of each kind of page."""
    waiting, met, count = deque(["/", "/acts?quad=verbal_conflict&contested=no"]), {"/"}, Counter[str]()
    while waiting:
        path = waiting.popleft()
        kind = re.sub(r"^/(events|actors|pairs|stories|alerts)/(?!new).+", r"/\1/*", urlsplit(path).path)
        if (count.update([kind]) or count[kind]) > 4:
            continue
        answer = client.get(path)
        assert answer.status_code in (200, 301, 302, 303, 307), path
        if "html" not in answer.headers.get("content-type", ""):
            continue
        tree = page(client, path, answer.status_code)
        assert texts(tree, ".unread") == [], path
        forms = [f for f in tree.css("form") if f.attributes.get("method", "get") == "get"]
        asked = [
            f"{f.attributes['action']}?"
            + "&".join(f"{i.attributes['name']}=1" for i in f.css("input[name=q]"))
            for f in forms
        ]
        for target in (urljoin(path, each) for each in (*links(tree, "a[href]"), *asked)):
            if target.startswith("/") and target not in met:
                met.add(target)
                waiting.append(target.partition("#")[0])
    assert sum(count.values()) > 60


def test_lists_mark_what_sources_differ_on(tmp_path: Path) -> None:
    """Contradictions by one sign, what may all be right by another; the front page leads to both."""
    with open_record(tmp_path / "differing.db") as record:
        off = entry("b", "Daily", OFF, on=11, status="cancelled")
        elsewhere = Place("Hobart", "AUS", 0, 5, "test")
        add(
            record,
            entry("a", "The Post"),
            off,
            entry("c", "Pos", AGAIN, on=30, status="held", place=elsewhere),
        )
        tree = page(client_of(record), "/events", differs="any", differs_on="status")
        assert texts(tree, ".flag.contested") == ["≠ place"]
        assert texts(tree, ".flag.mild") == ["≈Differ: status"]
        assert texts(tree, ".chips b") == ["in any way", "status"]
        assert texts(page(client_of(record), "/events", differs="speaker"), "tbody tr") == []
        front = links(page(client_of(record), "/"))
        assert "/events?differs=contradiction" in front
        assert "/events?order=reported&reported_since=2024-05-13" in front
