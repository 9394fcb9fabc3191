"""In which words a report tells its event, as sets of bits: cheap to keep and to compare.

Each telling word of the headline and of the evidence sets one bit of `BITS`; words that much news has (gist_words) and
the names of the parties say nothing about the matter and are left out. Names, states and numbers, which are the same in
another language, stand in a set of their own besides.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from kawat.linking import gist_words
from kawat.linking.names import fold
from kawat.reading.model import Report

#: Size of a set. Thirty words fill 3 % of it: two unrelated texts share one bit by chance.
BITS = 1024
#: Fewer words than this tell nothing of the matter; in another language, fewer names and numbers.
FEWEST, FEWEST_NAMES = 5, 2
#: A longer word stands by its first letters, which is a rough stem in Indonesian (suffixes go) and in English.
STEM = 7


class Wording(NamedTuple):
    """The words of a report as bits."""

    words: int
    neutral: int  # those of them that are the same in any language

    def __or__(self, other: Wording) -> Wording:
        """Return the words of both."""
        return Wording(self.words | other.words, self.neutral | other.neutral)


NO_WORDS = Wording(0, 0)


def wording(report: Report) -> Wording:
    """Return the words of a report."""
    parties = {
        word for p in (*report.actors, *report.recipients) for word in _called(p.country, p.name, p.person)
    }
    words = neutral = 0
    for text in (report.title, *(quote.quote for quote in report.evidence)):
        for word, capital, shown in gist_words.words(text):
            if word in parties or gist_words.rarity(word, report.language) < gist_words.COMMON:
                continue
            bit = 1 << (crc32(word[:STEM].encode()) % BITS)
            words |= bit
            if (capital and shown) or word[0].isdigit() or word.isupper():
                neutral |= bit
    return Wording(words, neutral)


@lru_cache(1 << 16)
def _called(code: str, name: str, person: str | None) -> frozenset[str]:
    told = f"{name} {person or ''}"
    return frozenset({code, *fold(told).split(), *(word for word, *_ in gist_words.words(told))})


def alike(one: int, other: int, fewest: int) -> float | None:
    """Return which share of the words of the shorter telling the other has too, 0..1; None where it cannot be told."""
    few, many = sorted((one.bit_count(), other.bit_count()))
    if few < fewest:
        return None
    shared = (one & other).bit_count() - few * many / BITS  # less those that fall together by chance
    return max(0.0, shared / few)
