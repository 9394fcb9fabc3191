"""What may be changed in a served record: methods of `Record`, with the same names and answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kawat.client.line import Line, part
from kawat.client.model import Kept
from kawat.linking.model import Event


class Changing:
    """The changes that a server takes from who may make them."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def add(self, text: str, **known: str) -> Kept:
        """Have a page read and kept; `known`: id, url, title, published, outlet, language."""
        return self._line.post("/articles", Kept, {"text": text, **known})

    def join(self, one: str, other: str, *, by: str = "", reason: str = "") -> Event:
        """Make two events one. Who has a token signs by their own name, whatever `by` says: so in all changes."""
        return self._line.post(
            f"/events/{part(one)}/join", Event, {"other": other, "by": by, "reason": reason}
        )

    def split(self, event: str, apart: Sequence[str], *, by: str = "", reason: str = "") -> Event:
        """Take reports (by their ids or their articles') out of an event; return their event."""
        body = {"apart": list(apart), "by": by, "reason": reason}
        return self._line.post(f"/events/{part(event)}/split", Event, body)

    def correct(self, id: str, field: str, value: str, *, by: str = "", reason: str = "") -> Event:
        """Set a value right, of an event or of one report; `value` as for `kawat correct`; return the event."""
        body = {"field": field, "value": value, "by": by, "reason": reason}
        return self._line.post(f"/events/{part(id)}/corrections", Event, body)

    def confirm(self, event: str, *, by: str = "", reason: str = "") -> Event:
        """Say that an event is right as it is."""
        return self._line.post(f"/events/{part(event)}/confirmations", Event, {"by": by, "reason": reason})

    def undo(self, number: int, *, by: str = "", reason: str = "") -> Event | None:
        """Take a decision back; None where nothing is left of the event that it was about."""
        body = {"by": by, "reason": reason}
        kind: Any = Event | None
        return self._line.post(f"/decisions/{int(number)}/undo", kind, body)  # type: ignore[no-any-return]
