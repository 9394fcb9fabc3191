from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_samples import PLAN, article, party, report
from litestar import Litestar
from litestar.testing import TestClient
from web_samples import ALIEN, client_of, links, one, page, texts

from kawat.desk.words import area, languages
from kawat.record import Entry, open_record


@pytest.fixture(scope="module")
def client(record: str) -> Iterator[TestClient[Litestar]]:
    with open_record(record) as opened, client_of(opened) as made:
        yield made


@pytest.mark.parametrize(
    ("today", "group"), [("2024-05-19", "upcoming"), ("2024-05-20", "due"), ("2024-05-21", "overdue")]
)
def test_what_is_to_come_stands_in_the_group_of_the_day(
    client: TestClient[Litestar], today: str, group: str
) -> None:
    tree = page(client, f"/agenda?today={today}")
    assert [each.attributes["id"] for each in tree.css(".group h2")] == [f"g-{group}"]
    assert "Last word: Kantor Uji, 10 May 2024" in texts(tree, ".due-card .note-line")
    assert any(each.startswith("/article?id=post&event=") for each in links(tree))


@pytest.mark.parametrize("status", ["postponed", "cancelled", "denied", "held", "planned"])
def test_what_did_not_come_about_stands_below_with_who_says_so(tmp_path: Path, status: str) -> None:
    made = article("off", PLAN, title="Off", outlet="The Post", published="2024-05-10", language="en")
    parties = {"actors": (party(made.text, "Foreign Minister Retno Marsudi", "IDN"),)}
    parties["recipients"] = (party(made.text, "Australian", "AUS"),)
    with open_record(tmp_path / "off.db") as record:
        record.add_many([Entry(made, (report(made, PLAN, status=status, **parties),), "off.txt")])
        with client_of(record) as client:
            tree = page(client, "/agenda")
    below = texts(tree, f"section[aria-labelledby='g-{status}'] .note-line")
    assert below == (["Last word: Kantor Uji, 10 May 2024"] if status in ("cancelled", "denied") else [])
    assert "/alerts/new?kind=contacts&status=planned" in links(tree)


def test_a_day_that_cannot_be_is_refused(client: TestClient[Litestar]) -> None:
    page(client, "/agenda?today=tomorrow", 400)


def test_search_quotes_the_place_and_names_the_events(client: TestClient[Litestar]) -> None:
    tree = page(client, '/search?q="foreign minister"')
    assert texts(tree, ".hit h2") == ["Minister to travel"]
    assert texts(tree, ".hit mark") == ["Foreign", "Minister"]
    assert len(tree.css(".hit li a")) == 2
    there = page(client, links(tree, ".hit h2 a")[0])
    assert texts(there, ".k-at")


@pytest.mark.parametrize(
    ("q", "says"),
    [("", "search_lede"), ("%20", "search_lede"), ("...", "search_no_words"), ("nosuchword", "search_none")],
)
def test_a_search_that_finds_nothing_says_what_to_do(client: TestClient[Litestar], q: str, says: str) -> None:
    tree = page(client, f"/search?q={q}")
    assert area("event", "en")[says].format(words=q) in texts(tree, "main .lede")


@pytest.mark.parametrize("q", ['"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "{0.__class__}"])
def test_what_was_asked_is_shown_as_asked(client: TestClient[Litestar], q: str) -> None:
    tree = page(client, "/search", q=q)
    assert not tree.css(ALIEN)
    assert one(tree, "main input[name=q]").attributes["value"] == q


@pytest.mark.parametrize("language", languages())
def test_help_tells_keys_marks_and_promises(client: TestClient[Litestar], language: str) -> None:
    tree = page(client, f"/help?lang={language}")
    said = one(tree, "body").text()
    own = area("event", language)
    assert all(own[key] in said for key in own if key.startswith(("promise_", "key_", "status_")))
    assert len(tree.css(".status")) == 6
