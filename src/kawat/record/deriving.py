"""What questions ask of an event, as rows: its fact, and those of its parties, persons, outlets, differences, plans.

In: an event, with what only the record knows of it (`Known`).
Out: rows for the tables of `fact_schema`.
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
from kawat.record.fact_schema import (
    event_actors,
    event_articles,
    event_differences,
    event_outlets,
    event_pairs,
    event_persons,
    facts,
    plans,
)
from kawat.record.rows import LONGEST_KEY, Row, outlet_key

TO_COME = ("planned", "proposed", "postponed")
#: An event that names more states and bodies than this makes pairs of the first ones only.
MOST_PAIRED = 100
_DAY = 10  # characters of YYYY-MM-DD


class Known(msgspec.Struct, frozen=True):
    """What the record knows beside events."""

    numbers: Mapping[str, int]  # of articles, by their ids
    confidence: Mapping[str, float]  # of reports, by their ids
    confirmed: frozenset[str]  # ids of events that a person has confirmed as they are


def rows_of(event: Event, number: int, known: Known) -> list[tuple[Table, list[Row]]]:
    """Return the rows of an event in all tables of `fact_schema`, its fact first, which gets this number."""
    fact = _fact(event, known)
    of = {"number": number}
    of_day = {"contact": fact["contact"], "day": fact["earliest"]}
    articles = sorted({known.numbers[id] for id in event.articles if id in known.numbers})
    told: list[tuple[Table, list[Row]]] = [
        (facts, [fact]),
        (event_actors, [row | of_day for row in _actors(event)]),
        (event_persons, [row | of_day for row in _persons(event)]),
        (event_pairs, [row | of_day for row in _pairs(event)]),
        (event_outlets, _outlets(event)),
        (event_articles, [{"article": article} for article in articles]),
        (event_differences, _differences(event)),
        (plans, _plans(event)),
    ]
    return [(table, [row | of for row in rows]) for table, rows in told]


def _fact(event: Event, known: Known) -> Row:
    told = bounds(first_said(event)) or (None, None)
    span = bounds(event.date) or told
    sure = [known.confidence[id] for id in event.reports if id in known.confidence]
    place = event.place
    return {
        "event": event.id,
        "contact": event.type == "CONSULT",
        "type": event.type,
        "status": event.status,
        "mode": event.mode,
        "quad": QUADS[event.type],
        "earliest": span[0],
        "latest": span[1],
        "month": span[0][:7] if span[0] else None,
        "place": fold(place.name)[:LONGEST_KEY] if place else None,
        "country": place.country if place else None,
        "sources": len(event.sources),
        "contested": any(d.kind == "contradiction" for d in event.disagreements),
        "doubt": round(1 - sum(sure) / len(sure), 4) if sure else 1.0,
        "confirmed": event.id in known.confirmed,
        "reported": max((instant(said) for said in _publications(event)), default=""),
        "first_told": told[0],
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


def _actors(event: Event) -> list[Row]:
    acts, receives = ({p.country for p in side} for side in (event.actors, event.recipients))
    return [{"code": c, "acts": c in acts, "receives": c in receives} for c in sorted(acts | receives)]


def _persons(event: Event) -> list[Row]:
    rows: dict[str, Row] = {}
    for party in (*event.actors, *event.recipients):
        if party.person and (key := fold(party.person)[:LONGEST_KEY]):
            rows.setdefault(key, {"person": key, "code": party.country, "name": party.person})
    return list(rows.values())


def _pairs(event: Event) -> list[Row]:
    conflict = QUADS[event.type].endswith("conflict")
    return [{"one": one, "other": other, "conflict": conflict} for one, other in pairs_of(event)]


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


def _outlets(event: Event) -> list[Row]:
    names: dict[str, str] = {}
    for name in sorted({n for witness in event.sources for n in (witness.name, *witness.outlets)}):
        names.setdefault(outlet_key(name), name[:LONGEST_KEY])
    return [{"outlet": key, "name": name} for key, name in sorted(names.items())]


def _differences(event: Event) -> list[Row]:
    found = {(d.field.partition(":")[0], d.kind) for d in event.disagreements}
    return [{"field": field, "kind": kind} for field, kind in sorted(found)]


def _plans(event: Event) -> list[Row]:
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
