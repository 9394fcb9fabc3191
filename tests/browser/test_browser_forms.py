"""Every form in a real browser, in both languages, each with and without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from browser_ways import FORM_WAYS, PASSWORD, fill, language, log_in, refuse, send

from kawat.desk.words import area, words
from kawat.record import Record
from kawat.record.model import EVERYTHING, Filter
from kawat.record.watching import watching_of

BEGINNINGS = {"markdown": b"# ", "html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK\x03\x04"}


def some_event(record: Record, *, reports: int = 1) -> Any:
    return next(e for e in record.page(EVERYTHING, size=200).events if len(e.reports) >= reports)


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_filter_and_search(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor = visit(site, **settings)
    page = visitor.go("/events")
    form = page.locator("details.filters form")
    if not form.is_visible():
        page.locator("details.filters summary").click()
    form.locator("[name=status]").select_option("planned")
    send(visitor, form)
    assert "status=planned" in page.url
    total = site.record.page(Filter(status="planned")).total
    assert str(total) in page.locator(".total").first.inner_text()
    page.locator("ul.chips a").first.click()
    page.wait_for_url(re.compile(r"/events(\?(?!.*status=planned).*)?$"))
    fill(page.locator("form.find"), q="perang")
    send(visitor, page.locator("form.find"))
    assert page.url.endswith("/search?q=perang")
    assert page.locator("main a[href^='/article']").count() > 0


def review(visitor: Any, event: str, does: str) -> Any:
    page = visitor.go(f"/events/{event}")
    form = page.locator(f"#review form[action$='/{does}']")
    return fill(form, by="Sari", reason=f"reason of {does}")


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_correct_confirm_and_undo(own_site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor, record = visit(own_site, **settings), own_site.record
    event = some_event(record)
    form = fill(review(visitor, event.id, "correct"), value="some day")
    assert "“some day”" in refuse(visitor, form)
    form = visitor.page.locator("#review form[action$='/correct']")
    assert form.locator("[name=reason]").input_value() == "reason of correct"
    form.locator("[name=field]").select_option("place")
    send(visitor, fill(form, value="Hobart"))
    assert visitor.page.url.endswith(f"/events/{event.id}#review")
    assert record.event(event.id).place.name == "Hobart"  # type: ignore[union-attr]
    assert "Hobart" in visitor.page.locator("main").inner_text()
    send(visitor, review(visitor, event.id, "confirm"))
    log = visitor.go("/decisions").locator("tbody").inner_text()
    says = words(language(settings)).decided
    for part in ("Sari", "reason of correct", "reason of confirm", says["correct"], says["confirm"]):
        assert part in log
    number = next(d.number for d in record.decisions() if d.kind == "correct")
    form = visitor.page.locator(f"form[action='/decisions/{number}/undo']")
    send(visitor, fill(form, by="Rina"))
    assert record.event(event.id).place == event.place
    assert "Rina" in visitor.go("/decisions").locator("tbody").inner_text()
    assert visitor.page.locator(f"form[action='/decisions/{number}/undo']").count() == 0


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_correct_one_report(own_site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor, record = visit(own_site, **settings), own_site.record
    event = some_event(record, reports=2)
    form = fill(review(visitor, event.id, "correct"), value="Hobart")
    form.locator("[name=field]").select_option("place")
    form.locator("[name=report]").select_option(event.reports[0])
    send(visitor, form)
    (decision,) = record.decisions()
    assert (decision.field, decision.by) == ("place", "Sari")
    assert decision.ones == (event.reports[0],)
    assert [r.place.name for r in record.reports_of(record.event(event.id)) if r.place][:1] == ["Hobart"]


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_split_and_join(own_site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor, record = visit(own_site, **settings), own_site.record
    event = some_event(record, reports=2)
    form = review(visitor, event.id, "split")
    form.locator("[name=apart]").first.check()
    send(visitor, form)
    # what is split off may find its place in another event that stands already
    one, other = _homes(record, event)
    form = fill(review(visitor, one, "join"), other=f"{own_site.base}/events/{other}")
    send(visitor, form)
    assert len(_homes(record, event)) == 1
    assert len(visitor.go("/decisions").locator("tbody tr").all()) >= 2


def _homes(record: Record, event: Any) -> list[str]:
    """Return the events in which the reports of a former one are now."""
    return [e.id for e in record.events() if set(e.reports) & set(event.reports)]


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_the_queue(own_site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor = visit(own_site, **settings)
    page = visitor.go("/review")
    form = page.locator("form[action$='/confirm']").first
    action = form.get_attribute("action")
    send(visitor, fill(form, by="Sari"))
    assert page.url.endswith("/review")
    assert page.locator(f"form[action='{action}']").count() == 0


@pytest.fixture
def hook() -> Iterator[tuple[str, list[Any]]]:
    """A server on the loopback that takes webhooks: its address, and what came."""
    got: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/hook", got
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_an_alert(
    hooked_site: Any, hook: tuple[str, list[Any]], visit: Callable[..., Any], settings: dict[str, Any]
) -> None:
    visitor, says = visit(hooked_site, **settings), area("alerts", language(settings))
    address, got = hook
    page = visitor.go("/alerts/new?status=planned")
    form = fill(
        page.locator("form[action='/alerts']"), name="Plans <b>", webhook="https://me:pw@host.example"
    )
    assert refuse(visitor, form) == area("errors", language(settings))["no_webhook"]
    send(visitor, fill(page.locator("form[action='/alerts']"), webhook=address))
    assert page.locator("h1").inner_text() == "Plans <b>"
    feed = page.locator("a[href*='/feed.atom?key=']").get_attribute("href")
    (made,) = watching_of(hooked_site.record).all()
    assert (made.query, made.webhook, made.language) == ("status=planned", address, language(settings))
    assert visitor.context.request.get(hooked_site.base + feed).status == 200
    send(visitor, page.locator(f"form[action='/alerts/{made.id}/test']"))
    assert says["test_done"] in page.locator("[role=status]").inner_text()
    assert [(body["test"], body["search"]["name"]) for body in got] == [(True, "Plans <b>")]
    assert "Plans <b>" in visitor.go("/alerts").locator("table").inner_text()
    page.goto(f"{hooked_site.base}/alerts/{made.id}")
    send(visitor, page.locator(f"form[action='/alerts/{made.id}/remove']"))
    assert page.url.rstrip("/").endswith("/alerts")
    assert watching_of(hooked_site.record).all() == []


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_a_brief(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor = visit(site, **settings)
    page = visitor.go("/brief")
    form = page.locator("form[action='/brief']")
    if not form.is_visible():
        page.locator("details.filters summary").click()
    send(visitor, fill(form, title="Ringkas & <b>", limit="5"))
    assert page.locator("article.brief h1").inner_text() == "Ringkas & <b>"
    begun = []
    for link in page.locator("nav.also a[download]").all():
        with page.expect_download() as waiting:
            link.click()
        begun.append(Path(waiting.value.path()).read_bytes()[:20])
        assert re.fullmatch(r"kawat-[\d-]+-(id|en)\.\w+", waiting.value.suggested_filename)
    assert len(begun) == len(BEGINNINGS)
    for start in BEGINNINGS.values():
        assert any(each.lower().startswith(start.lower()) for each in begun), (start, begun)
    visitor.check()


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_the_language(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor, other = visit(site, **settings), "en" if language(settings) == "id" else "id"
    page = visitor.go("/contacts")
    page.locator(f"nav.langs a[hreflang={other}]").click()
    page.wait_for_url("**lang=**")
    assert visitor.go("/acts").locator("html").get_attribute("lang") == other
    assert page.locator("h1").inner_text() == area("web", other)["acts"]


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_a_team(team_site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    """Who has not logged in sees nothing, a reader no form that changes something, an editor all."""
    says, event = area("team", language(settings)), some_event(team_site.record)
    visitor = visit(team_site, **settings)
    page = visitor.page
    page.goto(f"{team_site.base}/events/{event.id}")
    assert "/login?next=" in page.url
    visitor.wrong.clear()
    page.locator("form[action='/login'] [name=name]").fill("Rina")
    page.locator("form[action='/login'] [name=password]").fill(PASSWORD)
    send(visitor, page.locator("form[action='/login']"))
    assert page.url == f"{team_site.base}/events/{event.id}"
    assert page.locator("main form[method=post]").count() == 0
    page.locator("form[action='/logout'] button").first.click()
    page.wait_for_url("**/login**")
    editor = visit(team_site, **settings)
    editor.page.goto(f"{team_site.base}/login")
    form = fill(editor.page.locator("form[action='/login']"), name="Edi", password="wrong")
    with editor.page.expect_navigation():
        form.locator("button").click()
    assert says["wrong"] in editor.page.locator("[role=alert]").inner_text()
    editor.wrong.clear()  # the browser tells of the refusal
    log_in(editor, "Edi")
    page = editor.go(f"/events/{event.id}")
    form = page.locator("#review form[action$='/confirm']")
    assert form.locator("[name=by]").count() == 0  # who is logged in signs
    send(editor, fill(form, reason="seen"))
    assert [(d.kind, d.by) for d in team_site.record.decisions()] == [("confirm", "Edi")]


#: Forms that ask: the page, the field, what is written, and what the address then has.
ASKING = [
    ("/agenda", "today", "2022-02-01", "today=2022-02-01"),
    ("/articles", "q", "perang", "q=perang"),
    ("/actors", "q", "Rusia", "actors"),
    ("/search?q=x", "q", "perang", "q=perang"),
]


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_forms_that_ask(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor = visit(site, **settings)
    for path, name, value, address in ASKING:
        page = visitor.go(path)
        form = page.locator("main form[method=get]").first
        send(visitor, fill(form, **{name: value}))
        assert address in page.url
    page.goto(site.base + "/events?since=x&status=held")
    visitor.wrong.clear()  # the browser tells of the refusal
    assert area("web", language(settings))["error_400"] == page.locator("h1").inner_text()
    send(visitor, fill(page.locator("main form"), since="2020"))
    assert page.url.endswith("/events?since=2020&status=held")


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_the_menu(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    page = visit(site, **settings).go("/contacts")
    menu, link = page.locator(".menu > summary"), page.locator("nav.main a[href='/acts']")
    on_phone = settings["viewport"]["width"] < 768
    assert (menu.is_visible(), link.is_visible()) == (on_phone, not on_phone)
    if on_phone:
        menu.click()
    link.click()
    page.wait_for_url("**/acts")
