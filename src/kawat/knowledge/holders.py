"""Who held which office when (data/holders.csv)."""

from __future__ import annotations

import re
from functools import cache

from kawat.errors import UsageError
from kawat.knowledge.model import Holder
from kawat.knowledge.tables import load, words

COLUMNS = ("person", "country", "office", "since", "until", "seen", "aliases", "source")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

#: The month up to which every row was checked; rows of source "worldleaders" were checked on 2026-08-22, those of
#: source "events" up to 2026-03-28.
AS_OF = "2026-01"

#: Offices that stand for others: which titles, best first, a state's head of state or government may bear.
GENERIC = {
    "head_of_state": ("monarch", "president", "leader"),
    "head_of_government": ("prime_minister", "president", "leader"),
}


@cache
def holders() -> tuple[Holder, ...]:
    """Return all terms of office, by country, office and start.

    Raises:
        KnowledgeError: a row is broken; file, line and remedy are named.
    """
    return tuple(load("holders.csv", COLUMNS, _holder))


def office_on(country: str, office: str, day: str) -> Holder | None:
    """Return who held `office` of `country` (code of a state or body) on `day` (YYYY-MM-DD), as far as known.

    A day of change belongs to the newcomer. Of several holders of one office the newest is returned.
    `head_of_state` and `head_of_government` find the president, monarch or prime minister that fits.

    Raises:
        UsageError: `day` is no calendar day.
    """
    _check(day)
    for title in GENERIC.get(office, (office,)):
        terms = [h for h in _by_office().get((country, title), ()) if _in_office(h, day)]
        if terms:
            return max(terms, key=lambda h: (h.since, h.person))
    return None


def may_have(country: str, office: str) -> bool:
    """Tell whether a state may have an office: a king of a republic has never been one of those that are known.

    True of a state of which no office at all is known.
    """
    known = _offices().get(country)
    return known is None or office in known


def offices_of(person: str, day: str) -> tuple[Holder, ...]:
    """Return the terms that run on `day` (YYYY-MM-DD) of everyone called `person` (full name or alias).

    Raises:
        UsageError: `day` is no calendar day.
    """
    _check(day)
    return tuple(h for h in _by_name().get(person, ()) if _in_office(h, day))


def _check(day: str) -> None:
    if not DATE.fullmatch(day) or len(day) != 10:
        raise UsageError(f"day {day!r} is not written YYYY-MM-DD")


def _in_office(h: Holder, day: str) -> bool:
    """Dates that name only a year or a month hold for the whole of it."""
    end = h.until or h.seen
    return h.since <= day[: len(h.since)] and (end is None or day[: len(end)] <= end)


@cache
def _by_office() -> dict[tuple[str, str], list[Holder]]:
    out: dict[tuple[str, str], list[Holder]] = {}
    for h in holders():
        out.setdefault((h.country, h.office), []).append(h)
    return out


@cache
def _offices() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for country, office in _by_office():
        out.setdefault(country, set()).add(office)
    return {country: frozenset(offices) for country, offices in out.items()}


@cache
def _by_name() -> dict[str, list[Holder]]:
    out: dict[str, list[Holder]] = {}
    for h in holders():
        for name in (h.person, *h.aliases):
            out.setdefault(name, []).append(h)
    return out


def _holder(row: dict[str, str]) -> Holder:
    for column in ("person", "country", "office", "since", "source"):
        if not row[column]:
            raise ValueError(f"{column} is blank; fill it in or leave the row out")
    for column in ("since", "until", "seen"):
        if row[column] and not DATE.fullmatch(row[column]):
            raise ValueError(f"{column} {row[column]!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    since, until = row["since"], row["until"] or row["seen"]
    if until and until[: len(since)] < since[: len(until)]:
        raise ValueError(f"the term ends ({until}) before it starts ({since}); correct one of them")
    return Holder(
        person=row["person"],
        country=row["country"],
        office=row["office"],
        since=since,
        until=row["until"] or None,
        aliases=words(row["aliases"]),
        source=row["source"],
        seen=row["seen"] or None,
    )
