"""Which articles of the record repeat which: found as articles come, from an index of samples of their wording."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select

from kawat.linking.copies import HOLDERS, SHARED, Order, Sketch, copy_of, order, sketch
from kawat.linking.model import Copy
from kawat.pages.model import Article
from kawat.record.rows import insert_rows, rows_where
from kawat.record.schema import articles, copies, sketch_keys, sketches

#: Holders of keys that are kept in memory at once.
KEPT = 1_000_000
Held = tuple[Order, int]  # when an article was published, and its number

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
    insert_rows(
        connection, sketches, ({"article": n, "published": mine.published} for n, mine in drawn.items())
    )
    keys = ({"key": key, "article": n} for n, mine in drawn.items() for key in mine.keys)
    insert_rows(connection, sketch_keys, keys)
    holders = _Holders(connection)
    holders.look_up({key for mine in drawn.values() for key in mine.keys})
    around = {number: holders.around(number, mine) for number, mine in drawn.items()}
    later = {other for near in around.values() for other in near.later} - drawn.keys()
    changed: set[str] = set()
    for number, article in articles_of(connection, later).items():
        if _put(connection, article, holders.around(number, sketch(article)).earlier):
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


class _Holders:
    """Who holds which key, by publication; what was looked up is kept, as articles of one wording share most keys."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, list[Held]] = {}
        self._size = 0

    def around(self, number: int, mine: Sketch) -> Around:
        """Find the neighbours of an article as `linking.copies.neighbours` does: by the first holders of each key."""
        self.look_up(mine.keys)
        me = order(mine.published, mine.article), number
        earlier: Counter[int] = Counter()
        later: Counter[int] = Counter()
        for key in mine.keys:
            held = self._known[key]
            at = bisect_left(held, me)
            earlier.update(article for _, article in held[: min(at, HOLDERS)])
            later.update(article for _, article in (held[at + 1 :] if at < HOLDERS else ()))
        return Around(
            *(sorted(n for n, count in found.items() if count >= SHARED) for found in (earlier, later))
        )

    def look_up(self, keys: Collection[int]) -> None:
        """Find who holds each of the keys that were not looked up yet."""
        if self._size > KEPT:
            self._known, self._size = {}, 0
        missing = [key for key in keys if key not in self._known]
        self._known.update((key, []) for key in missing)
        columns = [sketch_keys.c.key, sketches.c.article, sketches.c.published, articles.c.id]
        home = sketch_keys.join(sketches, sketches.c.article == sketch_keys.c.article)
        home = home.join(articles, articles.c.number == sketches.c.article)
        for row in rows_where(self._connection, columns, sketch_keys.c.key, missing, of=home):
            self._known[row.key].append((order(row.published, row.id), row.article))
            self._size += 1
        for key in missing:
            self._known[key].sort()


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
