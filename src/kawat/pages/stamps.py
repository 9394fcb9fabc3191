"""Stamp lines ("- 8 Februari 2022, 16:53 WIB"): which lines they are, and what time they give."""

from __future__ import annotations

import re
from functools import cache

from kawat import times
from kawat.knowledge.outlets import longest
from kawat.pages.labels import vocabulary
from kawat.pages.model import Moment, Problem
from kawat.pages.pack import each, fold, tried
from kawat.pages.rows import Row, capitalised
from kawat.times import Timex

#: A stamp is no longer than this, and stands within so many lines of the page's top or bottom.
MOST = 140
TOP, BOTTOM = 40, 12
#: Words that a stamp may hold besides its times: the author's and outlet's names.
NAMES = 8
#: So many words may be any, where a clock time stands beside the day: "Dibaca 12 kali".
FEW = 3

_YEAR_OR_CLOCK = re.compile(r"(?:19|20)\d\d|\d[:.]\d\d")
_WORD = re.compile(r"[^\W\d_][^\s|/,]*")
_TIME, _SEPARATORS = "\x01", " \xa0-–—|/•·,()"
_BARS = re.compile(r"[|•·]")
#: A zone that no pack knows, behind the time.
_ZONE = re.compile(r"(?<=\x01)\W*[^\W\d_]{1,4}$")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?")


def mark(rows: list[Row], text: str, language: str) -> None:
    """Give stamp lines their role."""
    last = len(rows) - BOTTOM
    for i, row in enumerate(rows):
        near = i < TOP or (i >= last and not any(r.section for r in rows[max(0, i - 3) : i]))
        short = row.role is None and near and len(row.text) <= MOST
        if short and _YEAR_OR_CLOCK.search(row.text) and is_stamp(row, text, language):
            row.be("dateline", "pages/stamp")


def is_stamp(row: Row, text: str, language: str) -> bool:
    """Tell a line that is a date, with a clock time or weekday or by itself, and at most some names."""
    found = timexes(text, row.start, row.end, language)
    dates = [t for t in found if day_of(t)]
    if not dates:
        return False
    rest = text[row.start : row.end]
    for t in reversed(found):
        rest = rest[: t.start - row.start] + _TIME + rest[t.end - row.start :]
    words = _WORD.findall(rest)
    if not words:
        return True
    if _barred(rest):
        return len(words) <= NAMES + 2 and capitalised(rest) >= 0.5 and not row.prose
    edges = _ZONE.sub("", rest.strip(_SEPARATORS))
    at_edge = edges.startswith(_TIME) or edges.endswith(_TIME)
    clock = any(t.hour is not None for t in found)
    signed = words[0].casefold() in vocabulary().names  # "January 17, 2023 by X"
    certain = clock or signed or any(t.weekday is not None for t in dates)
    certain = certain or len(words) <= 2 or longest(words) is not None
    few = clock and len(words) <= FEW
    names = few or (len(words) <= NAMES and capitalised(rest) >= (0.5 if signed else 0.7))
    return at_edge and certain and names and not row.prose


def _barred(rest: str) -> bool:
    """Tell "Dunia | <time> | <time> | Oleh: X": between bars or dots stands a time and nothing else."""
    parts = _BARS.split(rest)
    return len(parts) > 1 and any(_ZONE.sub("", p.strip(_SEPARATORS)) == _TIME for p in parts)


def timexes(text: str, start: int, end: int, language: str) -> list[Timex]:
    """Return the times of a line, in the article's language, or in another where that has none."""
    for code in tried(language):
        found = times.find(text, code, start, end)
        if any(day_of(t) for t in found):
            return found
    return []


def day_of(t: Timex) -> str | None:
    """Return the day of a full date, ISO 8601, or None where it is none or a span of days."""
    if t.year is None or t.month is None or t.day is None or t.end_day is not None:
        return None
    return f"{t.year:04}-{t.month:02}-{t.day:02}"


def moment(row: Row, text: str, language: str) -> tuple[Moment | None, list[Problem]]:
    """Read a stamp line: ISO 8601, with offset where the zone is known, a bare day where no clock is."""
    found = timexes(text, row.start, row.end, language)
    date = next((t for t in found if day_of(t)), None)
    if date is None:
        return None, []
    clock = next((t for t in found if t.hour is not None), None)
    value = day_of(date) or ""
    first, last = date, date
    if clock:
        first, last = min(date, clock, key=lambda t: t.start), max(date, clock, key=lambda t: t.end)
        value += f"T{clock.hour:02}:{clock.minute or 0:02}:00" + _offset(clock, found)
    problems = mismatch(date)
    return Moment(value, False, first.start, last.end, row.reason), problems


def _offset(clock: Timex, found: list[Timex]) -> str:
    zones = (t.zone for t in (clock, *found) if t.zone)
    return next((offset for z in zones if (offset := times.zone_offset(z))), "")


def mismatch(t: Timex) -> list[Problem]:
    """Return a problem where a date's weekday contradicts it."""
    if times.check(t) is None:
        return []
    message = f"{t.text!r}: that day is not the weekday that it is called"
    return [Problem("weekday_mismatch", message, t.start, t.end)]


@cache
def _updated() -> frozenset[str]:
    return frozenset(
        fold(w) for w in each(lambda p: p.roles["dateline"].updated if "dateline" in p.roles else ())
    )


def is_update(row: Row) -> bool:
    """Tell a stamp of a later change from that of publication."""
    words = [fold(w) for w in row.text.split()[:2]]
    return any(" ".join(words[:n]) in _updated() for n in (1, 2))


def given(value: str) -> Moment | None:
    """Read a publication time that came with the page: ISO 8601, a bare day, or None where it is neither."""
    m = _ISO.match(value.strip())
    if not m:
        return None
    day, clock, seconds, zone = m.groups()
    if clock is None:
        return Moment(day, False, None, None, "given")
    offset = "+00:00" if zone == "Z" else zone or ""
    if offset and ":" not in offset:
        offset = offset[:3] + ":" + offset[3:]
    return Moment(f"{day}T{clock}{seconds or ':00'}{offset}", False, None, None, "given")
