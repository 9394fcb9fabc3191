"""Which value an event carries: the one most supported, then most precise, then earliest, then lexical.

Support is counted in independent sources. A broader value supports the precise one that it holds (a month
speaks for its day), never the other way round. "unspecified" is no value where another article knows the
mode. Of what was held, those who tell it as held know the day; of a plan, the date that it was moved from is
no longer its date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from kawat.knowledge.spelling import usual
from kawat.linking import history
from kawat.linking.days import days
from kawat.linking.model import Step
from kawat.linking.names import fold, part_of_name, same_place
from kawat.linking.sources import Key, key
from kawat.reading.model import Mode, Party, Place, Report

T = TypeVar("T")
#: A value with the report that gives it; reports in order of publication.
Given = list[tuple[T, Report]]
#: A history of the reports; None: it is made from them where it is needed.
Steps = Sequence[Step] | None
#: Of numbers of more digits nothing can be told: no contact takes so long.
_DURATION = re.compile(
    "P" + "".join(rf"(?:(\d{{1,6}}){unit})?" for unit in "YMWD")
    + "(?:T" + "".join(rf"(?:(\d{{1,6}}){unit})?" for unit in "HMS") + ")?"
)  # fmt: skip
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


def date(reports: list[Report], names: Mapping[Key, str], steps: Steps = None) -> str | None:
    """Resolve the EDTF date: of a plan the one planned now, of what was held the day on which it was."""
    given = [(r.date, r) for r in reports if r.date]
    standing = _standing(given, steps or reports, broader_date)
    if len({value for value, _ in standing}) > 1:
        left = history.dates_left(_steps(steps or reports))
        standing = [(v, r) for v, r in standing if not any(history.meet(v, d) for d in left)] or standing
    return choose(standing, names, broader_date, _date_precision)


def _standing(
    given: Given[T], told: Iterable[Step] | Iterable[Report], supports: Callable[[T, T], bool]
) -> Given[T]:
    """Keep, of what was held, what those say who tell it as held, and what they speak for; else all."""
    held = [value for value, r in given if r.status == "held"]
    if len(held) in (0, len(given)) or history.status(_steps(told)) != "held":
        return given
    return [(v, r) for v, r in given if r.status == "held" or any(supports(h, v) for h in held)]


def _steps(told: Iterable[Step] | Iterable[Report]) -> tuple[Step, ...]:
    known = tuple(told)
    steps = tuple(x for x in known if isinstance(x, Step))
    return steps or history.history(x for x in known if isinstance(x, Report))


def broader_date(wide: str, narrow: str) -> bool:
    """Tell whether one EDTF date holds the other."""
    a, b = days(wide), days(narrow)
    return a is not None and b is not None and a.holds(b)


def _date_precision(value: str) -> float:
    span = days(value)
    return -span.width if span else float("-inf")


def mode(reports: list[Report], names: Mapping[Key, str], steps: Steps = None) -> Mode | None:
    """Resolve the mode of a contact; None for an act."""
    given = [(r.mode, r) for r in reports if r.mode]
    known: Given[Mode] = [(m, r) for m, r in given if m != "unspecified"]
    standing = _standing(known or given, steps or reports, lambda a, b: a == b)
    return choose(standing, names, lambda _a, _b: False, lambda _: 0)


def place(reports: list[Report], names: Mapping[Key, str], steps: Steps = None) -> Place | None:
    """Resolve the place. Its offsets are those of the article that gives it first."""
    given = _standing([(r.place, r) for r in reports if r.place], steps or reports, same_place)
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
    given = [(r.duration, r) for r in reports if r.duration and minutes(r.duration) is not None]
    return choose(given, names, lambda a, b: minutes(a) == minutes(b), lambda _: 0)


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


def _usually(p: Party) -> Party:
    """Return a party whose person has the usual spelling, by which the record finds him in all its articles."""
    return msgspec.structs.replace(p, person=usual(p.person, p.country)) if p.person else p


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
    return tuple(_usually(p if p.person else known.get(p.country, p)) for p in side)
