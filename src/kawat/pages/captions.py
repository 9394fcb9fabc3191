"""Captions: lines that end in the credit of a picture, and lines that are printed twice because of one."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kawat.knowledge.outlets import lookup, outlets
from kawat.pages.pack import alternation, each
from kawat.pages.rows import Row

#: A caption is no longer than this.
MOST = 700
#: The credit stands within so many characters of the line's end.
TAIL = 130
#: Of two neighbours one of which begins with the other, the shorter has at least so many characters.
DOUBLED = 15

_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s*$")
_SIGN = re.compile(r":|\s[-–—]")
_STOP = re.compile(r"[.)]\s[A-Z]")
_PART = re.compile(r"[^\W_]+")
_LOOSE = " ./\\,nrt"
#: What is left of a caption where the same words stand beside it without: "(ANTARA)", "/AFP".
_TAIL_ONLY = re.compile(r"\.?\s?[(\[/][^()\[\]]{2,60}[)\]]?\.?$")
_JUNK = re.compile(r"[\s./\\,]*(?:\\+[rnt])*[\s./\\]*$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Compile (a credit with its photographer or library, a label with a name at a line's end, a credit's first words).

    The last tell cheaply that a line has no credit, as nearly all have none.
    """
    agencies = {
        w for o in outlets() if o.agency for n in (o.name, *o.aliases) for w in (n, n.upper()) if len(w) > 1
    }
    photos = each(lambda p: p.photo.words)
    firsts = frozenset(_PART.findall(words.casefold())[0] for words in (*agencies, *photos))
    photo = alternation(photos)
    names = rf"(?P<agency>{alternation(agencies)})|(?i:(?P<photo>{photo}))"
    opened = r"(?:(?P<bracket>[(\[])\s?|/\s?|(?P<dash>(?<=\s)[-–—]\s?)|(?P<bare>(?<=[\s.])))"
    by = r"(?P<gap>\s?[/\-–|:.,]\s?|\s)(?P<by>[^()\[\]]{2,70})"
    credit = re.compile(rf"{opened}(?:{names})(?!\w)(?:{by})?[)\]]?$")
    labels = alternation(each(lambda p: p.roles["caption"].labels if "caption" in p.roles else ()))
    return credit, re.compile(rf"(?i:(?<=[\s.(])(?:{labels}))\s?:\s?[^.:]{{2,60}}[.)]?$"), firsts


@cache
def _photo_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(each(lambda p: p.photo.words))})(?!\w)", re.IGNORECASE)


def credit_at(text: str, last: bool = False) -> int | None:
    """Return where the photo credit at the end of a line starts, or None.

    `last`: no paragraph follows, so that an agency in brackets after a full stop is the report's own credit.
    """
    if len(text) > MOST:
        return None
    if text[-1] == "." and text[-2:-1].isalnum() and "\\" not in text[-20:]:
        text = text[:-1]  # the full stop of a paragraph, told without a search
    elif text[-1] in _LOOSE:
        ending = _JUNK.search(text, max(0, len(text) - 20))
        text = text[: ending.start()] if ending else text
    if not _may_end_in_credit(text):
        return None
    credit, label, firsts = _patterns()
    from_ = max(0, len(text) - TAIL)
    if not firsts.isdisjoint(_PART.findall(text[from_:].casefold())):
        for m in credit.finditer(text, from_):
            if m.start() > 0 and _is_photo(text, m, last):
                return m.start()
    m2 = label.search(text, from_) if text.find(":", from_) >= 0 else None
    return m2.start() if m2 else None


def _may_end_in_credit(text: str) -> bool:
    """Tell cheaply whether a line may end in a credit: most paragraphs have no sign of one near their end."""
    return bool(text) and (
        text[-1] in ")]"
        or (text[-1].isalnum() and bool(_STOP.search(text, max(0, len(text) - 60))))
        or text.find("/", -TAIL) >= 0
        or bool(_SIGN.search(text, max(0, len(text) - 75)))
    )


def _is_photo(text: str, m: re.Match[str], last: bool) -> bool:  # noqa: PLR0911  (one rule a line)
    by, photo = m["by"], m["photo"] or (_photo_words().search(m["agency"]) is not None)
    slash = "/" in (m["gap"] or "")
    if (
        m["bare"] is not None and photo and not slash and text[: m.start()].rstrip()[-1:] in ".)"
    ):  # "... 2019. Dok. Name"
        return by is not None and len(by.split()) <= 5 and all(w[0].isupper() for w in by.split())
    if m["bare"] is not None:  # "... ANTARA FOTO/Name", no bracket before it
        return (
            slash
            and by is not None
            and (by[:1].isupper() or by[:1] == "@")
            and (bool(photo) or _not_outlets(by))
        )
    if m["dash"] and by is None and last and _SENTENCE_END.search(text[: m.start()]):
        return False  # "... a statement. - Bernama": the report's own credit
    if m["bracket"] and photo and by is not None and by[:1].isupper():
        return True
    if m["dash"]:
        return by is None or slash
    if by is None:
        ends_sentence = bool(_SENTENCE_END.search(text[: m.start()]))
        return bool(photo) or (bool(m["bracket"]) and not ends_sentence and len(text) < 250)
    if not _not_outlets(by) or not any(c.isupper() or c == "@" for c in by):
        return False
    if photo or _photo_words().match(by):
        return True
    report = last and m["bracket"] and _SENTENCE_END.search(text[: m.start()])
    return bool(m["gap"].strip()) and not report


def _not_outlets(by: str) -> bool:
    """Tell a photographer from a list of outlets, which is the credit of a report: (Antara/Reuters/BBC)."""
    return not all(lookup(part.strip(" .)")) for part in by.split("/"))


def mark(rows: list[Row]) -> None:
    """Give captions their role."""
    prose = [i for i, row in enumerate(rows) if row.prose]
    final = prose[-1] if prose else -1
    for i, row in enumerate(rows):
        if row.role is None and credit_at(row.text, last=i >= final) is not None:
            row.be("caption", "pages/photo_credit")
    _mark_doubled(rows)


def _mark_doubled(rows: list[Row]) -> None:
    """Mark lines printed twice: the text of a picture, once with its credit and once without."""
    for a, b in pairwise(rows):
        short, long = (a, b) if len(a.text) <= len(b.text) else (b, a)
        if len(short.text) < DOUBLED or not long.text.startswith(short.text.rstrip(".")):
            continue
        if long.role is None and _TAIL_ONLY.match(long.text, len(short.text.rstrip("."))):
            long.be("caption", "pages/doubled")
        if long.role == "caption" and short.role is None:
            short.be("caption", "pages/doubled")
        elif a.role is None and b.role is None and a.prose and a.text == b.text:
            b.be("furniture", "pages/doubled")
