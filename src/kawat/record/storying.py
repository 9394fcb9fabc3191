"""The stories of the record: which articles belong to one matter, brought up to date when they are asked for."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select, update

from kawat.linking.gist import Gist, gist, keys
from kawat.linking.model import Story
from kawat.linking.stories import joined, parted, story
from kawat.linking.story_parts import Pair
from kawat.record.copying import articles_of, copies_of
from kawat.record.parting import gists_where, place
from kawat.record.rows import EVENT, batched, insert_rows, rows_where
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
#: Articles whose gists are made in one go, and that are placed in one go.
BATCH, PLACED = 256, 2000


def take_gists(connection: Connection) -> None:
    """Make the gists of articles that have none yet."""
    there = select(gists.c.article)
    new = select(articles.c.number).where(articles.c.id.not_in(there)).order_by(articles.c.number)
    numbers = list(connection.execute(new).scalars())
    for i in range(0, len(numbers), BATCH):
        made = [gist(article) for article in articles_of(connection, numbers[i : i + BATCH]).values()]
        rows = [{"article": g.id, "data": zlib.compress(_PACK.encode(g), 1), "due": True} for g in made]
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
    """Find the stories anew that articles which are due may change: those that they fall into, or are tied to."""
    take_gists(connection)
    waiting = gists.c.due.is_(True)
    shaken = set(connection.execute(select(gists.c.article).where(waiting)).scalars())
    new = select(gists.c.article).join(articles).where(waiting, gists.c.component.is_(None))
    unplaced = connection.execute(new.order_by(articles.c.reported, articles.c.id)).scalars().all()
    grown: set[str] = set()
    for some in batched(unplaced, PLACED):
        grown |= place(connection, gists_where(connection, gists.c.article, some))
    shaken |= _find_matters(connection, grown)
    _write(connection, *_changes(connection, shaken))
    connection.execute(update(gists).where(waiting).values(due=False))


def _find_matters(connection: Connection, parts: Iterable[str]) -> set[str]:
    """Find the matters of parts; return the articles that are in another company than before."""
    inside: dict[str, list[str]] = defaultdict(list)
    was: dict[str | None, set[str]] = defaultdict(set)
    columns = [gists.c.article, gists.c.component, gists.c.matter]
    for row in rows_where(connection, columns, gists.c.component, parts):
        inside[row.component].append(row.article)
        was[row.matter].add(row.article)
    moved: dict[str, str] = {}
    for part, ids in inside.items():
        # One that stands alone is its own matter, whatever it says.
        known = gists_where(connection, gists.c.component, [part]) if len(ids) > 1 else {}
        for matter in parted([known[id] for id in sorted(ids)]) if known else [tuple(ids)]:
            if was.get(matter[0]) != set(matter):
                moved.update((id, matter[0]) for id in matter)
    rows = [{"of": id, "to": matter} for id, matter in sorted(moved.items())]
    if rows:
        change = update(gists).where(gists.c.article == bindparam("of")).values(matter=bindparam("to"))
        connection.execute(change, rows)
    return set(moved)


def _changes(connection: Connection, shaken: set[str]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return the stories that are no more, by id, and the articles of those in their place.

    An article is shaken where its matter or its ties may have changed. Its matter, and those that it is tied to, may
    then be joined otherwise; so may what was one story with one of these, but nothing else.
    """
    tied = {id for pair in _ties(connection, shaken) for id in pair}
    touched = rows_where(connection, [gists.c.matter], gists.c.article, shaken | tied)
    around = rows_where(connection, [gists.c.article], gists.c.matter, {row.matter for row in touched})
    former = rows_where(
        connection, [story_articles.c.story], story_articles.c.article, {row.article for row in around}
    )
    was: dict[str, set[str]] = defaultdict(set)
    columns = [story_articles.c.story, story_articles.c.article]
    for row in rows_where(connection, columns, story_articles.c.story, {row.story for row in former}):
        was[row.story].add(row.article)
    ids = {row.article for row in around}.union(*was.values())
    matters: dict[str, list[str]] = defaultdict(list)
    for row in rows_where(connection, [gists.c.article, gists.c.matter], gists.c.article, ids):
        matters[row.matter].append(row.article)
    found = joined([tuple(sorted(matter)) for matter in matters.values()], _ties(connection, ids))
    before = {tuple(sorted(members)): id for id, members in was.items()}
    return (
        sorted(id for members, id in before.items() if members not in set(found)),
        sorted(members for members in found if members not in before),
    )


def _write(connection: Connection, gone: Sequence[str], found: Sequence[tuple[str, ...]]) -> None:
    """Put stories, by their articles, in place of those that are no more."""
    for ids in batched(gone):
        connection.execute(delete(stories).where(stories.c.id.in_(ids)))
    for some in batched(found):
        known = gists_where(connection, gists.c.article, (id for members in some for id in members))
        made = [story([known[id] for id in members]) for members in some]
        rows = [
            {"id": s.id, "title": s.title, "first": s.first, "last": s.last, "size": len(s.articles)}
            for s in made
        ]
        insert_rows(connection, stories, rows)
        marks = [{"article": id, "story": s.id, "mark": digest(id)} for s in made for id in s.articles]
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
