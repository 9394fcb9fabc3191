"""The command that writes events in the formats of other tools: `kawat export`."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kawat.desk.cli import options
from kawat.errors import UsageError

if TYPE_CHECKING:
    from kawat.desk.words import Words

#: As in `kawat.desk.exports.FORMATS`, which is not loaded for `--help`; a test holds them together.
NAMES = (
    "jsonl", "reports-jsonl", "csv", "parquet", "plover", "polecat", "gdelt-events", "gdelt-mentions", "graphml",
    "gexf", "ics", "jsonld", "rss", "atom", "timelinejs", "bibtex",
)  # fmt: skip


@click.command(short_help="Events in the formats of other tools.")
@click.argument("form", metavar="FORMAT", type=click.Choice(NAMES))
@options.record
@options.filters
@options.today
@click.option("--output", default="-", metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("--base", metavar="URL", help="Address of the desk, for links to its pages.")
@click.option("--raw", is_flag=True, help="Do not guard cells that a spreadsheet would run as formulas.")
@options.language
def export(
    *,
    form: str,
    target: str,
    wanted: options.Wanted,
    today: str,
    output: str,
    base: str | None,
    raw: bool,
    words: Words,
) -> None:
    """Write the events wanted, newest first, as FORMAT: jsonl, reports-jsonl, csv, parquet, plover, polecat,
    gdelt-events, gdelt-mentions, graphml, gexf, ics, jsonld, rss, atom, timelinejs or bibtex.

    Example: kawat export ics --status planned --output plans.ics
    """
    from kawat.desk import exports

    format = exports.find(form)
    if format.binary and output == "-" and sys.stdout.isatty():
        raise UsageError(f"{form} is no text for a terminal; name a file with --output")
    with options.open_existing(target) as record:
        context = exports.context_of(record, words, today, base=_base(base), raw=raw)
        write(format.write(exports.stream(record, options.make_filter(wanted)), context), output)


def _base(url: str | None) -> str | None:
    from kawat.desk.exports.common import address

    if url and not address(url):
        raise UsageError(f"--base: {url!r} is no address of the web; write it like http://desk.example:8000")
    return address(url)


def write(pieces: Iterable[bytes], output: str) -> None:
    """Write a file of pieces to `output`, ``-`` for stdout. A file is put in its place when it is whole.

    Raises:
        UsageError: it cannot be written.
    """
    if output == "-":
        out = sys.stdout.buffer
        for piece in pieces:
            out.write(piece)
        out.flush()
        return
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"--output: {output} is a folder; name a file in it")
    try:
        _replace(path, pieces)
    except OSError as e:
        raise UsageError(f"--output: {output} cannot be written ({e.strerror}); name another file") from e


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, and put what is whole in its place; what a failure leaves is taken away."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        made.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
