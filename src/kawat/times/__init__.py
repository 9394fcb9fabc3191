"""Time expressions: found in a text, then resolved against a day.

find(text, language)        -> Timex, in order, not overlapping, offsets into `text`
resolve(timex, anchor, ...) -> Resolved
follow(timexes, anchor)      -> the same, "a day later" counted from the day told before
check(timex)                -> "weekday_mismatch", or None
zone_offset(zone)           -> "+07:00", or None
"""

from kawat.times.find import find
from kawat.times.follow import follow
from kawat.times.model import Resolved, Timex
from kawat.times.resolve import check, resolve
from kawat.times.zones import zone_offset

__all__ = ["Resolved", "Timex", "check", "find", "follow", "resolve", "zone_offset"]
