"""Filters as conditions on the table of events. What is asked of other tables is asked as a set of events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from kawat.errors import UsageError
from kawat.linking.names import fold
from kawat.reading.model import MUTUAL, EventType, Mode, Quad, Status
from kawat.record.dates import day_bounds
from kawat.record.model import Filter, Kind
from kawat.record.rows import outlet_key
from kawat.record.schema import (
    articles,
    event_articles,
    event_outlets,
    event_pairs,
    event_parties,
    events,
    story_articles,
)
from kawat.record.storying import story_of
from kawat.record.words import matching

MOST = 2**31 - 1
_COUNTRY = re.compile(r"[A-Z]{3}")
#: Fields of a filter that hold where a column of events has just their value.
_SAME = ("type", "status", "mode", "quad", "contested", "confirmed")
Condition = ColumnElement[bool]


def at_most(limit: int | None) -> int | None:
    """Return a limit that every database can count to."""
    return None if limit is None else min(max(limit, 0), MOST)


def conditions(connection: Connection, wanted: Filter) -> list[Condition]:
    """Return what a filter asks, as conditions on `events`.

    Raises:
        UsageError: a field has a value that cannot be.
    """
    _check(wanted)
    return [*_of_columns(wanted), *_of_parties(wanted), *_of_articles(connection, wanted)]


def _of_columns(wanted: Filter) -> Iterator[Condition]:
    for name in _SAME:
        value = getattr(wanted, name)
        if value is not None:
            yield events.c[name] == value
    if wanted.kind:
        yield (events.c.type == "CONSULT") == (wanted.kind == "contacts")
    if wanted.since:
        yield events.c.latest >= day_bounds(wanted.since, "since")[0]
    if wanted.until:
        yield events.c.earliest <= day_bounds(wanted.until, "until")[1]
    if wanted.sources is not None:
        yield events.c.sources >= min(wanted.sources, MOST)
    if wanted.place and _COUNTRY.fullmatch(wanted.place):
        yield events.c.country == wanted.place
    elif wanted.place:
        yield events.c.place.contains(fold(wanted.place), autoescape=True)


def _of_parties(wanted: Filter) -> Iterator[Condition]:
    if wanted.party:
        yield _party(event_parties.c.code == wanted.party)
    if wanted.person:
        yield _party(event_parties.c.person.contains(fold(wanted.person), autoescape=True))
    if wanted.outlet:
        same = event_outlets.c.outlet == outlet_key(wanted.outlet)
        yield events.c.id.in_(select(event_outlets.c.event).where(same))
    codes = sorted(set(wanted.between))
    if len(codes) == 2:
        pair = and_(event_pairs.c.one == codes[0], event_pairs.c.other == codes[1])
        yield events.c.id.in_(select(event_pairs.c.event).where(pair))
    else:
        yield from _between(codes)


def _between(codes: list[str]) -> Iterator[Condition]:
    """All take part; and where the sides are not alike, each side has one of them."""
    yield from (_party(event_parties.c.code == code) for code in codes)
    if codes[1:]:
        same = event_parties.c.event == events.c.id
        among = and_(same, event_parties.c.code.in_(codes))
        sides = [exists().where(among, event_parties.c.side == side) for side in ("actor", "recipient")]
        yield or_(events.c.type.in_(sorted(MUTUAL)), and_(*sides))


def _party(condition: Condition) -> Condition:
    return events.c.id.in_(select(event_parties.c.event).where(condition))


def _of_articles(connection: Connection, wanted: Filter) -> Iterator[Condition]:
    if wanted.text is not None:
        yield events.c.id.in_(_told_in(matching(connection, wanted.text, "text")))
    if wanted.story is not None:
        found = story_of(connection, wanted.story)
        of_story = select(articles.c.number).join(story_articles, story_articles.c.article == articles.c.id)
        yield events.c.id.in_(_told_in(of_story.where(story_articles.c.story == found)))


def _told_in(numbers: Select[tuple[int]]) -> Select[tuple[str]]:
    return select(event_articles.c.event).where(event_articles.c.article.in_(numbers))


def _check(wanted: Filter) -> None:
    for name, value, allowed in (
        ("kind", wanted.kind, get_args(Kind)),
        ("type", wanted.type, get_args(EventType)),
        ("status", wanted.status, get_args(Status)),
        ("mode", wanted.mode, get_args(Mode)),
        ("quad", wanted.quad, get_args(Quad)),
    ):
        if value is not None and value not in allowed:
            raise UsageError(f"{name}: {value!r} is none of {', '.join(allowed)}")
    for name in ("person", "outlet", "place"):
        value = getattr(wanted, name)
        if value is not None and not fold(value):
            raise UsageError(f"{name}: there is no name in {value!r}")
    for name in ("sources", "limit"):
        number = getattr(wanted, name)
        if number is not None and number < 0:
            raise UsageError(f"{name}: {number} is less than 0")
