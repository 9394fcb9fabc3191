"""Where: the place that a preposition brings, apart from places merely mentioned.

In: a sentence and the token behind a preposition of place.
Out: the place named there, with its state and position where the knowledge files have them; None where no
place is named.
"""

from __future__ import annotations

import msgspec

from kawat.knowledge.model import City
from kawat.knowledge.outlets import lookup
from kawat.reading.lexicon import Name
from kawat.reading.model import Place
from kawat.reading.scan import Sentence

REACH = 4  # tokens within which the name must start
PASSED = frozenset({"det", "prep:of"})
NO_NAME = frozenset({"not_name"})
PARTICLE = frozenset({"particle"})  # inside a name: "Villa de Santos"
#: What a state's names are names of, where they tell a place.
PRECISION = {"state": "country", "capital": "city", "seat": "venue"}


def place_at(s: Sentence, i: int) -> Place | None:
    """Read a place name at token i, past up to three common nouns: "kota Jenewa", "the city of Geneva".

    Behind a summit's name it may stand behind its body's: "KTT G20 Bali". A name that no file has is none behind a noun
    with an article ("in the statement Kim"), nor in a headline, where all words may have capitals ("di Depan Layar");
    nor is that of an outlet ("in the Financial Times").
    """
    summit = False
    within = False  # behind "of" only a town is a place: "the streets of Geneva", but "the hands of Japan"
    for k in range(i, min(i + REACH, len(s.words))):
        hit = s.hits.get(k)
        if hit is None:
            if s.words[k][0].isupper():
                found = _unknown(s, k)
                doubtful = within or s.role == "title" or (k > i + 1 and "det" in s.classes(i))
                return None if found.country is None and (doubtful or lookup(found.name)) else found
        elif hit.name is not None and (hit.name.cities or hit.name.parties):
            if not (summit and _is_body(hit.name)):
                known = _known(s, k, hit.j, hit.name)
                return None if known is not None and within and known.precision == "country" else known
        elif not (s.classes(k) & PASSED or _opens_name(s, k) or _meets(s, k)):
            return None
        within = within or "prep:of" in s.classes(k)
        summit = summit or _meets(s, k)
    return None


def named_at(s: Sentence, i: int) -> Place | None:
    """Return the place whose known name begins at token i, whatever stands before it."""
    hit = s.hits.get(i)
    if hit is None or hit.name is None or not (hit.name.cities or hit.name.parties):
        return None
    return _known(s, i, hit.j, hit.name)


def _is_body(name: Name) -> bool:
    return not name.cities and all(x.sort == "body" for x in name.parties)


def _meets(s: Sentence, i: int) -> bool:
    """Tell whether the word is a noun for a meeting."""
    word = s.hits[i].word if i in s.hits else None
    return word is not None and any(t.voice == "noun" and t.frame.type == "CONSULT" for t in word.triggers)


def _opens_name(s: Sentence, i: int) -> bool:
    """Tell whether a word that is no name of its own begins one: "Istana Merdeka", "Palace"."""
    return s.classes(i) == NO_NAME and s.words[i][0].isupper()


def _known(s: Sentence, i: int, j: int, name: Name) -> Place | None:
    """Return the largest city of that name, else the state whose name, capital or seat it is."""
    start, end = s.span(i, j)
    text = s.text[start - s.start : end - s.start]
    city = _largest(name.cities)
    if city is not None:
        reason = f"knowledge/places:{city.name}"
        return Place(text, city.country, start, end, reason, city.lat, city.lon, city.kind)
    ref = name.parties[0] if name.parties else None
    if ref is None or ref.sort not in PRECISION:
        return None
    return Place(text, ref.code, start, end, ref.reason, precision=PRECISION[ref.sort])


def _unknown(s: Sentence, i: int) -> Place:
    """Return the place of a name that the knowledge files lack, in the state of what is named with it.

    "Ushgorod, Ukraina" is in the state behind its comma, "Kota Zagreb" where Zagreb is.
    """
    j = i
    while _is_part(s, j) or (j > i and s.classes(j) == PARTICLE and _is_part(s, j + 1)):
        j += 1
    behind = s.hits.get(j)
    whole = _known(s, j, behind.j, behind.name) if behind is not None and behind.name is not None else None
    if whole is not None and whole.precision != "country":  # not "Rumah Sakit Indonesia"
        start = s.span(i, j)[0]
        return msgspec.structs.replace(whole, name=s.text[start - s.start : whole.end - s.start], start=start)
    start, end = s.span(i, j)
    after = s.hits.get(j + 1) if j < len(s.words) and s.words[j] == "," else None
    parties = after.name.parties if after is not None and after.name is not None else []
    country = parties[0].code if parties else None
    return Place(s.text[start - s.start : end - s.start], country, start, end, "reading/places.named")


def _is_part(s: Sentence, i: int) -> bool:
    """Tell whether a token may be part of a name that no file has."""
    return i < len(s.words) and s.words[i][0].isupper() and i not in s.hits


def _largest(cities: list[City]) -> City | None:
    return max(cities, key=lambda x: (x.population, x.name)) if cities else None
