"""Which units are worth comparing: those that share type and parties, and lie near each other in time.

A block is a type with two of its parties. Inside a block a sweep along time meets only neighbours, so the
cost grows with the number of reports, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product

from kawat.linking.scoring import CURRENT, NEAR, STANDING, STANDING_GAP
from kawat.linking.units import Unit

#: From so many parties on (a summit) only neighbours in the alphabet make a block, not every pair.
MANY = 9
#: First day, last day, index of the unit, whether it has a date.
Stretch = tuple[int, int, int, bool]


def candidates(units: list[Unit]) -> list[tuple[int, int]]:
    """Return the pairs of indexes into `units` to compare, the smaller index first, sorted."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    for index, unit in enumerate(units):
        for key in _keys(unit):
            blocks.setdefault(key, []).append(index)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > 1:
            found.update(_by_date(units, block))
            found.update(_by_publication(units, block))
    return sorted(found)


def _keys(unit: Unit) -> Iterator[tuple[str, ...]]:
    if len(unit.countries) == 1:
        pairs: Iterable[tuple[str, str]] = _pairs(sorted(unit.countries[0]))
    else:
        pairs = product(sorted(unit.countries[0]), sorted(unit.countries[1]) or [""])
    for one, other in pairs:
        yield unit.type, one, other
    if len(unit.countries) == 2 and unit.days and unit.days.width == 1:
        # An act whose addressee one article leaves out: the actor's acts of that very day.
        for actor in sorted(unit.countries[0]):
            yield unit.type, actor, "", str(unit.days.first)


def _pairs(parties: list[str]) -> Iterable[tuple[str, str]]:
    if len(parties) == 1:
        return [(parties[0], "")]
    return combinations(parties, 2) if len(parties) < MANY else pairwise(parties)


def _by_date(units: list[Unit], block: list[int]) -> Iterator[tuple[int, int]]:
    """Pair dated units whose days overlap or touch."""
    stretches = []
    for i in block:
        days = units[i].days
        if days:
            stretches.append((days.first, days.last + 1, i, False))
    return _sweep(stretches)


def _by_publication(units: list[Unit], block: list[int]) -> Iterator[tuple[int, int]]:
    """Pair units of which one has no date, where publications, or publication and date, are near."""
    if all(units[i].days for i in block):
        return iter(())
    return _sweep([s for i in block if (s := _around(units[i], i))])


def _around(unit: Unit, index: int) -> Stretch | None:
    days, said = unit.days, unit.said
    if days is None:
        reach = STANDING_GAP // 2 if unit.type in STANDING else NEAR
        return None if said is None else (said - reach, said + reach, index, False)
    if said is None or days.away(said) > CURRENT:
        return days.first, days.last, index, True
    return min(days.first, said), max(days.last, said), index, True


def _sweep(stretches: list[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of stretches that overlap, except those of which both are marked as dated."""
    alive: dict[bool, list[Stretch]] = {False: [], True: []}
    for stretch in sorted(stretches):
        first, _, index, dated = stretch
        for mark in (False,) if dated else (False, True):
            alive[mark] = [s for s in alive[mark] if s[1] >= first]
            for other in alive[mark]:
                yield min(index, other[2]), max(index, other[2])
        alive[dated].append(stretch)
