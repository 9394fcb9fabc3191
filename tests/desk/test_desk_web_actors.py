from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_samples import DEMAND, HOSTILE, article, entries, party, report
from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from web_samples import ALIEN, client_of, links, page, texts

from kawat.desk.words import area
from kawat.record import Entry, Record, open_record

REFUSAL = "Australia refused Indonesia's demand on 21 May 2024."
PERSONAL = "Prabowo Subianto criticised Australia on 22 May 2024."


def answer() -> list[Entry]:
    """An article in which Australia refuses, and one in which a president speaks."""
    refused = article("answer", REFUSAL, title="No", outlet="The Post", published="2024-05-22", language="en")
    sides = {
        "actors": (party(refused.text, "Australia", "AUS"),),
        "recipients": (party(refused.text, "Indonesia", "IDN"),),
    }
    first = report(refused, REFUSAL, type="REJECT", date="2024-05-21", **sides)
    spoke = article(
        "words", PERSONAL, title="Words", outlet="Harian Pagi", published="2024-05-23", language="en"
    )
    speaker = party(spoke.text, "Prabowo Subianto", "IDN", "Prabowo Subianto", "president")
    of = {"actors": (speaker,), "recipients": (party(spoke.text, "Australia", "AUS"),)}
    second = report(spoke, PERSONAL, type="ACCUSE", date="2024-05-22", **of)
    return [Entry(refused, (first,), "a.txt"), Entry(spoke, (second,), "b.txt")]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("actors") / "kawat.db") as made:
        made.add_many([Entry(a, reports, f"{a.id}.txt") for a, reports in entries()])
        made.add_many(answer())
        made.relink()
        yield made


@pytest.fixture(scope="module")
def client(opened: Record) -> Iterator[TestClient[Litestar]]:
    with client_of(opened) as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient[Litestar]]:
    with open_record(tmp_path / "empty.db") as made, client_of(made) as client:
        yield client


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/actors/Indonesia", "/actors/IDN"),
        ("/actors/idn", "/actors/IDN"),
        ("/actors/Amerika%20Serikat", "/actors/USA"),
        ("/person?name=anwar", "/person?name=Anwar+Ibrahim"),
        ("/person?name=Joko%20Widodo%20", None),
        ("/person?name=Jokowi", "/person?name=Joko+Widodo"),
        ("/person?name=", "/actors?kind=person"),
    ],
)
def test_names_lead_to_the_page_of_whom_they_name(
    client: TestClient[Litestar], address: str, leads: str | None
) -> None:
    answer = client.get(address)
    assert answer.headers.get("location") == leads
    assert answer.status_code == (302 if leads else 200)


@pytest.mark.parametrize(
    "address", ["/actors/Atlantis", "/actors/Indonsia", "/person?name=Nobody%20At%20All"]
)
def test_an_unknown_name_gets_a_page_that_helps_on(client: TestClient[Litestar], address: str) -> None:
    tree = page(client, address, 404)
    assert tree.css("form[role=search] input[name=q]")
    assert any(link.startswith("/actors") for link in links(tree))
    assert ("/actors/IDN" in links(tree)) == ("Indonsia" in address)


def names(tree: LexborHTMLParser) -> list[str]:
    return texts(tree, "table.actors a.party")


def test_the_list_is_by_how_many_events_and_can_be_narrowed(client: TestClient[Litestar]) -> None:
    assert names(page(client, "/actors"))[0] == "Indonesia"
    assert names(page(client, "/actors", q="malay")) == ["Malaysia"]
    assert names(page(client, "/actors", q="MYS")) == ["Malaysia"]
    assert names(page(client, "/actors", kind="body")) == []
    assert "Retno Marsudi" in names(page(client, "/actors", kind="person"))
    assert names(page(client, "/actors", kind="person", q="retno")) == ["Retno Marsudi"]
    assert client.get("/actors?start=x").status_code == 400


def test_the_sheet_says_who_demands_what_of_whom_and_what_was_answered(client: TestClient[Litestar]) -> None:
    tree = page(client, "/actors/IDN")
    assert texts(tree, "#to-AUS")[0].startswith("Towards Australia acts since 10 May 2024: 2")
    first, second = tree.css(".towards .position")
    assert " ".join(first.css("blockquote")[0].text().split()) == DEMAND
    assert first.css("figcaption a")[0].attributes["href"].startswith("/article?id=post")  # type: ignore[union-attr]
    assert first.css(".answer")[0].text() == "21 May 2024: refused or denied"
    assert second.css(".unanswered")[0].text() == area("actors", "en")["unanswered"]
    assert texts(page(client, "/actors/AUS"), ".towards blockquote") == [REFUSAL]


def test_a_person_has_offices_states_and_own_words(client: TestClient[Litestar]) -> None:
    tree = page(client, "/person", name="Prabowo Subianto")
    assert texts(tree, "h1") == ["Prabowo Subianto"]
    assert "/actors/IDN" in links(tree, ".names a")
    assert any("President" in term and "2024" in term for term in texts(tree, ".terms li"))
    assert texts(tree, ".towards blockquote") == [PERSONAL]


def test_an_actor_has_names_offices_plans_and_counterparts(client: TestClient[Litestar]) -> None:
    tree = page(client, "/actors/IDN")
    shown = " ".join(texts(tree, "main"))
    for said in ("Jakarta", "knowledge/data/holders.csv", "Retno Marsudi", "President", "wikidata"):
        assert said in shown
    assert {"/pairs/AUS/IDN", "/pairs/IDN/MYS"} <= set(links(tree))
    assert texts(tree, "section[aria-labelledby=plans] .standing") == ["today"]
    assert tree.css("svg.d-activity")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "path", ["/actors", "/actors/IDN", "/person?name=Prabowo%20Subianto", "/actors/Atlantis"]
)
def test_pages_are_in_both_languages(client: TestClient[Litestar], path: str, language: str) -> None:
    sign = "&" if "?" in path else "?"
    tree = LexborHTMLParser(client.get(f"{path}{sign}lang={language}").text)
    assert tree.css("html")[0].attributes["lang"] == language
    assert "{" not in tree.css("main")[0].text()
    client.cookies.clear()


def test_what_pages_say_is_only_ever_text(client: TestClient[Litestar]) -> None:
    for address in ("/actors?kind=person", "/actors/MYS", "/actors/<b>x", "/actors?q=<b>\"'>"):
        tree = LexborHTMLParser(client.get(address).text)
        assert tree.css("main") and not tree.css(ALIEN) and not tree.css("main b[x], main script"), address
    for name in (HOSTILE, HOSTILE[:90], "x" * 5000, '"><img src=x onerror=alert(1)>'):
        found = client.get("/person", params={"name": name}, follow_redirects=True)
        tree = LexborHTMLParser(found.text)
        assert tree.css("main") and not tree.css(ALIEN)


@pytest.mark.parametrize(
    "path", ["/actors", "/actors?kind=person", "/actors/IDN", "/actors/UN", "/person?name=Joko%20Widodo"]
)
def test_an_empty_record_is_no_error(empty: TestClient[Litestar], path: str) -> None:
    tree = page(empty, path)
    assert texts(tree, "h1") and texts(tree, "p.soft")
