"""TimelineJS: one JSON object with a slide for each event that has a date; texts are HTML there, so all are escaped."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Iterator
from typing import Any

from kawat.desk import accounts, wording
from kawat.desk.clean import line
from kawat.desk.exports.common import as_json, day_of, event_address, name_of, span
from kawat.desk.exports.model import Context
from kawat.desk.words import area
from kawat.linking.model import Event


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write the slides; a vague date is a span, with its words beside it."""
    title = {"text": {"headline": html.escape(area("exports", context.words.language)["feed"])}}
    yield f'{{"title":{as_json(title)},"events":['.encode()
    comma = ""
    for event in events:
        days = span(day_of(event))
        if days is not None:
            yield f"{comma}\n{as_json(_slide(event, days, context))}".encode()
            comma = ","
    yield b"\n]}\n"


def _slide(event: Event, days: tuple[datetime.date, datetime.date], context: Context) -> dict[str, Any]:
    words = context.words
    headline = f"{words.statuses[event.status]}: {wording.sides(event, words)}"
    slide: dict[str, Any] = {
        "unique_id": f"event-{name_of(event.id).replace('%', '_')}",
        "start_date": _date(days[0]),
        "display_date": html.escape(wording.date_words(day_of(event) or "", words)),
        "group": html.escape(wording.kind(event, words)),
        "text": {"headline": html.escape(headline), "text": _text(event, context)},
        "autolink": False,
    }
    if days[0] != days[1]:
        slide["end_date"] = _date(days[1])
    return slide


def _date(day: datetime.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(event: Event, context: Context) -> str:
    words = context.words
    names = ", ".join(line(w.name) for w in event.sources)
    told = [wording.sentence(event, words), f"{accounts.counted(event, words)}: {names}"]
    text = "".join(f"<p>{html.escape(each)}</p>" for each in told)
    url = event_address(event, context.base)
    rel = "noopener noreferrer nofollow"
    return text + (
        f'<p><a href="{html.escape(url)}" rel="{rel}">{html.escape(event.id)}</a></p>' if url else ""
    )
