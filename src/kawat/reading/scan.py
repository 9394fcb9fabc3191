"""One pass over a text: sentences, tokens, and every phrase of the lexicon that stands in them.

In: a span of the article's text.
Out: its sentences, each a `Sentence` with all that later steps ask of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kawat.reading.lexicon import Lexicon, Name, Word
from kawat.reading.parting import tokens_of, with_speech
from kawat.reading.phrases import folded

#: Marks that open or close speech.
QUOTES = frozenset('"“”„«»')
#: A sentence ends at . ! ? (and a closing quotation mark) before white space and a capital, digit or opening mark; ...
_END = r"(?<=[.!?…])[.!?…]*[\"”’')\]]*(?=\s+[\"“”‘'(\[]?[A-Z0-9\u00c0-\u00de])"
#: ... where the next item of a list begins, though it stands in the same line, " -   "; ...
_ITEM = r"(?<=\s[-•▪●‣*])\s{2,}(?=\S)"
#: ... and, where paragraphs were put together without white space, before a word with a capital: "Lima.Di".
_GLUED = r"(?<=[a-z0-9)\]%\"”]{2}[.!?]|[A-Z]{2}[.!?])[”’)]*(?=[\"“]?(?!(?:Com|Co|Id|Net|Org)\b)[A-Z][a-z])"
#: Each begins with one of a few characters, and few characters are looked at twice.
STOP = re.compile(rf"[.!?…\n•▪●‣*-](?:{_END}|(?<=\n)\n*|{_ITEM}|{_GLUED})")
#: A word with a capital behind a stop.
OPENER = re.compile(r"[\"”’')]*\s+[\"“]?([A-Z][a-z]+)\b")
#: Marks that open an item of a list.
BULLETS = frozenset("-•▪●‣*")
#: Marks around somebody who is called.
SET_OFF = frozenset(",.:!?—–-") | QUOTES
#: Those of them that may open it.
OPENS = QUOTES - {"”", "»"}
WITHIN = 6  # tokens of a phrase within which a quotation may begin
OPENING = '"“„«'
CLOSING = '"”»'


_NO_CLASSES: frozenset[str] = frozenset()


@dataclass(slots=True)
class Hit:
    """A phrase of the lexicon at tokens i..j of a sentence."""

    i: int
    j: int
    word: Word | None
    name: Name | None
    clitic: bool = False  # the word carries one: "diskusinya", "meneleponnya"


@dataclass
class Sentence:
    """One sentence: its tokens (parallel lists) and the phrases found in them, by the token where they start."""

    start: int
    end: int
    text: str
    words: list[str]
    lows: list[str]
    hits: dict[int, Hit]
    role: str  # title, body or caption: where the sentence stands
    refuted: bool = False  # a claim of others that the page itself refutes (`claims`)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts in the article; most articles are left before anybody asks."""
        out: list[int] = []
        at = 0
        for word in self.words:
            at = self.text.find(word, at)  # nothing but white space stands between
            out.append(self.start + at)
            at += len(word)
        return out

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Return the offsets of tokens i..j."""
        return self.starts[i], self.ends[j - 1]

    def is_set_off(self, i: int, j: int) -> bool:
        """Tell whether tokens i..j stand between marks, one a comma: who is called, "Hello, Mr. President."."""
        before = self.words[i - 1] if i else "."
        after = self.words[j] if j < len(self.words) else "."
        return "," in (before, after) and {before, after} <= SET_OFF

    def classes(self, i: int) -> frozenset[str]:
        """Return the classes of the phrase at token i."""
        hit = self.hits.get(i)
        return hit.word.classes if hit is not None and hit.word is not None else _NO_CLASSES


def sentences(text: str, start: int, end: int, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the sentences of ``text[start:end]`` as offsets, without the white space between them."""
    at = start
    for stop in STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _abbreviated(text, at, stop.start(), lex):
            continue
        bullet = text[stop.start()] in BULLETS
        behind = stop.end() + _closes(text, at, stop.end())
        yield from _trimmed(text, at, stop.start() if bullet else behind)
        at = behind
    yield from _trimmed(text, at, end)


def _closes(text: str, start: int, end: int) -> bool:
    """Tell whether a straight mark without white space before it closes what the sentence opened."""
    stopped = text[end - 1] in ".!?" and text[end : end + 1] == '"'
    return stopped and text.count('"', start, end) % 2 == 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _abbreviated(text: str, start: int, dot: int, lex: Lexicon) -> bool:
    """Tell whether the full stop at `dot` belongs to an abbreviation or an initial."""
    at = dot
    while at > start and not text[at - 1].isspace():
        at -= 1
    word = text[at:dot].lower().lstrip("(\"'“")
    word = word if word in lex.pack.abbreviations else word.rpartition(".")[2]
    if word.isdigit():
        return at == start and len(word) == 1  # "1. Who was there?", but not "on Aug 4. Malaysia"
    if len(word) != 1 and word not in lex.pack.abbreviations:
        return False
    opener = OPENER.match(text, dot + 1)  # "back to the U.S. The talks ..."
    return opener is None or opener[1].lower() not in lex.pack.openers


