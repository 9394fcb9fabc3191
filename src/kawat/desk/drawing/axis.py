"""Draws an axis of time: ticks with words, cuts with how much they leave out, today."""

from __future__ import annotations

from kawat.desk.drawing.scale import BREAK, Scale, ticks
from kawat.desk.drawing.svg import Svg, group, measure, path, rule, tag, text
from kawat.desk.words import Words, area


def axis_drawn(axis: Scale, top: float, bottom: float, today: int, words: Words) -> Svg:
    """Draw what lies behind the marks between `top` and `bottom`; the words stand above `top`."""
    parts = [_ticks(axis, top, bottom, words)]
    for one, other in zip(axis.stretches, axis.stretches[1:], strict=False):
        parts.append(_cut(one.right, other.first - one.last, top, bottom, words))
    return group(*parts, _today(axis.x(today + 0.5), top, bottom, words, axis.right), class_="d-axis")


def _ticks(axis: Scale, top: float, bottom: float, words: Words) -> Svg:
    parts = []
    for tick in ticks(axis, words):
        if tick.minor or tick.major:
            parts.append(rule(tick.x, top - (32 if tick.major else 4), tick.x, bottom, class_="d-tick"))
        shown = ((tick.minor, top - 7, "d-soft"), (tick.major, top - 22, "d-major"))
        parts += [
            tag("text", text(said), x=tick.x + 3, y=y, font_size=11, fill="currentColor", class_=name)
            for said, y, name in shown
            if said and tick.x + measure(said, 11) <= axis.right + 10
        ]
    parts += [rule(s.left, top, s.right, top, class_="d-base") for s in axis.stretches]
    return group(*parts)


def _cut(x: float, days: int, top: float, bottom: float, words: Words) -> Svg:
    """Draw a cut: two jagged lines, and between them how much time it leaves out."""
    lines = []
    for at in (x + 7, x + BREAK - 7):
        teeth = "".join(f"l{3 if i % 2 else -3} 6" for i in range(int((bottom - top + 6) // 6)))
        lines.append(path(f"M{at:.1f} {top - 6:.1f}{teeth}", class_="d-cut"))
    said = area("drawing", words.language)["cut"].format(time=time_said(days, words))
    middle = x + BREAK / 2 + 4
    turned = f"rotate(-90 {middle:.1f} {bottom - 4:.1f})"
    told = tag(
        "text",
        text(time_said(days, words)),
        x=middle,
        y=bottom - 4,
        font_size=11,
        fill="currentColor",
        transform=turned,
    )
    return group(tag("title", text(said)), *lines, told, class_="d-gap")


def time_said(days: int, words: Words) -> str:
    """Say a number of days in the largest unit that it fills: "7 months"."""
    unit, size = next(
        u for u in (("Y", 365.25), ("MONTH", 30.44), ("W", 7), ("D", 1)) if days >= 2 * u[1] or u[1] == 1
    )
    count = int(days / size)
    return f"{count} {words.units[unit][0 if count == 1 else 1]}"


def _today(x: float, top: float, bottom: float, words: Words, right: float) -> Svg:
    said = area("drawing", words.language)["today"]
    flag = path(f"M{x - 4:.1f} {top - 5:.1f}h8l-4 6z", fill="currentColor", stroke="none")
    x_of, anchor = (x + 4, "middle") if x + 30 < right else (x + 6, "end")  # at the edge it would be cut
    told = tag(
        "text", text(said), x=x_of, y=bottom + 12, font_size=11, fill="currentColor", text_anchor=anchor
    )
    return group(rule(x, top, x, bottom, stroke_width=1.5), flag, told, class_="d-today")
