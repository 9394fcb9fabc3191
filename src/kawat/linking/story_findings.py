"""What is found between the gists of a group: how alike each pair is, one matrix a finding.

Findings of one kind look at the pair alone. Those of the other weigh words anew by how many articles of the group
have them: in a group of two earthquakes what both are about stops counting, and what tells them apart counts more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from kawat.linking.gist import Gist, Term
from kawat.linking.gist_words import RAREST

Matrix = NDArray[np.float64]  # gists x gists
Vector = Mapping[str, float]
#: How many articles of the background are put to those of a group when it weighs words itself.
_BACKGROUND = 3
_USUAL = 4.5  # log of the words of a short article
_DIGITS = 6  # to which a cosine is rounded, so that it comes out the same on every machine

#: What tells that two articles are of one kind of matter.
TOPICAL = ("terms", "plain", "shorter")
#: What tells that they are of one matter.
FINDINGS = (
    "terms", "names", "numbers", "lead names", "plain", "years", "other years", "days", "other days", "weekdays",
    "other numbers", "shorter", "own terms", "own names", "own numbers", "own terms squared", "own names squared",
    "own numbers squared", "group's terms", "group's names", "group's size",
)  # fmt: skip


def topical(gists: Sequence[Gist]) -> dict[str, Matrix]:
    """Return the findings of `TOPICAL`."""
    speaking = _speaking(gists)
    return {
        "terms": speaking(lambda t: True, lambda t: t.rarity**1.5),
        "plain": speaking(lambda t: not t.name and not _number(t), lambda t: t.rarity**2) ** 2,
        "shorter": _shorter(gists),
    }


def findings(gists: Sequence[Gist], known: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Return the findings of `FINDINGS` for the gists of one group; `known` are its topical ones."""
    out = dict(known)
    out["names"] = _alike(gists, lambda t: t.name, lambda t: t.rarity)
    numbers = out["numbers"] = _alike(gists, _number, lambda t: t.rarity)
    out["lead names"] = _alike(gists, lambda t: t.name and t.lead, lambda t: t.rarity / (1 + log(t.count)))
    out["other numbers"] = _both([any(map(_number, g.terms)) for g in gists]) * (numbers == 0)
    dated: dict[str, Callable[[str], bool]] = {
        "years": lambda d: len(d) == 4,
        "days": lambda d: len(d) != 4 and d[0] != "w",
        "weekdays": lambda d: d[0] == "w",
    }
    for name, wanted in dated.items():
        sets = [{d: 1.0 for d in g.dates if wanted(d)} for g in gists]
        out[name] = cosines(sets)
        if name != "weekdays":
            out[f"other {name}"] = _both([bool(s) for s in sets]) * (out[name] == 0)
    out |= _own(gists)
    for name in ("terms", "names"):
        out[f"group's {name}"] = np.full_like(out[name], _mean(out[name]))
    out["group's size"] = np.full_like(out["terms"], log(len(gists)))
    return out


def _own(gists: Sequence[Gist]) -> dict[str, Matrix]:
    """Weigh words by how many of the group have them, with a few articles of the background beside."""
    size = len(gists)
    had = Counter(t.word for g in gists for t in g.terms)

    def own(t: Term) -> float:
        usual = exp(-RAREST * t.rarity)
        return t.rarity * max(0.0, log((size + _BACKGROUND) / (had[t.word] + _BACKGROUND * usual)))

    speaking = _speaking(gists)
    parts = {
        "own terms": speaking(lambda t: True, own),
        "own names": _alike(gists, lambda t: t.name, own),
        "own numbers": _alike(gists, _number, own),
    }
    return parts | {f"{name} squared": found**2 for name, found in parts.items()}


def _number(term: Term) -> bool:
    return term.word[0].isdigit()


def neutral(term: Term) -> bool:
    """Tell whether a word is the same in any language: names (states are codes) and numbers."""
    return term.name or _number(term) or term.word.isupper()


def _alike(gists: Sequence[Gist], wanted: Callable[[Term], bool], weight: Callable[[Term], float]) -> Matrix:
    """Return the square root of the cosine over the words wanted: it tells weak likeness better apart."""
    found = cosines([{t.word: (1 + log(t.count)) * weight(t) for t in g.terms if wanted(t)} for g in gists])
    return np.sqrt(found)


def _speaking(
    gists: Sequence[Gist],
) -> Callable[[Callable[[Term], bool], Callable[[Term], float]], Matrix]:
    """Return `_alike` that compares articles of different languages by what is the same in both."""
    languages = [g.language for g in gists]
    if len(set(languages)) < 2:
        return lambda wanted, weight: _alike(gists, wanted, weight)
    other = np.array([[a != b for b in languages] for a in languages])

    def alike(wanted: Callable[[Term], bool], weight: Callable[[Term], float]) -> Matrix:
        same_in_both = _alike(gists, lambda t: wanted(t) and neutral(t), weight)
        return np.where(other, same_in_both, _alike(gists, wanted, weight))

    return alike


def cosines(vectors: Sequence[Vector]) -> Matrix:
    """Return the cosine of each pair of vectors; 0 with one that is empty."""
    shared = Counter(word for vector in vectors for word in vector)
    place = {word: i for i, word in enumerate(sorted(word for word, n in shared.items() if n > 1))}
    table = np.zeros((len(vectors), len(place)))
    for row, vector in zip(table, vectors, strict=True):
        norm = sum(x * x for x in vector.values()) ** 0.5
        for word, x in vector.items():
            if word in place and norm:
                row[place[word]] = x / norm
    return np.asarray(np.round(np.clip(table @ table.T, 0.0, 1.0), _DIGITS), dtype=np.float64)


def _shorter(gists: Sequence[Gist]) -> Matrix:
    """Return the log of the words of the shorter of each pair, from that of a short article."""
    sizes: Matrix = np.array([[log(max(g.size, 1)) - _USUAL for g in gists]])
    return np.minimum(sizes, sizes.T)


def _both(has: Sequence[bool]) -> Matrix:
    flags = np.array(has, dtype=np.float64)
    return np.outer(flags, flags)


def _mean(matrix: Matrix) -> float:
    """Return the mean over pairs; 0 where there is none."""
    n = len(matrix)
    return float((matrix.sum() - np.trace(matrix)) / (n * (n - 1))) if n > 1 else 0.0
