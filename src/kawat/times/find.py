"""Find the time expressions of a text: tokens become letters, letters meet the forms, groups become fields."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from typing import Any

from kawat.times.grammar import BREAK, DIGITS, NAME, NUMERIC, WORD, Grammar, Rule, grammar
from kawat.times.model import Timex

Tokens = Sequence[re.Match[str]]

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
    tokens = list(g.lexer.finditer(text, start, len(text) if end is None else end))
    letters = _letters(g, tokens)
    found, at = [], 0
    while hit := g.starters.search(letters, at):
        at = hit.start()
        m = g.forms.match(letters, at)
        timex = m and _timex(g, g.rules[m.lastgroup or ""], text, tokens, letters, at)
        if m and timex:
            found.append(timex)
        at = m.end() if m and timex else at + 1
    return found


def _letters(g: Grammar, tokens: Tokens) -> str:
    known = g.letters.get
    return "".join([known(t := m[0]) or _unknown(t) for m in tokens])


def _unknown(token: str) -> str:
    """Return the letter of a token that no class knows; of other scripts all are plain words."""
    if "0" <= token < ":":
        return DIGITS
    if "A" <= token < "[":
        return NAME
    return WORD if token[0].isalnum() else BREAK


def _timex(g: Grammar, rule: Rule, text: str, tokens: Tokens, letters: str, at: int) -> Timex | None:
    """Read the fields of the form that fits at `at`; None where they make no date (31 February) or amount."""
    m = rule.pattern.match(letters, at)
    if m is None:  # the edges of `Grammar.forms` made it take another way through the form
        return None
    fields: dict[str, Any] = dict(rule.form.set)
    for group, (field, names) in rule.groups.items():
        first, last = m.span(group)
        if first >= 0 and first < last:
            fields[field] = _value(g, names, text, tokens[first:last])
    start, end = tokens[at].start(), tokens[m.end() - 1].end()
    if not _settle(fields):
        return None
    kind, type_ = rule.form.kind, rule.form.type
    if type_ == "DATE" and (fields.get("part") or fields.get("hour") is not None):
        type_ = "TIME"
    reason = f"{g.language}/times/{rule.form.name}"
    return Timex(start, end, text[start:end], type_, kind, reason=reason, **fields)


def _value(g: Grammar, names: tuple[str, ...], text: str, tokens: Tokens) -> Any:
    """Return what the words of a group are worth in one of the classes; None for a number that is none."""
    if names[0] in NUMERIC:
        return int(tokens[0][0])
    if names[0] == "amount":
        return _number(g, tokens)
    words = text[tokens[0].start() : tokens[-1].end()]
    key = " ".join(words.lower().split())
    return next((g.pack.values[n][key] for n in names if key in g.pack.values.get(n, ())), words)


def _number(g: Grammar, tokens: Tokens) -> float | None:
    """Add up a number: in digits ("2,5"), or in words ("dua puluh lima", "twenty-five", "satu setengah")."""
    digits = "".join(t[0] for t in tokens).replace(g.pack.decimal, ".")
    if re.fullmatch(rf"[0-9]{{1,{_LONGEST_NUMBER}}}(?:\.[0-9]{{1,3}})?", digits):
        return float(digits)
    total = last = 0.0
    for word in (t[0].lower() for t in tokens):
        if word in g.pack.values["ones"]:
            total, last = total + last, float(g.pack.values["ones"][word])
        elif word in g.pack.values["teens"]:
            last += float(g.pack.values["teens"][word])
        elif word in g.pack.values["scales"]:
            last = (last or 1) * float(g.pack.values["scales"][word])
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
        fields["year"] = fields.pop("decade") // 10 * 10
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
    return bool(day <= calendar.monthrange(year, month)[1])
