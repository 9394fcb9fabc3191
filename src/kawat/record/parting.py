"""The parts of a record: which articles hang together (linking.story_parts), as a tree that grows with the articles.

Table `story_parts` has the parts of all levels, each with the part of the level before that it lies in; `gists` says of
each article in which part of the lowest level it is. New articles can make parts of one level one, and let a part grow
so large that it is parted again; nothing else. So only those parts are looked at that new articles fall into. Which
article a part is named after depends on the order in which they came; what lies in one part does not.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, delete, func, or_, select, update

from kawat.linking.gist import Gist, keys
from kawat.linking.story_parts import connected, linked, links, whole
from kawat.record.rows import batched, insert_rows, rows_where
from kawat.record.schema import gist_keys, gists, story_parts
from kawat.text import number

_UNPACK = msgspec.msgpack.Decoder(Gist)
Node = tuple[bool, str]  # whether it is a part, and the id of the article or part


class _Loose(NamedTuple):
    """Articles of one part whose parts at the next level are to be found."""

    level: int  # of the parts to be found
    inside: str | None  # the part that they are of; None: the record
    articles: list[str]


def unpacked(data: bytes) -> Gist:
    """Read a gist as its row has it."""
    return _UNPACK.decode(zlib.decompress(data))


def gists_where(connection: Connection, column: Column[Any], values: Iterable[Any]) -> dict[str, Gist]:
    """Return the gists whose rows have one of the values, by article, in order."""
    found = [unpacked(row.data) for row in rows_where(connection, [gists.c.data], column, values)]
    return {g.id: g for g in sorted(found, key=lambda g: g.id)}


def place(connection: Connection, new: Mapping[str, Gist]) -> set[str]:
    """Put new articles into the tree; return the parts of the lowest level that are not what they were, by id."""
    growth = _Growth(connection, new)
    waiting = [_Loose(0, None, sorted(new))]
    while waiting:
        loose = waiting.pop()
        for articles, parts in growth.groups(loose):
            waiting += growth.settle(loose, articles, parts)
    return growth.changed


class _Growth:
    """The tree, while new articles are put into it."""

    def __init__(self, connection: Connection, new: Mapping[str, Gist]) -> None:
        self._connection = connection
        near = _near(connection, new)
        self._days = {id: g.day for id, g in (*near.items(), *new.items())}
        self._alike: dict[str, dict[str, float]] = defaultdict(dict)
        self._link(new, near)
        old = self._alike.keys() - new.keys()
        self._paths = _paths(connection, old)
        #: The parts of the lowest level.
        self._leaves = {path[-1] for path in self._paths.values()}
        self.changed: set[str] = set()

    def _link(self, some: Mapping[str, Gist], others: Mapping[str, Gist] | None = None) -> None:
        for (a, b), alike in links(some, others).items():
            self._alike[a][b] = self._alike[b][a] = alike

    def groups(self, loose: _Loose) -> list[tuple[list[str], list[str]]]:
        """Return the articles and parts that hang together at a level: the parts by way of articles."""
        mine, pairs = set(loose.articles), set[tuple[Node, Node]]()
        for a in loose.articles:
            for b, alike in self._alike[a].items():
                if linked(loose.level, alike, self._days[a], self._days[b]):
                    other = (False, b) if b in mine else (True, self._paths[b][loose.level])
                    pairs.add(((False, a), other))
        nodes = {(False, a) for a in mine} | {other for _, other in pairs}
        return [
            ([id for is_part, id in group if not is_part], [id for is_part, id in group if is_part])
            for group in connected(nodes, sorted(pairs))
        ]

    def settle(self, loose: _Loose, articles: list[str], parts: list[str]) -> list[_Loose]:
        """Make one part of articles and parts; return those of its articles that are to be parted again."""
        leaves = [part for part in parts if part in self._leaves]
        branches = _largest_first(self._connection, [part for part in parts if part not in self._leaves])
        members = _members(self._connection, leaves)
        name = [*branches, *leaves, f"{loose.level} {articles[0]}"][0]
        if name not in parts:
            row = {"id": name, "level": loose.level, "inside": loose.inside}
            insert_rows(self._connection, story_parts, [row])
        _merge(self._connection, name, parts)
        if not branches and whole(len(articles) + len(members), loose.level):
            _move(self._connection, name, [*articles, *members])
            self.changed.add(name)
            return []
        self._loosen(members)
        return [_Loose(loose.level + 1, name, [*articles, *members])]

    def _loosen(self, members: Sequence[str]) -> None:
        """Look at the articles of parts that have grown too large: what they are alike with is among them, or new."""
        known = gists_where(self._connection, gists.c.article, members)
        self._days.update((id, g.day) for id, g in known.items())
        self._link(known)


def _near(connection: Connection, new: Mapping[str, Gist]) -> dict[str, Gist]:
    """Return the gists of the articles in the tree that share a key with a new one."""
    wanted = {number(key) for g in new.values() for key in keys(g)}
    rows = rows_where(connection, [gist_keys.c.article], gist_keys.c.key, wanted)
    ids = {row.article for row in rows} - new.keys()
    placed = rows_where(connection, [gists.c.article, gists.c.component], gists.c.article, ids)
    return gists_where(connection, gists.c.article, (row.article for row in placed if row.component))


def _paths(connection: Connection, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the parts that articles lie in, from the first level to the lowest."""
    rows = rows_where(connection, [gists.c.article, gists.c.component], gists.c.article, articles)
    lowest = {row.article: row.component for row in rows}
    inside: dict[str, str | None] = {}
    asked = set(lowest.values())
    while asked:
        found = rows_where(connection, [story_parts.c.id, story_parts.c.inside], story_parts.c.id, asked)
        inside.update((row.id, row.inside) for row in found)
        asked = {row.inside for row in found if row.inside} - inside.keys()
    return {article: _path(part, inside) for article, part in lowest.items()}


def _path(part: str | None, inside: Mapping[str, str | None]) -> tuple[str, ...]:
    path: list[str] = []
    while part is not None:
        path.append(part)
        part = inside[part]
    return tuple(reversed(path))


def _largest_first(connection: Connection, parts: Sequence[str]) -> list[str]:
    """Sort parts of which more than one is to be merged: those that are written anew shall be the smaller ones."""
    if len(parts) < 2:
        return list(parts)
    sizes = select(story_parts.c.inside, func.count()).where(story_parts.c.inside.in_(parts))
    counted = {row[0]: row[1] for row in connection.execute(sizes.group_by(story_parts.c.inside))}
    return sorted(parts, key=lambda part: (-counted[part], part))


def _members(connection: Connection, parts: Sequence[str]) -> list[str]:
    rows = rows_where(connection, [gists.c.article], gists.c.component, parts)
    return sorted(row.article for row in rows)


def _merge(connection: Connection, name: str, parts: Iterable[str]) -> None:
    """Put what lies in parts into the one of this name."""
    for gone in parts:
        if gone != name:
            within = update(story_parts).where(story_parts.c.inside == gone)
            connection.execute(within.values(inside=name))
            connection.execute(delete(story_parts).where(story_parts.c.id == gone))


def _move(connection: Connection, part: str, articles: Sequence[str]) -> None:
    elsewhere = or_(gists.c.component.is_(None), gists.c.component != part)
    for ids in batched(articles):
        rows = update(gists).where(gists.c.article.in_(ids), elsewhere)
        connection.execute(rows.values(component=part))
