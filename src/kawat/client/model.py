"""What the API answers besides the structs of the record: the same for who serves it and who asks."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from kawat.linking.model import Event, Story
from kawat.reading.model import Report
from kawat.record.model import Added, Decision, Standing

T = TypeVar("T")
ROOT = "/api/v1"


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some items of a list."""

    items: tuple[T, ...]
    total: int  # of all pages
    next: str | None  # address of the next page


class Whole(msgspec.Struct, frozen=True):
    """An event with all that is told of it."""

    event: Event
    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    decisions: tuple[Decision, ...]


class Due(msgspec.Struct, frozen=True):
    """An event of the agenda, and how it stands."""

    standing: Standing
    event: Event


class Told(msgspec.Struct, frozen=True):
    """A report, and the event that it belongs to."""

    event: str  # its id
    report: Report


class Kept(msgspec.Struct, frozen=True):
    """What became of a page that was sent."""

    outcome: Added
    article: str  # its id; of a duplicate, that of the article whose text is the same
    events: tuple[str, ...]  # ids of the events that it tells, by date


class Trouble(msgspec.Struct, frozen=True):
    """What went wrong."""

    status: int  # of HTTP
    code: str  # the same as a word: not_found
    message: str  # what to do


class Failure(msgspec.Struct, frozen=True):
    """What the API answers with where it cannot do what was asked."""

    error: Trouble
