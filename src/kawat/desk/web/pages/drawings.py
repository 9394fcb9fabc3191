"""Timeline, network and map: the events of the address's filters as a drawing, with a table that says the same."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, Literal

from litestar import Controller, Response, get

from kawat.desk import address
from kawat.desk.drawing import Drawing
from kawat.desk.web import drawn
from kawat.desk.web.desk import Desk
from kawat.desk.web.filters import Choices, blanks
from kawat.desk.web.persons import READER
from kawat.desk.web.static import asset_text
from kawat.linking.model import Event
from kawat.record.model import Filter

Kind = Literal["timeline", "network", "map"]
#: How many of the newest events may be drawn; the first where the address does not say.
AMOUNTS = {"timeline": (250, 1000), "network": (1000, 250), "map": (500, 1000)}


class Drawings(Controller):
    """Drawings of lists."""

    opt = READER

    @get("/timeline", sync_to_thread=True)
    def timeline(self, desk: Desk) -> Response[str]:
        """Show events in time."""
        return _page(desk, "timeline")

    @get("/network", sync_to_thread=True)
    def network(self, desk: Desk) -> Response[str]:
        """Show who deals with whom."""
        return _page(desk, "network")

    @get("/map", sync_to_thread=True)
    def map(self, desk: Desk) -> Response[str]:
        """Show where events take place."""
        return _page(desk, "map")

    @get("/timeline.svg", sync_to_thread=True)
    def timeline_file(self, desk: Desk) -> Response[str]:
        """Give the timeline as a file."""
        return _file(desk, "timeline")

    @get("/network.svg", sync_to_thread=True)
    def network_file(self, desk: Desk) -> Response[str]:
        """Give the network as a file."""
        return _file(desk, "network")

    @get("/map.svg", sync_to_thread=True)
    def map_file(self, desk: Desk) -> Response[str]:
        """Give the map as a file."""
        return _file(desk, "map")


def _page(desk: Desk, kind: Kind) -> Response[str]:
    wanted = desk.wanted()
    amount = _amount(desk, kind)
    found = desk.record.page(wanted, size=amount)
    said = desk.area("actors")
    choices = _choices(desk, kind, amount)
    return desk.page(
        "drawing.html.j2",
        kind=kind,
        drawn=drawn.drawn(_drawing(desk, kind, found.events, wanted)),
        shown=len(found.events),
        total=found.total,
        choices=[
            (
                label,
                [(name_, desk.here(**{name: value_ or None}), value_ == value) for value_, name_ in options],
            )
            for name, label, options, value in choices
        ],
        file=f"/{kind}.svg?" + address.address_of(wanted, **_set(choices)),
        lede=said[kind + "_lede"],
        said=said,
        **blanks(desk, wanted, kept=list(_set(choices).items())),
    )


def _file(desk: Desk, kind: Kind) -> Response[str]:
    wanted = desk.wanted()
    found = desk.record.page(wanted, size=_amount(desk, kind))
    picture = _drawing(desk, kind, found.events, wanted).svg
    desk.all_read()
    dress = f"<style>{escape(asset_text('drawing.css'), quote=False)}</style>"
    headers = {"Content-Disposition": f'attachment; filename="kawat-{kind}.svg"'}
    return Response(picture.replace(">", ">" + dress, 1), media_type="image/svg+xml", headers=headers)


def _drawing(desk: Desk, kind: Kind, events: tuple[Event, ...], wanted: Filter) -> Drawing:
    draw: dict[Kind, Callable[[], Drawing]] = {
        "timeline": lambda: drawn.timeline(
            desk, events, wanted, lanes=_lanes(desk), unit=_unit(desk), focus=wanted.party
        ),
        "network": lambda: drawn.network(desk, events, wanted.party),
        "map": lambda: drawn.world_map(desk, events, wanted),
    }
    return draw[kind]()


def _lanes(desk: Desk) -> Any:
    return next((each for each in drawn.LANES if each == desk.asked("lanes")), drawn.LANES[0])


def _unit(desk: Desk) -> Any:
    return next((each for each in drawn.UNITS if each == desk.asked("scale")), None)


def _amount(desk: Desk, kind: Kind) -> int:
    return next((each for each in AMOUNTS[kind] if str(each) == desk.asked("amount")), AMOUNTS[kind][0])


def _choices(desk: Desk, kind: Kind, amount: int) -> list[tuple[str, str, Choices, str]]:
    """Return what may be chosen of a drawing: its name in the address, label, values with names, what is chosen.

    The value of what stands without being asked for is "".
    """
    said = desk.area("actors")
    first = AMOUNTS[kind][0]
    amounts = [
        ("" if n == first else str(n), said["amount_newest"].format(count=n)) for n in sorted(AMOUNTS[kind])
    ]
    found = [("amount", said["amount"], amounts, "" if amount == first else str(amount))]
    if kind != "timeline":
        return found
    lanes: Choices = [("" if each == drawn.LANES[0] else each, said["lanes_" + each]) for each in drawn.LANES]
    units = [("", said["unit_auto"]), *((each, said["unit_" + each]) for each in drawn.UNITS)]
    lane = _lanes(desk)
    return [
        ("lanes", said["lanes"], lanes, "" if lane == drawn.LANES[0] else lane),
        ("scale", said["scale"], units, _unit(desk) or ""),
        *found,
    ]


def _set(choices: list[tuple[str, str, Choices, str]]) -> dict[str, str]:
    return {name: value for name, _, _, value in choices if value}
