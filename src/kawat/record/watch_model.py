"""Saved searches, what they see of an event, what they found new, and the messages about it."""

from __future__ import annotations

from typing import Literal

import msgspec

Channel = Literal["webhook", "email"]


class Watch(msgspec.Struct, frozen=True):
    """A saved search whose owner wants to be told."""

    id: str
    owner: str  # who saved it; "" where nobody logs in
    name: str
    query: str  # a filter as the query of an address
    language: str  # ISO 639-1, of what is sent
    created: str  # ISO 8601, UTC
    webhook: str | None = None  # address that is sent to
    email: str | None = None


class Glance(msgspec.Struct, frozen=True):
    """What a saved search sees of an event: a change of any of it is told."""

    status: str
    date: str | None  # EDTF: for when it is planned, or when it was
    sources: int  # independent ones
    contested: tuple[str, ...]  # fields that sources contradict each other on
    type: str
    place: str | None
    parties: tuple[str, ...]  # codes and persons, sorted
    differs: tuple[str, ...] | None = (
        None  # others that they differ on; None: as an older Kawat saw it, unknown
    )


class Difference(msgspec.Struct, frozen=True):
    """A value that has changed, as JSON has both."""

    field: str  # status, date, sources, contested, differs, type, place, parties
    was: str
    now: str


class Notice(msgspec.Struct, frozen=True):
    """What a saved search found: an event that is new to it, or one of its own that has changed."""

    event: str  # its id
    kind: Literal["new", "changed", "left"]  # left: changed so that the search does not find it any more
    sentence: str  # the event in the language of the search, as it was then
    differences: tuple[Difference, ...] = ()
    number: int = 0
    at: str = ""  # ISO 8601, UTC


class Delivery(msgspec.Struct, frozen=True):
    """A message about notices `first` to `last` of a saved search."""

    number: int
    watch: str
    channel: Channel
    first: int
    last: int
    at: str  # ISO 8601, UTC: when it was tried last, or owed where it was not yet
    outcome: Literal["waiting", "sent", "failed"]
    tries: int
    next_try: str | None = None
    error: str | None = None
