"""What the linking stage hands on: one event for one real-world event, however many reports tell it."""

from __future__ import annotations

import msgspec

from kawat.reading.model import EventType, Figure, Mode, Party, Place, Status


class Witness(msgspec.Struct, frozen=True):
    """One independent source: an agency with all outlets that took the report from it, or an outlet alone."""

    name: str  # the agency's or outlet's usual name
    outlets: tuple[str, ...]
    articles: tuple[str, ...]  # article ids
    first: str | None  # earliest publication, ISO 8601


class Step(msgspec.Struct, frozen=True):
    """One step of an event's status: what it was said to be, by whom, when."""

    status: Status
    said: str | None  # publication of the report, ISO 8601
    date: str | None  # the event's own date as that report gives it, EDTF
    source: str  # outlet, or agency
    report: str
    article: str


class Value(msgspec.Struct, frozen=True):
    """One value of a field, with all reports and sources that give it."""

    value: str
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    first: str | None


class Disagreement(msgspec.Struct, frozen=True):
    """A field for which reports of one event give different values; no value is dropped."""

    field: str  # date, place, mode, duration, status, figure:troops ...
    values: tuple[Value, ...]
    note: str  # contradiction / series (the world changed) / precision, and why


class FigureValue(msgspec.Struct, frozen=True):
    """A figure with the report and sources that give it."""

    figure: Figure
    report: str
    source: str
    said: str | None


class Event(msgspec.Struct, frozen=True):
    """One real-world event: its reports, the values that they agree on, and what they disagree on."""

    id: str
    type: EventType
    mode: Mode | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str | None
    place: Place | None
    duration: str | None
    status: Status
    status_history: tuple[Step, ...]
    figures: tuple[FigureValue, ...]
    reports: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[Witness, ...]  # independent ones
    disagreements: tuple[Disagreement, ...]
    attributed_to: tuple[str, ...]
    reasons: tuple[str, ...]  # why these reports are one event
