"""Boosted trees over named features: the one kind of model that the coder uses. Reading them needs numpy alone.

A tree asks at each node whether a feature is there. Leaves hold whole millionths of a log-odds, so sums are exact
and come out the same on every machine.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
CHUNK = 512  # rows weighed at a time


class Trees(msgspec.Struct, frozen=True):
    """The trees of one question, as they are stored."""

    names: tuple[str, ...]  # of the features
    base: int  # millionths of a log-odds before any tree
    feature: tuple[tuple[int, ...], ...]  # a tree: for each node the feature asked for, -1 in a leaf
    absent: tuple[tuple[int, ...], ...]  # where to go when it is not there
    present: tuple[tuple[int, ...], ...]  # where to go when it is
    value: tuple[tuple[int, ...], ...]  # of leaves, millionths of a log-odds


@dataclass(slots=True)
class Forest:
    """The trees of one question, laid out for reading."""

    index: dict[str, int]
    base: int
    feature: NDArray[np.int32]
    step: NDArray[np.int32]  # [2, trees, nodes]: absent, present
    value: NDArray[np.int64]
    depth: int

    @classmethod
    def of(cls, t: Trees) -> Forest:
        """Lay stored trees out as rectangles."""
        width = max(len(x) for x in t.feature)
        shape = (len(t.feature), width)
        feature = np.zeros(shape, np.int32)
        step = np.zeros((2, *shape), np.int32)
        value = np.zeros(shape, np.int64)
        for k, (asked, no, yes, leaf) in enumerate(zip(t.feature, t.absent, t.present, t.value, strict=True)):
            n = len(asked)
            feature[k, :n] = np.maximum(asked, 0)
            step[0, k, :n], step[1, k, :n], value[k, :n] = no, yes, leaf
        return cls({name: i for i, name in enumerate(t.names)}, t.base, feature, step, value, _depth(t))

    def odds(self, rows: Sequence[Iterable[str]]) -> NDArray[np.int64]:
        """Return the log-odds of each row, in millionths."""
        out = np.empty(len(rows), np.int64)
        for at in range(0, len(rows), CHUNK):
            part = rows[at : at + CHUNK]
            out[at : at + len(part)] = self._weigh(part)
        return out

    def _weigh(self, rows: Sequence[Iterable[str]]) -> NDArray[np.int64]:
        there = np.zeros((len(rows), len(self.index)), np.int8)
        get = self.index.get
        for k, row in enumerate(rows):
            there[k, [i for i in map(get, row) if i is not None]] = 1
        trees = np.arange(len(self.feature))[None, :]
        lines = np.arange(len(rows))[:, None]
        node = np.zeros((len(rows), len(self.feature)), np.int32)
        for _ in range(self.depth):
            asked = self.feature[trees, node]
            node = self.step[there[lines, asked], trees, node]
        weights: NDArray[np.int64] = self.value[trees, node].sum(axis=1) + self.base
        return weights


def _depth(t: Trees) -> int:
    def below(k: int, node: int) -> int:
        if t.feature[k][node] < 0:
            return 0
        return 1 + max(below(k, t.absent[k][node]), below(k, t.present[k][node]))

    return max(below(k, 0) for k in range(len(t.feature)))


def chance(odds: NDArray[np.int64] | Sequence[int]) -> NDArray[np.float64]:
    """Return log-odds in millionths as chances, rounded so that the last bits of a machine's exp do not show."""
    x = np.asarray(odds, np.float64) / MILLION
    return np.round(1.0 / (1.0 + np.exp(-np.clip(x, -30, 30))), 6)


class Terms(msgspec.Struct, frozen=True):
    """The weights of one question's features, alone ("") and in their context (a type of event, a voice)."""

    base: int
    terms: dict[str, dict[str, int]]  # feature -> context -> millionths of a log-odds

    def odds(self, rows: Sequence[Sequence[str]], contexts: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """Return the log-odds of each row, in millionths; a row has its contexts beside it."""
        return np.fromiter((self._weigh(r, c) for r, c in zip(rows, contexts, strict=True)), np.int64, len(rows))

    def _weigh(self, row: Sequence[str], contexts: Sequence[str]) -> int:
        total, get = self.base, self.terms.get
        for name in set(row):
            found = get(name)
            if found is not None:
                for context in contexts:
                    total += found.get(context, 0)
        return total


class Weights(msgspec.Struct, frozen=True):
    """All that was trained, by question."""

    forests: dict[str, Trees]
    linear: dict[str, Terms]
    settings: dict[str, float]  # thresholds, chosen on held-out articles


@cache
def weights() -> Weights:
    """Load what was trained; it ships with the package."""
    raw = files("kawat.reading.coder").joinpath("weights.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(raw), type=Weights)


@cache
def forest(question: str) -> Forest:
    """Return the trees of one question."""
    return Forest.of(weights().forests[question])


def dump(w: Weights) -> bytes:
    """Write weights; the same weights give the same bytes."""
    return gzip.compress(msgspec.json.encode(w), mtime=0)


def explain(question: str, row: Iterable[str], top: int = 6) -> list[tuple[str, float]]:
    """Return the features that weighed most for one row, with their log-odds: along each tree, what a step changed."""
    f = forest(question)
    there = {f.index[x] for x in row if x in f.index}
    names = list(f.index)
    t = weights().forests[question]
    means = _means(question)
    total: dict[str, float] = {}
    for k in range(len(t.feature)):
        node = 0
        while (asked := t.feature[k][node]) >= 0:
            after = t.present[k][node] if asked in there else t.absent[k][node]
            name = names[asked] if asked in there else "no " + names[asked]
            total[name] = total.get(name, 0.0) + (means[k][after] - means[k][node]) / MILLION
            node = after
    best = sorted(total.items(), key=lambda x: (-abs(x[1]), x[0]))
    return [(name, round(value, 3)) for name, value in best[:top]]


@cache
def _means(question: str) -> list[list[float]]:
    """Return for each node the mean of the leaves below it."""
    t = weights().forests[question]
    out: list[list[Any]] = []
    for k in range(len(t.feature)):
        mean: list[Any] = [None] * len(t.feature[k])

        def fill(node: int, k: int = k, mean: list[Any] = mean) -> float:
            if t.feature[k][node] < 0:
                mean[node] = float(t.value[k][node])
            else:
                mean[node] = (fill(t.absent[k][node], k, mean) + fill(t.present[k][node], k, mean)) / 2
            return float(mean[node])

        fill(0)
        out.append(mean)
    return out
