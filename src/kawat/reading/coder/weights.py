"""What was trained: terms (a weight for each feature, also in its context) and boosted trees over features.

All numbers are whole millionths of a log-odds, so sums are exact and come out the same on every machine.
``weights.json.gz`` ships with the package; tools/train_coder.py makes it.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
CHUNK = 512  # rows weighed at a time
Row = Sequence[str]  # the features of one case
Odds = NDArray[np.int64]  # millionths of a log-odds, one for each row


class Terms(msgspec.Struct, frozen=True):
    """Weights of the features of one question, alone ("") and in a context ("T=ACCUSE")."""

    base: int
    terms: dict[str, dict[str, int]]  # feature -> context -> weight

    def odds(self, rows: Sequence[Row], contexts: Sequence[Sequence[str]]) -> Odds:
        """Return the log-odds of each row, which has its contexts beside it."""
        told = (self._sum(row, near) for row, near in zip(rows, contexts, strict=True))
        return np.fromiter(told, np.int64, len(rows))

    def _sum(self, row: Row, contexts: Sequence[str]) -> int:
        total, get = self.base, self.terms.get
        for name in row:
            found = get(name)
            if found is not None:
                for context in contexts:
                    total += found.get(context, 0)
        return total


class Choice:
    """A question with several answers: the terms of all of them, summed in one pass."""

    def __init__(self, answers: Sequence[Terms]) -> None:
        self.base = [t.base for t in answers]
        self.terms: dict[str, dict[str, list[tuple[int, int]]]] = {}  # feature -> context -> (answer, weight)
        for k, t in enumerate(answers):
            for name, found in t.terms.items():
                for context, weight in found.items():
                    self.terms.setdefault(name, {}).setdefault(context, []).append((k, weight))

    def best(self, row: Row, contexts: Sequence[str]) -> int:
        """Return the number of the likeliest answer; of equal ones, the first."""
        sums = list(self.base)
        for name in row:
            found = self.terms.get(name)
            if found is not None:
                for context in contexts:
                    for k, weight in found.get(context, ()):
                        sums[k] += weight
        return sums.index(max(sums))


class Trees(msgspec.Struct, frozen=True):
    """The boosted trees of one question, as they are stored: for each tree, its nodes."""

    names: tuple[str, ...]  # of the features
    feature: tuple[tuple[int, ...], ...]  # the one that a node asks for, -1 in a leaf
    absent: tuple[tuple[int, ...], ...]  # the node to go to where it is not there; a leaf names itself
    present: tuple[tuple[int, ...], ...]  # where it is
    value: tuple[tuple[int, ...], ...]  # of a leaf


@dataclass(slots=True)
class Forest:
    """The trees of one question, laid out for reading."""

    index: dict[str, int]
    feature: NDArray[np.int32]  # [trees, nodes]
    step: NDArray[np.int32]  # [absent or present, trees, nodes]
    value: NDArray[np.int64]  # [trees, nodes]
    depth: int

    @classmethod
    def of(cls, t: Trees) -> Forest:
        """Lay stored trees out as rectangles."""
        shape = (len(t.feature), max(map(len, t.feature)))
        feature, value = np.zeros(shape, np.int32), np.zeros(shape, np.int64)
        step = np.zeros((2, *shape), np.int32)
        for k, nodes in enumerate(zip(t.feature, t.absent, t.present, t.value, strict=True)):
            asked, no, yes, leaf = nodes
            n = len(asked)
            feature[k, :n] = np.maximum(asked, 0)
            step[0, k, :n], step[1, k, :n], value[k, :n] = no, yes, leaf
        depth = max(_depth(t, k, 0) for k in range(len(t.feature)))
        return cls({name: i for i, name in enumerate(t.names)}, feature, step, value, depth)

    def odds(self, rows: Sequence[Row]) -> Odds:
        """Return the log-odds of each row."""
        parts = [self._weigh(rows[at : at + CHUNK]) for at in range(0, len(rows), CHUNK)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def _weigh(self, rows: Sequence[Row]) -> Odds:
        there = np.zeros((len(rows), len(self.index)), np.int8)
        get = self.index.get
        for k, row in enumerate(rows):
            there[k, [i for i in map(get, row) if i is not None]] = 1
        trees = np.arange(len(self.feature))[None, :]
        lines = np.arange(len(rows))[:, None]
        node = np.zeros((len(rows), len(self.feature)), np.int32)
        for _ in range(self.depth):
            node = self.step[there[lines, self.feature[trees, node]], trees, node]
        total: Odds = self.value[trees, node].sum(axis=1)
        return total


def _depth(t: Trees, k: int, node: int) -> int:
    if t.feature[k][node] < 0:
        return 0
    return 1 + max(_depth(t, k, t.absent[k][node]), _depth(t, k, t.present[k][node]))


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
