"""What questions ask of an event, as rows: columns of the event, and tables of its parties, pairs, outlets, plans.

In: an event, with what only the record knows of it (`Known`).
Out: rows for `schema`, by table. They hold nothing that the event does not, and may be written anew at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec
from sqlalchemy import Table

from kawat.linking.days import instant, published_day
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.reading.model import MUTUAL
from kawat.reading.plover import QUADS
from kawat.record.dates import bounds, planned_date
from kawat.record.rows import LONGEST_KEY, Row, outlet_key
from kawat.record.schema import (
    event_articles,
    event_outlets,
    event_pairs,
    event_parties,
    event_reports,
    events,
    plans,
)

TO_COME = ("planned", "proposed", "postponed")
#: An event that names more states and bodies than this makes pairs of the first ones only.
MOST_PAIRED = 100
_DAY = 10  # characters of YYYY-MM-DD


class Known(msgspec.Struct, frozen=True):
    """What the record knows beside events."""

    numbers: Mapping[str, int]  # of articles, by their ids
    confidence: Mapping[str, float]  # of reports, by their ids
    confirmed: frozenset[str]  # ids of events that a person has confirmed as they are


def rows_of(event: Event, data: str, known: Known) -> list[tuple[Table, list[Row]]]:
    """Return all rows of an event, its own first; `data` is the event as JSON."""
    own = event_row(event, known)
    members = [{"event": event.id, "report": report} for report in sorted(set(event.reports))]
    first: list[tuple[Table, list[Row]]] = [(events, [{"id": event.id, "data": data, **own}])]
    return [*first, (event_reports, members), *parts_of(event, known, own["earliest"])]


def parts_of(event: Event, known: Known, day: str | None) -> list[tuple[Table, list[Row]]]:
    """Return the rows of an event in tables that are derived from it; `day` is its first possible one."""
    numbers = sorted({known.numbers[id] for id in event.articles if id in known.numbers})
    return [
        (event_articles, [{"event": event.id, "article": number} for number in numbers]),
        (event_parties, _party_rows(event, day)),
        (event_pairs, _pair_rows(event, day)),
        (event_outlets, _outlet_rows(event)),
        (plans, _plan_rows(event)),
    ]


def event_row(event: Event, known: Known) -> Row:
    """Return the columns of an event beside its id and itself."""
    span = bounds(event.date) or bounds(first_said(event)) or (None, None)
    sure = [known.confidence[id] for id in event.reports if id in known.confidence]
    place = event.place
    return {
        "type": event.type,
        "status": event.status,
        "date": event.date,
        "earliest": span[0],
        "latest": span[1],
        "month": span[0][:7] if span[0] else None,
        "mode": event.mode,
        "quad": QUADS[event.type],
        "place": fold(place.name)[:LONGEST_KEY] if place else None,
        "country": place.country if place else None,
        "sources": len(event.sources),
        "contested": any(d.kind == "contradiction" for d in event.disagreements),
        "doubt": round(1 - sum(sure) / len(sure), 4) if sure else 1.0,
        "confirmed": event.id in known.confirmed,
        "reported": max((instant(said) for said in _publications(event)), default=""),
    }


def first_said(event: Event) -> str | None:
    """Return the day on which the event was first reported, None where no article is dated."""
    said = [s.first for s in event.sources if s.first] + [s.said for s in event.status_history if s.said]
    return min(said)[:_DAY] if said else None


def _publications(event: Event) -> Iterable[str | None]:
    yield from (step.said for step in event.status_history)
    for witness in event.sources:
        yield witness.first
        yield from (member.published for member in witness.members)


def _party_rows(event: Event, day: str | None) -> list[Row]:
    sides = [("actor", party) for party in event.actors]
    sides += [("recipient", party) for party in event.recipients]
    seen: set[str] = set()
    rows: list[Row] = []
    for position, (side, party) in enumerate(sides):
        row = {
            "event": event.id,
            "position": position,
            "side": side,
            "code": party.country,
            "person": fold(party.person)[:LONGEST_KEY] if party.person else None,
            "name": party.person,
            "first": party.country not in seen,
            "contact": event.type == "CONSULT",
            "day": day,
        }
        seen.add(party.country)
        rows.append(row)
    return rows


def _pair_rows(event: Event, day: str | None) -> list[Row]:
    more = {
        "contact": event.type == "CONSULT",
        "conflict": QUADS[event.type].endswith("conflict"),
        "day": day,
    }
    return [{"event": event.id, "one": one, "other": other, **more} for one, other in pairs_of(event)]


def pairs_of(event: Event) -> list[tuple[str, str]]:
    """Return the pairs of codes that an event is between, each in order: on its two sides, or of all that take part."""
    actors, recipients = (
        list(dict.fromkeys(p.country for p in side))[:MOST_PAIRED]
        for side in (event.actors, event.recipients)
    )
    if event.type in MUTUAL:
        named = sorted({*actors, *recipients})[:MOST_PAIRED]
        return list(combinations(named, 2))
    return sorted({(min(a, b), max(a, b)) for a in actors for b in recipients if a != b})


def _outlet_rows(event: Event) -> list[Row]:
    names: dict[str, str] = {}
    for name in sorted({n for witness in event.sources for n in (witness.name, *witness.outlets)}):
        names.setdefault(outlet_key(name), name[:LONGEST_KEY])
    return [{"event": event.id, "outlet": key, "name": name} for key, name in sorted(names.items())]


def _plan_rows(event: Event) -> list[Row]:
    if event.type != "CONSULT" or event.status not in TO_COME:
        return []
    planned = planned_date(event)
    span = bounds(planned) or (None, None)
    said = [step.said[:_DAY] for step in event.status_history if published_day(step.said) and step.said]
    row = {
        "event": event.id,
        "status": event.status,
        "date": planned or event.date or "",
        "earliest": span[0],
        "latest": span[1],
        "said": max(said, default=None),
    }
    return [row]
