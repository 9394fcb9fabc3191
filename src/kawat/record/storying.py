"""The stories of the record: which articles belong to one matter, brought up to date when they are asked for."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, delete, func, select, update

from kawat.linking.gist import Gist, gist, keys
from kawat.linking.model import Story
from kawat.linking.stories import FLOOR, Vectors, components, story
from kawat.linking.stories import stories as matters
from kawat.record.copying import articles_of, copies_of
from kawat.record.rows import EVENT, insert_rows, rows_where
from kawat.record.schema import (
    articles,
    copies,
    event_reports,
    events,
    gist_keys,
    gists,
    reports,
    stories,
    story_articles,
)
from kawat.text import digest, number

_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(Gist)
#: Articles whose gists are made in one go.
BATCH = 256
Pair = tuple[str, str]


def take_gists(connection: Connection) -> None:
    """Make the gists of articles that have none yet."""
    there = select(gists.c.article)
    new = select(articles.c.number).where(articles.c.id.not_in(there)).order_by(articles.c.number)
    numbers = list(connection.execute(new).scalars())
    for i in range(0, len(numbers), BATCH):
        made = [gist(article) for article in articles_of(connection, numbers[i : i + BATCH]).values()]
        rows = [
            {"article": g.id, "data": zlib.compress(_PACK.encode(g), 1), "due": True, "component": None}
            for g in made
        ]
        insert_rows(connection, gists, rows)
        insert_rows(connection, gist_keys, [{"key": k, "article": g.id} for g in made for k in _keys(g)])


def due(connection: Connection) -> bool:
    """Tell whether stories are not up to date."""
    last = select(
        func.max(articles.c.number)
    ).scalar_subquery()  # gists are made of all that are there, in order
    newest = select(articles.c.id).where(articles.c.number == last)
    missing = newest.where(articles.c.id.not_in(select(gists.c.article)))
    waiting = select(gists.c.article).where(gists.c.due.is_(True)).limit(1)
    return any(connection.execute(query).first() is not None for query in (missing, waiting))


def find_stories(connection: Connection) -> None:
    """Find the stories anew that articles which are due may change."""
    take_gists(connection)
    fresh = _gists(connection, gists.c.due, [True])
    ties = _ties(connection, fresh)
    alike = _alike(fresh, _near(connection, fresh))
    fits = {*fresh, *alike, *(id for pair in ties for id in pair)}
    heads = {
        row.component
        for row in rows_where(connection, [gists.c.component], gists.c.article, fits)
        if row.component
    }
    known = {**_gists(connection, gists.c.component, heads), **fresh}
    ties = _ties(connection, known)
    for part in components(known.values(), ties):
        rows = update(gists).where(gists.c.article.in_(part))
        connection.execute(rows.values(component=part[0], due=False))
    _write(connection, known, matters(known.values(), ties))


def _write(connection: Connection, known: dict[str, Gist], found: Iterable[tuple[str, ...]]) -> None:
    ids = rows_where(connection, [story_articles.c.story], story_articles.c.article, known)
    gone = {row.story for row in ids}
    if gone:
        connection.execute(delete(stories).where(stories.c.id.in_(gone)))
    for members in found:
        made = story([known[id] for id in members])
        row = {
            "id": made.id,
            "title": made.title,
            "first": made.first,
            "last": made.last,
            "size": len(members),
        }
        insert_rows(connection, stories, [row])
        marks = [{"article": id, "story": made.id, "mark": digest(id)} for id in members]
        insert_rows(connection, story_articles, marks)


def every_story(connection: Connection, limit: int | None = None, least: int = 2) -> list[Story]:
    """Return the stories of at least so many articles, the one told of last first."""
    query = select(stories.c.id).where(stories.c.size >= least)
    query = query.order_by(stories.c.last.desc().nulls_last(), stories.c.id.desc()).limit(limit)
    return [the_story(connection, id) for id in connection.execute(query).scalars()]


def story_of(connection: Connection, id: str) -> str | None:
    """Return the id of the story that an article belongs to, or into which a former story of this id has gone."""
    for column in (story_articles.c.story, story_articles.c.mark, story_articles.c.article):
        query = select(story_articles.c.story).where(column == id)
        found: str | None = connection.execute(query).scalar()
        if found is not None:
            return found
    return None


def the_story(connection: Connection, id: str) -> Story:
    """Return a story with the events that its articles tell and their parties."""
    row = connection.execute(select(stories).where(stories.c.id == id)).one()
    told = select(story_articles.c.article).where(story_articles.c.story == id)
    order = select(articles.c.id).where(articles.c.id.in_(told))
    members = connection.execute(order.order_by(articles.c.published.nulls_last(), articles.c.id)).scalars()
    of = select(event_reports.c.event).join(reports, reports.c.id == event_reports.c.report)
    among = select(events.c.data).where(events.c.id.in_(of.where(reports.c.article.in_(told))))
    known = [EVENT.decode(data) for data in connection.execute(among).scalars()]
    counted = Counter(code for e in known for code in sorted({p.country for p in (*e.actors, *e.recipients)}))
    return Story(
        id=id,
        title=row.title,
        articles=tuple(members),
        first=row.first,
        last=row.last,
        parties=tuple(code for code, _ in sorted(counted.items(), key=lambda x: (-x[1], x[0]))),
        events=tuple(e.id for e in sorted(known, key=lambda e: (e.date or "9999", e.id))),
    )


def _gists(connection: Connection, column: Column[Any], values: Iterable[Any]) -> dict[str, Gist]:
    rows = rows_where(connection, [gists.c.data], column, values)
    found = [_UNPACK.decode(zlib.decompress(row.data)) for row in rows]
    return {g.id: g for g in sorted(found, key=lambda g: g.id)}


def _near(connection: Connection, fresh: dict[str, Gist]) -> dict[str, Gist]:
    wanted = {key for g in fresh.values() for key in _keys(g)}
    rows = rows_where(connection, [gist_keys.c.article], gist_keys.c.key, wanted)
    return _gists(connection, gists.c.article, {row.article for row in rows})


def _alike(fresh: dict[str, Gist], near: dict[str, Gist]) -> set[str]:
    """Return the ids of those that hang together with a fresh one, as `linking.stories.components` sees it."""
    holders: dict[str, list[Vectors]] = defaultdict(list)
    for g in fresh.values():
        mine = Vectors.of(g)
        for key in keys(g):
            holders[key].append(mine)
    found = set()
    for g in near.values():
        if g.id not in fresh:
            mine = Vectors.of(g)
            if any(mine.likeness(other) >= FLOOR for key in keys(g) for other in holders.get(key, ())):
                found.add(g.id)
    return found


def _keys(g: Gist) -> set[int]:
    return {number(key) for key in keys(g)}


def _ties(connection: Connection, known: Iterable[str]) -> list[Pair]:
    """Return pairs of articles that tell of one event or are copies, of which one at least is among the known."""
    ids = list(known)
    mine = {r.id for r in rows_where(connection, [reports.c.id], reports.c.article, ids)}
    wanted = {r.event for r in rows_where(connection, [event_reports.c.event], event_reports.c.report, mine)}
    told: dict[str, set[str]] = {}
    members = rows_where(
        connection, [event_reports.c.event, event_reports.c.report], event_reports.c.event, wanted
    )
    homes = rows_where(
        connection, [reports.c.id, reports.c.article], reports.c.id, (m.report for m in members)
    )
    article = {row.id: row.article for row in homes}
    for row in members:
        told.setdefault(row.event, set()).add(article[row.report])
    pairs = {pair for members in told.values() for pair in pairwise(sorted(members))}
    pairs |= {(c.of, c.article) for c in copies_of(connection, ids).values()}
    pairs |= {
        (r.of, r.article) for r in rows_where(connection, [copies.c.of, copies.c.article], copies.c.of, ids)
    }
    return sorted((min(pair), max(pair)) for pair in pairs)
