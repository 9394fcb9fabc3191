"""The API answers what the record answers, a page at a time and in bulk; errors have one shape; ids lead on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

import msgspec
import pytest
from desk_doors import LOCAL, TEAM, Doors
from litestar import Litestar
from litestar.testing import TestClient

from kawat.desk import briefs, exports
from kawat.desk.api.files import Name
from kawat.record import Filter, Record, open_record

API = "/api/v1"
Client = TestClient[Litestar]


@pytest.fixture
def opened(record: str, tmp_path: Path) -> Iterator[Record]:
    with closing(sqlite3.connect(record)) as kept:
        kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open_record(shutil.copy(record, tmp_path / "desk.db")) as made:
        made.stories()
        yield made


@pytest.fixture
def client(opened: Record) -> Client:
    return Doors(opened, LOCAL).client()


def plain(item: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(item))


def first(record: Record) -> str:
    return record.events(Filter(mode="phone"))[0].id


ANSWERS: dict[str, Callable[[Record], Any]] = {
    "/events": lambda r: r.events(),
    "/events?order=oldest": lambda r: r.timeline(),
    "/events?status=planned&between=IDN&between=Australia": lambda r: r.events(Filter(status="planned")),
    "/events?text=Prabowo&contested=false": lambda r: r.events(Filter(text="Prabowo", contested=False)),
    "/events?since=2024-05-20&kind=contacts": lambda r: r.events(Filter(since="2024-05-20", kind="contacts")),
    "/events?confirmed=true": lambda r: [],
    "/events/facets?party=IDN": lambda r: r.facets(Filter(party="IDN")),
    "/counts": lambda r: r.counts(),
    "/agenda/counts": lambda r: r.standings("2026-11-28"),
    "/articles": lambda r: r.articles().articles,
    "/articles?text=Anwar": lambda r: r.articles(text="Anwar").articles,
    "/article?id=pagi": lambda r: r.article("pagi"),
    "/article/events?id=post": lambda r: r.events_of("post"),
    "/article/copies?id=post": lambda r: r.copies_of("post"),
    "/search?q=Prabowo": lambda r: r.search("Prabowo"),
    "/actors": lambda r: r.actors(),
    "/actors?persons=true&size=2": lambda r: r.actors(limit=2, persons=True),
    "/pairs?type=CONSULT": lambda r: r.pairs(Filter(type="CONSULT")),
    "/stories": lambda r: r.story_page().stories,
    "/copies": lambda r: r.copies(),
    "/decisions": lambda r: r.decisions(),
    "/decisions?newest=true": lambda r: r.decisions()[::-1],
    "/alerts": lambda r: [],
}


@pytest.mark.parametrize("path", ANSWERS)
def test_a_route_answers_what_the_record_answers(opened: Record, client: Client, path: str) -> None:
    answer = client.get(API + path)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["items"] if isinstance(told, dict) and "items" in told else told) == plain(
        ANSWERS[path](opened)
    )


def test_an_event_comes_with_all_that_is_told_of_it(opened: Record, client: Client) -> None:
    event = opened.event(first(opened))
    told = client.get(f"{API}/events/{event.id}").json()
    assert told == plain(
        {
            "event": event,
            "reports": opened.reports_of(event),
            "stories": opened.stories_of(event),
            "decisions": opened.decisions(event.id),
        }
    )
    why = client.get(f"{API}/events/{event.id}/why-not/{event.id}").json()
    assert why == plain(opened.compare(event.id, event.id))


def test_the_agenda_says_how_each_stands(opened: Record, client: Client) -> None:
    told = client.get(f"{API}/agenda", params={"standing": "overdue"}).json()
    assert [(due["standing"], due["event"]) for due in told] == [
        ("overdue", event) for event in plain(opened.agenda("2026-11-28", standing="overdue"))
    ]


@pytest.mark.parametrize("order", ["newest", "oldest", "reported", "sources", "confidence"])
def test_all_pages_together_have_every_event_once(opened: Record, client: Client, order: str) -> None:
    here, found = f"{API}/events?size=1&order={order}", []
    while here:
        page = client.get(here).json()
        assert (len(page["items"]), page["total"]) == (1, 4)
        found += [event["id"] for event in page["items"]]
        here = page["next"]
    assert sorted(found) == sorted(event.id for event in opened.events())


@pytest.mark.parametrize("path", ["/articles", "/stories", "/decisions", "/copies"])
def test_other_lists_come_in_pages_too(opened: Record, client: Client, path: str) -> None:
    for event in opened.events()[:3]:
        opened.confirm(event.id, by="Sari")
    whole, here, found = client.get(API + path).json(), f"{API}{path}?size=1", []
    while here:
        page = client.get(here).json()
        assert page["total"] == whole["total"]
        found += page["items"]
        here = page["next"]
    assert found == whole["items"]


def test_in_bulk_comes_everything_as_lines(opened: Record, client: Client) -> None:
    answer = client.get(f"{API}/events/stream")
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    assert [msgspec.json.decode(line) for line in answer.content.splitlines()] == plain(opened.timeline())
    some = client.get(f"{API}/events/stream?mode=phone").content.splitlines()
    assert [msgspec.json.decode(line)["id"] for line in some] == [first(opened)]
    reports = [
        msgspec.json.decode(line) for line in client.get(f"{API}/reports/stream").content.split(b"\n")[:-1]
    ]
    assert sorted(r["report"]["id"] for r in reports) == sorted(r for e in opened.events() for r in e.reports)
    articles = client.get(f"{API}/articles/stream").content.split(b"\n")[:-1]
    assert [msgspec.json.decode(line) for line in articles] == plain(
        [opened.article(id) for id in opened.article_ids()]
    )


def test_a_stream_holds_a_page_at_a_time(opened: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.desk.api import streams

    asked: list[int] = []
    page = Record.page
    monkeypatch.setattr(streams, "_BULK", 1)
    monkeypatch.setattr(Record, "page", lambda *a, **k: asked.append(1) or page(*a, **k))
    events = streams.every_event(opened, Filter())
    next(events)
    assert len(asked) == 1
    assert len(list(events)) == 3


@pytest.mark.parametrize("name", exports.FORMATS)
def test_an_export_is_what_the_command_line_writes(opened: Record, client: Client, name: str) -> None:
    from kawat.desk.words import words

    answer = client.get(f"{API}/exports/{name}?mode=phone&lang=id")
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == exports.FORMATS[name].media_type.split(";")[0]
    assert answer.headers["content-disposition"].startswith('attachment; filename="kawat-2026-11-28')
    context = exports.context_of(opened, words("id"), "2026-11-28", base="http://127.0.0.1:8000")
    events = exports.stream(opened, Filter(mode="phone"))
    assert answer.content == b"".join(exports.FORMATS[name].write(events, context))


def test_the_description_names_all_formats(client: Client) -> None:
    assert list(get_args(Name)) == list(exports.FORMATS)
    assert [f["name"] for f in client.get(f"{API}/exports").json()] == list(exports.FORMATS)


@pytest.mark.parametrize("form", briefs.FORMATS)
def test_a_brief_is_a_file(opened: Record, client: Client, form: str) -> None:
    from kawat.desk.words import words

    answer = client.get(f"{API}/brief?format={form}&lang=id&title=Ringkasan&party=IDN&limit=3")
    made = briefs.of_record(
        opened, Filter(party="IDN"), words("id"), today="2026-11-28", title="Ringkasan", limit=3
    )
    assert answer.content == briefs.FORMATS[form].set(made, words("id"))
    assert answer.headers["content-type"] == briefs.FORMATS[form].media
    assert answer.headers["content-disposition"].startswith("attachment")


def test_former_ids_lead_on(opened: Record, client: Client) -> None:
    one, other = sorted(event.id for event in opened.events() if event.date)[:2]
    joined = opened.join(one, other, by="Sari")
    former = other if joined.id == one else one
    answer = client.get(f"{API}/events/{former}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"{API}/events/{joined.id}")
    assert client.get(answer.headers["location"]).json()["event"]["id"] == joined.id
    story = opened.stories()[0]
    by_article = client.get(f"{API}/stories/{story.articles[0]}")
    assert (by_article.status_code, by_article.headers["location"]) == (307, f"{API}/stories/{story.id}")


@pytest.mark.parametrize("path", ["/events", "/counts", "/articles?size=1", "/exports/csv", "/events/stream"])
def test_what_is_known_is_not_sent_again(opened: Record, client: Client, path: str) -> None:
    tag = client.get(API + path).headers["etag"]
    again = client.get(API + path, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    opened.confirm(first(opened), by="Sari")
    fresh = client.get(API + path, headers={"if-none-match": tag})
    assert fresh.status_code == 200
    assert fresh.headers["etag"] != tag


def test_saved_searches_have_no_tag(client: Client) -> None:
    assert "etag" not in client.get(f"{API}/alerts").headers


LONG = "x" * 5000
REFUSED = {
    "/nope": 404, "/events/": 200, "/events/none": 404, "/events/%00": 404, "/events/..%2F..%2Fetc": 404,
    "/events/a/b/c": 404, f"/events/{LONG}": 404, "/article?id=none": 404, "/article": 400, "/stories/%ff": 404,
    "/events?status=open": 400, "/events?size=0": 400, "/events?size=x": 400, "/events?size=201": 400,
    "/events?since=2024-13": 400, "/events?since=2023-02-29": 400, "/events?sources=-1": 400,
    "/events?after=x": 409, "/events?after=WyJuZXdlc3QiXQ": 409, f"/events?after={LONG}": 400,
    "/events?party=Atlantis": 409, "/events?between=x&between=y": 409, "/events?story=none": 200,
    "/events?type=null": 400, "/events?kind=acts&kind=contacts": 400, "/events?text=%3F": 409,
    "/events/stream?text=%3F": 409, "/exports/csv?text=%3F": 409, "/exports/xls": 400, "/brief?format=odt": 400,
    "/search?q=": 400, "/search?q=%22%22": 409, "/events?person=%27%20OR%201%3D1": 200, "/agenda?standing=late": 400,
    "/alerts/none": 404, "/alerts/none/notices": 404, "/copies?start=-1": 400,
    "/events?outlet=" + quote('"><script>'): 200,
}  # fmt: skip


@pytest.mark.parametrize("path", REFUSED)
def test_what_cannot_be_is_told_in_one_shape(client: Client, path: str) -> None:
    answer = client.get(API + path)
    assert answer.status_code == REFUSED[path], answer.text[:300]
    if answer.status_code >= 400:
        shaped(answer)


@pytest.mark.parametrize("path", ["/api/nope", "/api/v2/events", "/api/v1", "/api/v1/"])
def test_unknown_addresses_of_the_api_are_told_so_too(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    shaped(answer)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_other_methods_are_refused_with_those_that_there_are(client: Client, method: str) -> None:
    answer = client.request(method, f"{API}/counts")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    shaped(answer)


def test_options_names_all_methods_of_a_path(client: Client) -> None:
    assert client.options(f"{API}/articles").headers["allow"] == "GET, OPTIONS, POST"


def shaped(answer: Any) -> None:
    told = answer.json()
    assert set(told) == {"error"}
    assert set(told["error"]) == {"status", "code", "message"}
    assert told["error"]["status"] == answer.status_code
    assert told["error"]["code"].replace("_", "").isalpha()
    assert told["error"]["message"]
    assert "Traceback" not in answer.text


def kept(record: Record) -> Any:
    from kawat.record.watching import watching_of

    return record.counts(), record.events(), record.decisions(), watching_of(record).all()


BODIES: dict[str, tuple[str, Any, int]] = {
    "no text": ("/articles", {"id": "x"}, 400),
    "empty text": ("/articles", {"text": ""}, 400),
    "blank text": ("/articles", {"text": " \n\t"}, 409),
    "unknown field": ("/articles", {"text": "x", "path": "/etc/passwd"}, 400),
    "no day": ("/articles", {"text": "x", "published": "yesterday"}, 400),
    "too large": ("/articles", {"text": "x" * 1_100_000}, 413),
    "no field": ("/events/none/corrections", {"field": "id", "value": "x"}, 400),
    "no event": ("/events/none/confirmations", {"by": "Sari"}, 404),
    "no such value": ("/events/{id}/corrections", {"field": "status", "value": "x", "by": "Sari"}, 409),
    "nobody signs": ("/events/{id}/confirmations", {}, 409),
    "one event": ("/events/{id}/join", {"other": "{id}", "by": "Sari"}, 409),
    "nothing apart": ("/events/{id}/split", {"apart": [], "by": "Sari"}, 400),
    "no filter": ("/alerts", {"query": "party=Atlantis"}, 409),
    "no webhook": ("/alerts", {"query": "", "webhook": "file:///etc/passwd"}, 409),
    "no mail": ("/alerts", {"query": "", "email": "a@b\r\nBcc: c@d.example"}, 409),
    "no decision": ("/decisions/77/undo", {"by": "Sari"}, 404),
    "no number": ("/decisions/0/undo", {"by": "Sari"}, 400),
    "no object": ("/articles", [], 400),
}


@pytest.mark.parametrize("case", BODIES)
def test_bodies_that_cannot_be_change_nothing(opened: Record, client: Client, case: str) -> None:
    path, body, status = BODIES[case]
    id, before = first(opened), kept(opened)
    body = msgspec.json.decode(msgspec.json.encode(body).replace(b"{id}", id.encode()))
    answer = client.post(API + path.replace("{id}", id), json=body)
    assert answer.status_code == status, answer.text[:300]
    shaped(answer)
    assert kept(opened) == before


def test_a_page_that_is_sent_is_read_and_kept(opened: Record, client: Client) -> None:
    text = "Presiden Kenya William Ruto bertemu Presiden Ghana John Mahama di Nairobi, Senin (6/5/2024)."
    page = f"<html><head><title>Kabar</title></head><body><article><p>{text}</p></article></body></html>"
    sent = {"text": page, "url": "https://news.example/1", "published": "2024-05-07", "language": "id"}
    answer = client.post(f"{API}/articles", json=sent)
    assert answer.status_code == 201
    told = answer.json()
    article = opened.article(told["article"])
    assert (article.title, article.url, article.published and article.published.value) == (
        "Kabar", "https://news.example/1", "2024-05-07",
    )  # fmt: skip
    assert [event.id for event in opened.events_of(told["article"])] == told["events"] != []
    again = client.post(f"{API}/articles", json=sent).json()
    assert again == {**told, "outcome": "duplicate"}


def test_searches_are_saved_found_and_removed(opened: Record, client: Client) -> None:
    answer = client.post(
        f"{API}/alerts",
        json={"query": "status=planned", "name": "Plans", "webhook": "https://desk.example/hook"},
    )
    assert answer.status_code == 201
    saved = answer.json()
    assert saved["search"]["query"] == "status=planned"
    assert saved["secret"]
    assert client.get(saved["feed"]).status_code == 200
    (listed,) = client.get(f"{API}/alerts").json()
    assert listed == client.get(f"{API}/alerts/{listed['id']}").json() == saved["search"]
    note(opened, listed["id"], 3)
    page = client.get(f"{API}/alerts/{listed['id']}/notices?size=2").json()
    rest = client.get(page["next"]).json()
    assert [n["number"] for n in page["items"] + rest["items"]] == [3, 2, 1]
    assert (page["total"], rest["next"]) == (3, None)
    assert client.get(f"{API}/alerts/{listed['id']}/deliveries").json() == []
    assert client.delete(f"{API}/alerts/{listed['id']}").status_code == 204
    assert client.get(f"{API}/alerts").json() == []


def note(record: Record, id: str, count: int) -> None:
    from kawat.record.watch_model import Notice
    from kawat.record.watching import watching_of

    for n in range(count):
        watching_of(record).note(id, "2026-11-28T06:00:00+00:00", [Notice(f"e{n}", "new", "-")], {})


ROLES = {
    "nobody": (None, 401, 401), "a reader": ("Rina read", 200, 403), "an editor who may read": ("Edi read", 200, 403),
    "an editor": ("Edi write", 200, 201), "an admin": ("Ani admin", 200, 201),
}  # fmt: skip


@pytest.mark.parametrize("who", ROLES)
def test_each_may_do_what_their_role_and_token_say(opened: Record, who: str) -> None:
    token, reads, writes = ROLES[who]
    doors = Doors(opened, TEAM).fill()
    headers = doors.bearer(*token.split()) if token else {}
    client = doors.client()
    for path in ("/events", "/exports/csv", "/brief", "/alerts", "/articles/stream"):
        assert client.get(API + path, headers=headers).status_code == reads, path
    for path, body in (("/articles", {"text": "Kabar."}), ("/alerts", {"query": ""})):
        answer = client.post(API + path, json=body, headers=headers)
        assert answer.status_code == writes, path
    if writes != 201:
        shaped(answer)


def test_searches_of_others_are_not_there(opened: Record) -> None:
    doors = Doors(opened, TEAM).fill()
    client, editor, reader, admin = (
        doors.client(), doors.bearer("Edi", "write"), doors.bearer("Rina"), doors.bearer("Ani", "admin"),
    )  # fmt: skip
    id = client.post(f"{API}/alerts", json={"query": ""}, headers=editor).json()["search"]["id"]
    assert [len(client.get(f"{API}/alerts", headers=who).json()) for who in (editor, reader, admin)] == [
        1,
        0,
        1,
    ]
    for path in ("", "/notices", "/deliveries"):
        assert client.get(f"{API}/alerts/{id}{path}", headers=reader).status_code == 404


def test_who_has_a_token_signs_by_their_own_name(opened: Record) -> None:
    doors = Doors(opened, TEAM).fill()
    answer = doors.client().post(
        f"{API}/events/{first(opened)}/confirmations",
        json={"by": "Somebody"},
        headers=doors.bearer("Edi", "write"),
    )
    assert answer.status_code == 201
    assert opened.decisions()[-1].by == "Edi"


def test_the_description_says_what_it_takes_to_get_in(opened: Record) -> None:
    alone = Doors(opened, LOCAL).client().get("/api/openapi.json").json()
    team = Doors(opened, TEAM).fill().client().get("/api/openapi.json").json()
    assert "security" not in alone
    assert team["security"] == [{"token": []}]
    assert all(path.startswith(API) for path in team["paths"])


@pytest.mark.parametrize(
    "path", ["/events.csv", "/contacts.ics", "/events.atom", "/export/jsonl", "/brief?format=md"]
)
def test_files_of_the_pages_say_their_charset_once(client: Client, path: str) -> None:
    assert client.get(path).headers["content-type"].count("charset") <= 1


@pytest.mark.parametrize(
    "path", ["/events.csv?text=%3F", "/export/csv?status=open", "/contacts.atom?text=%3F"]
)
def test_files_of_the_pages_tell_what_is_wrong_before_they_begin(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400
