"""What was trained: terms (a weight for each feature, also in its context) and boosted trees over features.

All numbers are whole millionths of a log-odds, so sums are exact and come out the same on every machine.
``weights.json.gz`` ships with the package; tools/train_coder.py makes it.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, repeat

import msgspec
import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
CHUNK = 512  # rows weighed at a time
Row = Sequence[str]  # the features of one case
Odds = NDArray[np.int64]  # millionths of a log-odds, one for each row


class Terms(msgspec.Struct, frozen=True):
    """The weights of one answer, as they are stored: of features, alone ("") and in a context ("T=ACCUSE")."""

    base: int
    terms: dict[str, dict[str, int]]  # feature -> context -> weight


class Table:
    """The terms of one question, laid out for reading: of its answers, or of its only one."""

    def __init__(self, answers: Sequence[Terms]) -> None:
        names = sorted({name for t in answers for name in t.terms})
        near = sorted({context for t in answers for found in t.terms.values() for context in found})
        self.index = {name: k for k, name in enumerate(names)}
        self.near = {context: k for k, context in enumerate(near)}
        self.base = np.array([t.base for t in answers], np.int64)
        #: [context, feature, answer]; the last context and the last feature are those without a weight.
        self.weights = np.zeros((len(near) + 1, len(names) + 1, len(answers)), np.int32)
        for k, t in enumerate(answers):
            for name, found in t.terms.items():
                for context, weight in found.items():
                    self.weights[self.near[context], self.index[name], k] = weight

    def odds(self, rows: Sequence[Row], contexts: Sequence[Sequence[str]]) -> Odds:
        """Return the log-odds of each row, which has its contexts beside it: [rows, answers]."""
        number, line = _numbered(rows, self.index)
        ends = np.searchsorted(line, np.arange(len(rows) + 1))
        total = np.tile(self.base, (len(rows), 1))
        for at in zip(*contexts, strict=True):
            near = np.array([self.near.get(context, -1) for context in at], np.int64)
            summed = np.zeros((len(number) + 1, len(self.base)), np.int64)
            np.cumsum(self.weights[near[line], number], axis=0, out=summed[1:])
            total += np.diff(summed[ends], axis=0)
        return total


def _numbered(rows: Sequence[Row], index: Mapping[str, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the features of all rows as numbers, one row behind the other, and the row of each.

    What has no number is -1: the last column of what is asked by numbers.
    """
    sizes = [len(row) for row in rows]
    found = map(index.get, chain.from_iterable(rows), repeat(-1))
    return np.fromiter(found, np.int64, sum(sizes)), np.repeat(np.arange(len(rows)), sizes)


class Trees(msgspec.Struct, frozen=True):
    """The boosted trees of one question, as they are stored: for each tree, its nodes."""

    names: tuple[str, ...]  # of the features
    feature: tuple[tuple[int, ...], ...]  # the one that a node asks for, -1 in a leaf
    absent: tuple[tuple[int, ...], ...]  # the node to go to where it is not there; a leaf names itself
    present: tuple[tuple[int, ...], ...]  # where it is
    value: tuple[tuple[int, ...], ...]  # of a leaf


