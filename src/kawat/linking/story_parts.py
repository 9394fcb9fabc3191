"""Which articles hang together: parts that stories never cross, so that each can be looked at alone.

components(gists)    -> the parts, a partition
links(gists, others) -> how alike those pairs are that hang together
connected(nodes, pairs) -> what hangs together, of anything
whole(size, level), linked(level, ...) -> the rule by which a part is parted again

Articles that share a key and enough telling words hang together. Where more than `LARGEST` do, they are parted again,
as if only those hung together that are more alike, and so on, level by level; at the last levels also at fixed days of
the calendar. What is linked at a level is linked at all before it, and whether two are linked depends on these two
alone: so an article that is added can make parts of a level grow and fall together, but cannot part any. A record can
therefore keep the parts of all levels as a tree, and look only at those that a new article falls into
(record.parting).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple, TypeVar

from kawat.linking.gist import Gist, Term, keys, weight
from kawat.linking.story_findings import neutral

Pair = tuple[str, str]  # ids of two articles, in order
FLOOR = 0.12  # cosine of telling words below which two articles do not hang together
RISE = 1.2  # by how much it is raised from level to level, up to 1
WIDTHS = (28, 7, 1)  # days between the cuts of the last levels: months of four weeks, weeks, days
LARGEST = 400  # articles of a part; a larger one is parted at the next level
USUAL_GAP, HALVING = 4, 10  # days between two articles that do not matter, and in which likeness halves after


class Level(NamedTuple):
    """When two articles hang together."""

    floor: float  # their likeness is at least this
    width: int | None  # and they lie in the same stretch of so many days


def _levels() -> tuple[Level, ...]:
    floors = [FLOOR]
    while floors[-1] * RISE <= 1:
        floors.append(floors[-1] * RISE)
    return (*(Level(floor, None) for floor in floors), *(Level(floors[-1], width) for width in WIDTHS))


LEVELS = _levels()


def whole(size: int, level: int) -> bool:
    """Tell whether a part of so many articles stays whole at a level."""
    return size <= LARGEST or level == len(LEVELS) - 1


def linked(level: int, alike: float, one: int | None, other: int | None) -> bool:
    """Tell whether two articles hang together at a level, by their likeness and their days (ordinal)."""
    floor, width = LEVELS[level]
    return alike >= floor and (width is None or _stretch(one, width) == _stretch(other, width))


def _stretch(day: int | None, width: int) -> int:
    return -1 if day is None else day // width


def components(gists: Iterable[Gist]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles that hang together, sorted: a partition of all that stories never cross."""
    known = {g.id: g for g in sorted(gists, key=lambda g: g.id)}
    done: list[tuple[str, ...]] = []
    waiting = [(0, tuple(known), links(known))]
    while waiting:
        level, ids, within = waiting.pop()
        alike = {(a, b): x for (a, b), x in within.items() if linked(level, x, known[a].day, known[b].day)}
        for part in connected(ids, alike):
            if whole(len(part), level):
                done.append(part)
            else:
                mine = set(part)
                inner = {pair: x for pair, x in alike.items() if pair[0] in mine}
                waiting.append((level + 1, part, inner))
    return tuple(sorted(done))


def links(some: Mapping[str, Gist], others: Mapping[str, Gist] | None = None) -> dict[Pair, float]:
    """Return the likeness of pairs that hang together, of articles by id; one at least of each pair is of `some`."""
    known = {**(others or {}), **some}
    mine: dict[str, list[str]] = defaultdict(list)
    theirs: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known):
        for key in keys(known[name]):
            (mine if name in some else theirs)[key].append(name)
    seen = {pair for names in mine.values() for pair in combinations(names, 2)}
    seen |= {
        (min(a, b), max(a, b)) for key, names in mine.items() for a in names for b in theirs.get(key, ())
    }
    vectors = {name: Vectors.of(g) for name, g in known.items()}
    alike = ((a, b, vectors[a].likeness(vectors[b])) for a, b in seen)
    return {(a, b): x for a, b, x in sorted(found for found in alike if found[2] >= FLOOR)}


def likeness(a: Gist, b: Gist) -> float:
    """Return how alike two articles are, 0..1: from `FLOOR` on they hang together."""
    return Vectors.of(a).likeness(Vectors.of(b))


class Vectors(NamedTuple):
    """What two articles are first compared by."""

    language: str
    day: int | None
    words: dict[str, float]  # of length 1
    neutral: dict[str, float]  # what is the same in another language: names, states, numbers; of length 1

    @classmethod
    def of(cls, gist: Gist) -> Vectors:
        """Take them of a gist."""
        same_in_all = [t for t in gist.terms if neutral(t)]
        return cls(gist.language, gist.day, vector(gist.terms), vector(same_in_all))

    def likeness(self, other: Vectors) -> float:
        """Return the cosine, less what the days between the two articles take of it."""
        same = self.language == other.language
        mine, theirs = (self.words, other.words) if same else (self.neutral, other.neutral)
        small, large = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        alike = sum([x * large[word] for word, x in small.items() if word in large])
        if self.day is not None and other.day is not None:
            alike *= 2 ** (-max(abs(self.day - other.day) - USUAL_GAP, 0) / HALVING)
        return round(alike, 6)


def vector(terms: Iterable[Term]) -> dict[str, float]:
    """Return the weights of words, as a vector of length 1."""
    weights = {t.word: weight(t) for t in terms}
    norm = sum(x * x for x in weights.values()) ** 0.5 or 1.0
    return {word: x / norm for word, x in weights.items()}


Node = TypeVar("Node", str, tuple[bool, str])


def connected(nodes: Collection[Node], pairs: Iterable[tuple[Node, Node]]) -> list[tuple[Node, ...]]:
    """Return the connected components of a graph, each sorted, in the order of their first nodes."""
    head = {node: node for node in nodes}

    def find(node: Node) -> Node:
        while head[node] != node:
            head[node] = head[head[node]]
            node = head[node]
        return node

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        head[second] = first
    parts: dict[Node, list[Node]] = defaultdict(list)
    for node in sorted(nodes):
        parts[find(node)].append(node)
    return [tuple(part) for part in parts.values()]
