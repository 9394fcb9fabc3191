"""When: the days that a trigger's event may have taken place on, and what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.reading.coder.features import Cue, distance, in_quote, kin
from kawat.reading.coder.scene import Told
from kawat.reading.dating import Calendar, _barred_times
from kawat.reading.structure import Item
from kawat.times import Timex


@dataclass(slots=True)
class Day:
    """A day that may be the event's."""

    edtf: str
    timex: Timex | None
    features: list[str]


def days(c: Cue, told: list[Told], calendars: list[Calendar], status: str, type_: str) -> list[Day]:
    """Return the days that the article names near a trigger, the nearest first; each value once."""
    t = c.told
    out: list[Day] = []
    barred = _barred_times(t.row)
    times = [x for x in t.row if x.kind == "time" and x.timex is not None and x.timex.type in ("DATE", "TIME")]
    nearest = sorted(times, key=lambda x: abs(x.i - c.i))
    for order, x in enumerate(nearest):
        edtf = calendars[t.k].value(x.timex, status)
        if edtf is not None:
            out.append(Day(edtf, x.timex, _here(c, x, order, len(times), x in barred, status)))
    for back in range(1, 4):
        k = t.k - back
        if k < 0:
            break
        before = [x for x in told[k].row if x.kind == "time" and x.timex is not None and x.timex.type in ("DATE", "TIME")]
        for x in before[-2:]:
            edtf = calendars[k].value(x.timex, status)
            if edtf is not None:
                out.append(Day(edtf, x.timex, _elsewhere(c, x, f"p{back}", len(times), status)))
    if t.k + 1 < len(told):
        for x in [x for x in told[t.k + 1].row if x.kind == "time" and x.timex is not None and x.timex.type in ("DATE", "TIME")][:1]:
            edtf = calendars[t.k + 1].value(x.timex, status)
            if edtf is not None:
                out.append(Day(edtf, x.timex, _elsewhere(c, x, "n1", len(times), status)))
    calendar = calendars[t.k]
    if calendar.told is not None:
        out.append(Day(calendar.told, None, [f"src=told:{len(times) > 0}", f"src=told:{type_}", f"src=told:{status}", f"src=told:q{in_quote(t, c.i)}"]))
    if calendar.published is not None:
        pub = calendar.published.isoformat()
        out.append(Day(pub, None, [f"src=pub:{len(times) > 0}", f"src=pub:{type_}", f"src=pub:{status}", f"src=pub:k{min(t.k, 3)}", f"src=pub:{t.s.role}", f"src=pub:q{in_quote(t, c.i)}"]))
    values: dict[str, int] = {}
    for d in out:
        values[d.edtf] = values.get(d.edtf, 0) + 1
    pub = calendar.published.isoformat() if calendar.published else None
    for d in out:
        d.features += [f"votes={min(values[d.edtf], 3)}", f"T={type_}", f"S={status}", f"len={len(d.edtf)}", f"n={min(len(times), 3)}", f"k={min(t.k, 3)}"]
        if pub is not None:
            d.features.append("ispub" if d.edtf == pub else "after" if d.edtf > pub else "before")
        if calendar.told == d.edtf:
            d.features.append("istold")
    return out


def _here(c: Cue, x: Item, order: int, n: int, barred: bool, status: str) -> list[str]:
    t = c.told
    home = t.home.get(x.i)
    rel = kin(c.clause, home) if home is not None else "O"
    d = "b" if x.i < c.i else "a"
    lo, hi = (x.j, c.i) if x.i < c.i else (c.j, x.i)
    kinds = [y.kind for y in t.row if lo <= y.i < hi]
    assert x.timex is not None
    at = t.row.index(x)
    before = t.row[at - 1] if at else None
    out = [
        "src=here", f"here:{min(order, 2)}:{n}", f"here:{d}:{min(order, 2)}", f"kin={rel}", f"kin={rel[0]}:{d}", f"tk={x.timex.kind}",
        f"dist={distance(x.i - c.i)}:{d}", f"barred={barred}", f"nv={min(kinds.count('verb') + kinds.count('noun'), 3)}:{d}",
        f"nvx={kinds.count('verb')}", f"quotebetween={'quote' in kinds}",
    ]  # fmt: skip
    out += [f"btw={k}" for k in set(kinds)]
    if before is not None:
        out.append(f"pk={before.kind}:{before.role}")
        out.append(f"pl={before.low}")
        if "undated" in before.classes:
            out.append("undated")
    if any("relay" in y.kind for y in t.row):
        out.append("relayS")
    if x.timex.direction:
        out.append(f"dir={x.timex.direction}:{status}")
    return out


def _elsewhere(c: Cue, x: Item, where: str, n: int, status: str) -> list[str]:
    assert x.timex is not None
    return [f"src={where}", f"src={where}:{n > 0}", f"tk={x.timex.kind}", f"tk={x.timex.kind}:{where}", f"{where}:{c.type}", f"{where}:{status}", f"{where}:q{in_quote(c.told, c.i)}"]
