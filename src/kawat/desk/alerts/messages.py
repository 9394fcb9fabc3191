"""What is said of the notices of a saved search: one message, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from kawat.desk import disputes, wording
from kawat.desk.clean import clip, line
from kawat.desk.names import country_name
from kawat.desk.words import Words, area, words
from kawat.record.watch_model import Difference, Notice, Watch

TOLD = 20  # notices in one message; it says how many more there are


class Message(msgspec.Struct, frozen=True):
    """A message, for people and for programs."""

    subject: str
    text: str  # plain, a paragraph a notice
    body: dict[str, Any]  # the same as JSON


def compose(watch: Watch, notices: Sequence[Notice], base: str, *, test: bool = False) -> Message:
    """Tell notices, the newest first; `base` is the address of the desk, "" where it has none."""
    screen, says = words(watch.language), area("alerts", watch.language)
    told = notices[:TOLD]
    subject = says["test_subject" if test else "subject"].format(name=line(watch.name), total=len(notices))
    parts = [says["test_text"]] if test else []
    parts += [paragraph(notice, screen, says, base) for notice in told]
    if len(notices) > len(told):
        parts.append(says["more"].format(total=len(notices) - len(told)))
    parts.append(says["footer"].format(name=line(watch.name), query=line(watch.query) or "-"))
    body = {
        "search": {"id": watch.id, "name": watch.name, "query": watch.query},
        "test": test,
        "notices": [_plain(notice, base) for notice in told],
        "more": len(notices) - len(told),
    }
    return Message(clip(subject, 150), "\n\n".join(parts) + "\n", body)


def paragraph(notice: Notice, screen: Words, says: dict[str, str], base: str) -> str:
    """Tell one notice: what it is, the event in a sentence, what has changed, and where to look."""
    lines = [f"{says[notice.kind]}: {line(notice.sentence)}"]
    lines += [f"  {difference_words(d, screen, says)}" for d in notice.differences]
    return "\n".join([*lines, f"  {event_address(notice, base)}"] if base else lines)


def difference_words(difference: Difference, screen: Words, says: dict[str, str]) -> str:
    """Say what has changed: "status: planned → cancelled"."""
    field = screen.fields.get(difference.field) or says["field_" + difference.field]
    was, now = (
        _value(difference.field, value, screen) or says["nothing"]
        for value in (difference.was, difference.now)
    )
    return f"{field}: {was} → {now}"


def event_address(notice: Notice, base: str) -> str:
    """Return the address of the event of a notice."""
    return f"{base.rstrip('/')}/events/{notice.event}"


def _value(field: str, value: str, screen: Words) -> str:
    if field == "status":
        return screen.statuses.get(value, line(value))
    if field == "date":
        return wording.date_words(value, screen) if value else ""
    if field == "type":
        return screen.acts[value].name if value in screen.acts else line(value)
    if field == "parties":
        return ", ".join(_party_words(each, screen) for each in value.split(", ") if each)
    if field in ("contested", "differs"):
        return ", ".join(disputes.field_name(each, screen) for each in value.split(", ") if each)
    return line(value)


def _party_words(party: str, screen: Words) -> str:
    """Tell a party of a glance: a code, or a code and a person."""
    code, _, person = party.partition(":")
    country = country_name(code, screen.language) if code else ""
    return f"{line(person)} ({country})" if person and country else line(person) or country


def _plain(notice: Notice, base: str) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(notice)
    return {**plain, "address": event_address(notice, base)} if base else plain
