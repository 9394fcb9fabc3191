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
Odds = NDArray[np.int64]  # millionths of a log-odds: [rows, answers]


class Terms(msgspec.Struct, frozen=True):
    """The weights of one answer, as they are stored: of features, alone ("") and in a context ("T=ACCUSE")."""

    base: int
    terms: dict[str, dict[str, int]]  # feature -> context -> weight


@dataclass(slots=True)
class Numbered:
    """The features of some rows as numbers, one row behind the other."""

    number: NDArray[np.int64]  # of each feature; what has none has the one behind the last
    line: NDArray[np.int64]  # the row of each
    rows: int

    @classmethod
    def of(cls, rows: Sequence[Row], index: Mapping[str, int]) -> Numbered:
        """Look up the features of all rows."""
        sizes = [len(row) for row in rows]
        found = map(index.get, chain.from_iterable(rows), repeat(len(index)))
        return cls(
            np.fromiter(found, np.int64, sum(sizes)), np.repeat(np.arange(len(rows)), sizes), len(rows)
        )


class Table:
    """The terms of one question, laid out for reading: of its answers, or of its only one."""

    def __init__(self, answers: Sequence[Terms], index: Mapping[str, int]) -> None:
        near = sorted({context for t in answers for found in t.terms.values() for context in found})
        self.near = {context: k for k, context in enumerate(near)}
        self.base = np.array([t.base for t in answers], np.int64)
        #: [context, feature, answer]; the last context and the last feature are those without a weight.
        self.weights = np.zeros((len(near) + 1, len(index) + 1, len(answers)), np.int32)
        for k, t in enumerate(answers):
            for name, found in t.terms.items():
                for context, weight in found.items():
                    self.weights[self.near[context], index[name], k] = weight

    def odds(self, told: Numbered, contexts: Sequence[Sequence[str]]) -> Odds:
        """Return the log-odds of each row, which has its contexts beside it."""
        total = np.tile(self.base, (told.rows, 1))
        ends = np.searchsorted(told.line, np.arange(told.rows + 1))
        for at in zip(*contexts, strict=True):
            near = np.array([self.near.get(context, -1) for context in at], np.int64)
            summed = np.zeros((len(told.line) + 1, len(self.base)), np.int64)
            np.cumsum(self.weights[near[told.line], told.number], axis=0, out=summed[1:])
            total += np.diff(summed[ends], axis=0)
        return total


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

    width: int  # features that trees of the question ask for: the first of those with a number
    levels: list[NDArray[np.int64]]  # [trees * 2 ** depth], the feature that each node of a level asks for
    value: NDArray[np.int64]  # [trees * 2 ** deepest], of the leaves

    @classmethod
    def of(cls, t: Trees, index: Mapping[str, int], width: int) -> Forest:
        """Lay stored trees out; `index` numbers the features, those that any trees of the question ask for first."""
        number = np.array([*(index[name] for name in t.names), -1], np.int64)  # the last, of leaves, is -1
        shape = (len(t.feature), max(map(len, t.feature)))
        feature, value = np.full(shape, -1, np.int64), np.zeros(shape, np.int64)
        below = np.zeros((*shape, 2), np.int64)
        for k, nodes in enumerate(zip(t.feature, t.absent, t.present, t.value, strict=True)):
            asked, no, yes, leaf = nodes
            n = len(asked)
            feature[k, :n], below[k, :n, 0], below[k, :n, 1], value[k, :n] = (
                number[list(asked)],
                no,
                yes,
                leaf,
            )
        tree, node = np.arange(len(feature)), np.zeros(len(feature), np.int64)
        levels: list[NDArray[np.int64]] = []
        while (feature[tree, node] >= 0).any():
            levels.append(np.maximum(feature[tree, node], 0))  # a leaf may ask for anything: it stays itself
            tree, node = np.repeat(tree, 2), below[tree, node].ravel()
        return cls(width, levels, value[tree, node])

    def odds(self, told: Numbered) -> Odds:
        """Return the log-odds of each row."""
        there = np.zeros((told.rows, self.width + 1), np.int8)
        there[told.line, np.minimum(told.number, self.width)] = 1
        begin = np.arange(told.rows)[:, None] * (self.width + 1)
        node = np.tile(np.arange(len(self.value) >> len(self.levels)), (told.rows, 1))
        for asked in self.levels:
            place = asked.take(node)
            place += begin
            node += node
            node += there.take(place)
        total: Odds = self.value.take(node).sum(axis=1, keepdims=True)
        return total


class Question:
    """All that was trained for one question: the terms of its answers, trees, or both."""

    def __init__(self, answers: Sequence[Terms], trees: Sequence[Trees] = ()) -> None:
        asked = (*(name for t in trees for name in t.names), *(name for t in answers for name in t.terms))
        self.index = {name: k for k, name in enumerate(dict.fromkeys(asked))}
        width = len({name for t in trees for name in t.names})
        self.forests = [Forest.of(t, self.index, width) for t in trees]
        self.table = Table(answers, self.index) if answers else None

    def odds(self, rows: Sequence[Row], contexts: Sequence[Sequence[str]]) -> Odds:
        """Return the log-odds of each row, in whose contexts terms weigh; of terms and trees the mean."""
        steps = [slice(at, at + CHUNK) for at in range(0, max(len(rows), 1), CHUNK)]
        return np.concatenate([self._weigh(rows[step], contexts[step]) for step in steps])

    def _weigh(self, rows: Sequence[Row], contexts: Sequence[Sequence[str]]) -> Odds:
        told = Numbered.of(rows, self.index)
        found = [np.concatenate([f.odds(told) for f in self.forests], axis=1)] if self.forests else []
        if self.table is not None:
            found.append(self.table.odds(told, contexts))
        return sum(found[1:], found[0]) // len(found)


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
