"""The commands that run one stage each, without a record: article, annotate, read, link."""

from __future__ import annotations

import codecs
import errno
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from kawat.desk.cli import options
from kawat.desk.cli.outcome import Outcome, progress
from kawat.errors import BadLine, PageError, UnreadablePage

if TYPE_CHECKING:
    from kawat.reading.model import Report


@click.command(short_help="Pages to articles: title, date, outlet, body.")
@options.paths
@options.failed
@options.output
def article(paths: tuple[str, ...], failed_file: str | None, out: options.Output) -> None:
    """Read pages and print the articles in them: title, date, outlet, body, the role of each line.

    Example: kawat article news/*.html --format jsonl
    """
    from kawat import flow
    from kawat.desk import columns
    from kawat.desk.views import article_view

    with (
        Outcome(failed_file) as outcome,
        progress(flow.articles(paths), out.words.screen["progress"], quiet=out.streams) as found,
    ):
        articles = outcome.passing(found)
        if out.json:
            out.emit(map(article_view, articles))
        else:
            out.emit(articles, columns.articles(out.words))
        outcome.finish()


@click.command(short_help="Times, actors, places, figures, statements.")
@options.paths
@options.failed
@options.output
def annotate(paths: tuple[str, ...], failed_file: str | None, out: options.Output) -> None:
    """Print what is named in each article: times, actors, places, figures, statements.

    Example: kawat annotate page.txt --format jsonl
    """
    from kawat import flow
    from kawat.desk import columns
    from kawat.desk.views import mentions

    with (
        Outcome(failed_file) as outcome,
        progress(flow.mentions(paths), out.words.screen["progress"], quiet=out.streams) as found,
    ):
        annotated = outcome.passing(found)
        if out.json:
            out.emit(annotated)
        else:
            out.emit((row for each in annotated for row in mentions(each)), columns.mentions(out.words))
        outcome.finish()


@click.command(short_help="Pages to reports: who did what with whom.")
@options.paths
@options.workers
@options.confidence
@options.failed
@options.output
def read(
    paths: tuple[str, ...], workers: int, confidence: float, failed_file: str | None, out: options.Output
) -> None:
    """Read pages and print their reports: who did what with whom, when, where, and the proving words.

    Example: kawat read news/ --format jsonl > reports.jsonl
    """
    from kawat import flow
    from kawat.desk import columns

    pages = flow.reports(paths, workers=workers, confidence=confidence)
    with (
        Outcome(failed_file) as outcome,
        progress(pages, out.words.screen["progress"], quiet=out.streams) as found,
    ):
        reports = (report for _, told in outcome.passing(found) for report in told)
        out.emit(reports, columns.reports(out.words))
        outcome.finish()


@click.command(short_help="Reports to events.")
@click.argument("reports", nargs=-1, required=True, metavar="REPORTS...", type=click.Path(allow_dash=True))
@options.failed
@options.output
def link(reports: tuple[str, ...], failed_file: str | None, out: options.Output) -> None:
    """Link REPORTS (JSON Lines, as `kawat read --format jsonl` prints them) to events.

    Example: kawat read news/ --format jsonl | kawat link -
    """
    import kawat
    from kawat.desk.cli.events import print_events

    with Outcome(failed_file, may_be_empty=True) as outcome:
        print_events(kawat.link(outcome.passing(_read_reports(reports))), out)
        outcome.finish()


def _read_reports(files: Iterable[str]) -> Iterator[tuple[str, Report | PageError]]:
    """Decode reports, a line each; a line that is none comes out as an error, and so does a file."""
    import msgspec

    from kawat.reading.model import Report

    decoder = msgspec.json.Decoder(Report)
    for name in files:
        try:
            for number, text in enumerate(_lines(name), start=1):
                try:
                    if text.strip():
                        yield name, decoder.decode(text)
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
                    reason = f"no report: {e}; give what `kawat read --format jsonl` prints"
                    yield f"{name}:{number}", BadLine(reason)
        except OSError as e:
            yield name, UnreadablePage(e.strerror or str(e))


def _lines(name: str) -> Iterator[Any]:
    if name == "-" and sys.stdin is None:  # closed by the caller (`<&-`)
        raise OSError(errno.EBADF, "no standard input to read; name a file")
    with click.open_file(name, "rb") as file:
        yield file.readline().removeprefix(codecs.BOM_UTF8)
        yield from file
