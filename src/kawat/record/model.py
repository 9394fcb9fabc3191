"""What the record takes and gives besides articles, reports and events: filters, counts, hits, failures."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from kawat.linking.model import Copy, Event, Story
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.text import Quote

Added = Literal["stored", "duplicate"]
Outcome = Literal["stored", "duplicate", "failed"]
Standing = Literal["overdue", "due", "upcoming", "unresolved"]
Kind = Literal["contacts", "acts"]
#: How reports of an event may differ: in any way, or in one of the ways of `linking.model.Kind`; and on what.
Differs = Literal["any", "contradiction", "speaker", "series", "scope", "precision"]
DiffersOn = Literal["date", "place", "mode", "duration", "participants", "initiative", "status", "figure"]
#: By day, the last or the first first; most independent sources first; least certain first; last told of first.
Order = Literal["newest", "oldest", "sources", "confidence", "reported"]


class Filter(msgspec.Struct, frozen=True):
    """Which events are wanted; every field that is set must hold, unset fields ask nothing.

    Days may be given to the day, month or year (EDTF: "2021-12-05", "2021-12", "2021"). They are compared
    with their precision: an event of "2021-12" is within since="2021-12-15", for it may be. An event without
    a date of its own counts by the day on which it was first reported.
    """

    kind: Kind | None = None  # contacts: CONSULT; acts: all other types
    between: tuple[str, ...] = ()  # country or body codes, all take part; in a one-way act, on both its sides
    person: str | None = None  # part of a person's name, without regard to case and accents
    since: str | None = None
    until: str | None = None
    status: str | None = None
    type: str | None = None
    outlet: str | None = None  # outlet or agency, without regard to case and accents
    party: str | None = None  # code of a state or body that takes part, on any side
    mode: str | None = None  # channel of a contact
    quad: str | None = None  # PLOVER's class
    place: str | None = None  # part of the place's name, or the code of the country that it lies in
    sources: int | None = None  # at least so many independent ones
    text: str | None = None  # words that an article of it holds, as in a search
    contested: bool | None = None  # whether sources contradict each other on a value
    differs: str | None = None  # its reports differ so: a `Differs`; with `differs_on` they do on that
    differs_on: str | None = (
        None  # a `DiffersOn`: what its reports differ on, in any way, or as `differs` says
    )
    reported_since: str | None = None  # first reported on this day or later; as days are given above
    reported_until: str | None = None  # first reported on this day or before
    event: str | None = None  # its id, or the beginning; former ids lead to what they have become part of
    story: str | None = None  # id of a story whose articles tell it
    confirmed: bool | None = None  # whether a person has confirmed it, with the reports that it has
    limit: int | None = None  # at most so many events; None: all


EVERYTHING = Filter()


class Page(msgspec.Struct, frozen=True):
    """Some of the events that pass a filter, in order."""

    events: tuple[Event, ...]  # in the order that was asked for
    next: str | None  # what to ask the next page with; null on the last
    total: int  # how many events pass the filter, on all pages


class Pair(msgspec.Struct, frozen=True):
    """Two states or bodies with the events between them: on opposite sides; of what is mutual, any two."""

    one: str  # code; comes before `other` in the alphabet
    other: str  # code
    events: int  # how many, each once
    contacts: int  # of these, meetings, calls, letters
    conflicts: int  # acts of these, verbal or material
    last: str | None  # the last day of one of them, YYYY-MM-DD: the first that its date may mean


class Actor(msgspec.Struct, frozen=True):
    """Who takes part in events, and in how many."""

    code: str  # of the state, body or group; of a person, the one that they most often act for
    person: str | None  # the full usual name, where persons are counted
    events: int  # how many, each once
    contacts: int  # of these, meetings, calls, letters
    last: str | None  # the last day of one of them, as in `Pair`


class Facets(msgspec.Struct, frozen=True):
    """How many of the events that pass a filter another filter would leave; the most frequent value first."""

    types: tuple[tuple[str, int], ...]  # all of them
    statuses: tuple[tuple[str, int], ...]  # all of them
    modes: tuple[tuple[str, int], ...]  # of contacts
    outlets: tuple[tuple[str, int], ...]  # the first hundred, agencies among them
    months: tuple[tuple[str, int], ...]  # YYYY-MM, in order; of the first day that a date may mean
    parties: tuple[tuple[str, int], ...]  # codes, the first hundred


class Listed(msgspec.Struct, frozen=True):
    """An article in a list."""

    id: str  # as in `Article`
    title: str  # its headline
    outlet: str | None  # who published it
    published: str | None  # ISO 8601
    language: str  # ISO 639-1
    url: str | None  # where it stands
    events: int  # how many it tells


class ArticlePage(msgspec.Struct, frozen=True):
    """Some of the articles, the last published first."""

    articles: tuple[Listed, ...]  # each with what a list shows
    next: str | None  # what to ask the next page with; null on the last
    total: int  # on all pages


class Copied(msgspec.Struct, frozen=True):
    """A copy, as one of its two articles sees it, with what a list shows of the other."""

    copy: Copy
    other: str  # id of the other article
    title: str  # its headline
    outlet: str | None  # who published it


class CopyPage(msgspec.Struct, frozen=True):
    """Some of the copies, by the ids of the later articles."""

    copies: tuple[Copy, ...]
    next: str | None  # what to ask the next page with; null on the last
    total: int  # on all pages


class StoryPage(msgspec.Struct, frozen=True):
    """Some of the stories of two articles or more, the one told of last first."""

    stories: tuple[Story, ...]  # whole
    next: str | None  # what to ask the next page with; null on the last
    total: int  # on all pages


class Counts(msgspec.Struct, frozen=True):
    """What a record holds. Always ``inputs == stored + duplicates + failed``.

    An input is a source with what it gave: its text, or the reason for which it failed. The same source
    giving the same thing again is the same input, so that a run that is repeated, or taken up after a crash,
    changes no count.
    """

    inputs: int
    stored: int
    duplicates: int
    failed: int
    articles: int
    reports: int
    events: int


class Entry(msgspec.Struct, frozen=True):
    """An article with its reports and the source that gave it (a path, a URL, a line of a file)."""

    article: Article
    reports: tuple[Report, ...]
    source: str


class Failed(msgspec.Struct, frozen=True):
    """A page that could not be read, and why."""

    source: str
    reason: str


class Decision(msgspec.Struct, frozen=True):
    """One entry of the log of decisions, of a person or of the rules."""

    kind: Literal["join", "split", "correct", "confirm", "undo", "linked"]
    event: str  # id of the event, as it was then
    by: str  # who signs: a person's name, or the rules with their version
    reason: str  # in words
    ones: tuple[str, ...] = ()  # ids of the reports that it is about
    others: tuple[str, ...] = ()  # those that they were joined with, or parted from
    scope: Literal["event", "report"] | None = None  # what a value was set right of
    field: str | None = None
    value: Any = None  # as JSON has it
    was: Any = None
    of: int | None = None  # the decision that is undone
    number: int = 0
    at: str = ""  # ISO 8601, UTC
    undone: int | None = None  # number of the decision that took it back


class DecisionPage(msgspec.Struct, frozen=True):
    """Some of the log of decisions, in order."""

    decisions: tuple[Decision, ...]  # the oldest first, or the newest, as was asked for
    next: str | None  # what to ask the next page with; null on the last
    total: int  # on all pages


class Hit(msgspec.Struct, frozen=True):
    """An article in which the words were found, best first."""

    article: str  # its id
    title: str
    outlet: str | None
    published: str | None  # ISO 8601
    quote: Quote  # the words where they stand: article.text[start:end] == quote
    events: tuple[str, ...]  # ids of the events that the article reports, by date
