"""Contacts over time: bars up for contacts and cooperation, down for conflict, month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from kawat.desk.drawing.marks import NATURES, legend_rows, nature, nothing
from kawat.desk.drawing.model import Drawing, Row, Table
from kawat.desk.drawing.scale import Unit, cell, start
from kawat.desk.drawing.spans import span_of
from kawat.desk.drawing.svg import Svg, drawing, group, linked, rule, tag, text, write
from kawat.desk.drawing.telling import events_said
from kawat.desk.words import Words, area
from kawat.linking.model import Event

MOST_MONTHS = 60  # beyond, a bar is a year
OPACITY = {"contact": "0.9", "cooperation": "0.55", "conflict": "0.8"}


class Options(msgspec.Struct, frozen=True):
    """How activity is drawn."""

    width: float = 760
    height: float = 150  # of the bars
    months: Callable[[str, str], str | None] | None = None  # address of the events of some days (YYYY-MM-DD)


class _Bar(msgspec.Struct, frozen=True):
    """What happened in one month, or year."""

    first: date
    last: date
    counts: dict[str, int]  # by nature

    @property
    def up(self) -> int:
        return self.counts["contact"] + self.counts["cooperation"]

    @property
    def down(self) -> int:
        return self.counts["conflict"]


def activity(events: Sequence[Event], words: Words, options: Options | None = None) -> Drawing:
    """Draw how often there was contact, and conflict; an event counts for the month of its (earliest sure) day."""
    chosen, said = options or Options(), area("drawing", words.language)
    bars, yearly = _bars(events)
    href = chosen.months or (lambda first, last: None)
    rows = tuple(_row(bar, yearly, words, href) for bar in bars if bar.up or bar.down)
    head = tuple(said[k] for k in ("activity_when", "contacts", "cooperations", "conflicts"))
    table = Table(said["activity"], head, rows)
    if not bars:
        return Drawing(nothing("activity", chosen.width, said["nothing"], said["nothing_hint"]), table)
    return Drawing(_whole(_plot(bars, yearly, chosen), rows, words, chosen), table)


def _bars(events: Sequence[Event]) -> tuple[list[_Bar], bool]:
    spans = [(event, span) for event in events if (span := span_of(event))]
    if not spans:
        return [], False
    months = [cell(span.begin, "month") for _, span in spans]
    yearly = max(months) - min(months) >= MOST_MONTHS
    unit: Unit = "year" if yearly else "month"
    cells = [cell(span.begin, unit) for _, span in spans]
    first, last = max(min(cells), max(cells) - 199), max(cells)
    counts: dict[int, dict[str, int]] = {i: dict.fromkeys(NATURES, 0) for i in range(first, last + 1)}
    for i, (event, _) in zip(cells, spans, strict=True):
        counts[max(i, first)][nature(event.type)] += 1
    ends = {i: date.fromordinal(start(i, unit)) for i in range(first, last + 2)}
    return [
        _Bar(ends[i], date.fromordinal(ends[i + 1].toordinal() - 1), dict(c)) for i, c in counts.items()
    ], yearly


def _row(bar: _Bar, yearly: bool, words: Words, href: Callable[[str, str], str | None]) -> Row:
    when = str(bar.first.year) if yearly else f"{words.months[bar.first.month - 1]} {bar.first.year}"
    cells = (when, *(str(bar.counts[n]) for n in NATURES))
    return Row(
        bar.first.isoformat()[: 4 if yearly else 7], cells, href(bar.first.isoformat(), bar.last.isoformat())
    )


class _Plot(msgspec.Struct, frozen=True):
    """Where the bars lie: pixels, and pixels an event."""

    bars: tuple[_Bar, ...]
    yearly: bool
    left: float
    each: float
    zero: float
    unit: float

    @property
    def bottom(self) -> float:
        return self.zero + max(b.down for b in self.bars) * self.unit


def _plot(bars: Sequence[_Bar], yearly: bool, chosen: Options) -> _Plot:
    up, down = max(b.up for b in bars), max(b.down for b in bars)
    unit = chosen.height / max(1, up + down)
    return _Plot(tuple(bars), yearly, 34.0, min(64.0, (chosen.width - 46) / len(bars)), 12 + up * unit, unit)


def _whole(plot: _Plot, rows: Sequence[Row], words: Words, chosen: Options) -> str:
    said, bars = area("drawing", words.language), plot.bars
    by_key = {row.key: row for row in rows}
    told = ((i, bar, by_key.get(_key(bar, plot.yearly))) for i, bar in enumerate(bars))
    columns = [_column(plot, i, bar, row, said) for i, bar, row in told if row]
    up, down = max(b.up for b in bars), max(b.down for b in bars)
    levels = [(n, plot.zero - n * plot.unit) for n in sorted({up, 0, -down})]
    numbers = [write(plot.left - 6, y + 4, str(abs(n)), anchor="end", class_="d-soft") for n, y in levels]
    lines = [rule(plot.left, y, chosen.width - 6, y, class_="d-base" if n else "d-zero") for n, y in levels]
    low = plot.bottom + 54
    keys, height = legend_rows(_keys(bars, said), plot.left, low, chosen.width - plot.left)
    name = said["activity_of"].format(events=events_said(sum(b.up + b.down for b in bars), words))
    parts = (*lines, *numbers, *columns, _months(plot, words), keys)
    return drawing("activity", chosen.width, low + height, name, *parts)


def _key(bar: _Bar, yearly: bool) -> str:
    return bar.first.isoformat()[: 4 if yearly else 7]


def _column(plot: _Plot, number: int, bar: _Bar, row: Row, said: dict[str, str]) -> Svg:
    """Draw the bars of one month: contacts first, then cooperation, above the line; conflict below."""
    x, wide, y = plot.left + (number + 0.11) * plot.each, max(1.0, plot.each * 0.78), plot.zero
    parts = []
    for what in ("contact", "cooperation"):
        tall = bar.counts[what] * plot.unit
        y -= tall
        parts += [_block(what, x, y, wide, tall)] if tall else []
    if bar.down:
        parts.append(_block("conflict", x, plot.zero, wide, bar.down * plot.unit))
    counts = zip(("contacts", "cooperations", "conflicts"), row.cells[1:], strict=True)
    name = f"{row.cells[0]}: " + ", ".join(f"{said[k]} {n}" for k, n in counts if n != "0")
    return linked(row.href, name, *parts, key=row.key, class_="d-link d-column")


def _block(what: str, x: float, y: float, wide: float, tall: float) -> Svg:
    return tag(
        "rect", x=x, y=y, width=wide, height=tall, fill="currentColor", fill_opacity=OPACITY[what],
        stroke="currentColor", stroke_width=0.8, stroke_dasharray="3 2" if what == "conflict" else None,
        class_=f"d-{what}",
    )  # fmt: skip


def _months(plot: _Plot, words: Words) -> Svg:
    """Write months and years below the bars, as many as have room."""
    room = 36 if plot.yearly else 28
    every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 200) if n * plot.each >= room or n == 200)
    parts = []
    for i, bar in enumerate(plot.bars):
        x, at, year = plot.left + i * plot.each, bar.first.month - 1, str(bar.first.year)
        if (bar.first.year if plot.yearly else at) % every == 0:
            told = year if plot.yearly else words.months[at][:3]
            parts.append(write(x + plot.each / 2, plot.bottom + 16, told, anchor="middle", class_="d-soft"))
        if not plot.yearly and (at == 0 or (i == 0 and at < 10)):
            parts.append(write(x, plot.bottom + 32, year, class_="d-major"))
    return group(*parts)


def _keys(bars: Sequence[_Bar], said: dict[str, str]) -> list[tuple[Svg, str]]:
    names = {"contact": "contacts_up", "cooperation": "cooperations_up", "conflict": "conflicts_down"}
    there = [n for n in NATURES if any(b.counts[n] for b in bars)]
    return [(_block(n, -7, -6, 14, 12), said[names[n]]) for n in there]


def sparkline(events: Sequence[Event], words: Words, *, width: float = 120, height: float = 26) -> str:
    """Draw activity so small that it fits into a line of a table: no axis, and its meaning as its name."""
    bars, _ = _bars(events)
    up, down = max((b.up for b in bars), default=0), max((b.down for b in bars), default=0)
    unit = (height - 2) / max(1, up + down)
    zero, each = 1 + up * unit, width / max(1, len(bars))
    shapes = [([b.up * -unit for b in bars], "d-contact"), ([b.down * unit for b in bars], "d-conflict")]
    parts = [tag("path", d=_needles(talls, zero, each), fill="currentColor", class_=c) for talls, c in shapes]
    totals = {"up": sum(b.up for b in bars), "down": sum(b.down for b in bars)}
    told = area("drawing", words.language)["spark"].format(**totals)
    base = rule(0, zero, width, zero, class_="d-base")
    return drawing("spark", width, height, told, tag("title", text(told)), base, *parts)


def _needles(talls: Sequence[float], zero: float, each: float) -> str:
    wide = max(1.0, each * 0.8)
    told = (f"M{i * each:.1f} {zero:.1f}v{t:.1f}h{wide:.1f}V{zero:.1f}z" for i, t in enumerate(talls) if t)
    return "".join(told)
