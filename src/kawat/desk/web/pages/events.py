"""Contacts and acts as a table, with filters in the address."""

from __future__ import annotations

import msgspec
from litestar import Controller, Response, get

from kawat.desk import address
from kawat.desk.names import party_names
from kawat.desk.web.desk import Desk
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
    found = desk.record.page(wanted, order=order, after=desk.asked("after") or None, size=SIZE)
    return desk.page(
        "events.html.j2",
        rows=[row_of(event, desk.words, desk.today) for event in found.events],
        total=found.total,
        next=desk.here(after=found.next) if found.next else None,
        first=desk.here(after=None) if desk.asked("after") else None,
        wanted=wanted,
        chips=chips(desk, wanted),
        order=order,
        orders=ORDERS,
        query=address.address_of(wanted),
        parties=party_names(desk.language),
    )


def chips(desk: Desk, wanted: Filter) -> list[tuple[str, str, str]]:
    """Return what a filter asks for: name, value, and the address of the same list without it."""
    return [
        (
            desk.says["filter_" + name],
            value_words(desk, name, value),
            _base(desk, address.without(wanted, name)),
        )
        for name, value in address.pairs_of(wanted)
        if name != "kind" or desk.request.url.path == "/events"
    ]


def _base(desk: Desk, wanted: Filter) -> str:
    query = address.address_of(
        wanted if desk.request.url.path == "/events" else address.without(wanted, "kind")
    )
    return desk.request.url.path + ("?" + query if query else "")


def value_words(desk: Desk, name: str, value: str) -> str:
    """Say the value of a filter."""
    from kawat.desk.names import country_name
    from kawat.desk.wording import date_words

    words = desk.words
    if name in ("between", "party"):
        return country_name(value, desk.language)
    if name in ("since", "until"):
        return date_words(value, words)
    known = {
        "status": words.statuses,
        "type": {code: act.name for code, act in words.acts.items()},
        "mode": {code: mode.name for code, mode in words.contacts.items()},
        "quad": words.quads,
        "kind": {"contacts": desk.says["contacts"], "acts": desk.says["acts"]},
        "contested": {"yes": desk.says["yes"], "no": desk.says["no"]},
    }
    return known.get(name, {}).get(value, value)
