"""A person: names, offices, the states that they acted for, contacts over time, and what they have said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from litestar import Controller, Response, get
from litestar.response import Redirect

from kawat.desk import address, positions
from kawat.desk.clean import line
from kawat.desk.names import country_name
from kawat.desk.web import drawn, offices, profiles, sheets
from kawat.desk.web.desk import Desk
from kawat.desk.web.pages.actors import ACTS, EACH, GROUPS, LATEST, PENDING, acts_of
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Side, actor_href, person_href
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.record.model import Filter

NAMED = 20  # persons that a name may be of
LONGEST = 400  # characters of a name; nobody has a longer one
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
        exact = next((full for full in bearers if fold(full) == fold(name)), None)
        full = exact or offices.full_name(name)
        if full and (exact or full == name):
            return desk.page("person.html.j2", **_person(desk, full, bearers))
        leads = full or (bearers[0] if len(bearers) == 1 else None)
        if leads:
            return Redirect(person_href(leads))
        said = desk.area("actors")
        sides = [_side(each) for each in bearers]
        return desk.page("person_lost.html.j2", status=404, name=line(name), bearers=sides, said=said)


def _bearers(desk: Desk, name: str) -> list[str]:
    """Return the names of persons of the record in which this one stands, as the record has them."""
    named = (a.person for a in desk.record.named(name, limit=NAMED) if a.person)
    return list(dict.fromkeys(each for each in named if len(each) < LONGEST))


def _side(name: str) -> Side:
    return Side(line(name), person_href(name), "")


def _person(desk: Desk, name: str, bearers: list[str]) -> dict[str, Any]:
    wanted = Filter(person=name)
    known = profiles.known(desk, wanted)
    plans, planned = profiles.pending(desk, wanted, known, PENDING)
    states = _states(known, name)
    return {
        "name": line(name),
        "spellings": offices.spellings_of(name),
        "terms": offices.terms_of(name, desk.words),
        "office_file": offices.FILE,
        "as_of": offices.as_of(desk.words),
        "states": [
            (Side(country_name(code, desk.language), actor_href(code), line(code)), n) for code, n in states
        ],
        "others": [_side(each) for each in bearers if fold(each) != fold(name)],
        "latest": profiles.rows(desk, known.events[:LATEST]),
        "total": known.total,
        "loaded": len(known.events),
        "plans": plans,
        "planned": planned,
        "activity": drawn.activity(desk, known.events, wanted),
        "doors": profiles.doors(wanted),
        "said": desk.area("actors"),
        **_sheet(desk, name, frozenset(code for code, _ in states), known),
    }


def _states(known: profiles.Known, name: str) -> list[tuple[str, int]]:
    """Return the codes of those for whom a person acts in the newest events, and in how many."""
    counted: Counter[str] = Counter()
    for event in known.events:
        sides = (*event.actors, *event.recipients)
        counted.update({p.country for p in sides if p.person and fold(p.person) == fold(name)})
    return sorted(counted.items(), key=lambda x: (-x[1], x[0]))


def _sheet(desk: Desk, name: str, states: frozenset[str], of: profiles.Known) -> dict[str, Any]:
    """Return the sheet of a person's own words: acts of theirs, and acts for which pages name them."""
    took_part, total = acts_of(desk, Filter(person=name), of)
    told = desk.record.page(Filter(text=_phrase(name), kind="acts"), size=ACTS)
    own = _own(name)
    known = {event.id: event for event in (*took_part, *told.events)}
    acts = [event for event in known.values() if own(event)]
    codes = states or frozenset(p.country for event in acts for p in event.actors)
    for code in sorted(codes)[:STATES] if acts else ():
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
        "sheet_acts": len(took_part),
        "sheet_all": total,
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
