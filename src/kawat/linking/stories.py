"""Stories: articles that belong to one unfolding matter.

stories(gists, together) -> the articles of each story, a partition of all
components(gists, together) -> parts that stories never cross: what a new article can change is its own part
story(gists)             -> the record of one story

Articles that share a key and enough telling words hang together; what hangs together is a component, and nothing
outside a component matters to it. Within one, average linkage first makes groups of one kind of matter (two
earthquakes), then each group weighs words anew by itself (story_findings), and average linkage parts its matters.
Both steps ask a logistic model of named findings (story_weights.json, by tools/train_stories.py). Articles published
long after one another are linked less and less: a story of a year falls into its chapters. The same gists give the
same stories in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from kawat.linking.gist import Gist, Term, keys, weight
from kawat.linking.model import Story
from kawat.linking.story_findings import findings, neutral, topical
from kawat.linking.story_trees import Cut, groups, tree
from kawat.text import digest

Matrix = NDArray[np.float64]
Pair = tuple[str, str]  # ids of two articles
FLOOR = 0.12  # cosine of telling words below which two articles do not hang together
LARGEST = 400  # articles of a component; the floor of a larger one is raised until it falls apart
RISE = 1.2  # by how much
_USUAL_GAP, _HALVING = (
    4,
    10,
)  # days between two articles that do not matter, and in which likeness halves after
_TIES = (
    1 / 3
)  # of the smaller of two stories, the share of articles known to belong to the other, to join them


class Logistic(msgspec.Struct, frozen=True):
    """A weight for each finding."""

    base: float
    weights: dict[str, float]

    def __call__(self, found: Mapping[str, Matrix]) -> Matrix:
        """Return the probability of each pair."""
        odds = self.base + sum(w * found[name] for name, w in sorted(self.weights.items()))
        return np.round(1 / (1 + np.exp(-odds)), 6)


class Model(msgspec.Struct, frozen=True):
    """What tools/train_stories.py makes."""

    kind: Logistic  # are two articles of one kind of matter?
    kinds: float  # mean probability between two groups below which they are of two kinds
    matter: Logistic  # within a kind: are they of one matter?
    matters: tuple[float, float, float, float, int]  # story_trees.Cut


@cache
def model() -> Model:
    """Load the weights that ship with the package."""
    return msgspec.json.decode((files("kawat.linking") / "story_weights.json").read_bytes(), type=Model)


def stories(gists: Iterable[Gist], together: Iterable[Pair] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the articles of each story, sorted; an article that stands alone is one of its own.

    `together` are pairs known to belong together, whatever their words: copies, reports of one event.
    """
    known, ties = _by_id(gists), sorted(set(together))
    found: list[tuple[str, ...]] = []
    for component in components(known.values(), ties):
        found += _joined(_matters([known[name] for name in component], model()), ties)
    return tuple(sorted(found))


