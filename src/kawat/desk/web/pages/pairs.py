"""Two states or bodies: what passed between them, what is to come, and who holds what against whom."""

from __future__ import annotations

from collections import Counter
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
from kawat.desk.web.pages.actors import acts_of
from kawat.desk.web.pages.stories import told
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Row, Side, actor_href, pair_href
from kawat.linking.model import Event
from kawat.record.model import Filter

_NEAR = 4  # pairs among which the pair itself is looked for: nearly always the first
EACH = 8  # positions of each side
DRAWN = 120  # newest events on the timeline
LATEST, PENDING, DISPUTED, STORIES, LOOKED = 8, 6, 6, 5, 8


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
    known = profiles.known(desk, wanted)
    plans, planned = profiles.pending(desk, wanted, known, PENDING)
    sides = tuple(Side(country_name(c, desk.language), actor_href(c), line(c)) for c in (one, other))
    newest = known.events[:DRAWN]
    stories = profiles.stories_of(desk, known.events[:LOOKED], STORIES)
    return {
        "sides": sides,
        "name": " – ".join(side.name for side in sides),
        "total": known.total,
        "loaded": len(known.events),
        "counts": _counts(desk, wanted, known),
        "last": profiles.rows(desk, _last(desk, wanted, known)),
        "next": _next(plans),
        "plans": plans,
        "planned": planned,
        "latest": profiles.rows(desk, known.events[:LATEST]),
        "disputes": sheets.differing(desk, profiles.differing(known), DISPUTED),
        "stories": [told(desk, story) for story in stories],
        "activity": drawn.activity(desk, known.events, wanted),
        "timeline": drawn.drawn(drawn.timeline(desk, newest, wanted, lanes="none")),
        "drawn": len(newest),
        "doors": profiles.doors(wanted),
        "said": desk.area("actors"),
        **_sheets(desk, one, other, known),
    }


def _last(desk: Desk, wanted: Filter, known: profiles.Known) -> tuple[Event, ...]:
    """Return the last contact that was held, if there is one."""
    found = next((e for e in known.events if e.type == "CONSULT" and e.status == "held"), None)
    if found or known.whole:
        return (found,) if found else ()
    asked = msgspec.structs.replace(wanted, kind="contacts", status="held")
    return desk.record.page(asked, size=1).events


def _counts(desk: Desk, wanted: Filter, known: profiles.Known) -> list[tuple[str, str, int]]:
    """Return the statuses of contacts with their words and how many there are, in the order in which things go."""
    if known.whole:
        counted = Counter[str](e.status for e in known.events if e.type == "CONSULT")
    else:
        rest = [status for status in desk.words.statuses if status != "held"]
        asked = {each: msgspec.structs.replace(wanted, kind="contacts", status=each) for each in rest}
        counted = Counter({each: desk.record.page(of, size=1).total for each, of in asked.items()})
        pairs = desk.record.pairs(wanted, limit=_NEAR)
        contacts = next((p.contacts for p in pairs if {p.one, p.other} == set(wanted.between)), 0)
        counted["held"] = max(0, contacts - counted.total())
    return [(code, name, counted[code]) for code, name in desk.words.statuses.items() if counted[code]]


def _next(plans: list[Row]) -> Row | None:
    """Return the contact that comes next: due today, or the first of those that are to come."""
    return next((row for row in plans if row.standing in ("due", "upcoming")), None)


def _sheets(desk: Desk, one: str, other: str, known: profiles.Known) -> dict[str, Any]:
    """Return the position sheets both ways, made of the newest acts."""
    acts, total = acts_of(desk, Filter(between=(one, other)), known)
    both = []
    for mine, theirs in ((one, other), (other, one)):
        made = positions.sheets(acts, frozenset({mine}))
        found = next((s for s in made if s.counterpart == theirs), None)
        href = profiles.doors(Filter(between=(one, other), kind="acts"))["list"]
        row = sheets.sheet_row(desk, found, EACH, href) if found else None
        both.append((country_name(mine, desk.language), country_name(theirs, desk.language), row))
    return {"sheets": both, "sheet_acts": len(acts), "sheet_all": total}
