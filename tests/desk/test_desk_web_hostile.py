"""Every address of the desk over a record that is one attack: nothing of it becomes more than text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from desk_doors import LOCAL, Doors
from hostile_samples import ASKED, PAYLOADS, WORDS, fill
from litestar.testing import TestClient
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from kawat.desk import exports
from kawat.record import Record, open_record
from kawat.record.model import EVERYTHING
from kawat.record.watching import watching_of

_ALIEN = (
    "iframe, object, embed, base, script:not([src^='/static/']), link:not([href^='/']), math, foreignObject, set, "
    "animate, img:not([src^='/static/']), meta[http-equiv], style, [style], [srcdoc], [autofocus], [background]"
)
#: Controls and marks of direction that no page may hold, but tabs and line ends.
STEERS = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "poster", "cite", "data")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("hostile") / "kawat.db") as opened:
        yield fill(opened)


@pytest.fixture(scope="module")
def client(hostile: Record) -> TestClient[Any]:
    return Doors(hostile, LOCAL).client()


def values_of(record: Record) -> dict[str, list[str]]:
    """Return what the parts of a path may be: some of everything that the record has, and the payloads."""
    events = record.page(EVERYTHING, size=200).events
    return {
        "id": [*(e.id for e in events[::8]), *(w.id for w in watching_of(record).all()[::4]),
               *(s.id for s in record.story_page().stories[:5])],
        "one": ["IDN"], "other": ["AUS", *(e.id for e in events[:1])], "code": ["IDN"], "path": [], "number": ["1"],
        "name": ["csv", "style.css"],
    }  # fmt: skip


def paths(record: Record, app: Any) -> Iterator[str]:
    """Yield the paths of every route that answers GET."""
    values = values_of(record)
    for route in app.routes:
        if "GET" not in getattr(route, "methods", ()) or "/static/" in route.path:
            continue
        if route.path.startswith(("/export/", "/api/v1/exports/")):
            yield from (f"{route.path.rpartition('/')[0]}/{name}" for name in exports.FORMATS)
            continue
        found = [""]
        for part in route.path.split("/")[1:]:
            name = part[1:-1].partition(":")[0] if part.startswith("{") else ""
            options = [*values[name], *PAYLOADS.values()] if name else [part]
            found = [f"{each}/{quote(option, safe='')}" for each in found for option in options]
        yield from found if len(found) < 40 else found[:12] + found[-8:]


def check(answer: Any) -> None:
    """Assert that an answer holds nothing of a payload but as text."""
    for name, value in answer.headers.items():
        assert not name.startswith("x-zqx"), name
        assert "zqx" not in value or name in ("location", "etag", "link"), (name, value)
    assert "zqx=" not in answer.headers.get("set-cookie", "")
    check_location(answer.headers.get("location", ""))
    kind = answer.headers.get("content-type", "")
    if "html" in kind:
        check_html(answer.text)
    elif "+xml" in kind:
        _check_xml(answer.content)
    elif "ndjson" in kind or "jsonl" in kind:
        assert all(json.loads(each) for each in answer.text.split("\n") if each)
    elif "json" in kind and answer.content:
        json.loads(answer.content)


def check_location(to: str) -> None:
    assert not to or re.match(r"/(?![/\\])|http://127\.0\.0\.1:8000/", to), to
    assert "\\" not in to


def check_html(html: str) -> None:
    steers = STEERS.search(html)
    assert not steers, (steers, html[max(0, steers.start() - 80) : steers.start() + 20])
    computed = str(7919 * 104729)  # of the sample "braces"; no number that hypothesis would hit upon
    assert computed not in html and "<class" not in html and "class 'str" not in html
    tree = LexborHTMLParser(html)
    alien = tree.css_first(_ALIEN)
    assert alien is None, alien.html
    for each in tree.css("*"):
        assert "zqx" not in (each.tag or ""), each.html
        for name, value in each.attributes.items():
            assert not name.startswith("on") and "zqx" not in name, each.html
            if name in _ADDRESSES:
                _check_link(each, value or "")


def _check_link(element: Any, address: str) -> None:
    """Links lead to the desk, or to a page of the web that is told nothing."""
    if re.match(r"https?://", address):
        assert element.tag == "a", element.html
        assert {"noopener", "noreferrer", "nofollow"} <= set((element.attributes.get("rel") or "").split())
        return
    assert re.match(r"(/(?![/\\])|[?#]|$)", address), element.html


def _check_xml(data: bytes) -> None:
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    for each in tree.iter(etree.Element):
        name = etree.QName(each).localname
        assert "zqx" not in name and name not in ("script", "foreignObject", "set", "animate", "iframe"), name
        for attribute, value in each.attrib.items():
            plain = etree.QName(attribute).localname
            assert "zqx" not in plain and not plain.startswith("on"), attribute
            assert plain != "href" or re.match(r"(https?://|/(?![/\\])|[?#])", value), value


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_address(hostile: Record, client: TestClient[Any], language: str) -> None:
    met = set()
    for path in paths(hostile, client.app):
        answer = client.get(path, params={"lang": language})
        met.add(answer.status_code)
        assert answer.status_code < 500, path
        try:
            check(answer)
        except (AssertionError, etree.XMLSyntaxError, ValueError) as error:
            raise AssertionError(f"{path}: {str(error)[:600]}") from error
    assert {200, 404} <= met


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_parameter(hostile: Record, client: TestClient[Any], payload: str) -> None:
    """Words of the address arrive on the page as words too; lists, drawings and forms link on with them."""
    words = PAYLOADS[payload][:500]
    for path in (
        "/", "/events", "/contacts", "/acts", "/search", "/articles", "/article", "/compare", "/actors", "/person",
        "/actors/IDN", "/stories", "/map", "/network", "/timeline", "/map.svg", "/network.svg", "/timeline.svg",
        "/agenda", "/alerts/new", "/brief", "/exports", "/review", "/decisions", "/help", "/login", "/events.json",
        "/events.csv", "/events.atom", "/api/v1/events", "/api/v1/search", "/api/v1/article", "/api", "/nowhere",
    ):  # fmt: skip
        for asked in (ASKED, WORDS):
            answer = client.get(path, params=dict.fromkeys(asked, words))
            assert answer.status_code < 500, (path, asked)
            check(answer)


@pytest.mark.parametrize("document", ["html", "md", "docx"])
def test_briefs(client: TestClient[Any], document: str) -> None:
    answer = client.get("/brief", params={"format": document, "title": PAYLOADS["crlf"]})
    assert answer.status_code in (200, 400)
    if "html" not in answer.headers["content-type"]:
        check(answer)
