"""The sentences that prove values: for each value of a report the quotation in which its own words stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from urllib.parse import urlencode

import msgspec

from kawat.desk import wording
from kawat.desk.clean import clip, line
from kawat.desk.web.rows import article_href
from kawat.desk.words import Words, languages
from kawat.desk.words import words as load
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record.dates import bounds
from kawat.text import Quote, quote

_REACH = 240  # code points of context on either side of words that stand in no quoted sentence
_MOST = 600  # of one quotation on a page; its article has all of it
_ENDS = (". ", "! ", "? ", ".” ", '." ')


class Proof(msgspec.Struct, frozen=True):
    """A sentence of an article as a page shows it, and where it stands."""

    quote: str
    language: str  # of the quotation
    outlet: str
    day: str  # in words; "" where it is not known
    href: str  # of the article, at the sentence
    report: str  # id


class Prover:
    """Finds the sentences for the values of one event. `article` gives an article by its id."""

    def __init__(self, event: str, words: Words, article: Callable[[str], Article]) -> None:
        self._event = event
        self._words = words
        self._find = article
        self._texts: dict[str, str] = {}

    def at(self, report: Report, start: int, end: int) -> Proof | None:
        """Return the sentence that holds a span of the report's article; None where a person gave the value."""
        if end <= start:
            return None
        for each in report.evidence:
            if each.start <= start and end <= each.end:
                return self.proof(report, each)
        text = self._text(report.article)
        return self.proof(report, sentence_at(text, start, end)) if end <= len(text) else None

    def holding(self, report: Report, words: str | None) -> Proof | None:
        """Return the quoted sentence that holds these words, else the one that says most."""
        held = (each for each in report.evidence if words and words in each.quote)
        found = next(held, None) or best(report)
        return self.proof(report, found) if found else None

    def best(self, report: Report) -> Proof | None:
        """Return the sentence that says most."""
        return self.holding(report, None)

    def proof(self, report: Report, told: Quote) -> Proof:
        """Return a quotation as a page shows it."""
        href = article_href(report.article, self._event)
        if told not in report.evidence:
            href += "&" + urlencode({"at": f"{told.start}-{told.end}"})
        return Proof(
            quote=clip(line(told.quote), _MOST),
            language=line(report.language),
            outlet=line(report.outlet or report.article),
            day=day_words(report.published, self._words),
            href=f"{href}#s{told.start}",
            report=report.id,
        )

    def _text(self, article: str) -> str:
        if article not in self._texts:
            self._texts[article] = self._find(article).text
        return self._texts[article]


def sentence_at(text: str, start: int, end: int) -> Quote:
    """Quote the sentence, or as much of it as is near, in which a span stands."""
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    first = max([left, text.rfind("\n", left, start) + 1])
    first = max(
        [first, *(text.rfind(mark, first, start) + len(mark) for mark in _ENDS if mark in text[first:start])]
    )
    stops = [
        at
        for at in (
            text.find("\n", end, right),
            *(text.find(m, max(start, end - 1), right) + 1 for m in _ENDS),
        )
        if at > 0
    ]
    return quote(text, first, max(end, min([right, *stops])))


def best(report: Report) -> Quote | None:
    """Choose the quoted sentence that proves most, with place, date and full names in it; the first of such."""
    names = {party.person or party.name for party in (*report.actors, *report.recipients)}
    names |= {name for name in (report.date_text, report.place.name if report.place else None) if name}
    return max(report.evidence, key=lambda each: sum(n in each.quote for n in names), default=None)


def spans_of(report: Report, field: str) -> Iterator[tuple[int, int]]:
    """Yield where an article gives a field of an event ("date", "place", "figure:troops" ...)."""
    head, _, tail = field.partition(":")
    if head == "date" and report.date_text:
        for each in report.evidence:
            at = each.quote.find(report.date_text)
            if at >= 0:
                yield each.start + at, each.start + at + len(report.date_text)
    elif head == "place" and report.place and report.place.end:
        yield report.place.start, report.place.end
    elif head in ("participants", "initiative", "actors", "recipients"):
        sides = {"actors": report.actors, "recipients": report.recipients}
        for party in sides.get(head, (*report.actors, *report.recipients)):
            yield party.start, party.end
    elif head == "duration" and report.duration:
        for each in report.evidence:
            yield from (
                (each.start + m.start(), each.start + m.end()) for m in _lengths().finditer(each.quote)
            )
    elif head == "figure":
        what = tail.partition(" ")[0]
        yield from ((f.start, f.end) for f in report.figures if f.what == what)


@cache
def _lengths() -> re.Pattern[str]:
    """Return the pattern of a number or a word before a unit of time, in any screen language: "six hours", "2 jam"."""
    units = {name for code in languages() for both in load(code).units.values() for name in both}
    return re.compile(rf"\b[\w.,]+\s+(?:{'|'.join(sorted(map(re.escape, units), reverse=True))})\b", re.I)


def in_reading_order(reports: Iterable[Report], language: str) -> list[Report]:
    """Put reports in the order in which a reader wants their sentences: own language first, then the earliest.

    A page that names its day but no hour comes after those of that day that name one: it may be later than they.
    """
    return sorted(reports, key=lambda r: (r.language != language, not r.published, _hour(r.published), r.id))


def _hour(stamp: str | None) -> str:
    return stamp if stamp and "T" in stamp else f"{stamp}T~"


def unique(found: Iterable[Proof | None]) -> tuple[Proof, ...]:
    """Return proofs once each, in order."""
    return tuple(dict.fromkeys(each for each in found if each is not None))


def day_words(stamp: str | None, words: Words) -> str:
    """Say the day of a publication (ISO 8601), "" where it is not known."""
    return wording.date_words(stamp[:10], words) if stamp else ""


def stamp_words(stamp: str | None, words: Words) -> str:
    """Say a publication with its clock time and zone, as far as they are known: "8 May 2024, 07:00 UTC+7"."""
    if not stamp:
        return ""
    day, _, clock = stamp.partition("T")
    said = wording.date_words(day, words)
    return f"{said}, {clock[:5]} {zone_words(clock)}".rstrip() if clock else said


def zone_words(clock: str) -> str:
    """Say the zone of a clock time of ISO 8601: "+07:00" is "UTC+7"; nothing where it has none."""
    for sign in "+-":
        hours, _, minutes = clock.rpartition(sign)[2].partition(":")
        if sign in clock and hours.isdigit():
            part = f":{minutes}" if minutes not in ("", "00") else ""
            return f"UTC{'−' if sign == '-' else sign}{int(hours)}{part}".replace("UTC+0", "UTC").replace(
                "UTC−0", "UTC"
            )
    return "UTC" if clock.endswith("Z") else ""


def first_day(edtf: str | None, reports: Sequence[Report]) -> str | None:
    """Return a day (YYYY-MM-DD) on which to look offices up: the event's first, else that of its first report."""
    span = bounds(edtf)
    if span and span[0] > "0000-01-01":
        return span[0]
    return next((r.published[:10] for r in reports if r.published), None)
