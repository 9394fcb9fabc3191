"""Where reports of one event give other numbers: figures of one thing, and how long it took.

Numbers that the world changes (a toll that rises, troops that grow) are a series, as are what is counted and
what is expected. Numbers that can all be right are rounded, or bounds ("more than"). A report that tells two
numbers of one thing, or numbers of a thing and of it with another (the dead; the dead and missing), are of
another scope.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from msgspec.structs import replace

from kawat.linking import resolving
from kawat.linking.history import PLANS
from kawat.linking.model import Disagreement, FigureValue, Why
from kawat.linking.names import part_of_name
from kawat.linking.sources import Key, key
from kawat.linking.values import Clash, Field, agreeing, clashing, gather, told_apart
from kawat.reading.model import Figure, Report

#: Numbers that differ by no more than this share of themselves are one, rounded.
ROUNDING = 0.1
#: What a relation lets a number be, as shares of it. None: exactly so.
_LEEWAY = {
    "more than": (1.0, 1.5), "at least": (1.0, 1.5), "up to": (0.5, 1.0), "less than": (0.5, 1.0),
    "almost": (0.9, 1.0), "about": (0.9, 1.1),
}  # fmt: skip

#: A relation with its number.
Number = tuple[str | None, float]


def duration(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    """Compare how long it took."""
    timed = {
        _duration_text(r): (r.duration_relation, taken)
        for r in reports
        if r.duration and (taken := resolving.minutes(r.duration)) is not None
    }
    if len(set(timed.values())) < 2:
        return None
    field = gather("duration", reports, names, lambda r: [t for t in [_duration_text(r)] if t in timed])
    clashes = [c for c in field.clashes() if not _meet(timed[c[0]], timed[c[1]])]
    if not clashes:
        return _all_right(field, timed, "durations")
    return clashing(field, "different durations", clashes)


def _duration_text(r: Report) -> str:
    return f"{r.duration_relation} {r.duration}" if r.duration_relation else str(r.duration)


def figures(reports: list[Report], names: Mapping[Key, str]) -> list[Disagreement]:
    """Compare figures of the same thing in the same unit, told by more than one report."""
    fields = sorted({figure_field(f) for r in reports for f in r.figures})
    found = [d for name in fields if (d := _figure(name, reports, names))]
    return [*found, *_scopes(reports, names)]


def figure_values(reports: list[Report], names: Mapping[Key, str]) -> tuple[FigureValue, ...]:
    """Return all figures of the reports, each with who gives it, and whether it is expected or counted."""
    expected = {
        (name, text)
        for name in {figure_field(f) for r in reports for f in r.figures}
        for text in _expected_of(*_field_of(name, reports, names))
    }
    return tuple(
        FigureValue(f, r.id, names[key(r)], r.published, (figure_field(f), figure_text(f)) in expected)
        for r in reports
        for f in r.figures
    )


def _field_of(
    name: str, reports: list[Report], names: Mapping[Key, str]
) -> tuple[Field, Mapping[str, Number]]:
    """Gather the figures of a field, and their numbers by their texts."""
    field = gather(
        name, reports, names, lambda r: [figure_text(f) for f in r.figures if figure_field(f) == name]
    )
    told = [f for r in reports for f in r.figures if figure_field(f) == name]
    return field, {figure_text(f): (f.relation, f.value) for f in told}


def _figure(name: str, reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    field, numbers = _field_of(name, reports, names)
    if len(field.given) < 2 or len({key(r) for by in field.given.values() for r in by}) < 2:
        return None
    expected = _expected_of(field, numbers)
    found = _compared(field, numbers, expected)
    return replace(found, values=tuple(replace(v, forecast=v.value in expected) for v in found.values))


def _compared(field: Field, numbers: Mapping[str, Number], expected: set[str]) -> Disagreement:
    """Tell how the numbers of a field differ; those that are expected clash with none that is counted."""
    apart = [c for c in field.clashes() if not _meet(numbers[c[0]], numbers[c[1]])]
    clashes = [c for c in apart if (c[0] in expected) == (c[1] in expected)]
    forecast: list[Why] = ["forecast"] if 0 < len(expected) < len(numbers) else []
    if clashes and not told_apart(field):
        both: dict[Why, Callable[[Clash], bool]] = {
            "scope": lambda c: _told_together(field, c),
            "forecast": lambda _: bool(forecast),
        }
        return clashing(field, "different numbers", clashes, both)
    if forecast:
        later: list[Why] = ["later"] if told_apart(field) else []
        return agreeing(field, "series", "one is expected, another counted", *forecast, *later)
    if told_apart(field):
        return agreeing(field, "series", "reported on different days", "later")
    return _all_right(field, numbers, "numbers")


def _expected_of(field: Field, numbers: Mapping[str, Number]) -> set[str]:
    """Find figures that are expected: of plans, or such as it may come up to, above all that is counted."""
    counted = [value for relation, value in numbers.values() if relation != "up to"]
    return {
        text
        for text, (relation, value) in numbers.items()
        if all(r.status in PLANS for r in field.given[text])
        or (relation == "up to" and bool(counted) and value > max(counted))
    }


def _told_together(field: Field, clash: Clash) -> bool:
    """Tell whether one report gives both values."""
    one, other = (set(field.given[text]) for text in clash)
    return bool(one & other)


def _all_right(field: Field, numbers: Mapping[str, Number], what: str) -> Disagreement:
    """Say why numbers that do not clash differ."""
    bound = any(relation for relation, _ in numbers.values())
    why: Why = "bound" if bound else "rounding"
    return agreeing(field, "precision", f"{what} that can all be right", why)


def _scopes(reports: list[Report], names: Mapping[Key, str]) -> list[Disagreement]:
    """Find figures of a thing, and of it with another, that different reports give."""
    things = sorted({(f.what, f.unit or "") for r in reports for f in r.figures})
    return [
        d
        for (a, unit), (b, other) in combinations(things, 2)
        if unit == other
        for part, whole in ((a, b), (b, a))
        if part_of_name(_spaced(part), _spaced(whole)) and (d := _scope(part, whole, reports, names))
    ]


def _scope(part: str, whole: str, reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    tell = {what: [r for r in reports if any(f.what == what for f in r.figures)] for what in (part, whole)}
    if {r.article for r in tell[part]} & {r.article for r in tell[whole]}:
        return None  # a page that tells both tells them apart
    field = gather(
        f"figure:{part}", reports, names,
        lambda r: [f"{figure_text(f)} {f.what}" if f.what == whole else figure_text(f)
                   for f in r.figures if f.what in (part, whole)],
    )  # fmt: skip
    return agreeing(field, "scope", "one counts more than the other", "scope")


def _spaced(what: str) -> str:
    return what.replace("_", " ")


def figure_field(f: Figure) -> str:
    """Return the field of a figure: "figure:troops", "figure:money USD"."""
    return f"figure:{f.what} {f.unit}" if f.unit else f"figure:{f.what}"


def figure_text(f: Figure) -> str:
    """Show a figure without its thing: "more than 100000"."""
    number = str(int(f.value)) if f.value == int(f.value) else repr(f.value)
    return " ".join(x for x in (f.relation, number, f.unit) if x)


def _range(number: Number) -> tuple[float, float]:
    relation, value = number
    low, high = _LEEWAY.get(relation or "", (1.0, 1.0))
    return value * low, value * high


def _meet(one: Number, other: Number) -> bool:
    """Tell whether two numbers can be one: their ranges overlap, or nearly so, as rounded numbers do."""
    a, b = _range(one), _range(other)
    return max(a[0], b[0]) <= min(a[1], b[1]) * (1 + ROUNDING)
