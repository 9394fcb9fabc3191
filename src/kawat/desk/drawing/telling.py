"""What several drawings say of events: the table, the name of a mark, counts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kawat.desk import wording
from kawat.desk.drawing.marks import STATUSES
from kawat.desk.drawing.model import Link, Row, Table
from kawat.desk.drawing.spans import date_said
from kawat.desk.names import place_name
from kawat.desk.words import Words, area
from kawat.linking.model import Event


def event_row(event: Event, words: Words, link: Link) -> Row:
    """Say an event in one line: date, status, kind, sides, place, sentence."""
    place = place_name(event.place.name, words.language, event.place.country) if event.place else ""
    cells = (
        date_said(event, words),
        words.statuses[event.status],
        wording.kind(event, words),
        wording.sides(event, words),
        place,
        wording.sentence(event, words),
    )
    return Row(event.id, cells, link(event))


def event_table(rows: Sequence[Row], caption: str, words: Words) -> Table:
    """Return the table of events."""
    screen, said = words.screen, area("drawing", words.language)
    head = (*(screen[k] for k in ("date", "status", "type", "sides", "place")), said["event"])
    return Table(caption, tuple(cell[:1].upper() + cell[1:] for cell in head), tuple(rows))


def mark_name(row: Row) -> str:
    """Name a mark by the line of its event: date, status, and the sentence."""
    return f"{row.cells[0]} · {row.cells[1]} · {row.cells[5]}"


def statuses_said(events: Sequence[Event], words: Words) -> str:
    """Count events by status: "held 3, planned 2"."""
    counts = Counter(event.status for event in events)
    return ", ".join(f"{words.statuses[s]} {counts[s]}" for s in STATUSES if counts[s])


def events_said(count: int, words: Words) -> str:
    """Count events: "1 event", "12 events"."""
    said = area("drawing", words.language)
    return said["event_one" if count == 1 else "event_many"].format(n=wording.number_words(count, words))
