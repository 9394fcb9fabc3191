"""Bytes of a page as text: UTF-8, UTF-16 with its mark, the charset that the page names, Windows-1252."""

from __future__ import annotations

import codecs
import re

from kawat.errors import BinaryPage

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_CONTROLS = bytes(b for b in (*range(32), 127) if b not in b"\t\n\v\f\r\x1b\x00")
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
)
_HIGH = bytes(range(128, 256))
#: Shares of the bytes above which they are no text: control characters; bytes that no encoding explains.
MOST_CONTROLS, MOST_HIGH = 0.01, 0.35
_SAMPLE = 65_536


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a page.

    Raises:
        BinaryPage: they are no text. `name` says in the message which page it is.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, name)


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS + b"\x00"))
    if sample.startswith(_MAGIC) or controls > MOST_CONTROLS * len(sample):
        raise BinaryPage(f"{name}: the bytes are no text; give text, HTML or JSON Lines")


def _guess(data: bytes, name: str) -> str:
    """Decode what is not UTF-8: broken UTF-8, the charset that the page names, else Windows-1252."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if good > 3 * bad:
        return text
    named = _CHARSET.search(data[:4096])
    if named:
        try:
            return data.decode(named[1].decode("ascii"), errors="replace")
        except LookupError:
            pass
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _HIGH)) > MOST_HIGH * len(sample):
        raise BinaryPage(
            f"{name}: the bytes are no text in any encoding that is read; save the page as UTF-8"
        )
    return data.decode("cp1252", errors="replace")
