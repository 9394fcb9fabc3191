"""Which articles of the record repeat which: found as articles come, from an index of samples of their wording."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec
from sqlalchemy import Connection, bindparam, delete, select

from kawat.linking.copies import HOLDERS, SHARED, Order, Sketch, copy_of, order, sketch
from kawat.linking.model import Copy
from kawat.pages.model import Article
from kawat.record.rows import insert_rows, rows_where
from kawat.record.schema import articles, copies, later_keys, sketch_keys, sketches

#: Holders of keys that are kept in memory at once.
KEPT = 1_000_000
Held = tuple[Order, int]  # when an article was published, and its number

_ARTICLE = msgspec.json.Decoder(Article)
#: Articles that are taken up in one go.
BATCH = 256


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
    holders = _Holders(connection)
    doubtful = holders.take(drawn)
    for number, mine in drawn.items():
        for later in holders.later(number, mine):
            doubtful[later].add(number)
    changed: set[str] = set()
    about = {**new, **articles_of(connection, set().union(*doubtful.values()) - new.keys())}
    for number, article in articles_of(connection, doubtful.keys() - new.keys()).items():
        if copy_of(article, (about[n] for n in sorted(doubtful[number]))) is None:
            continue  # what has come or gone among the articles before it has nothing of its wording
        if _put(connection, article, holders.earlier(number, sketch(article))):
            changed.add(article.id)
    for number, article in new.items():
        _put(connection, article, holders.earlier(number, drawn[number]))
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
    """The first published holders of each key; what was looked up is kept, as articles of one wording share most keys.

    What an outlet writes under all of its articles has holders without end, but only the first of them count
    (`linking.copies.neighbours`); the others are asked for only where a new one comes before them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, list[Held]] = {}
        self._size = 0

    def take(self, drawn: Mapping[int, Sketch]) -> defaultdict[int, set[int]]:
        """Put new articles under their keys; return which others are no longer compared with which earlier ones.

        All by number; a few of them still are.
        """
        coming: dict[int, list[Held]] = defaultdict(list)
        for number, mine in drawn.items():
            for key in mine.keys:
                coming[key].append(_held(number, mine))
        self._look_up(coming)
        held = {key: sorted([*self._known[key], *new]) for key, new in coming.items()}
        was = {key: {number for _, number in self._known[key]} for key in coming}
        passed = [(key, n) for key in held for _, n in held[key][HOLDERS:] if n in was[key]]
        lost = self._behind({n for _, n in passed})
        self._drop(passed)
        first = ((key, n) for key in held for _, n in held[key][:HOLDERS] if n not in was[key])
        insert_rows(self._connection, sketch_keys, ({"key": key, "article": n} for key, n in first))
        later = ((key, n) for key in held for _, n in held[key][HOLDERS:])
        insert_rows(self._connection, later_keys, ({"key": key, "article": n} for key, n in later))
        self._known.update((key, held[key][:HOLDERS]) for key in held)
        return lost

    def _behind(self, numbers: Iterable[int]) -> defaultdict[int, set[int]]:
        found: defaultdict[int, set[int]] = defaultdict(set)
        for number, article in articles_of(self._connection, numbers).items():
            for later in self.later(number, sketch(article)):
                found[later].add(number)
        return found

    def _drop(self, passed: Iterable[tuple[int, int]]) -> None:
        rows = [{"of": key, "gone": number} for key, number in passed]
        if rows:
            row = sketch_keys.c.key == bindparam("of"), sketch_keys.c.article == bindparam("gone")
            self._connection.execute(delete(sketch_keys).where(*row), rows)

    def earlier(self, number: int, mine: Sketch) -> list[int]:
        """Return the articles published before one that may be its original, by number."""
        self._look_up(mine.keys)
        me, shared = _held(number, mine), Counter[int]()
        for key in mine.keys:
            held = self._known[key]
            shared.update(other for _, other in held[: min(bisect_left(held, me), HOLDERS)])
        return _sharing(shared)

    def later(self, number: int, mine: Sketch) -> list[int]:
        """Return the articles published after one that may be copies of it, by number."""
        self._look_up(mine.keys)
        me, shared = _held(number, mine), Counter[int]()
        near = [key for key in mine.keys if me in self._known[key][:HOLDERS]]
        for key in near:
            held = self._known[key]
            shared.update(other for _, other in held[held.index(me) + 1 :])
        full = [key for key in near if len(self._known[key]) >= HOLDERS]
        rows = rows_where(self._connection, [later_keys.c.article], later_keys.c.key, full)
        shared.update(row.article for row in rows)
        return _sharing(shared)

    def _look_up(self, keys: Collection[int]) -> None:
        """Find the first holders of each of the keys that were not looked up yet."""
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


def _held(number: int, mine: Sketch) -> Held:
    return order(mine.published, mine.article), number


def _sharing(shared: Mapping[int, int]) -> list[int]:
    return sorted(other for other, keys in shared.items() if keys >= SHARED)


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
