"""In which words a report tells its event, as sets of bits: cheap to keep and to compare.

Each telling word of the headline and of the evidence sets one bit of `BITS`; words that much news has (gist_words) and
the names of the parties say nothing about the matter and are left out. In a set of their own stand those of the
evidence as they would be spelt in another language: names and numbers are the same, and much of the vocabulary of
politics is one stock of words ("tariff" and "tarif", "sanction" and "sanksi", "nuclear" and "nuklir").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from kawat.linking import gist_words
from kawat.linking.names import fold
from kawat.reading.model import Report

#: Size of a set. Thirty words fill 3 % of it: two unrelated texts share one bit by chance.
BITS = 1024
#: Fewer words than this tell nothing of the matter; in another language, fewer that may be the same there.
FEWEST, FEWEST_SHARED = 5, 3
#: A longer word stands by its first letters, which is a rough stem in Indonesian (suffixes go) and in English.
STEM = 7
#: Across languages by less of them, as endings differ more; what has fewer than `SHORTEST` looks alike by chance.
SHARED_STEM, SHORTEST = 6, 4
#: How words of Greek and Latin are respelt by sound, in this order; most of all in Indonesian.
_BY_SOUND = tuple(
    (re.compile(spelt), sound)
    for spelt, sound in (
        ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("qu", "ku"), ("ch", "k"), ("c(?=[eiy])", "s"),
        ("c", "k"), ("y", "i"), ("v", "f"), ("ti(?=o)", "si"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip


class Wording(NamedTuple):
    """The words of a report as bits."""

    words: int
    neutral: int  # those of the evidence as another language may spell them
    language: str

    def __or__(self, other: Wording) -> Wording:
        """Return the words of both, of one language."""
        return Wording(self.words | other.words, self.neutral | other.neutral, self.language)


NO_WORDS = Wording(0, 0, "")


def wording(report: Report) -> Wording:
    """Return the words of a report."""
    parties = {
        word for p in (*report.actors, *report.recipients) for word in _called(p.country, p.name, p.person)
    }
    telling = [
        [word for word, *_ in gist_words.words(text) if word not in parties and _tells(word, report.language)]
        for text in (report.title, *(quote.quote for quote in report.evidence))
    ]
    every = {word for line in telling for word in line}
    proof = {
        word for line in telling[1:] for word in line
    }  # a headline tells of the first matter of its page
    return Wording(_bits(word[:STEM] for word in every), _bits(map(_shared, proof)), report.language)


def _tells(word: str, language: str) -> bool:
    return gist_words.rarity(word, language) >= gist_words.COMMON


def _bits(words: Iterable[str]) -> int:
    found = 0
    for word in words:
        found |= 1 << (crc32(word.encode()) % BITS) if word else 0
    return found


@lru_cache(1 << 16)
def _shared(word: str) -> str:
    """Return how a word may be spelt in another language, cut to its stem; "" for one that is too short to tell."""
    if word[0].isdigit() or word.isupper():  # a number; the code of a state
        return word
    if len(word) < SHORTEST:
        return ""
    for spelt, sound in _BY_SOUND:
        word = spelt.sub(sound, word)
    return word[:SHARED_STEM]


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
