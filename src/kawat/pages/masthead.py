"""The page's own name: what it calls itself above the headline, before the story, beside the author, at its foot.

No list knows every portal. A name counts where two such places agree, or where one of them leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from kawat import times
from kawat.knowledge.outlets import key, lookup, usual
from kawat.pages.labels import vocabulary
from kawat.pages.pack import alternation, each, fold, packs
from kawat.pages.prefix import heads, host_label, is_host, is_place, parts_of
from kawat.pages.rows import Row

#: A masthead stands in one of so many lines and is no longer than this.
TOP, LONGEST = 3, 60
#: Openings are looked for in so many paragraphs, lines beside the author in so many lines.
OPENINGS, CREDITS = 4, 40
#: A name needs so many places that agree.
ENOUGH = 2

_WORD = re.compile(r"[^\W_a-z][\w.'’&+-]*$|(?:dan|and|of|de|the|di|&)$")
_SEPARATOR = re.compile(r"\s+[-–—|•·»]+\s+|\s*\|\s*|:\s+")
_NAME = re.compile(r"(?:[^\W_a-z][\w.'’&+-]*[ \xa0]?){1,5}")
_YEAR = re.compile(
    r"\W*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|PT\.?|by|oleh|\(c\)|©)(?!\w)", re.IGNORECASE
)
_HOST = re.compile(r"([a-z][a-z0-9-]{3,40})(?:\.[a-z]{2,7}){1,2}(?![\w.])", re.IGNORECASE)
_PLACE_NEXT = re.compile(r"[A-Z][A-Z .'’-]{2,30}\.\s+(?=[\"“A-Z])")
_VOWEL = re.compile(r"[AEIOUY]", re.IGNORECASE)


class Own(msgspec.Struct, frozen=True):
    """What the page calls itself. `keys` are all its forms, as the outlets' `key` writes them."""

    name: str | None = None
    certain: bool = False  # two places agree, or one leaves no doubt
    keys: frozenset[str] = frozenset()


class _Evidence:
    """The places where each name was met."""

    def __init__(self) -> None:
        self.forms: dict[str, list[str]] = {}
        self.kinds: dict[str, dict[str, int]] = {}

    def add(self, form: str, kind: str, weight: int = 1) -> None:
        form = " ".join(form.strip(" .,-–—|").split())
        if not _may_name(form):
            return
        name = key(host_label(form))
        self.forms.setdefault(name, []).append(form)
        kinds = self.kinds.setdefault(name, {})
        kinds[kind] = max(weight, kinds.get(kind, 0))

    def confirm(self, name: str, kind: str) -> None:
        if name in self.kinds:
            self.kinds[name].setdefault(kind, 1)

    def own(self) -> Own:
        weights = {n: sum(kinds.values()) for n, kinds in self.kinds.items()}
        best = max(weights, key=lambda n: weights[n], default=None)  # the first of equals
        if best is None or (weights[best] < ENOUGH and "alone" not in self.kinds[best]):
            return Own()
        keys = frozenset(n for n, w in weights.items() if w >= ENOUGH or n == best)
        return Own(usual(written(self.forms[best])), weights[best] >= ENOUGH, keys)


def find(rows: list[Row], given: str | None, host: str | None) -> Own:
    """Return the page's own name. `given` is what came with the page and goes before what it says."""
    found = _Evidence()
    _above(rows, found)
    for row in _prose(rows):
        _opening(row, found)
    _beside_author(rows, found)
    _by_cues(rows, found)
    if found.kinds:
        _by_hosts(rows, host, found)
        _alone(rows, found)
    own = found.own()
    if given:
        return Own(usual(given), True, own.keys | {key(given)})
    return own


def written(forms: Sequence[str]) -> str:
    """Return the best form of a name: one that neither shouts nor whispers, else in title case.

    >>> written(["WARTA PAGI NTB"])
    'Warta Pagi NTB'
    """
    spaced = [f for f in forms if " " in f] or list(forms)
    for form in spaced:
        if not form.isupper() and not form.islower():
            return form
    words = spaced[0].split()
    return " ".join(w if len(words) > 1 and not _VOWEL.search(w) else _title(w) for w in words)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _may_name(form: str) -> bool:
    words = form.split()
    if not 1 <= len(words) <= 5 or not 3 <= len(form) <= 40 or form[0].isdigit():
        return False
    v, folded = vocabulary(), fold(form)
    return folded not in v.exact and folded not in v.labels and folded not in v.names


def _shaped(form: str) -> bool:
    """Tell words that are written as a name."""
    return bool(form) and all(_WORD.match(w) for w in form.split())


