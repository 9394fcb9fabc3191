"""In which words a report tells its event, as a set of bits: cheap to keep and to compare.

Each word of the headline and of the evidence sets one bit of `BITS`. Words stand by their first letters, which is
a rough stem in Indonesian (suffixes go) and in English; short words and the names of the parties say nothing
about the matter and are left out.
"""

from __future__ import annotations

import re
from zlib import crc32

from kawat.linking.names import fold
from kawat.reading.model import Report

#: Size of the set. Thirty words fill 3 % of it: two unrelated texts share one bit by chance.
BITS = 1024
#: Words of fewer letters are mostly function words; of a longer word its first letters stand for it.
SHORTEST, STEM = 4, 6
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")


def wording(report: Report) -> int:
    """Return the words of a report as bits; 0 where it has none."""
    names = {
        word for p in (*report.actors, *report.recipients) for word in _words(f"{p.name} {p.person or ''}")
    }
    bits = 0
    for text in (report.title, *(quote.quote for quote in report.evidence)):
        for word in _words(text):
            if word not in names:
                bits |= 1 << (crc32(word.encode()) % BITS)
    return bits


def _words(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(fold(text)) if len(word) >= SHORTEST}


def alike(one: int, other: int) -> float | None:
    """Return which share of the words of the shorter telling the other has too, 0..1; None where it cannot be told."""
    few, many = sorted((one.bit_count(), other.bit_count()))
    if few < FEWEST:
        return None
    shared = (one & other).bit_count() - few * many / BITS  # less those that fall together by chance
    return max(0.0, shared / few)


#: Fewer words than this tell nothing of the matter.
FEWEST = 6
