"""Sorts events into lanes: by pair, by party, or all in one; what is rare shares the last lane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product
from typing import Literal

import msgspec

from kawat.desk.names import country_name
from kawat.desk.words import Words, area
from kawat.linking.model import Event
from kawat.reading.model import MUTUAL

Kind = Literal["pairs", "actors", "none"]
#: An event with more parties than this is a meeting of many; it has a lane of its own, not one for each pair.
MANY = 4


class Lane(msgspec.Struct, frozen=True):
    """A lane with the numbers (in the caller's sequence) of the events in it; one event may lie in several."""

    name: str
    events: tuple[int, ...]


def codes(event: Event) -> tuple[str, ...]:
    """Return the codes of all parties, each once, in the order in which they are told."""
    return tuple(dict.fromkeys(p.country for p in (*event.actors, *event.recipients)))


def pairs(event: Event) -> list[tuple[str, str]]:
    """Return the pairs on opposite sides, each once, in the order of the codes; of a mutual type, any two."""
    actors, recipients = {p.country for p in event.actors}, {p.country for p in event.recipients}
    if event.type in MUTUAL:
        return list(combinations(sorted(actors | recipients), 2))
    return sorted({(min(a, b), max(a, b)) for a, b in product(actors, recipients) if a != b})


def lanes(events: Sequence[Event], kind: Kind, most: int, focus: str | None, words: Words) -> list[Lane]:
    """Return at most `most` lanes, the fullest first, and one more for the rest; `focus`: a code not to repeat."""
    keyed = [_keys(event, kind, focus) for event in events]
    counts = Counter(key for keys in keyed for key in keys)
    ranked = sorted(counts, key=lambda key: (-counts[key], _name(key, focus, words), key))
    top = ranked if len(ranked) <= most + 1 else ranked[:most]
    found: dict[tuple[str, ...], list[int]] = {key: [] for key in top}
    rest: list[int] = []
    for i, keys in enumerate(keyed):
        drawn = [key for key in keys if key in found]
        for key in drawn:
            found[key].append(i)
        if not drawn:
            rest.append(i)
    named = [Lane(_name(key, focus, words), tuple(found[key])) for key in top]
    others = area("drawing", words.language)["others"]
    return [*named, *([Lane(others, tuple(rest))] if rest else [])]


def _keys(event: Event, kind: Kind, focus: str | None) -> list[tuple[str, ...]]:
    parties = codes(event)
    if kind == "none":
        return [()]
    if kind == "actors":
        return [(code,) for code in parties if code != focus] or [parties[:1] or ("?",)]
    if len(parties) > MANY:
        return [("*",)]
    found: list[tuple[str, ...]] = [pair for pair in pairs(event) if focus is None or focus in pair]
    return found or [parties[:1] or ("?",)]


def _name(key: tuple[str, ...], focus: str | None, words: Words) -> str:
    said = area("drawing", words.language)
    if not key:
        return said["all"]
    if key[0] in ("*", "?"):
        return said["many_sides"] if key[0] == "*" else said["no_side"]
    shown = [code for code in key if code != focus] or list(key)
    return " – ".join(country_name(code, words.language) for code in shown)
