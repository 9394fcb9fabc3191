"""What the page says about itself: outlet, author, editor, publication time, page number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from urllib.parse import urlsplit

import msgspec

from kawat import times
from kawat.knowledge.outlets import key, longest, lookup, of_host, usual
from kawat.pages import stamps
from kawat.pages.masthead import Own
from kawat.pages.model import Credit, Moment, Problem
from kawat.pages.pack import alternation, each, pack, tried
from kawat.pages.prefix import Prefix, host_label, is_host
from kawat.pages.rows import Row

_YEAR = re.compile(r"(?:19|20)(?<=[\s/.,-]..)\d\d(?!\d)")
_BEFORE_YEAR = re.compile(
    r"\d\s?[/.-]\s?\d{1,2}\s?[/.-]\s?$|\d{1,2}\s[^\W\d_]{3,9}\.?,?\s$|[^\W\d_]{3,9}\.?\s\d{1,2},?\s$"
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,2}")
_NAME = re.compile(r"[^\W\d_][\w.'’ -]*[\w.]")
#: Years, from the latest that a page names, in which a date and its weekday must agree: a page that names 2001
#: alone may be of any year since, and in one of five or six they agree by chance.
YEARS = 3
#: No page is older than the web.
OLDEST = 1995
#: A page has so many dates at most that are looked at.
MOST_DATES = 12


class Dates(msgspec.Struct, frozen=True):
    """A full date of the text."""

    start: int
    end: int
    day: str
    problem: bool
    future: bool
    weekday: bool = False  # it names the weekday, too


def host_of(url: str | None) -> str | None:
    """Return the host of an address, or None where it is none."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def outlet_of(  # noqa: PLR0911  (one rule a line)
    rows: list[Row], opening: Prefix | None, own: Own, given: str | None, url: str | None
) -> str | None:
    """Return the outlet's usual name: as given, by the page's domain, opening, stamp, or a name above.

    An agency that opens a story ("LONDON (Reuters) - ") is the outlet only where no other is named.
    """
    if given:
        return usual(given)
    host = host_of(url)
    found = of_host(host) if host else None
    if found:
        return found.name
    opened = lookup(opening.outlet) if opening and opening.outlet else None
    if opening and opening.outlet and not (opened and opened.agency):
        mine = key(host_label(opening.outlet)) in own.keys
        return own.name if mine and not opened else usual(opening.outlet)
    if own.certain:
        return own.name
    stamp = next((r for r in rows if r.role in {"dateline", "byline"} and _named(r.text)), None)
    if stamp:
        return _named(stamp.text)
    above = next((r for r in rows[:15] if r.note == "outlet"), None)
    if above:
        return usual(above.text.strip(" -–—|•·"))
    return own.name or (opened.name if opened else host)


def _named(line: str) -> str | None:
    """Return the outlet that a stamp names: "Ann Example - Kompas.com 08/12/2021, 13:34 WIB"."""
    words = line.replace("|", " ").replace(",", " ").split()
    for i, word in enumerate(words):
        if word[0].isupper() or "." in word:
            hit = longest(words[i:])
            if hit:
                return hit[0].name
            if is_host(word):
                return word
    return None


def published(rows: list[Row], text: str, language: str) -> tuple[Moment | None, list[Problem]]:
    """Return when the page says that it was published: its first stamp, one with a clock before others."""
    found: list[tuple[bool, bool, int, Moment]] = []
    problems: list[Problem] = []
    for n, row in enumerate(r for r in rows if _may_be_dated(r)):
        moment, wrong = stamps.moment(row, text, language)
        problems += wrong
        if moment:
            found.append((stamps.is_update(row), len(moment.value) == 10, n, moment))
    return (min(found, key=lambda f: f[:3])[3] if found else None), problems


def _may_be_dated(row: Row) -> bool:
    """Tell stamps, and lines that name people and may hold one: "Penulis: X | 25 Mei 2018, 11:40 WIB"."""
    return row.role == "dateline" or (
        row.role in {"byline", "editor"} and len(row.text) <= stamps.MOST and bool(_YEAR.search(row.text))
    )


def opening_date(rows: list[Row], text: str, language: str) -> Moment | None:
    """Return the full day of "RIYADH, Nov. 24, 2020 - ", before the first words of the story."""
    for row in rows:
        if row.role == "body" and row.body > row.start:
            for code in tried(language):
                for t in times.find(text, code, row.start, row.body):
                    if day := stamps.day_of(t):
                        return Moment(day, False, t.start, t.end, "pages/opening_date")
    return None


def dates(rows: list[Row], text: str, language: str) -> list[Dates]:
    """Return the full dates of the story (day, month and year), in text order."""
    out: list[Dates] = []
    for row in rows:
        if row.role not in {"body", "title"}:
            continue
        for m in _YEAR.finditer(text, row.start, row.end):
            full = _BEFORE_YEAR.search(text, max(row.start, m.start() - 16), m.start())
            if full and len(out) < MOST_DATES:
                out += _dates_at(full.start(), m.end(), row, text, language)
    return out


