"""Rules by vocabulary: lines that say themselves what they are ("Editor: X", "Terpopuler")."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kawat.knowledge.outlets import lookup
from kawat.pages.model import Role
from kawat.pages.pack import alternation, each, fold, role_words
from kawat.pages.people import is_name
from kawat.pages.prefix import opening_line
from kawat.pages.rows import Row

#: A label stands within so many characters of the line's start.
LABEL = 40
#: A paragraph longer than this is none of "how it begins": sentences begin with any words.
SHORT = 220
#: What stands after a label is short, where it is a name.
VALUE = 160

_SYMBOLS = re.compile(r"\W*\w?\W*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_NUMBERS = re.compile(r"[\d.,%+\-]+")
#: What reporters sign with in a line below the story: "(has/agi)", "[pan]", "(FHM)".
_INITIALS = re.compile(r"\([A-Z]{2,5}\)$|[(\[](?:[a-z]{2,7}|[\w.]{1,12}(?:/[\w.]{1,12}){1,4})[)\]]$")
#: How many there are of what a label says: "Komentar (2)".
_COUNT = re.compile(r"\s?\(\d{1,5}\)$")
_LETTERS = re.compile(r"\w[+-]?(?:\s\w[+-]?){1,4}$")
#: What stands for a video or picture that the text cannot show: "[Gambas:Video]".
_EMBEDDED = re.compile(r"\[\w+:[^\[\]]{1,60}\]$")
_STEPS = re.compile(r"\s+[>/›»|•·]+\s+|\s{2,}")
_HASHTAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*$")
#: What ends an official text: "###", "-30-".
_END = re.compile(r"#{3}|# # #|[-–—]\s?30\s?[-–—]$")
_DIGITS = re.compile(r"\d")
_NAMED: frozenset[Role] = frozenset({"editor", "byline", "source", "dateline"})


class Entry(msgspec.Struct, frozen=True):
    """A word of a pack with the role it gives."""

    role: Role
    reason: str
    section: bool = False


class Vocabulary(msgspec.Struct, frozen=True):
    """All words of all packs, by how they are compared."""

    exact: dict[str, Entry]
    labels: dict[str, Entry]
    names: dict[str, Entry]
    starts: dict[str, list[tuple[str, Entry]]]  # by first word
    contains: list[tuple[str, Entry]]
    together: list[tuple[tuple[str, ...], Entry]]
    paging: re.Pattern[str]
    ticker: frozenset[str]
    comments: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Gather the words of all packs."""
    v = Vocabulary({}, {}, {}, {}, [], [], _paging(), frozenset(_ticker_words()), frozenset(_comment_words()))
    for language, role, words in role_words():
        reason = f"{language}/pages/{role}"
        plain, label = Entry(role, reason), Entry(role, reason, section=True)
        v.exact.update({fold(w): label for w in words.sections})
        for w in words.exact:
            v.exact.setdefault(fold(w), plain)
        for w in words.labels:
            v.labels.setdefault(fold(w), plain)
        for w in words.names:
            v.names.setdefault(fold(w), plain)
        v.together.extend((tuple(fold(w).split()), plain) for w in words.together)
        for w in words.starts:
            v.starts.setdefault(_first(fold(w)), []).append((fold(w), plain))
        v.contains.extend((fold(w), plain) for w in words.contains)
    for word in v.comments:
        v.exact[word] = Entry("furniture", "pages/comments", section=True)
    return v


def _paging() -> re.Pattern[str]:
    """Compile "Page 1 of 3", "Halaman 1 2 Selanjutnya"."""
    labels = alternation(each(lambda p: p.roles["paging"].labels if "paging" in p.roles else ()))
    more = alternation(each(lambda p: (*p.paging.of, *p.paging.next)))
    words = alternation(each(lambda p: p.roles["paging"].exact if "paging" in p.roles else ()))
    number = r"\d{1,2}(?!\d)"
    return re.compile(
        rf"\W{{0,3}}({labels})\W{{0,3}}{number}(?:\W{{0,3}}(?:{number}|{more}))*\W{{0,3}}(?:{words})?\W{{0,3}}$"
        rf"|\W{{0,3}}()1\W{{1,3}}2(?:\W{{1,3}}(?:{number}|{more}|{words}))+\W{{0,3}}$",
        re.IGNORECASE,
    )


