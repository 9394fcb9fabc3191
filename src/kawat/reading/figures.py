"""How many: the numbers of a sentence that count troops, dead, ships, money.

In: a scanned sentence.
Out: its figures, each with what it counts, its relation ("more than") and, of money, the currency.
"""

from __future__ import annotations

from kawat.reading.lexicon import Lexicon
from kawat.reading.model import Figure
from kawat.reading.scan import Sentence
from kawat.reading.word_classes import keyed

REACH = 3  # tokens from a number to what it counts
LONGEST_BEFORE = 3  # tokens of a phrase before a number: "more than"


def figures(s: Sentence, lex: Lexicon) -> list[Figure]:
    """Return the numbers of a sentence that count something of interest: troops, dead, money."""
    found = (
        _figure(s, i, lex) for i in range(len(s.words)) if s.words[i][0].isdigit() or _key_at(s, i, "number")
    )
    return [f for f in found if f is not None]


def _figure(s: Sentence, i: int, lex: Lexicon) -> Figure | None:
    """Read the figure whose number stands at token i."""
    spelt = _key_at(s, i, "number")
    value = float(spelt) if spelt else _number(s.words[i], lex.pack.decimal_mark)
    if value is None:
        return None
    start, j = i, s.hits[i].j if spelt else i + 1
    times = _key_at(s, j, "times")
    if times:
        value, j = value * float(times), s.hits[j].j
    unit, start = _key_before(s, start, "currency")
    what: str | None = "money"
    if unit is None:
        what, unit, j = _counted(s, j)
    if what is None:
        return None
    relation, start = _key_before(s, start, "relation")
    a, b = s.span(start, j)
    return Figure(what, value, relation, unit, a, b, s.text[a - s.start : b - s.start])


def _counted(s: Sentence, j: int) -> tuple[str | None, str | None, int]:
    """Return what the number before token j counts, of money the currency, and the token after it.

    Up to two describing words may stand between: "100 Russian diplomats".
    """
    for k in range(j, min(j + REACH, len(s.words))):
        what = _key_at(s, k, "counted")
        if what:
            return what, None, s.hits[k].j
        currency = _key_at(s, k, "currency") if k == j else None
        if currency:
            return "money", currency, s.hits[k].j
        if not s.words[k][0].isalpha():
            break
    return None, None, j


def _key_at(s: Sentence, i: int, group: str) -> str | None:
    """Return the key of the word at token i in a keyed group of classes."""
    hit = s.hits.get(i)
    return keyed(hit.word.classes, group) if hit is not None and hit.word is not None else None


def _key_before(s: Sentence, i: int, group: str) -> tuple[str | None, int]:
    """Return the key of the phrase that ends before token i, and where it starts; (None, i) where it has none."""
    for k in range(i - 1, max(-1, i - LONGEST_BEFORE - 1), -1):
        hit = s.hits.get(k)
        if hit is not None and hit.j == i:
            key = _key_at(s, k, group)
            return (key, k) if key else (None, i)
    return None, i


def _number(word: str, decimal: str) -> float | None:
    """Read a number by the language's marks: 100.000 and 1,5 in Indonesian; 100,000 and 1.5 in English."""
    parts = word.split("," if decimal == "." else ".")
    if any(len(p.split(decimal)[0]) != 3 for p in parts[1:]):
        return None
    try:
        return float("".join(parts).replace(decimal, "."))
    except ValueError:
        return None
