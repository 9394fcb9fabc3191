"""What was said of an event over time, and what to believe: planned, held, put off, called off, denied."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.linking.days import days, instant, published_day
from kawat.linking.findings import CALLED_OFF, PLANS
from kawat.linking.model import Step
from kawat.linking.sources import key, witness_names
from kawat.reading.model import Report, Status

#: The order of words of one moment.
ORDER: tuple[Status, ...] = ("proposed", "planned", "postponed", "cancelled", "denied", "held")


def history(reports: Iterable[Report]) -> tuple[Step, ...]:
    """Return what each report said, by publication, then by `ORDER`; publications unknown come first."""
    known = list(reports)
    names = witness_names(known)
    steps = [Step(r.status, r.published, r.date, names[key(r)], r.id, r.article) for r in known]
    return tuple(sorted(steps, key=_order))


def _order(step: Step) -> tuple[str, int, str, str]:
    return instant(step.said), ORDER.index(step.status), step.article, step.report


def status(steps: tuple[Step, ...]) -> Status:
    """Return the latest word of a history, as far as it is news.

    A plan told late does not undo what was held. A plan told after it was called off revives it only where
    its source had not announced it before. A proposal does not undo a plan.
    """
    current = steps[0]
    heard: set[str] = set()
    for step in steps:
        if _supersedes(step, current, step.source in heard):
            current = step
        if step.status in PLANS:
            heard.add(step.source)
    return current.status


def _supersedes(new: Step, current: Step, repeated: bool) -> bool:
    if new.status == "held":
        return not _too_early(new)
    if new.status in CALLED_OFF:
        return True
    if current.status == "held":
        return _too_early(current)
    if current.status in CALLED_OFF:
        return not repeated
    return new.status == "planned" or current.status == "proposed"


def _too_early(held: Step) -> bool:
    """Tell whether a word that it was held came before its own date (a day is left for time zones)."""
    date, said = days(held.date), published_day(held.said)
    return date is not None and said is not None and said < date.first - 1
