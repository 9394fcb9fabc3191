"""Marks for events. The shape says what it is, the filling how it stands; colour only repeats the shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from kawat.desk.drawing.svg import Svg, drawing, fit, group, join, measure, path, rule, tag, text
from kawat.desk.words import Words, area
from kawat.reading.model import EventType, Status
from kawat.reading.plover import QUADS

Nature = Literal["contact", "cooperation", "conflict"]
NATURES: tuple[Nature, ...] = ("contact", "cooperation", "conflict")
STATUSES: tuple[Status, ...] = ("held", "planned", "proposed", "postponed", "cancelled", "denied")


def nature(type_: EventType) -> Nature:
    """Say what a mark's shape tells: a contact (circle), an act of cooperation (square), of conflict (diamond)."""
    if type_ == "CONSULT":
        return "contact"
    return "conflict" if QUADS[type_].endswith("conflict") else "cooperation"


def mark(what: Nature, status: Status, x: float, y: float, r: float = 5.5) -> Svg:
    """Draw one event at a point."""
    return group(
        _shape(what, status, x, y, r), *_signs(what, status, x, y, r), class_=f"d-mark d-{what} d-{status}"
    )


def _shape(what: Nature, status: Status, x: float, y: float, r: float) -> Svg:
    fill = "currentColor" if status == "held" else "none"
    dash = "2 1.6" if status == "proposed" else None
    drawn: dict[str, str | float | None] = {
        "fill": fill,
        "stroke": "currentColor",
        "stroke_width": 1.6,
        "stroke_dasharray": dash,
    }
    if what == "contact":
        return tag("circle", class_="d-body", cx=x, cy=y, r=r, **drawn)
    if what == "cooperation":
        return tag(
            "rect", class_="d-body", x=x - r + 0.5, y=y - r + 0.5, width=2 * r - 1, height=2 * r - 1, **drawn
        )
    return path(_diamond(x, y, r + 1), class_="d-body", **drawn)


def _diamond(x: float, y: float, r: float) -> str:
    return f"M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z"


def _signs(what: Nature, status: Status, x: float, y: float, r: float) -> list[Svg]:
    """Draw what is over the shape: half filled for put off, struck for called off, crossed for denied."""
    if status == "postponed":
        return [path(_left_half(what, x, y, r), fill="currentColor", stroke="none")]
    if status == "cancelled":
        return [rule(x - r - 3.5, y, x + r + 3.5, y, stroke_width=2, class_="d-strike")]
    if status == "denied":
        s = r * 0.8
        told = f"M{x - s:.1f} {y - s:.1f}l{2 * s:.1f} {2 * s:.1f}M{x - s:.1f} {y + s:.1f}l{2 * s:.1f} {-2 * s:.1f}"
        return [path(told, stroke_width=1.8)]
    return []


def _left_half(what: Nature, x: float, y: float, r: float) -> str:
    if what == "contact":
        return f"M{x:.1f} {y - r:.1f}a{r:.1f} {r:.1f} 0 0 0 0 {2 * r:.1f}z"
    if what == "cooperation":
        return f"M{x - r + 0.5:.1f} {y - r + 0.5:.1f}h{r - 0.5:.1f}v{2 * r - 1:.1f}h{0.5 - r:.1f}z"
    return f"M{x:.1f} {y - r - 1:.1f}l{-r - 1:.1f} {r + 1:.1f}l{r + 1:.1f} {r + 1:.1f}z"


def legend(
    natures: Iterable[Nature],
    statuses: Iterable[Status],
    words: Words,
    further: Sequence[tuple[Svg, str]] = (),
) -> list[tuple[Svg, str]]:
    """Return drawn keys (about the point 0, 0) with what they mean; only for what is there."""
    said, seen, standing = area("drawing", words.language), set(natures), set(statuses)
    keys = [(mark(n, "held", 0, 0), said[n]) for n in NATURES if n in seen]
    keys += [
        (group(mark("contact", s, 0, 0), class_="d-key"), words.statuses[s])
        for s in STATUSES
        if s in standing
    ]
    return [*keys, *further]


def legend_rows(keys: Sequence[tuple[Svg, str]], x: float, y: float, width: float) -> tuple[Svg, float]:
    """Lay keys out in rows from the point (x, y); return them and the height they take."""
    left, top, drawn = x, y, []
    for sign, words in keys:
        shown = fit(words, width - 40)
        room = 36 + measure(shown, 12)
        if left > x and left + room > x + width:
            left, top = x, top + 20
        words_at = tag("text", text(shown), x=left + 24, y=top + 4, font_size=12, fill="currentColor")
        drawn.append(join(group(sign, transform=f"translate({left + 8:.1f} {top:.1f})"), words_at))
        left += room + 8
    return group(*drawn, class_="d-legend"), top - y + 20 if keys else 0.0


def nothing(kind: str, width: float, said: str, hint: str) -> str:
    """Draw the whole of a drawing that has nothing to show, and say so."""
    middle = width / 2
    ring = tag("circle", cx=middle, cy=44, r=16, fill="none", stroke="currentColor", stroke_dasharray="3 4")
    told = [
        tag(
            "text",
            text(fit(t, width - 16, s)),
            x=middle,
            y=y,
            font_size=s,
            text_anchor="middle",
            fill="currentColor",
        )
        for t, y, s in ((said, 88, 15), (hint, 110, 12))
    ]
    return drawing(kind, width, 130, said, group(ring, *told, class_="d-nothing"))