def _ticker_words() -> set[str]:
    return {fold(w) for _, role, words in role_words() if role == "ticker" for w in words.words}


def _comment_words() -> set[str]:
    return {fold(w) for w in each(lambda p: p.comments.sections)}


def mark(rows: list[Row]) -> None:
    """Give each line that the vocabulary knows its role; a bare label gives it to the name below."""
    v = vocabulary()
    for i, row in enumerate(rows):
        if row.role is None:
            _mark(row, v)
        below = rows[i + 1] if i + 1 < len(rows) else None
        if below and row.role is None and row.key in v.names and is_name(below.text):
            row.label = len(row.text)  # "Oleh", and the name below it
            row.be(v.names[row.key].role, v.names[row.key].reason)
        if below and row.label == len(row.text) and row.role in _NAMED:
            _inherit(row, below, v)


def _mark(row: Row, v: Vocabulary) -> None:
    if _mark_signs(row):
        return None
    if row.text[0] in "([" and row.text[-1] in ")]" and len(row.text) < LABEL:
        _mark_signature(row)
        if row.role:
            return None
    entry = v.exact.get(row.key)
    if entry is None and row.text[-1] == ")" and len(row.text) < LABEL:
        entry = v.exact.get(fold(_COUNT.sub("", row.text)))
    if entry and len(row.text) <= SHORT:
        row.section = entry.section
        row.label = len(row.text) if entry.role in _NAMED or entry.role == "tags" else 0
        return row.be(entry.role, entry.reason)
    entry = _label(row, v) or _name(row, v) or _start(row, v) or _notice(row, v)
    if entry:
        return row.be(entry.role, entry.reason)
    if not row.prose:
        _mark_short(row, v)
    return None


def _mark_signs(row: Row) -> bool:
    """Mark lines that are hardly words: "###", "A A A", "[Gambas:Video]", "x"."""
    size = len(row.text)
    if size < 8 and _END.match(row.text):
        row.note = "end"
        row.be("furniture", "pages/end")
    elif row.text[0] == "[" and _EMBEDDED.match(row.text):
        row.be("furniture", "pages/embedded")
    elif (size < 12 and _LETTERS.match(row.text)) or (size < 4 and _SYMBOLS.match(row.text)):
        row.be("furniture", "pages/symbols")
    return row.role == "furniture"


def _mark_signature(row: Row) -> None:
    """Mark what ends a report in a line by itself: its source ("(Reuters)"), or initials ("(has/agi)")."""
    if all(lookup(part.strip()) for part in row.text[1:-1].split("/")):
        row.be("source", "pages/signature")
    elif _INITIALS.match(row.text):
        row.note = "end"
        row.be("byline", "pages/initials")


def _mark_short(row: Row, v: Vocabulary) -> None:  # noqa: PLR0911  (one rule a line)
    paging = v.paging.match(row.text)
    if paging:
        row.label, row.note = max(paging.end(1), 0), "numbers"
        return row.be("paging", "pages/paging")
    for word, entry in v.contains:
        if word in row.key:
            return row.be(entry.role, entry.reason)
    if row.text[0] == "#" and _HASHTAGS.match(row.text):
        return row.be("tags", "pages/hashtags")
    if _ADDRESS.match(row.text):
        return row.be("furniture", "pages/address")
    if row.text.count("|") > 1 and len(row.key.split()) <= 6 and not _DIGITS.search(row.text):
        return row.be("navigation", "pages/pipes")
    if _is_menu(row, v):
        return row.be("navigation", "pages/menu")
    if opening_line(row.text):
        return row.be("dateline", "pages/opening")
    if _is_ticker(row, v):
        return row.be("ticker", "pages/numbers")
    if len(row.text) < 40 and row.text.count(" ") < 4 and lookup(row.text.strip(" -–—|•·")):
        row.note = "outlet"
        return row.be("navigation", "knowledge/outlets")
    return None


