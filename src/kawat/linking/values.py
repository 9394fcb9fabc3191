"""The values that reports of one event give for a field, each with who gives it, and why two may differ.

A clash is a pair of values that cannot both be right as they stand. What explains every clash of a field
makes the kind of the disagreement; what explains none of them, or only some, is still named as a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from kawat.linking.days import instant, published_day
from kawat.linking.history import PLANS
from kawat.linking.model import Disagreement, Kind, Value, Why
from kawat.linking.names import fold, source_key
from kawat.linking.sources import Key, key
from kawat.reading.model import Report

#: What was first told farther apart than this (days) was told at different times.
SAME_TIME = 1

Texts = Callable[[Report], Iterable[str]]
Clash = tuple[str, str]

#: What explains a clash: the kind that it makes of it, and in words.
_MADE: Mapping[Why, tuple[Kind, str]] = {
    "correction": ("series", "an outlet corrected itself"),
    "moved": ("series", "moved from one date to another"),
    "plan": ("series", "planned so, and held otherwise"),
    "zone": ("precision", "days of two time zones"),
    "scope": ("scope", "one report tells both, of different things"),
    "speaker": ("speaker", "different speakers say so"),
}
_WORDS: Mapping[Why, str] = {
    **{why: words for why, (_, words) in _MADE.items()},
    "later": "one was told later",
    "forecast": "one is expected, not counted",
    "speaker": "different speakers",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field with the reports that give each of its values, first told first; reports by publication."""

    name: str
    given: Mapping[str, tuple[Report, ...]]
    names: Mapping[Key, str]

    @property
    def values(self) -> tuple[Value, ...]:
        """Return the values, first told first."""
        return tuple(_value(text, by, self.names) for text, by in self.given.items())

    def clashes(self) -> list[Clash]:
        """Return all pairs of values."""
        return list(combinations(self.given, 2))


def gather(name: str, reports: Iterable[Report], names: Mapping[Key, str], texts: Texts) -> Field:
    """Gather the distinct values that `texts` reads from reports in the order of publication."""
    given: dict[str, list[Report]] = {}
    for r in reports:
        for text in dict.fromkeys(texts(r)):
            given.setdefault(text, []).append(r)
    return Field(name, {text: tuple(by) for text, by in given.items()}, names)


def _value(text: str, by: Sequence[Report], names: Mapping[Key, str]) -> Value:
    speakers: dict[str, str] = {}
    for speaker in (s.name for r in by for s in r.attributed_to):
        speakers.setdefault(fold(speaker), speaker)
    return Value(
        value=text,
        reports=tuple(dict.fromkeys(r.id for r in by)),
        sources=tuple(dict.fromkeys(names[key(r)] for r in by)),
        first=next((r.published for r in by if instant(r.published)), None),
        by=by[0].outlet or by[0].article,
        speakers=tuple(speakers.values()),
    )


def agreeing(field: Field, kind: Kind, words: str, *reasons: Why) -> Disagreement:
    """Return a disagreement whose values need no explaining."""
    return Disagreement(field.name, field.values, f"{kind}: {words}", kind, reasons)


def clashing(
    field: Field,
    words: str,
    clashes: Sequence[Clash],
    own: Mapping[Why, Callable[[Clash], bool]] | None = None,
) -> Disagreement:
    """Return a disagreement on clashes, of the kind that explains all of them; `own`: tests of this field."""
    tests = {**_tests(field), **(own or {})}
    found: list[Why] = [why for why in get_args(Why) if why in tests and any(map(tests[why], clashes))]
    if _corrected(field):
        made: list[Why] = ["correction"]
    else:
        made = [
            why for why in _MADE if why in found and why != "correction" and all(map(tests[why], clashes))
        ]
    if made:
        kind, words = _MADE[made[0]]
        return Disagreement(field.name, field.values, f"{kind}: {words}", kind, _ordered(made[:1], found))
    more = "; ".join(_WORDS[why] for why in found)
    note = f"contradiction: {words} ({more})" if more else f"contradiction: {words}"
    return Disagreement(field.name, field.values, note, "contradiction", tuple(found))


def _ordered(first: Sequence[Why], others: Sequence[Why]) -> tuple[Why, ...]:
    return tuple(dict.fromkeys((*first, *others)))


def _tests(field: Field) -> dict[Why, Callable[[Clash], bool]]:
    """Return what may explain a clash of any field."""
    return {
        "later": lambda c: _told_apart(field.given[c[0]], field.given[c[1]]),
        "plan": lambda c: _outcome(field.given[c[0]], field.given[c[1]]),
        "correction": lambda c: bool(_both(field, c)),
        "speaker": lambda c: _other_speakers(field.given[c[0]], field.given[c[1]]),
    }


def told_apart(field: Field) -> bool:
    """Tell whether the values were first told at different times."""
    days = [day for by in field.given.values() if (day := _first_day(by)) is not None]
    return bool(days) and max(days) - min(days) > SAME_TIME


def _told_apart(one: Sequence[Report], other: Sequence[Report]) -> bool:
    a, b = _first_day(one), _first_day(other)
    return a is not None and b is not None and abs(a - b) > SAME_TIME


def _first_day(by: Sequence[Report]) -> int | None:
    return next((day for r in by if (day := published_day(r.published)) is not None), None)


def _outcome(one: Sequence[Report], other: Sequence[Report]) -> bool:
    """Tell whether one value is only that of plans, and the other of what was held."""
    planned = [all(r.status in PLANS or r.status == "postponed" for r in by) for by in (one, other)]
    held = [any(r.status == "held" for r in by) for by in (one, other)]
    return (planned[0] and held[1]) or (planned[1] and held[0])


def _other_speakers(one: Sequence[Report], other: Sequence[Report]) -> bool:
    """Tell whether both values are the word of somebody, and nobody says both."""
    a, b = ({fold(s.name) for r in by for s in r.attributed_to} for by in (one, other))
    return bool(a and b) and not a & b


def _both(field: Field, clash: Clash) -> set[str]:
    """Return the outlets that give one value after the other, in different articles."""
    one, other = (field.given[text] for text in clash)
    return {
        source_key(a.outlet)
        for a in one
        for b in other
        if a.outlet and b.outlet and source_key(a.outlet) == source_key(b.outlet)
        and a.article != b.article and instant(a.published) and instant(b.published)
        and instant(a.published) != instant(b.published)
    }  # fmt: skip


def _corrected(field: Field) -> bool:
    """Tell whether all outlets ended with one value, so that whoever gave another corrected it."""
    last: dict[str, tuple[str, str, set[str]]] = {}
    for text, by in field.given.items():
        for r in by:
            outlet = source_key(r.outlet or "") or f"page {r.article}"
            when = instant(r.published), r.article
            known = last.get(outlet)
            if known is None or when > known[:2]:
                last[outlet] = *when, {text}
            elif when == known[:2]:
                known[2].add(text)
    ends = [texts for _, _, texts in last.values()]
    corrected = any(_both(field, clash) for clash in field.clashes())
    return corrected and all(len(texts) == 1 for texts in ends) and len(set().union(*ends)) == 1
