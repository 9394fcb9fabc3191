"""POLECAT: its 40 columns, tab separated, with a head; a row for each pair of parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import kawat
from kawat.desk.exports.coding import Coded, coded, dyads, sector
from kawat.desk.exports.common import tsv
from kawat.desk.exports.model import Context
from kawat.desk.exports.plover import contexts
from kawat.desk.exports.tables import codes_of, plover_code
from kawat.desk.names import country_name
from kawat.desk.words import words
from kawat.knowledge.bodies import bodies
from kawat.linking.model import Event
from kawat.reading.model import Party, Report

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
    "Story Locations", "Language", "Version",
)  # fmt: skip
_Cells = list[str | int | float | None]


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write the head, and for each event that PLOVER codes a row for each pair of its parties."""
    yield tsv(COLUMNS, raw=context.raw)
    for event, reports in context.told(events):
        code = coded(event)
        if code is not None:
            for one, other in dyads(code):
                cells = [*_what(event, code, reports), *_party(one), *_party(other)]
                yield tsv([*cells, *_place(event), *_story(event, reports)], raw=context.raw)


def _what(event: Event, code: Coded, reports: Sequence[Report]) -> _Cells:
    told = ";".join(contexts(reports))
    return [event.id, code.days[0].isoformat(), code.type, code.mode, code.value, code.quad, told]


def _party(party: Party | None) -> _Cells:
    if party is None:
        return [None] * 8
    offices = words("en").offices
    name = party.person or country_name(party.country, "en")
    title = offices.get(party.office or "", party.office)
    role = sector(party)
    return [
        name, plover_code(party.country), codes_of(party.country).cow, role, role, title, party.name, None,
    ]  # fmt: skip


def _place(event: Event) -> _Cells:
    place = event.place
    if place is None:
        return [None] * 10
    city = place.name if place.precision == "city" else None
    country = country_name(place.country, "en") if place.country else None
    where: _Cells = [place.lat, place.lon, None]
    return [place.name, city, None, None, country, *where, place.name, place.precision]


def _story(event: Event, reports: Sequence[Report]) -> _Cells:
    first = reports[0] if reports else None
    parties = (*event.actors, *event.recipients)
    people = dict.fromkeys(p.person for p in parties if p.person)
    named = dict.fromkeys(country_name(p.country, "en") for p in parties if p.country in bodies())
    return [
        first.outlet if first else None,
        (first.published or "")[:10] if first else None,
        ";".join(people),
        ";".join(named),
        event.place.name if event.place else None,
        first.language if first else None,
        f"Kawat {kawat.__version__}",
    ]
