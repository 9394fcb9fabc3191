"""An article as the coder sees it: its sentences as the grammar read them, and where each party stands in them.

In: the sentences read, the article's memory.
Out: the `Scene`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kawat.reading.candidates import Candidate
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.saying import Voice
from kawat.reading.scan import Sentence
from kawat.reading.statements import voices
from kawat.reading.structure import Clause, Item
from kawat.times import Timex

Codes = tuple[str, ...]
LEAD = 2  # sentences with which an article begins
TITLE = 2.0  # a party named in a title counts as named so often


@dataclass(slots=True)
class Told:
    """One sentence as read, and what the article had told before it."""

    k: int  # its number in the article
    s: Sentence
    mentions: list[Mention]
    row: list[Item]
    clauses: list[Clause]
    times: list[Timex]
    topic: Codes  # the subject of the sentence before
    contact: Codes  # the two sides of the contact last told
    against: dict[str, Codes]  # code -> the other side of its last event
    blamed: dict[str, Codes]  # code -> who last accused it, or asked of it
    found: list[Candidate] = field(default_factory=list)  # what the grammar makes of the sentence
    #: Token and type -> why the grammar makes no event of the frame word there.
    refused: dict[tuple[int, str], str] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)  # whose words which tokens are
    home: dict[int, Clause] = field(default_factory=dict)  # token where an item starts -> its clause
    actors: list[Item] = field(default_factory=list)  # the items that name a party
    naming: dict[str, list[Item]] = field(default_factory=dict)  # code -> those that name this one

    @classmethod
    def of(  # noqa: PLR0917  (all that was read of the sentence)
        cls, k: int, s: Sentence, mentions: list[Mention], row: list[Item], clauses: list[Clause],
        times: list[Timex], memory: Memory,
    ) -> Told:  # fmt: skip
        """Note a sentence with what the article has told so far."""
        return cls(
            k, s, mentions, row, clauses, times,
            topic=_codes(memory.topic),
            contact=_codes(memory.contact),
            against={code: _codes(sides) for code, sides in memory.against.items()},
            blamed={code: _codes(sides) for code, sides in memory.blamed.items()},
            home={item.i: c for c in clauses for item in c.items},
            actors=[x for x in row if x.kind == "actor" and x.sides],
        )  # fmt: skip

    def heard(self, i: int) -> Voice | None:
        """Return whose words the token is; None: the narrator's."""
        return next((v for v in self.voices if v.i <= i < v.j), None)

    def speakers(self, i: int) -> tuple[Side, ...]:
        """Return the party whose words a token is, else the one that speaks elsewhere in the sentence."""
        own = self.heard(i)
        return own.sides if own is not None else next((v.sides for v in self.voices if v.sides), ())

    def quotes(self, i: int) -> bool:
        """Tell whether a token is quoted, word for word."""
        own = self.heard(i)
        return own is not None and own.direct


@dataclass(slots=True)
class Scene:
    """All sentences, and the parties of the article by how often they are named."""

    told: list[Told]
    language: str  # of the words, ISO 639-1
    publisher: str | None  # the state or body whose own page it is
    home: str | None  # the outlet's own state
    rank: dict[str, int] = field(default_factory=dict)  # code -> 0 for the party named most
    share: dict[str, float] = field(default_factory=dict)  # code -> of all that names a party
    faces: dict[str, Side] = field(default_factory=dict)  # code -> the side that names it first
    together: dict[tuple[str, str], int] = field(default_factory=dict)  # sentences that name both
    closest: dict[str, int] = field(default_factory=dict)  # code -> of these the most with any other

    @property
    def codes(self) -> list[str]:
        """The codes of all parties, those named most first."""
        return list(self.rank)


def scene(told: list[Told], memory: Memory, text: str, lex: Lexicon) -> Scene:
    """Gather the parties of an article, and who says what."""
    heard = voices(text, [t.s for t in told], [t.mentions for t in told], lex)
    for t, words in zip(told, heard, strict=True):
        t.voices = words
    out = Scene(told, lex.language, memory.publisher, memory.home)
    count: dict[str, float] = defaultdict(float)
    together: dict[tuple[str, str], int] = defaultdict(int)
    for t in told:
        named = [side for x in t.actors for side in x.sides]
        for x in t.actors:
            for code in dict.fromkeys(side.code for side in x.sides):
                t.naming.setdefault(code, []).append(x)
        for side in named:
            count[side.code] += TITLE if t.s.role == "title" else 1.0
            out.faces.setdefault(side.code, side)
        for a in t.naming:
            for b in t.naming:
                if a != b:
                    together[a, b] += 1
    towns = _by_towns(told, set(count))
    out.faces |= towns
    order = [*sorted(count, key=lambda code: -count[code]), *towns]  # of equal ones the first named: stable
    if memory.publisher and memory.publisher not in order and told:
        order.append(memory.publisher)
        out.faces[memory.publisher] = _page_itself(memory.publisher, told[0].s.start)
    total = sum(count.values()) or 1.0
    out.rank = {code: n for n, code in enumerate(order)}
    out.share = {code: count[code] / total for code in order}
    out.together = dict(together)
    for (a, _), n in together.items():
        out.closest[a] = max(n, out.closest.get(a, 0))
    return out


def _by_towns(told: list[Told], named: set[str]) -> dict[str, Side]:
    """Return the states that the grammar reads by their towns alone, by their codes: "serangan ke Arica"."""
    sides = [side for t in told for found in t.found for side in (*found.actors, *found.recipients)]
    return {side.code: side for side in reversed(sides) if side.code not in named}


def _page_itself(code: str, at: int) -> Side:
    """Return the side of the page's own government, which no word may name."""
    return Side(code, None, None, at, at, "reading/discourse.publisher", "organ")


def _codes(sides: list[Side]) -> Codes:
    return tuple(side.code for side in sides)