def components(gists: Iterable[Gist], together: Iterable[Pair] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles that hang together, sorted: a partition of all that stories never cross."""
    known = _by_id(gists)
    links = _links(known)
    ties = [(a, b) for a, b in together if a in known and b in known]
    return tuple(sorted(_parts(sorted(known), links, ties)))


def _by_id(gists: Iterable[Gist]) -> dict[str, Gist]:
    return {g.id: g for g in sorted(gists, key=lambda g: g.id)}


def _links(known: Mapping[str, Gist]) -> dict[Pair, float]:
    """Return the likeness of all pairs that share a key and are as alike as the floor."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, g in known.items():
        for key in keys(g):
            holders[key].append(name)
    seen = {pair for names in holders.values() for pair in combinations(names, 2)}
    vectors = {name: Vectors.of(g) for name, g in known.items()}
    alike = {pair: vectors[pair[0]].likeness(vectors[pair[1]]) for pair in seen}
    return {pair: x for pair, x in alike.items() if x >= FLOOR}


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
        return cls(gist.language, gist.day, _vector(gist.terms), _vector(same_in_all))

    def likeness(self, other: Vectors) -> float:
        """Return the cosine, less what the days between the two articles take of it."""
        same = self.language == other.language
        mine, theirs = (self.words, other.words) if same else (self.neutral, other.neutral)
        small, large = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        alike = sum([x * large[word] for word, x in small.items() if word in large])
        if self.day is not None and other.day is not None:
            alike *= 2 ** (-max(abs(self.day - other.day) - _USUAL_GAP, 0) / _HALVING)
        return round(alike, 6)


def _vector(terms: Iterable[Term]) -> dict[str, float]:
    weights = {t.word: weight(t) for t in terms}
    norm = sum(x * x for x in weights.values()) ** 0.5 or 1.0
    return {word: x / norm for word, x in weights.items()}


def _parts(
    names: Sequence[str], links: Mapping[Pair, float], ties: Sequence[Pair], floor: float = FLOOR
) -> list[tuple[str, ...]]:
    """Part articles into components; one that is too large is parted again above a higher floor."""
    strong = {pair: alike for pair, alike in links.items() if alike >= floor}
    out: list[tuple[str, ...]] = []
    for part in _connected(names, [*strong, *ties]):
        if len(part) <= LARGEST or floor * RISE > 1:
            out.append(part)
            continue
        within = set(part)
        inner = {pair: alike for pair, alike in strong.items() if pair[0] in within}
        out += _parts(part, inner, [t for t in ties if t[0] in within], floor * RISE)
    return out


def _connected(names: Sequence[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Return the connected components of a graph, each sorted."""
    head = {name: name for name in names}

    def find(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        head[second] = first
    parts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        parts[find(name)].append(name)
    return [tuple(part) for part in parts.values()]


def _matters(gists: Sequence[Gist], given: Model) -> list[tuple[str, ...]]:
    """Part a component into kinds of matter, and each of these into matters."""
    out: list[tuple[str, ...]] = []
    for kind in kinds(gists, given):
        out += matters(kind, given)
    return out


def kinds(gists: Sequence[Gist], given: Model) -> list[list[Gist]]:
    """Part gists into groups of one kind of matter."""
    if len(gists) < 2:
        return [list(gists)]
    alike = given.kind(topical(gists)) * nearness(gists)
    return [[gists[i] for i in group] for group in groups(tree(alike), Cut(given.kinds, 0.0, 0.0, 0.0, 0))]


def matters(gists: Sequence[Gist], given: Model) -> list[tuple[str, ...]]:
    """Part gists of one kind into matters, as ids."""
    if len(gists) < 2:
        return [tuple(g.id for g in gists)]
    alike = given.matter(findings(gists, topical(gists))) * nearness(gists)
    return [tuple(gists[i].id for i in group) for group in groups(tree(alike), Cut(*given.matters))]


def nearness(gists: Sequence[Gist]) -> Matrix:
    """Return what is left of the likeness of each pair for the days between them; all of it where one is undated."""
    days = np.array([np.nan if g.day is None else g.day for g in gists], dtype=np.float64)
    gaps = np.nan_to_num(np.abs(np.subtract.outer(days, days)), nan=0.0)
    kept = np.exp2(-np.maximum(gaps - _USUAL_GAP, 0.0) / _HALVING)
    return np.asarray(np.round(kept, 6), dtype=np.float64)


def _joined(found: Sequence[tuple[str, ...]], ties: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Join stories of which the smaller has enough articles that are known to belong to the larger."""
    home = {name: i for i, members in enumerate(found) for name in members}
    tied: dict[tuple[int, int], set[str]] = defaultdict(set)
    for a, b in ties:
        if a in home and b in home and home[a] != home[b]:
            small, large = sorted((home[a], home[b]), key=lambda i: (len(found[i]), found[i]))
            tied[small, large].add(a if home[a] == small else b)
    pairs = [
        (found[i][0], found[j][0]) for (i, j), names in tied.items() if len(names) >= _TIES * len(found[i])
    ]
    members = {story[0]: story for story in found}
    merged = _connected(sorted(members), pairs)
    return [tuple(sorted(name for head in heads for name in members[head])) for heads in merged]


def story(gists: Collection[Gist]) -> Story:
    """Make the record of a story; raises ValueError where there is no article."""
    if not gists:
        raise ValueError("a story has at least one article")
    ordered = sorted(gists, key=lambda g: (g.published is None, g.published or "", g.id))
    dates = [g.published for g in ordered if g.published]
    return Story(
        id=digest(ordered[0].id),
        title=_title(ordered),
        articles=tuple(g.id for g in ordered),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )


def _title(ordered: Sequence[Gist]) -> str:
    """Return the headline of the article nearest to all others; of equals, the first published."""
    total: dict[str, float] = defaultdict(float)
    vectors = [_vector(g.terms) for g in ordered]
    for vector in vectors:
        for word, x in vector.items():
            total[word] += x
    near = [
        round(sum(x * total[word] for word, x in v.items()), 6) if g.title else -1.0
        for v, g in zip(vectors, ordered, strict=True)
    ]
    return ordered[near.index(max(near))].title
