"""How two reports tell of something: whether their words speak of one matter, beside type, parties and day.

telling_of(report) -> Telling: the words, names, numbers and times of its evidence, without those of its parties
alike(a, b)        -> Likeness: a score with the named findings that it is made of

Two demands by one state to another on one day can be about two matters: only their words tell. Words are compared
within a language, weighed by how rare they are in news (`gist_words`); names, numbers and states across languages too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import exp, sqrt

import msgspec

from kawat import packs, times
from kawat.linking import gist_words
from kawat.linking.names import fold
from kawat.reading.model import Party, Report

#: Rarity (0..1) below which a word tells nothing of the matter.
COMMON = 0.12
#: What each finding adds to the log-odds that two reports of one type and of the same parties, on no other day, tell of
#: one event: in one language, in two. Logistic regression on half of the linked pages that were written for Kawat;
#: on the other half, area under the curve 0.77 in one language, 0.64 in two.
WEIGHTS: dict[str, tuple[float, float]] = {
    "base": (-2.0, -1.0),
    "words": (2.2, 0.0),
    "names": (0.0, 1.4),
    "numbers": (0.6, 1.2),
    "times": (1.4, 2.7),
    "titles": (1.8, 1.3),
}


class Telling(msgspec.Struct, frozen=True):
    """What a report says beside who, whom and when; each sorted and without what names its parties."""

    article: str
    language: str
    words: tuple[str, ...]  # content words of the evidence as `gist_words` has them; states as their codes
    names: tuple[str, ...]  # those of them that are written as names, and states
    numbers: tuple[str, ...]
    times: tuple[str, ...]  # "y2023", "m5", "d3", "w0"
    title: tuple[str, ...]  # content words of the title


class Finding(msgspec.Struct, frozen=True):
    """One thing that speaks for or against."""

    name: str  # a key of WEIGHTS
    value: float  # 0 to 1
    text: str  # for a reader: "names: Kursk, Sumy"


class Likeness(msgspec.Struct, frozen=True):
    """How alike two tellings are."""

    score: float  # 0 to 1: how likely they tell of one event, all else being equal
    findings: tuple[Finding, ...]


def telling_of(report: Report) -> Telling:
    """Take from a report what can be compared."""
    evidence = [quote.quote for quote in report.evidence]
    return telling(
        report.article, report.language, evidence, report.title, (*report.actors, *report.recipients)
    )


def telling(
    article: str, language: str, evidence: Iterable[str], title: str, parties: Iterable[Party]
) -> Telling:
    """Take from sentences and a title what can be compared, leaving out what names the parties."""
    lines = list(evidence)
    known = set(_called(parties))
    told = [w for line in lines for w in gist_words.words(line)]
    words = {w.word for w in told if w.word not in known and gist_words.rarity(w.word, language) >= COMMON}
    names = {w.word for w in told if w.word in words and ((w.capital and w.shown) or w.word.isupper())}
    numbers = {w for w in words if w[:1].isdigit()}
    head = {w.word for w in gist_words.words(title) if gist_words.rarity(w.word, language) >= COMMON} - known
    when = {t for line in lines for t in _times(line, language)}
    sets = (words - numbers, names - numbers, numbers, when, head)
    told_words, told_names, *rest = (tuple(sorted(s)) for s in sets)
    return Telling(article, language, told_words, told_names, rest[0], rest[1], rest[2])


def _called(parties: Iterable[Party]) -> Iterator[str]:
    """Yield the words that name the parties."""
    for party in parties:
        yield party.country
        for name in (party.name, party.person or ""):
            yield from fold(name).split()
            yield from (w.word for w in gist_words.words(name))


_languages = cache(packs.languages)


def _times(line: str, language: str) -> Iterator[str]:
    if language in _languages():
        for timex in times.find(line, language):
            parts = zip("ymdw", (timex.year, timex.month, timex.day, timex.weekday), strict=True)
            yield from (f"{letter}{part}" for letter, part in parts if part is not None)


def alike(a: Telling, b: Telling) -> Likeness:
    """Compare two tellings; the order of the two does not matter."""
    findings = tuple(_findings(a, b))
    column = int(a.language != b.language)
    odds = WEIGHTS["base"][column] + sum(WEIGHTS[f.name][column] * f.value for f in findings)
    return Likeness(round(1 / (1 + exp(-odds)), 6), findings)


def _findings(a: Telling, b: Telling) -> Iterator[Finding]:
    language = min(a.language, b.language)
    if a.language == b.language:
        yield _shared("words", a.words, b.words, language)
    else:
        yield _shared("names", a.names, b.names, language)
    yield _shared("numbers", a.numbers, b.numbers, language)
    yield _shared("times", a.times, b.times, language)
    if a.article != b.article:  # in one article the title says nothing
        yield _shared("titles", a.title, b.title, language)


def _shared(name: str, one: tuple[str, ...], other: tuple[str, ...], language: str) -> Finding:
    """Return the cosine of two sets of words by their rarity."""
    common = sorted(set(one) & set(other))
    length = sqrt(_weight(one, language) * _weight(other, language))
    value = _weight(common, language) / length if length else 0.0
    return Finding(name, round(value, 6), f"{name}: {', '.join(common) or 'none'}")


def _weight(words: Iterable[str], language: str) -> float:
    return sum(max(gist_words.rarity(w, language), COMMON) ** 2 for w in words)
