"""The filters of an address as pages show them: a form to change them, and each that is set as a link without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from kawat.desk import address
from kawat.desk.clean import clip, line
from kawat.desk.filters import BY_NAME, NAMES
from kawat.desk.names import country_name, party_names
from kawat.desk.web.desk import Desk
from kawat.desk.wording import date_words, sentence
from kawat.errors import RecordError
from kawat.record.model import Filter

#: Pages that are of one kind of events by themselves.
_OF_A_KIND = ("/contacts", "/acts")
#: Filters that the form above lists has no field for; they stay as they are when it is sent.
_NO_FIELD = frozenset({"kind", "quad", "contested", "confirmed", "event", "story"})
_LONGEST = 120  # characters of an event in a chip
Choices = list[tuple[str, str]]


def blanks(
    desk: Desk,
    wanted: Filter,
    options: Sequence[tuple[str, str, Choices, str]] = (),
    kept: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """Return what filters.html.j2 needs; `options` are further selects: name, label, choices, what is chosen.

    Choices are pairs of a value, as it stands in the address, and what it is called. `kept` are names and values
    that stay in the address.
    """
    words = desk.words
    return {
        "wanted": wanted,
        "chips": chips(desk, wanted),
        "query": address.address_of(wanted),
        "parties": party_names(desk.language),
        "types": [(code, act.name) for code, act in words.acts.items()],
        "modes": [(code, mode.name) for code, mode in words.contacts.items()],
        "differs": [(value, value_words(desk, "differs", value)) for value in BY_NAME["differs"].choices],
        "differs_on": [(value, words.fields[value]) for value in BY_NAME["differs_on"].choices],
        "selects": options,
        "kept": [*unshown(wanted, _fields(desk)), *kept],
    }


def _fields(desk: Desk) -> set[str]:
    """Return the filters that the form of this page has fields for, or that the page says by itself."""
    return {*NAMES} - _NO_FIELD | ({"kind"} if desk.request.url.path in _OF_A_KIND else set())


def unshown(wanted: Filter, fields: Collection[str]) -> list[tuple[str, str]]:
    """Return what a filter asks that a form has no fields for, as pairs of an address."""
    return [pair for pair in address.pairs_of(wanted) if pair[0] not in fields]


def chips(desk: Desk, wanted: Filter) -> list[tuple[str, str, str]]:
    """Return what a filter asks for: name, value, and the address of the same page without it."""
    return [
        (desk.says["filter_" + name], value_words(desk, name, value), _without(desk, wanted, name, value))
        for name, value in address.pairs_of(wanted)
        if name != "kind" or desk.request.url.path not in _OF_A_KIND
    ]


def _without(desk: Desk, wanted: Filter, name: str, value: str) -> str:
    """Return the address of this page without one value of a filter, from its start; other choices are kept."""
    path = desk.request.url.path
    left = [pair for pair in address.pairs_of(wanted) if pair != (name, value)]
    rest = address.filter_of(left)
    if path in _OF_A_KIND:
        rest = address.without(rest, "kind")
    kept = {key: said for key, said in desk.query if key not in (*NAMES, "after", "lang")}
    query = address.address_of(rest, **kept)
    return path + ("?" + query if query else "")


def value_words(desk: Desk, name: str, value: str) -> str:
    """Say the value of a filter."""
    words = desk.words
    if BY_NAME[name].form in ("parties", "party"):
        return country_name(value, desk.language)
    if BY_NAME[name].form == "day":
        return date_words(value, words)
    if BY_NAME[name].form == "truth":
        return desk.says[value]
    if name == "event":
        return _sentence(desk, value)
    known = {
        "status": words.statuses,
        "type": {code: act.name for code, act in words.acts.items()},
        "mode": {code: mode.name for code, mode in words.contacts.items()},
        "quad": words.quads,
        "kind": {"contacts": desk.says["contacts"], "acts": desk.says["acts"]},
        "differs": {"any": desk.says["differs_any"], **words.kinds},
        "differs_on": words.fields,
    }
    return known.get(name, {}).get(value, value)


def _sentence(desk: Desk, id: str) -> str:
    """Say the event that an id leads to; the id itself where it leads to none, or to several."""
    try:
        return clip(sentence(desk.record.event(id), desk.words), _LONGEST)
    except RecordError:
        return line(id)
