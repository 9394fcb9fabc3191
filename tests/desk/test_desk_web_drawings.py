from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from web_samples import ALIEN, client_of, links, page, texts

from kawat.record import open_record

KINDS = ("timeline", "network", "map")


@pytest.fixture(scope="module")
def client(record: str) -> Iterator[TestClient[Litestar]]:
    with open_record(record) as opened, client_of(opened) as made:
        yield made


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_has_a_table_that_says_the_same_and_says_how_many_are_drawn(
    client: TestClient[Litestar], kind: str
) -> None:
    tree = page(client, f"/{kind}")
    assert tree.css(f"svg.d-{kind}") and tree.css("table.told tbody tr")
    assert texts(tree, ".total") == ["All 4 events are drawn."]
    keys = {each.attributes["data-key"] for each in tree.css("svg [data-key]")}
    assert keys <= {each.attributes["data-key"] for each in tree.css("table.told tr[data-key]")}


@pytest.mark.parametrize("kind", KINDS)
def test_filters_are_those_of_lists_and_are_kept(client: TestClient[Litestar], kind: str) -> None:
    tree = page(client, f"/{kind}?between=Indonesia&between=AUS&status=planned&amount=1000")
    assert texts(tree, ".total") == ["All 1 events are drawn."]
    assert f"/{kind}.svg?between=IDN&between=AUS&status=planned" in links(tree)[-20:] or any(
        link.startswith(f"/{kind}.svg?between=IDN&between=AUS&status=planned") for link in links(tree)
    )
    assert "/events?between=IDN&between=AUS&status=planned" in links(tree)
    assert len(tree.css(".chips a")) == 3
    form = tree.css(".filters form")[0]
    assert [each.attributes["value"] for each in form.css("input[name=between]")] == ["IDN", "AUS"]
    assert client.get(f"/{kind}?status=nonsense").status_code == 400


def test_choices_of_the_timeline_are_links_that_keep_the_filters(client: TestClient[Litestar]) -> None:
    tree = page(client, "/timeline?party=IDN&lanes=actors&scale=month")
    assert texts(tree, ".choices a[aria-current]") == ["by actor", "months", "the newest 250"]
    others = links(tree, ".choices a:not([aria-current])")
    assert all("party=IDN" in link for link in others)
    assert any("lanes=none" in link and "scale=month" in link for link in others)
    kept = {
        each.attributes["name"]: each.attributes["value"] for each in tree.css(".filters input[type=hidden]")
    }
    assert kept == {"lanes": "actors", "scale": "month"}
    assert all("lanes=actors" in link for link in links(tree, ".chips a"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_can_be_taken_away_as_a_file(client: TestClient[Litestar], kind: str) -> None:
    answer = client.get(f"/{kind}.svg?party=IDN")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-disposition"] == f'attachment; filename="kawat-{kind}.svg"'
    root = ElementTree.fromstring(answer.text)
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert root.tag.endswith("svg") and "style" in names
    assert not names & {"script", "foreignObject", "image"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_pages_say_is_only_ever_text(client: TestClient[Litestar], kind: str) -> None:
    for address in (f"/{kind}", f"/{kind}?text=<b>&lanes=<b>&scale=%22>"):
        tree = LexborHTMLParser(client.get(address).text)
        assert tree.css("main") and not tree.css(ALIEN) and not tree.css("main foreignObject")


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_record_is_no_error(tmp_path: Path, kind: str) -> None:
    with open_record(tmp_path / "empty.db") as empty, client_of(empty) as client:
        tree = page(client, f"/{kind}")
        assert texts(tree, "p.soft") and tree.css("svg")
