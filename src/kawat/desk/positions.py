"""The position sheet: who demands, warns, accuses or refuses what towards whom, and what the other side said later.

An answer is a refusal, agreement or concession of the other side towards the one that acted, within `WINDOW` days
after the act. Whether it answers this very act is for the reader to judge: Kawat tells the order of what was said,
and no more. The record keeps no order of the sides of an agreement: it stands as one of the two, never as what the
other side said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from kawat.desk.wording import first_said
from kawat.linking.days import END, Days, days
from kawat.linking.model import Event
from kawat.reading.model import MUTUAL

#: Types of acts by which a side takes a position towards another.
POSITIONS = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE"}
)
#: Types of acts that answer one.
ANSWERS = frozenset({"REJECT", "AGREE", "CONCEDE"})
#: Days after an act in which the other side is taken to answer it.
WINDOW = 90
#: Nobody is addressed.
NOBODY = ""
_VOID = frozenset({"denied", "cancelled"})


class Answer(msgspec.Struct, frozen=True):
    """What the other side said after an act."""

    event: Event
    sure: bool  # false: its days are too vague to tell that it came after the act


class Position(msgspec.Struct, frozen=True):
    """An act, and what the other side said later, earliest first."""

    event: Event
    answers: tuple[Answer, ...]


class Sheet(msgspec.Struct, frozen=True):
    """All positions towards one counterpart, oldest first."""

    counterpart: str  # code; NOBODY where the acts name no addressee
    positions: tuple[Position, ...]


class _Act(msgspec.Struct, frozen=True):
    """An event with what is compared of it, so that it is reckoned once."""

    event: Event
    first: int  # ordinals of the days that it may have
    last: int
    actors: frozenset[str]
    recipients: frozenset[str]

    @classmethod
    def of(cls, event: Event) -> _Act:
        sides = (frozenset(p.country for p in side) for side in (event.actors, event.recipients))
        return cls(event, *days_of(event), *sides)


def sheets(
    events: Iterable[Event], codes: frozenset[str], own: Callable[[Event], bool] | None = None
) -> list[Sheet]:
    """Return the positions of a side, by counterpart, the one with most of them first.

    `codes` are those that the side stands for: its own, or the states for which a person acts. `own` tells
    whether an act is the side's; without it, every act is in which one of `codes` acts.
    """
    known = sorted((_Act.of(event) for event in events), key=lambda a: (a.first, a.last, a.event.id))
    answers = [a for a in known if a.event.type in ANSWERS and a.event.status not in _VOID]
    found: dict[str, list[_Act]] = {}
    for act in known:
        if act.event.type in POSITIONS and (own(act.event) if own else codes & act.actors):
            for code in _addressees(act.event, codes):
                found.setdefault(code, []).append(act)
    made = [
        Sheet(code, tuple(Position(act.event, _answers_to(act, code, codes, answers)) for act in acts))
        for code, acts in found.items()
    ]
    return sorted(made, key=lambda s: (s.counterpart == NOBODY, -len(s.positions), s.counterpart))


def days_of(event: Event) -> Days:
    """Return the days that an event may have; of one without a date, the day on which it was first reported."""
    return days(event.date) or days((first_said(event) or "")[:10]) or Days(END, END)


def _answers_to(act: _Act, other: str, codes: frozenset[str], answers: Iterable[_Act]) -> tuple[Answer, ...]:
    """Return what `other` said towards `codes` after an act, in the order of `answers`."""
    if other == NOBODY:
        return ()
    return tuple(
        Answer(each.event, sure=each.first >= act.last)
        for each in answers
        if each.last >= act.last
        and each.first <= act.last + WINDOW
        and each.event.id != act.event.id
        and _answers(each, other, codes)
    )


def _answers(act: _Act, other: str, codes: frozenset[str]) -> bool:
    if act.event.type in MUTUAL:
        both = act.actors | act.recipients
        return other in both and bool(codes & both)
    return other in act.actors and bool(codes & act.recipients)


def _addressees(event: Event, codes: frozenset[str]) -> list[str]:
    """Return the codes that an act is addressed to, each once; NOBODY alone where there is none but the side itself."""
    others = [p.country for p in event.recipients if p.country not in codes]
    return list(dict.fromkeys(others)) or [NOBODY]
