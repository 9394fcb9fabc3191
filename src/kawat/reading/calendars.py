"""The days that times are counted from: of publication, last told, told of most; what a time means by them.

In: the times of each sentence, the day of publication.
Out: a `Calendar` for each sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

import msgspec

from kawat.pages.model import Article
from kawat.reading.scan import Sentence
from kawat.reading.story import published_on
from kawat.times import Timex, find, follow, resolve

FUTURE = frozenset({"planned", "proposed", "postponed"})
OPEN = FUTURE | {"cancelled"}  # what did not take place may have been due before or after
WEEK = timedelta(days=7)
LATE = timedelta(days=2)  # a stamp after the day that the article calls today
HANGING = ("shifted", "apart")  # kinds of time that are counted from another
BESIDE = 2  # characters between a day and its date: "hari ini, Rabu (23/11)"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that times are counted from."""

    published: date | None  # of the article, or the day that its text counts from
    told: str | None  # the day last named in full, not after publication, YYYY-MM-DD
    news: str | None = None  # the article's own day: the one that it names most before publication
    last: str | None = None  # the day last told in any way, before the sentence
    dated: frozenset[str] = frozenset()  # the days of that week that the article names by their date
    today: bool = False  # it says "hari ini", "today"
    now: date | None = None  # what "hari ini" means where that is not the day of publication

    def value(self, t: Timex, status: str) -> str | None:
        """Return what a time expression means of an event of that status; None where it cannot be told."""
        if self.published is None:
            return resolve(t, date(t.year, 1, 1)).edtf if t.year is not None else None
        tense: Literal["past", "future"] = "future" if status in FUTURE else "past"
        anchor = self.published
        if self.now is not None and is_today(t):
            anchor = self.now
        day = self.news if self.news in self.dated else self.told
        if t.kind == "weekday" and tense == "future" and day is not None:
            anchor = date.fromisoformat(day)  # a wire counts "on Thursday" from the day that it tells of
        edtf = resolve(t, anchor, tense=tense).edtf
        if t.kind == "shifted" and status == "held" and (edtf or "") > self.published.isoformat():
            return None  # counted from the wrong time: what took place is not to come
        return edtf

    def others(self, t: Timex, status: str) -> list[str]:
        """Return what a time may mean besides: a weekday on the other side, "sehari sebelumnya" from today's news.

        A meeting called off may have been due on the Thursday to come, or on the last one. Where weekday and date
        contradict each other ("Jumat (5/3)" of a Sunday), the weekday may be the right one. Where the article seems
        to be stamped late, "kemarin" may count from either day.
        """
        if self.published is None:
            return []
        found: list[str | None] = []
        if t.kind == "weekday" and t.direction is None and status in OPEN:
            found = [resolve(t, self.published, tense=lean).edtf for lean in ("past", "future")]
        elif t.kind == "shifted" and t.unit == "day" and t.offset is not None:
            step = Timex(0, 0, "", "DATE", "relative", unit="day", offset=t.offset)
            anchors = [self.news, self.published.isoformat() if t.offset else None]
            found = [resolve(step, date.fromisoformat(a)).edtf for a in anchors if a is not None]
        elif t.weekday is not None and resolve(t, self.published, tense="past").problem is not None:
            found = [resolve(Timex(0, 0, "", "DATE", "weekday", weekday=t.weekday), self.published).edtf]
        elif self.now is not None and t.kind == "relative" and t.unit == "day":
            found = [resolve(t, anchor).edtf for anchor in (self.now, self.published)]
        mine = self.value(t, status)
        return [x for x in dict.fromkeys(found) if x is not None and x != mine]


def told_times(article: Article, told: list[Sentence]) -> list[list[Timex]]:
    """Find the times of each sentence; what is counted from another time ("sehari kemudian") is counted."""
    published = published_on(article)
    found = [
        [_set_right(t, published) for t in find(article.text, article.language, s.start, s.end)] for s in told
    ]
    day = own_day(found, published)
    counted = iter(follow((t for times in found for t in times), day))
    return [[next(counted) for _ in times] for times in found]


def calendars(told: list[list[Timex]], published: date | None) -> list[Calendar]:
    """Return the calendar of each sentence."""
    published = own_day(told, published)
    recent = [_recent(times, published) for times in told]
    news = _news(recent, published)
    dated = frozenset(day for days in recent for day, full in days if full)
    today = any(is_today(t) for times in told for t in times)
    now = _now(told, published, news)
    out: list[Calendar] = []
    named = last = None
    for times, days in zip(told, recent, strict=True):
        named = named_day(times, published) or named
        out.append(Calendar(published, named, news, last, dated, today, now))
        last = days[-1][0] if days else last
    return out


