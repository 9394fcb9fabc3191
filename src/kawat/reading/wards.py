"""For which state private people count whom a deed may befall: "John Rojas, warga Peru, dibebaskan".

In: a view of a sentence, its mentions in order.
Out: the same; names beside which their state is told anywhere in the article have it for `victims`. The memory
keeps the names, so that a later bare one ("Rojas diculik ...") counts for the state too.
"""

from __future__ import annotations

from itertools import pairwise

from kawat.knowledge.states import states
from kawat.reading.mentions import Mention, Side
from kawat.reading.names import name_end
from kawat.reading.view import View

#: Tokens of what somebody is, between the comma behind the name and the state: ", pilot muda asal Peru".
LONGEST = 6
#: Letters of a part of a name by which one may be called later.
SHORTEST = 4


def with_wards(v: View, mentions: list[Mention]) -> list[Mention]:
    """Learn whose people the sentence names, and let names told before count for their state."""
    for k, (first, second) in enumerate(pairwise(mentions)):
        nearest = next((m for m in mentions[k + 1 : k + 3] if _is_state(m)), second)
        if _is_private(v, first) and _is_state(nearest) and _apposes(v, first.j, nearest.i):
            _learn(v, first, nearest.sides[0])
        elif _is_state(first) and _is_private(v, second) and _leads(v, first, second):
            _learn(v, second, first.sides[0])
    for mention in mentions:
        if _is_private(v, mention) and not mention.victims:
            known = [v.memory.wards[w] for w in v.lows[mention.i : mention.j] if w in v.memory.wards]
            mention.victims = known[:1]
    return mentions


def is_ward(v: View, i: int) -> bool:
    """Tell whether the lone name at token i is one whose state the article tells."""
    return v.lows[i] in v.memory.wards and name_end(v, i) > i


def _is_private(v: View, mention: Mention) -> bool:
    """Tell whether a mention is a name of no party: not one of a place."""
    before = v.classes(mention.i - 1) if mention.i else frozenset[str]()
    return mention.kind == "opaque" and not mention.sides and "where" not in before


def _is_state(mention: Mention) -> bool:
    """Tell whether a mention names one state and no official of it."""
    side = mention.sides[0] if len(mention.sides) == 1 and mention.kind == "named" else None
    return side is not None and side.person is None and side.office is None and side.code in states()


def _apposes(v: View, i: int, j: int) -> bool:
    """Tell whether tokens i..j lead from a name to its state: ", 35 tahun, pilot asal"."""
    if not v.is_mark(i, ",(") or j - i > LONGEST:
        return False
    verb = v.lex.verb
    plain = all(v.words[k][0].isalnum() or v.is_mark(k, ",()") for k in range(i + 1, j))
    plain = plain and (j == i + 1 or v.is_lower(i + 1) or v.words[i + 1][0].isdigit())  # no list of names
    acts = any(
        verb is not None and verb.match(v.lows[k]) and v.lows[k] not in v.lex.nouns for k in range(i + 1, j)
    )
    placed = any("where" in v.classes(k) and "prep:from" not in v.classes(k) for k in range(i + 1, j))
    return plain and not acts and not placed


def _leads(v: View, state: Mention, name: Mention) -> bool:
    """Tell whether a state stands right before a name, behind a noun: "pilot Peru, Ana Rojas"."""
    before = state.i - 1
    noun = before >= 0 and (v.is_lower(before) or before == 0) and "where" not in v.classes(before)
    near = name.i == state.j or (name.i == state.j + 1 and v.is_mark(state.j, ","))
    return near and (noun or state.agent)


def _learn(v: View, mention: Mention, state: Side) -> None:
    """Keep the parts of a name."""
    side = Side(state.code, None, None, state.start, state.end, state.reason, "adjective")
    mention.victims = [side]
    for word in v.words[mention.i : mention.j]:
        if len(word) >= SHORTEST and word[0].isupper() and word.isalpha():
            v.memory.wards.setdefault(word.lower(), side)
