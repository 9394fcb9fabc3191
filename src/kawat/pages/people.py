"""Who signed a page and who edited it: "Penulis: X | Editor: Y", "By X", "X - Kompas.com 08/12/2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kawat.knowledge.outlets import key, lookup
from kawat.pages.model import Role
from kawat.pages.pack import alternation, each, fold, role_words
from kawat.pages.prefix import is_host
from kawat.pages.rows import Row

#: A name has no more words than this, and lines that name people no more characters.
WORDS, MOST = 6, 220

_NAME = re.compile(r"[^\W\d_](?:[\w.'’ \xa0-]*[^\W\d_]\.?)?")
_STOP = re.compile(r"[|;•·()\n\d/]|\s[-–—]\s|\s{2,}|,\s")
_SIGN = re.compile(r"\s?([-–—|·•,])\s")
_PERSON = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|bin|binti|van|de|al|dan|and|&)$")
_LEAST_PART = 3
#: Reasons of lines that are a name by themselves.
_BY_PLACE = frozenset({"pages/name_by_stamp", "pages/name_by_outlet", "given"})


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, Role], frozenset[str]]:
    """Compile the labels of people, and give their roles and those that need no colon."""
    roles: dict[str, Role] = {}
    bare: set[str] = set()
    for _, role, words in role_words():
        if role not in {"byline", "editor", "source", "dateline", "caption"}:
            continue
        named = (*words.names, *(words.starts if role in {"byline", "editor"} else ()))
        roles.update({fold(w): role for w in (*words.labels, *named)})
        if role in {"byline", "editor"}:
            bare.update(fold(w) for w in named)
    pattern = (
        rf"(?:^|[|;•·(/,]|\s[-–—]\s|(?<=\s))\W{{0,3}}(?P<label>{alternation(roles)})(?P<colon>\s?:\s?|\s)"
    )
    return re.compile(pattern, re.IGNORECASE), roles, frozenset(bare)


def people(rows: list[Row]) -> tuple[str | None, str | None]:
    """Return (author, editor) as the page names them."""
    found: dict[Role, str] = {}
    for row in rows:
        if row.role in {"byline", "editor", "source", "dateline"} and row.reason != "pages/initials":
            for role, name in _values(row):
                found.setdefault(role, name)
            if joined(row.text) and row.reason in _BY_PLACE and "byline" in found:
                found["byline"] += f" {row.text}"
    return found.get("byline") or _signed(rows), found.get("editor")


def joined(line: str) -> bool:
    """Tell the second line of two that name the authors: "and Bob Sample"."""
    return line.partition(" ")[0] in _small_words()[0]


def _values(row: Row) -> Iterator[tuple[Role, str]]:
    """Yield what a line names: labelled values, or the whole line where it is a name below its label."""
    if len(row.text) > MOST:
        return
    if row.note == "value" or row.reason in _BY_PLACE:
        name = clean(row.text)
        if name and row.role in {"byline", "editor"}:
            yield row.role, name
        return
    pattern, roles, bare = _labels()
    for m in pattern.finditer(row.text):
        label = fold(m["label"])
        name = clean(row.text[m.end() :])
        if name and (":" in m["colon"] or label in bare):
            yield roles[label], name


def clean(value: str) -> str:
    """Return the name that a value begins with: up to a bar, a bracket, a comma, a number, the outlet."""
    value = value.strip()
    stop = _STOP.search(value)
    m = _NAME.match(value[: stop.start()] if stop else value[:100])
    joining, function = _small_words()
    words: list[str] = []
    for word in m.group().split() if m else []:
        if word[0].islower() and word not in joining and (word in function or len(word) > _LEAST_PART):
            break
        words.append(word)
    while words and words[-1][0].islower():
        words.pop()
    if not words or len(words) > WORDS or words[0][0].islower() or lookup(" ".join(words)):
        return ""
    return " ".join(words)


@cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return (what joins two names, function words, which end one)."""
    return frozenset(each(lambda p: p.credits.joining)), frozenset(each(lambda p: p.markers))


def _signed(rows: list[Row]) -> str | None:
    """Return the author whom a stamp names before the outlet or day: "Ann Example - Kompas.com 08/12/2021"."""
    for row in rows:
        m = _SIGN.search(row.text) if row.role == "dateline" else None
        head = row.text[: m.start()].strip() if m else ""
        if (
            m
            and is_name(head)
            and key(head) not in row.own
            and (m[1] in "-–—" or _names_outlet(row.text[m.end() :], row))
        ):
            return head
    return None


def is_name(text: str) -> bool:
    """Tell a line that may be a person's name: two to five words, each with a capital."""
    words = text.split()
    return 2 <= len(words) <= WORDS and all(_PERSON.match(w) for w in words) and not lookup(text)


def _names_outlet(tail: str, row: Row) -> bool:
    """Tell whether a part of the rest of the line is an outlet, or what the page calls itself."""
    parts = [p.strip() for p in re.split(r"[|·•,]|\s[-–—]\s", tail)]
    return any(lookup(p) or is_host(p) or key(p) in row.own for p in parts if p)
