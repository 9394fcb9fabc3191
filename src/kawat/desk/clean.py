"""Makes text of a page safe to show: what could steer a terminal, a spreadsheet or a renderer is taken out.

This is for shown text only: what is stored stays to the letter, and so does what JSON carries, escaped.
"""

from __future__ import annotations

import re

#: ISO 646 and ISO 6429 controls (C0, DEL, C1), line separators, and marks that turn the direction of writing.
_CONTROLS = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
_ANY = re.compile(f"[{_CONTROLS}]")
_BLANKS = re.compile(r"\s+")
_NOT_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def line(text: str) -> str:
    """Return `text` as one line: white space is one blank, other controls are gone."""
    return _ANY.sub("", _BLANKS.sub(" ", text)).strip().encode("utf-8", "replace").decode()


def cell(text: str, *, raw: bool = False) -> str:
    """Return `text` for a CSV cell; unless `raw`, one that a spreadsheet would run as a formula is quoted."""
    text = text.replace("\r\n", "\n").replace("\r", " ")  # which would let a page overwrite its own line
    kept = "".join(c for c in text if c in "\t\n" or not _ANY.match(c)).encode("utf-8", "replace").decode()
    return "'" + kept if not raw and kept.startswith(_FORMULA) else kept


def json_safe(encoded: str) -> str:
    """Escape in encoded JSON the controls that JSON lets through; it still decodes to the same text."""
    if encoded.isascii() and "\x7f" not in encoded:
        return encoded
    return _NOT_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", encoded)


def clip(text: str, size: int) -> str:
    """Shorten one line of text to `size` characters, at a blank where there is one."""
    if len(text) <= size:
        return text
    head = text[: size - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > size // 2 else head).rstrip() + "…"
