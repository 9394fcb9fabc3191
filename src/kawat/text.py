"""Spans of text: the span law lives here.

Offsets are counted in Unicode code points of the *stored text* of an article (`Article.text`), `start` inclusive,
`end` exclusive, so that ``text[span.start:span.end]`` is the quoted words, to the letter. No stage may change the
stored text after `pages` has made it.
"""

from __future__ import annotations

import hashlib

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of code points in a stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span stands for."""
        return text[self.start : self.end]


class Quote(msgspec.Struct, frozen=True, order=True):
    """A span with its words, as records carry it: ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str


def quote(text: str, start: int, end: int) -> Quote:
    """Quote `text` from `start` to `end`, without the white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(start, end, text[start:end])


def digest(*parts: str, size: int = 12) -> str:
    """Name the parts with a stable hexadecimal digest of `size` characters (SHA-256, the same on every machine)."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:size]


def number(*parts: str) -> int:
    """Name the parts with a signed number of 64 bits (BLAKE2b): what an index of many finds them by."""
    return int.from_bytes(hashlib.blake2b("\t".join(parts).encode(), digest_size=8).digest(), signed=True)
