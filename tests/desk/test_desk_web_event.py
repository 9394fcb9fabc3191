from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from desk_samples import CALL, CALL_LATER, HOSTILE, entries
from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from web_samples import ALIEN, client_of, links, one, page, texts

from kawat.desk.clean import line
from kawat.desk.words import area, languages
from kawat.linking.model import Event
from kawat.record import Entry, Filter, Record, open_record


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Record]:
    """A record of one's own, to decide in."""
    with open_record(tmp_path / "kawat.db") as made:
        made.add_many([Entry(article, reports, f"{article.id}.txt") for article, reports in entries()])
        yield made


@pytest.fixture
def client(opened: Record) -> Iterator[TestClient[Litestar]]:
    with client_of(opened) as made:
        yield made


def event_of(record: Record, **wanted: Any) -> Event:
    return record.events(Filter(**wanted))[0]


def test_every_value_stands_beside_the_sentence_that_gives_it(
    client: TestClient[Litestar], opened: Record
) -> None:
    tree = page(client, f"/events/{event_of(opened, mode='phone').id}")
    assert "spoke by telephone" in texts(tree, "h1")[0]
    facts = {each.attributes["id"]: each for each in tree.css(".fact")}
    assert {"f-status", "f-parties", "f-date", "f-type", "f-duration"} <= set(facts)
    for key, fact in facts.items():
        if key != "f-contexts":
            quoted = [" ".join(q.text().split()) for q in fact.css("blockquote")]
            assert quoted and set(quoted) <= {CALL, CALL_LATER}, key
    assert texts(tree, "#f-parties .value") == ["Prabowo Subianto", "Anwar Ibrahim"]


def test_what_is_quoted_stands_in_the_article_where_its_link_leads(
    client: TestClient[Litestar], opened: Record
) -> None:
    for event in opened.events():
        tree = page(client, f"/events/{event.id}")
        for proof in tree.css(".proof"):
            address = urlsplit(proof.css("a")[0].attributes["href"] or "")
            article = opened.article(parse_qs(address.query)["id"][0])
            start = int(address.fragment.removeprefix("s"))
            quoted = " ".join(proof.css("blockquote")[0].text().split()).removesuffix("…")
            assert line(article.text[start:]).startswith(quoted)
            there = page(client, f"{address.path}?{address.query}")
            assert len(there.css(f"#{address.fragment}")) == 1


def test_disagreements_stand_side_by_side_and_lead_to_both_articles(
    client: TestClient[Litestar], opened: Record
) -> None:
    event = event_of(opened, mode="phone")
    tree = page(client, f"/events/{event.id}")
    assert [d.field for d in event.disagreements] == ["date"]
    assert texts(tree, ".dispute .side-by > .value") == ["7 May 2024", "8 May 2024"]
    assert texts(tree, ".dispute blockquote") == [CALL, CALL_LATER]
    compare = [each for each in links(tree) if each.startswith("/compare")]
    beside = page(client, compare[0])
    assert texts(beside, ".k-disputed") == []  # nobody says which words gave the date
    assert texts(beside, ".disputed-value b") == ["7 May 2024", "8 May 2024"]
    assert texts(beside, "mark") == [CALL, CALL_LATER] or len(beside.css("mark")) > 2


def test_beginnings_of_ids_and_former_ids_lead_to_the_event(
    client: TestClient[Litestar], opened: Record
) -> None:
    event = event_of(opened, mode="phone")
    short = client.get(f"/events/{event.id[:6]}?lang=id")
    assert (short.status_code, short.headers["location"]) == (301, f"/events/{event.id}?lang=id")
    other = event_of(opened, type="REQUEST")
    joined = opened.join(event.id, other.id, by="Rina")
    former = next(id for id in (event.id, other.id) if id != joined.id)
    answer = client.get(f"/events/{former}.json")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/events/{joined.id}.json")
    assert client.get("/events/ffffffffffff").status_code == 404


def test_a_button_saves_an_alert_about_the_event(client: TestClient[Litestar], opened: Record) -> None:
    event = event_of(opened, mode="phone")
    form = one(page(client, f"/events/{event.id}"), "form.watch")
    (asked,) = form.css("input")
    tree = page(client, form.attributes["action"] or "", event=asked.attributes["value"] or "")
    said = texts(tree, ".chips b")
    assert "spoke by telephone" in said[0]
    assert texts(tree, ".headline")[0].startswith(said[0].rstrip("…"))
    fields = {each.attributes["name"]: each.attributes.get("value") for each in tree.css(".fields input")}
    assert (fields["query"], fields["name"]) == (f"event={event.id}", said[0])
    saved = client.post("/alerts", data={**fields, "webhook": ""})
    assert saved.status_code in (200, 201)
    assert "spoke by telephone" in saved.text
    assert f"/events?event={event.id}" in saved.text


