"""A headline of another page between two sentences, where paragraphs were put together without white space.

In: a text, a sentence of it.
Out: where the sentence begins behind such headlines. "... di Lima.Mali Tolak Usul Peru soal Ikan Soto mengaku heran.":
every word has a capital, one of them is a verb, no stop follows; where the link stood no white space is left.
"""

from __future__ import annotations

import re

from kawat.pages.inserts import headline_words
from kawat.reading.lexicon import Lexicon, Word

LEAST = 4  # words of a headline with a capital
VERBS = frozenset({"verb", "speech", "light", "topic"})

_MARKS = "\"'“”‘’()[],.:;!?-–—"
_QUOTES = ('"', "“")
#: Within a word: the end of a headline, and the first word behind it.
_SEAM = re.compile(r"[a-z0-9)\]](?=[\"“]?([A-Z][a-z]+))")


def past_headlines(text: str, start: int, end: int, lex: Lexicon) -> int:
    """Return where the sentence begins behind headlines in ``text[start:end]``; `start` if there are none."""
    at = start
    while at > 0 and not text[at - 1].isspace():
        behind = _past_one(text, at, end, lex)
        if behind == at:
            break
        at = behind
    return at


def _past_one(text: str, start: int, end: int, lex: Lexicon) -> int:
    small, openers = headline_words()
    last, capitals, tells = start, 0, False
    words = list(re.finditer(r"\S+", text[start:end]))
    for n, m in enumerate(words):
        word = m.group().strip(_MARKS)
        low, ended = word.lower(), capitals >= LEAST and tells
        if ended and (m.group().startswith(_QUOTES) or (word[:1].isupper() and low in openers)):
            return start + m.start()
        seam = _SEAM.search(m.group()) if capitals >= LEAST else None
        if seam is not None and (tells or _tells(low, lex)) and _begins(seam[1], words[n + 1 : n + 2], lex):
            return start + m.start() + seam.end()
        if word[:1].isupper():
            last, capitals, tells = start + m.start(), capitals + 1, tells or (n > 0 and _tells(low, lex))
        elif word[:1].islower() and low not in small:
            return last if ended and last > start else start
    return start


def _begins(word: str, behind: list[re.Match[str]], lex: Lexicon) -> bool:
    """Tell whether a word with a capital within another begins a sentence: "OrangPada", but no "TikTok"."""
    small, openers = headline_words()
    low = word.lower()
    goes_on = any(m.group()[:1].islower() and m.group().strip(_MARKS) not in small for m in behind)
    return goes_on or low in openers or low in lex.words or low in lex.names


def _tells(low: str, lex: Lexicon) -> bool:
    """Tell whether a word is one by which events are told or somebody speaks, and no title."""
    found: list[Word] = [word for key, word in lex.words.get(low, ()) if len(key) == 1]
    return any((word.triggers or word.classes & VERBS) and not word.titles for word in found)
