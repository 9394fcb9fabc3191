"""An event as lists show it: everything said, nothing left to reckon for a template."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import msgspec

from kawat.desk import disputes, wording
from kawat.desk.clean import line
from kawat.desk.names import country_name, place_name
from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.reading.model import MUTUAL, Party
from kawat.record.dates import planned_date, standing
from kawat.record.model import Standing

TO_COME = frozenset({"planned", "proposed", "postponed"})


class Side(msgspec.Struct, frozen=True):
    """A party as a link."""

    name: str
    href: str
    code: str


class Row(msgspec.Struct, frozen=True):
    """An event in a list."""

    id: str
    href: str
    sentence: str
    date: str  # in words; "" where nobody says it
    edtf: str
    status: str  # its code, for the mark beside the word
    status_name: str
    kind: str
    is_contact: bool
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    mutual: bool  # the order of the sides does not matter
    place: str
    sources: int  # independent ones
    pages: int
    outlets: str  # names of the sources
    disputed: tuple[str, ...]  # fields that sources contradict each other on
    differs: tuple[str, ...]  # others that they differ on, and may all be right
    corrected: bool
    standing: Standing | None  # of what is to come


def row_of(event: Event, words: Words, today: str) -> Row:
    """Return the row of an event; `today` (YYYY-MM-DD) parts what is due from what is overdue."""
    to_come = event.type == "CONSULT" and event.status in TO_COME
    edtf = (planned_date(event) if to_come else None) or event.date or ""
    parties = tuple(
        tuple(side_of(p, words) for p in wording.distinct(s)) for s in (event.actors, event.recipients)
    )
    return Row(
        id=event.id,
        href=event_href(event.id),
        sentence=wording.sentence(event, words),
        date=wording.date_words(edtf, words) if edtf else "",
        edtf=line(edtf),
        status=event.status,
        status_name=words.statuses[event.status],
        kind=wording.kind(event, words),
        is_contact=event.type == "CONSULT",
        actors=parties[0],
        recipients=parties[1],
        mutual=event.type in MUTUAL,
        place=place_name(event.place.name, words.language, event.place.country) if event.place else "",
        sources=len(event.sources),
        pages=len(event.articles),
        outlets=", ".join(line(w.name) for w in event.sources),
        disputed=_fields(event, words, contradicted=True),
        differs=_fields(event, words, contradicted=False),
        corrected=bool(event.corrections),
        standing=standing(event, today) if to_come else None,
    )


def _fields(event: Event, words: Words, *, contradicted: bool) -> tuple[str, ...]:
    found = (d.field for d in event.disagreements if (d.kind == "contradiction") is contradicted)
    return tuple(dict.fromkeys(disputes.field_name(field, words) for field in found))


def side_of(party: Party, words: Words) -> Side:
    """Return a party as a link: a person to their own page, a state or body to its."""
    name = line(party.person) if party.person else country_name(party.country, words.language)
    href = person_href(party.person) if party.person else actor_href(party.country)
    return Side(name, href, line(party.country))


def event_href(id: str) -> str:
    """Return the address of an event's page."""
    return "/events/" + quote(id, safe="")


def article_href(id: str, event: str | None = None) -> str:
    """Return the address of an article's page; with an event, at its sentences. An id may be any text."""
    return "/article?" + urlencode({"id": id, **({"event": event} if event else {})})


def actor_href(code: str) -> str:
    """Return the address of the page of a state, body or group."""
    return "/actors/" + quote(code, safe="")


def person_href(name: str) -> str:
    """Return the address of a person's page."""
    return "/person?" + urlencode({"name": name})


def pair_href(one: str, other: str) -> str:
    """Return the address of the page of two states or bodies, whichever is named first."""
    first, last = sorted((one, other))
    return f"/pairs/{quote(first, safe='')}/{quote(last, safe='')}"


def story_href(id: str) -> str:
    """Return the address of a story's page."""
    return "/stories/" + quote(id, safe="")
