"""JSON Lines: events whole, or reports whole, one a line; the fields of docs/records.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kawat.desk.exports.common import as_json
from kawat.desk.exports.model import Context
from kawat.linking.model import Event


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write each event, whole, on a line."""
    for event in events:
        yield f"{as_json(event)}\n".encode()


def reports(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write each report of the events, as persons set it right, on a line, with the id of its event."""
    for event, told in context.told(events):
        for report in told:
            yield f'{{"event":{as_json(event.id)},{as_json(report)[1:]}\n'.encode()
