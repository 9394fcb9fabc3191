"""Offsets of time zones, by the names that pages give them."""

from __future__ import annotations

import re
from functools import cache

from kawat.packs import languages, section
from kawat.times.pack import TimesPack

_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?")


def zone_offset(zone: str) -> str | None:
    """Return the offset from UTC, "+07:00", of a zone as written (WIB, GMT, GMT+7, +07:00), or None."""
    if named := _zones().get(zone):
        return named
    if m := _OFFSET.fullmatch(zone):
        hours, minutes = int(m[2]), int(m[3] or 0)
        return f"{m[1]}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else None
    return None


@cache
def _zones() -> dict[str, str]:
    """All packs' zones: a page in one language may give the zone of another's country."""
    named: dict[str, str] = {}
    for language in languages():
        named.update(section(language, "times", TimesPack).zones)
    return named
