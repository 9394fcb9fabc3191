"""Events for drawings, all made up, and what a drawing is checked for."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from kawat.linking.model import Event, Member, Step, Witness
from kawat.reading.model import Party, Place

NS = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "g", "a", "title", "text", "tspan", "path", "line", "rect", "circle"}
NAMES = {
    "aria-hidden", "aria-label", "class", "cx", "cy", "d", "data-key", "dx", "fill", "fill-opacity", "fill-rule",
    "font-family", "font-size", "font-weight", "height", "href", "r", "rel", "role", "rx", "stroke",
    "stroke-dasharray", "stroke-opacity", "stroke-width", "text-anchor", "transform", "viewBox", "width", "x",
    "x1", "x2", "y", "y1", "y2",
}  # fmt: skip


def party(code: str, person: str | None = None) -> Party:
    return Party(code, person, None, code, 0, 3, "test")


def place(
    name: str, country: str | None, precision: str | None, lat: float | None, lon: float | None
) -> Place:
    return Place(name, country, 0, 3, "test", lat, lon, precision)


def witness(name: str, *members: Member) -> Witness:
    ids = tuple(m.article for m in members)
    return Witness(name, (name,), ids, "2024-05-08", "", members)


def event(id: str, date: str | None = "2024-05-07", status: str = "held", **fields: Any) -> Event:
    step = Step(status, "2024-05-08", date, "Harian", f"{id}-r", f"{id}-a")  # type: ignore[arg-type]
    base: dict[str, Any] = {
        "type": "CONSULT",
        "mode": "phone",
        "actors": (party("IDN"),),
        "recipients": (party("MYS"),),
        "place": None,
        "duration": None,
        "status_history": (step,),
        "figures": (),
        "reports": (f"{id}-r",),
        "articles": (f"{id}-a",),
        "sources": (witness("Harian", Member(f"{id}-a", "Harian", "2024-05-08", "own")),),
        "disagreements": (),
        "attributed_to": (),
        "reasons": (),
    }
    return Event(id=id, date=date, status=status, **{**base, **fields})  # type: ignore[arg-type]


def read(svg: str) -> ElementTree.Element:
    """Read a drawing; it must hold elements and attributes of ours only, and no address but a page's."""
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        assert element.tag.removeprefix(NS) in TAGS
        assert set(element.attrib) <= NAMES
        assert element.get("href", "/").startswith(("/", "?", "#", "http://", "https://"))
    return root


def keys(svg: str) -> list[str]:
    return [key for element in read(svg).iter() if (key := element.get("data-key"))]


def classes(svg: str) -> set[str]:
    return {name for element in read(svg).iter() for name in element.get("class", "").split()}
