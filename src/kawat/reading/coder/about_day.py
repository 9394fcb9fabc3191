"""When: the days that a trigger's event may have taken place on, and what speaks for each: named features.

In: a cue, its status, the survey.
Out: the `Day`s that the article names near the trigger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kawat.reading.calendars import FUTURE, LATE, Calendar, is_today
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.shapes import distance, kin
from kawat.reading.coder.survey import Survey
from kawat.reading.dating import barred_times, of_another
from kawat.reading.structure import Item
from kawat.times import Timex, resolve

BACK = 3  # sentences before in which a day may be named
FINE = {"month": 7, "year": 4}  # letters of a date that so many of a unit can be counted from; else a day's
OF_THINGS = ("named_year", "thing_year")
BACKS = (-1, 0, 1, 2, 3, 7, 31)  # days before publication, told apart


@dataclass(slots=True)
class Day:
    """A day, month, year or interval that may be the event's."""

    edtf: str
    timex: Timex | None  # None: the day of publication, or the day last told
    features: list[str]
    near: bool = False  # named in the trigger's own sentence
    unlikely: bool = False  # of what is to come: a day that is no later, and not named beside it


def days(c: Cue, status: str, sv: Survey) -> list[Day]:
    """Return the days that the article names near a trigger, each once, with all that speaks for it."""
    t, calendar = c.told, sv.calendars[c.told.k]
    here = _times(t.row)
    told = [
        *_here(c, here, calendar, status),
        *_counted(c, here, calendar, status),
        *_elsewhere(c, len(here), status, sv),
        *_implied(c, here, calendar, status),
    ]
    out: dict[str, Day] = {}
    for d in told:
        if status == "held" and _to_come(d.edtf, calendar):
            continue  # the day of something else: "mengundang X ke KTT pada 20 November"
        first = out.setdefault(d.edtf, d)
        if first is not d:
            first.features += d.features
            first.near = first.near or d.near
    rule, common = sv.ruled(c), list(_common(c, status, sv, here))
    for d in out.values():
        d.features += [
            *common, f"len={len(d.edtf)}", *_against(d.edtf, calendar),
            "rule=" + ("no" if rule is None else _same(d.edtf, rule.date)),
        ]  # fmt: skip
        d.features = list(dict.fromkeys(d.features))
        d.unlikely = status in FUTURE and not d.near and not _to_come(d.edtf, calendar)
    return list(out.values())


def _common(c: Cue, status: str, sv: Survey, here: list[tuple[Item, Timex]]) -> Iterator[str]:
    """Tell what all days of a trigger have in common."""
    yield from (f"T={c.type}", f"S={status}", f"n={min(len(here), 3)}", f"k={min(c.told.k, 3)}")
    yield from (f"L={sv.scene.language}", f"own={sv.scene.publisher is not None}")
    yield f"q{c.told.quotes(c.i)}"
    yield from _words(c)
    yield f"today={'here' if any(is_today(x) for _, x in here) else sv.calendars[c.told.k].today}"
    yield f"full={any(x.day is not None for _, x in here)}"
    yield from _brought(c)


def _words(c: Cue) -> Iterator[str]:
    """Tell of the words that say how an act stands to those told before: "kala itu", "had", "sebelumnya"."""
    lows = c.told.s.lows
    yield f"w0={lows[0]}" if lows else "w0="
    yield from (f"w-{n}={lows[c.i - n]}" for n in (1, 2) if c.i >= n)
    yield from (f"link={c.clause.link}", f"voice={c.letter}", f"role={c.told.s.role}")


def _brought(c: Cue) -> Iterator[str]:
    """Tell whether the trigger is what "sehari setelah", "two weeks before" bring."""
    before = [x for x in c.told.row if x.i < c.i]
    at = next((n for n, x in enumerate(reversed(before)) if _is_apart(x)), None)
    if at is not None:
        between = [x.kind for x in before[len(before) - at :]]
        yield f"brought={'comma' not in between}:{min(between.count('verb') + between.count('noun'), 2)}"


def _is_apart(x: Item) -> bool:
    return x.timex is not None and x.timex.kind == "apart"


def _against(edtf: str, calendar: Calendar) -> Iterator[str]:
    """Tell how a day stands to the day of publication, and to the one that the article tells of most."""
    published, news = calendar.published, calendar.news
    if published is not None:
        day = published.isoformat()
        yield "ispub" if edtf == day else "after" if edtf > day else "before"
        if len(edtf) == len(day):
            back = (published - date.fromisoformat(edtf)).days
            yield f"back={next((str(most) for most in BACKS if back <= most), 'far')}"
        yield "news=" + ("none" if news is None else "pub" if news == day else "before")
    if news is not None:
        yield f"isnews={edtf == news}"
        yield f"newsdated={news in calendar.dated}:{published is not None and published.isoformat() in calendar.dated}"
    yield f"dated={edtf in calendar.dated}"
    if calendar.told == edtf:
        yield "istold"
    if calendar.last == edtf:
        yield "islast"


