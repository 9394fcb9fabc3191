"""Whether two names mean the same person or place, however each article spells them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from kawat.reading.model import Place

#: Spellings of one name that differ by no more than this (0..100) are the same: Zelensky, Zelenskyy,
#: Zelenskiy.
SPELLING = 80.0
#: Two spellings of one place lie no farther apart than this, in degrees.
NEAR = 0.3
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the words of a name in lower case, without accents and punctuation."""
    bare = name
    if not name.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.replace("'", "").replace("’", "").casefold()))


@lru_cache(maxsize=65536)
def same_person(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: a family name in common, no given names that contradict.

    The order of the words does not matter, a part of the name may stand for all of it ("Putin"), and a
    given name may be cut short or be an initial ("Joe", "Joseph R.").
    """
    a, b = fold(one).split(), fold(other).split()
    rest_a, rest_b = _unmatched(a, b), _unmatched(b, a)
    if len(rest_a) == len(a) or len(rest_b) == len(b):
        return False
    if not rest_a or not rest_b:
        return True
    return any(_short_for(x, y) for x in rest_a for y in rest_b)


def _unmatched(words: list[str], others: list[str]) -> list[str]:
    return [w for w in words if not any(_same_word(w, o) for o in others)]


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 4 and ratio(one, other) >= SPELLING)


def _short_for(one: str, other: str) -> bool:
    size = min(2, len(one), len(other))
    return one[:size] == other[:size]


def same_place(one: Place, other: Place) -> bool:
    """Tell whether two places can be one: by coordinates where both have them, else by country and name."""
    if one.country and other.country and one.country != other.country:
        return False
    a, b = fold(one.name), fold(other.name)
    if a == b:
        return True
    if None not in (one.lat, one.lon, other.lat, other.lon):
        return _apart(one.lat, other.lat) <= NEAR and _apart(one.lon, other.lon) <= NEAR
    return ratio(a, b) >= SPELLING or part_of_name(one.name, other.name) or part_of_name(other.name, one.name)


def _apart(one: float | None, other: float | None) -> float:
    return abs((one or 0.0) - (other or 0.0))


def part_of_name(part: str, whole: str) -> bool:
    """Tell whether `whole` has all words of `part` and more ("Washington", "Gedung Putih, Washington")."""
    few, many = set(fold(part).split()), set(fold(whole).split())
    return bool(few) and few < many


@lru_cache(maxsize=65536)
def source_key(name: str) -> str:
    """Return what names of one outlet share: "ArabNews.com" and "Arab News" are both ``arabnews``."""
    words = name.strip()
    if "." in words and " " not in words:
        words = max(words.split("."), key=len)
    return fold(words).replace(" ", "")
