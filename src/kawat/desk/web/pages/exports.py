"""The same list in other formats: the address of a list with .json, .csv, .ics or .atom, and all formats of exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from litestar import Controller, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Stream

from kawat.desk import address, exports
from kawat.desk.api.streams import begun, streamed
from kawat.desk.clean import json_safe
from kawat.desk.web.desk import Desk
from kawat.desk.web.filters import chips
from kawat.desk.web.persons import READER
from kawat.linking.model import Event
from kawat.record.model import Filter

LISTS = ("events", "contacts", "acts")
DOORS = ("csv", "ics", "atom", "rss")  # formats that a list has at its own address
FED = 100  # events in a feed


class Exports(Controller):
    """Lists of events as files."""

    opt = READER

    @get("/exports", sync_to_thread=True)
    def formats(self, desk: Desk) -> Response[str]:
        """Show all formats, with what each leaves out, for the filters of the address."""
        wanted = desk.wanted()
        return desk.page(
            "exports.html.j2",
            formats=list(exports.FORMATS.values()),
            names=desk.area("exports"),
            query=address.address_of(wanted),
            chips=chips(desk, wanted),
        )

    @get("/export/{name:str}", sync_to_thread=True)
    def export(self, desk: Desk, name: FromPath[str]) -> Stream:
        """Return the events that the filters choose in a format, as a file."""
        return _stream(desk, name, exports.stream(desk.record, desk.wanted()))

    @get("/agenda.ics", sync_to_thread=True)
    def calendar(self, desk: Desk) -> Stream:
        """Return what is to come as a calendar, to subscribe to."""
        return _stream(desk, "ics", desk.record.agenda(desk.today), inline=True)


def _as_json(path: str) -> HTTPRouteHandler:
    @get(path, opt=READER, sync_to_thread=True)
    def as_json(desk: Desk) -> Response[str]:
        """Return the page of a list as JSON: its events, how many there are in all, the cursor of the next page."""
        wanted, after = _wanted(desk), desk.asked("after") or None
        desk.all_read()
        found = desk.record.page(wanted, after=after)
        return Response(json_safe(msgspec.json.encode(found).decode()), media_type="application/json")

    return as_json


def _door(path: str, name: str) -> HTTPRouteHandler:
    @get(path, opt=READER, sync_to_thread=True)
    def door(desk: Desk) -> Stream:
        """Return a list in another format; feeds have its newest events."""
        if name in ("atom", "rss"):
            newest: Iterable[Event] = desk.record.page(_wanted(desk), order="reported", size=FED).events
            return _stream(desk, name, newest, inline=True)
        return _stream(desk, name, exports.stream(desk.record, _wanted(desk)))

    return door


def _wanted(desk: Desk) -> Filter:
    """Return the filter of the address; /contacts and /acts are of their kind."""
    kind = desk.request.url.path[1:].partition(".")[0]
    wanted = desk.wanted()
    return wanted if kind == "events" else msgspec.structs.replace(wanted, kind=kind)


def _stream(desk: Desk, name: str, events: Iterable[Event], *, inline: bool = False) -> Stream:
    desk.all_read()
    found = exports.find(name)
    base = str(desk.request.base_url).rstrip("/")
    context = exports.context_of(desk.record, desk.words, desk.today, base=base)
    headers: dict[str, Any] = {}
    if not inline:
        headers["Content-Disposition"] = f'attachment; filename="kawat-{desk.today}{found.extension}"'
    return streamed(found.write(begun(events), context), found.media_type, headers)


#: The addresses of lists with another ending. Each has a handler of its own: the framework runs one that has several
#: addresses in a thread of a thread.
DOORWAYS: tuple[HTTPRouteHandler, ...] = (
    *(_as_json(f"/{name}.json") for name in LISTS),
    *(_door(f"/{name}.{door}", door) for name in LISTS for door in DOORS),
)
