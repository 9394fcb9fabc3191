"""Credits: which agency or outlet the page says that it took the report from, and the words that say so.

A name comes first, then what stands around it: a relay before it ("dilansir", "according to"), with the kind
of medium between ("kantor berita"); a verb of reporting behind it; brackets around it where the text ends; a
label ("Sumber:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from kawat.knowledge.outlets import MOST_WORDS, first_words, key, longest, lookup, usual
from kawat.pages.model import Credit
from kawat.pages.pack import each, fold
from kawat.pages.prefix import is_host
from kawat.pages.rows import Row

#: Words between a relay and the name, and words of a relay itself.
BETWEEN, RELAY = 6, 3
#: A line that only names sources is no longer.
LINE = 90

_TOKEN = re.compile(r"[^\s,;:()\[\]\"“”/|]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,90})[)\]]\W*$")
_DASHED = re.compile(r"[-–—]\s?([A-Z][\w ]{1,30})$")
_SENTENCE_END = re.compile(r"[.!?…\"”’']\s*$")
_PARTS = re.compile(r"[^/|;&,]+")
_POSSESSIVE = re.compile(r"['’]s$")

#: Domains of governments, which are no outlets.
_OFFICIAL = re.compile(r"\.(?:go|gov|mil)(?:\.[a-z]{2})?\.?$", re.IGNORECASE)

Found = tuple[int, int, str]  # start, end, reason


class _Cues(msgspec.Struct, frozen=True):
    relative: frozenset[str]
    lines: frozenset[str]
    relay: frozenset[str]
    told: frozenset[str]
    after: frozenset[str]
    kinds: frozenset[str]
    between: frozenset[str]
    never: frozenset[str]


@cache
def _cues() -> _Cues:
    """Gather the cues of all packs; `between` are the single words that may stand between relay and name."""
    kinds = frozenset(each(lambda p: p.credits.kinds))
    fillers = each(lambda p: p.credits.fillers)
    relay = each(lambda p: (*p.credits.relay, *p.credits.after))
    lines = each(lambda p: (*p.credits.joining, *p.credits.lines))
    return _Cues(
        relative=frozenset(each(lambda p: p.credits.relative)),
        lines=frozenset(w for phrase in (*relay, *kinds, *fillers, *lines) for w in phrase.split()),
        relay=frozenset(each(lambda p: p.credits.relay)),
        told=frozenset(each(lambda p: p.credits.told)),
        after=frozenset(each(lambda p: p.credits.after)),
        kinds=kinds,
        between=frozenset(w for phrase in (*kinds, *fillers) for w in phrase.split()),
        never=frozenset(each(lambda p: p.credits.never)),
    )


def mark(rows: Sequence[Row]) -> None:
    """Give lines that name agencies and say nothing else their role: "With AFP", "(dilansir dari AP)"."""
    for above, row in pairwise(rows):
        if row.role is None and len(row.text) <= LINE and _names_only(row.text):
            row.note = "source"
            row.be("source", "pages/credits/line")
        elif row.note == "outlet" and above.role is None and above.prose and row is not rows[-1]:
            outlet = lookup(row.text)
            if outlet and outlet.agency:  # alone below the last paragraph
                row.role, row.reason, row.note = "source", "pages/credits/line", "source"


def _names_only(line: str) -> bool:
    words = [w for t in _TOKEN.finditer(line) if (w := t.group().strip(".-–—"))]
    named = said = i = 0
    while i < len(words):
        hit = longest(words[i:]) if words[i][0].isupper() else None
        if hit is None and words[i].casefold() not in _cues().lines:
            return False
        named, said = (named + 1, said) if hit else (named, said + 1)
        i += hit[1] if hit else 1
    return named > 0 and said > 0


def find(text: str, rows: Sequence[Row], own: str | None, opening: str | None = None) -> tuple[Credit, ...]:
    """Return the credits in text order, one for each agency or outlet; `own` is no source of itself.

    `opening` is the outlet that the story opens with ("LONDON (Reuters) - "): an agency there is a source.
    """
    credits: dict[str, Credit] = {}
    mine = key(usual(own)) if own else ""
    body = [r for r in rows if r.role == "body"]
    for row in rows:
        for start, end, reason in (*_opening(text, row, opening), *_found(text, row, row in body[-2:])):
            name = text[start:end]
            outlet = lookup(name)
            if outlet and outlet.institution and row.role == "body":
                continue  # what a government says of itself is a statement, not a report
            shown = outlet.name if outlet else name
            if key(shown) != mine:
                credits.setdefault(shown, Credit(shown, start, end, name, reason))
    return tuple(sorted(credits.values(), key=lambda c: c.start))


def _opening(text: str, row: Row, opening: str | None) -> Iterator[Found]:
    if opening and row.body > row.start:
        at = text.find(opening, row.start, row.body)
        outlet = lookup(opening)
        if at >= 0 and outlet and outlet.agency:
            yield at, at + len(opening), "pages/credits/opening"


def _found(text: str, row: Row, last: bool) -> Iterator[Found]:
    if row.role == "source" or row.note == "source":
        yield from _labelled(text, row)
    elif row.role == "byline" and row.reason == "pages/initials":
        yield from _in_initials(text, row)
    elif row.role == "byline":
        yield from _by_agency(text, row)
    elif row.role == "body":
        yield from _in_paragraph(text, row)
        if last:
            yield from _closing(text, row)


def _in_paragraph(text: str, row: Row) -> Iterator[Found]:
    words = _TOKEN.findall(text, row.body, row.end)
    named = [
        i for i, word in enumerate(words)
        if (word[0].isupper() or "." in word[1:-1]) and (_begins_name(word) or _is_address(word))
    ]  # fmt: skip
    tokens = list(_TOKEN.finditer(text, row.body, row.end)) if named else []
    skip = 0
    for i in named:
        if i < skip:
            continue
        word, start = words[i], tokens[i].start()
        hit = _known(text, tokens, i) if _begins_name(word) else None
        if hit:
            count, end = hit
        elif _is_address(word):
            count, end = 1, start + len(word.rstrip("."))
        else:
            continue
        skip = i + count
        reason = _cue(text, tokens, i, skip, known=True)
        if reason:
            yield start, end, reason


def _begins_name(word: str) -> bool:
    return (word.casefold() if word.isalnum() else key(_POSSESSIVE.sub("", word))) in first_words()


def _is_address(word: str) -> bool:
    return "." in word[1:-1] and is_host(word.rstrip(".")) and not _OFFICIAL.search(word)


def _known(text: str, tokens: list[re.Match[str]], i: int) -> tuple[int, int] | None:
    """Return (words, end) of the known name that starts at token `i`."""
    words = [tokens[i].group()]
    for a, b in zip(tokens[i : i + MOST_WORDS - 1], tokens[i + 1 : i + MOST_WORDS], strict=False):
        if text[a.end() : b.start()].strip(" \xa0"):
            break
        words.append(b.group())
    words = [_POSSESSIVE.sub("", w).rstrip(".") for w in words]
    hit = longest(words)
    if hit is None:
        return None
    count = hit[1]
    last = tokens[i + count - 1]
    return count, last.start() + len(words[count - 1])


def _cue(text: str, tokens: list[re.Match[str]], i: int, after: int, *, known: bool) -> str | None:
    """Return the reason why the name of tokens ``i:after`` is a source, or None."""
    cues = _cues()
    behind = fold(tokens[after].group()) if after < len(tokens) else ""
    if behind in cues.after and not text[tokens[after - 1].end() : tokens[after].start()].strip():
        return f"pages/credits/after/{behind}"
    return _before(text, tokens, i, cues)


def _before(text: str, tokens: list[re.Match[str]], i: int, cues: _Cues) -> str | None:
    """Walk back from a name over kinds and fillers to a relay; the kind may have a name behind it."""
    words: list[str] = []
    for t in reversed(tokens[max(0, i - BETWEEN - RELAY) : i]):
        gap = text[t.end() : tokens[i - len(words)].start()].strip()
        if gap and not (gap == "," and words == []):
            break
        words.insert(0, t.group())
    outlet = lookup(_name_at(text, tokens, i))
    kind = False
    for n in range(len(words), -1, -1):
        for size in range(min(RELAY, n), 0, -1):
            phrase = " ".join(words[n - size : n]).casefold()
            if phrase in cues.relay:
                return None if _nested(text, tokens, i - len(words) + n - size) else f"pages/credits/{phrase}"
            if phrase in cues.told and (kind or (outlet is not None and outlet.agency)):
                return f"pages/credits/{phrase}"
            kind = kind or phrase in cues.kinds
        if n and words[n - 1].casefold() not in cues.between and not words[n - 1][0].isupper():
            break
    return "pages/credits/kind" if kind and outlet is not None and outlet.agency else None


def _nested(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Tell whether the relay at token `at` is another outlet's: "AFP, which cites X"."""
    if at < 2 or tokens[at - 1].group().casefold() not in _cues().relative:
        return False
    before = [t.group() for t in tokens[max(0, at - 1 - MOST_WORDS) : at - 1]]
    return any(lookup(" ".join(before[n:])) for n in range(len(before)))


