"""Which units may be one event at all: neighbourhoods, each of which can be linked without knowledge of the others.

Units that score high enough against each other stand in one neighbourhood, and so do all that are joined to them. A
report that is added changes only the one that it falls into. Where a neighbourhood grows beyond `LARGEST` (a war, told
undated day by day), it is cut at fixed days of the calendar into months of four weeks, then weeks, then days: the cuts
depend on the reports alone, never on the order in which they came.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kawat.linking.blocking import candidates
from kawat.linking.crowds import crowded
from kawat.linking.rulings import NO_RULINGS, Rulings
from kawat.linking.scoring import Tie, tied
from kawat.linking.units import Unit

#: Reports of one neighbourhood; more are cut apart.
LARGEST = 400
#: Days between two cuts, widest first.
WIDTHS = (28, 7, 1)

Slab = tuple[int, int]  # the width of a cut, and which one
WHOLE: Slab = (0, 0)


class Neighbourhood:
    """Units that may be one event, with the ties between them."""

    __slots__ = ("ties", "units")

    def __init__(self, units: list[Unit], ties: list[Tie]) -> None:
        self.units = units
        self.ties = ties


def neighbourhoods(units: list[Unit], rulings: Rulings = NO_RULINGS) -> Iterator[Neighbourhood]:
    """Yield the neighbourhoods of `units`, in the order of their first units, those too large cut apart."""
    for whole in connected(units, rulings):
        yield from cut(whole, rulings)


def within(units: list[Unit], rulings: Rulings = NO_RULINGS) -> Neighbourhood:
    """Take units that are known to be one neighbourhood."""
    units = crowded(units, rulings.reports)
    return Neighbourhood(units, sorted(set(_ties(units))))


def connected(units: list[Unit], rulings: Rulings = NO_RULINGS) -> Iterator[Neighbourhood]:
    """Yield the sets of units that hang together, of whatever size, in the order of their first units."""
    units = crowded(units, rulings.reports)
    parent = list(range(len(units)))
    found = _Ties()
    for tie in _ties(units):
        found.add(tie)
        _unite(parent, tie.one, tie.other)
    joined, _ = rulings.among(units)
    for i, j in joined:
        _unite(parent, i, j)
    roots = np.array([_root(parent, i) for i in range(len(units))], dtype=np.int64)
    members = np.argsort(roots, kind="stable")
    heads, starts = np.unique(roots, return_index=True)
    starts = np.append(np.searchsorted(roots[members], heads), len(units))
    ties = found.by(roots, heads)
    for n in range(len(heads)):
        yield _part(units, members[starts[n] : starts[n + 1]].tolist(), next(ties))


class _Ties:
    """Ties in arrays: a list of them would take ten times as much."""

    def __init__(self) -> None:
        self._pairs, self._scores, self._marks = array("q"), array("d"), array("b")

    def add(self, tie: Tie) -> None:
        self._pairs.append(tie.one << 32 | tie.other)
        self._scores.append(tie.score)
        self._marks.append(tie.loose << 1 | tie.adjacent)

    def by(self, roots: NDArray[np.int64], heads: NDArray[np.int64]) -> Iterator[list[Tie]]:
        """Yield the ties of the units that have each of the heads as their root."""
        pairs = np.array(self._pairs, dtype=np.int64)
        mine = roots[pairs >> 32]
        order = np.argsort(mine, kind="stable")
        edges = np.append(np.searchsorted(mine[order], heads), len(pairs))
        for n in range(len(heads)):
            yield [
                Tie(
                    self._pairs[k] >> 32,
                    self._pairs[k] & 0xFFFFFFFF,
                    self._scores[k],
                    self._marks[k] >> 1,
                    bool(self._marks[k] & 1),
                )
                for k in order[edges[n] : edges[n + 1]].tolist()
            ]


def cut(whole: Neighbourhood, rulings: Rulings = NO_RULINGS) -> Iterator[Neighbourhood]:
    """Yield the parts of a neighbourhood: itself, where it is not too large."""
    sizes = [len(unit.names) for unit in whole.units]
    if sum(sizes) <= LARGEST:
        yield whole
        return
    inside: dict[Slab, list[int]] = {}
    joined, _ = rulings.among(whole.units)
    for i, slab in enumerate(slabs([unit.traits.day for unit in whole.units], sizes, joined)):
        inside.setdefault(slab, []).append(i)
    for mine in inside.values():
        yield _part(whole.units, mine, whole.ties)


def _part(units: list[Unit], members: list[int], ties: Iterable[Tie]) -> Neighbourhood:
    at = {i: n for n, i in enumerate(members)}
    inside = {Tie(at[t.one], at[t.other], *t[2:]) for t in ties if t.one in at and t.other in at}
    return Neighbourhood([units[i] for i in members], sorted(inside))


def _ties(units: list[Unit]) -> Iterator[Tie]:
    return tied(units, candidates(units))


def _unite(parent: list[int], i: int, j: int) -> None:
    one, other = _root(parent, i), _root(parent, j)
    parent[max(one, other)] = min(one, other)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def slabs(
    days: Sequence[int | None], sizes: Sequence[int], joined: Iterable[tuple[int, int]] = ()
) -> list[Slab]:
    """Return into which slab each unit of a neighbourhood falls, by its day (ordinal), given how many reports it has.

    Slabs between which a person has joined units (`joined`, pairs of indexes) are one.
    """
    found = [WHOLE] * len(days)
    for width in WIDTHS:
        full: Counter[Slab] = Counter()
        for slab, size in zip(found, sizes, strict=True):
            full[slab] += size
        for n, day in enumerate(days):
            if full[found[n]] > LARGEST:
                found[n] = (width, -1 if day is None else day // width)
    for one, other in joined:
        keep, gone = sorted((found[one], found[other]))
        if keep != gone:
            found = [keep if slab == gone else slab for slab in found]
    return found
