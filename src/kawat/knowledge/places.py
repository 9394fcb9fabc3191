"""Cities, venues, regions, seas and bases where diplomacy happens (data/places.csv)."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from kawat.knowledge.model import City, PlaceKind
from kawat.knowledge.names import further_places, known_places
from kawat.knowledge.tables import degrees, load, once, words

COLUMNS = ("name", "names_en", "names_id", "country", "kind", "lat", "lon", "population", "weak")
KINDS = frozenset(get_args(PlaceKind))


@cache
def places() -> tuple[City, ...]:
    """Return all places, by name and country.

    Raises:
        KnowledgeError: a row is broken; file, line and remedy are named.
    """
    out = tuple(load("places.csv", COLUMNS, _city))
    known_places({(p.country, p.name) for p in out})
    return out


def _city(row: dict[str, str]) -> City:
    lat, lon = degrees(row["lat"], 90), degrees(row["lon"], 180)
    if not row["name"] or lat is None or lon is None:
        raise ValueError("name, lat or lon is blank; give all three")
    if row["kind"] not in KINDS:
        raise ValueError(f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    country = row["country"] or None
    english = once([row["name"]], words(row["names_en"]))
    return City(
        name=row["name"],
        names=further_places(country, row["name"], {"en": english, "id": words(row["names_id"]) or english}),
        country=country,
        kind=cast(PlaceKind, row["kind"]),
        lat=lat,
        lon=lon,
        population=int(row["population"] or 0),
        weak=row["weak"] == "1",
    )
