from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_samples import CALL, HOSTILE, article, party, report
from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from web_samples import ALIEN, client_of, links, page, texts

from kawat.record import Entry, Record, open_record


def entry(id: str, title: str, outlet: str, day: str, on: str = "07") -> Entry:
    """An article that tells of the call, as others tell it too."""
    made = article(id, CALL, title=title, outlet=outlet, published=f"2024-05-{day}", language="id")
    sides = {
        "actors": (party(made.text, "Presiden Prabowo Subianto", "IDN", "Prabowo Subianto", "president"),),
        "recipients": (
            party(made.text, "Perdana Menteri Anwar Ibrahim", "MYS", "Anwar Ibrahim", "prime_minister"),
        ),
    }
    return Entry(made, (report(made, CALL, mode="phone", date=f"2024-05-{on}", **sides),), f"{id}.txt")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("stories") / "kawat.db") as made:
        made.add_many(
            [
                entry("one", "Dua pemimpin bertelepon", "Harian Pagi", "08"),
                entry("two", HOSTILE, "<b>X", "09"),
            ]
        )
        yield made


@pytest.fixture(scope="module")
def client(opened: Record) -> Iterator[TestClient[Litestar]]:
    with client_of(opened) as made:
        yield made


def test_a_story_has_articles_events_parties_and_a_timeline(
    client: TestClient[Litestar], opened: Record
) -> None:
    story = opened.stories()[0]
    assert f"/stories/{story.id}" in links(page(client, "/stories"), ".headline a")
    tree = page(client, f"/stories/{story.id}")
    assert {"/actors/IDN", "/actors/MYS", f"/brief?story={story.id}"} <= set(links(tree))
    assert len(tree.css("table.pages-of tbody tr")) == 2 and tree.css("svg.d-timeline")
    assert any("Kantor Uji" in how for how in texts(tree, "table.pages-of td:last-child"))
    assert len(tree.css("table.events tbody tr")) == len(story.events)


def test_ids_of_articles_and_former_stories_lead_on(client: TestClient[Litestar], opened: Record) -> None:
    story = opened.stories()[0]
    for id in story.articles:
        answer = client.get(f"/stories/{id}")
        assert (answer.status_code, answer.headers["location"]) == (302, f"/stories/{story.id}")


@pytest.mark.parametrize("id", ["nothing", "<script>x", "%22onload=x"])
def test_an_unknown_story_gets_a_page_that_helps_on(client: TestClient[Litestar], id: str) -> None:
    tree = page(client, f"/stories/{id}", 404)
    assert "/stories" in links(tree) and not tree.css(ALIEN)


def test_what_pages_say_is_only_ever_text(client: TestClient[Litestar], opened: Record) -> None:
    for address in ("/stories", f"/stories/{opened.stories()[0].id}", "/stories?after=<b>"):
        tree = LexborHTMLParser(client.get(address).text)
        assert tree.css("main") and not tree.css(ALIEN)


def test_an_empty_record_is_no_error(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.db") as empty, client_of(empty) as client:
        assert texts(page(client, "/stories"), "p.soft")


def test_one_story_does_not_fill_what_is_new(tmp_path: Path) -> None:
    with open_record(tmp_path / "kawat.db") as record, client_of(record) as client:
        record.add_many(
            [
                entry(f"n{on}", f"Dua pemimpin bertelepon {on}", f"Harian {on}", on, on)
                for on in ("02", "09", "16", "23")
            ]
        )
        (story,) = record.stories()
        told = len(story.events)
        assert told > 2
        tree = page(client, "/")
        assert len(tree.css("[aria-labelledby=new] .card")) == 2
        assert texts(tree, ".more-of") == [f"{told - 2} more of this story"]
        assert links(tree, ".more-of a") == [f"/stories/{story.id}"]
