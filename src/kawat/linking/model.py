"""What the linking stage hands on: one event for one real-world event, however many reports tell it."""

from __future__ import annotations

import msgspec

from kawat.reading.model import EventType, Figure, Mode, Party, Place, Status


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
    first: str | None  # earliest and latest publication, ISO 8601
    last: str | None
    parties: tuple[str, ...] = ()  # codes of those that its events name most, the first most often
    events: tuple[str, ...] = ()  # ids of the events that its articles tell, by date


class Witness(msgspec.Struct, frozen=True):
    """One independent source: an agency with all outlets that took the report from it, or an outlet alone."""

    name: str  # the agency's or outlet's usual name
    outlets: tuple[str, ...]  # those that published its report
    articles: tuple[str, ...]  # article ids
    first: str | None  # earliest publication, ISO 8601


class Step(msgspec.Struct, frozen=True):
    """One step of an event's status: what it was said to be, by whom, when."""

    status: Status  # as the report has it
    said: str | None  # publication of the report, ISO 8601
    date: str | None  # the event's own date as that report gives it, EDTF
    source: str  # outlet, or agency
    report: str  # id of the report
    article: str  # id of its article


class Value(msgspec.Struct, frozen=True):
    """One value of a field, with all reports and sources that give it."""

    value: str  # in words
    reports: tuple[str, ...]  # ids of the reports that give it
    sources: tuple[str, ...]  # independent sources that give it
    first: str | None  # when it was first given, ISO 8601


class Disagreement(msgspec.Struct, frozen=True):
    """A field for which reports of one event give different values; no value is dropped."""

    field: str  # date, place, mode, duration, status, figure:troops ...
    values: tuple[Value, ...]  # each with who gives it
    note: str  # contradiction / series (the world changed) / precision, and why


class FigureValue(msgspec.Struct, frozen=True):
    """A figure with the report and sources that give it."""

    figure: Figure  # as the report has it
    report: str  # id of the report
    source: str  # outlet, or agency
    said: str | None  # publication of the report, ISO 8601


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

    id: str  # a digest of the least of its reports' ids
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