def _is_menu(row: Row, v: Vocabulary) -> bool:
    """Tell the path to a page ("Home > Dunia > Asia") and its menu ("Politik  Hukum  Dunia")."""
    if _DIGITS.search(row.text):
        return False
    steps = _STEPS.split(row.text)
    if len(steps) > 2 or (len(steps) == 2 and len(row.text) < LABEL):
        known = sum(1 for s in steps if _is_section(s, v))
        return known * 3 >= len(steps) and all(len(s.split()) <= 3 for s in steps)
    words = row.text.split()
    return len(words) > 2 and sum(_is_section(w, v) for w in words) * 2 > len(words)


def _is_section(words: str, v: Vocabulary) -> bool:
    entry = v.exact.get(fold(words))
    return entry is not None and entry.role == "navigation"


def _label(row: Row, v: Vocabulary) -> Entry | None:
    """Read "Editor : X"; the value may be empty, in which case the next line holds it."""
    colon = row.text.find(":", 0, LABEL)
    if colon < 0:
        return None
    entry = v.labels.get(fold(row.text[:colon])) or (None if row.prose else _turn(row.text[:colon], v))
    if entry and entry.role == "dateline" and not _DIGITS.search(row.text):
        return None
    if entry is None or (entry.role in _NAMED and len(row.text) - colon > VALUE and row.prose):
        return None
    row.label = colon + 1
    if not row.text[colon + 1 :].strip():
        row.label = len(row.text)
        row.section = entry.role in {"related", "popular"}
    return entry


def _turn(label: str, v: Vocabulary) -> Entry | None:
    """Read "Next story: ..." and "Berita sebelumnya: ...": a word of paging in a label of two or three."""
    words = [v.exact.get(fold(w)) for w in label.split()]
    turns = 1 < len(words) <= 3 and any(w and w.role == "paging" for w in (words[0], words[-1]))
    return Entry("related", "pages/turn") if turns else None


def _name(row: Row, v: Vocabulary) -> Entry | None:
    """Read "By Ann Example": a label without colon before two to five words that all begin with a capital."""
    if row.prose or len(row.text) > 80:
        return None
    words = row.text.split(" ")
    for size in (1, 2, 3):
        label, rest = " ".join(words[:size]), words[size:]
        entry = v.names.get(label.casefold())
        if entry and 1 < len(rest) <= 8 and all(w[:1].isupper() or len(w) < 4 for w in rest):
            row.label = len(label) + 1
            return entry
    return None


def _first(words: str) -> str:
    """Return the first word of folded words, without the punctuation behind it."""
    return words.split(" ", 1)[0].rstrip(".:,;-–")


def _start(row: Row, v: Vocabulary) -> Entry | None:
    if len(row.text) > SHORT:
        return None
    for words, entry in v.starts.get(_first(row.key), ()):
        if row.key.startswith(words) and not row.key[len(words) : len(words) + 1].isalnum():
            return entry
    return None


def _notice(row: Row, v: Vocabulary) -> Entry | None:
    """Read a notice by words that only together make one: "cookie ... setuju"."""
    if len(row.text) > SHORT:
        return None
    for words, entry in v.together:
        if words[0] in row.key and all(f" {w}" in f" {row.key}" for w in words):
            return entry
    return None


def _is_ticker(row: Row, v: Vocabulary) -> bool:
    """Tell an index with its numbers: two numbers or a per cent, and hardly any words."""
    if len(row.text) > 80 or not _DIGITS.search(row.text):
        return False
    numbers = _NUMBERS.findall(row.text)
    words = row.key.split()
    known = any(words and row.key.startswith(w) for w in v.ticker)
    share = sum(map(len, numbers)) / len(row.text.replace(" ", ""))
    return "%" in row.text and (known or share > 0.4)


def _inherit(label: Row, below: Row, v: Vocabulary) -> None:
    """Give the label's role to the name in the line below it."""
    if below.role or below.prose or len(below.text) > 80 or below.key in v.exact or ":" in below.text:
        return
    below.note = "value"
    below.be(label.role or "byline", label.reason)
