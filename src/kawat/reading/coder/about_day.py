"""When: the days that a trigger's event may have taken place on, and what speaks for each: named features.

In: a cue, its status, the survey.
Out: the `Day`s that the article names near the trigger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.shapes import distance, kin
from kawat.reading.coder.survey import Survey
from kawat.reading.dating import Calendar, barred_times
from kawat.reading.structure import Item
from kawat.times import Timex

BACK = 3  # sentences before in which a day may be named


@dataclass(slots=True)
class Day:
    """A day, month, year or interval that may be the event's."""

    edtf: str
    timex: Timex | None  # None: the day of publication, or the day last told
    features: list[str]
    near: bool = False  # named in the trigger's own sentence


def days(c: Cue, status: str, sv: Survey) -> list[Day]:
    """Return the days that the article names near a trigger."""
    t, calendar = c.told, sv.calendars[c.told.k]
    here = _times(t.row)
    out = [
        *_here(c, here, calendar, status),
        *_elsewhere(c, len(here), status, sv),
        *_implied(c, here, calendar, status),
    ]
    rule = sv.ruled(c)
    votes = Counter(d.edtf for d in out)
    published = calendar.published.isoformat() if calendar.published else None
    for d in out:
        d.features += [
            f"votes={min(votes[d.edtf], 3)}", f"T={c.type}", f"S={status}", f"len={len(d.edtf)}",
            f"n={min(len(here), 3)}", f"k={min(t.k, 3)}",
        ]  # fmt: skip
        if published is not None:
            d.features.append("ispub" if d.edtf == published else "after" if d.edtf > published else "before")
        if calendar.told == d.edtf:
            d.features.append("istold")
        d.features.append("rule=" + ("no" if rule is None else _same(d.edtf, rule.date)))
    return out


def _same(edtf: str, ruled: str | None) -> str:
    return "undated" if ruled is None else "same" if ruled == edtf else "other"


def _times(row: list[Item]) -> list[tuple[Item, Timex]]:
    return [(x, x.timex) for x in row if x.timex is not None and x.timex.type in ("DATE", "TIME")]


def _here(c: Cue, here: list[tuple[Item, Timex]], calendar: Calendar, status: str) -> Iterator[Day]:
    barred = barred_times(c.told.row)
    for order, (x, timex) in enumerate(sorted(here, key=lambda p: abs(p[0].i - c.i))):
        edtf = calendar.value(timex, status)
        if edtf is not None:
            told = [*_place(c, x, order, len(here)), *_manner(c, x, timex, status), f"barred={x in barred}"]
            yield Day(edtf, timex, told, near=True)


def _place(c: Cue, x: Item, order: int, n: int) -> Iterator[str]:
    """Tell where in the sentence a time stands, seen from the trigger."""
    rel = kin(c.clause, c.told.home.get(x.i))
    d = "b" if x.i < c.i else "a"
    lo, hi = (x.j, c.i) if x.i < c.i else (c.j, x.i)
    kinds = [y.kind for y in c.told.row if lo <= y.i < hi]
    yield from ("src=here", f"here:{min(order, 2)}:{n}", f"here:{d}:{min(order, 2)}", f"kin={rel}")
    yield from (f"kin={rel[0]}:{d}", f"dist={distance(x.i - c.i)}:{d}")
    yield f"nv={min(kinds.count('verb') + kinds.count('noun'), 3)}:{d}"
    yield from (f"nvx={kinds.count('verb')}", f"quotebetween={'quote' in kinds}")
    yield from (f"btw={kind}" for kind in dict.fromkeys(kinds))


def _manner(c: Cue, x: Item, timex: Timex, status: str) -> Iterator[str]:
    """Tell how a time is told."""
    row = c.told.row
    at = row.index(x)
    before = row[at - 1] if at else None
    yield f"tk={timex.kind}"
    if before is not None:
        yield from (f"pk={before.kind}:{before.role}", f"pl={before.low}")
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
        found = _times(told[at].row)
        for _, timex in found[:1] if at > k else found[-2:]:
            edtf = sv.calendars[at].value(timex, status)
            if edtf is not None:
                yield Day(edtf, timex, [
                    f"src={where}", f"src={where}:{n > 0}", f"tk={timex.kind}", f"tk={timex.kind}:{where}",
                    f"{where}:{c.type}", f"{where}:{status}", f"{where}:q{c.told.quotes(c.i)}",
                ])  # fmt: skip


def _implied(c: Cue, here: list[tuple[Item, Timex]], calendar: Calendar, status: str) -> Iterator[Day]:
    """Yield the day last told in full and the day of publication."""
    named, quoted = bool(here), c.told.quotes(c.i)
    if calendar.told is not None:
        yield Day(calendar.told, None, [
            f"src=told:{named}", f"src=told:{c.type}", f"src=told:{status}", f"src=told:q{quoted}",
        ])  # fmt: skip
    if calendar.published is not None:
        yield Day(calendar.published.isoformat(), None, [
            f"src=pub:{named}", f"src=pub:{c.type}", f"src=pub:{status}", f"src=pub:k{min(c.told.k, 3)}",
            f"src=pub:{c.told.s.role}", f"src=pub:q{quoted}",
        ])  # fmt: skip
