"""iCalendar (RFC 5545): an event a day, or as many days as its date may mean; no clock times, for Kawat knows none."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kawat.desk import wording
from kawat.desk.clean import line
from kawat.desk.exports.common import address, article_address, day_of, event_address, name_of, span, updated
from kawat.desk.exports.model import Context
from kawat.desk.names import place_name
from kawat.desk.words import area
from kawat.linking.model import Event
from kawat.reading.model import Report

if TYPE_CHECKING:
    import icalendar

Days = tuple[datetime.date, datetime.date]
_STATUSES = {"held": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE"}
_HEAD = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kawat//Kawat//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
)


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write each event that has a date; what was put off, called off or denied as cancelled on its day."""
    yield _HEAD.encode()
    for event, reports in context.told(events):
        days = span(day_of(event))
        if days is not None:
            yield _entry(event, reports, days, context).to_ical()
    yield b"END:VCALENDAR\r\n"


def _entry(event: Event, reports: Sequence[Report], days: Days, context: Context) -> icalendar.Event:
    import icalendar

    words, now = context.words, updated(event, context.today)
    made = icalendar.Event()
    made.add("uid", f"{name_of(event.id)}@kawat")
    made.add("dtstamp", now)
    made.add("last-modified", now)
    made.add("dtstart", days[0])
    made.add("dtend", days[1] + datetime.timedelta(days=1))  # the day after the last: RFC 5545, 3.6.1
    made.add("summary", f"{words.statuses[event.status]}: {wording.sides(event, words)}")
    made.add("description", "\n".join(_about(event, reports, days, context)))
    made.add("status", _STATUSES.get(event.status, "CANCELLED"))
    made.add("transp", "TRANSPARENT")
    made.add("categories", [event.type])
    if event.place:
        made.add("location", place_name(event.place.name, words.language, event.place.country))
        if event.place.lat is not None and event.place.lon is not None:
            made.add("geo", (event.place.lat, event.place.lon))
    url = event_address(event, context.base)
    if url:
        made.add("url", url)
    return made


def _about(event: Event, reports: Sequence[Report], days: Days, context: Context) -> Iterator[str]:
    """Tell an event in lines: a sentence, how vague its day is, its sources, where it is told."""
    words, says = context.words, area("exports", context.words.language)
    yield wording.sentence(event, words, reports)
    if days[0] != days[1]:
        yield says["vague"].format(date=wording.date_words(day_of(event) or "", words))
    yield says["sources"].format(names=", ".join(line(w.name) for w in event.sources))
    for report in reports:
        url = address(report.url) or article_address(report.article, context.base)
        yield ": ".join(x for x in (line(report.outlet or report.article), url) if x)
