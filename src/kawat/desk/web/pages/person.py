"""A person: names, offices, the states that they acted for, contacts over time, and what they have said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Controller, Response, get
from litestar.response import Redirect

from kawat.desk import address, positions
from kawat.desk.clean import line
from kawat.desk.names import country_name
from kawat.desk.web import drawn, offices, profiles, sheets
from kawat.desk.web.desk import Desk
from kawat.desk.web.pages.actors import ACTS, EACH, GROUPS, LATEST, PENDING
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Side, actor_href, person_href
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.record.model import Filter

NAMED = 20  # persons that a name may be of
LONGEST = 120  # characters of a name
STATES = 3  # states that a person acted for whose acts are looked through for answers


class Persons(Controller):
    """Persons who take part."""

    opt = READER

    @get("/person", sync_to_thread=True)
    def person(self, desk: Desk) -> Response[str] | Redirect:
        """Show the person who is called `name`; a part of a name leads on, or to those who bear it."""
        name = desk.asked("name")[:LONGEST]
        if not fold(name):
            return Redirect("/actors?kind=person")
        bearers = _bearers(desk, name)
        if any(fold(bearer.name) == fold(name) for bearer in bearers):
            return desk.page("person.html.j2", **_person(desk, name, bearers))
        full = offices.full_name(name)
        if full and full != name:
            return Redirect(person_href(full))
        if full:
            return desk.page("person.html.j2", **_person(desk, full, []))
        if len(bearers) == 1:
            return Redirect(bearers[0].href)
        said = desk.area("actors")
        return desk.page("person_lost.html.j2", status=404, name=line(name), bearers=bearers, said=said)


def _bearers(desk: Desk, name: str) -> list[Side]:
    """Return the persons of the record in whose names this one stands, each with one who they act for."""
    found = desk.record.actors(Filter(person=name), limit=NAMED, persons=True)
    named = [a for a in found if a.person and fold(name) in fold(a.person)]
    sides = [Side(line(a.person), person_href(a.person), line(a.code)) for a in named if a.person]
    return list({side.href: side for side in sides}.values())


def _person(desk: Desk, name: str, bearers: list[Side]) -> dict[str, Any]:
    wanted = Filter(person=name)
    acted = [
        a for a in desk.record.actors(wanted, limit=NAMED, persons=True) if fold(a.person or "") == fold(name)
    ]
    rows, total = profiles.latest(desk, wanted, LATEST)
    plans, planned = profiles.pending(desk, wanted, PENDING)
    usual = acted[0].person if acted and acted[0].person else name
    return {
        "name": line(usual),
        "spellings": offices.spellings_of(usual),
        "terms": offices.terms_of(usual, desk.words),
        "office_file": offices.FILE,
        "as_of": offices.as_of(desk.words),
        "states": [
            (Side(country_name(a.code, desk.language), actor_href(a.code), line(a.code)), a) for a in acted
        ],
        "others": [side for side in bearers if fold(side.name) != fold(name)],
        "latest": rows,
        "total": total,
        "plans": plans,
        "planned": planned,
        "activity": drawn.activity(desk, wanted),
        "doors": profiles.doors(wanted),
        "said": desk.area("actors"),
        **_sheet(desk, usual, frozenset(a.code for a in acted)),
    }


def _sheet(desk: Desk, name: str, states: frozenset[str]) -> dict[str, Any]:
    """Return the sheet of a person's own words: acts of theirs, and acts for which pages name them."""
    took_part = desk.record.page(Filter(person=name, kind="acts"), size=ACTS)
    told = desk.record.page(Filter(text=_phrase(name), kind="acts"), size=ACTS)
    own = _own(name)
    known = {event.id: event for event in (*took_part.events, *told.events)}
    acts = [event for event in known.values() if own(event)]
    codes = states or frozenset(p.country for event in acts for p in event.actors)
    for code in sorted(codes)[:STATES]:
        known.update({e.id: e for e in desk.record.page(Filter(party=code, kind="acts"), size=ACTS).events})
    made = positions.sheets(known.values(), codes, own)
    return {
        "sheets": [sheets.sheet_row(desk, s, EACH, _all(name, s.counterpart)) for s in made[:GROUPS]],
        "sheet_others": [
            (country_name(s.counterpart, desk.language), _all(name, s.counterpart), len(s.positions))
            for s in made[GROUPS:]
            if s.counterpart
        ],
        "sheet_total": sum(len(s.positions) for s in made),
        "sheet_acts": len(acts),
        "sheet_all": max(took_part.total, len(acts)),
    }


def _all(name: str, code: str) -> str:
    return "/acts?" + address.address_of(Filter(person=name, party=code or None))


def _phrase(name: str) -> str:
    """Return a name as a search looks for it: its words in a row."""
    return '"' + " ".join(name.replace('"', " ").split()) + '"'


def _own(name: str) -> Callable[[Event], bool]:
    """Return what tells whether an act is a person's: they act in it, or a page names them for it."""
    names = {f" {fold(each)} " for each in (name, *offices.spellings_of(name)) if fold(each)}

    def own(event: Event) -> bool:
        persons = [f" {fold(p.person)} " for p in event.actors if p.person]
        said = [f" {fold(each)} " for each in event.attributed_to]
        return any(n in persons or any(n in each for each in said) for n in names)

    return own
