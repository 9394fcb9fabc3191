"""Filters as conditions on the facts of events. What is asked of other tables is asked as a set of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, or_, select
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import replacement_traverse

from kawat.errors import UsageError
from kawat.linking.names import fold
from kawat.reading.model import MUTUAL, EventType, Mode, Quad, Status
from kawat.record.dates import day_bounds
from kawat.record.fact_schema import (
    event_actors,
    event_articles,
    event_differences,
    event_outlets,
    event_pairs,
    event_persons,
    facts,
)
from kawat.record.leading import ids_from
from kawat.record.model import Differs, DiffersOn, Filter, Kind
from kawat.record.rows import outlet_key
from kawat.record.schema import articles, story_articles
from kawat.record.storying import story_of
from kawat.record.words import matching

MOST = 2**31 - 1
_COUNTRY = re.compile(r"[A-Z]{3}")
#: Fields of a filter that hold where a column of facts has just their value.
_SAME = ("type", "status", "mode", "quad", "contested", "confirmed")
Condition = ColumnElement[bool]
Numbers = Select[int]
_PLUS: custom_op[Any] = custom_op("+")


def at_most(limit: int | None) -> int | None:
    """Return a limit that every database can count to."""
    return None if limit is None else min(max(limit, 0), MOST)


class Asked(NamedTuple):
    """What a filter asks.

    `walk`: for a query that goes through a table in the order of an index, for most of it passes or for a page is soon
    full. SQLite would rather take what passes one by one, and sort it: it takes no index for what is behind a plus.
    """

    columns: list[Condition]  # of columns of `facts`
    sets: list[Numbers]  # of facts, by their numbers: each of them must hold it
    plus: bool  # whether the database has to be told

    def of_facts(self, *, walk: bool = False) -> list[Condition]:
        """Return all conditions, on `facts`."""
        where = [*self.columns, *map(facts.c.number.in_, self.sets)]
        return [replacement_traverse(each, {}, _plain) for each in where] if walk and self.plus else where

    def of_numbers(self, number: Column[int], *, walk: bool = False) -> list[Condition]:
        """Return them as conditions on a column that holds numbers of facts."""
        column = _plus(number) if walk and self.plus else number
        if self.columns:
            return [column.in_(select(facts.c.number).where(*self.of_facts()))]
        return [column.in_(each) for each in self.sets]


def _plain(element: Any, **_: Any) -> Any:
    if isinstance(element, Column) and element.table is facts and element.name not in ("earliest", "latest"):
        return _plus(element)
    return None


def _plus(column: Column[Any]) -> UnaryExpression[Any]:
    return UnaryExpression(column, operator=_PLUS, type_=column.type)


def asked(connection: Connection, wanted: Filter) -> Asked:
    """Return what a filter asks.

    Raises:
        UsageError: a field has a value that cannot be.
    """
    _check(wanted)
    several = len(set(wanted.between)) > 2
    sides = [_each_side(wanted.between)] if several else []
    sets = [*_of_event(connection, wanted), *_of_parties(wanted), *_of_differences(wanted)]
    sets += _of_articles(connection, wanted)
    return Asked([*_of_columns(wanted), *sides], sets, plus=connection.dialect.name == "sqlite")


def _of_event(connection: Connection, wanted: Filter) -> Iterator[Numbers]:
    if wanted.event is not None:
        yield select(facts.c.number).where(facts.c.event.in_(ids_from(connection, wanted.event)))


def _of_columns(wanted: Filter) -> Iterator[Condition]:
    for name in _SAME:
        value = getattr(wanted, name)
        if value is not None:
            yield facts.c[name] == value
    if wanted.kind:
        yield facts.c.contact.is_(wanted.kind == "contacts")
    if wanted.since:
        yield facts.c.latest >= day_bounds(wanted.since, "since")[0]
    if wanted.until:
        yield facts.c.earliest <= day_bounds(wanted.until, "until")[1]
    if wanted.reported_since:
        yield facts.c.first_told >= day_bounds(wanted.reported_since, "reported_since")[0]
    if wanted.reported_until:
        yield facts.c.first_told <= day_bounds(wanted.reported_until, "reported_until")[1]
    if wanted.sources is not None:
        yield facts.c.sources >= min(wanted.sources, MOST)
    if wanted.place and _COUNTRY.fullmatch(wanted.place):
        yield facts.c.country == wanted.place
    elif wanted.place:
        yield facts.c.place.contains(fold(wanted.place), autoescape=True)


def _of_parties(wanted: Filter) -> Iterator[Numbers]:
    codes = sorted(set(wanted.between))
    if len(codes) == 2:
        pair = and_(event_pairs.c.one == codes[0], event_pairs.c.other == codes[1])
        yield select(event_pairs.c.number).where(pair)
        codes = []
    for code in [*codes, *([wanted.party] if wanted.party else [])]:
        yield select(event_actors.c.number).where(event_actors.c.code == code)
    if wanted.person:
        named = event_persons.c.person.contains(fold(wanted.person), autoescape=True)
        yield select(event_persons.c.number).where(named)
    if wanted.outlet:
        same = event_outlets.c.outlet == outlet_key(wanted.outlet)
        yield select(event_outlets.c.number).where(same)


def _each_side(codes: Iterable[str]) -> Condition:
    """Where the sides are not alike, each has one of those that take part."""
    among = and_(event_actors.c.number == facts.c.number, event_actors.c.code.in_(sorted(set(codes))))
    sides = [exists().where(among, side) for side in (event_actors.c.acts, event_actors.c.receives)]
    return or_(facts.c.type.in_(sorted(MUTUAL)), and_(*sides))


def _of_differences(wanted: Filter) -> Iterator[Numbers]:
    """One difference must be both of its kind and on its field."""
    found = event_differences.c
    where = [found.kind == wanted.differs] if wanted.differs not in (None, "any") else []
    where += [found.field == wanted.differs_on] if wanted.differs_on else []
    if wanted.differs or wanted.differs_on:
        yield select(found.number).where(*where)


def _of_articles(connection: Connection, wanted: Filter) -> Iterator[Numbers]:
    if wanted.text is not None:
        yield _told_in(matching(connection, wanted.text, "text"))
    if wanted.story is not None:
        found = story_of(connection, wanted.story)
        of_story = select(articles.c.number).join(story_articles, story_articles.c.article == articles.c.id)
        yield _told_in(of_story.where(story_articles.c.story == found))


def _told_in(numbers: Numbers) -> Numbers:
    return select(event_articles.c.number).where(event_articles.c.article.in_(numbers))


def _check(wanted: Filter) -> None:
    for name, value, allowed in (
        ("kind", wanted.kind, get_args(Kind)),
        ("type", wanted.type, get_args(EventType)),
        ("status", wanted.status, get_args(Status)),
        ("mode", wanted.mode, get_args(Mode)),
        ("quad", wanted.quad, get_args(Quad)),
        ("differs", wanted.differs, get_args(Differs)),
        ("differs_on", wanted.differs_on, get_args(DiffersOn)),
    ):
        if value is not None and value not in allowed:
            raise UsageError(
                f"{name}: {value!r} is none of {', '.join(allowed)}",
                code="none_of",
                field=name,
                value=value,
                choices=", ".join(allowed),
            )
    for name in ("person", "outlet", "place", "event"):
        value = getattr(wanted, name)
        if value is not None and not fold(value):
            raise UsageError(
                f"{name}: there is no name in {value!r}", code="no_name", field=name, value=value
            )
    for name in ("sources", "limit"):
        number = getattr(wanted, name)
        if number is not None and number < 0:
            raise UsageError(f"{name}: {number} is less than 0", code="below", field=name, least=0)