def _above(rows: list[Row], found: _Evidence) -> None:
    """Read the first lines: "WARTA SAMUDRA", "Lintas Negeri - Berita Tanpa Batas", "Headline | Nusa Kini"."""
    tops = [r for r in rows[: TOP * 4] if r.role is None or r.note == "outlet" or r.role == "title"]
    for row in tops[:TOP]:
        if row.prose or len(row.text) > 4 * LONGEST:
            continue
        parts = _SEPARATOR.split(row.text)
        first = row is tops[0]
        placed = first or (len(parts) == 1 and row.role is None)
        written_so = _shaped(parts[0]) or (first and row.text.islower())
        if placed and written_so and len(parts[0]) <= LONGEST:
            found.add(parts[0], "masthead")
        if len(parts) > 1 and _shaped(parts[-1]):
            found.add(parts[-1], "masthead")


def _prose(rows: list[Row]) -> list[Row]:
    prose = [r for r in rows[: CREDITS + 20] if r.prose and r.role in {None, "title"}]
    return prose[:OPENINGS]


def _opening(row: Row, found: _Evidence) -> None:
    """Read the names of "JAKARTA, WARTA SAMUDRA - ": beside a known place no other place stands."""
    for head, rest in heads(row.text, 0):
        parts = parts_of(head)
        if not parts or len(parts) > 4:
            continue
        placed = any(is_place(p) for p in parts) if len(parts) > 1 else bool(_PLACE_NEXT.match(rest))
        for part in parts:
            if (
                (_shaped(part) or is_host(part))
                and not is_place(part)
                and not is_time(part)
                and not lookup(part)
            ):
                sure = is_host(part) or (placed and not _with_place(part))
                found.add(part, "opening", 2 if sure else 1)
        return


def _beside_author(rows: list[Row], found: _Evidence) -> None:
    """Read "Dewi Sartono - Nusa Kini", also before a date."""
    for row in rows[:CREDITS]:
        if row.prose or len(row.text) > 90 or row.role in {"caption", "related", "popular", "title"}:
            continue
        head, dash, tail = row.text.partition(" - ")
        if dash and 2 <= len(head.split()) <= 6 and _shaped(head):
            name = _NAME.match(tail)
            if name and row is not rows[0]:
                found.add(name.group(), "credit")


@cache
def _cues() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Compile (all cues, the first words of lines with one, the cues that alone prove a name)."""
    sure, other = each(lambda p: p.outlet.sure), each(lambda p: p.outlet.before)
    cues = (*sure, *other)
    return (
        re.compile(rf"(?<![^\W_])(?P<cue>{alternation(cues)})(?![^\W_])\s*", re.IGNORECASE),
        frozenset(c.casefold().split()[0] for c in cues),
        frozenset(fold(c) for c in sure),
    )


def _by_cues(rows: list[Row], found: _Evidence) -> None:
    """Read "MORE ON STRAIT COURIER", "© Titik Temu 2020", "telah tayang di Nusa Kini dengan judul"."""
    pattern, firsts, sure = _cues()
    for row in rows:
        if (row.role is None and row.prose and len(row.text) > 200) or len(row.text) > 300:
            continue
        if row.role in {"title", "caption", "tags", "ticker"}:
            continue
        if firsts.isdisjoint(row.key.split()) and "©" not in row.text:
            continue
        for m in pattern.finditer(row.text):
            name = _NAME.match(row.text, _past_years(row.text, m.end()))
            known = lookup(name.group().strip()) if name else None
            if name and not (known and known.agency):
                certain = fold(m["cue"]) in sure
                found.add(name.group(), "sure" if certain else "foot", 2 if certain else 1)


def _past_years(text: str, at: int) -> int:
    """Return where the name begins behind "© 2020 PT"."""
    for _ in range(4):
        m = _YEAR.match(text, at)
        if not m:
            break
        at = m.end()
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at


def _by_hosts(rows: list[Row], host: str | None, found: _Evidence) -> None:
    """Let the page's domain, or an address on the page, confirm a name."""
    hosts = {label for label in (host or "").split(".") if len(label) > 3}
    for row in rows:
        if not row.prose and "." in row.text and len(row.text) < 120:
            hosts.update(m[1] for m in _HOST.finditer(row.text))
    for label in sorted(hosts):
        found.confirm(key(label), "host")


def _alone(rows: list[Row], found: _Evidence) -> None:
    """Let a first line of two words or more stand for the name: other lines stand between it and the story."""
    at = next((i for i, r in enumerate(rows) if r.role is None), 0)
    top = rows[at]
    page = len(rows) > at + 4 and not any(r.prose for r in rows[at : at + 3])
    if page and " " in top.text and _shaped(top.text):
        found.confirm(key(top.text), "alone")


@cache
def _regional() -> frozenset[str]:
    return frozenset(each(lambda p: p.outlet.regional))


def _with_place(part: str) -> bool:
    """Tell a name with a place in it, or a word of regions ("Jawa Barat"): it may be a place itself."""
    words = part.split()
    return len(words) < 2 or any(is_place(w) or fold(w) in _regional() for w in words)


def is_time(part: str) -> bool:
    """Tell a day: "Senin", "Nov. 24", "2020"."""
    if part.isdigit():
        return True
    return any(
        t.start == 0 and t.end >= len(part.rstrip(" ."))
        for code, _ in packs()
        for t in times.find(part, code)
    )
