"""What was said of an event over time, and what to believe: planned, moved, held, called off, denied.

Each word is taken in its turn against what was known before it, and what its source said last:

- a source that says again what it said last, and a copy of what was said, bring nothing new;
- a plan told after it was held, or for a date that it was moved from, is overtaken; so is a calling off told
  after it was held (it recalls how it went), but for a denial;
- a plan told after it was called off revives it;
- a plan for another date than the one planned moves it there, if it is told on a later day, or by who gave
  that date; told on one day the two are disputed. A closer date (of a week its day) only dates it;
- what is put off to a later date is planned for that date;
- a word that it was held before its own day is none: its date, or the clock of its page, cannot be. Where it is
  the first word, no more is believed than that it is planned for that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from kawat.linking.days import days, instant, published_day
from kawat.linking.model import Change, Step
from kawat.linking.sources import Copies, copied, key, witness_names
from kawat.reading.model import Report, Status

#: The order of words of one moment.
ORDER: tuple[Status, ...] = ("proposed", "planned", "postponed", "cancelled", "denied", "held")
PLANS = frozenset({"proposed", "planned"})
CALLED_OFF = frozenset({"postponed", "cancelled", "denied"})
#: What brings nothing new.
STALE: frozenset[Change] = frozenset({"repeated", "overtaken"})


def history(reports: Iterable[Report], copies: Copies = ()) -> tuple[Step, ...]:
    """Return what each report said, by publication, then by `ORDER`; publications unknown come first.

    Each step tells what it changes; `news` is false for those that a short telling can leave out.
    """
    known = list(reports)
    names = witness_names(known, copies)
    steps = [Step(r.status, r.published, r.date, names[key(r)], r.id, r.article) for r in known]
    return tuple(step for step, _ in _walk(sorted(steps, key=_order), copied(known, copies)))


def _order(step: Step) -> tuple[str, int, str, str]:
    return instant(step.said), ORDER.index(step.status), step.article, step.report


def status(steps: Iterable[Step]) -> Status:
    """Return what to believe after all steps of a history. What was put off to another date is planned."""
    return _end(steps).status


def due(steps: Iterable[Step]) -> str | None:
    """Return the date that is planned after all steps, EDTF; None where it has none, or nothing is planned."""
    end = _end(steps)
    return end.date if end.status in PLANS else None


def dates_left(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return the dates that the plan was moved from, EDTF."""
    return tuple(_end(steps).left)


@dataclass(slots=True)
class _State:
    """What is known after some steps."""

    status: Status
    date: str | None = None  # the one planned last
    since: int | None = None  # the day on which that date was told first
    left: tuple[str, ...] = ()  # dates that the plan was moved from
    put_off: bool = False  # the plan is that of a putting off
    last: dict[str, Status] = field(default_factory=dict)  # source -> its last word
    dates: dict[str, str] = field(default_factory=dict)  # source -> the last date that it gave
    pages: dict[str, list[Step]] = field(default_factory=dict)  # article -> its words


def _end(steps: Iterable[Step]) -> _State:
    states = [state for _, state in _walk(steps, {})]
    if not states:
        raise ValueError("a history has at least one step")
    return states[-1]


def _walk(steps: Iterable[Step], copies: Mapping[str, str]) -> Iterator[tuple[Step, _State]]:
    """Take the steps one by one; yield each with what it changes, and what is known after it.

    A step that tells what it changes is believed: that it stands on a copy is not seen in a history alone.
    """
    state: _State | None = None
    for step in steps:
        if state is None:
            state = _State("planned" if _too_early(step) else step.status)
            taken = replace(step, change="early" if _too_early(step) else "first")
        elif step.change is None:
            change = _change(state, step, copies)
            moved = state.date if change in ("moved", "status") and _moves(state, step) else None
            taken = replace(step, change=change, moved_from=moved, news=change not in STALE)
        else:
            taken = step
        _take(state, taken)
        yield taken, state


def _change(state: _State, step: Step, copies: Mapping[str, str]) -> Change:
    """Tell what a step changes of what is known."""
    if _again(state, step, copies):
        return "repeated"
    happened = state.status == "held"
    if step.status == "held":
        return "early" if _too_early(step) else "confirmed" if happened else "status"
    if happened:
        return "status" if step.status == "denied" else "overtaken"
    if step.status in CALLED_OFF:
        return _call_off_change(state, step)
    return "status" if state.status not in PLANS else _plan_change(state, step)


