"""What stands before the first words of a story: "JAKARTA, KOMPAS.com - ", "RIYADH, Nov. 24, 2020 - "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from kawat.knowledge import places, states
from kawat.knowledge.outlets import key, lookup

#: The dash stands within so many characters.
MOST = 80

_DASH = re.compile(r"\s?(--|[-–—:]|\|)\s*")
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|info|my|sg|uk|au)$", re.IGNORECASE)
_PART = re.compile(r"[^,()\[\]/|]+")
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_PLACE_AFTER = re.compile(r"[^\W\d_a-z][A-Z .'’-]{2,30}(?:, [A-Z .'’-]{2,30})?\.\s+(?=[\"“A-Z])")
_ALONE = re.compile(r"([^\W\d_](?:[^\s]|\s(?!\s)){1,50}?)\s*(?:--|[-–])$")
_AGAIN = re.compile(r"\s[-–—]+\s")
#: A day, or a part of one between commas: "Nov. 24", "24 November 2020", "24/11/2020", "2020".
_DAY = re.compile(
    r"(?:[^\W\d_]{3,9}\.?\s)?\d{1,2}(?:\s[^\W\d_]{3,9}\.?)?(?:\s(?:19|20)\d\d)?$"
    r"|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|(?:19|20)\d\d$"
)


class Prefix(msgspec.Struct, frozen=True):
    """The opening before a story's first words."""

    end: int  # offset into the line of the story's first word
    outlet: str | None  # as written
    place: str | None
    dated: bool = False  # a day stands in it


def heads(text: str, start: int) -> Iterator[tuple[str, str]]:
    """Yield (what stands before a dash, what stands behind it) for the dashes that may end an opening."""
    for m in _DASH.finditer(text, start, start + MOST):
        if m.start() - start > 1 and m[1] != ":":
            yield text[start : m.start()], text[m.end() :]
        if m.group().strip() != m.group() and m[1] != "|":
            return


def parts_of(head: str) -> list[str]:
    """Split an opening at its commas, brackets and bars."""
    return [p.strip() for p in _PART.findall(head) if p.strip()]


def prefix(text: str, start: int, *, first: bool, own: frozenset[str] = frozenset()) -> Prefix | None:
    """Read the opening of a paragraph, or None.

    `first`: the paragraph is the first of the story, where a place alone ("JAKARTA - ") may open it.
    `own`: what the page calls itself, as the outlets' `key` writes it.
    """
    for m in _DASH.finditer(text, start, start + MOST):
        head = text[start : m.start()]
        if not head or len(head) < 2:
            continue
        rest = text[m.end() :]
        found = _read(head, m, rest, first, own)
        if found:
            return found
        if m.group().strip() != m.group() and m[1] != "|":  # a dash with space ends what may be an opening
            return None
    return None


def _read(head: str, dash: re.Match[str], rest: str, first: bool, own: frozenset[str]) -> Prefix | None:
    parts = parts_of(head)
    if not parts or len(parts) > 5 or not rest:
        return None
    days = [p for p in parts if p[-1].isdigit() and _DAY.match(p)]
    parts = [p for p in parts if p not in days] if days else parts
    outlet = next((p for p in reversed(parts) if _is_outlet(p, own)), None)
    places = [p for p in parts if p != outlet and _is_place(p)]
    colon = dash[1] == ":"
    if colon and first and head.isupper() | bool(days) and len(parts) <= 2 and parts and is_place(parts[0]):
        agency = next(
            (p for p in parts[1:] if _is_outlet(p, own)), None
        )  # "BANGKOK: ", "NEW YORK (Jan 17): "
        known = len(parts) == 1 or agency is not None
        capital = rest[0].isupper() or rest[0] in "\"“'‘"
        return Prefix(dash.end(), agency, parts[0], bool(days)) if known and capital else None
    if dash[1] == "|" and _AGAIN.search(rest[:MOST]):  # "JAKARTA | KOMPAS.com - "
        return None
    if outlet is None:
        return _place_only(head, dash, rest, parts, bool(days)) if first and not colon and parts else None
    if colon or (len(parts) == 1 and not _may_stand_alone(outlet, dash)):
        return None
    end = dash.end()
    after = _PLACE_AFTER.match(rest) if not places else None
    if after:
        places = [after.group().strip().rstrip(".")]
        end += after.end()
    return Prefix(end, outlet, places[0] if places else None, bool(days))


def _is_outlet(part: str, own: frozenset[str]) -> bool:
    if bool(HOST.match(part)) or (part[0].isupper() and lookup(part) is not None):
        return True
    return bool(own) and key(part) in own


def _may_stand_alone(outlet: str, dash: re.Match[str]) -> bool:
    """Tell an outlet that opens a story from one that a sentence begins with: "Reuters-affiliated"."""
    return bool(HOST.match(outlet)) or outlet.isupper() or dash.group()[0].isspace() or dash[1] == "--"


def _is_place(part: str) -> bool:
    words = part.split()
    return 1 <= len(words) <= 4 and words[0][0].isupper() and all(_PLACE_WORD.match(w) for w in words)


def _place_only(head: str, dash: re.Match[str], rest: str, parts: list[str], dated: bool) -> Prefix | None:
    """Read "MOSKOW - " and "Washington - ": capitals throughout, or a few names before a dash with space."""
    if not all(_is_place(p) for p in parts) or not (rest[0].isupper() or rest[0] in "\"“'‘"):
        return None
    spaced = dash.group()[-1].isspace() and (dash.group()[0].isspace() or dash[1] != "-")
    letters = "".join(parts).replace(" ", "")
    if not spaced or _AGAIN.search(rest[:120]):
        return None
    shouted = letters.isupper() and len(letters) > 3
    named = (
        len(parts) <= 2 and all(w[0].isupper() for p in parts for w in p.split()) and len(head.split()) <= 3
    )
    if shouted or named or dated:
        return Prefix(dash.end(), None, parts[0], dated)
    return None


def is_host(word: str) -> bool:
    """Tell a domain name of a site: "PageSix.com"."""
    return bool(HOST.match(word))


def opening_line(text: str) -> bool:
    """Tell an opening that stands in a line by itself: "Jakarta -", "Suara.com -"."""
    m = _ALONE.match(text)
    parts = parts_of(m[1]) if m else []
    outlets = [p for p in parts if _is_outlet(p, frozenset())]
    places = [p for p in parts if p not in outlets]
    short = bool(outlets) or all(p.isupper() or (text[-1] == "-" and " " not in p) for p in places)
    return bool(parts) and short and all(_is_place(p) for p in places)


@cache
def _places() -> frozenset[str]:
    towns = (ns for c in places.places() for ns in c.names.values())
    lands = (ns for s in states.states().values() for ns in (*s.names.values(), *s.capitals.values()))
    return frozenset(n.casefold() for ns in (*towns, *lands) for n in ns if len(n) > 3)


def is_place(part: str) -> bool:
    """Tell a city, region or state that the project knows."""
    return part.casefold().strip(" .") in _places()


def host_label(name: str) -> str:
    """Return what names the site in a domain ("KABARNUSA" of "KABARNUSA.co.id"), or the name itself."""
    return name.removeprefix("www.").partition(".")[0] if HOST.match(name) else name
