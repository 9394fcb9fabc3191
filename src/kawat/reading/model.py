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
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
Context = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip

#: Types in which the order of the sides does not matter.
MUTUAL: frozenset[str] = frozenset({"CONSULT", "AGREE", "COOPERATE"})


class Party(msgspec.Struct, frozen=True):
    """A side of an event: a state, body, bloc or group, or a person who acts for one."""

    country: str  # ISO 3166 alpha-3, or the code of a body, bloc or group
    person: str | None  # who acts, by full name: a report's as its article spells it, an event's as usual
    office: str | None  # president, prime_minister, foreign_minister, spokesperson ...
    name: str  # the words of the article, text[start:end]
    start: int
    end: int
    reason: str


class Place(msgspec.Struct, frozen=True):
    """Where an event took or takes place."""

    name: str  # as the article has it
    country: str | None  # code of the state that it lies in; null where knowledge does not tell
    start: int
    end: int
    reason: str
    lat: float | None = None  # degrees north
    lon: float | None = None  # degrees east
    precision: str | None = None  # what the name is that of: venue, base, city, region, sea or country


class Speaker(msgspec.Struct, frozen=True):
    """Who the article says said so."""

    name: str  # the words of the article
    start: int
    end: int


class Figure(msgspec.Struct, frozen=True):
    """A number that belongs to the event: troops, deaths, money."""

    what: str  # troops, dead, wounded, money ...
    value: float  # the number itself: 100000
    relation: str | None  # "more than", "up to", "about", "almost"; None: exactly so
    unit: str | None  # a currency (ISO 4217) where `what` is money
    start: int
    end: int
    text: str


class Report(msgspec.Struct, frozen=True):
    """One event as one article tells it, over all its sentences about that event."""

    article: str  # its id
    id: str  # stable: a digest of the article's digest, the type and the first evidence
    type: EventType  # PLOVER
    mode: Mode | None  # CONSULT only
    actors: tuple[Party, ...]  # who acts; of a contact, the side that is named first
    recipients: tuple[Party, ...]  # to whom; of a contact, the other side
    date: str | None  # of the event, EDTF: day, month, year or interval; null where the article does not tell
    date_text: str | None  # the words that gave it
    place: Place | None  # where, if the article tells
    duration: str | None  # ISO 8601 duration
    duration_relation: str | None  # "more than", "about" ...; null: exactly so
    status: Status  # as this article has it
    attributed_to: tuple[Speaker, ...]  # whom the article names for it; empty where it speaks itself
    upstream: tuple[str, ...]  # the article's sources, by name
    figures: tuple[Figure, ...]  # numbers told with it
    evidence: tuple[
        Quote, ...
    ]  # the sentences that prove it: the one of its values first, then in text order
    reasons: tuple[str, ...]  # the pack and knowledge entries that gave its values
    confidence: float  # 0..1
    # What linking needs to know of the article, so that reports can be linked without it:
    language: str  # of the article, ISO 639-1
    published: str | None  # ISO 8601, as in Article.published.value
    outlet: str | None  # of the article
    title: str  # of the article
    digest: str  # of the article's text
    url: str | None = None  # of the article
    # What PLOVER says of it:
    quad: Quad | None = None  # class of `type`; null in reports that an older Kawat wrote
    intensity: float | None = None  # -10 conflict to 10 cooperation; null: PLOVER has none
    contexts: tuple[Context, ...] = ()  # what its evidence touches on, in PLOVER's order
