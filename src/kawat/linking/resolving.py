"""Which value an event carries: the one most supported, then most precise, then earliest, then lexical.

Support is counted in independent sources. A broader value supports the precise one that it holds (a month
speaks for its day), never the other way round. "unspecified" is no value where another article knows the
mode. Of what was held, those who tell it as held know the day; of a plan, the date that it was moved from is
no longer its date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from kawat.linking import history
from kawat.linking.days import days
from kawat.linking.model import Step
from kawat.linking.names import fold, part_of_name, same_place
from kawat.linking.sources import Key, key
from kawat.reading.model import Mode, Party, Place, Report

T = TypeVar("T")
#: A value with the report that gives it; reports in order of publication.
Given = list[tuple[T, Report]]
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_MINUTES = (525600.0, 43200.0, 10080.0, 1440.0, 60.0, 1.0, 1 / 60)


def choose(
    given: Given[T],
    names: Mapping[Key, str],
    supports: Callable[[T, T], bool],
    precision: Callable[[T], float],
    text: Callable[[T], str] = str,
) -> T | None:
    """Choose a value (in order of publication); `supports(w, v)`: whether who gives w speaks for v too."""
    best: tuple[tuple[float, float, int, str], T] | None = None
    seen: set[str] = set()
    for rank, (value, _) in enumerate(given):
        if text(value) in seen:
            continue
        seen.add(text(value))
        support = len({names[key(r)] for other, r in given if other == value or supports(other, value)})
        merit = (-support, -precision(value), rank, text(value))
        if best is None or merit < best[0]:
            best = merit, value
    return best[1] if best else None


def date(reports: list[Report], names: Mapping[Key, str], steps: Iterable[Step] | None = None) -> str | None:
    """Resolve the EDTF date: of a plan the one planned now, of what was held the day on which it was.

    `steps` is the history of the reports, made from them where it is not given.
    """
    given = [(r.date, r) for r in reports if r.date]
    if len({value for value, _ in given}) > 1:
        given = _standing(given, tuple(steps) if steps is not None else history.history(reports))
    return choose(given, names, broader_date, _date_precision)


def _standing(given: Given[str], steps: tuple[Step, ...]) -> Given[str]:
    """Keep the dates that still stand after a history; all of them where none would be left."""
    if history.status(steps) == "held":
        held = [value for value, r in given if r.status == "held"]
        kept = [(v, r) for v, r in given if r.status == "held" or any(broader_date(h, v) for h in held)]
        if held:
            return kept
    left = history.dates_left(steps)
    return [(v, r) for v, r in given if not any(history.meet(v, old) for old in left)] or given


def broader_date(wide: str, narrow: str) -> bool:
    """Tell whether one EDTF date holds the other."""
    a, b = days(wide), days(narrow)
    return a is not None and b is not None and a.holds(b)


def _date_precision(value: str) -> float:
    span = days(value)
    return -span.width if span else float("-inf")


def mode(reports: list[Report], names: Mapping[Key, str]) -> Mode | None:
    """Resolve the mode of a contact; None for an act."""
    given = [(r.mode, r) for r in reports if r.mode]
    known: Given[Mode] = [(m, r) for m, r in given if m != "unspecified"]
    return choose(known or given, names, lambda _a, _b: False, lambda _: 0)


def place(reports: list[Report], names: Mapping[Key, str]) -> Place | None:
    """Resolve the place. Its offsets are those of the article that gives it first."""
    given = [(r.place, r) for r in reports if r.place]
    return choose(given, names, _speaks_for, _place_precision, place_text)


def _speaks_for(wide: Place, narrow: Place) -> bool:
    return same_place(wide, narrow) and not part_of_name(narrow.name, wide.name)


def _place_precision(p: Place) -> float:
    return (p.lat is not None) + (p.country is not None) + len(fold(p.name).split()) / 100


def place_text(p: Place) -> str:
    """Show a place: "Moskow (RUS)"."""
    return f"{p.name} ({p.country})" if p.country else p.name


def duration(reports: list[Report], names: Mapping[Key, str]) -> str | None:
    """Resolve the ISO 8601 duration."""
    given = [(r.duration, r) for r in reports if r.duration]
    return choose(given, names, lambda a, b: minutes(a) is not None and minutes(a) == minutes(b), lambda _: 0)


def minutes(duration: str) -> float | None:
    """Return the minutes of an ISO 8601 duration, None where it is none."""
    m = _DURATION.fullmatch(duration)
    if not m or not any(m.groups()):
        return None
    return sum(float(n) * size for n, size in zip(m.groups(), _MINUTES, strict=True) if n)


def parties(reports: list[Report], names: Mapping[Key, str]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Resolve actors and recipients: the sides that most sources name, with the persons that any names."""
    sides = choose(
        [((r.actors, r.recipients), r) for r in reports],
        names,
        lambda a, b: countries(*a) == countries(*b),
        lambda both: sum(p.person is not None for side in both for p in side),
        lambda both: repr([[(p.country, p.person or "") for p in side] for side in both]),
    )
    actors, recipients = sides or ((), ())
    known = _persons(reports)
    return _named(actors, known), _named(recipients, known)


def countries(*sides: Iterable[Party]) -> tuple[str, ...]:
    """Return the codes of all parties, sorted."""
    return tuple(sorted({p.country for side in sides for p in side}))


def _persons(reports: list[Report]) -> dict[str, Party]:
    """Map each country to the first party of it that has a person."""
    found: dict[str, Party] = {}
    for r in reports:
        for p in (*r.actors, *r.recipients):
            if p.person:
                found.setdefault(p.country, p)
    return found


def _named(side: tuple[Party, ...], known: Mapping[str, Party]) -> tuple[Party, ...]:
    return tuple(p if p.person else known.get(p.country, p) for p in side)
