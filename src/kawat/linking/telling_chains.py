"""Which mentions, over all pages, are of one event: how likely each pair is, then groups by average likelihood.

The likelihood of a pair is a sum of boosted trees over the named numbers of `telling_pairs.FEATURES`; they stand in
``telling_weights.json``, made by tools/train_telling.py. Groups grow from the likeliest pair; two become one as long as
the mean likelihood over all pairs between them is at least `Model.threshold` (average linkage).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from kawat.linking.telling_mentions import Collection, Mention, Page, Vector
from kawat.linking.telling_pairs import FEATURES, Pairs

#: Pairs less likely than this count as impossible.
FLOOR = 0.02
#: Pairs weighed at a time.
CHUNK = 20_000
#: A split [feature, limit, branch up to the limit, branch above it], or a leaf: millionths of a log-odds.
Tree = list[Any] | int
Edges = dict[int, dict[int, float]]


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``telling_weights.json``."""

    trained_on: str
    threshold: float
    trees: tuple[Tree, ...]

    def likely(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for each row of `FEATURES` how likely its two mentions are of one event, 0 to 1."""
        odds = np.zeros(len(rows), dtype=np.int64)
        for tree in self.trees:
            _drop(tree, rows, np.arange(len(rows)), odds)
        # Rounded, so that exponentials which differ in the last bit between machines do not.
        return np.round(1 / (1 + np.exp(-odds / 1_000_000)), 9)


def _drop(tree: Tree, rows: NDArray[np.float64], which: NDArray[np.intp], odds: NDArray[np.int64]) -> None:
    """Send rows down a tree and add what their leaves hold."""
    if isinstance(tree, int):
        odds[which] += tree
    elif len(which):
        name, limit, left, right = tree
        low = rows[which, FEATURES.index(name)] <= limit
        _drop(left, rows, which[low], odds)
        _drop(right, rows, which[~low], odds)


@cache
def model() -> Model:
    """Load the weights that ship with the package, once."""
    return msgspec.json.decode(
        files("kawat.linking").joinpath("telling_weights.json").read_bytes(), type=Model
    )


def chains(
    pages: Iterable[Page],
    mentions: Iterable[Mention],
    weights: Model | None = None,
    gists: Mapping[str, Vector] | None = None,
) -> tuple[tuple[Mention, ...], ...]:
    """Group mentions by the event they are of; every mention stands in one group, alone where no other is of it.

    Args:
        pages: all pages that are compared with one another, in any order.
        mentions: what they mention, in any order; each page is among `pages`.
        weights: another model than the one that ships.
        gists: for each page, what it is about as a vector of unit length; where left out, TF-IDF of its lemmas.

    Returns:
        The groups, each in order, by their first mention.
    """
    used = weights or model()
    ordered = sorted(set(mentions))
    collection = Collection(pages, gists)
    pairs = Pairs(collection, collection.see(ordered))
    groups = grouped(len(ordered), likelihoods(pairs, used), used.threshold)
    return tuple(tuple(ordered[i] for i in group) for group in groups)


def likelihoods(pairs: Pairs, weights: Model) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that may be one event, with how likely that is."""
    waiting = pairs.candidates()
    while chunk := list(islice(waiting, CHUNK)):
        rows = np.array([pairs.features(i, j) for i, j in chunk], dtype=np.float64)
        for (i, j), likely in zip(chunk, weights.likely(rows).tolist(), strict=True):
            if likely >= FLOOR:
                yield i, j, likely


def grouped(count: int, likely: Iterable[tuple[int, int, float]], threshold: float) -> list[list[int]]:
    """Cluster 0 .. `count` - 1 by average linkage; a pair that is not named counts as 0."""
    sums: Edges = {i: {} for i in range(count)}
    members = {i: [i] for i in range(count)}
    heap: list[tuple[float, int, int]] = []
    for i, j, value in likely:
        sums[i][j] = sums[j][i] = value
        if value >= threshold:
            heap.append((-value, min(i, j), max(i, j)))
    heapq.heapify(heap)
    while heap:
        mean, one, other = heapq.heappop(heap)
        if one in members and other in members and _mean(sums, members, one, other) == -mean:
            _join(sums, members, one, other)
            for third in sums[one]:
                if (new := _mean(sums, members, one, third)) >= threshold:
                    heapq.heappush(heap, (-new, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members.values())


def _mean(sums: Edges, members: Mapping[int, Sequence[int]], one: int, other: int) -> float:
    return sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(sums: Edges, members: dict[int, list[int]], one: int, other: int) -> None:
    """Put the group `other` into `one`."""
    members[one] += members.pop(other)
    for third, value in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + value
