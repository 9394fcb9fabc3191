"""The timeline: lanes of marks over an axis of days, with what is to come, was moved, or is vague in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from kawat.desk import wording
from kawat.desk.drawing.axis import axis_drawn
from kawat.desk.drawing.lanes import Kind, Lane, lanes
from kawat.desk.drawing.marks import legend, legend_rows, mark, nature, nothing
from kawat.desk.drawing.model import Drawing, Link, Row
from kawat.desk.drawing.packing import Placed, Spot, pack
from kawat.desk.drawing.scale import Scale, Unit, scale
from kawat.desk.drawing.spans import Span, moved_from, span_of
from kawat.desk.drawing.svg import Svg, drawing, group, join, label, linked, measure, path, rule, tag, text
from kawat.desk.drawing.telling import event_row, event_table, events_said, mark_name, statuses_said
from kawat.desk.words import Words, area
from kawat.linking.model import Event

HEAD = 50  # pixels above the first lane
PITCH = 17  # pixels between two rows of a lane
NARROW = 600  # below this width, lanes have their names above them
EDGE = 14
BOLD = 1.08  # how much wider bold words are


class Options(msgspec.Struct, frozen=True):
    """How a timeline is drawn."""

    lanes: Kind = "pairs"
    unit: Unit | None = None  # None: the finest that fits
    width: float = 1000  # pixels; a unit that was asked for may make it wider
    most: int = 8  # lanes, besides one for the rest
    focus: str | None = None  # code of the party whose timeline it is: lanes do not repeat it
    days: Callable[[str, str], str | None] | None = None  # address of the events of some days (YYYY-MM-DD)


class _Sheet(msgspec.Struct, frozen=True):
    """What all parts of one timeline need."""

    events: tuple[Event, ...]
    spans: tuple[Span, ...]
    rows: tuple[Row, ...]
    lanes: tuple[Lane, ...]
    left: float  # where the axis begins
    axis: Scale
    words: Words
    options: Options

    @property
    def narrow(self) -> bool:
        return self.options.width < NARROW


def timeline(
    events: Sequence[Event], words: Words, today: str, link: Link, options: Options | None = None
) -> Drawing:
    """Draw events in time; `today` is YYYY-MM-DD. An event without any day stands in the table and the notes only."""
    chosen, said = options or Options(), area("drawing", words.language)
    spanned = [(event, span_of(event)) for event in events]
    dated = sorted(
        ((e, s) for e, s in spanned if s), key=lambda pair: (pair[1].begin, pair[1].end, pair[0].id)
    )
    undated = tuple(event_row(e, words, link) for e, s in spanned if s is None)
    rows = tuple(event_row(event, words, link) for event, _ in dated)
    table = event_table([*rows, *undated], said["timeline"], words)
    notes = (said["no_day"].format(events=events_said(len(undated), words)),) if undated else ()
    if not dated:
        return Drawing(nothing("timeline", chosen.width, said["nothing"], said["nothing_hint"]), table, notes)
    shown, spans = tuple(e for e, _ in dated), tuple(s for _, s in dated)
    day = date.fromisoformat(today).toordinal()
    sorted_in = tuple(lanes(shown, chosen.lanes, chosen.most, chosen.focus, words))
    left = EDGE if chosen.width < NARROW else _column(sorted_in)
    axis = scale([*_ranges(shown, spans), (day, day)], chosen.unit, left, chosen.width - left - EDGE)
    return Drawing(
        _whole(_Sheet(shown, spans, rows, sorted_in, left, axis, words, chosen), day), table, notes
    )


def _column(found: Sequence[Lane]) -> float:
    """Return how wide the column of the lanes' names must be."""
    return min(260.0, max(90.0, max(BOLD * measure(lane.name) for lane in found) + 2 * EDGE + 34))


