"""Stories: articles that belong to one unfolding matter.

stories(gists, together) -> the articles of each story, a partition of all
parted(gists)            -> the matters of one part: each a story, where nothing joins it with another
joined(matters, ties)    -> stories: matters, joined where copies or events tie them
story(gists)             -> the record of one story

Articles that hang together by their words are a part (story_parts), and nothing outside a part matters to its
matters. Within one, average linkage first makes groups of one kind of matter (two earthquakes), then each group weighs
words anew by itself (story_findings), and average linkage parts its matters. Both steps ask a logistic model of named
findings (story_weights.json, by tools/train_stories.py). Articles published long after one another are linked less and
less: a story of a year falls into its chapters. The same gists give the same stories in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from kawat.linking import story_parts
from kawat.linking.gist import Gist
from kawat.linking.model import Story
from kawat.linking.story_findings import findings, topical
from kawat.linking.story_parts import HALVING, USUAL_GAP, Pair, components, connected, vector
from kawat.linking.story_trees import Cut, groups, tree
from kawat.text import digest

Matrix = NDArray[np.float64]
#: Of the smaller of two matters, the share of articles known to belong to the other, to join them.
_TIES = 1 / 3


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
    known = {g.id: g for g in gists}
    found = [matter for part in components(known.values()) for matter in parted([known[id] for id in part])]
    return tuple(sorted(joined(found, sorted(set(together)))))


def parted(gists: Sequence[Gist]) -> list[tuple[str, ...]]:
    """Part gists of one part, by id, into kinds of matter, and each of these into matters: ids, sorted.

    What is still too large at the last level of parts is one matter: near enough the same text again and again.
    """
    if len(gists) > story_parts.LARGEST:
        return [tuple(g.id for g in gists)]
    return [matter for kind in kinds(gists, model()) for matter in matters(kind, model())]


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
    kept = np.exp2(-np.maximum(gaps - USUAL_GAP, 0.0) / HALVING)
    return np.asarray(np.round(kept, 6), dtype=np.float64)


def joined(found: Sequence[tuple[str, ...]], ties: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Join matters of which the smaller has enough articles that are known to belong to the larger."""
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
    merged = connected(sorted(members), pairs)
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
    vectors = [vector(g.terms) for g in ordered]
    for v in vectors:
        for word, x in v.items():
            total[word] += x
    near = [
        round(sum(x * total[word] for word, x in v.items()), 6) if g.title else -1.0
        for v, g in zip(vectors, ordered, strict=True)
    ]
    return ordered[near.index(max(near))].title
