"""Keeps count of a run's inputs: each failure is one line on stderr, and the exit code tells the whole."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import IO, TypeVar

import click

from kawat.desk.clean import line
from kawat.errors import PageError, UsageError

T = TypeVar("T")


class Outcome:
    """What became of the inputs of one run. Use it as a context manager; leave with `finish`."""

    def __init__(self, failed_file: str | None = None, *, may_be_empty: bool = False) -> None:
        self.good = 0
        self.failed = 0
        self._path = failed_file
        self._may_be_empty = may_be_empty
        self._file: IO[str] | None = None

    def __enter__(self) -> Outcome:
        if self._path:
            self._file = open_output(self._path)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def fail(self, source: str, reason: str) -> None:
        """Note an input that could not be read."""
        self.failed += 1
        told, why = line(source), line(reason.removeprefix(f"{source}: "))
        click.echo(f"kawat: {told}: {why}", err=True)
        if self._file:
            self._file.write(f"{told}\t{why}\n")

    def passing(self, results: Iterable[tuple[str, T | PageError]]) -> Iterator[T]:
        """Let the good results through and note the others."""
        for source, result in results:
            if isinstance(result, PageError):
                self.fail(source, str(result))
            else:
                self.good += 1
                yield result

    @property
    def code(self) -> int:
        """The exit code."""
        if not self.good and not (self._may_be_empty and not self.failed):
            return 3
        return 1 if self.failed else 0

    def finish(self) -> None:
        """Leave the command with the exit code."""
        if self.code == 3 and not self.failed:
            click.echo("kawat: no page found in what was given", err=True)
        if self.code:
            click.get_current_context().exit(self.code)


def open_output(path: str) -> IO[str]:
    """Open a file to write to, ``-`` for stdout.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        return click.open_file(path, "w", encoding="utf-8")
    except OSError as e:
        raise UsageError(f"{path}: cannot be written ({e.strerror}); name another file") from e


@contextlib.contextmanager
def progress(items: Iterable[T], label: str, *, quiet: bool = False) -> Iterator[Iterable[T]]:
    """Show on stderr how many items have passed, where stderr is a terminal and nobody is disturbed by it."""
    if quiet or not sys.stderr.isatty():
        yield items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar.track(items, total=None, description=label)
