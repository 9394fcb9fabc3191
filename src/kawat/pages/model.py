"""What the pages stage hands on: an article, every line with its role, all offsets into its stored text."""

from __future__ import annotations

from typing import Literal

import msgspec

from kawat.text import Span

Role = Literal[
    "title", "subtitle", "dateline", "byline", "editor", "source", "caption", "heading", "body",
    "related", "paging", "ticker", "advert", "tags", "popular", "navigation", "furniture",
]  # fmt: skip


class Line(msgspec.Struct, frozen=True):
    """One line of the stored text that is not blank, with its role and the rule that gave it."""

    start: int
    end: int
    role: Role  # what the line is to the page; "body" lines are the story
    reason: str


class Moment(msgspec.Struct, frozen=True):
    """When the page says that it was published, or what its own text implies (`inferred`)."""

    value: str  # ISO 8601: "2022-02-08T16:53:00+07:00", or a day "2021-12-05" where no clock time is known
    inferred: bool  # the page does not say it; the latest day that its text names with the weekday
    start: int | None
    end: int | None
    reason: str

    @property
    def day(self) -> str:
        """The calendar day in the page's own zone, YYYY-MM-DD."""
        return self.value[:10]


class Credit(msgspec.Struct, frozen=True):
    """An agency or outlet that the page says it took the report from."""

    name: str  # the usual name where `knowledge` knows it ("The Associated Press"), else as written
    start: int
    end: int
    text: str
    reason: str


class Problem(msgspec.Struct, frozen=True):
    """Something on the page that contradicts itself or is missing; never fatal."""

    code: str  # weekday_mismatch, year_mismatch, missing_pages, no_body ...
    message: str  # the same in words, for readers
    start: int | None = None
    end: int | None = None


class Article(msgspec.Struct, frozen=True):
    """A page read. `text` is what every offset of every later stage points into; it is never changed."""

    id: str  # the file's stem, or the line's id
    text: str  # the stored text
    digest: str  # SHA-256 of `text`, 64 hexadecimal characters
    title: str  # the headline as written; "" where there is none
    language: str  # ISO 639-1
    lines: tuple[Line, ...]  # every line that is not blank, in text order
    body: tuple[Span, ...]  # paragraphs, headings within the body not included
    url: str | None = None  # where the page was, as given or as its markup says
    published: Moment | None = None  # when, and how that is known
    outlet: str | None = None  # who published it: the usual name
    author: str | None = None  # who signed it
    editor: str | None = None  # whom it names as editor
    dateline: str | None = None  # the place before the first paragraph: "LONDON (Reuters) -"
    upstream: tuple[Credit, ...] = ()  # agencies and outlets that it says it took the report from
    page: int | None = None  # this page's number, where the page shows that it is one of several
    pages: int | None = None  # of how many; None with `page` set: of several, number unknown
    problems: tuple[Problem, ...] = ()  # what contradicts itself or is missing
