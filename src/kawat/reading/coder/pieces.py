"""An article as the encoder reads it: words in pieces of a vocabulary, parties as marks.

In: the sentences of a scene.
Out: a `Line` for each, and the runs of sentences that are read at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.reading import RANKS
from kawat.reading.coder.scene import Scene, Told
from kawat.reading.structure import Item

#: The first pieces of every vocabulary; words come behind.
SPECIAL = (
    "<pad>", "<unk>", "<mask>", "<title>", "<body>", "<caption>",
    "<state>", "<organ>", "<body-of-states>", "<group>", "<person>",
)  # fmt: skip
UNKNOWN = 1
ROLES = {"title": 3, "body": 4, "caption": 5}
PARTY = 6
SORTS = {
    "state": 0,
    "adjective": 0,
    "capital": 0,
    "seat": 0,
    "organ": 1,
    "body": 2,
    "bloc": 2,
    "group": 3,
    "person": 4,
}
LONGEST = 256  # pieces read at once
MOST_PIECES = 8  # of one word
MOST_SIDES = 5  # of one mention
WORD_START = "\u2581"

_DIGIT = re.compile(r"\d")


def normal(word: str) -> str:
    """Return a word as the vocabulary has it: lower case, plain quotation marks, digits all nought."""
    return _DIGIT.sub("0", word.lower().replace("’", "'").replace("“", '"').replace("”", '"'))


def shape(word: str) -> int:
    """Return how a word is written: 0 small, 1 first letter capital, 2 all capital, 3 otherwise."""
    if word.islower() or not word[:1].isalpha():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[:1].isupper() else 3


class Pieces:
    """Words to pieces: from the left, the longest piece of the vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.index = {v: i for i, v in enumerate(vocabulary)}
        self.longest = max(map(len, vocabulary))
        self.seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word."""
        known = self.seen.get(word)
        if known is None:
            if len(self.seen) > 100_000:
                self.seen.clear()
            known = self.seen[word] = tuple(self._split(WORD_START + normal(word))[:MOST_PIECES])
        return known

    def _split(self, s: str) -> list[int]:
        out: list[int] = []
        i = 0
        while i < len(s):
            for j in range(min(len(s), i + self.longest), i, -1):
                piece = self.index.get(s[i:j])
                if piece is not None:
                    out.append(piece)
                    i = j
                    break
            else:
                i += 2 if i == 0 else 1
                if not out or out[-1] != UNKNOWN:
                    out.append(UNKNOWN)
        return out


@dataclass(slots=True)
class Line:
    """A sentence in pieces."""

    ids: list[int]
    #: Of the word that a piece is of; of a party 4 named, 5 referred to, 6 a person, 7 a spokesperson.
    shapes: list[int]
    parties: list[int]  # 0, or 1 + the rank of the party that stands there
    first: list[int]  # 1 where a word begins
    at: dict[int, int]  # token of the sentence -> its first piece
    to: dict[int, int]  # token of the sentence -> the piece behind its last


def line(t: Told, cues: Sequence[Cue], scene: Scene, pieces: Pieces) -> Line:
    """Put a sentence into pieces, its parties replaced by marks; the words of triggers stay."""
    out = Line([ROLES.get(t.s.role, 4)], [0], [0], [1], {}, {})
    kept = {k for c in cues for k in range(c.i, c.j)}
    starts = {x.i: x for x in t.actors}
    i = 0
    while i < len(t.s.words):
        item = starts.get(i)
        if item is None:
            _word(out, i, t.s.words[i], pieces)
            i += 1
            continue
        begin = len(out.ids)
        _party(out, item, scene)
        for k in range(item.i, item.j):
            if k in kept:
                _word(out, k, t.s.words[k], pieces)
            else:
                out.at[k], out.to[k] = begin, begin + 1
        i = max(item.j, i + 1)
    return out


def _word(out: Line, k: int, word: str, pieces: Pieces) -> None:
    made = pieces.of(word)
    n = len(made)
    out.at[k], out.to[k] = len(out.ids), len(out.ids) + n
    out.ids += made
    out.shapes += [shape(word)] * n
    out.parties += [0] * n
    out.first += [1] + [0] * (n - 1)


def _party(out: Line, item: Item, scene: Scene) -> None:
    """Put the marks of a mention: of each side its sort, how it is named, and its number in the article."""
    if any(y.speaks for y in item.sides):
        how = 3
    elif item.mention is not None and item.mention.kind not in ("named", "self"):
        how = 1
    else:
        how = 2 if any(y.person for y in item.sides) else 0
    for y in item.sides[:MOST_SIDES]:
        rank = scene.rank.get(y.code)
        out.ids.append(PARTY + SORTS.get(y.sort, 0))
        out.shapes.append(4 + how)
        out.parties.append(0 if rank is None else 1 + min(rank, RANKS - 1))
        out.first.append(1)


def runs(lengths: Sequence[int], most: int = LONGEST) -> Iterator[range]:
    """Yield the sentences that are read at once: as many as fit, in order."""
    begin = total = 0
    for k, length in enumerate(lengths):
        n = min(length, most)
        if k > begin and total + n > most:
            yield range(begin, k)
            begin, total = k, 0
        total += n
    if begin < len(lengths):
        yield range(begin, len(lengths))


def span(c: Cue, ln: Line) -> tuple[int, int]:
    """Return the pieces of a trigger in its sentence: of its first token's start and its last token's end."""
    a = ln.at[c.i]
    return a, max(ln.to[c.j - 1], a + 1)


def apart(k: int, s: int, a: int, p: int) -> int:
    """Return the class of the way from a trigger (sentence k, piece a) to a party (sentence s, piece p)."""
    if s < k:
        return max(0, 3 + s - k)
    if s > k:
        return min(15, 12 + s - k)
    near = abs(p - a) <= 4
    return (11 if near else 8) if p > a else (4 if near else 7)
