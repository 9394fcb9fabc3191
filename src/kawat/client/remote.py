"""What a served record is asked: methods of `Record`, with the same names and answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import parse_qsl, urlsplit

import msgspec

from kawat.client.changing import Changing
from kawat.client.line import Query, part, there
from kawat.client.model import Due, Told, Whole
from kawat.client.model import Page as Part
from kawat.linking.comparing import Comparison
from kawat.linking.model import Copy, Event, Story
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record.model import (
    EVERYTHING,
    Actor,
    ArticlePage,
    Copied,
    CopyPage,
    Counts,
    Decision,
    DecisionPage,
    Facets,
    Filter,
    Hit,
    Listed,
    Order,
    Page,
    Pair,
    Standing,
    StoryPage,
)

T = TypeVar("T")
SIZE = 200  # items of a page, at most


class Remote(Changing):
    """A served record. Use it as a context manager, or call `close`.

    Every method raises `RecordError` where there is no such thing, `UsageError` where what is asked cannot be, or may
    not be asked, and `ServerError` where the server cannot be reached or fails.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the server."""
        self._line.close()

    # Events

    def page(
        self,
        filter: Filter = EVERYTHING,
        *,
        order: Order = "newest",
        after: str | None = None,
        size: int = 50,
    ) -> Page:
        """Return some of the events that pass the filter, as `Record.page` does, but 200 at most."""
        query = [*_query(filter), ("order", order), *_paging(after, size)]
        found = self._line.get("/events", Part[Event], query)
        return Page(found.items, _after(found.next), found.total)

    def each(self, filter: Filter = EVERYTHING, *, order: Order = "newest") -> Iterator[Event]:
        """Yield the events that pass the filter, in order, a page of them fetched when it is needed."""
        return islice(self._each(filter, order), filter.limit)

    def _each(self, filter: Filter, order: Order) -> Iterator[Event]:
        after: str | None = None
        while True:
            found = self.page(filter, order=order, after=after, size=min(filter.limit or SIZE, SIZE))
            yield from found.events
            after = found.next
            if after is None:
                return

    def events(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, newest first."""
        return list(self.each(filter))

    def timeline(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, oldest first."""
        return list(self.each(filter, order="oldest"))

    def event(self, id: str) -> Event:
        """Return the event with this id, or the only one whose id begins so; ids of former events lead on."""
        return self.whole(id).event

    def whole(self, id: str) -> Whole:
        """Return an event with its reports, stories and decisions, fetched at once."""
        return self._line.get(f"/events/{part(id)}", Whole)

    def reports_of(self, event: Event | str) -> list[Report]:
        """Return the reports of an event, by publication."""
        return list(self.whole(_id(event)).reports)

    def stories_of(self, event: Event | str) -> list[Story]:
        """Return the stories in which an event is told."""
        return list(self.whole(_id(event)).stories)

    def compare(self, one: str, other: str) -> list[Comparison]:
        """Compare the reports of two events, or of one with itself, most alike first; 200 pairs at most."""
        return self._line.get(f"/events/{part(one)}/why-not/{part(other)}", list[Comparison])

    def agenda(
        self, *, standing: Standing | None = None, limit: int = SIZE, filter: Filter = EVERYTHING
    ) -> list[Event]:
        """Return contacts that are to come, by how they stand on the server's day; 200 at most."""
        paged = [("size", str(min(limit, SIZE))), *([("standing", standing)] if standing else [])]
        query = [*_query(filter), *paged]
        return [due.event for due in self._line.get("/agenda", list[Due], query)]

    def standings(self, filter: Filter = EVERYTHING) -> dict[Standing, int]:
        """Count the contacts that are to come (that pass the filter) by how they stand on the server's day."""
        return self._line.get("/agenda/counts", dict[Standing, int], _query(filter))

    def actors(self, filter: Filter = EVERYTHING, limit: int = 50, *, persons: bool = False) -> list[Actor]:
        """Return who takes part most often; 200 at most."""
        query = [*_query(filter), ("size", str(min(limit, SIZE))), ("persons", _yes(persons))]
        return self._line.get("/actors", list[Actor], query)

    def pairs(self, filter: Filter = EVERYTHING, limit: int = 20) -> list[Pair]:
        """Return the pairs between which most events were; 200 at most."""
        return self._line.get("/pairs", list[Pair], [*_query(filter), ("size", str(min(limit, SIZE)))])

    def facets(self, filter: Filter = EVERYTHING) -> Facets:
        """Count the events that pass the filter by type, status, mode, outlet, month and party."""
        return self._line.get("/events/facets", Facets, _query(filter))

    def statuses(self, filter: Filter = EVERYTHING) -> dict[str, int]:
        """Count the events that pass the filter by status; one that none has is left out."""
        return dict(self.facets(filter).statuses)

    def counts(self) -> Counts:
        """Return how much the record holds."""
        return self._line.get("/counts", Counts)

    # Articles and stories

    def article(self, id: str) -> Article:
        """Return the article with this id."""
        return self._line.get("/article", Article, [("id", there(id))])

    def articles(self, after: str | None = None, size: int = 50, text: str | None = None) -> ArticlePage:
        """Return some of the articles (that hold these words), the last published first; 200 at most."""
        query = [*_paging(after, size), *([] if text is None else [("text", text)])]
        found = self._line.get("/articles", Part[Listed], query)
        return ArticlePage(found.items, _after(found.next), found.total)

    def events_of(self, article: str) -> list[Event]:
        """Return the events that an article tells, by date."""
        return self._line.get("/article/events", list[Event], [("id", there(article))])

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return the articles that hold all the words, best first; 200 at most."""
        return self._line.get("/search", list[Hit], [("q", words), ("size", str(min(limit, SIZE)))])

    def story(self, id: str) -> Story:
        """Return the story with this id; ids of former stories lead on."""
        return self._line.get(f"/stories/{part(id)}", Story)

    def story_page(self, after: str | None = None, size: int = 20) -> StoryPage:
        """Return some of the stories, the one told of last first; 200 at most."""
        found = self._line.get("/stories", Part[Story], _paging(after, size))
        return StoryPage(found.items, _after(found.next), found.total)

    def stories(self, limit: int | None = None) -> list[Story]:
        """Return the stories, the one told of last first."""
        return list(islice(self._all("/stories", Story), limit))

    def copies(self) -> list[Copy]:
        """Return the articles that repeat an earlier one, by their ids."""
        return list(self._all("/copies", Copy))

    def copy_page(self, after: str | None = None, size: int = 50) -> CopyPage:
        """Return some of the copies, by the ids of the later articles; 200 at most."""
        found = self._line.get("/copies", Part[Copy], _paging(after, size))
        return CopyPage(found.items, _after(found.next), found.total)

    def copies_of(self, article: str, limit: int = SIZE) -> list[Copied]:
        """Return of what an article is a copy, and then its own copies, the earliest first; 200 at most."""
        query = [("id", there(article)), ("size", str(min(limit, SIZE)))]
        return self._line.get("/article/copies", list[Copied], query)

    def decisions(
        self, event: str | None = None, *, after: int = 0, limit: int | None = None
    ) -> list[Decision]:
        """Return the log of decisions, oldest first, of an event or of all: those after one of this number."""
        every = self._all("/decisions", Decision) if event is None else self.whole(event).decisions
        return list(islice((decision for decision in every if decision.number > after), limit))

    def decision_page(
        self, *, newest: bool = False, after: str | None = None, size: int = 50
    ) -> DecisionPage:
        """Return some of the log of what persons decided; 200 at most."""
        query = [("newest", _yes(newest)), *_paging(after, size)]
        found = self._line.get("/decisions", Part[Decision], query)
        return DecisionPage(found.items, _after(found.next), found.total)

    # In bulk

    def every_event(self, filter: Filter = EVERYTHING) -> Iterator[Event]:
        """Yield all events that pass the filter, oldest first, from one answer of the server."""
        return self._line.lines("/events/stream", Event, _query(filter))

    def every_report(self, filter: Filter = EVERYTHING) -> Iterator[Told]:
        """Yield all reports of these events, each with the id of its event, from one answer."""
        return self._line.lines("/reports/stream", Told, _query(filter))

    def every_article(self) -> Iterator[Article]:
        """Yield all articles with their texts, in the order in which they came, from one answer."""
        return self._line.lines("/articles/stream", Article, [])

    def export(self, name: str, filter: Filter = EVERYTHING) -> Iterator[bytes]:
        """Yield the pieces of an export (see docs/exports.md for the names)."""
        return self._line.pieces(f"/exports/{part(name)}", _query(filter))

    def brief(
        self,
        filter: Filter = EVERYTHING,
        *,
        format: str = "md",
        language: str = "en",
        length: str = "standard",
    ) -> bytes:
        """Return a brief of events: md, html, pdf or docx; `length`: short (two printed pages), standard or full."""
        query = [*_query(filter), ("format", format), ("lang", language), ("length", length)]
        return b"".join(self._line.pieces("/brief", query))

    def _all(self, path: str, kind: type[T]) -> Iterator[T]:
        """Yield the items of all pages of a list, a page fetched when it is needed."""
        query: Query | None = [("size", str(SIZE))]
        while query is not None:
            found: Part[T] = self._line.get(path, Part[kind], query)  # type: ignore[valid-type]
            yield from found.items
            query = None if found.next is None else parse_qsl(urlsplit(found.next).query)


def _query(filter: Filter) -> Query:
    """Return a filter as the API takes it; its limit is no part of it."""
    told: Query = []
    for name, value in msgspec.structs.asdict(filter).items():
        if name == "limit" or value is None:
            continue
        values = value if isinstance(value, tuple) else (value,)
        told += [(name, _yes(each) if isinstance(each, bool) else str(each)) for each in values]
    return told


def _paging(after: str | None, size: int) -> Query:
    return [("size", str(min(size, SIZE))), *([] if after is None else [("after", after)])]


def _after(next: str | None) -> str | None:
    """Return the cursor that stands in the address of the next page."""
    return None if next is None else dict(parse_qsl(urlsplit(next).query)).get("after")


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _id(event: Event | str) -> str:
    return event if isinstance(event, str) else event.id
