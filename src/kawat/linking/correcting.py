"""What a person has set right: it wins over what the machine made of the reports, and is shown as such."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import msgspec

from kawat.errors import UsageError
from kawat.linking.days import days
from kawat.linking.model import Correction, Event
from kawat.linking.resolving import minutes
from kawat.reading.model import EventType, Mode, Party, Place, Report, Status
from kawat.reading.plover import QUADS, intensity

#: What can be set right, of an event or of one report of it.
FIELDS = ("type", "mode", "status", "date", "duration", "place", "actors", "recipients")
NOTHING = ("", "-")  # how to say that there is no such value


def value_of(field: str, text: str) -> Any:
    """Read what a person typed for a field; the result is of the field's own type.

    Dates are EDTF, durations ISO 8601, a place is ``Name/CODE`` or ``Name``, parties are ``CODE:Full Name`` or
    ``CODE``, separated by ``;``; ``-`` says that there is none.

    Raises:
        UsageError: there is no such field, or it has no such value.
    """
    if field not in FIELDS:
        raise UsageError(f"{field!r} cannot be corrected; there are: {', '.join(FIELDS)}", code="choose")
    return _READERS[field](text.strip())


def corrected(event: Event, corrections: list[Correction], of_reports: list[Correction]) -> Event:
    """Return the event with values set right, the newest of each field, and with what they replace.

    What was set right of its reports (`of_reports`) is in its values already, and shown beside.
    """
    fields: dict[str, Any] = {}
    shown: dict[str, Correction] = {}
    for c in corrections:
        shown[c.field] = msgspec.structs.replace(c, was=plain(getattr(event, c.field)))
        fields[c.field] = typed(c.field, c.value)
    if not shown and not of_reports:
        return event
    fields["mode"] = _fitting(fields.get("type", event.type), fields.get("mode", event.mode))
    told = (*(shown[f] for f in FIELDS if f in shown), *of_reports)
    return msgspec.structs.replace(event, **fields, corrections=told)


def amended(report: Report, corrections: list[Correction]) -> Report:
    """Return a report with values set right: linking then goes by these."""
    for c in corrections:
        reasons = (*report.reasons, f"decision {c.decision}: {c.by}")
        report = msgspec.structs.replace(report, **{c.field: typed(c.field, c.value)}, reasons=reasons)
    if not corrections:
        return report
    mode = _fitting(report.type, report.mode)
    value = intensity(report.type, mode, report.status)
    return msgspec.structs.replace(report, mode=mode, quad=QUADS[report.type], intensity=value)


def _fitting(type: EventType, mode: Mode | None) -> Mode | None:
    """Return the mode of what has this type now: a contact has one, an act none."""
    return (mode or "unspecified") if type == "CONSULT" else None


def plain(value: Any) -> Any:
    """Write a value as JSON has it."""
    return msgspec.json.decode(msgspec.json.encode(value))


def typed(field: str, value: Any) -> Any:
    """Read a value that `plain` wrote."""
    return msgspec.convert(value, _TYPES[field])


_TYPES: dict[str, Any] = {
    "type": EventType,
    "mode": Mode | None,
    "status": Status,
    "date": str | None,
    "duration": str | None,
    "place": Place | None,
    "actors": tuple[Party, ...],
    "recipients": tuple[Party, ...],
}


def _one_of(field: str, allowed: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise UsageError.none_of(field, text, allowed)
        return text

    return read


def _mode(text: str) -> str | None:
    return None if text in NOTHING else _one_of("mode", get_args(Mode))(text)


def _date(text: str) -> str | None:
    if text not in NOTHING and days(text) is None:
        raise UsageError(
            f"date: {text!r} is no date; write 2021-12-05, 2021-12, 2021 or 2021-12-05/2021-12-07",
            code="no_date",
            field="date",
            value=text,
        )
    return None if text in NOTHING else text


def _duration(text: str) -> str | None:
    if text not in NOTHING and minutes(text) is None:
        raise UsageError(
            f"duration: {text!r} is none; write PT2H, PT90M or P3D", code="no_duration", value=text
        )
    return None if text in NOTHING else text


def _place(text: str) -> Place | None:
    name, country = (part.strip() for part in text.partition("/")[::2])
    if text not in NOTHING and not name:
        raise UsageError(f"place: {text!r} has no name; write Geneva/CHE", code="no_place", value=text)
    return None if text in NOTHING else Place(name, country or None, 0, 0, "corrected")


def _parties(text: str) -> tuple[Party, ...]:
    given = [part.strip() for part in text.split(";") if part.strip() not in NOTHING]
    return tuple(_party(*part.partition(":")[::2]) for part in given)


def _party(code: str, person: str) -> Party:
    code, person = code.strip(), person.strip()
    if not code.replace("_", "").isalnum() or code != code.upper():
        raise UsageError(
            f"party: {code!r} is no code; write RUS, or RUS:Vladimir Putin", code="no_party", value=code
        )
    return Party(code, person or None, None, person or code, 0, 0, "corrected")


_READERS: dict[str, Callable[[str], Any]] = {
    "type": _one_of("type", get_args(EventType)),
    "mode": _mode,
    "status": _one_of("status", get_args(Status)),
    "date": _date,
    "duration": _duration,
    "place": _place,
    "actors": _parties,
    "recipients": _parties,
}
