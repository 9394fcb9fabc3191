"""Which language a text is in, by its function words."""

from __future__ import annotations

import re
from functools import cache

from kawat.pages.pack import packs

SAMPLE = 1500
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _markers() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((language, frozenset(p.markers)) for language, p in packs())


def detect(text: str, start: int = 0) -> str:
    """Return the language whose function words the first `SAMPLE` characters from `start` use most.

    A tie, and a text without any, goes to the first language of the packs in the order of their names.
    """
    words = _WORD.findall(text[start : start + SAMPLE].casefold())
    counts = [(sum(map(markers.__contains__, words)), language) for language, markers in _markers()]
    best = max(count for count, _ in counts)
    return next(language for count, language in counts if count == best)
