"""What pages put into running text: links to other pages, adverts, videos, credits of pictures. Cut out, each a line.

In: the lines of a page.
Out: the same, where such words stand within one the parts of it, and they with their role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from kawat.pages.model import Role
from kawat.pages.pack import alternation, each
from kawat.pages.rows import Row, part

#: A shorter line is a label or a link as a whole.
LEAST = 40
#: Words of a headline before its end is looked for, and code points of the longest.
HEADLINE, LONGEST = 4, 300

_SENTENCE_END = re.compile(r"[.!?…][\"”’']?(?=\s+[A-Z\"“])")
_WIDE = re.compile(r"\s{2,}|\xa0|(?=\[\w+:)")
#: Within a word: the end of a headline, and the first word behind it.
_SEAM = re.compile(r"[a-z0-9)\]](?=[\"“]?([A-Z][a-z]+))")
_QUOTES = ('"', "“")
_MARKS = "\"'“”‘’()[],.:;!?-–—"


class Insert(NamedTuple):
    """Where words that are no part of the story stand within a line."""

    start: int
    end: int
    role: Role
    reason: str


def cut(rows: list[Row]) -> list[Row]:
    """Cut what is put into paragraphs ("... Baca juga: X") out as lines of their own."""
    out: list[Row] = []
    for row in rows:
        found = list(_inserts(row.text)) if len(row.text) > LEAST and _may_have_some(row.text) else []
        out += _parts(row, found) if found else [row]
    return [row for row in out if row.text]


def _parts(row: Row, found: list[Insert]) -> Iterator[Row]:
    """Yield a line part by part; what is left of a paragraph is one, however short."""
    starts = [0, *(x.end for x in found)]
    ends = [*(x.start for x in found), len(row.text)]
    for start, end, x in zip_longest(starts, ends, found):
        left = part(row, start, end)
        left.prose = left.prose or row.prose
        yield left
        if x is not None:
            insert = part(row, x.start, x.end)
            insert.be(x.role, x.reason)
            yield insert


def _may_have_some(text: str) -> bool:
    """Tell cheaply whether a line may have any, as most have none."""
    low = text.casefold()
    return any(sign in low for sign in _signs())


@cache
def _signs() -> tuple[str, ...]:
    firsts = {w.split()[0] for w in (*_words("related"), *_words("advert"))}
    return ("[", *sorted(firsts | {"(" + w.split()[0] for w in _words("caption")}))


@cache
def _words(role: Role) -> tuple[str, ...]:
    return each(lambda p: p.roles[role].inline if role in p.roles else ())


def _inserts(text: str) -> Iterator[Insert]:
    """Yield what is put into a line, in order, none within another."""
    at = 0
    for m in _patterns().finditer(text):
        kind = m.lastgroup or ""
        if m.start() < at or (m.start() == 0 and kind not in ("embed", "advert")):
            continue  # a line that begins so is a link or caption as a whole
        if kind in ("link", "bare"):
            found = Insert(m.start(), _link_end(text, m), "related", "pages/inline_link")
        elif kind == "credit":
            found = Insert(m.start(), m.end(), "caption", "pages/inline_credit")
        else:
            found = Insert(m.start(), m.end(), "advert", "pages/inline_advert")
        if kind != "credit" or found.end < len(text):  # behind the story a credit tells of the whole line
            yield found
            at = found.end


@cache
def _patterns() -> re.Pattern[str]:
    """Compile what is put in: words before a colon or a headline, embedded things, adverts in capitals, credits."""
    links = _words("related")
    headed = alternation(w[:1].upper() + w[1:] for w in links)
    return re.compile(
        rf"(?P<link>(?<![^\W_])[(\[]?\s?(?i:{alternation(links)})\s?:)"
        rf"|(?P<bare>(?<=[.!?\"”')\w]\s)(?:{headed})(?=\s[A-Z\"'“‘]|\s[Vv]ideo\b))"
        r"|(?P<embed>\[\w+:[^\[\]]{1,60}\])"
        rf"|(?P<advert>\b(?:{alternation(w.upper() for w in _words('advert'))})\b)"
        rf"|(?P<credit>\((?i:{alternation(_words('caption'))})[^()]{{2,90}}\))"
    )


def _link_end(text: str, cue: re.Match[str]) -> int:
    """Return where a link ends: with its bracket; else with its headline, its sentence, or the line."""
    opened = cue.group()[0]
    if opened in "([":
        close = text.find(")" if opened == "(" else "]", cue.end())
        if close > 0:
            return close + 1
    near = min(len(text), cue.end() + LONGEST)
    stop = _SENTENCE_END.search(text, cue.end(), near)
    end = stop.end() if stop else near
    wide = _WIDE.search(text, cue.end() + 1, end)
    found = headline_end(text, cue.end(), wide.start() if wide else end)
    if found < near or near == len(text):
        return found
    stop = _SENTENCE_END.search(text, near)
    return stop.end() if stop else len(text)


def headline_end(text: str, start: int, end: int) -> int:
    """Return where a headline with capitals ends and a sentence begins that no stop parts from it; `end`: nowhere.

    The sentence begins with an opener in a capital, or a quotation mark, be it without white space before it; else with
    the last capital before a word without one.
    """
    small, openers = _headline_words()
    last, words = start, list(re.finditer(r"\S+", text[start:end]))
    for n, m in enumerate(words):
        word, at = m.group().strip(_MARKS), start + m.start()
        seam = _SEAM.search(m.group()) if n >= HEADLINE else None
        if seam is not None and (seam[1].lower() in openers or _goes_on(words[n + 1 : n + 2], small)):
            return at + seam.end()
        if n >= HEADLINE and (
            m.group().startswith(_QUOTES) or (word[:1].isupper() and word.lower() in openers)
        ):
            return at
        if word[:1].isupper():
            last = at
        elif word[:1].islower() and word not in small:
            return last if n >= HEADLINE and last > start else end
    return end


def _goes_on(behind: list[re.Match[str]], small: frozenset[str]) -> bool:
    """Tell whether a word follows as in a sentence: "GazaHamas menolak", but no "TikTok di Lima"."""
    return any(m.group()[0].islower() and m.group().strip(_MARKS) not in small for m in behind)


@cache
def _headline_words() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(each(lambda p: p.headlines.small)), frozenset(each(lambda p: p.headlines.openers))
