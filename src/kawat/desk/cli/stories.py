"""The command that tells which articles belong to one unfolding matter, and which copy others: `kawat stories`."""

from __future__ import annotations

from itertools import islice

import click

from kawat.desk.cli import options
from kawat.desk.cli.outcome import Outcome, progress


@click.command(short_help="Which articles belong to one matter.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@options.record
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@options.workers
@options.failed
@options.output
def stories(
    *,
    paths: tuple[str, ...],
    target: str,
    limit: int | None,
    workers: int,
    failed_file: str | None,
    out: options.Output,
) -> None:
    """Tell of each article in PATH which story it belongs to, and which earlier article it copies.

    A story is one unfolding matter. Without PATH: list the stories of the record.

    Example: kawat stories news/ --format jsonl
    """
    if paths:
        _of_pages(paths, limit, workers, failed_file, out)
        return
    from kawat.desk import columns

    with options.open_existing(target) as record:
        out.emit(
            record.stories(limit),
            columns.stories(out.words) if out.form == "table" else columns.story_codes(),
        )


def _of_pages(
    paths: tuple[str, ...], limit: int | None, workers: int, failed_file: str | None, out: options.Output
) -> None:
    from kawat import flow
    from kawat.desk import columns

    with (
        Outcome(failed_file) as outcome,
        progress(
            flow.stories(paths, workers=workers), out.words.screen["progress"], quiet=out.streams
        ) as found,
    ):
        placed = outcome.passing(found)
        out.emit(islice(placed, limit), columns.placed(out.words, table=out.form == "table"))
        for _ in placed:  # all have been read: what failed of the rest is told too
            pass
        outcome.finish()
