"""Says what persons have set right, in the screen language: the value, what it was, who decided so and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kawat.desk import disputes, wording
from kawat.desk.clean import line
from kawat.desk.names import country_name, place_name
from kawat.desk.words import Words
from kawat.linking.model import Correction, Event
from kawat.record.model import Decision

#: Stands behind a value that is a person's.
MARK = "*"


def mark(event: Event, *fields: str) -> str:
    """Return the mark where a person has set one of the fields right, else nothing."""
    return MARK if any(c.field in fields for c in event.corrections) else ""


def fields(event: Event, words: Words) -> str:
    """Name the fields that persons have set right, each with who did."""
    return "; ".join(f"{disputes.field_name(c.field, words)} ({line(c.by)})" for c in event.corrections)


def told(c: Correction, words: Words) -> str:
    """Tell a correction: what it is, what it was, by whom, when, by which decision, and why."""
    text = words.decided["set_right"].format(
        field=disputes.field_name(c.field, words),
        value=value_words(c.field, c.value, words),
        was=value_words(c.field, c.was, words),
        by=line(c.by),
        at=line(c.at[:10]),
        number=c.decision,
    )
    return f"{text}: {line(c.reason)}" if c.reason else text


def about(d: Decision, words: Words) -> str:
    """Say what a decision is about: the value, the reports, or the decision that is taken back."""
    if d.kind == "undo":
        return words.decided["taken_back"].format(number=d.of)
    if d.kind == "correct":
        field = d.field or ""
        was, value = (value_words(field, each, words) for each in (d.was, d.value))
        of = (
            f" ({words.decided['in_report'].format(report=line(', '.join(d.ones)))})"
            if d.scope == "report"
            else ""
        )
        return f"{disputes.field_name(field, words)}: {was} → {value}{of}"
    sign = " | " if d.kind == "split" else " + "
    return sign.join(", ".join(map(line, ids)) for ids in (d.ones, d.others) if ids)


def value_words(field: str, value: Any, words: Words) -> str:
    """Say a value as the log of decisions keeps it."""
    if value in (None, [], ""):
        return words.screen["no_value"]
    say = _SAY.get(field)
    try:
        return say(value, words) if say else line(str(value))
    except (KeyError, TypeError, AttributeError):  # what an older or newer Kawat wrote
        return line(str(value))


def _place(value: dict[str, Any], words: Words) -> str:
    name = place_name(value["name"], words.language, value["country"])
    return f"{name} ({line(value['country'])})" if value["country"] else name


def _parties(value: list[dict[str, Any]], words: Words) -> str:
    return ", ".join(
        f"{line(p['person'])} ({line(p['country'])})"
        if p.get("person")
        else country_name(p["country"], words.language)
        for p in value
    )


_SAY: dict[str, Callable[[Any, Words], str]] = {
    "type": lambda value, words: words.acts[value].name,
    "mode": lambda value, words: words.contacts[value].name,
    "status": lambda value, words: words.statuses[value],
    "date": wording.date_words,
    "duration": wording.duration_words,
    "place": _place,
    "actors": _parties,
    "recipients": _parties,
}
