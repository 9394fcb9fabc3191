"""Where persons set right what the machine made: forms, the queue of the least certain, the log, undo.

Every form is sent with POST and answered with a redirect to what it changed, so that reloading repeats nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from litestar import Controller, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk import corrections
from kawat.desk.names import coded
from kawat.desk.web.desk import Desk
from kawat.desk.web.forms import Form, text, texts
from kawat.desk.web.pages.event import failed
from kawat.desk.web.persons import EDITOR, READER
from kawat.desk.web.rows import Row, event_href, row_of
from kawat.desk.web.sheets import Said, said
from kawat.errors import RecordError, UsageError
from kawat.linking.model import Event
from kawat.reading.model import Report

QUEUE = 25  # events of the queue on a page
LOG = 200  # decisions of the log on a page


class Review(Controller):
    """Corrections and their log."""

    opt = READER

    @get("/review", sync_to_thread=True)
    def queue(self, desk: Desk) -> Response[str]:
        """Show the events that the reader is least sure of and nobody has confirmed."""
        wanted = msgspec.structs.replace(desk.wanted(), confirmed=False)
        after = desk.asked("after") or None
        found = desk.record.page(wanted, order="confidence", after=after, size=QUEUE)
        reports = desk.record.reports_of_many(found.events)
        rows = [_row(desk, event, reports[event.id]) for event in found.events]
        next_page = desk.here(after=found.next) if found.next else None
        return desk.page("review.html.j2", rows=rows, total=found.total, next=next_page, **_words(desk))

    @get("/decisions", sync_to_thread=True)
    def log(self, desk: Desk) -> Response[str]:
        """Show who decided what, newest first; with `event`, all that was decided about it."""
        event = desk.asked("event") or None
        after = desk.asked("after") or None
        found = desk.record.decision_page(event, newest=True, after=after, size=LOG)
        next_page = desk.here(after=found.next) if found.next else None
        rows = [(d, corrections.about(d, desk.words), event_href(d.event)) for d in found.decisions]
        return desk.page(
            "decisions.html.j2", rows=rows, event=event, total=found.total, next=next_page, **_words(desk)
        )

    @post("/events/{id:str}/confirm", opt=EDITOR, sync_to_thread=True)
    def confirm(self, desk: Desk, id: FromPath[str], data: Form) -> Response[Any]:
        """Confirm that an event is right as it stands."""
        queued = data.get("back") == "review"

        def confirm() -> Event:
            return desk.record.confirm(id, **_signed(desk, data))

        return _tried(desk, id, "confirm", data, confirm, to="/review" if queued else "")

    @post("/events/{id:str}/correct", opt=EDITOR, sync_to_thread=True)
    def correct(self, desk: Desk, id: FromPath[str], data: Form) -> Response[Any]:
        """Set a value right, of the event or of one of its reports."""

        def correct() -> Event:
            field, of = text(data, "field"), text(data, "report") or id
            return desk.record.correct(of, field, coded(field, text(data, "value")), **_signed(desk, data))

        return _tried(desk, id, "correct", data, correct)

    @post("/events/{id:str}/split", opt=EDITOR, sync_to_thread=True)
    def split(self, desk: Desk, id: FromPath[str], data: Form) -> Response[Any]:
        """Take the reports that were ticked out of the event."""

        def split() -> Event:
            apart = texts(data, "apart")
            if not apart:
                raise UsageError("name some of the event's reports, not all and not none", code="tick_some")
            return desk.record.split(id, apart, **_signed(desk, data))

        return _tried(desk, id, "split", data, split)

    @post("/events/{id:str}/join", opt=EDITOR, sync_to_thread=True)
    def join(self, desk: Desk, id: FromPath[str], data: Form) -> Response[Any]:
        """Make this event and another one."""

        def join() -> Event:
            other = text(data, "other").rsplit("/", 1)[-1]  # its id, or its address
            if not other:
                raise UsageError("name the other event", code="name_other")
            return desk.record.join(id, other, **_signed(desk, data))

        return _tried(desk, id, "join", data, join)

    @post("/decisions/{number:int}/undo", opt=EDITOR, sync_to_thread=True)
    def undo(self, desk: Desk, number: FromPath[int], data: Form) -> Redirect:
        """Take a decision back."""
        event = desk.record.undo(number, **_signed(desk, data))
        return _done(event) if event else Redirect("/decisions", status_code=303)


def _row(desk: Desk, event: Event, reports: Sequence[Report]) -> tuple[Row, int, Said | None]:
    """Return an event of the queue, the chance of its surest report in percent, and the sentence that proves it."""
    chance = round(100 * max((r.confidence for r in reports), default=0.0))
    return row_of(event, desk.words, desk.today), chance, said(desk, event, reports)


def _words(desk: Desk) -> dict[str, Any]:
    return {"review": desk.area("review"), "by": desk.person.name or desk.options.by}


def _signed(desk: Desk, data: dict[str, Any]) -> dict[str, str]:
    return {"by": desk.signature(text(data, "by")), "reason": text(data, "reason")}


def _tried(
    desk: Desk, id: str, form: str, data: dict[str, Any], decide: Callable[[], Event], *, to: str = ""
) -> Response[Any]:
    """Do what a form asks and lead to what it changed, or show the event with the form as it was filled.

    Raises:
        RecordError: the event itself is not there.
    """
    try:
        event = decide()
    except (UsageError, RecordError) as error:
        return failed(desk, id, form, data, error)
    return Redirect(to, status_code=303) if to else _done(event)


def _done(event: Event) -> Redirect:
    return Redirect(event_href(event.id) + "#review", status_code=303)
