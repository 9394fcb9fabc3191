"""Exports: the record in the formats of other tools. `FORMATS` has them by name; docs/exports.md tells of each.

    for piece in find("ics").write(stream(record, wanted), context_of(record, words, today)):
        file.write(piece)

A writer takes events as they come and yields pieces of its file, so that an export needs no more memory than some
events (feeds and graphs, which have an order of their own, excepted). What a page says is only ever data there.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kawat.desk.exports.model import Context, Format
from kawat.desk.exports.registry import FORMATS
from kawat.errors import UsageError

if TYPE_CHECKING:
    from kawat.desk.words import Words
    from kawat.linking.model import Event
    from kawat.record import Filter, Record

__all__ = ["FORMATS", "Context", "Format", "context_of", "find", "stream"]

SIZE = 500  # events that are fetched at once
_MODULES = {"frames": "pyarrow"}


def find(name: str) -> Format:
    """Return the format of this name.

    Raises:
        UsageError: there is none, or what it needs is not installed; the message says what to do.
    """
    found = FORMATS.get(name)
    if found is None:
        raise UsageError(
            f"there is no format {name!r}; choose one of {', '.join(FORMATS)}",
            code="no_format",
            choices=", ".join(FORMATS),
        )
    if found.needs and importlib.util.find_spec(_MODULES[found.needs]) is None:
        raise UsageError(
            f'{name} needs more than is installed: pip install "kawat[{found.needs}]"',
            code="not_installed",
            name=name,
        )
    return found


def stream(record: Record, wanted: Filter) -> Iterator[Event]:
    """Yield the events that pass a filter, newest first, `wanted.limit` at most; some are in memory at a time."""
    return islice(_all(record, wanted), wanted.limit)


def _all(record: Record, wanted: Filter) -> Iterator[Event]:
    after: str | None = None
    while True:
        page = record.page(wanted, after=after, size=SIZE)
        yield from page.events
        after = page.next
        if after is None:
            return


def context_of(
    record: Record, words: Words, today: str, *, base: str | None = None, raw: bool = False
) -> Context:
    """Return what writers need of a record; `base` is the address of the desk, for links."""
    address = base.rstrip("/") if base else None
    return Context(record.reports_of_many, record.article, words, today, address, raw)
