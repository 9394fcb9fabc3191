"""What linking looks at in a report; reports that are alike in all of it are a unit, compared only once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from kawat.linking.days import Days, days, published_day
from kawat.linking.names import fold, same_place
from kawat.reading.model import MUTUAL, Party, Place, Report

#: Countries of a side with the folded names of the persons who act for each; sorted.
Side = tuple[tuple[str, tuple[str, ...]], ...]

Traits = tuple[int | None, tuple[Side, ...], tuple[object, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """Reports that are alike in every trait that linking compares.

    `sides` has one entry where the order of the sides does not matter (all parties together), else actors and
    recipients. `said` is the day of publication (of the first copy, where articles have the same text).
    """

    type: str
    mode: str | None
    sides: tuple[Side, ...]
    date: str | None
    status: str
    said: int | None
    place: Place | None
    reports: tuple[Report, ...]
    articles: frozenset[str]
    days: Days | None
    countries: tuple[frozenset[str], ...]

    @property
    def contact(self) -> bool:
        """Tell a contact from an act."""
        return self.type == "CONSULT"

    def twin(self, other: Unit) -> bool:
        """Tell whether two reports of *one* article say the same thing twice (see `merging`)."""
        same = (self.sides, self.date, self.mode) == (other.sides, other.date, other.mode)
        named_day = self.days is not None and self.days.width == 1
        elsewhere = (
            self.place is not None and other.place is not None and not same_place(self.place, other.place)
        )
        return same and not elsewhere and (named_day or self.status == other.status)


def units(reports: Iterable[Report]) -> list[Unit]:
    """Group reports that are alike; neither the units' order nor their contents depend on the order given."""
    known = sorted(set(reports), key=_order)
    first = _first_copies(known)
    groups: dict[Traits, list[Report]] = {}
    for r in known:
        said = first.get(r.digest, published_day(r.published))
        groups.setdefault((said, _sides(r), _traits(r)), []).append(r)
    return [_unit(said, sides, alike) for (said, sides, _), alike in groups.items()]


def _order(r: Report) -> tuple[str, str, bytes]:
    return r.article, r.id, msgspec.json.encode(r)


def _first_copies(reports: list[Report]) -> dict[str, int]:
    """Map each text (by digest) to the first day that anyone published it: a late copy is no later word."""
    first: dict[str, int] = {}
    for r in reports:
        day = published_day(r.published)
        if r.digest and day is not None:
            first[r.digest] = min(day, first.get(r.digest, day))
    return first


def _traits(r: Report) -> tuple[object, ...]:
    place = (fold(r.place.name), r.place.country, r.place.lat, r.place.lon) if r.place else None
    return r.type, r.mode, r.date, r.status, place


def _sides(r: Report) -> tuple[Side, ...]:
    if r.type in MUTUAL:
        return (_side((*r.actors, *r.recipients)),)
    return _side(r.actors), _side(r.recipients)


def _side(parties: Iterable[Party]) -> Side:
    """Gather persons by country. A spokesperson acts as the government, so is no person of their own."""
    found: dict[str, set[str]] = {}
    for p in parties:
        names = found.setdefault(p.country, set())
        if p.person and p.office != "spokesperson":
            names.add(fold(p.person))
    return tuple((country, tuple(sorted(names))) for country, names in sorted(found.items()))


def _unit(said: int | None, sides: tuple[Side, ...], reports: list[Report]) -> Unit:
    r = reports[0]
    return Unit(
        type=r.type,
        mode=r.mode,
        sides=sides,
        date=r.date,
        status=r.status,
        said=said,
        place=r.place,
        reports=tuple(reports),
        articles=frozenset(x.article for x in reports),
        days=days(r.date),
        countries=tuple(frozenset(country for country, _ in side) for side in sides),
    )