def _ranges(events: Sequence[Event], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the days that the axis must hold: what is sure, how far it may reach if that is near, and old dates."""
    out = [(s.first, s.last) if s.last - s.first <= 62 else (s.begin, s.end) for s in spans]
    return out + [(day, day) for event in events for day in moved_from(event)]


def _whole(sheet: _Sheet, today: int) -> str:
    width = max(sheet.options.width, sheet.axis.right + EDGE)
    y, drawn = float(HEAD), []
    for lane in sheet.lanes:
        placed = pack([_spot(sheet, i) for i in lane.events])
        drawn.append(_lane(sheet, lane, placed, y, width))
        y += _height(placed, sheet.narrow)
    y = max(y, HEAD + 66.0)
    back = axis_drawn(sheet.axis, HEAD, y, today, sheet.words)
    keys, height = legend_rows(_keys(sheet), EDGE, y + 26, min(width, sheet.options.width) - 2 * EDGE)
    said = area("drawing", sheet.words.language)
    name = said["timeline_of"].format(events=events_said(len(sheet.events), sheet.words))
    return drawing("timeline", width, y + 26 + height, name, back, *drawn, keys)


def _height(placed: Sequence[Placed], narrow: bool) -> float:
    rows = max((p.row for p in placed), default=0) + 1
    return rows * PITCH + 13 + (18 if narrow else 0)


def _lane(sheet: _Sheet, lane: Lane, placed: Sequence[Placed], y: float, width: float) -> Svg:
    """Draw a lane from `y` down, with its name, marks and a line below."""
    bottom = y + _height(placed, sheet.narrow)
    top = y + (18 if sheet.narrow else 0)
    room = (width if sheet.narrow else sheet.left) - 2 * EDGE - 34
    count = tag("tspan", text(f"({len(lane.events)})"), dx=5, font_weight="normal")
    named = label(EDGE, y + 19, lane.name, room / BOLD, count, class_="d-lane", font_weight=600)
    marks = [_mark(sheet, p, top + 15 + p.row * PITCH) for p in placed]
    return group(rule(0, bottom, width, bottom, class_="d-line"), named, *marks, class_="d-row")


def _spot(sheet: _Sheet, i: int) -> Spot:
    """Return where the event number `i` wants to be."""
    span, axis = sheet.spans[i], sheet.axis
    x = axis.x((span.begin + span.end + 1) / 2)
    left, right = x - 8.5, x + (22 if sheet.events[i].status == "postponed" else 8.5)
    old = [axis.x(day) - 4 for day in moved_from(sheet.events[i])]
    if span.how == "reported":
        left = x - 20
    elif span.how != "day":
        left, right = min(left, axis.x(span.first)), max(right, axis.x(span.last + 1))
    return Spot(min([left, *old]), max([right, *(at + 8 for at in old)]), x, (i,))


def _mark(sheet: _Sheet, placed: Placed, y: float) -> Svg:
    if len(placed.spot.events) > 1:
        return _several(sheet, placed.spot, y)
    i = placed.spot.events[0]
    event, span, row = sheet.events[i], sheet.spans[i], sheet.rows[i]
    x = placed.spot.x
    parts = [
        *_moves(sheet, event, x, y),
        *_reach(sheet.axis, span, x, y),
        mark(nature(event.type), event.status, x, y),
    ]
    return linked(row.href, mark_name(row), *parts, key=row.key, class_=f"d-link d-{nature(event.type)}")


def _reach(axis: Scale, span: Span, x: float, y: float) -> list[Svg]:
    """Draw how long it lasts (a bar), and how far it may reach where that is not known (dashes, fading out)."""
    if span.how == "day":
        return []
    if span.how == "reported":
        return [_whisker(x - 7, x - 18, y)]
    bar = [_bar(axis.x(span.begin), axis.x(span.end + 1), y)] if span.end > span.begin else []
    ends = (axis.x(span.begin), axis.x(span.end + 1)) if bar else (x - 8, x + 8)
    tips = (axis.x(span.first), axis.x(span.last + 1))
    sides = [(a, b) for a, b in zip(ends, tips, strict=True) if abs(a - b) > 1] if span.how == "vague" else []
    return [*bar, *(_whisker(a, b, y) for a, b in sides if (b < x) == (a < x))]


def _bar(left: float, right: float, y: float) -> Svg:
    width = max(4.0, right - left)
    return tag(
        "rect",
        class_="d-bar",
        x=left,
        y=y - 3,
        width=width,
        height=6,
        rx=3,
        fill="currentColor",
        fill_opacity="0.45",
    )


def _whisker(start: float, tip: float, y: float) -> Svg:
    """Draw dashes that become thinner towards the tip."""
    middle = (start + tip) / 2
    near = rule(start, y, middle, y, stroke_width=2.2, stroke_dasharray="4 3")
    return group(near, rule(middle, y, tip, y, stroke_width=1.2, stroke_dasharray="2 4"), class_="d-fuzzy")


def _moves(sheet: _Sheet, event: Event, x: float, y: float) -> list[Svg]:
    """Draw the dates that it was moved from, each with an arrow to the next; put off without a new date, to nowhere."""
    stops = [sheet.axis.x(day + 0.5) for day in moved_from(event)]
    out = [_ghost(old, y) for old in stops if abs(old - x) > 3]
    if event.status == "postponed":
        out.append(_arrow(x + 6, x + 20, y, 0))
    return out + [_arrow(a, b, y, 9) for a, b in zip(stops, [*stops, x][1:], strict=True) if abs(a - b) > 3]


def _ghost(x: float, y: float) -> Svg:
    return tag(
        "circle",
        class_="d-ghost",
        cx=x,
        cy=y,
        r=3,
        fill="none",
        stroke="currentColor",
        stroke_dasharray="1.5 1.5",
    )


def _arrow(a: float, b: float, y: float, bow: float) -> Svg:
    """Draw an arrow from `a` to `b`, bent upwards by `bow` pixels."""
    way = 1 if b > a else -1
    start, tip = (a + 3 * way, b - 7 * way) if bow else (a, b)
    line = path(
        f"M{start:.1f} {y:.1f}Q{(a + b) / 2:.1f} {y - 2 * bow:.1f} {tip:.1f} {y:.1f}", stroke_width=1.2
    )
    head = f"M{tip:.1f} {y:.1f}l{-5 * way} -3.5v7z"
    return group(line, path(head, fill="currentColor", stroke="none"), class_="d-arrow")


def _several(sheet: _Sheet, spot: Spot, y: float) -> Svg:
    """Draw events that lie too close together as one, with their number."""
    events = [sheet.events[i] for i in spot.events]
    spans = [sheet.spans[i] for i in spot.events]
    days = [date.fromordinal(d).isoformat() for d in (min(s.begin for s in spans), max(s.end for s in spans))]
    href = sheet.options.days(days[0], days[1]) if sheet.options.days else None
    when = wording.date_words(days[0] if days[0] == days[1] else "/".join(days), sheet.words)
    name = f"{when} · {events_said(len(events), sheet.words)} · {statuses_said(events, sheet.words)}"
    count = str(len(events)) if len(events) < 1000 else "999+"
    half = max(10.0, measure(count, 11) / 2 + 4)
    box = tag(
        "rect",
        x=spot.x - half,
        y=y - 8,
        width=2 * half,
        height=16,
        rx=4,
        fill="none",
        stroke="currentColor",
        class_="d-body",
    )
    told = tag(
        "text", text(count), x=spot.x, y=y + 4, font_size=11, text_anchor="middle", fill="currentColor"
    )
    return linked(href, name, box, told, class_="d-link d-several")


def _keys(sheet: _Sheet) -> list[tuple[Svg, str]]:
    said = area("drawing", sheet.words.language)
    hows = {span.how for span in sheet.spans}
    further = [
        ("days" in hows, _bar(-8, 8, 0), "key_days"),
        (bool(hows & {"vague", "reported"}), _whisker(8, -8, 0), "key_vague"),
        (any(map(moved_from, sheet.events)), join(_ghost(-8, 2), _arrow(-8, 12, 2, 5)), "key_moved"),
    ]
    shown = [(sign, said[key]) for there, sign, key in further if there]
    natures = {nature(event.type) for event in sheet.events}
    return legend(natures, {event.status for event in sheet.events}, sheet.words, shown)
