"""Saved searches: the list, a new one with what it finds now, one with what it found, its feed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from litestar import Controller, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk import address, troubles
from kawat.desk.alerts import feeds, messages, rounds
from kawat.desk.web.desk import Desk
from kawat.desk.web.filters import chips, value_words
from kawat.desk.web.forms import NONE, Form, Trouble, text, trouble_of
from kawat.desk.web.persons import ANYONE, EDITOR, READER
from kawat.desk.web.rows import row_of
from kawat.desk.web.watches import own, owner, save
from kawat.errors import DeliveryError, UsageError
from kawat.record.model import Filter
from kawat.record.watch_model import Watch
from kawat.record.watching import watching_of

SHOWN = 100  # notices on the page of a search


class Alerts(Controller):
    """Saved searches. Everyone sees their own, an admin all."""

    path = "/alerts"
    opt = READER

    @get("/", sync_to_thread=True)
    def searches(self, desk: Desk) -> Response[str]:
        """List saved searches."""
        watching = watching_of(desk.record)
        rows = [(w, next(iter(watching.notices(w.id, limit=1)), None)) for w in watching.all(owner(desk))]
        return desk.page("alerts.html.j2", rows=rows, alerts=desk.area("alerts"))

    @get("/new", sync_to_thread=True)
    def new(self, desk: Desk) -> Response[str]:
        """Show what a search finds now, before it is saved."""
        return _new(desk, desk.wanted())

    @post("/", opt=EDITOR, sync_to_thread=True)
    def save(self, desk: Desk, data: Form) -> Response[str]:
        """Save a search; show the key of its feed, once."""
        name, query, webhook, email = (text(data, n) for n in ("name", "query", "webhook", "email"))
        try:
            made, feed = save(desk, name, query, webhook or None, email or None)
        except UsageError as error:
            return _new(desk, address.filter_of(query), trouble_of("save", data, error, desk.language))
        return _shown(desk, made, feed=feed)

    @get("/{id:str}", sync_to_thread=True)
    def search(self, desk: Desk, id: FromPath[str]) -> Response[str]:
        """Show a saved search with what it found and what was sent."""
        return _shown(desk, own(desk, id))

    @post("/{id:str}/test", opt=EDITOR, sync_to_thread=True)
    def test(self, desk: Desk, id: FromPath[str], data: Form) -> Response[str]:
        """Send a test message; tell what came of it."""
        watch, channel = own(desk, id), text(data, "channel")
        try:
            rounds.test(
                desk.record, watch, "email" if channel == "email" else "webhook", desk.options.post, _now()
            )
        except DeliveryError as error:
            return _shown(desk, watch, note=troubles.told(error, desk.language))
        return _shown(desk, watch, note=desk.area("alerts")["test_done"])

    @post("/{id:str}/remove", opt=EDITOR, sync_to_thread=True)
    def remove(self, desk: Desk, id: FromPath[str], data: Form) -> Redirect:
        """Remove a saved search."""
        watching_of(desk.record).remove(own(desk, id).id)
        return Redirect("/alerts", status_code=303)

    @get("/{id:str}/feed.atom", opt=ANYONE, sync_to_thread=True)
    def feed(self, desk: Desk, id: FromPath[str]) -> Response[bytes]:
        """Return what a search found as an Atom feed, to whoever has its key."""
        watching = watching_of(desk.record)
        if not watching.opens(id, desk.asked("key")):
            raise NotFoundException
        watch = watching.one(id)
        made = feeds.atom(watch, watching.notices(id, limit=SHOWN), str(desk.request.base_url))
        return Response(made, media_type="application/atom+xml")


def _new(desk: Desk, wanted: Filter, trouble: Trouble = NONE) -> Response[str]:
    found = desk.record.page(wanted, order="reported", size=5)
    return desk.page(
        "alert_new.html.j2",
        status=400 if trouble.form else 200,
        alerts=desk.area("alerts"),
        query=address.address_of(wanted),
        chips=chips(desk, wanted),
        total=found.total,
        name=value_words(desk, "event", wanted.event) if wanted.event else "",
        rows=[row_of(event, desk.words, desk.today) for event in found.events],
        smtp=bool(desk.options.post.smtp),
        trouble=trouble,
    )


def _shown(desk: Desk, watch: Watch, **more: Any) -> Response[str]:
    watching, says = watching_of(desk.record), desk.area("alerts")
    told = [
        (n, [messages.difference_words(d, desk.words, says) for d in n.differences])
        for n in watching.notices(watch.id, limit=SHOWN)
    ]
    wanted = address.filter_of(watch.query)
    given = {"feed": "", "note": "", **more, "secret": watching.secret(watch.id) if watch.webhook else ""}
    sent = watching.deliveries(watch.id)
    given["feed_whole"] = str(desk.request.base_url).rstrip("/") + given["feed"]
    return desk.page(
        "alert.html.j2", watch=watch, told=told, sent=sent, chips=chips(desk, wanted), alerts=says, **given
    )


def _now() -> datetime:
    return datetime.now(UTC)