def _set_right(t: Timex, published: date | None) -> Timex:
    """Set a slip of month or year right: of "Kamis (8/7)" in a page of 9 June, where the 8th of June is a Thursday.

    Only where weekday and day of month agree on a day within a week of publication, and the date as written on none.
    """
    if published is None or t.weekday is None or t.day is None or t.month is None or t.end_day is not None:
        return t
    written = resolve(t, published, tense="past")
    near = (published + timedelta(days=n) for n in range(-WEEK.days, WEEK.days + 1))
    meant = next((d for d in near if (d.weekday(), d.day) == (t.weekday, t.day)), None)
    if meant is None or written.edtf is None or written.problem is None:
        return t
    if abs(date.fromisoformat(written.edtf) - published) <= WEEK:
        return t
    return msgspec.structs.replace(t, year=meant.year, month=meant.month)


def own_day(told: list[list[Timex]], published: date | None) -> date | None:
    """Return the day that a text itself counts from, by what it dates: "hari ini, Rabu (23/11)", "kemarin (22/11)".

    Pages are often stamped some days late. Where the text dates no such day near its stamp, it is that of publication;
    a date that contradicts its own weekday dates nothing.
    """
    if published is None:
        return None
    for times in told:
        beside = [p for a, b in pairwise(times) if b.start - a.end <= BESIDE for p in ((a, b), (b, a))]
        for counted, named in [*beside, *((t, t) for t in times)]:
            if (
                counted.unit != "day"
                or counted.offset is None
                or counted.kind in HANGING
                or named.day is None
            ):
                continue
            meant = resolve(named, published, tense="past")
            edtf = meant.edtf or ""
            if meant.problem is None and len(edtf) == len(published.isoformat()):
                then = date.fromisoformat(edtf) - timedelta(days=counted.offset)
                if timedelta(0) <= published - then <= WEEK:
                    return then
    return published


def _now(told: list[list[Timex]], published: date | None, news: str | None) -> date | None:
    """Return the day that "hari ini" means in an article stamped a day or two late; None where none shows.

    Such an article names its own day by weekday and date ("hari ini, Rabu (23/11)"), and not the day of its stamp.
    """
    full = [t for times in told for t in times if t.kind == "weekday_date"]
    days = {resolve(t, published, tense="past").edtf for t in full} if published is not None else set()
    if published is None or news is None or news not in days or published.isoformat() in days:
        return None
    then = date.fromisoformat(news)
    return then if timedelta(0) < published - then <= LATE else None


def is_today(t: Timex) -> bool:
    """Tell whether a time is the day of the text itself: "hari ini", "malam ini", "today"."""
    return t.kind == "relative" and t.unit == "day" and t.offset == 0


def _recent(times: list[Timex], published: date | None) -> list[tuple[str, bool]]:
    """Return the days of the week before publication that a sentence tells, and whether by their date."""
    if published is None:
        return []
    first, last = (published - WEEK).isoformat(), published.isoformat()
    days = [(resolve(t, published, tense="past").edtf or "", _by_date(t)) for t in times if t.kind != "range"]
    return [(day, full) for day, full in days if len(day) == len(last) and first <= day <= last]


def _by_date(t: Timex) -> bool:
    """Tell whether a time names a day by its date."""
    return t.day is not None and t.kind not in ("range", "shifted")


def _news(recent: list[list[tuple[str, bool]]], published: date | None) -> str | None:
    """Return the day that an article tells of: named in most sentences, a date for two; of equal ones the first.

    Pages are often put out, or stamped, a day or two after what they tell: "Jakarta, Rabu (23/11)".
    """
    count: dict[str, int] = {}
    for days in recent:
        for day, full in dict(sorted(days)).items():
            count[day] = count.get(day, 0) + 1 + full
    return max(count, key=lambda day: count[day], default=None)


def named_day(times: list[Timex], published: date | None) -> str | None:
    """Return the day that a sentence names by its date, where it lies in the week before publication."""
    if published is None:
        return None
    days = [resolve(t, published).edtf for t in times if _by_date(t)]
    first, last = (published - WEEK).isoformat(), published.isoformat()
    near = [d for d in days if d is not None and len(d) == 10 and first <= d <= last]
    return near[-1] if near else None
