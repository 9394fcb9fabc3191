"""The shapes of a pack's entries: titles.toml, frames.toml, cues.toml, contexts.toml (see docs/packs.md)."""

from __future__ import annotations

from typing import Literal

import msgspec

from kawat.reading.model import Context, EventType, Mode


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of one office."""

    office: str
    words: tuple[str, ...]
    speaks: bool = False  # a spokesperson: acts as the government, and is named in attributed_to
    abroad: bool = False  # an envoy: "untuk Indonesia" behind it is the host, not the sender
    domestic: bool = False  # governor, mayor: acts for no state
    receives: bool = False  # of those, who counts for his state where he meets an envoy: governor, mayor
    rank: bool = False  # Jenderal, Dr: no office of its own, stands before the name


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All titles of a language."""

    title: tuple[Title, ...]


class ContextExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and all contexts that it must give; each is run as a test."""

    text: str
    contexts: tuple[Context, ...]  # none: the words mean something else here


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of one context."""

    name: Context
    words: tuple[str, ...]  # in lower case, each form of its own; under a clitic too
    examples: tuple[ContextExample, ...] = ()


class Contexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words of context of a language."""

    context: tuple[ContextWords, ...]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and the report that it must give; each is run as a test."""

    text: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str = "held"
    mode: str | None = None
    type: str | None = None  # where the sentence is to give another type than its frame's; "none": no event
    date: str | None = None


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of one type of event, by voice, and where its sides stand."""

    id: str
    type: EventType
    mode: Mode | None = None
    active: tuple[str, ...] = ()  # subject acts on object: menuduh, accuse
    passive: tuple[str, ...] = ()  # subject is acted on: dituduh
    mutual: tuple[str, ...] = ()  # subject and partner act together: bertemu
    noun: tuple[str, ...] = ()  # tuduhan, accusation
    headline: tuple[str, ...] = ()  # bare stems, read as active in titles only: tuduh
    headline_mutual: tuple[str, ...] = ()
    #: roles of prepositions that bring the recipient, best first; empty: the usual ones
    to: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # one of these words must stand behind the trigger in its clause
    without: tuple[str, ...] = ()  # none of these words may stand behind the trigger in its clause
    before: tuple[str, ...] = ()  # one of these words must stand right before it: "brutal (invasion)"
    unless: tuple[str, ...] = ()  # none of these may stand right before it: "negosiasi (tarif)"
    alone: bool = False  # an event also without a recipient: MOBILIZE, a summit
    public: bool = False  # of these, where no recipient is named it reaches nobody: a strait that is closed
    close: bool = False  # whom it reaches must be told in its sentence: "canceled the meeting" of any talks
    person: bool = False  # the subject must be a person who acts for a party: who travels
    distant: bool = False  # who is contacted somewhere is not met there: menghubungi
    joint: bool = False  # one contact with all its recipients: to mediate between two
    between: bool = False  # who does it stands between others: to mediate
    each: bool = False  # a contact of its own with each state among its recipients: a trip to three
    patient: bool = False  # of a noun: "of" brings whom it befalls, "by" who does it (penangkapan, arrest)
    agenda: bool = False  # the object is talked of, no partner; a contact to come only where one is named
    named: bool = False  # the subject must be told by name or by an office at home: who merely is somewhere
    guest: bool = False  # the recipient must be a person: who is received
    own: bool = False  # what it is done with is the actor's own: of a passive, whose the subject is acts
    told: bool = False  # who says it acts, its subject is acted on: "Peru melanggar hukum," kata Menlu Chile
    #: what others do is its object: it is meant for whom the article tells of most, where nobody is named
    others: bool = False
    again: bool = False  # the deed of its type told last, done by another: "mengambil langkah serupa"
    #: its object is what is to be done: it reaches who is to do it, else whoever hears it
    heard: bool = False
    #: of its words, those that who wishes to say them says: "would like to thank"
    voiced: tuple[str, ...] = ()
    deed: Literal["", "own", "other"] = ""  # whose deed what is said must tell: "warned that it would answer"
    town: bool = False  # its object must be a town: "took Goma", but not "took a prize"
    bound: bool = True  # a noun needs a light verb or a side of its own
    examples: tuple[Example, ...] = ()


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All frames of a language."""

    frame: tuple[Frame, ...]


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that may tell an event of one type, for the coder to weigh."""

    id: str
    type: EventType
    mode: Mode | None = None
    each: bool = False  # of a contact with several: one with each of them, as a trip to several states
    verbs: tuple[str, ...] = ()  # in all forms, or lemmas where the pack inflects
    passive: tuple[str, ...] = ()  # whose subject is acted on: dituding
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()  # idioms, evaluations, openers of clauses: tidak dapat diterima
    #: Of these words, those that tell the event nearly always beside the name of a party, and those that seldom do.
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()  # verbs and phrases whose subject is acted on: menuai kecaman


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All cues of a language."""

    cue: tuple[CueWords, ...] = ()
