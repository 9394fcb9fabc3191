"""What PLOVER says of a type of event: its quad class, and its value between conflict and cooperation.

In: the type of an event, its channel, its status.
Out: the class, the value.

Source: PLOVER manual, draft 2.0 (github.com/openeventdata/PLOVER, CC BY-SA 4.0), table of event types and modes. ACCUSE
is printed there as 3 while all its modes are below zero: read as a lost minus sign. Modes that Kawat does not tell
apart (visit, third-party, multilateral ...) have the value of their type.
"""

from __future__ import annotations

from kawat.reading.model import EventType, Mode, Quad, Status

_QUADS: dict[Quad, tuple[EventType, ...]] = {
    "verbal_cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material_cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal_conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material_conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUADS: dict[EventType, Quad] = {type_: name for name, types in _QUADS.items() for type_ in types}
VALUES: dict[EventType, float] = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "CONCEDE": 4.5,
    "COOPERATE": 9.5, "AID": 10.0, "RETREAT": 6.5,
    "REQUEST": 0.0, "ACCUSE": -3.0, "REJECT": -2.0, "THREATEN": -3.5,
    "PROTEST": -5.0, "SANCTION": -6.0, "MOBILIZE": -5.5, "COERCE": -7.0, "ASSAULT": -9.0,
}  # fmt: skip
PHONE = 1.5  # CONSULT by phone
CALLED_OFF = -2.0  # a meeting called off: REJECT, mode meet
#: What is still to come is another type in PLOVER: a promise, a concession announced.
TO_COME: dict[EventType, EventType] = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE",
}  # fmt: skip


def intensity(type_: EventType, mode: Mode | None, status: Status) -> float | None:
    """Return PLOVER's value, -10 to 10; None for what it does not code: a contact put off, or one that never was."""
    if status in ("postponed", "denied"):
        return None
    if status == "cancelled":
        return CALLED_OFF if type_ == "CONSULT" else None
    if status in ("planned", "proposed"):
        return VALUES[TO_COME.get(type_, type_)]
    return PHONE if type_ == "CONSULT" and mode == "phone" else VALUES[type_]
