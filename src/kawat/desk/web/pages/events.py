"""Contacts and acts as a table, with filters in the address."""

from __future__ import annotations

import msgspec
from litestar import Controller, Response, get

from kawat.desk.web.desk import Desk
from kawat.desk.web.filters import Choices, blanks
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import row_of
from kawat.record.model import Filter, Order

SIZE = 50  # events on a page
ORDERS: tuple[Order, ...] = ("newest", "oldest", "reported", "sources")


class EventLists(Controller):
    """Lists of events."""

    opt = READER

    @get("/events", sync_to_thread=True)
    def events(self, desk: Desk) -> Response[str]:
        """Show the events that pass the filters of the address."""
        return _list(desk, desk.wanted())

    @get("/contacts", sync_to_thread=True)
    def contacts(self, desk: Desk) -> Response[str]:
        """Show contacts: meetings, calls, visits, letters."""
        return _list(desk, msgspec.structs.replace(desk.wanted(), kind="contacts"))

    @get("/acts", sync_to_thread=True)
    def acts(self, desk: Desk) -> Response[str]:
        """Show acts: demands, denials, threats, sanctions and the like."""
        return _list(desk, msgspec.structs.replace(desk.wanted(), kind="acts"))


def _list(desk: Desk, wanted: Filter) -> Response[str]:
    order: Order = next((each for each in ORDERS if each == desk.asked("order")), "newest")
    orders: Choices = [(each, desk.says["order_" + each]) for each in ORDERS]
    found = desk.record.page(wanted, order=order, after=desk.asked("after") or None, size=SIZE)
    return desk.page(
        "events.html.j2",
        rows=[row_of(event, desk.words, desk.today) for event in found.events],
        total=found.total,
        next=desk.here(after=found.next) if found.next else None,
        first=desk.here(after=None) if desk.asked("after") else None,
        **blanks(desk, wanted, [("order", desk.says["order"], orders, order)]),
    )
