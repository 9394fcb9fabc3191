"""PLOVER: JSON Lines with the fields of its manual (draft 2.0); what it has no field for stands under ``kawat``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import kawat
from kawat.desk.exports.coding import Coded, coded, sector
from kawat.desk.exports.common import address, as_json
from kawat.desk.exports.model import Context
from kawat.desk.exports.tables import plover_code
from kawat.desk.names import country_name
from kawat.linking.model import Event
from kawat.reading.model import Party, Report

#: How closely a place is known, 1 a country to 5 less than a city.
_RESOLUTIONS = {"country": 1, "region": 2, "city": 4, "venue": 5, "base": 5}
_SIZES = {"dead": "dead", "wounded": "injured", "arrested": "arrested"}


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write each event that PLOVER codes on a line."""
    for event, reports in context.told(events):
        code = coded(event)
        if code is not None:
            yield f"{as_json(_record(event, code, reports))}\n".encode()


def _record(event: Event, code: Coded, reports: Sequence[Report]) -> dict[str, Any]:
    first, last = (day.isoformat() for day in code.days)
    said = [r for r in reports if r.evidence]
    quote = said[0].evidence[0] if said else None
    made: dict[str, Any] = {
        "id": event.id,
        "date": first,
        "enddate": last if last != first else None,
        "actor": [_entity(p) for p in code.actors],
        "recipient": [_entity(p) for p in code.recipients],
        "event": [code.type],
        "mode": [code.mode] if code.mode else [],
        "quad_code": code.quad,
        "event_scale": code.value,
        "context": contexts(reports),
        "event_loc": _place(event),
        "event_text": list(dict.fromkeys(q.quote for r in said for q in r.evidence)),
        "text": quote.quote if quote else None,
        "text_info": {"start": quote.start, "end": quote.end} if quote else None,
        "size": _size(event),
        "cite_info": _citation((said or list(reports))[0]) if reports else None,
        "coder": "Kawat",
        "kawat": _own(event, reports),
    }
    return {key: value for key, value in made.items() if value not in (None, [], {})}


def contexts(reports: Iterable[Report]) -> list[str]:
    """Return the contexts of all reports, each once."""
    return list(dict.fromkeys(each for r in reports for each in r.contexts))


def _entity(party: Party) -> dict[str, Any]:
    made = {
        "code": plover_code(party.country),
        "sector": sector(party),
        "entity_text": party.name,
        "identifier_text": party.person or country_name(party.country, "en"),
        "office": party.office,
        "kawat_code": party.country,
    }
    return {key: value for key, value in made.items() if value}


def _place(event: Event) -> dict[str, Any]:
    place = event.place
    if place is None:
        return {}
    made = {
        "extracted_place": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": country_name(place.country, "en") if place.country else None,
        "country_code": plover_code(place.country) if place.country else None,
        "resolution": _RESOLUTIONS.get(place.precision or ""),
    }
    return {key: value for key, value in made.items() if value is not None}


def _size(event: Event) -> dict[str, int]:
    """Return the numbers of people on which all reports agree to the letter."""
    found: dict[str, set[tuple[float, bool]]] = {}
    for each in event.figures:
        name = _SIZES.get(each.figure.what)
        if name:
            found.setdefault(name, set()).add(
                (each.figure.value, each.figure.relation is None and not each.forecast)
            )
    return {name: int(number) for name, v in found.items() if len(v) == 1 for number, exact in v if exact}


def _citation(report: Report) -> dict[str, Any]:
    made = {
        "citation": ", ".join(x for x in (report.outlet, (report.published or "")[:10]) if x),
        "url": address(report.url),
        "title": report.title,
        "language": report.language,
        "publication": report.outlet,
        "coder": "Kawat",
        "codebook": "PLOVER 2.0 (draft)",
        "version": kawat.__version__,
    }
    return {key: value for key, value in made.items() if value}


def _own(event: Event, reports: Sequence[Report]) -> dict[str, Any]:
    """Return what PLOVER has no field for: our type, status and date, the sources, each quote with its offsets."""
    evidence = [
        {"report": r.id, "article": r.article, "start": q.start, "end": q.end, "quote": q.quote}
        for r in reports
        for q in r.evidence
    ]
    return {
        "type": event.type,
        "status": event.status,
        "date": event.date,
        "channel": event.mode,
        "independent_sources": len(event.sources),
        "sources": [_citation(r) for r in reports],
        "evidence": evidence,
    }
