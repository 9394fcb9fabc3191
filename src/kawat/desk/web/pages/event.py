"""The page of one event: what is believed of it, who says so in which words, and how that came about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Controller, MediaType, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk import accounts, corrections, disputes, wording
from kawat.desk.clean import clip, json_safe, line
from kawat.desk.drawing.chain import Options, chain
from kawat.desk.web.desk import Desk
from kawat.desk.web.drawn import Drawn, drawn
from kawat.desk.web.facts import Sayer
from kawat.desk.web.forms import NONE, Trouble, trouble_of
from kawat.desk.web.persons import READER
from kawat.desk.web.proofs import Prover, in_reading_order
from kawat.desk.web.reasons import reasons_of
from kawat.desk.web.rows import Row, article_href, event_href, pair_href, row_of, story_href
from kawat.desk.web.tellings import dispute_rows, fulfils, source_rows, step_rows
from kawat.desk.words import Words
from kawat.errors import KawatError
from kawat.linking.model import Event
from kawat.reading.model import Report
from kawat.record.dates import bounds
from kawat.record.model import Filter, Order

AROUND = 3  # events between the same before and after
_JSON = ".json"


class EventPage(Controller):
    """Single events."""

    opt = READER

    @get("/events/{id:str}", sync_to_thread=True)
    def event(self, desk: Desk, id: FromPath[str]) -> Response[Any]:
        """Show an event; the ids of former events, and beginnings of ids, lead to its own."""
        asked, form = (id.removesuffix(_JSON), _JSON) if id.endswith(_JSON) else (id, "")
        found = desk.record.event(asked)
        if found.id != asked:
            query = desk.request.url.query
            to = event_href(found.id) + form + (f"?{query}" if query else "")
            return Redirect(to, status_code=301, headers={"Cache-Control": "no-cache"})
        reports = desk.record.reports_of(found)
        if form:
            return _json({"event": found, "reports": reports})
        return desk.page("event.html.j2", **page_of(desk, found, reports))


def _json(what: Any) -> Response[str]:
    text = json_safe(msgspec.json.encode(what).decode())
    return Response(text, media_type=MediaType.JSON)


def failed(desk: Desk, id: str, form: str, data: dict[str, Any], error: KawatError) -> Response[str]:
    """Return the page of an event with one of its forms as it was filled, and why it could not be done.

    Raises:
        RecordError: there is no such event.
    """
    event = desk.record.event(id)
    trouble = trouble_of(form, data, error, desk.language)
    return desk.page(
        "event.html.j2", status=400, **page_of(desk, event, desk.record.reports_of(event), trouble)
    )


def page_of(desk: Desk, event: Event, reports: list[Report], trouble: Trouble = NONE) -> dict[str, Any]:
    """Return all that the page of an event shows."""
    words, own = desk.words, desk.area("event")
    prover = Prover(event.id, words, desk.record.article)
    by_id = {r.id: r for r in reports}
    steps = step_rows(event, by_id, prover, words)
    return {
        "own": own,
        "event": event,
        "reports": reports,
        "row": row_of(event, words, desk.today),
        "sentence": wording.sentence(event, words, reports),
        "facts": Sayer(event, in_reading_order(reports, desk.language), prover, words, own).facts(),
        "steps": [step for step in steps if step.news],
        "echoes": [step for step in steps if not step.news],
        "fulfils": fulfils(event, words, own),
        "counted": accounts.counted(event, words),
        "witnesses": source_rows(event, reports, words),
        "drawing": _drawn(event, reports, words),
        "disputes": dispute_rows(event, by_id, prover, words),
        "reasons": reasons_of(desk, event, reports),
        "review": desk.area("review"),
        "trouble": trouble,
        "by": desk.person.name or desk.options.by,
        **_decided(desk, event),
        **_around(desk, event),
    }


def _drawn(event: Event, reports: list[Report], words: Words) -> Drawn | None:
    """Draw who had an event from whom; nothing where one article tells it."""
    if len(event.articles) < 2:
        return None
    titles = {r.article: r.title for r in reports}
    return drawn(chain(event, words, lambda id: article_href(id, event.id), Options(titles=titles)))


def _decided(desk: Desk, event: Event) -> dict[str, Any]:
    words = desk.words
    set_right = [
        (
            disputes.field_name(c.field, words),
            corrections.value_words(c.field, c.value, words),
            corrections.value_words(c.field, c.was, words),
            c,
        )
        for c in event.corrections
    ]
    log = [
        (d, corrections.about(d, words), clip(line(d.reason), 200))
        for d in desk.record.decisions(event.id)[::-1]
    ]
    return {"set_right": set_right, "log": log}


def _around(desk: Desk, event: Event) -> dict[str, Any]:
    """Return what an event belongs to: its stories, and what was before and after between the same."""
    stories = [(line(s.title), story_href(s.id), s) for s in desk.record.stories_of(event)]
    codes = tuple(sorted({p.country for p in (*event.actors, *event.recipients)}))
    near = _near(desk, event, codes) if len(codes) == 2 else {}
    alert = "/alerts/new?" + urlencode([("between", code) for code in codes])
    both = len(codes) == 2
    return {
        "stories": stories,
        "near": near,
        "pair": pair_href(*codes) if both else None,
        "alert": alert if both else None,
    }


def _near(desk: Desk, event: Event, pair: tuple[str, ...]) -> dict[str, list[Row]]:
    """Return the events between the same two that come next after an event, those of its day, those next before."""
    span = bounds(event.date) or bounds((wording.first_said(event) or "")[:10])
    if not span:
        return {}
    wanted: dict[str, tuple[Filter, Order]] = {
        "later": (Filter(between=pair, since=_day(span[1], 1)), "oldest"),
        "same_day": (Filter(between=pair, since=span[0], until=span[1]), "oldest"),
        "earlier": (Filter(between=pair, until=_day(span[0], -1)), "newest"),
    }
    found = {}
    for name, (asked, order) in wanted.items():
        events = desk.record.page(asked, order=order, size=AROUND + 1).events
        others = [e for e in events if e.id != event.id][:AROUND]
        others = others[::-1] if name == "later" else others
        found[name] = [row_of(e, desk.words, desk.today) for e in others]
    return {name: rows for name, rows in found.items() if rows}


def _day(day: str, step: int) -> str:
    """Return the day before or after a day (YYYY-MM-DD); the same where there is none."""
    try:
        return (date.fromisoformat(day) + timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):
        return day
