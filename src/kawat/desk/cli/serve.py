"""The command that serves the desk to browsers: `kawat serve`."""

from __future__ import annotations

import gc
import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kawat.desk.cli import options
from kawat.settings import settings

if TYPE_CHECKING:
    from kawat.desk.web.options import ServeOptions
    from kawat.record import Record


@click.command(short_help="The record in a browser.")
@options.record
@click.option(
    "--sample", is_flag=True, help="Serve the example pages, from a record that is gone afterwards."
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Listen on this address."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--by", default=lambda: settings().by, metavar="NAME", help="Who signs decisions, where nobody logs in."
)
@click.option(
    "--lang", type=click.Choice(options.LANGUAGES), help="Screen language. Default: as the browser asks."
)
@click.option(
    "--today", metavar="YYYY-MM-DD", help="The day to count from. Default: the day of each request."
)
@click.option(
    "--host-name",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name by which others reach this server; may be given more than once.",
)
@click.option("--secure", is_flag=True, help="It is reached by https, by way of a proxy: mark cookies so.")
@click.option("--trust-proxy", is_flag=True, help="Believe a proxy's X-Forwarded-For and -Proto.")
def serve(*, target: str, sample: bool, lang: str | None, today: str | None, **given: Any) -> None:
    """Serve the record to browsers on this machine, until interrupted.

    For a team: add users first, then serve on another --host, or behind a proxy. docs/serving.md says how.

    Example: kawat serve --sample
    """
    import uvicorn

    from kawat.desk.web.access import check_start
    from kawat.desk.web.app import create_app
    from kawat.desk.web.options import ServeOptions

    chosen = ServeOptions(**given, language=lang or "", today=options.day(today) if today else None)
    with _record(target, sample=sample) as record:
        check_start(record, chosen)
        record.relink()
        record.stories_later = True
        app = create_app(record, chosen)
        _keep_loaded()
        _log(chosen)
        uvicorn.run(
            app,
            host=chosen.host,
            port=chosen.port,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            ws="none",
        )


def _keep_loaded() -> None:
    """Take what is loaded by now out of the search for garbage: it stays, and going through it holds a page up."""
    gc.collect()
    gc.freeze()


def _log(chosen: ServeOptions) -> None:
    """Say where the server is, and from now on, on stderr, what is refused; for a team also what is changed."""
    from kawat.desk.web.access import only_here
    from kawat.desk.web.hosts import bracketed

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("kawat")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING if only_here(chosen) else logging.INFO)
    place = f"http://{bracketed(chosen.host)}:{chosen.port}/"
    click.echo(f"Kawat is at {place} (Ctrl-C ends it)", err=True)


@contextmanager
def _record(target: str, *, sample: bool) -> Iterator[Record]:
    """Open the record that is to be served, or one of the example pages."""
    if not sample:
        with options.open_existing(target) as record:
            yield record
        return
    from kawat.desk.cli.demo import sample_folder
    from kawat.flow import add
    from kawat.record import open_record

    with (
        tempfile.TemporaryDirectory(prefix="kawat-") as folder,
        open_record(Path(folder) / "sample.db") as record,
    ):
        for _ in add([str(sample_folder())], record):
            pass
        yield record
