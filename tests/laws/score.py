"""A small matcher of reports with annotated events, so that the tests can tell when reading gets worse.

A report matches an event of the same article when its type is one of the event's and the sides fit: for contacts and
mutual acts the states of both sides together, at least two of them and half of all; else an actor and an addressee in
common. One to one, the best first; an optional event is neither owed nor punished.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from kawat.reading.model import MUTUAL, Party, Report

Event = dict[str, Any]


class Pair(NamedTuple):
    """An annotated event and the report that matches it; one of them is missing where nothing does."""

    event: Event | None
    report: Report | None


class Score(NamedTuple):
    """How well reports match the events: shares from 0 to 1."""

    f1: float
    contacts: float  # F1 of the contacts alone
    status: float  # right statuses among the matched
    date: float  # right dates among the matched that have one


def score(articles: Iterable[tuple[list[Event], list[Report]]]) -> Score:
    """Score the reports of several articles against their events."""
    pairs = [pair for events, reports in articles for pair in match(events, reports)]
    matched = [(e, r) for e, r in pairs if e is not None and r is not None and not e.get("optional")]
    dated = [(e["date"], r.date) for e, r in matched if e["date"]]
    return Score(
        f1(pairs),
        f1([p for p in pairs if _is_contact(p)]),
        sum(e["status"] == r.status for e, r in matched) / max(1, len(matched)),
        sum(same_date(*dates) for dates in dated) / max(1, len(dated)),
    )


def f1(pairs: list[Pair]) -> float:
    """Return the F1 of matched pairs; optional events and what matches them do not count."""
    owed = [p for p in pairs if not (p.event is not None and p.event.get("optional"))]
    hits = sum(p.event is not None and p.report is not None for p in owed)
    events, reports = (sum(x is not None for x in column) for column in zip(*owed, strict=True))
    return 2 * hits / max(1, events + reports)


def match(events: list[Event], reports: list[Report]) -> list[Pair]:
    """Pair the events of one article with its reports, and list what is left of both."""
    fits = [
        (not e.get("optional", False), fit(e, r) + _likeness(e, r), -i, -j)
        for i, e in enumerate(events)
        for j, r in enumerate(reports)
        if fit(e, r)
    ]
    taken: dict[int, int] = {}
    for _, _, i, j in sorted(fits, key=lambda x: (x[1], *x), reverse=True):
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    found = [Pair(e, reports[taken[i]] if i in taken else None) for i, e in enumerate(events)]
    return found + [Pair(None, r) for j, r in enumerate(reports) if j not in taken.values()]


def fit(event: Event, report: Report) -> float:
    """Tell how well the sides fit, 0 where they or the types do not."""
    if report.type not in event["type"]:
        return 0.0
    actors, recipients = _codes(event["actors"]), _codes(event["recipients"])
    mine, theirs = _states(report.actors), _states(report.recipients)
    if report.type in MUTUAL:
        share = _share(actors | recipients, mine | theirs)
        common = (actors | recipients) & (mine | theirs)
        return share if share == 1 or (share >= 0.5 and len(common) > 1) else 0.0
    if not actors & mine or (recipients and not recipients & theirs):
        return 0.0
    return (_share(actors, mine) + (_share(recipients, theirs) if recipients else 1)) / 2


def same_date(gold: str, found: str | None) -> bool:
    """Tell whether a date is the annotated one, or lies in the annotated month, year or interval."""
    if found is None:
        return False
    first, _, last = gold.partition("/")
    if last and "/" not in found:
        return first[: len(found)] <= found[: len(first)] <= last
    return found == gold if last or len(gold) == 10 else found.startswith(gold)


def _likeness(event: Event, report: Report) -> float:
    """Prefer, among several that fit, the one with the same status, date and channel."""
    same = [event["status"] == report.status, event["mode"] == report.mode]
    same += [same_date(event["date"], report.date)] if event["date"] else []
    return sum(same) / len(same)


def _is_contact(pair: Pair) -> bool:
    if pair.event is not None:
        return bool(pair.event["type"][0] == "CONSULT")
    return pair.report is not None and pair.report.type == "CONSULT"


def _codes(parties: list[dict[str, Any]]) -> set[str]:
    return {p["country"] for p in parties}


def _states(parties: Iterable[Party]) -> set[str]:
    return {p.country for p in parties}


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0