def _name_at(text: str, tokens: list[re.Match[str]], i: int) -> str:
    hit = _known(text, tokens, i)
    return text[tokens[i].start() : hit[1]] if hit else tokens[i].group()


def _closing(text: str, row: Row) -> Iterator[Found]:
    """Read the credit in brackets that ends a report: "(Reuters)", "[AFP]", "(Antara/BBC)"."""
    m = _BRACKETS.search(text, max(row.start, row.end - 120), row.end)
    m = m or _DASHED.search(text, max(row.start, row.end - 40), row.end)
    if m is None or (m.start() > row.start and not _SENTENCE_END.search(text[row.start : m.start()])):
        return
    for part in _PARTS.finditer(text, m.start(1), m.end(1)):
        start, end = _trim(text, part.start(), part.end())
        if start < end and text[start].isupper() and (lookup(text[start:end]) or is_host(text[start:end])):
            yield start, end, "pages/credits/closing"


def _labelled(text: str, row: Row) -> Iterator[Found]:
    """Read the value of "Sumber: AFP Reuters | Editor: X": known names, and others between separators."""
    start = row.start + row.label if row.note != "value" else row.start
    bar = text.find("|", start, row.end)
    reason = row.reason
    for part in _PARTS.finditer(text, start, bar if bar > 0 else row.end):
        tokens = list(_TOKEN.finditer(text, part.start(), part.end()))
        i, named = 0, False
        while i < len(tokens):
            hit = _known(text, tokens, i)
            if hit:
                yield tokens[i].start(), hit[1], reason
                named = True
            i += hit[0] if hit else 1
        first, last = _trim(text, part.start(), part.end())
        if not named and _may_be_outlet(text[first:last]):
            yield first, last, reason


def _by_agency(text: str, row: Row) -> Iterator[Found]:
    """Read "Oleh: Reuters": an agency that signs."""
    tokens = list(_TOKEN.finditer(text, row.start + row.label, row.end))
    hit = _known(text, tokens, 0) if tokens else None
    outlet = lookup(text[tokens[0].start() : hit[1]]) if hit else None
    if hit and outlet and outlet.agency:
        yield tokens[0].start(), hit[1], "pages/credits/byline"


def _in_initials(text: str, row: Row) -> Iterator[Found]:
    """Read "(NA/Anadolu)": an agency beside the reporter's initials."""
    for part in _PARTS.finditer(text, row.start + 1, row.end - 1):
        outlet = lookup(part.group().strip())
        if outlet and outlet.agency and part.group()[:1].isupper():
            yield part.start(), part.end(), "pages/credits/initials"


def _may_be_outlet(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 4 or any(w.casefold() in _cues().never for w in words):
        return False
    return (is_host(name) and not _OFFICIAL.search(name)) or all(w[0].isupper() for w in words)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ".:-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".:-"):
        end -= 1
    return start, end