def _same(edtf: str, ruled: str | None) -> str:
    return "undated" if ruled is None else "same" if ruled == edtf else "other"


def _times(row: list[Item]) -> list[tuple[Item, Timex]]:
    """Return the times of a sentence that may be a day by themselves."""
    told = ((x, x.timex) for x in row if x.timex is not None)
    return [(x, t) for x, t in told if t.type in ("DATE", "TIME") and t.kind != "apart"]


def _here(c: Cue, here: list[tuple[Item, Timex]], calendar: Calendar, status: str) -> Iterator[Day]:
    barred = barred_times(c.told.row)
    for order, (x, timex) in enumerate(sorted(here, key=lambda p: abs(p[0].i - c.i))):
        if of_another(x, c.i, c.j, c.type, c.told.row):
            continue
        told = [*_place(c, x, order, len(here)), *_manner(c, x, timex, status), f"barred={x in barred}"]
        edtf = calendar.value(timex, status)
        if edtf is not None:
            yield Day(edtf, timex, told, near=True)
        for other in calendar.others(timex, status):
            yield Day(other, timex, [*told, "other", f"other:{timex.kind}:{status}"], near=True)


def _counted(c: Cue, here: list[tuple[Item, Timex]], calendar: Calendar, status: str) -> Iterator[Day]:
    """Yield the days that "sehari setelah", "two weeks before" give what stands on either side of it.

    The time on the other side is counted from, the day that the article tells of, and that of publication. What stands
    behind it is what is counted from, unless a comma stands between: "Sehari sebelum KTT, X mengancam Y".
    """
    for x in c.told.row:
        timex = x.timex
        if timex is None or timex.kind != "apart" or timex.offset is None:
            continue
        behind = c.i > x.i
        comma = any(y.kind == "comma" and x.i < y.i < c.i for y in c.told.row)
        place = [*_place(c, x, 0, len(here)), f"tk={timex.kind}", f"apart={timex.unit}"]
        for brought in (True, False) if behind and comma else (behind,):  # by the words "setelah", "before"
            step = Timex(
                0, 0, "", "DATE", "relative", unit=timex.unit, offset=timex.offset * (-1 if brought else 1)
            )
            told = [*place, f"apart:{brought}:{timex.offset > 0}", f"apart:{brought}:comma={comma}"]
            for name, day in _across(x, brought, here, calendar, status):
                edtf = resolve(step, date.fromisoformat((day + "-01-01")[:10])).edtf
                if edtf is not None:
                    yield Day(edtf, timex, [*told, f"apart:{name}", f"apart:{name}:{brought}"], near=True)


def _across(
    x: Item, brought: bool, here: list[tuple[Item, Timex]], calendar: Calendar, status: str
) -> Iterator[tuple[str, str]]:
    """Yield the days that a distance in time may be counted from, by what names them; for years, years will do."""
    least = FINE.get(x.timex.unit or "", 10) if x.timex is not None else 10
    days = {
        before: [
            day
            for y, t in here
            if (y.i < x.i) is before and (day := calendar.value(t, status)) and least <= len(day) <= 10
        ]
        for before in (True, False)
    }
    if days[brought] or (brought and days[False]):
        yield "here", days[True][-1] if brought and days[True] else days[False][0]
    published = calendar.published.isoformat() if calendar.published else None
    for name, told in (("news", calendar.news), ("last", calendar.last), ("pub", published)):
        if told is not None:
            yield name, told


def _place(c: Cue, x: Item, order: int, n: int) -> Iterator[str]:
    """Tell where in the sentence a time stands, seen from the trigger."""
    rel = kin(c.clause, c.told.home.get(x.i))
    d = "b" if x.i < c.i else "a"
    lo, hi = (x.j, c.i) if x.i < c.i else (c.j, x.i)
    kinds = [y.kind for y in c.told.row if lo <= y.i < hi]
    yield from ("src=here", f"here:{min(order, 2)}:{n}", f"here:{d}:{min(order, 2)}", f"kin={rel}")
    yield from (f"kin={rel[0]}:{d}", f"kin={rel}:{d}:{c.letter}", f"dist={distance(x.i - c.i)}:{d}")
    yield f"nv={min(kinds.count('verb') + kinds.count('noun'), 3)}:{d}"
    yield from (f"nvx={kinds.count('verb')}", f"quotebetween={'quote' in kinds}")
    yield from (f"btw={kind}" for kind in dict.fromkeys(kinds))
    if any(lo <= y.i < hi and y is not x and _is_apart(y) for y in c.told.row):
        yield "btw=apart"


