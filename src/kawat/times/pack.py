"""The shape of ``packs/<language>/times.toml``: the time words of a language and the forms they stand in.

A *form* is written in classes of words, not in words (see docs/packs.md):

    <weekday> ','? <day> <month> <year>  each names a class; < > keeps the word's value in that field
    <end_day:day>                        a word of class `day`, kept in the field `end_day`
    'hari' ','                           these very words and signs
    ( a | b )? ( c )*                    grouping, choice, may be absent, up to seven times
    after:cue not_before:unit            what stands just before or behind, outside the span
    ^                                    the start of a sentence

A name may also be a *fragment*: a form that several forms share.
"""

from __future__ import annotations

import msgspec

from kawat.times.model import TimeType

Value = int | float | str


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to say a time. The first form of the pack that fits at a place wins."""

    name: str  # unique in the pack; the reason of every Timex that it finds
    kind: str  # what `resolve` does with it
    form: str
    examples: list[str]  # with the span in braces: "Mereka bertemu {Jumat lalu}."; run as tests
    type: TimeType = "DATE"
    set: dict[str, Value] = {}  # fields that the form itself gives


class TimesPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The section `times` of a pack."""

    values: dict[str, dict[str, Value]]  # class -> word -> its value
    words: dict[str, list[str]]  # class -> words without a value of their own
    capital: dict[str, list[str]]  # class -> words that belong to it only with a capital letter
    fragments: dict[str, str]
    zones: dict[str, str]  # as written -> offset from UTC, "+07:00"
    forms: list[Form]
    decimal: str = "."
