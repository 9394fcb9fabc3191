"""Articles and stories in pages, and how they hang together with events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, case, func, or_, select

from kawat.linking.model import Copy, Event, Story
from kawat.reading.model import Report
from kawat.record.conditions import at_most
from kawat.record.copying import copies_of
from kawat.record.fact_schema import event_articles, facts
from kawat.record.model import ArticlePage, Copied, CopyPage, Listed, StoryPage
from kawat.record.paging import Sorting, window
from kawat.record.queries import number_of
from kawat.record.rows import EVENT, REPORT, rows_where
from kawat.record.schema import articles, copies, events, reports, stories, story_articles
from kawat.record.storying import the_story
from kawat.record.words import matching

_ARTICLES = Sorting((articles.c.reported, articles.c.id), falling=True)
_STORIES = Sorting((stories.c.last, stories.c.id), falling=True)
_COPIES = Sorting((copies.c.article,))


def article_page(
    connection: Connection, at: tuple[str | None, int], text: str | None, total: int
) -> ArticlePage:
    """Return the page of articles behind a cursor, of this size, the last published first.

    Raises:
        UsageError: the size or the cursor cannot be, or there is no word in `text`.
    """
    where = [] if text is None else [articles.c.number.in_(matching(connection, text, "text"))]
    rows, next = window(connection, _ARTICLES, where, ("articles", *at))
    return ArticlePage(_listed(connection, [row.id for row in rows]), next, total)


def total_articles(connection: Connection, text: str | None) -> int:
    """Count the articles (that hold these words)."""
    if text is None:
        return int(connection.execute(select(func.count()).select_from(articles)).scalar_one())
    found = matching(connection, text, "text").subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def _listed(connection: Connection, ids: Sequence[str]) -> tuple[Listed, ...]:
    of = articles.c
    columns = [of.number, of.id, of.title, of.outlet, of.published, of.language, of.url]
    rows = connection.execute(select(*columns).where(of.id.in_(ids))).all()
    told = select(event_articles.c.article).where(event_articles.c.article.in_([row.number for row in rows]))
    number = Counter(connection.execute(told).scalars())
    found = {
        row.id: Listed(
            row.id, row.title, row.outlet, row.published, row.language, row.url, number[row.number]
        )
        for row in rows
    }
    return tuple(found[id] for id in ids)


def events_of(connection: Connection, article: str) -> list[Event]:
    """Return the events that an article tells, by date.

    Raises:
        RecordError: there is no such article.
    """
    told = select(event_articles.c.number).where(event_articles.c.article == number_of(connection, article))
    query = select(events.c.data).join(facts).where(facts.c.number.in_(told))
    rows = connection.execute(query.order_by(facts.c.earliest.nulls_last(), events.c.id)).scalars()
    return [EVENT.decode(data) for data in rows]


def copy_page(connection: Connection, after: str | None, size: int) -> CopyPage:
    """Return the page of copies behind a cursor, by the ids of the later articles.

    Raises:
        UsageError: the size or the cursor cannot be.
    """
    rows, next = window(connection, _COPIES, [], ("copies", after, size))
    found = copies_of(connection, [row.article for row in rows])
    total = connection.execute(select(func.count()).select_from(copies)).scalar_one()
    return CopyPage(tuple(found[row.article] for row in rows), next, total)


def copies_around(connection: Connection, article: str, limit: int | None) -> list[Copied]:
    """Return of what an article is a copy, and then its own copies, the earliest first; at most so many in all."""
    of = copies.c
    other = case((of.article == article, of.of), else_=of.article)
    query = select(*of, articles.c.id, articles.c.title, articles.c.outlet)
    query = query.join_from(copies, articles, articles.c.id == other)
    query = query.where(or_(of.article == article, of.of == article))
    first = case((of.article == article, 0), else_=1)
    query = query.order_by(first, of.delay.nulls_last(), of.article).limit(at_most(limit))
    rows = connection.execute(query)
    return [Copied(Copy(*row[:4]), row.id, row.title, row.outlet) for row in rows]


def stories_of(connection: Connection, event: Event) -> list[Story]:
    """Return the stories of two articles or more in which an event is told, the one told of last first."""
    held = select(story_articles.c.story).where(story_articles.c.article.in_(event.articles))
    query = select(stories.c.id).where(stories.c.id.in_(held), stories.c.size > 1)
    query = query.order_by(stories.c.last.desc().nulls_last(), stories.c.id.desc())
    return [the_story(connection, id) for id in connection.execute(query).scalars()]


def reports_with(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """Return those of the reports that there are, by id."""
    rows = rows_where(connection, [reports.c.id, reports.c.data], reports.c.id, ids)
    return {row.id: REPORT.decode(row.data) for row in rows}


def homes(connection: Connection, events: Iterable[Event]) -> dict[str, str]:
    """Map ids of events to that of the story that tells most of each, where one of two articles or more does."""
    asked = list(events)
    ids = sorted({article for event in asked for article in event.articles})
    query = select(story_articles.c.article, story_articles.c.story).join(stories)
    rows = connection.execute(query.where(story_articles.c.article.in_(ids), stories.c.size > 1))
    of = {row.article: row.story for row in rows}
    told = {event.id: Counter(of[a] for a in event.articles if a in of) for event in asked}
    return {id: min(count, key=lambda s: (-count[s], s)) for id, count in told.items() if count}


def story_page(connection: Connection, after: str | None, size: int) -> StoryPage:
    """Return the page of stories of two articles or more behind a cursor, the one told of last first.

    Raises:
        UsageError: the size or the cursor cannot be.
    """
    several = stories.c.size > 1
    rows, next = window(connection, _STORIES, [several], ("stories", after, size))
    total = connection.execute(select(func.count()).select_from(stories).where(several)).scalar_one()
    return StoryPage(tuple(the_story(connection, row.id) for row in rows), next, total)
