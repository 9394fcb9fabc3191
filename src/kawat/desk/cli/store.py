"""The command that fills the record: `kawat add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
@options.confidence
@options.failed
@options.language
def add(paths: tuple[str, ...], target: str, failed_file: str | None, words: Words, **how: Any) -> None:
    """Read pages, link what they tell, and keep it all in the record. Adding a page again changes nothing.

    Example: kawat add news/ --record kawat.db
    """
    from kawat.record import open_record

    with Outcome(failed_file) as outcome, open_record(target) as record:
        fill(record, paths, outcome, words, **how)
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


def fill(record: Record, paths: Iterable[str], outcome: Outcome, words: Words, **how: Any) -> None:
    """Read all pages into the record and note what became of each; `how` goes to `flow.add`."""
    from kawat import flow

    with progress(flow.add(paths, record, **how), words.screen["progress"]) as results:
        for _ in outcome.passing(results):
            pass
