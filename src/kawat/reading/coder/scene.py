"""An article as the coder sees it: its sentences read, and where each party stands in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kawat.reading.candidates import Candidate
from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.lexicon import Lexicon
from kawat.reading.saying import Voice
from kawat.reading.scan import Sentence
from kawat.reading.statements import voices
from kawat.reading.structure import Clause, Item
from kawat.times import Timex


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
    voices: list[Voice] = field(default_factory=list)  # whose words which tokens are
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


def scene(told: list[Told], memory: Memory, text: str, lex: Lexicon) -> Scene:
    """Gather the parties of an article."""
    for t, heard in zip(told, voices(text, [t.s for t in told], [t.mentions for t in told], lex), strict=True):
        t.voices = heard
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
        lex.language,
        first,
    )
