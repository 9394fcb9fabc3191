"""Wording that two texts share, so that what is only copied can stand back."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+")
RUN = 8  # words in a row that are the same in both


def shared_spans(text: str, other: str) -> list[tuple[int, int]]:
    """Return the spans of `text`, in order and apart, whose words stand in a row in `other`, `RUN` or more of them."""
    words = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
    theirs = {tuple(run) for run in _runs([m.group().casefold() for m in _WORD.finditer(other)])}
    found: list[tuple[int, int]] = []
    for i, run in enumerate(_runs([word for word, _, _ in words])):
        if tuple(run) in theirs:
            start, end = words[i][1], words[i + RUN - 1][2]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _runs(words: list[str]) -> Iterator[list[str]]:
    return (words[i : i + RUN] for i in range(len(words) - RUN + 1))
