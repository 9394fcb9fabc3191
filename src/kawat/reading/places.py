"""Where: the place that a preposition brings, apart from places merely mentioned."""

from __future__ import annotations

from kawat.knowledge.model import City
from kawat.reading.model import Place
from kawat.reading.scan import Sentence


def place_at(s: Sentence, i: int) -> Place | None:
    """Read a place name at token i, past up to two common nouns ("kota Jenewa", "the city of Geneva")."""
    for k in range(i, min(i + 4, len(s.words))):
        hit = s.hits.get(k)
        if hit is not None and hit.name is not None and (hit.name.cities or hit.name.parties):
            start, end = s.span(k, hit.j)
            name = s.text[start - s.start : end - s.start]
            city = _largest(hit.name.cities)
            if city is not None:
                return Place(
                    name, city.country, start, end, f"knowledge/places:{city.name}", city.lat, city.lon
                )
            ref = hit.name.parties[0]
            if ref.sort in ("state", "capital", "seat"):
                return Place(name, ref.code, start, end, ref.reason)
            return None
        if s.words[k][0].isupper() and hit is None:
            j = k
            while j < len(s.words) and s.words[j][0].isupper() and (s.hits.get(j) is None):
                j += 1
            start, end = s.span(k, j)
            nxt = s.hits.get(j + 1) if j < len(s.words) and s.words[j] == "," else None
            country = (
                nxt.name.parties[0].code
                if nxt is not None and nxt.name is not None and nxt.name.parties
                else None
            )
            return Place(s.text[start - s.start : end - s.start], country, start, end, "reading/places.named")
        if hit is not None and hit.word is not None and not hit.word.classes & {"det"}:
            return None
    return None


def _largest(cities: list[City]) -> City | None:
    return max(cities, key=lambda x: (x.population, x.name)) if cities else None
