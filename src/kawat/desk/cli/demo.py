"""The command that shows what Kawat does, on the pages that come with it: `kawat demo`."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kawat.desk.cli import options
from kawat.desk.cli.outcome import Outcome
from kawat.errors import UnreadablePage

if TYPE_CHECKING:
    from kawat.desk.words import Words
    from kawat.record import Record

PACKAGE = Path(__file__).parents[2]
#: Where the example pages lie: in the installed package, or beside `src` in a checkout.
FOLDERS = (PACKAGE / "examples" / "pages", PACKAGE.parents[1] / "examples" / "pages")


@click.command(short_help="A tour of the example pages.")
@click.option(
    "--record", "target", metavar="FILE|URL", help="Keep the record here. Default: one that is thrown away."
)
@options.today
@options.language
def demo(target: str | None, today: str, words: Words) -> None:
    """Read the example pages that come with Kawat, and show what it finds in them.

    Example: kawat demo --record demo.db
    """
    from kawat.desk.cli.store import fill
    from kawat.record import open_record

    folder = sample_folder()
    with _place(target) as place, open_record(place) as record, Outcome() as outcome:
        count = sum(1 for path in folder.iterdir() if path.is_file())
        shown = target or words.screen["demo_temporary"]
        click.echo(
            words.screen["demo_reading"].format(n=count, folder=folder.parent.name, record=shown), err=True
        )
        fill(record, [str(folder)], outcome, words)
        _tour(record, today, words)
        _next(record, target, words)
        outcome.finish()


def sample_folder() -> Path:
    """Return the folder of the example pages.

    Raises:
        UnreadablePage: they are not installed.
    """
    folder = next((f for f in FOLDERS if f.is_dir()), None)
    if folder is None:
        raise UnreadablePage("the example pages are not installed; run `kawat add` on pages of your own")
    return folder


@contextlib.contextmanager
def _place(target: str | None) -> Iterator[str]:
    """Give the record's place: the one wanted, or one in a folder that is removed afterwards."""
    if target:
        yield target
        return
    with tempfile.TemporaryDirectory(prefix="kawat-") as folder:
        yield str(Path(folder) / "demo.db")


def _tour(record: Record, today: str, words: Words) -> None:
    from kawat.desk.cli.events import print_agenda, print_events
    from kawat.record import Filter

    out = options.Output("table", False, words)
    for kind in ("contacts", "acts"):
        _heading(words.screen[f"demo_{kind}"])
        print_events(record.timeline(Filter(kind=kind)), out)
    _heading(words.screen["demo_disagreements"])
    _disagreements(record, words)
    _heading(words.screen["demo_agenda"])
    print_agenda(record.agenda(today), today, out)


def _heading(text: str) -> None:
    click.echo("\n" + click.style(text, bold=True) + "\n")


def _disagreements(record: Record, words: Words) -> None:
    """Print each event on which sources differ, with the values side by side."""
    from kawat.desk import wording
    from kawat.desk.cli.show import disagreements

    told = [event for event in record.timeline() if event.disagreements]
    for event in told:
        click.echo(wording.sentence(event, words))
        for text in disagreements(event, words):
            click.echo(f"  {text}")
    if not told:
        click.echo(words.screen["nothing"], err=True)


def _next(record: Record, target: str | None, words: Words) -> None:
    """Print commands that work from here."""
    place = f" --record {target}" if target else ""
    events = record.timeline()
    _heading(words.screen["demo_next"])
    if not target:
        click.echo("  kawat demo --record demo.db")
        place = " --record demo.db"
    if events:
        widest = max(events, key=lambda e: (len(e.sources), len(e.reports), e.id))
        click.echo(f"  kawat show {widest.id}{place}")
    click.echo(f"  kawat timeline{place}")
    click.echo(f"  kawat brief{place} --format html --output brief.html")
    click.echo("  kawat add YOUR-PAGES/ && kawat contacts")
