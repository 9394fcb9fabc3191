"""The command that tells why two events are two: `kawat why-not`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kawat.desk.cli import options

if TYPE_CHECKING:
    from kawat.desk.comparisons import Found
    from kawat.desk.words import Words
    from kawat.linking.comparing import Comparison
    from kawat.linking.model import Event
    from kawat.reading.model import Report
    from kawat.record import Record

SHOWN = 3  # pairs of reports, unless all are wanted


@click.command("why-not", short_help="Why two events are two.")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--all", "whole", is_flag=True, help="All pairs of their reports, not the three most alike.")
@options.record
@options.output
def why_not(one: str, other: str, whole: bool, target: str, out: options.Output) -> None:
    """Tell why the events A and B are two: what speaks for it and against it in the reports most alike.

    Each finding has its weight, or is a veto, which keeps two reports apart whatever the rest weighs. Where A and B
    are one event, it tells why they are one.

    Example: kawat why-not a201 4e11
    """
    from kawat.desk import columns

    with options.open_existing(target) as record:
        events, reports, pairs = _asked(record, one, other)
    found = _found(events, pairs, len(pairs) if whole else SHOWN)
    if out.form == "table":
        for text in _told(events, reports, pairs, found, out.words):
            click.echo(text)
    elif out.json:
        out.emit([found])
    else:
        out.emit([(pair, f) for pair in found.pairs for f in pair.findings], columns.findings())


def _asked(record: Record, one: str, other: str) -> tuple[list[Event], list[Report], list[Comparison]]:
    """Fetch the events (one, if both ids lead to it), their reports, and the pairs of these, each pair once."""
    events = list({event.id: event for event in map(record.event, (one, other))}.values())
    reports = [report for event in events for report in record.reports_of(event)]
    pairs = record.compare(events[0].id, events[-1].id)
    return events, reports, pairs if len(events) > 1 else [pair for pair in pairs if pair.one < pair.other]


def _found(events: Sequence[Event], pairs: Sequence[Comparison], shown: int) -> Found:
    from kawat.desk.comparisons import Found, verdict

    same = len(events) == 1
    why = None if same else verdict(pairs)
    return Found(events[0].id, events[-1].id, same, why, tuple(pairs[:shown]))


def _told(
    events: Sequence[Event],
    reports: Sequence[Report],
    pairs: Sequence[Comparison],
    found: Found,
    words: Words,
) -> Iterator[str]:
    from kawat.desk import comparisons, wording

    said = words.why_not
    yield click.style(said["one" if found.same else "two"], bold=True)
    yield from (f"  {event.id}  {wording.sentence(event, words)}" for event in events)
    yield ""
    if found.why:
        best = max((p.score for p in pairs if p.score is not None), default=0.0)
        yield said[f"by_{found.why}"].format(score=f"{best:+g}", needed=f"{pairs[0].needed:+g}")
    about = [
        text for event in events for text in comparisons.reasons(event, reports, words, doubts=not found.same)
    ]
    shown = about if len(found.pairs) == len(pairs) or found.same else about[:SHOWN]
    yield from (f"  {text}" for text in shown)
    if not pairs:
        yield said["alone"]
    articles = {report.id: report.article for report in reports}
    for pair in found.pairs:
        yield ""
        yield from comparisons.told(pair, articles, words)
    if len(pairs) > len(found.pairs):
        yield ""
        yield said["more"].format(n=len(pairs) - len(found.pairs))
