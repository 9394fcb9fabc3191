from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_samples import DEMAND
from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from web_samples import ALIEN, client_of, links, page, texts

from kawat.record import open_record


@pytest.fixture(scope="module")
def client(record: str) -> Iterator[TestClient[Litestar]]:
    with open_record(record) as opened, client_of(opened) as made:
        yield made


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/pairs/IDN/AUS", "/pairs/AUS/IDN"),
        ("/pairs/Indonesia/Australia", "/pairs/AUS/IDN"),
        ("/pairs/aus/idn", "/pairs/AUS/IDN"),
        ("/pairs/IDN/Indonesia", "/actors/IDN"),
    ],
)
def test_a_pair_has_one_address(client: TestClient[Litestar], address: str, leads: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (302, leads)


@pytest.mark.parametrize("address", ["/pairs/IDN/Atlantis", "/pairs/Atlantis/IDN"])
def test_a_pair_of_somebody_unknown_gets_a_page_that_helps_on(
    client: TestClient[Litestar], address: str
) -> None:
    assert "Atlantis" in texts(page(client, address, 404), ".lede")[0]


def test_a_pair_shows_what_was_what_comes_and_the_positions_both_ways(client: TestClient[Litestar]) -> None:
    tree = page(client, "/pairs/AUS/IDN")
    last, following, counted = tree.css(".tiles > div")
    assert "None on record" in last.text()
    assert "20 May 2024" in following.text() and "today" in following.text()
    assert counted.text(separator=" ").split() == ["Contacts", "planned", "1"]
    theirs, ours = tree.css(".both > section")
    assert not theirs.css(".position") and theirs.css(".soft")
    assert texts(ours, "blockquote") == [DEMAND] and ours.css(".unanswered")  # type: ignore[arg-type]
    assert tree.css("svg.d-timeline")
    held = page(client, "/pairs/IDN/MYS").css(".tiles > div")
    assert "telephone" in held[0].text() and "None on record" in held[1].text()


def test_a_pair_leads_to_its_list_brief_alert_calendar_and_drawings(client: TestClient[Litestar]) -> None:
    found = links(page(client, "/pairs/AUS/IDN"), ".also a")
    for path in ("/events", "/brief", "/alerts/new", "/events.ics", "/timeline", "/network", "/map"):
        assert f"{path}?between=AUS&between=IDN" in found


@pytest.mark.parametrize(
    "path", ["/pairs/IDN/MYS", "/pairs/AUS/IDN", "/pairs/<b>/IDN", "/pairs/IDN/%22onload=x"]
)
def test_what_pages_say_is_only_ever_text(client: TestClient[Litestar], path: str) -> None:
    tree = LexborHTMLParser(client.get(path).text)
    assert tree.css("main") and not tree.css(ALIEN)


def test_a_pair_without_events_says_so(client: TestClient[Litestar], tmp_path: Path) -> None:
    assert texts(page(client, "/pairs/FRA/KEN"), "p.soft")
    with open_record(tmp_path / "empty.db") as empty, client_of(empty) as alone:
        assert texts(page(alone, "/pairs/AUS/IDN"), "p.soft")
