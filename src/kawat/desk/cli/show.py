"""The command that tells all about one event: `kawat show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kawat.desk.clean import line
from kawat.desk.cli import options

if TYPE_CHECKING:
    from kawat.desk.words import Words
    from kawat.linking.model import Event
    from kawat.reading.model import Report


@click.command(short_help="All about one event.")
@click.argument("event")
@options.record
@options.output
def show(event: str, target: str, out: options.Output) -> None:
    """Tell all about EVENT (its id, or the first characters of it): status over time, sources, quotations, reports.

    A star (*) stands behind values that a person has set right.

    Example: kawat show 3f2a
    """
    with options.open_existing(target) as record:
        found = record.event(event)
        reports = record.reports_of(found)
    if out.form == "table":
        for text in _told(found, reports, out.words):
            click.echo(text)
    elif out.json:
        out.emit([{"event": found, "reports": reports}])
    else:
        from kawat.desk import columns

        out.emit([found], columns.codes())


def _told(event: Event, reports: Sequence[Report], words: Words) -> Iterator[str]:
    from kawat.desk import comparisons, corrections, wording

    yield click.style(wording.sentence(event, words, reports), bold=True)
    kind = wording.kind(event, words) + corrections.mark(event, "type", "mode")
    yield f"{event.id}  {kind}  {words.statuses[event.status]}{corrections.mark(event, 'status')}"
    yield from _part(words.screen["corrected"], (corrections.told(c, words) for c in event.corrections))
    yield from _part(words.screen["parties"], _parties(event, words))
    yield from _part("", (*_facts(event, words), *_matter(event, reports, words)))
    yield from _part(words.screen["status_history"], _steps(event, words))
    yield from _part(words.screen["sources"], _sources(event, words))
    yield from _part(words.brief.disagreements, disagreements(event, words))
    yield from _part(words.screen["figures"], _figures(event, words))
    yield from _part(words.screen["evidence"], _evidence(reports, words))
    yield from _part(words.screen["report_ids"], _reports(reports, words))
    yield from _part(words.screen["reasons"], comparisons.reasons(event, reports, words))


def _part(heading: str, texts: Iterable[str]) -> Iterator[str]:
    """Put a heading above indented lines; nothing where there are none."""
    for n, text in enumerate(texts):
        if n == 0:
            yield ""
            if heading:
                yield click.style(heading, bold=True)
        yield f"  {text}" if heading else text


def _parties(event: Event, words: Words) -> Iterator[str]:
    from kawat.desk import corrections, wording
    from kawat.reading.model import MUTUAL

    if event.type in MUTUAL:  # nobody is the one to whom it is done
        sign = corrections.mark(event, "actors", "recipients")
        everybody = wording.distinct((*event.actors, *event.recipients))
        yield from (wording.party_name(p, words) + sign for p in everybody)
        return
    for heading, parties in (("actors", event.actors), ("recipients", event.recipients)):
        if parties:
            names = "; ".join(wording.party_name(p, words) for p in wording.distinct(parties))
            yield f"{words.screen[heading]}: {names}{corrections.mark(event, heading)}"


def _facts(event: Event, words: Words) -> Iterator[str]:
    from kawat.desk import corrections, wording
    from kawat.desk.names import place_name

    if event.date:
        said, code = wording.date_words(event.date, words), line(event.date)
        sign = corrections.mark(event, "date")
        yield f"{words.screen['date']}: {said}{f' ({code})' if code != said else ''}{sign}"
    if event.place:
        named, country = line(event.place.name), event.place.country
        shown = place_name(event.place.name, words.language, country)
        more = ", ".join(filter(None, (named if named != shown else "", line(country or ""))))
        sign = corrections.mark(event, "place")
        yield f"{words.screen['place']}: {shown}{f' ({more})' if more else ''}{sign}"
    if event.duration:
        said, sign = wording.duration_words(event.duration, words), corrections.mark(event, "duration")
        yield f"{words.screen['duration']}: {said}{sign}"
    if event.attributed_to:
        yield f"{words.screen['attributed_to']}: {'; '.join(map(line, event.attributed_to))}"


def _matter(event: Event, reports: Sequence[Report], words: Words) -> Iterator[str]:
    """Tell PLOVER's class of the event, and what its reports touch on."""
    from kawat.reading.plover import QUADS

    yield f"{words.screen['quad']}: {words.quads[QUADS[event.type]]}"
    touched = {name for report in reports for name in report.contexts}
    if touched:
        yield f"{words.screen['contexts']}: {', '.join(v for k, v in words.contexts.items() if k in touched)}"


def _steps(event: Event, words: Words) -> Iterator[str]:
    from kawat.desk import accounts

    for step in accounts.steps(event):
        day = f" → {line(step.date)}" if step.date else ""
        said = line(step.said or words.brief.undated)
        change = accounts.change(step, words)
        source = f"{line(step.source)} ({line(step.article)})"
        yield f"{said}  {words.statuses[step.status]}{day}  {source}{f'  – {change}' if change else ''}"


def _sources(event: Event, words: Words) -> Iterator[str]:
    from kawat.desk import accounts

    yield accounts.counted(event, words)
    for witness in event.sources:
        yield f"{accounts.source(witness, words)}: {', '.join(map(line, witness.articles))}"


def disagreements(event: Event, words: Words) -> Iterator[str]:
    """Tell what the sources of an event differ on: a line a field, then a line a value."""
    from kawat.desk import disputes

    for each in event.disagreements:
        yield f"{disputes.field_name(each.field, words)}: {disputes.kind(each, words)}"
        for value in each.values:
            sources = ", ".join(map(line, value.sources))
            yield f"    {disputes.telling(each.field, value, words)}  ← {sources}"


def _figures(event: Event, words: Words) -> Iterator[str]:
    from kawat.desk import wording

    for each in event.figures:
        said = f", {line(each.said)}" if each.said else ""
        yield f"{wording.figure_words(each.figure, words)}  ← {line(each.source)}{said}"


def _reports(reports: Sequence[Report], words: Words) -> Iterator[str]:
    """Tell each report by its id, which `kawat split` and `kawat correct` take."""
    for report in reports:
        told = (report.article, report.outlet, (report.published or "")[:10])
        about = ", ".join(line(part) for part in told if part)
        said = f"{words.statuses[report.status]}{f' → {line(report.date)}' if report.date else ''}"
        yield f"{line(report.id)}  {said}  {about}"


def _evidence(reports: Sequence[Report], words: Words) -> Iterator[str]:
    for report in reports:
        where = ", ".join(line(part) for part in (report.outlet, (report.published or "")[:10]) if part)
        for quote in report.evidence:
            offsets = words.screen["offsets"].format(start=quote.start, end=quote.end)
            yield f"“{line(quote.quote)}”"
            yield f"    {line(report.article)}, {offsets}{f' ({where})' if where else ''}"
