"""Whom "mitranya", "koleganya, Pedro Rojas" means: a counterpart of whose state only the article tells.

In: a mention of a counterpart, the other mentions of its sentence, the article's memory.
Out: the side, where the article gives ground for one.
"""

from __future__ import annotations

from kawat.knowledge.states import states
from kawat.reading.mentions import Known, Memory, Mention, Side, codes
from kawat.reading.scan import Sentence

REASON = "reading/discourse.counterpart"

#: The Union, and the code for states of its continent that are not named.
UNION, CONTINENT = "EU", "EUROPE"


def peer(s: Sentence, mention: Mention, mentions: list[Mention], memory: Memory) -> list[Side]:
    """Return who "mitranya", "koleganya, Pedro Rojas" is: of the same office in the other state spoken of.

    One that the sentence named before, else where it says that they met, else the other side of the contact told last.
    """
    own = next((x for m in memory.here for x in m.sides if x.office), None)
    own = own or next((x for x in memory.topic if x.office), None)
    if own is None or own.office is None:
        return []
    here = reversed(memory.parties[memory.before :])
    place = (x for m in mentions if m.i > mention.j and "where" in s.classes(m.i - 1) for x in m.sides)
    told = (memory.journey, memory.contact)
    met = next((sides for sides in told if own.code in codes(sides)), [])
    other = next((x for x in (*here, *place, *met) if x.code in states() and x.code != own.code), None)
    if other is None:
        return []
    known = memory.officials.get((other.code, own.office)) if not mention.word else None
    person = mention.word or (known.person if known is not None else None)
    if mention.word:
        memory.learn(Known(mention.word, other.code, own.office, REASON))
    start, end = s.span(mention.i, mention.j)
    return [Side(other.code, person, own.office, start, end, REASON, "person")]


def name_union(mention: Mention, memory: Memory) -> None:
    """Let the bare name of the continent mean the Union where the article names that: "sawit dilarang Eropa"."""
    if mention.j - mention.i == 1 and mention.kind == "named" and memory.named.get(UNION):
        for side in mention.sides:
            side.code = UNION if side.code == CONTINENT else side.code
