"""What the reading stage hands on: one report for each event that an article tells (see docs/records.md)."""

from __future__ import annotations

from typing import Literal

import msgspec

from kawat.text import Quote

EventType = Literal[
    "CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Mode = Literal["in-person", "phone", "video", "letter", "unspecified"]
Status = Literal["proposed", "planned", "held", "postponed", "cancelled", "denied"]

#: Types in which the order of the sides does not matter.
MUTUAL: frozenset[str] = frozenset({"CONSULT", "AGREE", "COOPERATE"})


class Party(msgspec.Struct, frozen=True):
    """A side of an event: a state, body, bloc or group, or a person who acts for one."""

    country: str  # ISO 3166 alpha-3, or the code of a body, bloc or group
    person: str | None  # the full usual name, where a person acts
    office: str | None  # president, prime_minister, foreign_minister, spokesperson ...
    name: str  # the words of the article, text[start:end]
    start: int
    end: int
    reason: str


class Place(msgspec.Struct, frozen=True):
    """Where an event took or takes place."""

    name: str
    country: str | None
    start: int
    end: int
    reason: str
    lat: float | None = None
    lon: float | None = None


class Speaker(msgspec.Struct, frozen=True):
    """Who the article says said so."""

    name: str
    start: int
    end: int


class Figure(msgspec.Struct, frozen=True):
    """A number that belongs to the event: troops, deaths, money."""

    what: str  # troops, dead, wounded, money ...
    value: float
    relation: str | None  # "more than", "up to", "about", "almost"; None: exactly so
    unit: str | None  # a currency (ISO 4217) where `what` is money
    start: int
    end: int
    text: str


class Report(msgspec.Struct, frozen=True):
    """One event as one article tells it, over all its sentences about that event."""

    article: str
    id: str  # stable: a digest of the article's digest, the type and the first evidence
    type: EventType
    mode: Mode | None  # CONSULT only
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str | None  # EDTF
    date_text: str | None
    place: Place | None
    duration: str | None  # ISO 8601 duration
    duration_relation: str | None
    status: Status
    attributed_to: tuple[Speaker, ...]
    upstream: tuple[str, ...]
    figures: tuple[Figure, ...]
    evidence: tuple[Quote, ...]  # the sentences that prove it, in text order
    reasons: tuple[str, ...]  # the pack and knowledge entries that gave its values
    confidence: float  # 0..1
    # What linking needs to know of the article, so that reports can be linked without it:
    language: str
    published: str | None  # ISO 8601, as in Article.published.value
    outlet: str | None
    title: str
    digest: str  # of the article's text
    url: str | None = None
