"""Filters as conditions on the facts of events. What is asked of other tables is asked as a set of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, exists, or_, select
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import iterate, replacement_traverse

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
    persons,
)
from kawat.record.leading import ids_from
from kawat.record.model import Differs, DiffersOn, Filter, Kind
from kawat.record.rows import outlet_key
from kawat.record.schema import articles, story_articles
from kawat.record.storying import story_of
from kawat.record.words import matching

MOST = 2**31 - 1
#: The type of which contacts are.
CONTACT: EventType = "CONSULT"
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
    told: list[Numbers]  # the same, of what is soon found for all but not for each: by articles
    plus: bool  # whether the database has to be told

    def of_facts(self, *, walk: bool = False) -> list[Condition]:
        """Return all conditions, on `facts`."""
        if not walk:
            return [*self.columns, *map(facts.c.number.in_, self.numbers)]
        columns = (
            [replacement_traverse(each, {}, _plain) for each in self.columns] if self.plus else self.columns
        )
        return [*columns, *self._held(facts.c.number)]

    def of_each(self, number: Column[int]) -> list[Condition]:
        """Return them as conditions on a column that holds numbers of few facts, asked of each apart."""
        if self.columns:
            return [
                exists(select(facts.c.number).where(facts.c.number == number, *self.columns)),
                *self._held(number),
            ]
        return self._held(number)

    @property
    def of_columns(self) -> set[Column[Any]]:
        """The columns of facts that conditions are on."""
        told = (element for each in self.columns for element in iterate(each))
        return {element for element in told if isinstance(element, Column) and element.table is facts}

    @property
    def numbers(self) -> list[Numbers]:
        """All sets."""
        return [*self.sets, *self.told]

    def _held(self, number: Column[int]) -> list[Condition]:
        return [*(_holds(each, number) for each in self.sets), *map(number.in_, self.told)]

    def of_numbers(self, number: Column[int], *, walk: bool = False) -> list[Condition]:
        """Return them as conditions on a column that holds numbers of facts."""
        column = plus(number) if walk and self.plus else number
        if self.columns:
            return [column.in_(select(facts.c.number).where(*self.of_facts()))]
        return [column.in_(each) for each in self.numbers]


def _holds(numbers: Numbers, number: Column[int]) -> Condition:
    """Ask of each fact whether a set holds it, without making the set."""
    return exists(numbers.where(numbers.selected_columns[0] == number).correlate(number.table))


def _plain(element: Any, **_: Any) -> Any:
    if isinstance(element, Column) and element.table is facts and element.name not in ("earliest", "latest"):
        return plus(element)
    return None


def plus(column: Column[Any]) -> UnaryExpression[Any]:
    """Return a column for which SQLite takes no index."""
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
    told = list(_of_articles(connection, wanted))
    plus = connection.dialect.name == "sqlite"
    return Asked([*_of_columns(wanted), *sides], sets, told, plus)


def _of_event(connection: Connection, wanted: Filter) -> Iterator[Numbers]:
    if wanted.event is not None:
        yield select(facts.c.number).where(facts.c.event.in_(ids_from(connection, wanted.event)))


def _of_columns(wanted: Filter) -> Iterator[Condition]:
    for name in _SAME:
        value = getattr(wanted, name)
        if value is not None:
            yield facts.c[name] == value
    if wanted.kind and not (wanted.between or wanted.party or wanted.person):
        yield (
            facts.c.type == CONTACT if wanted.kind == "contacts" else facts.c.type != CONTACT
        )  # as indexes have it
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
    """Yield the sets of what has the parties and persons: of the kind that is asked for, as their tables know it."""
    for table, condition in _parties(wanted):
        of_kind = [table.c.contact.is_(wanted.kind == "contacts")] if wanted.kind else []
        yield select(table.c.number).where(condition, *of_kind)


def _parties(wanted: Filter) -> Iterator[tuple[Table, Condition]]:
    codes = sorted(set(wanted.between))
    if len(codes) == 2:
        pair = and_(event_pairs.c.one == codes[0], event_pairs.c.other == codes[1])
        yield event_pairs, pair
        codes = []
    for code in [*codes, *([wanted.party] if wanted.party else [])]:
        yield event_actors, event_actors.c.code == code
    if wanted.person:
        yield event_persons, bears(wanted.person)


def bears(name: str) -> Condition:
    """Return the condition that a row of `event_persons` is of somebody in whose name this one stands."""
    called = select(persons.c.person).where(persons.c.person.contains(fold(name), autoescape=True))
    return event_persons.c.person.in_(called)


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
    if wanted.outlet:
        same = event_outlets.c.outlet == outlet_key(wanted.outlet)
        yield select(event_outlets.c.number).where(same)
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
            raise UsageError.none_of(name, value, allowed)
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
