"""States, bodies, groups and persons: who takes part how often, and a page for each state, body and group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from litestar import Controller, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk import positions
from kawat.desk.clean import line
from kawat.desk.names import country_name
from kawat.desk.web import drawn, offices, profiles, sheets
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Side, actor_href, pair_href, person_href
from kawat.errors import UsageError
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.record.model import Filter

KINDS = ("state", "body", "bloc", "group", "person")
SIZE = 50  # actors on a page of the list
MOST = 1000  # actors that the list knows of
ACTS = 150  # newest acts that a position sheet is made of
GROUPS, EACH = 6, 3  # counterparts on a sheet, and positions towards each
LATEST, PENDING, DISPUTED, COUNTERPARTS, PERSONS = 8, 8, 5, 12, 12


class Listed(msgspec.Struct, frozen=True):
    """A state, body, group or person in the list."""

    side: Side
    kind: str  # in words
    acts_for: Side | None  # of a person
    events: int
    contacts: int
    last: str


class Actors(Controller):
    """Who takes part."""

    opt = READER

    @get("/actors", sync_to_thread=True)
    def actors(self, desk: Desk) -> Response[str]:
        """List states, bodies, groups or persons, those of most events first."""
        kind = desk.asked("kind") if desk.asked("kind") in KINDS else ""
        found = _persons(desk) if kind == "person" else _others(desk, kind)
        start = number(desk, "start")
        shown = found[start : start + SIZE]
        tabs = [
            ("", desk.area("actors")["kind_all"]),
            *((k, desk.area("actors")["kinds_" + k]) for k in KINDS),
        ]
        return desk.page(
            "actors.html.j2",
            rows=shown,
            total=len(found),
            start=start,
            most=max((row.events for row in found), default=1),
            kind=kind,
            tabs=[(code, name, desk.here(kind=code or None, start=None)) for code, name in tabs],
            asked=desk.asked("q")[:80],
            next=desk.here(start=str(start + SIZE)) if len(found) > start + SIZE else None,
            first=desk.here(start=None) if start else None,
            said=desk.area("actors"),
        )

    @get("/actors/{code:str}", sync_to_thread=True)
    def actor(self, desk: Desk, code: FromPath[str]) -> Response[str] | Redirect:
        """Show a state, body or group; a name leads to its code."""
        known = profiles.known_code(code)
        if known and known != code:
            return Redirect(actor_href(known))
        if not known and not desk.record.page(Filter(party=code), size=1).total:
            return profiles.lost(desk, code)
        return desk.page("actor.html.j2", **_actor(desk, code))


def number(desk: Desk, name: str) -> int:
    """Return a number that the address gives, 0 where it gives none.

    Raises:
        UsageError: it is no number.
    """
    text = desk.asked(name) or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise UsageError(f"{name}: {text!r} is no number", code="no_number", field=name, value=text)
    return int(text)


def _others(desk: Desk, kind: str) -> list[Listed]:
    """Return states, bodies and groups of a kind, or of all, that are called as asked."""
    said, asked = desk.area("actors"), fold(desk.asked("q")[:80])
    found = []
    for a in desk.record.actors(limit=MOST):
        of = offices.kind_of(a.code)
        if (not kind or kind == of) and (not asked or asked in fold(_names(a.code, desk.language))):
            side = Side(country_name(a.code, desk.language), actor_href(a.code), line(a.code))
            told = said["kind_" + of] if of else ""
            found.append(Listed(side, told, None, a.events, a.contacts, profiles.day(desk, a.last)))
    return found


def _names(code: str, language: str) -> str:
    """Return a code and all its names in one text, to look for words in."""
    called = offices.called(code)
    names = [name for n in called.names for name in (n.usual, *n.others)] if called else []
    return " | ".join((code, country_name(code, language), *names))


def _persons(desk: Desk) -> list[Listed]:
    said, asked = desk.area("actors"), desk.asked("q")[:80]
    found = (
        desk.record.named(asked, limit=MOST) if fold(asked) else desk.record.actors(limit=MOST, persons=True)
    )
    return [
        Listed(
            Side(line(a.person), person_href(a.person), line(a.code)),
            said["kind_person"],
            Side(country_name(a.code, desk.language), actor_href(a.code), line(a.code)),
            a.events,
            a.contacts,
            profiles.day(desk, a.last),
        )
        for a in found
        if a.person
    ]


def _actor(desk: Desk, code: str) -> dict[str, Any]:
    wanted = Filter(party=code)
    known = profiles.known(desk, wanted)
    plans, planned = profiles.pending(desk, wanted, known, PENDING)
    shown = sheet(desk, code, known)
    return {
        "code": line(code),
        "name": country_name(code, desk.language),
        "called": offices.called(code),
        "offices": offices.offices(code, desk.words),
        "office_file": offices.FILE,
        "as_of": offices.as_of(desk.words),
        "latest": profiles.rows(desk, known.events[:LATEST]),
        "total": known.total,
        "loaded": len(known.events),
        "plans": plans,
        "planned": planned,
        "disputes": sheets.differing(desk, profiles.differing(known), DISPUTED),
        "counterparts": profiles.counterparts(desk, code, COUNTERPARTS),
        "persons": profiles.acting(desk, code, known, PERSONS),
        "activity": drawn.activity(desk, known.events, wanted),
        "contacts": known.total - shown["sheet_all"],
        "doors": profiles.doors(wanted),
        "said": desk.area("actors"),
        **shown,
    }


def sheet(desk: Desk, code: str, known: profiles.Known) -> dict[str, Any]:
    """Return the position sheet of a state or body, made of its newest acts."""
    acts, total = acts_of(desk, Filter(party=code), known)
    made = positions.sheets(acts, frozenset({code}))
    return {
        "sheet_total": sum(len(s.positions) for s in made),
        "sheet_acts": len(acts),
        "sheet_all": total,
        "sheets": [
            sheets.sheet_row(desk, s, EACH, pair_href(code, s.counterpart) if s.counterpart else None)
            for s in made[:GROUPS]
        ],
        "sheet_others": [
            (country_name(s.counterpart, desk.language), pair_href(code, s.counterpart), len(s.positions))
            for s in made[GROUPS:]
            if s.counterpart
        ],
    }


def acts_of(desk: Desk, wanted: Filter, known: profiles.Known) -> tuple[Sequence[Event], int]:
    """Return the newest acts, and how many there are; from what is loaded, where that is all or holds enough."""
    acts = [event for event in known.events if event.type != "CONSULT"]
    if known.whole:
        return acts, len(acts)
    enough = len(acts) >= ACTS
    page = desk.record.page(msgspec.structs.replace(wanted, kind="acts"), size=1 if enough else ACTS)
    return acts[:ACTS] if enough else page.events, page.total
