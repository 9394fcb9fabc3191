"""Words as the record compares them: without regard to case and accents."""

from __future__ import annotations

import unicodedata


def fold(words: str) -> str:
    """Return the words without accents and case, with single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())
