"""What can be asked: events, their reports and reasons, articles, actors, pairs, stories, the agenda, in bulk."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Controller, Request, get
from litestar.params import FromPath, QueryParameter
from litestar.response import Redirect, Stream

from kawat.client.model import ROOT, Due, Page, Whole
from kawat.desk.api.asking import After, Chosen, Order, Size
from kawat.desk.api.streams import LINES, every_article, every_event, every_report, lines, streamed
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.linking.comparing import Comparison
from kawat.linking.model import Copy, Event, Story
from kawat.pages.model import Article
from kawat.record.dates import standing as stands
from kawat.record.model import Actor, Copied, Counts, Decision, Facets, Hit, Listed, Pair, Standing

Words = Annotated[
    str, QueryParameter(description="Words; in double quotes: together", min_length=1, max_length=200)
]
Held = Annotated[
    str | None, QueryParameter(description="Words that an article holds", min_length=1, max_length=200)
]
Persons = Annotated[bool, QueryParameter(description="Count persons")]
Newest = Annotated[bool, QueryParameter(description="The newest first, else the oldest")]
Stands = Annotated[Standing | None, QueryParameter(description="Only what stands so")]
Id = Annotated[str, QueryParameter(description="The article's id", min_length=1, max_length=1000)]


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
        return streamed(lines(every_event(desk.record, chosen)), LINES)

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
    def why_not(
        self, desk: Desk, id: FromPath[str], other: FromPath[str], size: Size = 200
    ) -> list[Comparison]:
        """Compare the reports of two events, most alike first: why they are two; of one with itself: why one."""
        return desk.record.compare(id, other)[:size]


class Lists(Controller):
    """All else that can be asked."""

    opt = READER
    tags = ("record",)

    @get("/counts", sync_to_thread=True)
    def counts(self, desk: Desk) -> Counts:
        """Count what the record holds."""
        return desk.record.counts()

    @get("/agenda", sync_to_thread=True)
    def agenda(self, desk: Desk, chosen: Chosen, standing: Stands = None, size: Size = 200) -> list[Due]:
        """List what is to come: overdue, due, upcoming, unresolved."""
        found = desk.record.agenda(desk.today, standing=standing, limit=size, filter=chosen)
        return [Due(stands(event, desk.today), event) for event in found]

    @get("/agenda/counts", sync_to_thread=True)
    def standings(self, desk: Desk, chosen: Chosen) -> dict[Standing, int]:
        """Count what is to come by how it stands."""
        return desk.record.standings(desk.today, chosen)

    @get("/reports/stream", sync_to_thread=True, media_type=LINES)
    def reports(self, desk: Desk, chosen: Chosen) -> Stream:
        """Return all reports of events as JSON Lines, each with the id of its event, by event, oldest first."""
        return streamed(lines(every_report(desk.record, chosen)), LINES)

    @get("/articles/stream", sync_to_thread=True, media_type=LINES)
    def texts(self, desk: Desk) -> Stream:
        """Return all articles with their texts as JSON Lines, in the order in which they came."""
        return streamed(lines(every_article(desk.record)), LINES)

    @get("/articles", sync_to_thread=True)
    def articles(self, desk: Desk, text: Held = None, after: After = None, size: Size = 50) -> Page[Listed]:
        """List articles, last published first."""
        found = desk.record.articles(after=after, size=size, text=text)
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

    @get("/article/copies", sync_to_thread=True)
    def copies_of(self, desk: Desk, id: Id, size: Size = 50) -> list[Copied]:
        """Return of what an article is a copy, and then its own copies, the earliest first."""
        return desk.record.copies_of(id, size)

    @get("/search", sync_to_thread=True)
    def search(self, desk: Desk, q: Words, size: Size = 20) -> list[Hit]:
        """Find articles by their words, best first."""
        return desk.record.search(q, size)

    @get("/actors", sync_to_thread=True)
    def actors(self, desk: Desk, chosen: Chosen, persons: Persons = False, size: Size = 50) -> list[Actor]:
        """List who takes part most often: states, bodies and groups, or persons."""
        return desk.record.actors(chosen, size, persons=persons)

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
    def copies(self, desk: Desk, after: After = None, size: Size = 50) -> Page[Copy]:
        """List the articles that repeat an earlier one, by their ids."""
        found = desk.record.copy_page(after=after, size=size)
        return Page(found.copies, found.total, desk.here(after=found.next) if found.next else None)

    @get("/decisions", sync_to_thread=True)
    def decisions(
        self, desk: Desk, newest: Newest = False, after: After = None, size: Size = 50
    ) -> Page[Decision]:
        """Return the log of what persons decided."""
        found = desk.record.decision_page(newest=newest, after=after, size=size)
        return Page(found.decisions, found.total, desk.here(after=found.next) if found.next else None)


def is_api(request: Request[Any, Any, Any]) -> bool:
    """Tell whether a program asks, who wants no page."""
    return f"{request.url.path}/".startswith("/api/")
