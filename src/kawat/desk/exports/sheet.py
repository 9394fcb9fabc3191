"""CSV: an event a row, for spreadsheets and for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kawat.desk import columns, wording
from kawat.desk.clean import cell
from kawat.desk.exports.common import address, event_address, span
from kawat.desk.exports.model import Context
from kawat.desk.names import country_name
from kawat.desk.render import Cell, Column
from kawat.linking.model import Event
from kawat.reading.model import Party, Report

#: Columns that need the reports of an event as well.
_Both = tuple[Event, Sequence[Report]]
BOM = "\ufeff".encode()


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write a head and a row for each event; cells that would be formulas are guarded unless `context.raw`.

    A spreadsheet takes the file for UTF-8 by the mark at its head, which is left out where `context.raw`.
    """
    own, more = columns.codes(), _more(context)
    head = [*(c.key for c in own), *(c.key for c in more)]
    yield (b"" if context.raw else BOM) + _row(head, context.raw)
    for both in context.told(events):
        yield _row([*(c.value(both[0]) for c in own), *(c.value(both) for c in more)], context.raw)


def _row(cells: Iterable[Cell], raw: bool) -> bytes:
    out = io.StringIO()
    guarded = [cell(value, raw=raw) if isinstance(value, str) else value for value in cells]
    csv.writer(out, lineterminator="\r\n").writerow(guarded)
    return out.getvalue().encode()


def _more(context: Context) -> list[Column[_Both]]:
    """Return what an analyst wants besides the codes: who in words, where exactly, on whose word, by which sources."""
    words = context.words
    return [
        Column("sentence", "", lambda x: wording.sentence(x[0], words, x[1])),
        Column("actor_names", "", lambda x: _names(x[0].actors, words.language)),
        Column("actor_offices", "", lambda x: _offices(x[0].actors)),
        Column("recipient_names", "", lambda x: _names(x[0].recipients, words.language)),
        Column("recipient_offices", "", lambda x: _offices(x[0].recipients)),
        Column("first_day", "", lambda x: _day(x[0], 0)),
        Column("last_day", "", lambda x: _day(x[0], 1)),
        *_of_place(),
        *_of_sources(),
        Column("address", "", lambda x: event_address(x[0], context.base)),
    ]


def _names(parties: Iterable[Party], language: str) -> str:
    return "; ".join(p.person or country_name(p.country, language) for p in parties)


def _offices(parties: Iterable[Party]) -> str:
    """Return the offices in the order of the parties, a bare state's being empty; nothing where there is none."""
    offices = [p.office or "" for p in parties]
    return "; ".join(offices) if any(offices) else ""


def _day(event: Event, end: int) -> str | None:
    days = span(event.date)
    return days[end].isoformat() if days else None


def _of_place() -> list[Column[_Both]]:
    return [
        Column("place_country", "", lambda x: x[0].place.country if x[0].place else None),
        Column("lat", "", lambda x: x[0].place.lat if x[0].place else None),
        Column("lon", "", lambda x: x[0].place.lon if x[0].place else None),
        Column("place_precision", "", lambda x: x[0].place.precision if x[0].place else None),
    ]


def _of_sources() -> list[Column[_Both]]:
    return [
        Column("independent_sources", "", lambda x: len(x[0].sources)),
        Column("first_source", "", lambda x: _first(x[0])),
        Column("first_said", "", lambda x: wording.first_said(x[0])),
        Column("outlets", "", lambda x: _once(r.outlet for r in x[1])),
        Column("upstream", "", lambda x: _once(name for r in x[1] for name in r.upstream)),
        Column("attributed_to", "", lambda x: "; ".join(x[0].attributed_to)),
        Column("contradictions", "", lambda x: _contradictions(x[0])),
        Column("articles", "", lambda x: "; ".join(x[0].articles)),
        Column("urls", "", lambda x: _once(address(r.url) for r in x[1])),
    ]


def _first(event: Event) -> str | None:
    """Name the source that told it first, by its first publication."""
    dated = [w for w in event.sources if w.first]
    return min(dated, key=lambda w: w.first or "").name if dated else None


def _contradictions(event: Event) -> str:
    """Tell the values that cannot all be right: "date: 2024-05-07 | 2024-05-08"."""
    told = [d for d in event.disagreements if d.kind == "contradiction"]
    return "; ".join(f"{d.field}: {' | '.join(v.value for v in d.values)}" for d in told)


def _once(names: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))
