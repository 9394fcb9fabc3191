"""Filters as they stand in an address: ``between=RUS&between=USA&status=planned``.

One form for all doors (pages, API, command line, exports, alerts, saved searches): `filter_of` reads it, `address_of`
writes it. States and bodies are taken by code or by name in any language, and written as codes. Which filters there
are stands in `filters`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec

from kawat.desk.filters import BY_NAME, FALSE, LONGEST, NAMES, TRUE, Form
from kawat.desk.names import country_code
from kawat.errors import UsageError
from kawat.record.model import Filter

#: A day or month as people write it here, day first: 31/12/2021, 31-12-2021, 12/2021.
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-]([0-9]{4})")


def filter_of(pairs: Iterable[tuple[str, str]] | str) -> Filter:
    """Read a filter of an address's query, as text or as pairs; other names are passed over, empty ones too.

    Raises:
        UsageError: a value cannot be; the message names it.
    """
    given: dict[str, Any] = {}
    for name, written in parse_qsl(pairs) if isinstance(pairs, str) else pairs:
        value, question = written.strip(), BY_NAME.get(name)
        if question is None or not value:
            continue
        if len(value) > LONGEST:
            raise UsageError(
                f"{name}: longer than {LONGEST} characters", code="too_long", field=name, most=LONGEST
            )
        read = _READ[question.form](name, value)
        given[name] = given.get(name, ()) + read if isinstance(read, tuple) else read
    return Filter(**{name: value for name, value in given.items() if value != ()})


def _choice(name: str, value: str) -> str:
    """Return the choice that is meant, in any case; what is none is left for the record to refuse."""
    return next((each for each in BY_NAME[name].choices if each.lower() == value.lower()), value)


def _parties(_: str, value: str) -> tuple[str, ...]:
    return tuple(country_code(each) for each in value.split(",") if each.strip())


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 6):
        raise UsageError(f"{name}: {value!r} is no number", code="no_number", field=name, value=value)
    return int(value)


def _day(name: str, value: str) -> str:
    """Return a day, month or year as EDTF, one written day first turned round; no interval passes for a day."""
    if told := _DAY_FIRST.fullmatch(value):
        day, month, year = told.groups()
        return "-".join(part.zfill(2) for part in (year, month, day) if part)
    if "/" in value:
        raise UsageError(
            f"{name}: {value!r} is no date; write 2021-12-05, 2021-12 or 2021",
            code="no_date",
            field=name,
            value=value,
        )
    return value


def _truth(name: str, value: str) -> bool:
    folded = value.lower()
    if folded not in (*TRUE, *FALSE):
        raise UsageError(f"{name}: {value!r} is neither yes nor no", code="no_truth", field=name, value=value)
    return folded in TRUE


_READ: dict[Form, Callable[[str, str], Any]] = {
    "choice": _choice,
    "parties": _parties,
    "party": lambda _, value: country_code(value),
    "text": lambda _, value: value,
    "day": _day,
    "number": _number,
    "truth": _truth,
}


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
