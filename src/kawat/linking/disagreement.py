"""What the reports of one event disagree on: every value with who gave it, and what kind of difference it is.

The kinds, with which the note begins: ``contradiction`` (they cannot all be right), ``precision`` (one says
more exactly what the other says), ``series`` (the world changed, or the telling, from one to the next),
``scope`` (they are of different things) and ``speaker`` (they are the word of different speakers). `values.py`
weighs why values clash; numbers are compared in `numbers.py`, who sought a contact in `initiative.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise

from kawat.linking import resolving
from kawat.linking.days import days, instant
from kawat.linking.history import ORDER, history
from kawat.linking.initiative import initiative
from kawat.linking.model import Disagreement, Kind, Step, Why
from kawat.linking.names import fold, part_of_name, same_place
from kawat.linking.numbers import duration, figure_text, figures
from kawat.linking.sources import Copies, Key, by_publication, witness_names
from kawat.linking.values import Clash, Field, agreeing, clashing, gather
from kawat.reading.model import Place, Report

__all__ = ["disagreements", "figure_text"]


def disagreements(
    reports: Iterable[Report], copies: Copies = (), steps: tuple[Step, ...] | None = None
) -> tuple[Disagreement, ...]:
    """Compare the reports of one event, field by field. `steps` is their history, made where it is not given."""
    known = by_publication(reports)
    if len(known) < 2:
        return ()
    names = witness_names(known, copies)
    found = [
        _date(known, names, copies, steps),
        *(f(known, names) for f in (_place, _mode, duration, _participants, initiative, _status)),
        *figures(known, names),
    ]
    return tuple(d for d in found if d)


def _date(
    reports: list[Report], names: Mapping[Key, str], copies: Copies, steps: tuple[Step, ...] | None
) -> Disagreement | None:
    field = gather("date", reports, names, lambda r: [r.date] if r.date else [])
    if len(field.given) < 2:
        return None
    clashes = [
        (a, b)
        for a, b in field.clashes()
        if not (resolving.broader_date(a, b) or resolving.broader_date(b, a))
    ]
    if not clashes:
        return agreeing(field, "precision", "one date lies inside the other", "within")
    left = {s.moved_from for s in (history(reports, copies) if steps is None else steps) if s.moved_from}
    return clashing(
        field,
        "different dates",
        clashes,
        {
            "moved": lambda c: any(resolving.broader_date(x, d) for x in c for d in left),
            "zone": lambda c: _other_zones(field, c),
        },
    )


def _other_zones(field: Field, clash: Clash) -> bool:
    """Tell whether two dates are the days on either side of a midnight, told from two time zones."""
    a, b = sorted(clash, key=lambda text: days(text) or (0, 0))
    one, other = days(a), days(b)
    if one is None or other is None or one.width != 1 or other.width != 1 or one.gap(other) != 1:
        return False
    return any(_west(x, y) for x in field.given[a] for y in field.given[b])


def _west(one: Report, other: Report) -> bool:
    """Tell whether one was told from farther west; a publication without its zone tells nothing of that."""
    a, b = _zone(one.published), _zone(other.published)
    return a is not None and b is not None and a < b


def _zone(published: str | None) -> float | None:
    """Return the seconds by which a publication's clock is ahead of UTC; None where it does not tell."""
    try:
        offset = datetime.fromisoformat(published).utcoffset() if published else None
    except ValueError:
        return None
    return None if offset is None else offset.total_seconds()


def _place(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    places = {resolving.place_text(r.place): r.place for r in reports if r.place}
    field = gather("place", reports, names, lambda r: [resolving.place_text(r.place)] if r.place else [])
    differ = {c: d for c in field.clashes() if (d := _places_differ(places[c[0]], places[c[1]]))}
    if not differ:
        return None
    clashes = [c for c, (kind, _) in differ.items() if kind == "contradiction"]
    if clashes:
        return clashing(field, min(differ[c][1] for c in clashes), clashes)
    return agreeing(field, *min(differ.values()), "within")


def _places_differ(a: Place, b: Place) -> tuple[Kind, str] | None:
    """Tell how two places differ; None where they are two spellings of one."""
    if a.country and b.country and a.country != b.country:
        return "contradiction", "different countries"
    of_state = _names_state(a) != _names_state(b) and a.country == b.country
    if of_state or part_of_name(a.name, b.name) or part_of_name(b.name, a.name):
        return "precision", "one place is named more closely"
    return None if same_place(a, b) else ("contradiction", "different places")


def _names_state(place: Place) -> bool:
    """Tell whether the place is only named by its state: "in Guyana"."""
    return place.country is not None and place.lat is None and place.reason.startswith("knowledge/states:")


def _mode(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    field = gather("mode", reports, names, lambda r: [r.mode] if r.mode and r.mode != "unspecified" else [])
    return clashing(field, "different modes", field.clashes()) if len(field.given) > 1 else None


def _participants(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    field = gather(
        "participants", reports, names, lambda r: [", ".join(resolving.countries(r.actors, r.recipients))]
    )
    if len(field.given) < 2:
        return None
    sets = sorted((set(text.split(", ")) for text in field.given), key=len)
    if all(a <= b for a, b in pairwise(sets)):
        return agreeing(field, "precision", "some name more parties", "within")
    clashes = [
        (a, b)
        for a, b in field.clashes()
        if not (set(a.split(", ")) <= set(b.split(", ")) or set(b.split(", ")) <= set(a.split(", ")))
    ]
    return clashing(field, "different parties", clashes)


def _status(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    """Held against denied is a contradiction; planned, or called off, before it was held is history."""
    held = [r for r in reports if r.status == "held"]
    denied = [r for r in reports if r.status == "denied"]
    off = [r for r in reports if r.status == "cancelled"]
    if not held or not (denied or off):
        return None
    field = gather(
        "status", sorted(reports, key=lambda r: ORDER.index(r.status)), names, lambda r: [r.status]
    )
    if denied:
        speakers = [{fold(s.name) for r in side for s in r.attributed_to} for side in (held, denied)]
        why: tuple[Why, ...] = ("speaker",) if speakers[1] - speakers[0] else ()
        return agreeing(field, "contradiction", "told as held, and denied", *why)
    if max(instant(r.published) for r in off) < min(instant(r.published) for r in held):
        return agreeing(field, "series", "called off, then held", "revived")
    return agreeing(field, "contradiction", "told as held, and as called off")