def test_json_has_the_event_with_its_reports(client: TestClient[Litestar], opened: Record) -> None:
    event = event_of(opened, mode="phone")
    answer = client.get(f"/events/{event.id}.json")
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json()["event"]["id"] == event.id
    assert [r["id"] for r in answer.json()["reports"]] == list(event.reports)


def test_what_a_person_set_right_shows_with_who_why_and_what_it_was(
    client: TestClient[Litestar], opened: Record
) -> None:
    event = event_of(opened, mode="phone")
    opened.correct(event.id, "date", "2024-05-06", by="Rina <b>", reason="<i>log</i> book")
    tree = page(client, f"/events/{event.id}")
    told = " ".join(texts(tree, "#f-date .hand"))
    assert "6 May 2024" in told and "Rina <b>" in told and "<i>log</i> book" in told
    assert any("Rina <b>" in row for row in texts(tree, ".log tr"))
    assert not tree.css("main i, .log b")


@pytest.mark.parametrize("language", languages())
def test_hostile_words_stay_words(client: TestClient[Litestar], opened: Record, language: str) -> None:
    event = event_of(opened, type="REJECT")
    tree = page(client, f"/events/{event.id}?lang={language}")
    assert not tree.css(ALIEN)
    assert "<script>alert(1)</script>" in one(tree, "body").text()
    assert all(each.startswith(("/", "#")) for each in links(tree))
    assert one(tree, "html").attributes["lang"] == language
    assert area("event", language)["facts"] in one(tree, "body").text()
    assert line(HOSTILE) in " ".join(one(tree, "body").text().split())


@pytest.mark.parametrize(
    ("form", "said", "language", "words"),
    [
        (
            "correct",
            {"field": "date", "value": "yes<b>day", "reason": "my <i>"},
            "en",
            "“yes<b>day” is no date.",
        ),
        ("correct", {"field": "duration", "value": "long", "reason": "r"}, "id", "bukan jangka waktu"),
        ("correct", {"field": "actors", "value": "Atlantis", "reason": "r"}, "id", "bernama “Atlantis”"),
        ("join", {"other": "/events/ffff", "reason": "r"}, "id", "Tidak ada peristiwa “ffff”"),
        ("split", {"reason": "r"}, "id", "Centanglah laporan"),
        ("confirm", {"reason": "r", "by": " "}, "en", ""),
    ],
)
def test_a_form_that_cannot_be_done_comes_back_as_it_was_filled(
    client: TestClient[Litestar], opened: Record, form: str, said: dict[str, str], language: str, words: str
) -> None:
    event = event_of(opened, mode="phone")
    client.cookies.set("lang", language)
    token = one(page(client, f"/events/{event.id}"), "input[name=csrf]").attributes["value"] or ""
    answer = client.post(f"/events/{event.id}/{form}", data={**said, "csrf": token})
    if not words:
        assert answer.status_code == 303
        return
    tree = LexborHTMLParser(answer.text)
    assert answer.status_code == 400
    assert words in one(tree, "[role=alert]").text()
    assert words in one(tree, f"form[action$='/{form}'] #trouble").text()
    for name, value in said.items():
        field = one(tree, f"form[action$='/{form}'] [name={name}]")
        chosen = field.css_first("option[selected]")
        given = chosen.attributes["value"] if chosen else field.attributes["value"]
        assert given == value
    assert not tree.css("form i")


def test_an_address_that_cannot_be_asked_is_kept_to_be_set_right(client: TestClient[Litestar]) -> None:
    for path in ("/events", "/timeline", "/brief"):
        tree = page(client, path, 400, since="<b>tomorrow", party="RUS", lang="id")
        fields = {f.attributes["name"]: f.attributes["value"] for f in tree.css("main form input")}
        assert fields == {"since": "<b>tomorrow", "party": "RUS"}
        assert "Tulislah 2021-12-05" in texts(tree, ".lede")[0]


def test_reasons_name_reports_by_outlet_and_day(client: TestClient[Litestar], opened: Record) -> None:
    event = event_of(opened, mode="phone")
    assert event.reasons
    tree = page(client, f"/events/{event.id}")
    told = " ".join(texts(tree, ".reasons"))
    assert not [id for id in event.reports if id in told]
    for report in opened.reports_of(event):
        assert report.outlet and report.outlet in told
    leads = links(tree, ".reasons a")
    assert leads and all(each.startswith("/article?id=") and "#s" in each for each in leads)
    assert client.get(leads[0]).status_code == 200
