"""What the reports of one event disagree on: every value with who gave it, and what kind of difference it is.

The note begins with the kind: ``contradiction`` (they cannot all be right), ``precision`` (one says more
exactly what the other says) or ``series`` (the world changed, or was counted again, between the reports).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations, pairwise

from kawat.linking import resolving
from kawat.linking.days import instant, published_day
from kawat.linking.history import ORDER
from kawat.linking.model import Disagreement, Value
from kawat.linking.names import part_of_name, same_place
from kawat.linking.sources import Key, by_publication, key, witness_names
from kawat.reading.model import Figure, Place, Report

#: Figures first published farther apart than this (days) are a series.
SAME_TIME = 1
#: Numbers that differ by no more than this share of themselves are one, rounded.
ROUNDING = 0.1
#: What a relation lets a number be, as shares of it. None: exactly so.
_LEEWAY = {"more than": (1.0, 1.5), "up to": (0.5, 1.0), "almost": (0.9, 1.0), "about": (0.9, 1.1)}

Texts = Callable[[Report], Iterable[str]]


def disagreements(reports: Iterable[Report]) -> tuple[Disagreement, ...]:
    """Compare the reports of one event, field by field."""
    known = by_publication(reports)
    if len(known) < 2:
        return ()
    names = witness_names(known)
    found = [f(known, names) for f in (_date, _place, _mode, _duration, _participants, _status)]
    return tuple(d for d in [*found, *_figures(known, names)] if d)


def _values(reports: list[Report], names: Mapping[Key, str], texts: Texts) -> tuple[Value, ...]:
    """Gather the distinct values that `texts` reads from the reports, first told first."""
    given: dict[str, list[Report]] = {}
    for r in reports:
        for text in dict.fromkeys(texts(r)):
            given.setdefault(text, []).append(r)
    return tuple(
        Value(
            value=text,
            reports=tuple(dict.fromkeys(r.id for r in by)),
            sources=tuple(dict.fromkeys(names[key(r)] for r in by)),
            first=next((r.published for r in by if instant(r.published)), None),
        )
        for text, by in given.items()
    )


def _date(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    values = _values(reports, names, lambda r: [r.date] if r.date else [])
    if len(values) < 2:
        return None
    nested = all(
        resolving.broader_date(a.value, b.value) or resolving.broader_date(b.value, a.value)
        for a, b in combinations(values, 2)
    )
    note = "precision: one date lies inside the other" if nested else "contradiction: different dates"
    return Disagreement("date", values, note)


def _place(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    places = {resolving.place_text(r.place): r.place for r in reports if r.place}
    if len(places) < 2:
        return None
    kinds = {_places_differ(a, b) for a, b in combinations(places.values(), 2)} - {""}
    if not kinds:
        return None
    values = _values(reports, names, lambda r: [resolving.place_text(r.place)] if r.place else [])
    return Disagreement("place", values, min(kinds))


def _places_differ(a: Place, b: Place) -> str:
    """Return the note on two places; empty where they are two spellings of one."""
    if a.country and b.country and a.country != b.country:
        return "contradiction: different countries"
    of_state = _names_state(a) != _names_state(b) and a.country == b.country
    if of_state or part_of_name(a.name, b.name) or part_of_name(b.name, a.name):
        return "precision: one place is named more closely"
    return "" if same_place(a, b) else "contradiction: different places"


def _names_state(place: Place) -> bool:
    """Tell whether the place is only named by its state: "in Guyana"."""
    return place.country is not None and place.lat is None and place.reason.startswith("knowledge/states:")


def _mode(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    values = _values(reports, names, lambda r: [r.mode] if r.mode and r.mode != "unspecified" else [])
    return Disagreement("mode", values, "contradiction: different modes") if len(values) > 1 else None


def _duration(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    timed = [(r.duration_relation, resolving.minutes(r.duration) or 0.0) for r in reports if r.duration]
    if len(set(timed)) < 2:
        return None
    values = _values(reports, names, lambda r: [_duration_text(r)] if r.duration else [])
    agree = all(_meet(_range(*a), _range(*b)) for a, b in combinations(sorted(set(timed), key=str), 2))
    return Disagreement("duration", values, _note_on_numbers(agree, "durations"))


def _duration_text(r: Report) -> str:
    return f"{r.duration_relation} {r.duration}" if r.duration_relation else str(r.duration)


def _participants(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    values = _values(reports, names, lambda r: [", ".join(resolving.countries(r.actors, r.recipients))])
    if len(values) < 2:
        return None
    sets = sorted((set(v.value.split(", ")) for v in values), key=len)
    nested = all(a <= b for a, b in pairwise(sets))
    note = "precision: some name more parties" if nested else "contradiction: different parties"
    return Disagreement("participants", values, note)


def _status(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    """Held against denied is a contradiction; planned, or called off, before it was held is history."""
    held = [r for r in reports if r.status == "held"]
    denied = [r for r in reports if r.status == "denied"]
    off = [r for r in reports if r.status == "cancelled"]
    if not held or not (denied or off):
        return None
    values = _values(sorted(reports, key=lambda r: ORDER.index(r.status)), names, lambda r: [r.status])
    if denied:
        return Disagreement("status", values, "contradiction: told as held, and denied")
    before = max(instant(r.published) for r in off) < min(instant(r.published) for r in held)
    note = "series: called off, then held" if before else "contradiction: told as held, and as called off"
    return Disagreement("status", values, note)


def _figures(reports: list[Report], names: Mapping[Key, str]) -> list[Disagreement]:
    """Compare figures of the same thing in the same unit, told by more than one report."""
    fields = sorted({_figure_field(f) for r in reports for f in r.figures})
    return [d for field in fields if (d := _figure(field, reports, names))]


def _figure(field: str, reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    tellers = [r for r in reports if any(_figure_field(f) == field for f in r.figures)]
    figures = [f for r in tellers for f in r.figures if _figure_field(f) == field]
    values = _values(
        tellers, names, lambda r: [figure_text(f) for f in r.figures if _figure_field(f) == field]
    )
    if len(tellers) < 2 or len(values) < 2:
        return None
    first = [day for v in values if (day := published_day(v.first)) is not None]
    if first and max(first) - min(first) > SAME_TIME:
        return Disagreement(field, values, "series: reported on different days")
    agree = all(
        _meet(_range(a.relation, a.value), _range(b.relation, b.value)) for a, b in combinations(figures, 2)
    )
    return Disagreement(field, values, _note_on_numbers(agree, "numbers"))


def _figure_field(f: Figure) -> str:
    return f"figure:{f.what} {f.unit}" if f.unit else f"figure:{f.what}"


def figure_text(f: Figure) -> str:
    """Show a figure without its thing: "more than 100000"."""
    number = str(int(f.value)) if f.value == int(f.value) else repr(f.value)
    return " ".join(x for x in (f.relation, number, f.unit) if x)


def _range(relation: str | None, value: float) -> tuple[float, float]:
    low, high = _LEEWAY.get(relation or "", (1.0, 1.0))
    return value * low, value * high


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Tell whether two ranges overlap, or nearly so, as rounded numbers do."""
    return max(a[0], b[0]) <= min(a[1], b[1]) * (1 + ROUNDING)


def _note_on_numbers(agree: bool, what: str) -> str:
    return f"precision: {what} that can all be right" if agree else f"contradiction: different {what}"
