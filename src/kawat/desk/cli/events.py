"""The commands that ask the record for rows: contacts, acts, search, timeline, agenda."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from kawat.desk.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.desk.words import Words
    from kawat.linking.model import Event
    from kawat.record import Kind


@click.command(short_help="Meetings, calls, visits, letters.")
@options.record
@options.filters_of_a_kind
@options.output
def contacts(**given: Any) -> None:
    """List contacts: meetings, calls, visits, letters; planned, held, called off.

    Example: kawat contacts --between Rusia "Amerika Serikat" --since 2021-12
    """
    _list("contacts", **given)


@click.command(short_help="Demands, denials, threats, sanctions.")
@options.record
@options.filters_of_a_kind
@options.output
def acts(**given: Any) -> None:
    """List acts: demands, accusations, denials, threats, sanctions, aid and the like.

    Example: kawat acts --type REQUEST --person Lavrov
    """
    _list("acts", **given)


def _list(kind: Kind, target: str, wanted: options.Wanted, out: options.Output) -> None:
    wanted_events = options.make_filter(wanted, kind=kind)
    with options.open_existing(target) as record:
        print_events(record.events(wanted_events), out)


def print_events(found: Sequence[Event], out: options.Output) -> None:
    """Print events as rows: words in a table, codes in CSV, everything in JSON."""
    from kawat.desk import columns

    out.emit(found, columns.events(out.words) if out.form == "table" else columns.codes())


@click.command(short_help="Find articles by their words.")
@click.argument("words_wanted", nargs=-1, required=True, metavar="WORDS...")
@options.record
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@options.output
def search(words_wanted: tuple[str, ...], target: str, limit: int, out: options.Output) -> None:
    """Find articles by their words and quote the place; words in double quotes stand together.

    Example: kawat search jaminan keamanan --limit 5
    """
    from kawat.desk import columns

    with options.open_existing(target) as record:
        found = record.search(" ".join(words_wanted), limit)
    out.emit(found, columns.hits(out.words))


@click.command(short_help="Contacts and acts day by day.")
@options.record
@options.filters
@options.output
def timeline(target: str, wanted: options.Wanted, out: options.Output) -> None:
    """Tell contacts and acts day by day, oldest first.

    Example: kawat timeline --between RUS UKR --since 2022
    """
    wanted_events = options.make_filter(wanted)
    with options.open_existing(target) as record:
        found = record.timeline(wanted_events)
    if out.form == "table" and found:
        _days(found, out.words)
    else:
        print_events(found, out)


def _days(found: Sequence[Event], words: Words) -> None:
    """Print each date with its sentences under it."""
    from kawat.desk import wording

    for head, events in groupby(found, key=lambda e: _day(e, words)):
        click.echo(click.style(head, bold=True))
        for event in events:
            click.echo(f"  {wording.sentence(event, words)} [{event.id}]")


def _day(event: Event, words: Words) -> str:
    """Say the day of an event, or, where nobody says it, the day on which it was first reported."""
    from kawat.desk.wording import date_words, first_said

    if event.date:
        return date_words(event.date, words)
    said = first_said(event)
    return words.screen["reported"].format(date=date_words(said[:10], words)) if said else words.brief.undated


@click.command(short_help="What is to come, what is overdue.")
@options.record
@options.today
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@options.output
def agenda(target: str, today: str, limit: int | None, out: options.Output) -> None:
    """List what is to come, and what should have come and nobody reported, with who said so last.

    overdue: its day has passed, or it was planned without one more than a month ago; due: today; upcoming: later;
    unresolved: only proposed, put off without a new day, or planned without any.

    Example: kawat agenda --today 2021-12-06
    """
    with options.open_existing(target) as record:
        found = record.agenda(today)[:limit]
    print_agenda(found, today, out)


def print_agenda(found: Sequence[Event], today: str, out: options.Output) -> None:
    """Print events to come, each with its standing on `today`, its day, and who said so last."""
    from kawat.desk import columns

    if out.json:
        out.emit(_standing(event, today) for event in found)
    else:
        out.emit(found, columns.agenda(out.words, today, table=out.form == "table"))


def _standing(event: Event, today: str) -> dict[str, Any]:
    import msgspec

    from kawat.desk.accounts import last_word
    from kawat.record.dates import planned_date, standing

    word = last_word(event)
    stands = {"standing": standing(event, today), "due": planned_date(event)}
    return {**stands, "source": word.source, "said": word.said, **msgspec.to_builtins(event)}
