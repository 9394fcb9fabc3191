"""For whom a page speaks that says "we" or "I" outside quotations: a statement, a joint declaration, a transcript.

In: the sentences of an article with their mentions, in order, before the article is read.
Out: in its memory, who declares what the page says, and who takes turns in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.knowledge.states import states
from kawat.reading.discourse import is_quoted
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.scan import Sentence
from kawat.reading.turns import turn_taken

#: What a party's place in a sentence says about its being the one who speaks.
BEFORE_OUR, REPORTED, SUBJECT, TOLD_OF = 2, 2, 1, -2
CALLED, PERSON = 3, 1  # what each mention of a person says about being the one who is spoken to
OWN = 3  # tokens from those who declare to what they call "our"
NEAR = 4  # tokens between "we" and those who say it: "We, the leaders of"
EARLY = 3  # tokens before those who say "we" later in the sentence: "As leaders of Peru and Chile, we"
Read = tuple[Sentence, list[Mention]]


def declare(read: Sequence[Read], memory: Memory, lex: Lexicon) -> None:
    """Note in the memory for whom the page itself speaks."""
    memory.ours, memory.mine = lex.pack.ours, lex.pack.singular
    taken = [turn for s, mentions in read for turn in [turn_taken(s, mentions)] if turn]
    if len(taken) > 1:
        memory.turns = list({tuple(x.code for x in turn): turn for turn in reversed(taken)}.values())[::-1]
    if not memory.turns:
        told = [(s, ms) for s, ms in read if s.role == "body"]
        joint = next((sides for s, ms in told for sides in [_declarers(s, ms, lex)] if sides), [])
        if not joint and any(_selves(s, ms) for s, ms in told):
            joint = next((sides for s, ms in told for sides in [_owners(s, ms, lex)] if sides), [])
        memory.declared = joint or ([] if memory.publisher is not None else _voted(told, lex))
    if memory.turns or memory.declared or memory.publisher is not None:
        memory.guests = _guests(read)


def _calls(read: Sequence[Read]) -> bool:
    """Tell whether the page speaks to somebody whom it does not name: "your country", "Welcome, Mr. President"."""
    return any(
        m.kind == "addressed" and m.j - m.i > 1 and s.role == "body" and not is_quoted(s, m.i)
        for s, mentions in read
        for m in mentions
    )


def _guests(read: Sequence[Read]) -> list[Side]:
    """Return whom a page may call "you": those called by name, the most first.

    Where it calls somebody without a name: anyone told of, people before states that act.
    """
    score: dict[str, int] = {}
    faces: dict[str, Side] = {}
    hailed: set[str] = set()
    for s, mentions in read:
        for m in mentions:
            if m.kind != "named" or len(m.sides) != 1:
                continue
            side = m.sides[0]
            where = m.i > 0 and ("where" in s.classes(m.i - 1) or s.words[m.i - 1] == ",")
            if side.person is None and (where or side.code not in states()):
                continue
            faces.setdefault(side.code, side.faceless())
            by_name = side.sort == "person" and s.is_set_off(m.i, m.j)
            worth = CALLED if by_name else PERSON if side.sort == "person" else 0
            score[side.code] = score.get(side.code, 0) + worth
            if by_name:
                hailed.add(side.code)
    called = [code for code in score if code in hailed] or (list(score) if _calls(read) else [])
    return [faces[code] for code in sorted(called, key=lambda code: -score[code])]  # of equal ones the first


def _selves(s: Sentence, mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind == "self" and not is_quoted(s, m.i)]


def _declarers(s: Sentence, mentions: list[Mention], lex: Lexicon) -> list[Side]:
    """Return who is named as saying "we": "We, the leaders of Peru and Chile,", "As leaders of Peru and Chile, we"."""
    selves = _selves(s, mentions)
    for m in mentions if selves else ():
        if m.kind != "named" or not m.sides:
            continue
        ahead = len(m.codes) > 1 and m.i <= EARLY and m.j < len(s.words) and s.words[m.j] == "," and m.i > 0
        if ahead and s.hits.get(0) is not None and m.agent and m.j < selves[0].i:
            return m.sides
        for own in selves:
            gap = range(own.j, m.i)
            if 0 < len(gap) <= NEAR and all(
                s.lows[k] in lex.articles or not s.words[k].isalnum() for k in gap
            ):
                return m.sides
    return []


def _owners(s: Sentence, mentions: list[Mention], lex: Lexicon) -> list[Side]:
    """Return who declare together what is theirs: "The Governments of Peru and Chile reaffirm our friendship"."""
    for m in mentions:
        several = m.kind == "named" and m.agent and len(m.codes) > 1
        if several and not is_quoted(s, m.i) and any(x in lex.pack.ours for x in s.lows[m.j : m.j + OWN]):
            return m.sides
    return []


def _voted(told: list[Read], lex: Lexicon) -> list[Side]:
    """Return the state that speaks for itself: the subject of "our allies", and never whom "we" do something to."""
    score: dict[str, int] = {}
    faces: dict[str, Side] = {}
    said = owned = False
    for s, mentions in told:
        if any(m.kind == "self" and is_quoted(s, m.i) for m in mentions):
            return []  # the "we" of this page is that of people whom it quotes
        selves = [m.i for m in _selves(s, mentions)]
        ours = [k for k, low in enumerate(s.lows) if low in lex.pack.ours and not is_quoted(s, k)]
        said, owned = said or bool(selves), owned or bool(ours)
        for m, weight in _votes(s, [m for m in mentions if _is_state(m)], selves, ours):
            code = m.sides[0].code
            score[code] = score.get(code, 0) + weight
            faces.setdefault(code, m.sides[0].faceless())
    best = max(score, key=lambda code: (score[code], code), default=None)
    return [faces[best]] if said and owned and best is not None and score[best] > 0 else []


def _is_state(m: Mention) -> bool:
    """Tell whether a mention names one state itself, not by its adjective."""
    return (
        m.kind == "named"
        and len(m.sides) == 1
        and m.sides[0].sort != "adjective"
        and m.sides[0].code in states()
    )


def _votes(
    s: Sentence, named: list[Mention], selves: list[int], ours: list[int]
) -> Iterator[tuple[Mention, int]]:
    """Yield the states of a sentence with what their places in it say for their being the speaker."""
    start = selves[0] if selves else len(s.words)
    before = [m for m in named if m.i < min(start, ours[0])] if ours else []
    for m in named:
        if m.i > start:
            yield m, REPORTED if _is_reported(s, m) else TOLD_OF
        elif before and m in (before[0], before[-1]):
            yield m, BEFORE_OUR
        elif m.i <= 1:
            yield m, SUBJECT


def _is_reported(s: Sentence, m: Mention) -> bool:
    """Tell whether the state is the subject of what "we" say: "we made clear that the United States will"."""
    heads = (s.hits.get(k) for k in (m.i - 1, m.i - 2) if k >= 0)
    return any(h is not None and h.word is not None and "that" in h.word.classes for h in heads)