def _manner(c: Cue, x: Item, timex: Timex, status: str) -> Iterator[str]:
    """Tell how a time is told."""
    row = c.told.row
    at = row.index(x)
    before = row[at - 1] if at else None
    yield f"tk={timex.kind}"
    if before is not None:
        yield from (f"pk={before.kind}:{before.role}", f"pl={before.low}")
        yield f"pk={before.kind}:kin={kin(c.clause, c.told.home.get(x.i))}"
        if "undated" in before.classes:
            yield "undated"
    if any(y.kind == "relay" for y in row):
        yield "relayS"
    if timex.direction:
        yield f"dir={timex.direction}:{status}"


def _elsewhere(c: Cue, n: int, status: str, sv: Survey) -> Iterator[Day]:
    """Yield the last two days of each sentence shortly before, and the first of the next."""
    told, k = sv.scene.told, c.told.k
    places = [(k - back, f"p{back}") for back in range(1, BACK + 1)] + [(k + 1, "n1")]
    for at, where in places:
        if not 0 <= at < len(told):
            continue
        found = [(x, t) for x, t in _times(told[at].row) if t.kind not in OF_THINGS]
        if not found:
            continue
        barred, beside = barred_times(told[at].row), list(_beside(c, at, where, sv))
        for x, timex in found[:2] if at > k else found[-2:]:
            edtf = sv.calendars[at].value(timex, _sense(at, status, sv))
            if edtf is not None and not _gone(edtf, status, sv.calendars[at]):
                yield Day(edtf, timex, [
                    f"src={where}", f"src={where}:{n > 0}", f"tk={timex.kind}", f"tk={timex.kind}:{where}",
                    f"{where}:{c.type}", f"{where}:{status}", f"{where}:q{c.told.quotes(c.i)}",
                    f"barred={x in barred}:{where}", *beside,
                ])  # fmt: skip


def _sense(at: int, status: str, sv: Survey) -> str:
    """Return the status by which another sentence tells its times: its own, where the grammar reads an event there."""
    told = [x.rule.status for x in sv.cues if x.told.k == at and x.rule is not None]
    return status if not told else "held" if "held" in told else told[0]


def _gone(edtf: str, status: str, calendar: Calendar) -> bool:
    """Tell whether a day is past that another sentence names, for what is to come; a stamp may be some days late."""
    if status not in FUTURE or calendar.published is None:
        return False
    last = edtf.rpartition("/")[2]
    return last < (calendar.published - LATE).isoformat()[: len(last)]


def _to_come(edtf: str, calendar: Calendar) -> bool:
    """Tell whether a day, or all of an interval, lies after publication."""
    first = edtf.partition("/")[0]
    return calendar.published is not None and first > calendar.published.isoformat()[: len(first)]


def _beside(c: Cue, at: int, where: str, sv: Survey) -> Iterator[str]:
    """Tell what another sentence has in common with the trigger's own: parties, an event of its type, the paragraph."""
    other, mine = sv.scene.told[at], c.told
    shared = {s.code for x in other.actors for s in x.sides} & {s.code for x in mine.actors for s in x.sides}
    yield f"{where}:shared={min(len(shared), 2)}"
    first, last = sorted((other, mine), key=lambda t: t.k)
    lines = "\n" in sv.text[first.s.end : last.s.start]
    yield f"{where}:lines={lines}"
    yield f"{where}:same={any(x.type == c.type and x.told is other for x in sv.cues)}"


def _implied(c: Cue, here: list[tuple[Item, Timex]], calendar: Calendar, status: str) -> Iterator[Day]:
    """Yield the days that no time near says: last told, told of most, of publication."""
    named, quoted = bool(here), c.told.quotes(c.i)
    published = calendar.published.isoformat() if calendar.published else None
    for name, edtf in (
        ("told", calendar.told), ("last", calendar.last), ("news", calendar.news), ("pub", published),
    ):  # fmt: skip
        gone = status in FUTURE and published is not None and (edtf or "") < published
        if edtf is not None and not gone:  # what is to come was not on a day gone by, unless a time says so
            src = f"src={name}"
            told = [f"{src}:{named}", f"{src}:{c.type}", f"{src}:{status}", f"{src}:q{quoted}"]
            told += [f"{src}:k{min(c.told.k, 3)}", f"{src}:{c.told.s.role}"]
            yield Day(edtf, None, told)
