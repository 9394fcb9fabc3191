"""Whose turn it is in a transcript: who speaks from a line on, and whom he calls "you".

In: a sentence with its mentions, the article's memory.
Out: the memory with the turn; the sides that speak or are spoken to. `discourse` asks.
"""

from __future__ import annotations

from itertools import islice

from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.scan import Sentence

#: Tokens within which the speaker of a transcript's line is named.
TURN = 12
#: A title up to this token opens the line of whoever speaks: "THE PRESIDENT: ...".
LABEL = 1


def take_turn(s: Sentence, mentions: list[Mention], memory: Memory) -> None:
    """Note who speaks from this sentence on, where a new turn begins, and to whose question."""
    taken = turn_taken(s, mentions)
    if taken is None:
        return
    memory.answering, memory.asking = memory.asking, "asker" in s.classes(0)
    if memory.asking and memory.turn:
        memory.heard = memory.turn
    label = [m for m in mentions if m.kind == "named" and m.i <= LABEL and m.sides]
    memory.office = next((m.sides[0].office for m in label), None) if taken else None
    memory.voice = list(label[0].sides) if taken and label else []
    memory.turn = taken or ([] if memory.asking else page_itself(s, 0, memory))


def turn_taken(s: Sentence, mentions: list[Mention]) -> list[Side] | None:
    """Return who speaks from here on, where a line opens as those of a transcript do: "PRESIDENT QUISPE: ...".

    None where it does not; nobody where the speaker acts for no party, as those who ask ("Q  Mr. President, ...").
    """
    if s.role == "body" and "asker" in s.classes(0) and s.words[0].isupper():
        return []
    colon = next((k for k, word in enumerate(s.words[:TURN]) if word == ":"), None)
    if colon is None or s.role != "body" or not s.words[0].isupper():
        return None
    return [x.faceless() for m in mentions if m.kind == "named" and m.j <= colon for x in m.sides]


def names_speaker_by_title(s: Sentence, mention: Mention, memory: Memory) -> bool:
    """Tell whether a title without a name is the speaker's own: in the turn of one president it means another."""
    if mention.kind != "named" or len(mention.sides) != 1 or mention.sides[0].person is None:
        return False
    side = mention.sides[0]
    name = (side.person or "").lower().split()[-1]
    goes_on = mention.j < len(s.words) and s.words[mention.j][0].isupper()
    own = side.office == memory.office and side.code in {x.code for x in memory.turn or ()}
    return own and not goes_on and name not in s.lows[mention.i : mention.j]


def page_itself(s: Sentence, i: int, memory: Memory) -> list[Side]:
    """Return the side whose own page it is, with the person who speaks there, at token i."""
    if memory.publisher is None:
        return []
    who, reason = memory.author, "reading/discourse.publisher"
    person, office = (who.person, who.office) if who is not None else (None, None)
    return [Side(memory.publisher, person, office, s.starts[i], s.ends[i], reason, "organ")]


def addressed(memory: Memory) -> list[Side]:
    """Return whom the speaker calls "you": who had a turn before, else the next one, else who is at hand.

    Who asks calls so the one who spoke last; who answers speaks to nobody who acts for a party.
    """
    if memory.asking:
        return list(memory.heard)
    turn = memory.turn
    mine = {x.code for x in turn or memory.declared} | ({memory.publisher} if not turn else set())
    others = [t for t in memory.turns if t and all(x.code not in mine for x in t)]
    if others or memory.answering:
        return others[0] if others else []
    return list(islice((p for p in memory.guests if p.code not in mine), 1))
