"""Crowds: what very many pages tell alike but for their words is one unit, or their number squared would be compared.

Two units that are alike in all traits but figures are always linked (words take less from the score than the traits
give), so nothing is lost by joining them first; only which of them could each have joined others is not asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kawat.linking.units import Traits, Unit, place

#: From more units than this of the same traits on, they are a crowd.
CROWD = 24
#: So many of its tellings it is compared by.
HEARD = 8


def crowded(units: list[Unit], ruled: Collection[str]) -> list[Unit]:
    """Join the units of each crowd; `ruled` are reports that a person has decided on, and which stand alone.

    The order of what is returned depends on the units alone.
    """
    likely = _likely(units)
    if not likely.any():
        return units
    crowds: dict[tuple[object, ...], list[Unit]] = defaultdict(list)
    rest = []
    for unit, may in zip(units, likely.tolist(), strict=True):
        if may and unit.traits.day is not None and not any(id in ruled for _, id in unit.names):
            crowds[_alike_in(unit.traits)].append(unit)
        else:  # what has neither date nor publication is not linked to its like
            rest.append(unit)
    return sorted([*rest, *(unit for crowd in crowds.values() for unit in _joined(crowd))], key=place)


def _likely(units: list[Unit]) -> NDArray[np.bool_]:
    """See quickly which units may be of a crowd: a million of them have no room to be sorted by all their traits."""
    codes = np.fromiter((_code(unit.traits) for unit in units), dtype=np.int64, count=len(units))
    _, at, counts = np.unique(codes, return_inverse=True, return_counts=True)
    return np.asarray(counts[at] > CROWD)


def _code(t: Traits) -> int:
    """Return a number that units of one crowd share: of its parties, which units hold in common, and its days."""
    return (id(t.sides) * 31 + (t.said or 0)) * 31 + (t.days.first if t.days else 0) & 0x7FFF_FFFF_FFFF_FFFF


def _alike_in(t: Traits) -> tuple[object, ...]:
    at = (t.place.name, t.place.country, t.place.precision) if t.place else None
    return t.type, t.mode, t.sides, t.date, t.status, t.said, at


def _joined(crowd: list[Unit]) -> list[Unit]:
    told = sorted(each for unit in crowd for each in zip(unit.names, unit.packed, strict=True))
    if len(crowd) <= CROWD or len({article for (article, _), _ in told}) < len(told):
        return crowd  # what an article tells apart is told apart by its words
    names, packed = zip(*told, strict=True)
    first, *more = (words for unit in crowd[:HEARD] for words in (unit.words, *unit.more))
    traits = replace(crowd[0].traits, figures=frozenset().union(*(unit.traits.figures for unit in crowd)))
    return [Unit(traits, first, names, packed, tuple(more))]
