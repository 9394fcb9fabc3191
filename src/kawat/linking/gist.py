"""The gist of an article: what is kept of it to find the story that it belongs to.

gist(article)      -> Gist: its telling words, which of them are names, numbers and dates
keys(gist)         -> what a pair of articles must share to be compared at all
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from math import log

import msgspec

from kawat.linking.days import published_day
from kawat.linking.gist_words import COMMON, Word, rarity, words
from kawat.packs import languages
from kawat.pages.model import Article
from kawat.times import Timex, find, resolve

TERMS = 100  # words kept of an article
LEAD = 75  # words from the first that are its lead
KEYS = 10  # rarest words that candidates are found by
WINDOW = 14  # days: articles of one window or of two that touch are candidates
_RARE = 0.7  # a word first in its sentence is taken for a name where it is as rare as this


class Term(msgspec.Struct, frozen=True, array_like=True):
    """One word of an article."""

    word: str  # as gist_words has it
    count: int  # how often it stands there
    rarity: float  # 0..1, how telling it is in news at large
    name: bool  # it is written as a name
    lead: bool  # it stands in the headline or in the lead


class Gist(msgspec.Struct, frozen=True):
    """What is kept of an article; about 3 kB as JSON."""

    id: str  # of the article
    language: str
    title: str
    published: str | None  # ISO 8601, as the article has it
    size: int  # words of headline and body
    terms: tuple[Term, ...]  # the most telling first
    dates: tuple[str, ...]  # years "2013", days of a year "05-03", months "05", weekdays "w0" (Monday)

    @property
    def day(self) -> int | None:
        """The day of publication as a proleptic ordinal; None where it is unknown."""
        return published_day(self.published)


def gist(article: Article) -> Gist:
    """Take the gist of an article: headline and body, no furniture."""
    pieces = [article.title, *(span.of(article.text) for span in article.body)]
    lines = [line for piece in pieces for line in piece.split("\n") if line.strip()]
    published = article.published.value if article.published else None
    found = [word for line in lines for word in words(line)]
    dates = tuple(sorted(_dates(lines, article.language, published)))
    terms = tuple(_terms(found, article.language)[:TERMS])
    return Gist(article.id, article.language, article.title, published, len(found), terms, dates)


def _terms(found: Sequence[Word], language: str) -> list[Term]:
    """Count words, and tell which are names: written with a capital where that means something."""
    counts = Counter(word.word for word in found)
    capital = {word.word for word in found if word.capital}
    written = Counter(word.word for word in found if word.shown and word.capital)
    plain = Counter(word.word for word in found if word.shown and not word.capital)
    lead = {word.word for word in found[:LEAD]}
    terms = []
    for word, count in counts.items():
        if (told := rarity(word, language)) < COMMON:
            continue
        unseen = not written[word] and not plain[word]
        named = word in capital and (written[word] > plain[word] or (unseen and told > _RARE))
        terms.append(Term(word, count, round(told, 4), named, word in lead))
    return sorted(terms, key=lambda t: (-weight(t), t.word))


def weight(term: Term) -> float:
    """Return how much a word counts in its article."""
    return (1 + log(term.count)) * float(term.rarity**1.5)


def _dates(lines: list[str], language: str, published: str | None) -> set[str]:
    """Name years, days and months that the text tells; weekdays become days where publication is known."""
    if language not in _languages():
        return set()
    day = published_day(published)
    anchor = date.fromordinal(day) if day else None
    return {name for line in lines for timex in find(line, language) for name in _named(timex, anchor)}


_languages = cache(languages)


def _named(timex: Timex, anchor: date | None) -> Iterator[str]:
    if timex.year:
        yield f"{timex.year:04}"
    if timex.month and timex.day:
        yield f"{timex.month:02}-{timex.day:02}"
    elif timex.month:
        yield f"{timex.month:02}"
    elif timex.weekday is not None:
        edtf = resolve(timex, anchor).edtf if anchor else None
        yield edtf[5:] if edtf and len(edtf) == 10 else f"w{timex.weekday}"


def keys(gist: Gist) -> tuple[str, ...]:
    """Return the keys of a gist: its most telling words, each with the two windows of days that it lies in."""
    day = gist.day
    windows = ("",) if day is None else (f"@{day // WINDOW}", f"@{day // WINDOW + 1}")
    return tuple(f"{term.word}{window}" for term in gist.terms[:KEYS] for window in windows)
