"""The command that fills the record: `kawat add`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kawat.desk.cli import options
from kawat.desk.cli.outcome import Outcome, progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kawat.desk.words import Words
    from kawat.record import Record


@click.command(short_help="Read pages into the record.")
@options.paths
@options.record
@options.workers
@options.failed
@options.language
def add(paths: tuple[str, ...], target: str, workers: int, failed_file: str | None, words: Words) -> None:
    """Read pages, link what they tell, and keep it all in the record. Adding a page again changes nothing.

    Example: kawat add news/ --record kawat.db
    """
    from kawat.record import open_record

    with Outcome(failed_file) as outcome, open_record(target) as record:
        fill(record, paths, outcome, words, workers=workers)
        counts = record.counts()
        click.echo(
            words.screen["added"].format(
                good=outcome.good,
                failed=outcome.failed,
                articles=counts.articles,
                reports=counts.reports,
                events=counts.events,
            ),
            err=True,
        )
        outcome.finish()


def fill(record: Record, paths: Iterable[str], outcome: Outcome, words: Words, *, workers: int = 1) -> None:
    """Read all pages into the record and note what became of each."""
    from kawat import flow

    with progress(flow.add(paths, record, workers=workers), words.screen["progress"]) as results:
        for _ in outcome.passing(results):
            pass
