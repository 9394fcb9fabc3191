"""Which units are worth comparing: those that share type and parties, and lie near each other in time.

A key stands for a type with two of its parties in a stretch of `STRETCH` days. Units are compared where they
share a key, so that the cost grows with the number of reports, not with its square, and a new report finds its
neighbours in an index of keys.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, pairwise, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kawat.linking.findings import CURRENT, MOVED, NEAR, PENDING, RECALL, STANDING, STANDING_GAP, WIDE
from kawat.linking.units import Traits, Unit
from kawat.text import number

#: From so many parties on (a summit) only neighbours in the alphabet make a key, not every pair.
MANY = 9
#: Days that one key stands for.
STRETCH = 4
#: Pairs of units that are gathered at once; one that shares several keys is among them as often, and is kept once.
BATCH = 500_000


def keys(traits: Traits) -> tuple[int, ...]:
    """Return the keys of a report, as signed 64-bit numbers, sorted: what an index finds its neighbours by."""
    when = list(_when(traits))
    return tuple(sorted({number(*who, stretch) for who in _who(traits) for stretch in when}))


def candidates(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of indexes into `units` to compare, in order and each once, its smaller index first."""
    blocks = _Blocks.of(units)
    first = np.searchsorted(blocks.unit, np.arange(len(units) + 1))  # where the keys of each unit begin
    done = np.concatenate([[0], np.cumsum(blocks.behind, dtype=np.int64)])[first]
    start = 0
    while start < len(units):
        # As many units as have so many pairs, but one at least: the pairs of a unit are dropped together.
        stop = max(int(np.searchsorted(done, done[start] + BATCH, side="right")) - 1, start + 1)
        yield from blocks.pairs(slice(first[start], first[stop]))
        start = stop


class _Blocks(NamedTuple):
    """The keys of all units, unit by unit, and the units sorted by key: who shares one stands side by side."""

    unit: NDArray[np.int32]  # of each key, whose it is
    at: NDArray[np.int32]  # and where it stands among all sorted by key
    behind: NDArray[np.int32]  # how many stand there behind it in its block
    members: NDArray[np.int32]  # the units, sorted by key; within a block the first units stand first

    @classmethod
    def of(cls, units: list[Unit]) -> _Blocks:
        """Find the keys and sort by them."""
        counts, found = array("q"), array("q")  # a list of numbers would take five times as much
        for unit in units:
            mine = keys(unit.traits)
            counts.append(len(mine))
            found.extend(mine)
        by_key = np.frombuffer(found, dtype=np.int64)
        order = np.argsort(by_key, kind="stable")
        by_key = by_key[order]
        at = np.empty(len(order), dtype=np.int32)
        at[order] = np.arange(len(order), dtype=np.int32)
        behind = np.searchsorted(by_key, by_key, side="right").astype(np.int32) - 1
        behind -= np.arange(len(order), dtype=np.int32)
        index = np.repeat(np.arange(len(units), dtype=np.int32), np.frombuffer(counts, dtype=np.int64))
        return cls(index, at, behind[at], index[order])

    def pairs(self, some: slice) -> Iterator[tuple[int, int]]:
        """Pair the units of some keys with all that stand behind them, each pair once."""
        behind, at = self.behind[some], self.at[some].astype(np.int64)
        before = np.cumsum(behind, dtype=np.int64) - behind
        places = np.arange(behind.sum(dtype=np.int64)) + np.repeat(at + 1 - before, behind)
        codes = np.unique(np.repeat(self.unit[some].astype(np.int64), behind) << 32 | self.members[places])
        yield from zip((codes >> 32).tolist(), (codes & 0xFFFFFFFF).tolist(), strict=True)


def _who(traits: Traits) -> Iterator[tuple[str, str, str]]:
    if len(traits.countries) == 1:
        pairs: Iterable[tuple[str, str]] = _couples(sorted(traits.countries[0]))
    else:
        pairs = product(sorted(traits.countries[0]), sorted(traits.countries[1]) or [""])
    for one, other in pairs:
        yield traits.type, one, other
    if len(traits.countries) == 2 and traits.days and traits.days.width == 1:
        # An act whose addressee one article leaves out: the actor's acts of that very day.
        for actor in sorted(traits.countries[0]):
            yield traits.type, actor, f"@{traits.days.first}"


def _couples(parties: list[str]) -> Iterable[tuple[str, str]]:
    if len(parties) == 1:
        return [(parties[0], "")]
    return combinations(parties, 2) if len(parties) < MANY else pairwise(parties)


def _when(traits: Traits) -> Iterator[str]:
    """Name the stretches of days that a report may share with others of its event."""
    days, said = traits.days, traits.said
    if days is not None and days.width <= WIDE:
        yield from _stretches(days.first, days.last + 1)
    if days is not None and said is None:  # background (see `units`), which may be dated by its year alone
        yield (
            f"year of {days.first // 366}" if days.width > 366 else f"year {date.fromordinal(days.last).year}"
        )
    if said is None:
        return
    reach = STANDING_GAP // 2 if traits.type in STANDING else NEAR
    if traits.status == "postponed":
        yield from _stretches(said, said + MOVED)
    elif days is None:
        pending = traits.status in PENDING
        yield from _stretches(said - (0 if pending else RECALL), said + (RECALL if pending else 0))
    if days is None:
        yield from _stretches(said - reach, said + reach)
    elif days.away(said) <= CURRENT:
        pending = traits.status in PENDING
        yield from _stretches(
            min(days.first, said) if pending else said, max(days.last, said) if pending else said
        )


def _stretches(first: int, last: int) -> Iterator[str]:
    return (str(number) for number in range(first // STRETCH, last // STRETCH + 1))
