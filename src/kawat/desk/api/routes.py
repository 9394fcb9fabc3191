"""What can be asked: events, their reports and reasons, articles, actors, pairs, stories, the agenda, in bulk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from litestar import Controller, Request, get
from litestar.params import FromPath, QueryParameter
from litestar.response import Redirect, Stream

from kawat.desk.api.asking import After, Chosen, Order, Size
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.linking.comparing import Comparison
from kawat.linking.model import Copy, Event, Story
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record import Record
from kawat.record.model import Actor, Counts, Decision, Facets, Filter, Hit, Listed, Pair, Standing

T = TypeVar("T")
ROOT = "/api/v1"
_BULK = 500  # events that are fetched at once for a stream
Words = Annotated[
    str, QueryParameter(description="Words; in double quotes: together", min_length=1, max_length=200)
]
Id = Annotated[str, QueryParameter(description="The article's id", min_length=1, max_length=1000)]


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some items of a list."""

    items: tuple[T, ...]
    total: int  # of all pages
    next: str | None  # address of the next page


class Whole(msgspec.Struct, frozen=True):
    """An event with all that is told of it."""

    event: Event
    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    decisions: tuple[Decision, ...]


class Due(msgspec.Struct, frozen=True):
    """An event of the agenda, and how it stands."""

    standing: Standing
    event: Event


class Events(Controller):
    """Events."""

    path = "/events"
    opt = READER
    tags = ("events",)

    @get("/", sync_to_thread=True)
    def events(
        self, desk: Desk, chosen: Chosen, order: Order = "newest", after: After = None, size: Size = 50
    ) -> Page[Event]:
        """List events."""
        found = desk.record.page(chosen, order=order, after=after, size=size)
        return Page(found.events, found.total, desk.here(after=found.next) if found.next else None)

    @get("/stream", sync_to_thread=True, media_type="application/x-ndjson")
    def stream(self, desk: Desk, chosen: Chosen) -> Stream:
        """Return all events as JSON Lines, oldest first."""
        return Stream(lines(every_event(desk.record, chosen)), media_type="application/x-ndjson")

    @get("/facets", sync_to_thread=True)
    def facets(self, desk: Desk, chosen: Chosen) -> Facets:
        """Count events by type, status, channel, outlet, month and party."""
        return desk.record.facets(chosen)

    @get("/{id:str}", sync_to_thread=True)
    def event(self, desk: Desk, id: FromPath[str]) -> Whole | Redirect:
        """Return an event; the id of one that is part of another now leads there."""
        found = desk.record.event(id)
        if found.id != id:
            return Redirect(f"{ROOT}/events/{found.id}", status_code=307)
        record = desk.record
        return Whole(
            found,
            tuple(record.reports_of(found)),
            tuple(record.stories_of(found)),
            tuple(record.decisions(found.id)),
        )

    @get("/{id:str}/why-not/{other:str}", sync_to_thread=True)
    def why_not(self, desk: Desk, id: FromPath[str], other: FromPath[str]) -> list[Comparison]:
        """Compare the reports of two events: why they are two; of an event with itself: why it is one."""
        return desk.record.compare(id, other)


class Lists(Controller):
    """All else that can be asked."""

    opt = READER
    tags = ("record",)

    @get("/counts", sync_to_thread=True)
    def counts(self, desk: Desk) -> Counts:
        """Count what the record holds."""
        return desk.record.counts()

    @get("/agenda", sync_to_thread=True)
    def agenda(self, desk: Desk, size: Size = 200) -> list[Due]:
        """List what is to come: overdue, due, upcoming, unresolved."""
        from kawat.record.dates import standing

        return [Due(standing(e, desk.today), e) for e in desk.record.agenda(desk.today)[:size]]

    @get("/articles", sync_to_thread=True)
    def articles(self, desk: Desk, after: After = None, size: Size = 50) -> Page[Listed]:
        """List articles, last published first."""
        found = desk.record.articles(after=after, size=size)
        return Page(found.articles, found.total, desk.here(after=found.next) if found.next else None)

    @get("/article", sync_to_thread=True)
    def article(self, desk: Desk, id: Id) -> Article:
        """Return an article with its stored text; all offsets point into it."""
        return desk.record.article(id)

    @get("/article/events", sync_to_thread=True)
    def events_of(self, desk: Desk, id: Id) -> list[Event]:
        """Return the events that an article tells."""
        desk.record.article(id)
        return desk.record.events_of(id)

    @get("/search", sync_to_thread=True)
    def search(self, desk: Desk, q: Words, size: Size = 20) -> list[Hit]:
        """Find articles by their words, best first."""
        return desk.record.search(q, size)

    @get("/actors", sync_to_thread=True)
    def actors(self, desk: Desk, chosen: Chosen, size: Size = 50) -> list[Actor]:
        """List who takes part most often."""
        return desk.record.actors(chosen, size)

    @get("/pairs", sync_to_thread=True)
    def pairs(self, desk: Desk, chosen: Chosen, size: Size = 20) -> list[Pair]:
        """List the most active pairs; an event counts once, however many pages tell it."""
        return desk.record.pairs(chosen, size)

    @get("/stories", sync_to_thread=True)
    def stories(self, desk: Desk, after: After = None, size: Size = 50) -> Page[Story]:
        """List stories, the one told of last first."""
        found = desk.record.story_page(after=after, size=size)
        return Page(found.stories, found.total, desk.here(after=found.next) if found.next else None)

    @get("/stories/{id:str}", sync_to_thread=True)
    def story(self, desk: Desk, id: FromPath[str]) -> Story | Redirect:
        """Return a story; ids of former ones lead on."""
        found = desk.record.story(id)
        return found if found.id == id else Redirect(f"{ROOT}/stories/{found.id}", status_code=307)

    @get("/copies", sync_to_thread=True)
    def copies(self, desk: Desk) -> list[Copy]:
        """List the articles that repeat an earlier one."""
        return desk.record.copies()

    @get("/decisions", sync_to_thread=True)
    def decisions(self, desk: Desk) -> list[Decision]:
        """Return the log of decisions, oldest first."""
        return desk.record.decisions()


def every_event(record: Record, wanted: Filter) -> Iterator[Event]:
    """Yield all events that pass a filter, oldest first, a page of them in memory at a time."""
    after: str | None = None
    while True:
        found = record.page(wanted, order="oldest", after=after, size=_BULK)
        yield from found.events
        if found.next is None:
            return
        after = found.next


def lines(items: Iterator[Any]) -> Iterator[bytes]:
    """Encode items as JSON Lines."""
    encode = msgspec.json.Encoder().encode
    return (encode(item) + b"\n" for item in items)


def is_api(request: Request[Any, Any, Any]) -> bool:
    """Tell whether a program asks, who wants no page."""
    return request.url.path.startswith("/api/")
