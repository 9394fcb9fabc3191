"""How the name of an office-holder is spelt: the usual way (data/holders.csv), or as an article has it.

Spellings differ by language, outlet and year: Zelenskyy, Zelensky, Zelenskiy. A report tells what its article says, so
it has the article's spelling; an event of several articles has the usual one, by which a person is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from kawat.knowledge.holders import holders
from kawat.knowledge.model import Holder

NUMERAL = re.compile(r"[ivx]+")  # of a monarch or pope, which most articles leave out
HOLY_SEE = "VAT"
ALIKE = 70  # of two last names, from 0 to 100: "Khadafi" and "Gaddafi" have 71


def folded(text: str) -> str:
    """Return a text in lower case without accents, its words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def as_written(person: str, country: str, text: str) -> str:
    """Return the name of a person of a country as an article spells it, whose `text` is given, folded.

    It is the usual one where the article has its last name, with what the article adds to it ("Al Saud"); else another
    spelling of the whole name; else the usual one with the article's spelling of the last name; and the usual one again
    where the article has none that is known, or for a pope, whose name languages translate: "Paus Fransiskus".
    """
    known, row = _spellings().get((country, person), {}), f" {text} "
    there = [name for name, plain in known.items() if f" {plain} " in row]
    if not there:
        return person
    mine = folded(person)
    last = mine.split()[-1]
    longer = [name for name in there if known[name].startswith(f"{mine} ")]
    if longer:
        return max(longer, key=len)
    if f" {last} " in row or NUMERAL.fullmatch(last) or country == HOLY_SEE:
        return person
    whole = [name for name in there if " " in name]
    if whole:
        return max(whole, key=len)
    other = next((x for x in there if fuzz.ratio(known[x], last) >= ALIKE), None)
    return _with_last(person, other) if other is not None else person


def usual(name: str, country: str) -> str:
    """Return the usual spelling of an office-holder's name; any other name as it is."""
    return _usual().get((country, folded(name)), name)


def _with_last(person: str, last: str) -> str:
    return " ".join([*person.split()[:-1], last])


@cache
def _spellings() -> dict[tuple[str, str], dict[str, str]]:
    """Map country and usual name to the other spellings, single last names among them, each with itself folded."""
    out: dict[tuple[str, str], dict[str, str]] = {}
    for h in holders():
        mine = out.setdefault((h.country, h.person), {})
        mine.update((x, folded(x)) for alias in h.aliases for x in (alias, alias.split()[-1]))
    return out


@cache
def _usual() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    shared = set[tuple[str, str]]()
    for h in holders():
        for name in _names(h):
            key = (h.country, folded(name))
            if out.setdefault(key, h.person) != h.person:
                shared.add(key)  # two people of that name
    return {key: person for key, person in out.items() if key not in shared}


def _names(h: Holder) -> Iterator[str]:
    """Yield all whole names by which a report may call an office-holder."""
    yield h.person
    for alias in h.aliases:
        if " " in alias:
            yield alias
        yield _with_last(h.person, alias.split()[-1])
