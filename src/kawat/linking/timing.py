"""What the dates and publications of two units say about each other."""

from __future__ import annotations

from kawat.linking.days import END, Days
from kawat.linking.findings import (
    BOTH,
    CURRENT,
    FAR,
    MOVED,
    NEAR,
    ONE,
    OTHER,
    PENDING,
    RECALL,
    STANDING,
    STANDING_GAP,
    WIDE,
    Finding,
)
from kawat.linking.history import CALLED_OFF, PLANS
from kawat.linking.units import Traits


def dates(a: Traits, b: Traits) -> Finding:
    """Compare when two units say that it was."""
    wrong = _impossible(a, b) or _impossible(b, a)
    if wrong:
        return wrong
    moved = _moved(a, b) or _moved(b, a)
    if moved:
        return moved
    if a.days and b.days:
        return _two_dates(a, b, a.days, b.days)
    if a.days is None and b.days is None:
        return _no_dates(a, b)
    return _one_date(a, b)


def surely_apart(a: Traits, b: Traits) -> bool:
    """See quickly whether the dates are a veto: two days, and no plan that may have been moved."""
    if a.days is None or b.days is None or a.days.gap(b.days) <= 1:
        return False
    return not a.contact or (a.status not in PENDING and b.status not in PENDING)


def _moved(early: Traits, late: Traits) -> Finding | None:
    """See whether `early` tells a plan that was put off to the day of `late`, or may have been.

    Who repeats the old day when the new one is known already tells the same plan.
    """
    if early.said is None or late.said is None or late.days is None or early.status not in PENDING:
        return None
    if not early.contact or late.days.width > WIDE or late.status in CALLED_OFF - {"postponed"}:
        return None
    put_off = "postponed" in (early.status, late.status) and early.said <= late.said
    first = early.days.last if early.days else early.said if put_off else None
    if first is None or not 0 < late.days.first - first <= MOVED or early.said > first:
        return None
    grade = "date.moved" if put_off else "date.replanned"
    return Finding(grade, ("date: ", early.date or "none", ", put off, and then ", late.date or ""), BOTH)


def _two_dates(a: Traits, b: Traits, mine: Days, theirs: Days) -> Finding:
    if mine == theirs:
        if mine.width <= WIDE:
            return Finding("date.same", ("date: ", a.date or ""))
        return Finding("date.overlap", ("date: both ", a.date or ""), BOTH)
    gap = mine.gap(theirs)
    if gap > 0:
        return _days_apart(a, b, gap)
    narrow, wide, loose = (a, b, OTHER) if mine.width <= theirs.width else (b, a, ONE)
    said = (narrow.date or "", wide.date or "")
    if max(mine.width, theirs.width) > WIDE:
        return Finding("date.wide", ("date: ", said[0], " within ", said[1]), loose)
    if mine.holds(theirs) or theirs.holds(mine):
        return Finding("date.inside", ("date: ", said[0], " inside ", said[1]), loose)
    return Finding("date.overlap", ("date: ", a.date or "", " overlaps ", b.date or ""), BOTH)


def _days_apart(a: Traits, b: Traits, gap: int) -> Finding:
    """Two days are two events, but one article may have the day wrong (time zones, a weekday told late)."""
    says = ("date: ", a.date or "", " and ", b.date or "")
    single = a.days is not None and b.days is not None and a.days.width == b.days.width == 1
    if gap > 1 or not single:
        return Finding("date.apart", (*says, " are two days"))
    if not a.contact:
        return Finding("date.adjacent_act", (*says, " are adjacent"), BOTH)
    if a.said is None or b.said is None or abs(a.said - b.said) > 2:
        return Finding("date.unknown", (*says, ", published at different times"))
    return Finding("date.adjacent", (*says, " are adjacent, published within two days"), BOTH)


def _no_dates(a: Traits, b: Traits) -> Finding:
    if a.said is None or b.said is None:
        return Finding("date.unknown", ("date: unknown, and so is a publication",))
    apart = abs(a.said - b.said)
    near, far = (NEAR, FAR) if a.contact else (NEAR - 1, FAR - 2)
    says = ("date: none; published ", _count(apart), " apart")
    if a.type in STANDING and a.countries == b.countries and a.status == b.status:
        grade = "date.standing" if apart <= STANDING_GAP else "date.unknown"
        return Finding(grade, (*says, ", a lasting act"))
    if apart <= near:
        return Finding("date.near", says, BOTH)
    return Finding("date.unknown" if apart <= far or a.type in STANDING else "date.apart", says)


def _one_date(a: Traits, b: Traits) -> Finding:
    """Match the undated one's publication with the other's date or publication, whichever is nearer."""
    dated, undated, loose = (a, b, OTHER) if a.days else (b, a, ONE)
    days, said = dated.days, undated.said
    if days is None or said is None or days.width > WIDE:
        return Finding("date.unknown", ("date: known in one only",), loose)
    away = days.away(said)
    if dated.said is not None and days.away(dated.said) <= CURRENT:
        away = min(away, abs(dated.said - said))
        if undated.status in CALLED_OFF and dated.said <= said <= days.last:
            away = 0
    says = ("date: ", dated.date or "", ", the other has none and was published ", _count(away), " away")
    if away <= (NEAR if a.contact else NEAR - 1):
        return Finding("date.near", says, loose)
    if undated.status in PENDING and a.contact and 0 < days.first - said <= RECALL:
        return Finding("date.ahead", says, loose)
    if undated.status == dated.status == "held" and 0 < said - days.last <= RECALL:
        return Finding("date.recalled" if a.contact else "date.recalled_act", says, loose)
    return Finding("date.apart", says, loose)


def _impossible(a: Traits, b: Traits) -> Finding | None:
    """See whether what `a`, undated, says cannot be said at its publication of the event that `b` dates."""
    if a.days is not None or a.said is None or b.days is None or b.days.last == END:
        return None
    if a.status == "held" and a.said < b.days.first - 1:
        told = _count(b.days.first - a.said)
        return Finding("date.impossible", ("date: told as held ", told, " before ", b.date or ""))
    if a.status in PLANS and a.said > b.days.last + 1:
        late = _count(a.said - b.days.last)
        return Finding("date.impossible", ("date: still planned ", late, " after ", b.date or ""))
    return None


def _count(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
