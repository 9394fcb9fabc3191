"""Why a trigger tells of no event: the names by which the steps of reading say so, for `explaining`."""

from __future__ import annotations

from typing import Literal

from kawat.reading.lexicon import Trigger
from kawat.reading.structure import Item

Refusal = Literal[
    # the word is no trigger where it stands (explaining)
    "title_only",  # bare stems are read in titles alone
    "inside",  # part of a name, or of another word
    "aside",  # in brackets, or where no clause reaches
    "no_frame",  # a word of the cues alone, which the grammar does not know
    "claimed",  # in what others claim, and the page refutes (claims)
    # the company of the word (barring)
    "needs", "without", "object_of_act", "condition", "purpose", "governed",
    # what it is said of (status, barring, drafts)
    "unreal", "foretold", "lasting", "joint",
    # the sides (candidates)
    "no_actor", "one_party", "no_recipient", "no_person", "no_guest", "home_only", "agenda",
]  # fmt: skip
#: A trigger that was refused: where it stands, which it is, why.
Refused = tuple[Item, Trigger, Refusal]
