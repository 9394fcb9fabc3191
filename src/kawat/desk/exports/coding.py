"""Events as PLOVER codes them: another type for what is to come or called off, who is host, and which day counts.

PLOVER has no status: a meeting that is planned is AGREE, one that is called off is REJECT, and their day is that on
which it was said. What it does not code comes out as None: what was put off or denied, an act that was called off.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import Literal, NamedTuple

from kawat.desk.exports.common import codes, span
from kawat.desk.wording import distinct
from kawat.linking.model import Event
from kawat.reading.model import EventType, Party, Quad
from kawat.reading.plover import QUADS, TO_COME, intensity

When = Literal["done", "to_come", "called_off"]
_WHEN: dict[str, When] = {
    "held": "done",
    "planned": "to_come",
    "proposed": "to_come",
    "cancelled": "called_off",
}
#: Values of the modes of a contact, as the manual has them (draft 2.0).
_MODES = {"visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5}
#: Types that say themselves that something is to come.
_AHEAD = frozenset({*TO_COME, "AGREE", "CONCEDE", "THREATEN"})
_QUADS: dict[Quad, int] = {
    "verbal_cooperation": 1,
    "material_cooperation": 2,
    "verbal_conflict": 3,
    "material_conflict": 4,
}
_SECTORS = {
    "speaker": "LEG", "senator": "LEG", "general": "MIL", "military_chief": "MIL", "prosecutor": "JUD",
    "police_chief": "COP", "opposition_leader": "OPP", "council_president": "", "secretary_general": "",
    "leader": "", "refugees_chief": "", "human_rights_chief": "", "official": "",
}  # fmt: skip


class Coded(NamedTuple):
    """An event in PLOVER's terms."""

    when: When
    type: EventType
    mode: str  # "" where there is none
    value: float  # -10 conflict to 10 cooperation
    quad: int  # 1 to 4
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]  # the host, of a visit
    days: tuple[datetime.date, datetime.date]  # first and last day that it may have been


def coded(event: Event) -> Coded | None:
    """Code an event; None for what PLOVER does not code, and for what has neither a date nor a publication."""
    when, days = _WHEN.get(event.status), _days(event)
    value = intensity(event.type, event.mode, event.status)
    if when is None or days is None or value is None:
        return None
    actors, recipients = _sides(event)
    mode = _mode(event, when, bool(recipients))
    type_: EventType = event.type
    if when == "to_come":
        type_ = TO_COME.get(event.type, event.type)
    elif when == "called_off":
        type_ = "REJECT"
    return Coded(when, type_, mode, _MODES.get(mode, value), _QUADS[QUADS[type_]], actors, recipients, days)


def _sides(event: Event) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Put the host of a meeting last and the visitors first; all first where no host is known."""
    if event.type != "CONSULT":
        return tuple(distinct(event.actors)), tuple(distinct(event.recipients))
    everyone = tuple(distinct((*event.actors, *event.recipients)))
    host = event.place.country if event.place and event.mode == "in-person" else None
    hosts = tuple(p for p in everyone if p.country == host)
    guests = tuple(p for p in everyone if p.country != host)
    return (guests, hosts) if hosts and guests and event.status != "cancelled" else (everyone, ())


def _mode(event: Event, when: When, hosted: bool) -> str:
    if when == "called_off":
        return "meet"
    if when == "to_come":
        return "" if event.type in _AHEAD else "future"
    if event.type != "CONSULT" or event.mode != "in-person":
        return "phone" if event.mode == "phone" else ""
    parties = len(codes((*event.actors, *event.recipients)))
    if parties > 2:
        return "multilateral"
    if hosted:
        return "visit"
    return "third-party" if parties == 2 and event.place and event.place.country else ""


def _days(event: Event) -> tuple[datetime.date, datetime.date] | None:
    """Return the days of what was done; of what was only said of it, the day on which that was said first."""
    own = span(event.date) if event.status == "held" else None
    if own:
        return own
    said = [s.said for s in event.status_history if s.said and s.status == event.status]
    said += [w.first for w in event.sources if w.first]
    days = [found[0] for each in said if (found := span(each[:10]))]
    return (days[0], days[0]) if days else span(event.date)


def form_of(code: Coded) -> str:
    """Return the form of a contact as `tables.cameo_of` wants it."""
    forms = {"phone": "phone", "visit": "visit", "third-party": "third"}
    return forms.get(code.mode, "visit" if code.mode == "multilateral" and code.recipients else "")


def dyads(code: Coded) -> list[tuple[Party | None, Party | None]]:
    """Return the pairs between which an event is, a party of each state or body: one side may be unknown."""
    ones, others = _each(code.actors), _each(code.recipients)
    if ones and others:
        return list(product(ones, others))
    if len(ones) > 1 and not others and _mutual(code):
        return list(combinations(ones, 2))
    return [(p, None) for p in ones] or [(None, p) for p in others] or [(None, None)]


def _mutual(code: Coded) -> bool:
    return code.type in ("CONSULT", "AGREE", "COOPERATE") or code.mode == "meet"


def _each(parties: Iterable[Party]) -> Sequence[Party]:
    """Return the first party of each state or body."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.country, party)
    return list(found.values())


def sector(party: Party) -> str:
    """Return PLOVER's sector of who holds an office of a state; "" where the office does not tell."""
    if party.person is None or not party.office or len(party.country) != 3:
        return ""
    return _SECTORS.get(party.office, "GOV")