def _again(state: _State, step: Step, copies: Mapping[str, str]) -> bool:
    """Tell whether a step only says what its source said last, or what the page said that it copies."""
    told = state.pages.get(copies.get(step.article, ""), ())
    if any(t.status == step.status and _no_closer(step.date, t.date) for t in told):
        return True
    said = state.last.get(step.source) == step.status
    return said and _no_closer(step.date, state.dates.get(step.source))


def _call_off_change(state: _State, step: Step) -> Change:
    """Tell what it changes that it was put off, called off or denied."""
    if step.status == "postponed":
        if _later(state, step):
            return "moved"
        if state.put_off and not meet(state.dates.get(step.source), state.date):
            return "confirmed"  # it was put off once: who has not told of the new date tells of that
    if _left(state, step) and step.status != "denied":
        return "overtaken"
    return "confirmed" if state.status == step.status else "status"


def _plan_change(state: _State, step: Step) -> Change:
    """Tell what a plan changes of a plan."""
    if step.status != state.status:
        return "overtaken" if step.status == "proposed" else "status"
    if _no_closer(step.date, state.date):
        return "confirmed"
    if state.date is None or meet(step.date, state.date):
        return "dated"
    if meet(state.dates.get(step.source), state.date):
        return "moved"
    if _left(state, step):
        return "overtaken"
    day = published_day(step.said)
    return "disputed" if day is None or state.since is None or day <= state.since else "moved"


def _moves(state: _State, step: Step) -> bool:
    """Tell whether a step gives a plan another date."""
    apart = state.date is not None and step.date is not None and not meet(state.date, step.date)
    return apart and (step.status in PLANS or _later(state, step))


def _later(state: _State, step: Step) -> bool:
    """Tell whether something is put off to a date after the one planned."""
    old, new = days(state.date), days(step.date)
    return step.status == "postponed" and old is not None and new is not None and new.first > old.last


def _left(state: _State, step: Step) -> bool:
    """Tell whether a step speaks of a date that the plan was moved from."""
    return not meet(step.date, state.date) and any(meet(step.date, d) for d in state.left)


def _take(state: _State, step: Step) -> None:
    """Change what is known by a step."""
    if step.change == "moved":
        state.status = step.status if step.status in PLANS else "planned"
        state.put_off = step.status == "postponed"
    elif step.change == "status":
        state.status, state.put_off = step.status, False
    if step.moved_from:
        state.left = (*(d for d in state.left if not meet(d, step.date)), step.moved_from)
    if step.date and _plans(state, step):
        state.date, state.since = step.date, published_day(step.said)
    if step.change == "early":
        return  # its source may say it again when the day has come, and then it is news
    if step.date:
        state.dates[step.source] = step.date
    state.last[step.source] = step.status
    state.pages.setdefault(step.article, []).append(step)


def _plans(state: _State, step: Step) -> bool:
    """Tell whether the date of a step is the one planned from then on."""
    if step.moved_from:
        return True
    opens = step.change in ("first", "status", "dated") and step.status not in ("held", "denied")
    return (opens or (step.change == "early" and state.status in PLANS)) and (
        state.date is None or (meet(step.date, state.date) and not _no_closer(step.date, state.date))
    )


def _no_closer(date: str | None, known: str | None) -> bool:
    """Tell whether a date says no more than the one known: it is none, the same, or holds it."""
    wide, narrow = days(date), days(known)
    return date is None or date == known or (wide is not None and narrow is not None and wide.holds(narrow))


def meet(one: str | None, other: str | None) -> bool:
    """Tell whether two dates have a day in common, so that they can be one."""
    a, b = days(one), days(other)
    return a is not None and b is not None and a.gap(b) <= 0


def _too_early(step: Step) -> bool:
    """Tell whether it is said to have been held before its own date (a day is left for time zones)."""
    date, said = days(step.date), published_day(step.said)
    return step.status == "held" and date is not None and said is not None and said < date.first - 1
