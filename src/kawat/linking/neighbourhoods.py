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
from itertools import chain

import numpy as np

from kawat.linking.blocking import candidates
from kawat.linking.findings import LINK
from kawat.linking.rulings import NO_RULINGS, Rulings
from kawat.linking.scoring import compare
from kawat.linking.units import Unit

#: Reports of one neighbourhood; more are cut apart.
LARGEST = 400
#: Days between two cuts, widest first.
WIDTHS = (28, 7, 1)

Slab = tuple[int, int]  # the width of a cut, and which one
WHOLE: Slab = (0, 0)


class Neighbourhood:
    """Units that may be one event, with the pairs of indexes into `units` that score high enough."""

    __slots__ = ("pairs", "units")

    def __init__(self, units: list[Unit], pairs: list[tuple[int, int]]) -> None:
        self.units = units
        self.pairs = pairs


def neighbourhoods(units: list[Unit], rulings: Rulings = NO_RULINGS) -> Iterator[Neighbourhood]:
    """Yield the neighbourhoods of `units`, in the order of their first units, those too large cut apart."""
    for whole in connected(units, rulings):
        yield from cut(whole, rulings)


def within(units: list[Unit]) -> Neighbourhood:
    """Take units that are known to be one neighbourhood."""
    return Neighbourhood(units, list(_links(units)))


def connected(units: list[Unit], rulings: Rulings = NO_RULINGS) -> Iterator[Neighbourhood]:
    """Yield the sets of units that hang together, of whatever size, in the order of their first units."""
    parent = list(range(len(units)))
    links = array("q")  # a pair as one number: a list of pairs would take ten times as much
    joined, _ = rulings.among(units)
    for i, j in chain(_links(units), joined):
        links.append(i << 32 | j)
        one, other = _root(parent, i), _root(parent, j)
        if one != other:
            parent[max(one, other)] = min(one, other)
    roots = np.array([_root(parent, i) for i in range(len(units))], dtype=np.int64)
    pairs = np.array(links, dtype=np.int64)
    mine = roots[pairs >> 32]
    pairs, mine = (found[np.argsort(mine, kind="stable")] for found in (pairs, mine))
    members = np.argsort(roots, kind="stable")
    heads, starts = np.unique(roots, return_index=True)
    starts = np.append(np.searchsorted(roots[members], heads), len(units))
    edges = np.append(np.searchsorted(mine, heads), len(pairs))
    for n in range(len(heads)):
        inside = pairs[edges[n] : edges[n + 1]]
        told = zip((inside >> 32).tolist(), (inside & 0xFFFFFFFF).tolist(), strict=True)
        yield _part(units, members[starts[n] : starts[n + 1]].tolist(), told)


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
        yield _part(whole.units, mine, whole.pairs)


def _part(units: list[Unit], members: list[int], pairs: Iterable[tuple[int, int]]) -> Neighbourhood:
    at = {i: n for n, i in enumerate(members)}
    inside = sorted({(at[i], at[j]) for i, j in pairs if i in at and j in at})
    return Neighbourhood([units[i] for i in members], inside)


def _links(units: list[Unit]) -> Iterator[tuple[int, int]]:
    return ((i, j) for i, j in candidates(units) if compare(units[i], units[j]).score >= LINK)


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