def _dates_at(first: int, last: int, row: Row, text: str, language: str) -> list[Dates]:
    start, end = max(row.start, first - 16), min(row.end, last + 1)
    while start > row.start and text[start - 1].isalnum():
        start -= 1
    out = []
    for t in times.find(text, language, start, end):
        if t.year is None or t.month is None or t.day is None or t.end_day is not None:
            continue
        day = f"{t.year:04}-{t.month:02}-{t.day:02}"
        future = _is_to_come(row, text, t.start, language)
        out.append(Dates(t.start, t.end, day, times.check(t) is not None, future, t.weekday is not None))
    return out


def by_weekday(rows: list[Row], text: str, language: str, since: int) -> list[Dates]:
    """Return the days that the story names by weekday and date: "Selasa (9/9)" is the 9th of September of one year.

    That is the first year in which both agree, of those since `since`, which the text names.
    """
    out: list[Dates] = []
    for row in rows:
        if row.role != "body":
            continue
        for t in times.find(text, language, row.start, row.end):
            if t.weekday is None or t.month is None or t.day is None or (t.year or t.end_day) is not None:
                continue
            days = (_day(year, t.month, t.day) for year in range(since, since + YEARS))
            day = next((d for d in days if d is not None and d.weekday() == t.weekday), None)
            if day is not None:
                future = _is_to_come(row, text, t.start, language)
                out.append(Dates(t.start, t.end, day.isoformat(), problem=False, future=future, weekday=True))
    return out


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_to_come(row: Row, text: str, at: int, language: str) -> bool:
    """Tell whether a word of the future stands before a date, in its sentence."""
    before = text[max(row.start, at - 100) : at]
    words = {w.casefold() for w in _WORD.findall(before[before.rfind(". ") + 1 :])}
    return not words.isdisjoint(pack(language).future)


def inferred(
    found: list[Dates], credits: tuple[Credit, ...], weekdays: Callable[[int], list[Dates]]
) -> Moment | None:
    """Infer the day of a page without stamp: of a relay ("dikutip X, Minggu (5/12)"), or the latest past weekday.

    News names its own days with their weekday ("Selasa (9/9/2025)"), days long past without: of those that stand bare,
    two in three were not the page's own in 2,900 pages whose day is known.
    """
    for credit in credits:
        near = [d for d in found if 0 <= d.start - credit.end <= 20]
        if near:
            return Moment(near[0].day, True, near[0].start, near[0].end, "pages/relay_date")
    past = [d for d in found if not d.future and not d.problem]
    named = [d for d in past if d.weekday]
    if not named and past:
        since = max(d.day for d in past)
        near = weekdays(int(since[:4])) if int(since[:4]) >= OLDEST else []
        named = [d for d in near if not d.future and d.day >= since]
    if not named:
        return None
    last = max(named, key=lambda d: d.day)
    return Moment(last.day, True, last.start, last.end, "pages/latest_past_date")


def contradictions(
    found: list[Dates], moment: Moment | None, credits: tuple[Credit, ...], text: str
) -> list[Problem]:
    """Return dates that contradict themselves (weekday) or the page's stamp (same day, other year)."""
    problems = []
    for d in found:
        words = text[d.start : d.end]
        if d.problem:
            problems.append(
                Problem("weekday_mismatch", f"{words!r} is not the weekday that it is called", d.start, d.end)
            )
        relay = any(0 <= d.start - c.end <= 20 for c in credits)
        other_year = moment is not None and d.day[:4] != moment.day[:4] and d.day[4:] == moment.day[4:]
        if moment and not moment.inferred and other_year and (d.problem or relay):
            message = f"{words!r} has another year than the page itself ({moment.day})"
            problems.append(Problem("year_mismatch", message, d.start, d.end))
        if moment and not moment.inferred and relay and d.day > moment.day:
            message = f"{words!r}, the day of the relayed report, is after the page itself ({moment.day})"
            problems.append(Problem("future_date", message, d.start, d.end))
    return problems


@cache
def _paging() -> re.Pattern[str]:
    labels = alternation(each(lambda p: p.roles["paging"].labels if "paging" in p.roles else ()))
    of = alternation(each(lambda p: p.paging.of))
    return re.compile(
        rf"(?:{labels})?\W*(?P<page>\d{{1,2}})\s*(?:{of}|/)\s*(?P<pages>\d{{1,2}})\b", re.IGNORECASE
    )


def paging(rows: list[Row]) -> tuple[int | None, int | None, list[Problem]]:
    """Return (page, of how many, problems): page links mean that this is one page of several."""
    lines = [(i, r) for i, r in enumerate(rows) if r.role == "paging" and (r.label or r.note == "numbers")]
    for i, row in lines:
        page, pages = _pages(rows, i, row)
        if page is not None and pages != 1:
            count = f"of {pages}" if pages else "of several"
            message = f"page {page} {count}: read the other pages too"
            return page, pages, [Problem("missing_pages", message, row.start, row.end)]
        if page is not None:
            return page, pages, []
    return None, None, []


def _pages(rows: list[Row], i: int, row: Row) -> tuple[int | None, int | None]:
    m = _paging().search(row.text)
    if m:
        return int(m["page"]), int(m["pages"])
    following = [r.text for r in rows[i + 1 : i + 12] if r.role == "paging" or r.text.isdigit()]
    numbers = [int(n) for n in _NUMBER.findall(" ".join([row.text[row.label :], *following]))]
    if numbers == [1]:  # the label alone: nothing says that there are more
        return None, None
    if numbers and numbers == list(range(1, len(numbers) + 1)):
        return 1, len(numbers)
    return 1, None
