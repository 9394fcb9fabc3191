"""Sentences -> the contexts that they touch on: PLOVER's, by the words of contexts.toml.

In: the sentences that prove an event.
Out: its contexts in PLOVER's order, each once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import get_args

from kawat.packs import section
from kawat.reading.entries import Contexts
from kawat.reading.lexicon import lexicon
from kawat.reading.model import Context
from kawat.reading.phrases import tokens
from kawat.reading.scan import Sentence

ORDER: tuple[Context, ...] = get_args(Context)
#: First token of a phrase -> its other tokens, and what it tells of.
Table = dict[str, list[tuple[list[str], Context]]]


@cache
def table(language: str) -> Table:
    """Return the words of context of a language by their first token."""
    out: Table = {}
    for each in section(language, "contexts", Contexts).context:
        for phrase in each.words:
            first, *rest = tokens(phrase)
            out.setdefault(first, []).append((rest, each.name))
    return out


def contexts(sentences: Iterable[Sentence], language: str) -> tuple[Context, ...]:
    """Return the contexts that the words of these sentences tell of."""
    known, clitics = table(language), lexicon(language).pack.clitics
    found: set[Context] = set()
    for lows in {s.start: s.lows for s in sentences}.values():
        for i, low in enumerate(lows):
            entries = known.get(low)
            if entries is None and clitics and low.endswith(clitics):
                bare = (low.removesuffix(c) for c in clitics if low.endswith(c))
                entries = next((known[b] for b in bare if b in known), None)
            for rest, name in entries or ():
                if not rest or _stands(rest, lows[i + 1 : i + 1 + len(rest)], clitics):
                    found.add(name)
    return tuple(name for name in ORDER if name in found)


def _stands(rest: list[str], there: list[str], clitics: tuple[str, ...]) -> bool:
    """Tell whether the tokens there are those of a phrase; the last may carry a clitic."""
    if there == rest:
        return True
    hangs = there[:-1] == rest[:-1] and len(there) == len(rest) and there[-1].startswith(rest[-1])
    return hangs and there[-1].removeprefix(rest[-1]) in clitics