@dataclass(slots=True)
class Forest:
    """The trees of one question, laid out for reading: each complete, its leaves all in one depth.

    Of node n of a level, all trees one behind the other, the nodes 2n (absent) and 2n + 1 (present) are below.
    """

    index: dict[str, int]
    levels: list[NDArray[np.int64]]  # [trees * 2 ** depth], the feature that each node of a level asks for
    value: NDArray[np.int64]  # [trees * 2 ** deepest], of the leaves

    @classmethod
    def of(cls, t: Trees) -> Forest:
        """Lay stored trees out."""
        shape = (len(t.feature), max(map(len, t.feature)))
        feature, value = np.full(shape, -1, np.int64), np.zeros(shape, np.int64)
        below = np.zeros((*shape, 2), np.int64)
        for k, nodes in enumerate(zip(t.feature, t.absent, t.present, t.value, strict=True)):
            asked, no, yes, leaf = nodes
            n = len(asked)
            feature[k, :n], below[k, :n, 0], below[k, :n, 1], value[k, :n] = asked, no, yes, leaf
        tree, node = np.arange(len(feature)), np.zeros(len(feature), np.int64)
        levels: list[NDArray[np.int64]] = []
        while (feature[tree, node] >= 0).any():
            levels.append(np.maximum(feature[tree, node], 0))  # a leaf may ask for anything: it stays itself
            tree, node = np.repeat(tree, 2), below[tree, node].ravel()
        return cls({name: i for i, name in enumerate(t.names)}, levels, value[tree, node])

    def odds(self, rows: Sequence[Row]) -> Odds:
        """Return the log-odds of each row."""
        parts = [self._weigh(rows[at : at + CHUNK]) for at in range(0, len(rows), CHUNK)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def _weigh(self, rows: Sequence[Row]) -> Odds:
        number, line = _numbered(rows, self.index)
        width = len(self.index) + 1
        there = np.zeros((len(rows), width), np.int8)
        there[line, number] = 1
        begin = np.arange(len(rows))[:, None] * width
        node = np.tile(np.arange(len(self.value) >> len(self.levels)), (len(rows), 1))
        for asked in self.levels:
            node = 2 * node + there.take(asked.take(node) + begin)
        total: Odds = self.value.take(node).sum(axis=1)
        return total


class Weights(msgspec.Struct, frozen=True):
    """All that was trained, by question."""

    terms: dict[str, Terms]
    trees: dict[str, Trees]
    settings: dict[str, float]  # thresholds, chosen in cross-validation


def chance(odds: Odds) -> list[float]:
    """Return log-odds as chances, rounded so that the last bits of a machine's `exp` do not show."""
    clipped = np.clip(np.asarray(odds, np.float64) / MILLION, -30, 30)
    return [float(x) for x in np.round(1.0 / (1.0 + np.exp(-clipped)), 6)]


@cache
def load() -> Weights:
    """Load what ships with the package."""
    raw = files("kawat.reading.coder").joinpath("weights.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(raw), type=Weights)


def dump(w: Weights) -> bytes:
    """Write weights; the same weights give the same bytes."""
    return gzip.compress(msgspec.json.encode(w, order="sorted"), mtime=0)


# -- explaining -------------------------------------------------------------------------------------------------------


def heaviest(terms: Terms, row: Row, contexts: Sequence[str], top: int = 6) -> list[tuple[str, float]]:
    """Return the features that weigh most in one row, with their log-odds."""
    found = ((name, sum(terms.terms.get(name, {}).get(c, 0) for c in contexts)) for name in set(row))
    return _top(found, top)


def decisive(trees: Trees, row: Row, top: int = 6) -> list[tuple[str, float]]:
    """Return the features that weigh most in one row: along the path of each tree, what a step changed."""
    there, total = set(row), dict[str, int]()
    for k in range(len(trees.feature)):
        means = _means(trees, k)
        node = 0
        while (asked := trees.feature[k][node]) >= 0:
            name = trees.names[asked]
            after = trees.present[k][node] if name in there else trees.absent[k][node]
            label = name if name in there else f"no {name}"
            total[label] = total.get(label, 0) + means[after] - means[node]
            node = after
    return _top(total.items(), top)


def _means(t: Trees, k: int) -> list[int]:
    """Return for each node of a tree the mean of what is below it; nodes stand before those below them."""
    means = list(t.value[k])
    for node in reversed(range(len(means))):
        if t.feature[k][node] >= 0:
            means[node] = (means[t.absent[k][node]] + means[t.present[k][node]]) // 2
    return means


def _top(found: Iterable[tuple[str, int]], top: int) -> list[tuple[str, float]]:
    best = sorted((pair for pair in found if pair[1]), key=lambda p: (-abs(p[1]), p[0]))
    return [(name, round(value / MILLION, 3)) for name, value in best[:top]]
