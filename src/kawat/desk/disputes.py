"""Says what sources differ on, in the screen language: the field, the kind of difference, the values.

`linking` writes the values as text: a place with its country, a number or a duration behind its "more than",
parties as codes. Here they become words again; what is not of that shape stays as the page has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kawat.desk import wording
from kawat.desk.clean import line
from kawat.desk.names import country_name, place_name
from kawat.desk.words import Words
from kawat.linking.model import Disagreement, Value

_PLACE = re.compile(r"([^()]+) \(([A-Z]{3})\)")
_CODES = re.compile(r"[A-Z0-9_]{2,20}(?:, [A-Z0-9_]{2,20})*")
_NUMBER = re.compile(r"(?:([a-z ]+) )?(\d{1,15}(?:\.\d{1,6})?)(?: (\S{1,20}))?")
_LENGTH = re.compile(r"(?:([a-z ]+) )?(P\S{1,20})")


def field_name(field: str, words: Words) -> str:
    """Name the field of a disagreement: "figure:troops" is "figure (troops)"."""
    head, _, tail = field.partition(":")
    name = words.fields.get(head, line(head))
    if not tail:
        return name
    what, _, unit = tail.partition(" ")
    return f"{name} ({words.figures.get(what, line(what))}{' ' * bool(unit)}{line(unit)})"


def kind(disagreement: Disagreement, words: Words) -> str:
    """Say how the values differ (they contradict each other, follow one another ...) and why they may."""
    head = disagreement.note.partition(":")[0]
    said = words.kinds.get(head, line(disagreement.note))
    whys = [words.whys[why] for why in disagreement.reasons if why != head and why in words.whys]
    return f"{said} ({'; '.join(whys)})" if whys else said


def telling(field: str, value: Value, words: Words) -> str:
    """Say one value with who says so: "up to 175,000 (expected), according to “the ministry”"."""
    said = value_words(field, value.value, words)
    if value.forecast:
        said = f"{said} ({words.screen['expected']})"
    names = [f"“{line(name)}”" for name in value.speakers if line(name)]
    return said + (words.who_says.format(speakers=wording.join(names, words)) if names else "")


def value_words(field: str, value: str, words: Words) -> str:
    """Say one value of a disagreement."""
    say = _SAY.get(field.partition(":")[0])
    return say(value, words) if say else line(value)


def _place(value: str, words: Words) -> str:
    match = _PLACE.fullmatch(value)
    name, country = match.groups() if match else (value, None)
    return place_name(name, words.language, country)


def _mode(value: str, words: Words) -> str:
    return words.contacts[value].name if value in words.contacts else line(value)


def _parties(value: str, words: Words) -> str:
    if not _CODES.fullmatch(value):
        return line(value)
    return ", ".join(country_name(code, words.language) for code in value.split(", "))


def _duration(value: str, words: Words) -> str:
    match = _LENGTH.fullmatch(value)
    if match is None:
        return line(value)
    return wording.hedged(wording.duration_words(match[2], words), match[1], words)


def _figure(value: str, words: Words) -> str:
    match = _NUMBER.fullmatch(value)
    if match is None:
        return line(value)
    number = wording.number_words(float(match[2]), words)
    return f"{wording.hedged(number, match[1], words)} {line(match[3] or '')}".rstrip()


_SAY: dict[str, Callable[[str, Words], str]] = {
    "date": wording.date_words,
    "place": _place,
    "mode": _mode,
    "participants": _parties,
    "initiative": _parties,
    "duration": _duration,
    "figure": _figure,
    "status": lambda value, words: words.statuses.get(value, line(value)),
}
