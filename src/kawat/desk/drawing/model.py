"""What a drawing is: a picture, the table that says the same, and what the picture leaves out, in words."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kawat.linking.model import Event

#: Gives the address of an event's page, or None.
Link = Callable[[Event], str | None]
#: Gives the address of what is between two parties (codes), or None.
PairLink = Callable[[str, str], str | None]


class Row(msgspec.Struct, frozen=True):
    """One line of the table: one mark of the picture, or one event of a mark that stands for several."""

    key: str  # of the event, pair or place; the mark bears it as ``data-key``
    cells: tuple[str, ...]  # as `Table.head` has them
    href: str | None = None


class Table(msgspec.Struct, frozen=True):
    """The picture in words."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


class Drawing(msgspec.Struct, frozen=True):
    """A picture with its table; `svg` stands in a page as it is, `notes` stand below it."""

    svg: str
    table: Table
    notes: tuple[str, ...] = ()
