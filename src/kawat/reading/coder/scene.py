"""An article as the coder sees it: its sentences read, and where each party stands in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kawat.reading.candidates import Candidate
from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.scan import QUOTES, Sentence
from kawat.reading.structure import Clause, Item
from kawat.times import Timex


@dataclass(slots=True)
class Voice:
    """Who says what a sentence tells: the sides (none: no party), and which of its tokens are quoted."""

    sides: list[Side]
    said: bool  # somebody says it, party or not
    own: bool  # the sentence itself names who
    quoted: list[tuple[int, int]] = field(default_factory=list)  # token ranges between quotation marks


@dataclass(slots=True)
class Told:
    """One sentence as read."""

    k: int  # its number in the article
    s: Sentence
    mentions: list[Mention]
    row: list[Item]
    clauses: list[Clause]
    times: list[Timex]
    found: list[Candidate]  # what the grammar made of it
    home: dict[int, Clause]  # token where an item starts -> its clause
    voice: Voice
    topic: tuple[str, ...] = ()  # codes of the subject of the sentence before
    against: dict[str, tuple[str, ...]] = field(default_factory=dict)
    contact: tuple[str, ...] = ()
    blamed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    memory_persons: tuple[Side, ...] = ()
    inherited: dict[str, Side] = field(default_factory=dict)


@dataclass(slots=True)
class Scene:
    """All sentences, and the parties of the article by how often they are named."""

    told: list[Told]
    rank: dict[str, int]  # code -> 0 for the party named most
    share: dict[str, float]
    faces: dict[str, Side]  # code -> a side that names it
    publisher: str | None
    home: str | None
    together: dict[tuple[str, str], int]
    language: str
    first: dict[str, int]  # code -> sentence where it is first named


def homes(clauses: list[Clause]) -> dict[int, Clause]:
    """Return the clause of each item, by the token where it starts."""
    return {item.i: c for c in clauses for item in c.items}


def voices(told: list[Told], text: str) -> None:
    """Tell for each sentence who speaks in it."""
    last: Voice | None = None
    end = 0
    open_ = False
    for t in told:
        new_paragraph = "\n" in text[end : t.s.start]
        end = t.s.end
        if new_paragraph:
            open_ = False
        quoted = []
        began = 0 if open_ else None
        for i, w in enumerate(t.s.words):
            if w in QUOTES:
                if began is None:
                    began = i
                else:
                    quoted.append((began, i))
                    began = None
        if began is not None:
            quoted.append((began, len(t.s.words)))
        open_ = began is not None
        sides, said, own = _named(t)
        if own:
            last = Voice(sides, said, own, quoted)
            t.voice = last
        elif quoted and last is not None:
            t.voice = Voice(last.sides, True, False, quoted)
        else:
            t.voice = Voice([], False, False, quoted)
            if not quoted and new_paragraph:
                pass
    # a quotation over several sentences whose speaker stands behind it
    for a, b in zip(reversed(told[:-1]), reversed(told[1:]), strict=False):
        if not a.voice.own and a.voice.quoted and a.voice.quoted[-1][1] == len(a.s.words) and b.voice.own:
            a.voice = Voice(b.voice.sides, True, False, a.voice.quoted)


def _named(t: Told) -> tuple[list[Side], bool, bool]:
    for c in t.clauses:
        if c.verb is not None and c.verb_is("speech", "cue"):
            if c.subj is not None and not c.nominal and c.own_subj:
                return list(c.subj.sides), True, True
            at = c.verb.i
            behind = next((x for x in c.items if x.i > at and x.kind == "actor"), None)
            if behind is not None:
                return list(behind.sides), True, True
            if c.subj is not None:
                return list(c.subj.sides), True, True
    row = t.row
    for x in row:
        if x.kind == "actor" and x.role == "according":
            return list(x.sides), True, True
    return [], False, False


def scene(told: list[Told], memory: Memory, text: str, language: str) -> Scene:
    """Gather the parties of an article."""
    voices(told, text)
    count: dict[str, float] = defaultdict(float)
    faces: dict[str, Side] = {}
    first: dict[str, int] = {}
    together: dict[tuple[str, str], int] = defaultdict(int)
    for t in told:
        here = set()
        for x in t.row:
            for side in x.sides:
                count[side.code] += 2.0 if t.s.role == "title" else 1.0
                faces.setdefault(side.code, side)
                first.setdefault(side.code, t.k)
                here.add(side.code)
        for a in here:
            for b in here:
                if a != b:
                    together[a, b] += 1
    order = sorted(count, key=lambda c: (-count[c], first[c], c))
    total = sum(count.values()) or 1.0
    if memory.publisher and memory.publisher not in faces and told:
        faces[memory.publisher] = Side(
            memory.publisher, None, None, told[0].s.start, told[0].s.start, "reading/discourse.publisher", "organ"
        )
        order.append(memory.publisher)
        first[memory.publisher] = 0
    return Scene(
        told,
        {c: n for n, c in enumerate(order)},
        {c: count[c] / total for c in order},
        faces,
        memory.publisher,
        memory.home,
        together,
        language,
        first,
    )
