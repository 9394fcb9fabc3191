"""What pages are about beside their own few words: each gist blurred by those of the pages nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kawat.linking.telling_mentions import Vector, unit

#: Pages less alike than this (cosine of their gists) tell of no event in common.
GATE = 0.1
#: Words kept of a blurred gist, the weightiest.
KEPT = 200


def neighbours(gists: Mapping[str, Vector]) -> dict[str, dict[str, float]]:
    """Return for each page the pages that pass the gate, itself too, with how alike they are."""
    ids = sorted(gists)
    having: dict[str, list[tuple[str, float]]] = {}
    for i in ids:
        for word, x in gists[i].items():
            having.setdefault(word, []).append((i, x))
    near: dict[str, dict[str, float]] = {}
    for i in ids:
        alike: Counter[str] = Counter()
        for word, x in sorted(gists[i].items()):
            for j, y in having[word]:
                alike[j] += x * y  # type: ignore[assignment]  # typeshed: counts are whole numbers
        near[i] = {j: x for j, x in sorted(alike.items()) if x >= GATE}
    return near


def blurred(gists: Mapping[str, Vector], near: Mapping[str, Mapping[str, float]]) -> dict[str, Vector]:
    """Return each gist with those of its neighbours added, by the square of how alike they are."""
    return {i: _kept(total((gists[j], x * x) for j, x in alike.items())) for i, alike in near.items()}


def total(parts: Iterable[tuple[Vector, float]]) -> Vector:
    """Add vectors, each times its weight."""
    out: Vector = {}
    for vector, weight in parts:
        for word, x in vector.items():
            out[word] = out.get(word, 0.0) + weight * x
    return out


def _kept(vector: Vector) -> Vector:
    return unit(dict(sorted(vector.items(), key=lambda item: (-round(item[1], 9), item[0]))[:KEPT]))
