"""What an export is, and what its writer is given besides the events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

import msgspec

from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import Report

#: What a row, line or element of an export stands for.
Rows = Literal["events", "reports", "articles", "pairs"]
#: Events whose reports are fetched at once.
AT_ONCE = 250


class Context(msgspec.Struct, frozen=True):
    """What writers need besides the events; reports and articles are fetched when a writer asks for them."""

    reports_of: Callable[
        [Iterable[Event]], Mapping[str, Sequence[Report]]
    ]  # by event, as `Record.reports_of_many`
    article: Callable[[str], Article]  # by its id
    words: Words  # of the screen language
    today: str  # YYYY-MM-DD, where the data say no time of their own
    base: str | None = (
        None  # address of the desk, without a slash at its end, for links; null: no links to it
    )
    raw: bool = False  # cells that a spreadsheet would run as formulas stay as they are

    def told(self, events: Iterable[Event]) -> Iterator[tuple[Event, Sequence[Report]]]:
        """Yield events with their reports, which are fetched for some events at once."""
        left = iter(events)
        while some := list(islice(left, AT_ONCE)):
            reports = self.reports_of(some)
            yield from ((event, reports[event.id]) for event in some)


class Format(msgspec.Struct, frozen=True):
    """A format that the record can be written in."""

    name: str  # as the command line and addresses have it
    title: str  # key of its name in words/areas/exports.*.toml
    media_type: str
    extension: str  # with its dot
    rows: Rows
    needs: str | None  # the extra of the package that has to be installed
    drops: str  # what it leaves out, in one sentence
    write: Callable[[Iterable[Event], Context], Iterator[bytes]]  # pieces of the file, in order

    @property
    def binary(self) -> bool:
        """Whether it is no text, and does not belong on a terminal."""
        return self.needs is not None
