"""Which articles of the record repeat which: found as articles come, from an index of samples of their wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select

from kawat.linking.copies import HOLDERS, SHARED, Order, Sketch, copy_of, order, sketch
from kawat.linking.model import Copy
from kawat.pages.model import Article
from kawat.record.neighbours import rows_where
from kawat.record.rows import insert_rows
from kawat.record.schema import articles, copies, sketch_keys, sketches

_ARTICLE = msgspec.json.Decoder(Article)
#: Articles that are taken up in one go.
BATCH = 256


class Around(NamedTuple):
    """The articles that share enough keys with one, by number."""

    earlier: list[int]
    later: list[int]


def find_copies(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """Find what new articles, by number, repeat, and who repeats them; return the ids of old ones that this changes."""
    listed = list(numbers)
    parts = [listed[i : i + BATCH] for i in range(0, len(listed), BATCH)]
    return set().union(*(_find_copies(connection, part) for part in parts))


def _find_copies(connection: Connection, numbers: Iterable[int]) -> set[str]:
    new = articles_of(connection, numbers)
    drawn = {number: sketch(article) for number, article in new.items()}
    for number, mine in drawn.items():
        insert_rows(connection, sketches, [{"article": number, "published": mine.published}])
        insert_rows(connection, sketch_keys, [{"key": key, "article": number} for key in mine.keys])
    around = {number: _around(connection, number, mine) for number, mine in drawn.items()}
    later = {other for near in around.values() for other in near.later} - drawn.keys()
    changed: set[str] = set()
    for number, article in articles_of(connection, later).items():
        if _put(connection, article, _around(connection, number, sketch(article)).earlier):
            changed.add(article.id)
    for number, article in new.items():
        _put(connection, article, around[number].earlier)
    return changed


def copies_of(connection: Connection, ids: Iterable[str]) -> Mapping[str, Copy]:
    """Return those of the articles that are copies, by id."""
    rows = rows_where(connection, list(copies.c), copies.c.article, ids)
    return {row.article: Copy(row.article, row.of, row.share, row.delay) for row in rows}


def every_copy(connection: Connection) -> list[Copy]:
    """Return all copies, by article."""
    rows = connection.execute(select(copies).order_by(copies.c.article))
    return [Copy(row.article, row.of, row.share, row.delay) for row in rows]


def articles_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Article]:
    """Return articles by their numbers."""
    rows = rows_where(
        connection, [articles.c.number, articles.c.data, articles.c.text], articles.c.number, numbers
    )
    found = {r.number: msgspec.structs.replace(_ARTICLE.decode(r.data), text=r.text) for r in rows}
    return dict(sorted(found.items()))


def _around(connection: Connection, number: int, mine: Sketch) -> Around:
    """Find the neighbours of an article as `linking.copies.neighbours` does: by the first holders of each key."""
    query = (
        select(sketch_keys.c.key, sketches.c.article, sketches.c.published, articles.c.id)
        .join(sketches, sketches.c.article == sketch_keys.c.article)
        .join(articles, articles.c.number == sketches.c.article)
        .where(sketch_keys.c.key.in_(mine.keys))
    )
    holders: dict[int, list[tuple[Order, int]]] = defaultdict(list)
    for key, article, published, id in connection.execute(query):
        holders[key].append((order(published, id), article))
    earlier: dict[int, int] = defaultdict(int)
    later: dict[int, int] = defaultdict(int)
    for held in holders.values():
        rank = [article for _, article in sorted(held)]
        at = rank.index(number)
        for article in rank[: min(at, HOLDERS)]:
            earlier[article] += 1
        for article in rank[at + 1 :] if at < HOLDERS else ():
            later[article] += 1
    return Around(*(sorted(n for n, count in found.items() if count >= SHARED) for found in (earlier, later)))


def _put(connection: Connection, article: Article, earlier: Iterable[int]) -> bool:
    """Write of what an article is a copy; return whether that is news."""
    old = copies_of(connection, [article.id]).get(article.id)
    found = copy_of(article, articles_of(connection, earlier).values())
    if found == old:
        return False
    connection.execute(delete(copies).where(copies.c.article == article.id))
    if found:
        insert_rows(connection, copies, [msgspec.structs.asdict(found)])
    return True
