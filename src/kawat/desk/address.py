"""Filters as they stand in an address: ``between=RUS&between=USA&status=planned``.

One form for all doors (pages, API, exports, alerts, saved searches): `filter_of` reads it, `address_of` writes
it. States and bodies are taken by code or by name in any language, and written as codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec

from kawat.desk.names import country_code
from kawat.errors import UsageError
from kawat.record.model import Filter

#: The names of filters in an address, in the order in which they are written.
NAMES = (
    "kind", "between", "party", "person", "since", "until", "status", "type", "mode", "quad", "place", "outlet",
    "sources", "text", "contested", "confirmed", "story",
)  # fmt: skip
_MOST = 200  # code points of one value; a longer one is no filter
#: A day or month as people write it here, day first: 31/12/2021, 31-12-2021, 12/2021.
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-]([0-9]{4})")
_TRUE, _FALSE = ("1", "true", "yes"), ("0", "false", "no")


def filter_of(pairs: Iterable[tuple[str, str]] | str) -> Filter:
    """Read a filter of an address's query, as text or as pairs; other names are passed over, empty ones too.

    Raises:
        UsageError: a value cannot be; the message names it.
    """
    given: dict[str, Any] = {}
    between: list[str] = []
    for name, written in parse_qsl(pairs) if isinstance(pairs, str) else pairs:
        value = written.strip()
        if name not in NAMES or not value:
            continue
        if len(value) > _MOST:
            raise UsageError(f"{name}: longer than {_MOST} characters")
        if name == "between":
            between += [country_code(each) for each in value.split(",") if each.strip()]
        else:
            given[name] = _value(name, value)
    if between:
        given["between"] = tuple(between)
    return Filter(**given)


def _value(name: str, value: str) -> Any:
    if name == "party":
        return country_code(value)
    if name == "type":
        return value.upper()
    if name in ("contested", "confirmed"):
        return _truth(name, value)
    if name in ("since", "until"):
        return _day(name, value)
    if name == "sources":
        if not (value.isascii() and value.isdigit() and len(value) < 6):
            raise UsageError(f"sources: {value!r} is no number")
        return int(value)
    return value


def _day(name: str, value: str) -> str:
    """Return a day, month or year as EDTF, one written day first turned round; no interval passes for a day."""
    if told := _DAY_FIRST.fullmatch(value):
        day, month, year = told.groups()
        return "-".join(part.zfill(2) for part in (year, month, day) if part)
    if "/" in value:
        raise UsageError(f"{name}: {value!r} is no date; write 2021-12-05, 2021-12 or 2021")
    return value


def _truth(name: str, value: str) -> bool:
    folded = value.lower()
    if folded not in (*_TRUE, *_FALSE):
        raise UsageError(f"{name}: {value!r} is neither yes nor no")
    return folded in _TRUE


def pairs_of(wanted: Filter) -> list[tuple[str, str]]:
    """Return what is set in a filter as pairs of an address, in the order of `NAMES`; its limit is no part of it."""
    told: list[tuple[str, str]] = []
    for name in NAMES:
        value = getattr(wanted, name)
        if isinstance(value, bool):
            told.append((name, "yes" if value else "no"))
        elif isinstance(value, tuple):
            told += [(name, each) for each in value]
        elif value is not None:
            told.append((name, str(value)))
    return told


def address_of(wanted: Filter, **more: str | None) -> str:
    """Return a filter as the query of an address, "" where it asks nothing; `more` is appended where not None."""
    return urlencode(pairs_of(wanted) + [(name, value) for name, value in more.items() if value is not None])


def without(wanted: Filter, name: str) -> Filter:
    """Return the filter that does not ask for `name`."""
    return msgspec.structs.replace(wanted, **{name: () if name == "between" else None})
