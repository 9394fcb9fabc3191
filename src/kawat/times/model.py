"""What the times stage hands on: a time expression of the text, and what it means on a given day."""

from __future__ import annotations

from typing import Literal

import msgspec

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(msgspec.Struct, frozen=True):
    """One time expression of a text, not yet resolved against the day of the article.

    `kind` names the pattern that matched (`day_month_year`, `weekday_date`, `weekday`, `relative`, `month`,
    `year`, `range`, `duration`, ...); the other fields hold what the words themselves say; else None.
    """

    start: int
    end: int
    text: str
    type: TimeType
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None  # of a range, its last day
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None  # 0 Monday .. 6 Sunday
    unit: str | None = None  # of a relative expression or duration: minute hour day week month year
    offset: int | None = None  # in units, before (negative) or after the anchor
    direction: Literal["past", "future"] | None = None  # "Jumat lalu" / "Jumat depan"; None where not said
    modifier: Literal["start", "mid", "end", "approx"] | None = (
        None  # "awal", "pertengahan", "akhir", "sekitar"
    )
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None  # as written: WIB, WITA, WIT, GMT, "waktu setempat"
    part: str | None = None  # TIMEX3 part of day: MO AF EV NI
    value: str | None = None  # of a DURATION or SET: ISO 8601 duration (PT2H, P3D)
    quantity: float | None = None  # of a DURATION, its number
    relation: str | None = None  # of a DURATION: "more than", "up to", "about", "almost"
    reason: str = ""  # pack entry, e.g. "id/times/weekday_date"


class Resolved(msgspec.Struct, frozen=True):
    """The value of a Timex on a given day."""

    value: str  # TIMEX3 value: 2021-12-07, 2021-W49, 2021-12, 2021, 2021-12-07TAF, PT2H, PAST_REF ...
    edtf: str | None  # the day, month, year or interval as EDTF (gold/GUIDE.md); None where there is none
    problem: str | None = None  # "weekday_mismatch" where weekday and date contradict each other
