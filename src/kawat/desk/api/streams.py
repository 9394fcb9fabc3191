"""Answers that come as they are made: what can go wrong is seen before they begin, and pieces are worth sending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, TypeVar

import msgspec
from litestar.response import Stream

from kawat.client.model import Told
from kawat.linking.model import Event
from kawat.record import Record
from kawat.record.model import Filter

T = TypeVar("T")
LINES = "application/x-ndjson"
_BULK = 500  # items that are fetched at once
_PIECE = 64 * 1024  # bytes that are sent at once, about


def streamed(pieces: Iterable[bytes], media_type: str, headers: dict[str, Any] | None = None) -> Stream:
    """Return an answer of these pieces; an error in the first of them is raised here, and can still be told."""
    return Stream(_gathered(begun(pieces)), media_type=media(media_type), headers=headers)


def media(type: str) -> str:
    """Return a media type as the framework takes it: to that of a text it adds the charset itself."""
    return type.partition(";")[0] if type.startswith("text/") else type


def lines(items: Iterable[Any]) -> Iterator[bytes]:
    """Encode items as JSON Lines."""
    encode = msgspec.json.Encoder().encode
    return (encode(item) + b"\n" for item in items)


def every_event(record: Record, wanted: Filter) -> Iterator[Event]:
    """Yield all events that pass a filter, oldest first, a page of them in memory at a time."""
    after: str | None = None
    while True:
        found = record.page(wanted, order="oldest", after=after, size=_BULK)
        yield from found.events
        if found.next is None:
            return
        after = found.next


def every_report(record: Record, wanted: Filter) -> Iterator[Told]:
    """Yield all reports of these events, as persons set them right."""
    events = every_event(record, wanted)
    while some := list(islice(events, _BULK)):
        told = record.reports_of_many(some)
        yield from (Told(event.id, report) for event in some for report in told[event.id])


def every_article(record: Record) -> Iterator[Any]:
    """Yield all articles with their texts, in the order in which they came."""
    return map(record.article, record.article_ids())


def begun(items: Iterable[T]) -> Iterator[T]:
    """Return the items, the first of them made already: what is wrong with what was asked is raised here."""
    rest = iter(items)
    return chain(list(islice(rest, 1)), rest)


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Join small pieces: each that is sent costs a change of threads."""
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