def scan(text: str, start: int, end: int, lex: Lexicon, role: str = "body") -> Sentence:
    """Split one sentence into tokens and find the lexicon's phrases in it, longest first, left to right."""
    words = tokens_of(text[start:end], lex)
    lows = folded(words)
    if "'" in lows and not _has_quotes(text):
        lows = with_speech(text[start:end], words, lows)
    hits: dict[int, Hit] = {}
    i, n = 0, len(words)
    known, names, clitics = lex.words, lex.names, lex.pack.clitics
    quotes = not OPENS.isdisjoint(lows)
    while i < n:
        low = lows[i]
        begins = low in known or low in names or low.endswith(clitics)  # most words begin nothing
        hit = _longest(i, words, lows, lex, quotes) if begins else None
        if hit is None:
            i += 1
        else:
            hits[i] = hit
            i = hit.j
    return Sentence(start, end, text[start:end], words, lows, hits, role)


@lru_cache(maxsize=2)  # each sentence of an article may ask
def _has_quotes(text: str) -> bool:
    return any(mark in text for mark in QUOTES)


def _longest(i: int, words: list[str], lows: list[str], lex: Lexicon, quotes: bool) -> Hit | None:
    """Return the longest phrase at token i; a word and a name of one length are one hit."""
    clitic = False
    word, word_end = _longest_word(i, words, lows, lex)
    if quotes:
        word, word_end = max((word, word_end), _quoting(i, lows, lex), key=lambda found: found[1])
    if word is None:
        word, word_end = _under_clitic(i, lows[i], lex)
        clitic = word is not None
    for key, owned in lex.owned.get(lows[i], ()):
        if i + len(key) > word_end and lows[i : i + len(key)] == key:
            word, word_end, clitic = owned, i + len(key), True
    name, name_end = _longest_name(i, words, lows, lex) if lows[i] in lex.names else (None, i)
    if word is None and name is None:
        return None
    if name_end > word_end:
        return Hit(i, name_end, None, name)
    return Hit(i, word_end, word, name if name_end == word_end else None, clitic)


def _longest_word(i: int, words: list[str], lows: list[str], lex: Lexicon) -> tuple[Word | None, int]:
    found = lex.words.get(lows[i])
    if found is None:
        return None, i
    for key, entry in lex.longer.get(" ".join(lows[i : i + 2]), ()):
        j = i + len(key)
        if lows[i:j] != key:
            continue
        day = lex.days and lex.days & {*lows[j : j + 1]}
        if not day and not _runs_over(i, j, words, lows, lex):
            return entry, j
    key, entry = found[-1]  # the shortest
    return (entry, i + 1) if len(key) == 1 else (None, i)


def _quoting(i: int, lows: list[str], lex: Lexicon) -> tuple[Word | None, int]:
    """Find a trigger within which a quotation begins: "merupakan “pelanggaran berat”"."""
    mark = next((k for k in range(i + 1, min(i + WITHIN, len(lows))) if lows[k] in OPENS), 0)
    for key, entry in lex.words.get(lows[i], ()) if mark else ():
        j = i + len(key)
        if mark < j and entry.triggers and [*lows[i:mark], *lows[mark + 1 : j + 1]] == key:
            return entry, j + 1
    return None, i


def _runs_over(i: int, j: int, words: list[str], lows: list[str], lex: Lexicon) -> bool:
    """Tell whether a name that begins within i..j goes on behind j: "the West" in "the West Bank"."""
    within = (k for k in range(i + 1, j) if lows[k] in lex.names)
    return any(_longest_name(k, words, lows, lex)[1] > j for k in within)


def _longest_name(i: int, words: list[str], lows: list[str], lex: Lexicon) -> tuple[Name | None, int]:
    first = words[i][0]
    large = first.isupper() or first.isdigit() or _has_article(words, i, lex)
    for key, entry in lex.names[lows[i]]:
        n = len(key)
        if not large and not entry.small:
            continue
        if (n == 1 or lows[i : i + n] == key) and _is_name(words, i, n, entry):
            return entry, i + n
    return None, i


def _has_article(words: list[str], i: int, lex: Lexicon) -> bool:
    """Tell whether a name begins at token i with a small article: "al-Shabaab", "al Qaeda"."""
    head, _, rest = words[i].partition("-")
    rest = rest or (words[i + 1] if i + 1 < len(words) else "")
    return head in lex.pack.name_particles and rest[:1].isupper()


def _under_clitic(i: int, low: str, lex: Lexicon) -> tuple[Word | None, int]:
    """Find the trigger under a clitic: "diskusi" in "diskusinya"."""
    if not low.endswith(lex.pack.clitics):
        return None, i
    for clitic in lex.pack.clitics:
        if low.endswith(clitic) and len(low) > len(clitic) + 3:
            for key, entry in lex.words.get(low[: -len(clitic)], ()):
                if len(key) == 1 and entry.triggers:
                    return entry, i + 1
    return None, i


def _is_name(words: list[str], i: int, n: int, name: Name) -> bool:
    """Tell whether tokens i..i+n are written as the name must be."""
    if name.exact is not None:
        return " ".join(words[i : i + n]) == name.exact or "".join(words[i : i + n]) == name.exact
    if name.small and words[i][0].islower():
        return name.plain or any(w != w.lower() for w in words[i : i + n])
    last = words[i + n - 1].rpartition("-")[2]
    return words[i + n - 1][:1].isupper() or last[:1].isupper() or last[:1].isdigit() or n > 1
