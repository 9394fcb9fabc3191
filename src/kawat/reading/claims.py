"""Which sentences only tell what others claim, on a page that checks and refutes it: "[SALAH] Putin Kirim Pasukan".

In: the sentences of an article in order.
Out: those marked as refuted, in which nothing is told as an event; what the page found to be true stays.

A page checks claims where it puts a tag before one, or calls its work so and says what it found. A minister who calls
a rumour false says that in a sentence of his own, which is read like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kawat.reading.lexicon import Lexicon
from kawat.reading.pack import Checking
from kawat.reading.scan import CLOSING, OPENING, Sentence

LONGEST_CLAIM = 30  # sentences of one post that a page quotes


def mark_refuted(told: Sequence[Sentence], lex: Lexicon) -> None:
    """Mark the sentences that only tell what the page refutes."""
    words = lex.pack.checking
    rows = [f" {' '.join(s.lows)} " for s in told] if _may_check(told, words) else []
    tagged = bool(rows) and any(_is_tagged(s, words) for s in told)
    if not tagged and not (_any(rows, words.checkers) and _any(rows, words.verdicts)):
        return
    quoted = 0  # sentences of a claim that may still follow
    for s, row in zip(told, rows, strict=True):
        found = _has(row, (*words.findings, *words.verdicts, *words.checkers))
        quoted = 0 if found else quoted
        opened = _is_opened(s, row, words) or (tagged and not found and s.text[0] in OPENING)
        s.refuted = bool(quoted) or _is_claim(s, row, words) or (opened and s.text[0] in OPENING)
        closed = s.text.rstrip(".,!?")[-1:] in CLOSING
        quoted = 0 if closed else LONGEST_CLAIM if opened else max(0, quoted - 1)


def _may_check(told: Sequence[Sentence], words: Checking) -> bool:
    """Tell cheaply whether a page may be one that checks claims: few are."""
    signs = (*words.tags, *words.checkers)
    return any(sign in low for low in (s.text.lower() for s in told) for sign in signs)


def _any(rows: Sequence[str], phrases: Iterable[str]) -> bool:
    return any(_has(row, phrases) for row in rows)


def _is_tagged(s: Sentence, words: Checking) -> bool:
    low = s.text.lower()
    return any(tag in low for tag in words.tags)


def _has(row: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in row for phrase in phrases)


def _is_claim(s: Sentence, row: str, words: Checking) -> bool:
    """Tell whether a sentence tells a claim: by a tag, by the verdict on it, or by what it stands in."""
    found = _has(row, words.verdicts)
    headline = s.role == "title" and (found or _has(row, words.checkers))
    if headline or _is_tagged(s, words) or _is_labelled(row, words):
        return True
    told = found or (_has(row, words.claiming) and not _has(row, words.findings))
    return told and _has(row, words.carriers)


def _is_labelled(row: str, words: Checking) -> bool:
    return _has(row, (f"{label} :" for label in words.labels))


def _is_opened(s: Sentence, row: str, words: Checking) -> bool:
    """Tell whether the words of a claim begin in a sentence and go on behind it: 'berisi narasi: "Tentara kita ...'."""
    labelled = _is_labelled(row, words) and not _has(row, words.findings)
    return labelled and (row.endswith(" : ") or any(mark in s.text for mark in OPENING))
