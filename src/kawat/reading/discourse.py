"""What an article has spoken of so far, and with that what "both leaders", "he", "they", "that country" mean.

In: the mentions of a sentence in order, the article's memory.
Out: the referring ones filled with sides, the memory with all that were named.
"""

from __future__ import annotations

from itertools import islice

from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.scan import QUOTES, Sentence
from kawat.reading.structure import Clause

#: Tokens within which the speaker of a transcript's line is named.
TURN = 12
#: Sorts of sides that "that country" can mean.
STATES = frozenset({"state", "capital", "organ"})


def follow(s: Sentence, mentions: list[Mention], memory: Memory) -> None:
    """Resolve the mentions of one sentence in order, and remember whom they name."""
    _take_turn(s, mentions, memory)
    for mention in mentions:
        speaking = _speaking(s, mention, mentions, memory) if mention.kind == "self" else []
        if speaking:
            mention.sides = speaking
        else:
            resolve(mention, memory)
        note(mention, memory)


def _take_turn(s: Sentence, mentions: list[Mention], memory: Memory) -> None:
    """Note who speaks from here on, where a line opens as those of a transcript do: "PRESIDENT QUISPE: ..."."""
    colon = next((k for k, word in enumerate(s.words[:TURN]) if word == ":"), None)
    if colon is not None and s.role == "body" and s.words[0].isupper():
        memory.turn = [x.faceless() for m in mentions if m.kind == "named" and m.j <= colon for x in m.sides]


def _speaking(s: Sentence, mention: Mention, mentions: list[Mention], memory: Memory) -> list[Side]:
    """Return for whom "we" stands: the speaker of the quotation or of the turn, else the page's own government."""
    if sum(w in QUOTES for w in s.words[: mention.i]) % 2:
        return _speaker_behind(s, mention, mentions)
    if memory.turn is not None:
        return memory.turn
    if memory.publisher is None:
        return []
    start, end = s.starts[mention.i], s.ends[mention.j - 1]
    return [Side(memory.publisher, None, None, start, end, "reading/discourse.publisher", "organ")]


def _speaker_behind(s: Sentence, mention: Mention, mentions: list[Mention]) -> list[Side]:
    """Return who is named behind the quotation that "we" stands in: "Kami mengecam X," kata Menlu Y."""
    close = next((k for k in range(mention.j, len(s.words)) if s.words[k] in QUOTES), len(s.words))
    behind = (m for m in mentions if m.i > close and m.kind == "named" and len(m.codes) == 1)
    return [x.faceless() for m in islice(behind, 1) for x in m.sides]


def resolve(mention: Mention, memory: Memory) -> None:
    """Fill a mention that only refers: both leaders, he, they, our side."""
    if mention.kind not in ("named", "opaque"):
        mention.sides = _meant(mention.kind, memory)
        mention.loose = mention.kind == "group" and len(memory.topic) < 2


def _meant(kind: str, memory: Memory) -> list[Side]:
    """Return the sides that a reference of this kind means."""
    topic = memory.topic
    match kind:
        case "pair":
            return list(memory.contact or memory.couple or memory.pair) or _last_two(memory)
        case "state_pair":
            return [s.faceless() for s in memory.contact or memory.pair or _last_two(memory)]
        case "state":
            return [s.faceless() for s in [s for s in memory.parties if s.sort in STATES][-1:]]
        case "group":
            return list(topic if len(topic) > 1 else memory.couple or memory.pair)
        case "person":
            people = [s for s in topic if s.person]
            return people if len(people) == 1 else memory.persons[-1:]
        case _:  # self
            return [s.faceless() for s in (topic if len(topic) == 1 else memory.persons[-1:])]


def _last_two(memory: Memory) -> list[Side]:
    """Return the last people (or parties) of two different parties, in the order of mention."""
    out: list[Side] = []
    for side in reversed(memory.persons or memory.parties):
        if all(side.code != o.code for o in out):
            out.insert(0, side)
        if len(out) == 2:
            return out
    return []


def note(mention: Mention, memory: Memory) -> None:
    """Remember whom a mention named."""
    if mention.kind != "named":
        return
    memory.parties += mention.sides
    for side in mention.sides:
        if (side.person is not None or side.sort == "person") and not side.speaks:
            same = (side.person, side.code, side.office)
            others = [p for p in memory.persons if (p.person, p.code, p.office) != same]
            memory.persons = [*others, side]
    together(mention.sides, memory)


def together(sides: list[Side], memory: Memory) -> None:
    """Remember two sides that were spoken of together."""
    if len(sides) == 2 and sides[0].code != sides[1].code:
        memory.pair = list(sides)
        if all(s.person for s in sides):
            memory.couple = list(sides)


def keep_topic(clauses: list[Clause], memory: Memory) -> None:
    """Remember the first named subject of a sentence: "he", "they", "our side" in the next mean it."""
    subjects = (c.subj for c in clauses if c.subj is not None)
    memory.topic = next((m.sides for m in subjects if m.kind == "named" and m.sides), memory.topic)
