"""Puts rows on stdout: a table for readers; JSON, JSON Lines and CSV for programs.

JSON carries the whole item, with the field names of docs/cli.md; a table and CSV carry the columns asked for.
JSON Lines and CSV are written as the items come, so that a run over many pages needs no more memory than one.
"""

from __future__ import annotations

import csv
import io
import math
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args

import click
import msgspec

from kawat.desk.clean import cell, clip, json_safe, line

Format = Literal["table", "json", "jsonl", "csv"]
FORMATS: tuple[str, ...] = get_args(Format)
T = TypeVar("T")
CELL = 120  # characters of a cell in a table; CSV and JSON carry all
WHOLE = 12  # a column no wider than this, a date or an id, is never broken
Cell = str | int | float | None


class Column(NamedTuple, Generic[T]):
    """A column: its name in CSV, its heading in a table, and how an item gives its value."""

    key: str
    heading: str
    value: Callable[[T], Cell]


def emit(
    items: Iterable[T], columns: Sequence[Column[T]], format: str, *, raw: bool = False, empty: str = ""
) -> int:
    """Write `items` to stdout in `format` and return how many; an empty table says `empty` on stderr."""
    counted = _Counted(items)
    if format == "table":
        _table(columns, list(_cells(counted, columns)), empty)
    elif format == "csv":
        _csv(counted, columns, raw)
    elif format == "json":
        click.echo(json_safe(msgspec.json.format(encode(list(counted)), indent=2)))
    else:
        for item in counted:
            click.echo(json_safe(encode(item)))
    return counted.seen


def encode(item: object) -> str:
    """Encode an item as JSON; text that is no Unicode (half a surrogate pair) has its place marked."""
    try:
        return msgspec.json.encode(item).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(msgspec.to_builtins(item))).decode()


def _whole(value: Any) -> Any:
    """Replace what is no Unicode in all strings of plain data, a character for a character."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, (list, tuple)) else value


class _Counted(Generic[T]):
    """Counts what it lets through."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = items
        self.seen = 0

    def __iter__(self) -> Iterator[T]:
        for item in self.items:
            self.seen += 1
            yield item


def _cells(items: Iterable[T], columns: Sequence[Column[T]]) -> Iterator[list[Cell]]:
    return ([column.value(item) for column in columns] for item in items)


def _csv(items: Iterable[T], columns: Sequence[Column[T]], raw: bool) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([column.key for column in columns])
    for row in _cells(items, columns):
        writer.writerow([cell(value, raw=raw) if isinstance(value, str) else value for value in row])
        click.echo(buffer.getvalue(), nl=False)
        buffer.seek(0)
        buffer.truncate()
    click.echo(buffer.getvalue(), nl=False)


def _table(columns: Sequence[Column[T]], rows: Sequence[Sequence[Cell]], empty: str) -> None:
    """Write a table of the columns that say anything in any row."""
    if not rows:
        click.echo(empty, err=True)
        return
    kept = [i for i in range(len(columns)) if any(row[i] not in (None, "") for row in rows)]
    texts = [[_text(row[i]) for i in kept] for row in rows]
    headings = [columns[i].heading for i in kept]
    numeric = [all(isinstance(row[i], (int, float)) for row in rows) for i in kept]
    (_rich_table if sys.stdout.isatty() else _plain_table)(headings, texts, numeric)


def _text(value: Cell) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else clip(line(str(value)), CELL)


def _plain_table(headings: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> None:
    """Write columns one blank pair apart, each as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    for row in (headings, *rows):
        cells = [_pad(text, w, right) for text, w, right in zip(row, widths, numeric, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _pad(text: str, size: int, right: bool) -> str:
    blanks = " " * (size - width(text))
    return blanks + text if right else text + blanks


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def _rich_table(headings: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=sum(widths) + 3 * len(widths) > console.width)
    for heading, size, right in zip(headings, widths, numeric, strict=True):
        share = None if size <= WHOLE else math.isqrt(100 * size)  # of what is left: the wider the more
        justify: Literal["left", "right"] = "right" if right else "left"
        table.add_column(heading, justify=justify, overflow="fold", no_wrap=share is None, ratio=share)
    for row in rows:
        table.add_row(*map(Text, row))  # Text, not markup: what a page says in square brackets stays as it is
    console.print(table)
