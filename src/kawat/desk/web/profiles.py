"""What the pages of actors, persons and pairs share: contacts over time, what is to come, counterparts, the latest."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Response

from kawat.desk import address
from kawat.desk.clean import line
from kawat.desk.names import country_code, country_name, party_names
from kawat.desk.web import offices
from kawat.desk.web.desk import Desk
from kawat.desk.web.rows import TO_COME, Row, Side, actor_href, pair_href, person_href, row_of
from kawat.errors import UsageError
from kawat.linking.names import fold
from kawat.record.model import Filter

if TYPE_CHECKING:
    from kawat.linking.model import Story

PENDING = 40  # of each status that is looked at, the newest
_RANKS = {"due": 0, "upcoming": 1, "overdue": 2, "unresolved": 3}
_ALIKE = 6  # names that are offered where nothing is called so


class Counterpart(msgspec.Struct, frozen=True):
    """A state or body on the other side."""

    side: Side
    href: str  # of the pair
    events: int
    contacts: int
    conflicts: int
    last: str


class Acting(msgspec.Struct, frozen=True):
    """A person who acts for a state or body."""

    name: str
    href: str
    office: str  # as knowledge has it last; "" where it has none
    events: int
    last: str


def known_code(name: str) -> str | None:
    """Return the code that a name or code stands for, None where nothing known is called so."""
    try:
        return country_code(name)
    except UsageError:
        return None


def lost(desk: Desk, name: str) -> Response[str]:
    """Answer that nothing is called so, with names that are alike."""
    names = {fold(known): (code, known) for code, known in party_names(desk.language)}
    alike = [names[each] for each in difflib.get_close_matches(fold(name), list(names), _ALIKE, 0.6)]
    sides = [Side(known, actor_href(code), code) for code, known in alike]
    return desk.page("actor_lost.html.j2", status=404, name=line(name), alike=sides, said=desk.area("actors"))


def pending(desk: Desk, wanted: Filter, most: int) -> tuple[list[Row], int]:
    """Return contacts that are to come, those that are due first, and how many there are in all."""
    found: list[Row] = []
    total = 0
    for status in sorted(TO_COME):
        asked = msgspec.structs.replace(wanted, kind="contacts", status=status)
        page = desk.record.page(asked, size=PENDING)
        found += [row_of(event, desk.words, desk.today) for event in page.events]
        total += page.total
    found.sort(key=lambda row: (_RANKS.get(row.standing or "", 9), row.edtf or "9", row.id))
    return found[:most], total


def latest(desk: Desk, wanted: Filter, most: int) -> tuple[list[Row], int]:
    """Return the newest events, and how many there are in all."""
    page = desk.record.page(wanted, size=most)
    return [row_of(event, desk.words, desk.today) for event in page.events], page.total


def counterparts(desk: Desk, code: str, most: int) -> list[Counterpart]:
    """Return those with whom `code` has most to do."""
    pairs = desk.record.pairs(Filter(party=code), limit=4 * most)
    mine = [(p.other if p.one == code else p.one, p) for p in pairs if code in (p.one, p.other)]
    return [
        Counterpart(
            side=Side(country_name(other, desk.language), actor_href(other), line(other)),
            href=pair_href(code, other),
            events=p.events,
            contacts=p.contacts,
            conflicts=p.conflicts,
            last=day(desk, p.last),
        )
        for other, p in mine[:most]
    ]


def acting(desk: Desk, code: str, most: int) -> list[Acting]:
    """Return the persons who act for `code` most often."""
    found = desk.record.actors(Filter(party=code), limit=8 * most, persons=True)
    named = [(a.person, a) for a in found if a.person and a.code == code]
    return [
        Acting(line(name), person_href(name), office_of(desk, name, code), a.events, day(desk, a.last))
        for name, a in named[:most]
    ]


def office_of(desk: Desk, person: str, code: str) -> str:
    """Return the office that a person held last for `code`, with its years; "" where none is known."""
    terms = [term for term in offices.terms_of(person, desk.words) if term.code == code]
    return terms[0].office if terms else ""


def stories_of(desk: Desk, wanted: Filter, looked: int, most: int) -> list[Story]:
    """Return the stories that the newest `looked` events belong to, at most so many."""
    found: dict[str, Story] = {}
    for event in desk.record.page(wanted, size=looked).events:
        for story in desk.record.stories_of(event):
            if len(story.articles) > 1:
                found.setdefault(story.id, story)
        if len(found) >= most:
            break
    return list(found.values())[:most]


def day(desk: Desk, date: str | None) -> str:
    """Say a day in words, "" where there is none."""
    from kawat.desk.wording import date_words

    return date_words(date[:10] if "/" not in date else date, desk.words) if date else ""


def doors(wanted: Filter) -> dict[str, Any]:
    """Return the addresses that show the same events otherwise."""
    query = address.address_of(wanted)
    return {
        "query": query,
        "list": "/events?" + query,
        "brief": "/brief?" + query,
        "alert": "/alerts/new?" + query,
        "ics": "/events.ics?" + query,
        "timeline": "/timeline?" + query,
    }
