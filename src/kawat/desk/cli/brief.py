"""The command that writes a brief: `kawat brief`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kawat.desk.cli import options
from kawat.errors import UsageError

if TYPE_CHECKING:
    from kawat.desk.words import Words

FORMATS = ("md", "html", "pdf", "docx")  # as `desk.briefs.FORMATS` has them, which takes time to load


@click.command(short_help="A brief with notes: Markdown, HTML, PDF or Word.")
@options.record
@options.filters
@options.today
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the name of the output, else md."
)
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to stdout."
)
@click.option("--title", help="The title of the brief.")
@options.language
def brief(
    *,
    target: str,
    wanted: options.Wanted,
    today: str,
    form: str | None,
    output: str | None,
    title: str | None,
    words: Words,
) -> None:
    """Write a brief of the events wanted, each sentence with notes to the words that prove it.

    Of many events the 200 with the most independent sources are told; --limit says how many.

    Example: kawat brief --between RUS USA --since 2021-12 --lang id --output brief.pdf
    """
    from kawat.desk import briefs

    form = form or _by_name(output)
    if form in ("pdf", "docx") and output in (None, "-") and sys.stdout.isatty():
        raise UsageError(f"a brief as {form} is no text for a terminal; name a file with --output")
    limit, filter = wanted.limit or briefs.SHOWN, options.make_filter(wanted._replace(limit=None))
    with options.open_existing(target) as record:
        made = briefs.of_record(record, filter, words, today=today, title=title, limit=limit)
    _write(briefs.FORMATS[form].set(made, words), output)


def _by_name(output: str | None) -> str:
    """Return the format that a file's name ends in, Markdown where it says none."""
    ending = Path(output or "").suffix.lower().removeprefix(".")
    return {"htm": "html", "markdown": "md"}.get(ending, ending if ending in FORMATS else "md")


def _write(made: bytes, output: str | None) -> None:
    """Write a brief to a file, or to stdout.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None or output == "-":
        click.echo(made, nl=False)
        return
    try:
        Path(output).write_bytes(made)
    except OSError as e:
        raise UsageError(f"{output}: cannot be written ({e.strerror}); name another file") from e
