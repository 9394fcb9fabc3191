"""Two states or bodies: what passed between them, what is to come, and who holds what against whom."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Controller, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from kawat.desk import positions
from kawat.desk.clean import line
from kawat.desk.names import country_name
from kawat.desk.web import drawn, profiles, sheets
from kawat.desk.web.desk import Desk
from kawat.desk.web.pages.stories import told
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Row, Side, actor_href, pair_href, row_of
from kawat.record.model import Facets, Filter

ACTS = 200  # newest acts that the position sheets are made of
EACH = 12  # positions of each side
DRAWN = 120  # newest events on the timeline
LATEST, PENDING, DISPUTED, STORIES, LOOKED = 8, 6, 6, 5, 12


class Pairs(Controller):
    """What is between two."""

    opt = READER

    @get("/pairs/{one:str}/{other:str}", sync_to_thread=True)
    def pair(self, desk: Desk, one: FromPath[str], other: FromPath[str]) -> Response[str] | Redirect:
        """Show a pair; its codes stand in their order, names lead to codes."""
        codes = []
        for name in (one, other):
            code = profiles.known_code(name)
            if code is None and not desk.record.page(Filter(party=name), size=1).total:
                return profiles.lost(desk, name)
            codes.append(code or name)
        if codes[0] == codes[1]:
            return Redirect(actor_href(codes[0]))
        if [one, other] != sorted(codes):
            return Redirect(pair_href(*codes))
        return desk.page("pair.html.j2", **_pair(desk, one, other))


def _pair(desk: Desk, one: str, other: str) -> dict[str, Any]:
    wanted = Filter(between=(one, other))
    contacts = msgspec.structs.replace(wanted, kind="contacts")
    newest = desk.record.page(wanted, size=DRAWN)
    plans, planned = profiles.pending(desk, wanted, PENDING)
    contested = desk.record.page(
        Filter(between=(one, other), contested=True), order="reported", size=DISPUTED
    )
    facets = desk.record.facets(contacts)
    held = desk.record.page(msgspec.structs.replace(contacts, status="held"), size=1).events
    sides = tuple(Side(country_name(c, desk.language), actor_href(c), line(c)) for c in (one, other))
    return {
        "sides": sides,
        "name": " – ".join(side.name for side in sides),
        "total": newest.total,
        "counts": _counts(desk, facets),
        "last": [row_of(event, desk.words, desk.today) for event in held],
        "next": _next(plans),
        "plans": plans,
        "planned": planned,
        "latest": [row_of(event, desk.words, desk.today) for event in newest.events[:LATEST]],
        "disputes": sheets.contested(desk, contested.events, DISPUTED),
        "disputed": contested.total,
        "stories": [told(desk, s) for s in profiles.stories_of(desk, wanted, LOOKED, STORIES)],
        "activity": drawn.activity(desk, wanted),
        "timeline": drawn.drawn(drawn.timeline(desk, newest.events, wanted, lanes="actors")),
        "drawn": len(newest.events),
        "doors": profiles.doors(wanted),
        "said": desk.area("actors"),
        **_sheets(desk, one, other),
    }


def _counts(desk: Desk, facets: Facets) -> list[tuple[str, str, int]]:
    """Return the statuses of contacts with their words and how many there are, in the order in which things go."""
    known = dict(facets.statuses)
    return [(code, name, known[code]) for code, name in desk.words.statuses.items() if known.get(code)]


def _next(plans: list[Row]) -> Row | None:
    """Return the contact that comes next: due today, or the first of those that are to come."""
    return next((row for row in plans if row.standing in ("due", "upcoming")), None)


def _sheets(desk: Desk, one: str, other: str) -> dict[str, Any]:
    """Return the position sheets both ways, made of the newest acts."""
    page = desk.record.page(Filter(between=(one, other), kind="acts"), size=ACTS)
    both = []
    for mine, theirs in ((one, other), (other, one)):
        made = positions.sheets(page.events, frozenset({mine}))
        found = next((s for s in made if s.counterpart == theirs), None)
        href = profiles.doors(Filter(between=(one, other), kind="acts"))["list"]
        row = sheets.sheet_row(desk, found, EACH, href) if found else None
        both.append((country_name(mine, desk.language), country_name(theirs, desk.language), row))
    return {"sheets": both, "sheet_acts": len(page.events), "sheet_all": page.total}
