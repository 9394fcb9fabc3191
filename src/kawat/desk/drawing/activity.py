"""Contacts over time: bars up for contacts and cooperation, down for conflict, month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from kawat.desk.drawing.marks import NATURES, legend_rows, nature, nothing
from kawat.desk.drawing.model import Drawing, Row, Table
from kawat.desk.drawing.scale import cell, start
from kawat.desk.drawing.spans import span_of
from kawat.desk.drawing.svg import Svg, drawing, group, linked, path, rule, tag, text
from kawat.desk.drawing.telling import events_said
from kawat.desk.words import Words, area
from kawat.linking.model import Event

MOST_MONTHS = 60  # beyond, a bar is a year


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
    return Drawing(_whole(bars, yearly, rows, words, chosen), table)


def _bars(events: Sequence[Event]) -> tuple[list[_Bar], bool]:
    spans = [(event, span) for event in events if (span := span_of(event))]
    if not spans:
        return [], False
    months = [cell(span.begin, "month") for _, span in spans]
    yearly = max(months) - min(months) >= MOST_MONTHS
    unit = "year" if yearly else "month"
    cells = [cell(span.begin, unit) for _, span in spans]
    first, last = max(min(cells), max(cells) - 199), max(cells)
    counts = {i: dict.fromkeys(NATURES, 0) for i in range(first, last + 1)}
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


def _whole(bars: Sequence[_Bar], yearly: bool, rows: Sequence[Row], words: Words, chosen: Options) -> str:
    said = area("drawing", words.language)
    left, top = 34.0, 12.0
    each = min(64.0, (chosen.width - left - 12) / len(bars))
    up, down = max(b.up for b in bars), max(b.down for b in bars)
    unit = chosen.height / max(1, up + down)
    zero = top + up * unit
    by_key = {row.key: row for row in rows}
    columns = []
    for i, bar in enumerate(bars):
        row = by_key.get(bar.first.isoformat()[: 4 if yearly else 7])
        columns += [_column(bar, row, left + i * each, each, zero, unit, said)] if row else []
    bottom = zero + down * unit
    names = _months(bars, yearly, left, each, bottom, words)
    levels = (
        [(n, zero - n * unit) for n in (up,) if n]
        + [(0, zero)]
        + [(n, zero + n * unit) for n in (down,) if n]
    )
    numbers = [
        tag(
            "text",
            text(str(n)),
            x=left - 6,
            y=y + 4,
            font_size=11,
            text_anchor="end",
            fill="currentColor",
            class_="d-soft",
        )
        for n, y in levels
    ]
    lines = [rule(left, y, chosen.width - 6, y, class_="d-base" if n else "d-zero") for n, y in levels]
    keys, height = legend_rows(_keys(bars, said), left, bottom + 54, chosen.width - left)
    total = events_said(sum(b.up + b.down for b in bars), words)
    name = said["activity_of"].format(events=total)
    return drawing(
        "activity", chosen.width, bottom + 54 + height, name, *lines, *numbers, *columns, names, keys
    )


def _column(
    bar: _Bar, row: Row, x: float, each: float, zero: float, unit: float, said: dict[str, str]
) -> Svg:
    """Draw the bars of one month: contacts first, then cooperation, above the line; conflict below."""
    wide, gap = max(1.0, each * 0.78), each * 0.11
    parts, y = [], zero
    for what, opacity in (("contact", "0.9"), ("cooperation", "0.55")):
        tall = bar.counts[what] * unit
        y -= tall
        parts += [_block(what, x + gap, y, wide, tall, opacity)] if tall else []
    if bar.down:
        parts.append(_block("conflict", x + gap, zero, wide, bar.down * unit, "0.8"))
    name = f"{row.cells[0]}: " + ", ".join(
        f"{said[k]} {n}"
        for k, n in zip(("contacts", "cooperations", "conflicts"), row.cells[1:], strict=True)
        if n != "0"
    )
    return linked(row.href, name, *parts, key=row.key, class_="d-link d-column")


def _block(what: str, x: float, y: float, wide: float, tall: float, opacity: str) -> Svg:
    return tag(
        "rect", x=x, y=y, width=wide, height=tall, fill="currentColor", fill_opacity=opacity, stroke="currentColor",
        stroke_width=0.8, stroke_dasharray="3 2" if what == "conflict" else None, class_=f"d-{what}",
    )  # fmt: skip


def _months(bars: Sequence[_Bar], yearly: bool, left: float, each: float, bottom: float, words: Words) -> Svg:
    """Write months and years below the bars, as many as have room."""
    every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 200) if n * each >= (36 if yearly else 28))
    parts = []
    for i, bar in enumerate(bars):
        x, at = left + (i + 0.5) * each, bar.first.month - 1
        if (bar.first.year if yearly else at) % every == 0:
            said = str(bar.first.year) if yearly else words.months[at][:3]
            parts.append(
                tag(
                    "text",
                    text(said),
                    x=x,
                    y=bottom + 16,
                    font_size=11,
                    text_anchor="middle",
                    fill="currentColor",
                    class_="d-soft",
                )
            )
        if not yearly and (at == 0 or (i == 0 and at < 10)):
            parts.append(
                tag(
                    "text",
                    text(str(bar.first.year)),
                    x=x - each / 2,
                    y=bottom + 32,
                    font_size=11,
                    fill="currentColor",
                    class_="d-major",
                )
            )
    return group(*parts)


def _keys(bars: Sequence[_Bar], said: dict[str, str]) -> list[tuple[Svg, str]]:
    there = [n for n in NATURES if any(b.counts[n] for b in bars)]
    names = {"contact": "contacts_up", "cooperation": "cooperations_up", "conflict": "conflicts_down"}
    opacity = {"contact": "0.9", "cooperation": "0.55", "conflict": "0.8"}
    return [(_block(n, -7, -6, 14, 12, opacity[n]), said[names[n]]) for n in there]


def sparkline(events: Sequence[Event], words: Words, *, width: float = 120, height: float = 26) -> str:
    """Draw activity so small that it fits into a line of a table: no axis, and its meaning as its name."""
    bars, _ = _bars(events)
    up, down = max((b.up for b in bars), default=0), max((b.down for b in bars), default=0)
    unit = (height - 2) / max(1, up + down)
    zero = 1 + up * unit
    each = width / max(1, len(bars))
    above = "".join(
        f"M{i * each:.1f} {zero:.1f}v{-b.up * unit:.1f}h{max(1, each * 0.8):.1f}V{zero:.1f}z"
        for i, b in enumerate(bars)
        if b.up
    )
    below = "".join(
        f"M{i * each:.1f} {zero:.1f}v{b.down * unit:.1f}h{max(1, each * 0.8):.1f}V{zero:.1f}z"
        for i, b in enumerate(bars)
        if b.down
    )
    shapes = [(above, "d-contact"), (below, "d-conflict")]
    parts = [path(steps, fill="currentColor", stroke="none", class_=name) for steps, name in shapes if steps]
    told = area("drawing", words.language)["spark"].format(
        up=sum(b.up for b in bars), down=sum(b.down for b in bars)
    )
    return drawing(
        "spark",
        width,
        height,
        told,
        tag("title", text(told)),
        rule(0, zero, width, zero, class_="d-base"),
        *parts,
    )
