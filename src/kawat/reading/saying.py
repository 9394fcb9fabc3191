"""What is found of speech: a statement, a voice, and the places where their words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kawat.reading.mentions import Side


class Place(NamedTuple):
    """Tokens i..j of the sentence at index `sentence`."""

    sentence: int
    i: int
    j: int


@dataclass(slots=True)
class Said:
    """A statement: who (None: nobody is named), by which word, what, with the tokens of what is said."""

    speaker: Place | None
    cue: Place | None
    parts: list[Place]
    direct: bool
    sides: tuple[Side, ...]  # none: the speaker is no party
    implied: bool = False  # no words beside the cue name the speaker
    named: Place | None = None  # where the article first named the speaker


class Voice(NamedTuple):
    """Tokens i..j of a sentence that are somebody's words, quoted (`direct`) or retold."""

    i: int
    j: int
    direct: bool
    sides: tuple[Side, ...]  # for whom it is said; none: the speaker is no party, or nobody is named
    speaker: Place | None  # the words that name the speaker
    cue: Place | None  # the word of saying: "menuding" tells more than "kata"
    named: Place | None = None  # where the article first named the speaker


def is_person(x: Said) -> bool:
    """Tell whether the speaker may be meant by "he": no state, no body, not two."""
    if not x.sides:
        return True
    side = x.sides[0]
    return len(x.sides) == 1 and bool(side.person or side.office or side.sort == "person")
