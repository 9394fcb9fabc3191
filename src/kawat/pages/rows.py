"""The lines of a page as the rules see them, before each has its role."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from kawat.pages.model import Role
from kawat.pages.pack import fold
from kawat.pages.prefix import Prefix, prefix

_LINE = re.compile(r"[^\n]+")
_PROSE_END = re.compile(
    r"[.…]['\"”’»)\]]{0,3}$|[.!?…,;:]['\"”’»]{1,3}$|[.!?]\s?[(\[][^()\[\]]{1,80}[)\]]\.?$"
)
#: "... a statement. – Bernama"
_SIGNED_END = re.compile(r"[.!?]['\"”’]?\s[-–—]+\s?[A-Z][\w ]{1,20}$")
_ENDS = frozenset(".…'\"”’»)]")
_WORD = re.compile(r"[^\W\d_][^\s]*")

#: Lines longer than this are no label and no headline.
KEYED = 300
#: A line of this many characters is a paragraph, however it ends.
LONG = 160
#: A long line is a menu instead, where it ends no sentence and this share of its words begins with a capital.
MENU = 0.7
#: A line of fewer words is no paragraph, however it ends.
FEW = 4


class Hint(msgspec.Struct, frozen=True):
    """What the markup of an HTML page says of a line."""

    role: Role | None = None
    element: Literal["", "p", "li", "h"] = ""  # paragraph, list item, heading


class Row:
    """A line that is not blank: where it stands, its words, and what the rules made of it."""

    __slots__ = (
        "_opening",
        "body",
        "element",
        "end",
        "gap",
        "key",
        "label",
        "note",
        "own",
        "prose",
        "reason",
        "role",
        "section",
        "start",
        "text",
    )

    def __init__(self, text: str, start: int, end: int, gap: bool):
        self.text = text
        self.start = start
        self.end = end
        self.gap = gap  # a blank line stands before it
        self.key = fold(text) if len(text) < KEYED else text
        self.prose = is_prose(text)
        self.element = ""  # what the markup makes of it: p, li, h
        self.role: Role | None = None
        self.reason = ""
        self.section = False  # a label whose role goes on to the headlines below
        self.label = 0  # where the value after "Editor:" starts, counted from the line's start
        self.note = ""  # what a rule wants a later one to know
        self.body = start  # where the body starts, after "JAKARTA, KOMPAS.com - "
        self.own: frozenset[str] = frozenset()  # what the page calls itself
        self._opening: Prefix | bool | None = False  # not yet read

    def be(self, role: Role, reason: str) -> None:
        """Take a role, where the line has none yet."""
        if self.role is None:
            self.role, self.reason = role, reason

    @property
    def opening(self) -> Prefix | None:
        """What stands before the first words, were this the first paragraph of the story."""
        if self._opening is False:
            self._opening = prefix(self.text, 0, first=True, own=self.own)
        return self._opening or None  # type: ignore[return-value]


def is_prose(text: str) -> bool:
    """Tell whether a line reads as a paragraph: it ends a sentence, or is long."""
    ends = text[-1:] in ".…" or (text[-1:] in _ENDS and _PROSE_END.search(text, max(0, len(text) - 90)))
    if ends and text.count(" ") >= FEW - 1:
        return True
    if text[-1:].isalpha() and _SIGNED_END.search(text, max(0, len(text) - 30)):
        return True
    return len(text) >= LONG and capitalised(text) < MENU


def split(text: str) -> list[Row]:
    """Split a stored text into its lines that are not blank, without the white space at either end."""
    rows: list[Row] = []
    last = 0
    for m in _LINE.finditer(text):
        line = m.group()
        words = line.strip("\ufeff\u200b\u200e\u200f \t\xa0\u2028\u3000\r\x0b\x0c")
        words = words.strip()
        if words:
            start = m.start() + line.index(words)
            rows.append(Row(words, start, start + len(words), m.start() - last > 1))
            last = m.end()
    return rows


def part(row: Row, start: int, end: int) -> Row:
    """Return a part of a line as a line, offsets counted from the line's start."""
    words = row.text[start:end]
    first = start + len(words) - len(words.lstrip())
    words = words.strip()
    return Row(words, row.start + first, row.start + first + len(words), row.gap and start == 0)


def capitalised(text: str) -> float:
    """Return the share of words that begin with a capital, 0..1; headlines have many."""
    words = _WORD.findall(text)
    return sum(w[0].isupper() for w in words) / len(words) if words else 0.0
