"""Drawings as pages have them: the picture as markup of ours, with the table that says the same.

This is the one place that takes a text for markup: `kawat.desk.drawing` has escaped all that pages say in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup

from kawat.desk import address, drawing
from kawat.desk.drawing.activity import Options as ActivityOptions
from kawat.desk.drawing.map import Options as MapOptions
from kawat.desk.drawing.network import Options as NetworkOptions
from kawat.desk.drawing.timeline import Options as TimelineOptions
from kawat.desk.web.rows import actor_href, event_href, pair_href
from kawat.record.model import Filter

if TYPE_CHECKING:
    from kawat.desk.drawing.lanes import Kind
    from kawat.desk.drawing.scale import Unit
    from kawat.desk.web.desk import Desk
    from kawat.linking.model import Event

LANES: tuple[Kind, ...] = ("pairs", "actors", "none")
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")


class Drawn(msgspec.Struct, frozen=True):
    """A drawing as a template takes it."""

    svg: Markup
    table: drawing.Table
    notes: tuple[str, ...]


def drawn(made: drawing.Drawing) -> Drawn:
    """Return a drawing with its picture as markup."""
    return Drawn(Markup(made.svg), made.table, made.notes)  # noqa: S704


def timeline(
    desk: Desk,
    events: Sequence[Event],
    wanted: Filter,
    *,
    lanes: Kind = "pairs",
    unit: Unit | None = None,
    focus: str | None = None,
) -> drawing.Drawing:
    """Draw events in time; a mark that stands for several leads to the list of their days within `wanted`."""
    options = TimelineOptions(lanes=lanes, unit=unit, focus=focus, days=_days(wanted))
    return drawing.timeline(events, desk.words, desk.today, _event, options)


def network(desk: Desk, events: Sequence[Event], focus: str | None = None) -> drawing.Drawing:
    """Draw who deals with whom."""
    options = NetworkOptions(focus=focus, party=actor_href)
    return drawing.network(events, desk.words, pair_href, options)


def world_map(desk: Desk, events: Sequence[Event], wanted: Filter) -> drawing.Drawing:
    """Draw where events took place; a place leads to the list of its events within `wanted`."""

    def place(name: str, _: str | None) -> str:
        return _list(wanted, place=name)

    options = MapOptions(place=place, country=lambda code: _list(wanted, place=code))
    return drawing.world_map(events, desk.words, _event, options)


def activity(desk: Desk, events: Sequence[Event], wanted: Filter) -> Drawn | None:
    """Draw how many contacts and acts there were over time; None where there were none."""
    if not events:
        return None
    return drawn(drawing.activity(events, desk.words, ActivityOptions(width=1000, months=_days(wanted))))


def _event(event: Event) -> str:
    return event_href(event.id)


def _days(wanted: Filter) -> Callable[[str, str], str]:
    return lambda first, last: _list(wanted, since=first, until=last)


def _list(wanted: Filter, **changed: str) -> str:
    return "/events?" + address.address_of(msgspec.structs.replace(wanted, **changed))
