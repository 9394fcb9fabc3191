"""Writes SVG: a tiny builder through which text only ever goes in escaped, and widths of text to reckon with.

Nothing here makes a ``style`` attribute, a script, an event handler or an id: a page may forbid all of them, and
several drawings may stand on one page. Colour is ``currentColor``; classes (static/drawing.css) say which.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NewType
from xml.sax.saxutils import escape

from kawat.desk.clean import line

Svg = NewType("Svg", str)  # well-formed SVG, made here and nowhere else

_PLAIN = re.compile(r"[ -~\u00a1-\u02ff–—…·“”’]*")  # one class, so that no text takes long
_NOT_XML = re.compile("[\ufffe\uffff]")
_LINK = re.compile(r"(?:/(?![/\\])|\?|#|https?://)[^\s\\]*")
_NAMES = {"class_": "class"}
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_NARROW, _SLIM, _WIDE = frozenset("ijlI.,:;'|!·’‘"), frozenset('frt()-[]/ “”"'), frozenset("mwMW@%—…&")


def text(words: str) -> Svg:
    """Return `words` as the content of an element or the value of an attribute, on one line."""
    plain = _PLAIN.fullmatch(words) and "  " not in words and words == words.strip(" ")
    told = words if plain else _NOT_XML.sub("", line(words))
    return Svg(escape(told, _QUOTES))


def tag(name: str, *children: Svg, **attributes: str | float | None) -> Svg:
    """Write an element; an attribute that is None is left out, ``aria_label`` becomes ``aria-label``."""
    told = "".join(
        f' {_NAMES.get(key) or key.replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return Svg(f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>")


def _value(value: str | float) -> str:
    return text(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Write a coordinate: to a tenth, without a needless point."""
    told = f"{value:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told


def join(*parts: Svg) -> Svg:
    """Put elements one after the other."""
    return Svg("".join(parts))


def group(*children: Svg, **attributes: str | float | None) -> Svg:
    """Write a group."""
    return tag("g", *children, **attributes)


def label(
    x: float, y: float, words: str, room: float, *after: Svg, size: int = 12, **attributes: str | float
) -> Svg:
    """Write words at a point, clipped to `room` pixels (the whole is in a title then), and what comes `after` them."""
    shown = fit(words, room, size)
    title = [tag("title", text(words))] if shown != line(words) else []
    return tag(
        "text", *title, text(shown), *after, x=x, y=y, font_size=size, fill="currentColor", **attributes
    )


def write(x: float, y: float, words: str, *, anchor: str | None = None, class_: str | None = None) -> Svg:
    """Write a few small words at a point; who calls knows that they have room."""
    return tag(
        "text", text(words), x=x, y=y, font_size=11, fill="currentColor", text_anchor=anchor, class_=class_
    )


def path(steps: str, **attributes: str | float | None) -> Svg:
    """Write a path, not filled unless `attributes` say so."""
    return tag("path", d=steps, **{"fill": "none", "stroke": "currentColor", **attributes})


def rule(x1: float, y1: float, x2: float, y2: float, **attributes: str | float | None) -> Svg:
    """Write a straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **{"stroke": "currentColor", **attributes})


def linked(
    href: str | None, name: str, *children: Svg, key: str | None = None, class_: str = "d-link"
) -> Svg:
    """Write what can be reached by keyboard and has a name; a link where `href` is one that a page may have."""
    title = tag("title", text(name))
    safe = href if href and _LINK.fullmatch(href) else None
    if safe is None:
        return group(title, *children, class_=class_, role="img", aria_label=name, data_key=key)
    rel = "noopener noreferrer nofollow" if safe.startswith("http") else None
    return tag("a", title, *children, href=safe, rel=rel, class_=class_, aria_label=name, data_key=key)


def drawing(kind: str, width: float, height: float, name: str, *children: Svg) -> str:
    """Write the whole: `kind` is its class (``d-timeline`` ...), `name` what it shows, in words."""
    wide = " d-narrow" if width < 600 else " d-wide" if width > 1200 else ""
    return tag(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"drawing d-{kind}{wide}",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        font_family="system-ui, sans-serif",
        role="group",
        aria_label=name,
    )


@lru_cache(maxsize=4096)
def measure(words: str, size: float = 12) -> float:
    """Return how wide words are at most, in pixels: as a wide sans face has them."""
    return size * sum(map(_width, words))


def _width(char: str) -> float:
    if char in _NARROW:
        return 0.34
    if char in _SLIM:
        return 0.42
    if char in _WIDE:
        return 0.98
    code = ord(char)
    if code < 0x250:
        return 0.74 if char.isupper() else 0.63
    return 1.02 if code >= 0x1100 else 0.78


def fit(words: str, room: float, size: float = 12) -> str:
    """Clip words to `room` pixels, with an ellipsis where something is lost."""
    told = line(words)
    if measure(told, size) <= room:
        return told
    left = room - measure("…", size)
    kept = 0
    for char in told:
        left -= size * _width(char)
        if left < 0:
            break
        kept += 1
    return told[:kept].rstrip() + "…"
