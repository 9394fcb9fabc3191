"""Find the time expressions of a text: tokens become letters, letters meet forms, forms become fields."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from kawat.times.grammar import NAME, NUMERIC, Grammar, Step, grammar
from kawat.times.model import Timex
from kawat.times.pack import Value

#: How many letters behind a run of letters may hold the name of a place ("waktu Amerika Serikat").
_NAMES = 3


class Token(NamedTuple):
    """A word, number or sign, with its place in the text."""

    text: str
    start: int
    end: int


#: ISO 8601 designators, and the smaller unit in which half of one is a whole number.
_DESIGNATOR = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y",
}  # fmt: skip
_SMALLER = {"hour": ("minute", 60), "day": ("hour", 24), "year": ("month", 12)}
_LARGER = {"decade": ("year", 10), "century": ("year", 100), "quarter": ("month", 3)}
_LONGEST_NUMBER = 9


def find(text: str, language: str, start: int = 0, end: int | None = None) -> list[Timex]:
    """Return the time expressions of ``text[start:end]``, in order, not overlapping, offsets into `text`.

    Raises:
        PackError: there is no `times` section for `language`, or it is broken.
    """
    g = grammar(language)
    view = _View(g, text, start, len(text) if end is None else end)
    found: list[Timex] = []
    done = 0
    for run in g.runs.finditer(view.letters):
        first, last = run.span()
        base = max(first - 1, 0)  # forms may look at the letter before, and at a name or two behind
        shape = view.letters[base : last + (_NAMES if view.letters.startswith(NAME, last) else 1)]
        at = max(first, done) - base
        while at < last - base and (step := g.parse(shape, at)) and step.start < last - base:
            timex = _timex(view, step, base)
            at = step.end if timex else step.start + 1
            if timex:
                found.append(timex)
                done = base + at
    return found


class _View:
    """A text as letters, and the way back from letters to tokens."""

    def __init__(self, g: Grammar, text: str, start: int, end: int) -> None:
        self.g, self.text = g, text
        self.chunks = text[start:end].split(" ")
        pieces = g.spell(self.chunks)
        self.letters = "".join(pieces)
        self.starts = [*accumulate(map(len, self.chunks), initial=start)]  # but for the blanks between them
        self.firsts = [*accumulate(map(len, pieces), initial=0)]

    def tokens(self, first: int, last: int) -> list[Token]:
        """Return the tokens whose letters are ``letters[first:last]``."""
        chunk = bisect_right(self.firsts, first) - 1
        skipped = first - self.firsts[chunk]
        tokens: list[Token] = []
        while len(tokens) < skipped + last - first:
            at = self.starts[chunk] + chunk
            tokens += [Token(m[0], at + m.start(), at + m.end()) for m in self.g.tokens(self.chunks[chunk])]
            chunk += 1
        return tokens[skipped : skipped + last - first]


def _timex(view: _View, step: Step, base: int) -> Timex | None:
    """Read the fields of a form; None where they make no date (31 February) or no amount."""
    tokens = view.tokens(base + step.start, base + step.end)
    fields: dict[str, Any] = dict(step.form.set)
    for field, names, first, last in step.fields:
        fields[field] = _value(view, names, tokens[first - step.start : last - step.start])
    if not _settle(fields):
        return None
    type_ = step.form.type
    if type_ == "DATE" and (fields.get("part") or fields.get("hour") is not None):
        type_ = "TIME"
    start, end = tokens[0].start, tokens[-1].end
    reason = f"{view.g.language}/times/{step.form.name}"
    return Timex(start, end, view.text[start:end], type_, step.form.kind, reason=reason, **fields)


def _value(view: _View, names: tuple[str, ...], tokens: Sequence[Token]) -> Any:
    """Return what the words of a group are worth in one of the classes; None for a number that is none."""
    if names[0] in NUMERIC:
        return int(tokens[0].text)
    values = view.g.pack.values
    if names[0] == "amount":
        return _number(values, view.g.pack.decimal, [t.text.lower() for t in tokens])
    words = view.text[tokens[0].start : tokens[-1].end]
    key = " ".join(words.lower().split())
    return next((values[n][key] for n in names if key in values.get(n, ())), words)


def _number(values: Mapping[str, Mapping[str, Value]], decimal: str, words: list[str]) -> float | None:
    """Add up a number: in digits ("2,5"), or in words ("dua puluh lima", "twenty-five", "satu setengah")."""
    digits = "".join(words).replace(decimal, ".")
    if re.fullmatch(rf"[0-9]{{1,{_LONGEST_NUMBER}}}(?:\.[0-9]{{1,3}})?", digits):
        return float(digits)
    total = last = 0.0
    for word in words:
        if word in values["ones"]:
            total, last = total + last, float(values["ones"][word])
        elif word in values["teens"]:
            last += float(values["teens"][word])
        elif word in values["scales"]:
            last = (last or 1) * float(values["scales"][word])
        elif word[0].isdigit():
            total, last = total + last, float(word) if len(word) <= _LONGEST_NUMBER else 0.0
        elif word != "-":
            return None
    return total + last or None


def _settle(fields: dict[str, Any]) -> bool:
    """Turn what the words say into the fields of `Timex`, in place; False where it makes no sense."""
    if not _settle_clock(fields):
        return False
    if "short_year" in fields:
        short = fields.pop("short_year")
        fields["year"] = short + (2000 if short < 70 else 1900)
    if "decade" in fields:
        decade = fields.pop("decade") // 10 * 10
        fields["year"] = decade if decade > 99 else 1900 + decade
        fields["end_year"] = fields["year"] + 9
    if months := fields.pop("months", None):
        fields["end_month"] = (fields["month"] + months - 2) % 12 + 1
    return _settle_amount(fields) and _is_date(fields, "") and _is_date(fields, "end_")


def _settle_clock(fields: dict[str, Any]) -> bool:
    """Bring the hour to the 24-hour clock: "7 malam", "7:30 p.m."."""
    hour, noon = fields.get("hour"), fields.pop("meridiem", None)
    if hour is None:
        return True
    part = fields.get("part")
    if noon is not None:
        fields["hour"] = hour % 12 + noon if hour <= 12 else hour
    elif hour < 12 and (part == "EV" or (part == "AF" and hour < 8) or (part == "NI" and hour > 4)):
        fields["hour"] = hour + 12
    fields.setdefault("minute", 0)
    return bool(fields["hour"] < 24)


def _settle_amount(fields: dict[str, Any]) -> bool:
    """Join number, unit and direction: an offset from the anchor, or the value of a duration."""
    step = fields.pop("step", None)
    has_amount = "quantity" in fields
    quantity, unit = fields.get("quantity"), fields.get("unit")
    if quantity is not None:
        fields["quantity"] = quantity = quantity + fields.pop("whole", 0)
    minutes = fields.pop("minutes", None)
    if has_amount and quantity is None:
        return False
    if step is not None and unit is None:
        fields["direction"] = "past" if step < 0 else "future" if step > 0 else None
    elif step is not None and quantity is not None and unit is not None:
        unit, factor = _LARGER.get(unit, (unit, 1))
        fields.update(unit=unit, offset=round(quantity * factor * step))
    elif step is not None:
        fields["offset"] = step
    elif quantity is not None and unit is not None:
        fields["quantity"] = quantity = quantity + (minutes or 0) / 60
        fields["value"] = _duration(quantity, unit)
    return True


def _duration(quantity: float, unit: str) -> str:
    """Write an ISO 8601 duration: PT2H, PT1H30M, P1Y6M, P2W."""
    unit, factor = _LARGER.get(unit, (unit, 1))
    quantity *= factor
    whole = int(quantity)
    rest = ""
    if whole != quantity and unit in _SMALLER:
        smaller, ratio = _SMALLER[unit]
        rest = _period(round((quantity - whole) * ratio), smaller)
        if not whole:
            return "P" + rest
        quantity = whole
    first = _period(quantity, unit)
    return "P" + first + (rest.removeprefix("T") if first.startswith("T") else rest)


def _period(quantity: float, unit: str) -> str:
    designator = _DESIGNATOR[unit]
    return f"{designator[:-1]}{quantity:.12g}{designator[-1]}"


def _is_date(fields: dict[str, Any], which: str) -> bool:
    day, month = fields.get(which + "day"), fields.get(which + "month", fields.get("month"))
    if day is None or month is None:
        return True
    year = fields.get(which + "year", fields.get("year", 2000))
    return bool(day <= 28 or day <= calendar.monthrange(year, month)[1])
