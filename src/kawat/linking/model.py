"""What the linking stage hands on: one event for one real-world event, however many reports tell it."""

from __future__ import annotations

from typing import Literal

import msgspec

from kawat.reading.model import EventType, Figure, Mode, Party, Place, Status

#: How an article belongs to its independent source.
Relation = Literal["own", "credits", "copies", "part"]
#: What a step changes: the first word; another status; another planned date; a date, or a closer one; nothing,
#: though another source says it; nothing, from a source that said so before; told when what came since was
#: known; held, told before its day; another date, on the day of the first.
Change = Literal[
    "first", "status", "moved", "dated", "confirmed", "repeated", "overtaken", "early", "disputed"
]
#: Whether values can all be right: they cannot; one tells it more closely; the world changed, or the telling,
#: from one to the next; they are of different things; they are the word of different speakers.
Kind = Literal["contradiction", "precision", "series", "scope", "speaker"]
#: Why values may differ: told later; moved to another date; planned so and held otherwise; an outlet corrected
#: itself; expected, and counted; called off before it was held; days of two time zones; rounded; a bound, as
#: "more than"; one value within the other; of other things; by other speakers; only the order of the sides.
Why = Literal[
    "later", "moved", "plan", "correction", "forecast", "revived",
    "zone", "rounding", "bound", "within", "scope", "speaker", "order",
]  # fmt: skip


class Copy(msgspec.Struct, frozen=True):
    """An article whose wording stands, wholly or in part, in an earlier one."""

    article: str  # id of the later article
    of: str  # id of the article that it copies: the first published of those that have the wording
    share: float  # how much of its own wording stands in the other, 0..1
    delay: (
        int | None
    )  # seconds from the publication of the one to that of the other; null where one is unknown


class Story(msgspec.Struct, frozen=True):
    """Articles that belong to one unfolding matter, with the events that they tell."""

    id: str  # a digest of the id of its first article
    title: str  # the headline of the article that stands nearest to all others
    articles: tuple[str, ...]  # ids, in the order of publication
    first: str | None  # earliest publication, ISO 8601
    last: str | None  # latest publication
    parties: tuple[str, ...] = ()  # codes of those that its events name most, the first most often
    events: tuple[str, ...] = ()  # ids of the events that its articles tell, by date


class Member(msgspec.Struct, frozen=True):
    """An article of an independent source, with how it belongs to it."""

    article: str  # its id
    outlet: str | None  # who published it
    published: str | None  # ISO 8601
    relation: Relation  # own, credits, copies, or part: own, though some of its wording is another's
    via: str | None = None  # whom it credits, or the outlet of the page that it copies
    of: str | None = None  # id of the page that it copies or, where that page is known, credits
    share: float | None = None  # how much of its wording stands in that page, 0..1
    delay: int | None = None  # seconds by which it came later than that page; below 0: earlier
    chain: tuple[str, ...] = ()  # names from its outlet up to the source
    also: tuple[str, ...] = ()  # others that it credits, which count for nothing


class Witness(msgspec.Struct, frozen=True):
    """One independent source: an agency with all outlets that took the report from it, or an outlet alone."""

    name: str  # the agency's or outlet's usual name
    outlets: tuple[str, ...]  # those that published its report
    articles: tuple[str, ...]  # article ids, in the order of publication: who had it first stands first
    first: str | None  # earliest publication, ISO 8601
    how: str = ""  # how it was counted as one, in words
    members: tuple[Member, ...] = ()  # its articles, each with how it belongs to it


class Step(msgspec.Struct, frozen=True):
    """One step of an event's status: what it was said to be, by whom, when."""

    status: Status  # as the report has it
    said: str | None  # publication of the report, ISO 8601
    date: str | None  # the event's own date as that report gives it, EDTF
    source: str  # outlet, or agency
    report: str  # id of the report
    article: str  # id of its article
    change: Change | None = None  # what it changes of what was known before
    moved_from: str | None = None  # the planned date that its own replaces, EDTF
    news: bool = True  # false: its source has said so before, or what came since was known already


class Value(msgspec.Struct, frozen=True):
    """One value of a field, with all reports and sources that give it."""

    value: str  # in words
    reports: tuple[str, ...]  # ids of the reports that give it
    sources: tuple[str, ...]  # independent sources that give it
    first: str | None  # when it was first given, ISO 8601
    by: str | None = None  # the outlet that gave it first, or the article where its outlet is unknown
    speakers: tuple[str, ...] = ()  # whom these reports name for what they tell
    forecast: bool = False  # a figure that is expected, not counted


class Disagreement(msgspec.Struct, frozen=True):
    """A field for which reports of one event give different values; no value is dropped."""

    field: str  # date, place, mode, duration, participants, initiative, status, figure:troops ...
    values: tuple[Value, ...]  # each with who gives it
    note: str  # its kind, and why, in words
    kind: Kind = "contradiction"  # whether the values can all be right, and how
    reasons: tuple[Why, ...] = ()  # why they may differ


class FigureValue(msgspec.Struct, frozen=True):
    """A figure with the report and sources that give it."""

    figure: Figure  # as the report has it
    report: str  # id of the report
    source: str  # outlet, or agency
    said: str | None  # publication of the report, ISO 8601
    forecast: bool = False  # told as expected, not as counted


class Correction(msgspec.Struct, frozen=True):
    """A value that a person has set right."""

    field: str  # of the event (or of one report of it): date, status, actors ...
    value: object  # as JSON has it
    was: object  # what the machine had made of it
    by: str  # who
    at: str  # when, ISO 8601, UTC
    reason: str  # in the person's words
    decision: int  # its number in the record's log of decisions


class Event(msgspec.Struct, frozen=True):
    """One real-world event: its reports, the values that they agree on, and what they disagree on."""

    id: str  # a digest of the id of its first published report
    type: EventType  # PLOVER
    mode: Mode | None  # CONSULT only
    actors: tuple[Party, ...]  # who acts, best told
    recipients: tuple[Party, ...]  # to whom, best told
    date: str | None  # the value to believe, EDTF; others stand in `disagreements`
    place: Place | None  # the value to believe
    duration: str | None  # ISO 8601 duration
    status: Status  # what to believe after all reports
    status_history: tuple[Step, ...]  # what was said of it, in the order of publication
    figures: tuple[FigureValue, ...]  # all of them, each with its source
    reports: tuple[str, ...]  # ids, in the order of publication
    articles: tuple[str, ...]  # ids, in the order of publication
    sources: tuple[Witness, ...]  # independent ones
    disagreements: tuple[Disagreement, ...]  # fields for which reports give different values
    attributed_to: tuple[str, ...]  # whom the articles name for it
    reasons: tuple[str, ...]  # why these reports are one event
    corrections: tuple[Correction, ...] = ()  # values that are a person's
