"""A stored text cut into pieces, so that sentences can be marked in it: together they are the text, to the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from kawat.pages.model import Line

#: What has no place in a shown text is shown as a sign of the same length, so that offsets hold.
_SIGNS = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(128, 160), *range(8234, 8239), *range(8294, 8298)), 65533),
    **dict.fromkeys(range(55296, 57344), 65533),
    0x2028: 0x20,
    0x2029: 0x20,
    0xFEFF: 0xFFFD,
}


class Mark(msgspec.Struct, frozen=True, order=True):
    """Words of a text that are to be marked; marks may overlap."""

    start: int
    end: int
    event: int = 0  # number of the event on the page that they prove; 0: they are marked for what they are
    kind: str = ""  # focus, party, place, date, figure, credit, disputed, shared, at


class Piece(msgspec.Struct, frozen=True):
    """A piece of a line under one set of marks."""

    text: str  # as it is shown
    start: int
    events: tuple[int, ...]  # whose sentences it stands in
    kinds: tuple[str, ...]
    opens: tuple[int, ...]  # events whose sentence begins here
    anchor: bool  # a sentence begins here: what links lead to
    classes: str  # the same as words of a style sheet; "" where nothing is marked


class Block(msgspec.Struct, frozen=True):
    """A line of the text with what stands before it: blank lines, or none."""

    gap: str
    role: str
    role_name: str  # "" for the story itself, which needs no label
    reason: str
    pieces: tuple[Piece, ...]


class Group(msgspec.Struct, frozen=True):
    """Lines that stand or fold together."""

    folded: bool
    open: bool  # folded, but something in it is marked
    size: int  # lines
    blocks: tuple[Block, ...]


def visible(text: str) -> str:
    """Return a text of the same length in which nothing steers a screen or hides."""
    return text.translate(_SIGNS)


def lines_of(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines that hold all of a text that is not blank, in order, even where the page's own do not."""
    at = 0
    for each in sorted(lines, key=lambda x: (x.start, x.end)):
        start, end = max(at, each.start), min(len(text), each.end)
        if start >= end:
            continue
        yield from _left_out(text, at, start)
        yield Line(start, end, each.role, each.reason)
        at = end
    yield from _left_out(text, at, len(text))


def _left_out(text: str, start: int, end: int) -> Iterator[Line]:
    words = text[start:end].strip()
    if words:
        first = text.index(words, start)
        yield Line(first, first + len(words), "furniture", "")


def blocks(text: str, lines: Sequence[Line], marks: Iterable[Mark], roles: dict[str, str]) -> list[Block]:
    """Cut a text into its lines and these into pieces. `roles` names roles. All text but blank ends is in them."""
    waiting = sorted(m for m in marks if 0 <= m.start < m.end <= len(text))
    waiting.reverse()
    running: list[Mark] = []
    made, at = [], 0
    for each in lines_of(text, lines):
        while waiting and waiting[-1].start < each.end:
            running.append(waiting.pop())
        running = [m for m in running if m.end > each.start]
        pieces = tuple(cut(text, each.start, each.end, running))
        gap = visible(text[at : each.start])
        made.append(Block(gap, each.role, roles.get(each.role, ""), each.reason, pieces))
        at = each.end
    return made


def cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a stretch of text where marks begin and end; `marks` all have some of it."""
    edges = sorted({start, end, *(e for m in marks for e in (m.start, m.end) if start < e < end)})
    begins = sorted(marks, reverse=True)
    inside: list[Mark] = []
    for first, last in pairwise(edges):
        inside = [m for m in inside if m.end > first]
        while begins and begins[-1].start <= first:
            mark = begins.pop()
            inside.append(mark) if mark.end > first else None
        yield _piece(text, first, last, inside)


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    events = tuple(sorted({m.event for m in marks if m.event}))
    kinds = tuple(sorted({m.kind for m in marks if m.kind}))
    here = [m for m in marks if m.start == start]
    opens = tuple(sorted({m.event for m in here if m.event}))
    names = [f"e{n}" for n in events] + [f"k-{kind}" for kind in kinds] + ["many"] * (len(events) > 1)
    anchor = any(m.event or m.kind == "at" for m in here)
    return Piece(visible(text[start:end]), start, events, kinds, opens, anchor, " ".join(names))


def groups(made: Iterable[Block], folding: frozenset[str]) -> list[Group]:
    """Put lines in a row that fold (by their roles) together, and all others."""
    found: list[tuple[bool, list[Block]]] = []
    for block in made:
        folds = block.role in folding
        if not found or found[-1][0] != folds:
            found.append((folds, []))
        found[-1][1].append(block)
    return [Group(folds, folds and _marked(each), len(each), tuple(each)) for folds, each in found]


def _marked(made: Sequence[Block]) -> bool:
    return any(p.events or "at" in p.kinds for block in made for p in block.pieces)
