"""What the pages of actors, persons and pairs share: contacts over time, what is to come, counterparts, the latest."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
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
from kawat.record.model import Filter, Standing

if TYPE_CHECKING:
    from kawat.linking.model import Event, Story

LOADED = 300  # newest events of somebody that a page is made from
_ORDER: tuple[Standing, ...] = ("due", "upcoming", "overdue", "unresolved")
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


class Known(msgspec.Struct, frozen=True):
    """The newest events of somebody, and how many there are in all."""

    events: tuple[Event, ...]
    total: int

    @property
    def whole(self) -> bool:
        """Whether these are all."""
        return self.total <= len(self.events)


def known(desk: Desk, wanted: Filter) -> Known:
    """Load the newest events; what a page says of all of them is made from these where they are all."""
    page = desk.record.page(wanted, size=LOADED)
    return Known(page.events, page.total)


def rows(desk: Desk, events: Iterable[Event]) -> list[Row]:
    """Return events as lists show them."""
    return [row_of(event, desk.words, desk.today) for event in events]


def pending(desk: Desk, wanted: Filter, of: Known, most: int) -> tuple[list[Row], int]:
    """Return contacts that are to come, those that are due first, and how many there are in all."""
    if of.whole:
        found = [e for e in of.events if e.type == "CONSULT" and e.status in TO_COME]
        made = sorted(rows(desk, found), key=lambda r: (r.edtf or "9", r.id))
        passed = [r for r in made if r.standing == "overdue"]
        passed.sort(key=lambda r: r.edtf, reverse=True)  # as the record's agenda has them
        made = [*passed, *(r for r in made if r.standing != "overdue")]
        return sorted(made, key=lambda r: _ORDER.index(r.standing or "due"))[:most], len(found)
    return to_come(desk, wanted, most)


def to_come(desk: Desk, wanted: Filter, most: int) -> tuple[list[Row], int]:
    """Return the contacts that are to come, those that are due first, and how many there are in all."""
    counted = desk.record.standings(desk.today, wanted)
    found: list[Event] = []
    for stands in _ORDER:
        left = most - len(found)
        if left and counted[stands]:
            found += desk.record.agenda(desk.today, standing=stands, limit=left, filter=wanted)
    return rows(desk, found), sum(counted.values())


def differing(of: Known) -> list[Event]:
    """Return those of the newest events that sources differ on."""
    return [e for e in of.events if e.disagreements]


def counterparts(desk: Desk, code: str, most: int) -> list[Counterpart]:
    """Return those with whom `code` has most to do."""
    mine = [(p.other if p.one == code else p.one, p) for p in desk.record.counterparts(code, limit=most)]
    return [
        Counterpart(
            side=Side(country_name(other, desk.language), actor_href(other), line(other)),
            href=pair_href(code, other),
            events=p.events,
            contacts=p.contacts,
            conflicts=p.conflicts,
            last=day(desk, p.last),
        )
        for other, p in mine
    ]


def acting(desk: Desk, code: str, of: Known, most: int) -> list[Acting]:
    """Return the persons who act for `code` most often in the newest events."""
    counted: Counter[str] = Counter()
    last: dict[str, str] = {}
    for event in of.events:
        persons = {p.person for p in (*event.actors, *event.recipients) if p.person and p.country == code}
        counted.update(persons)
        for person in persons:
            last.setdefault(person, event.date or "")
    first = sorted(counted.items(), key=lambda x: (-x[1], x[0]))[:most]
    return [
        Acting(line(name), person_href(name), office_of(desk, name, code), n, day(desk, last[name]))
        for name, n in first
    ]


def office_of(desk: Desk, person: str, code: str) -> str:
    """Return the office that a person held last for `code`, with its years; "" where none is known."""
    terms = [term for term in offices.terms_of(person, desk.words) if term.code == code]
    return terms[0].office if terms else ""


def stories_of(desk: Desk, events: Iterable[Event], most: int) -> list[Story]:
    """Return the stories that events belong to, at most so many."""
    found: dict[str, Story] = {}
    for event in events:
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
