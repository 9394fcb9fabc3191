"""Time expressions: found in a text, then resolved against a day.

    find(text, language)        -> Timex, in order, not overlapping, offsets into `text`
    resolve(timex, anchor, ...) -> Resolved
"""

from kawat.times.model import Resolved, Timex

__all__ = ["Resolved", "Timex"]
