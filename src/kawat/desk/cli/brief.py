"""The command that writes a brief: `kawat brief`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kawat.desk.cli import options
from kawat.desk.cli.outcome import open_output

if TYPE_CHECKING:
    from kawat.desk.words import Words


@click.command(short_help="A brief with notes, Markdown or HTML.")
@options.record
@options.filters
@options.today
@click.option("--format", "form", type=click.Choice(["md", "html"]), default="md", show_default=True)
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to stdout."
)
@click.option("--title", help="The title of the brief.")
@options.language
def brief(
    *,
    target: str,
    wanted: dict[str, Any],
    today: str,
    form: str,
    output: str | None,
    title: str | None,
    words: Words,
) -> None:
    """Write a brief of the events wanted, each sentence with notes to the words that prove it.

    Example: kawat brief --between RUS USA --since 2021-12 --lang id --format html --output brief.html
    """
    from kawat.desk import brief as briefs

    with options.open_existing(target) as record:
        events = record.timeline(options.make_filter(wanted))
        period = _period(wanted, words)
        made = briefs.compose(events, record.reports_of, words, today=today, title=title, period=period)
    text = briefs.html(made, words) if form == "html" else briefs.markdown(made, words)
    with open_output(output or "-") as file:
        file.write(text)


def _period(wanted: dict[str, Any], words: Words) -> str | None:
    """Say the days that were asked for, as far as they were."""
    from kawat.desk.wording import date_words

    first, last = wanted.get("since"), wanted.get("until")
    if not (first or last):
        return None
    return " – ".join(date_words(day, words) if day else "…" for day in (first, last))
