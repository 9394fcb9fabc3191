"""What a brief is made of, composed once and set in each format alike.

Every text in it is clean (`desk.clean.line`): one line, no controls. Only `Note.quote` is the article's own,
to the letter; formats show `Note.said`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from kawat.desk.clean import line

#: How a run of text is set: as it is; with weight; between quotation marks; smaller, on a line of its own.
Style = Literal["plain", "strong", "quote", "aside"]


class Run(msgspec.Struct, frozen=True):
    """A run of text of one style; the numbers of its notes stand behind it."""

    text: str
    style: Style = "plain"
    language: str | None = None  # ISO 639-1, of a quotation
    notes: tuple[int, ...] = ()


class Line(msgspec.Struct, frozen=True):
    """A sentence, or a cell of a table."""

    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """The words without the notes, quotations between their marks."""
        told = (f"“{run.text}”" if run.style == "quote" else run.text for run in self.runs)
        return " ".join(text for text in told if text)

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of all notes, in the order in which they stand."""
        return tuple(number for run in self.runs for number in run.notes)


class Table(msgspec.Struct, frozen=True):
    """A table: the heads of its columns with their widths in parts of the whole, and its rows, all of one length."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Line, ...], ...]


class Group(msgspec.Struct, frozen=True):
    """What stands together under a sentence or a name: lines, or a table."""

    head: Line | None = None
    lines: tuple[Line, ...] = ()
    table: Table | None = None


class Section(msgspec.Struct, frozen=True):
    """A heading with what stands under it."""

    key: str  # developments, contacts_held ...
    title: str
    groups: tuple[Group, ...] = ()


class Note(msgspec.Struct, frozen=True):
    """A note: where the words stand and what they are."""

    number: int
    where: str  # outlet, upstream, day
    quote: str  # article.text[start:end], in the language of the article
    place: str  # article id and offsets, in words
    language: str
    untranslated: str  # says so where the brief is in another language, else ""
    article: str  # its id, as it stands in the record
    start: int
    end: int
    source: int  # number of its article in the list of sources

    @property
    def said(self) -> str:
        """The quotation as one line without controls."""
        return line(self.quote)


class Source(msgspec.Struct, frozen=True):
    """An article that the brief rests on."""

    number: int
    title: str
    language: str
    facts: tuple[str, ...]  # outlet and whom it had the report from, when it was published, its id
    url: str | None  # of http or https; nothing else is a link
    address: str  # its address in words, where it is no link
    digest: str  # SHA-256 of the stored text


class Origin(msgspec.Struct, frozen=True):
    """An independent source with its articles."""

    name: str
    counted: str  # how many pages it is
    sources: tuple[Source, ...]


class Brief(msgspec.Struct, frozen=True):
    """A brief, composed and not yet set."""

    title: str
    language: str
    day: str  # YYYY-MM-DD: the day from which it counts
    facts: tuple[str, ...]  # period, query, size of the corpus, what was left out
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    origins: tuple[Origin, ...]
    copies: str  # how many pages, of how many independent sources
    nothing: str  # what stands under a heading that has nothing
    left: str = ""  # how many events are left out, and how to see them; "": none
