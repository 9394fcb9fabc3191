"""Quotation marks -> quotations: where quoted speech opens and closes, over the sentences of a paragraph.

In: the sentences of an article, and which of them open a paragraph.
Out: its quotations in order. One mark may open and close ("…", ”…”): what it touches tells which. A quotation that
is never closed ends with its paragraph, as where the next paragraph goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.reading.scan import QUOTES, Sentence

#: Sentences of the longest quotation; a mark that stays open for longer was no opening one.
LONGEST = 25
OPENING = frozenset("“„«")
#: Ends what was said, before the closing mark.
ENDS = frozenset(",.!?…—–")


@dataclass(slots=True, frozen=True)
class Quote:
    """A quotation: sentence and token of its opening mark, of its last one, the latter inclusive."""

    first: int
    i: int
    last: int
    j: int

    def parts(self, told: Sequence[Sentence]) -> Iterator[tuple[int, int, int]]:
        """Yield (sentence, i, j) for each sentence that it covers, j exclusive."""
        for k in range(self.first, self.last + 1):
            yield (
                k,
                self.i if k == self.first else 0,
                self.j + 1 if k == self.last else len(told[k].words),
            )


def quotes(told: Sequence[Sentence], opens: Sequence[bool]) -> list[Quote]:
    """Return the quotations of an article; `opens` tells which sentences open a paragraph."""
    out: list[Quote] = []
    at: tuple[int, int] | None = None
    for k, s in enumerate(told):
        if at is not None and (opens[k] or k - at[0] > LONGEST):
            if opens[k] and at[1] == 0:
                out.append(Quote(*at, k - 1, len(told[k - 1].words) - 1))
            at = None
        if QUOTES.isdisjoint(s.lows):
            continue
        for t, word in enumerate(s.lows):
            if word not in QUOTES:
                continue
            if at is None or _opens(s, t):
                at = (k, t) if _may_open(s, t) else None
            else:
                out.append(Quote(*at, k, t))
                at = None
    if at is not None and at[1] == 0:
        out.append(Quote(*at, len(told) - 1, len(told[-1].words) - 1))
    return out


def _touches(s: Sentence, t: int) -> tuple[bool, bool]:
    """Tell whether the mark stands right at the token before it, and at the one behind."""
    left = t > 0 and s.ends[t - 1] == s.starts[t] and s.words[t - 1] not in "([-/"
    right = t + 1 < len(s.words) and s.starts[t + 1] == s.ends[t]
    return left, right


def _opens(s: Sentence, t: int) -> bool:
    """Tell whether the mark can only open."""
    left, right = _touches(s, t)
    return right and not left and s.words[t + 1] not in ",.;:!?"


def _may_open(s: Sentence, t: int) -> bool:
    left, right = _touches(s, t)
    return s.lows[t] in OPENING or not left or (right and s.lows[t] == '"' and s.words[t - 1] in ",:")


def is_speech(told: Sequence[Sentence], quote: Quote) -> bool:
    """Tell whether somebody's sentence is quoted, not a word or title set off.

    It ends as a sentence does, or a comma or colon leads to it or away from it.
    """
    s, end = told[quote.first], told[quote.last]
    if quote.first != quote.last:
        return True
    inner = end.words[quote.j - 1] if quote.j > quote.i + 1 else ""
    if inner in ENDS or inner == "..." or end.lows[quote.j] not in QUOTES:
        return True
    before = s.words[quote.i - 1] if quote.i else ""
    after = end.words[quote.j + 1] if quote.j + 1 < len(end.words) else ""
    return quote.j - quote.i > 3 and (before in (":", ",") or (after == "," and quote.i == 0))
