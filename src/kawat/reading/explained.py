"""What `explaining` hands on: an article with all that reading makes of it, and what it leaves out and why."""

from __future__ import annotations

from typing import Literal

import msgspec

from kawat.reading.annotating import Actor, Excerpt, Time
from kawat.reading.model import EventType, Mode, Report, Status
from kawat.reading.refusals import Refusal

#: Why an article gives no report at all.
Nothing = Literal[
    "no_trigger",  # no word that could tell an event
    "sport",  # it tells of sport
    "no_party",  # no state, body or group is named
    "one_party",  # only one is
    "refused",  # the grammar refuses each trigger
    "no_politics",  # by its words: more than a few sentences, and the coder did not read on
    "unlikely",  # the coder holds none likely enough
    "dropped",  # what was read did not stay: told by a caption alone, or of an occasion
]


class Named(msgspec.Struct, frozen=True):
    """A mention of one or several parties."""

    start: int
    end: int
    text: str
    kind: str  # named; pair, person, group ... that refer to parties named before; opaque: a person or body of none
    parties: tuple[Actor, ...]  # whom it means


class Heard(msgspec.Struct, frozen=True):
    """Words that are somebody's."""

    start: int
    end: int
    text: str
    direct: bool  # quoted, not retold
    parties: tuple[str, ...]  # codes of those for whom it is said; empty: the speaker is no party
    speaker: Excerpt | None  # who says it, where that is named
    cue: Excerpt | None  # the word of saying


class ClauseRead(msgspec.Struct, frozen=True):
    """A clause."""

    start: int
    end: int
    text: str
    link: str  # how it hangs on its parent: main, coord, serial, comp, purpose, sub, if, rel, quote
    parent: int | None  # its place among the sentence's clauses
    subject: Excerpt | None
    parties: tuple[str, ...]  # codes of the subject
    own: bool  # the clause names its subject itself
    verb: Excerpt | None
    voices: tuple[str, ...]  # in which the verb can be a trigger; empty: it is none


class Reading(msgspec.Struct, frozen=True):
    """What the grammar makes of one trigger: an event, or why none."""

    voice: str  # active, passive, mutual, noun ...
    reason: str  # the entry of the pack: "id/frames/consult.meet#bertemu", "id/cues/consult.meet"
    status: Status | None  # null: no event
    actors: tuple[str, ...]  # codes
    recipients: tuple[str, ...]  # codes
    why: Refusal | None  # null: it is an event
    because: tuple[str, ...]  # what shows it: words, entries, codes of those found


class Odds(msgspec.Struct, frozen=True):
    """How likely a party stands on a side."""

    code: str
    chance: float  # 0..1


class Pair(msgspec.Struct, frozen=True):
    """How likely these are the two sides."""

    actors: tuple[str, ...]  # codes
    recipients: tuple[str, ...]  # codes
    chance: float  # 0..1


class Factor(msgspec.Struct, frozen=True):
    """A feature that weighed in the coder's judgement (docs/packs.md)."""

    name: str
    weight: float  # log-odds: above 0 for an event, below against


class Weighed(msgspec.Struct, frozen=True):
    """What the coder makes of one trigger."""

    chance: float  # that it tells an event, 0..1
    final: (
        float | None
    )  # that a careful reader would hold the event; null: not asked, as the chance was too small
    least: float  # what `final` must exceed for a report
    status: Status | None  # the likeliest; null: not asked
    mode: Mode | None  # of a contact, the likeliest
    actors: tuple[Odds, ...]  # the likeliest first; of contacts and mutual acts all who take part
    recipients: tuple[Odds, ...]  # the likeliest first, beside the likeliest actor
    pairs: tuple[Pair, ...]  # the sides together, the likeliest first: they are the report's
    factors: tuple[Factor, ...]  # those that weighed most
    spared: tuple[
        str, ...
    ] = ()  # codes of those whom only the deed befalls that it speaks of: no report reaches them
    blaming: tuple[str, ...] = ()  # codes of those who only blame what it tells: in no report they did it


class TriggerRead(msgspec.Struct, frozen=True):
    """A word that may tell an event of one type."""

    start: int
    end: int
    text: str
    type: EventType
    clause: int | None  # its place among the sentence's clauses
    readings: tuple[Reading, ...]  # one for each entry and voice
    coder: Weighed | None  # null: the coder was not asked
    reports: tuple[str, ...]  # ids of the reports of this type that the sentence proves


class SentenceRead(msgspec.Struct, frozen=True):
    """A sentence with all that reading makes of it."""

    start: int
    end: int
    text: str
    role: str  # title, body or caption
    names: tuple[Named, ...]
    times: tuple[Time, ...]
    heard: tuple[Heard, ...]
    clauses: tuple[ClauseRead, ...]
    triggers: tuple[TriggerRead, ...]


class Explained(msgspec.Struct, frozen=True):
    """An article with all that reading makes of it."""

    article: str  # its id
    language: str  # in which it was read, ISO 639-1
    published: str | None  # the day that times are counted from
    coder: bool  # whether the coder was asked: it is not of a language that it was not taught
    sentences: tuple[SentenceRead, ...]
    reports: tuple[Report, ...]  # what `kawat read` gives
    nothing: Nothing | None  # why there is no report
    likeliest: float | None  # the best chance that the coder gives an event of the article
