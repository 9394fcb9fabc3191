"""Names -> office-holders: the usual name and the state of a person, by name, office and day.

In: a name as written, what the article says of the person, the day.
Out: the holder's term in the knowledge files, or None.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

from kawat.knowledge.holders import holders
from kawat.knowledge.model import Holder

#: Press use lets one title stand for another: a chancellor is a prime minister, a leader may be any of these.
HEADS = frozenset({"president", "prime_minister", "monarch", "leader", "crown_prince"})
RULERS = (
    frozenset({"president", "prime_minister", "leader"}),
    frozenset({"monarch", "crown_prince", "leader"}),
)
#: Least likeness (0..100) of two spellings of one full name; "Sergey Lavrov", "Sergei Lavrov" have 92.
ALIKE = 85
PART_ALIKE = 50  # the same of one part of it; "un" and "nam" have 40


def fold(name: str) -> str:
    """Return a name in lower case without accents, hyphens and full stops."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ").replace(".", " "))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())


def find(
    name: str, code: str | None, office: str | None, day: str, near: Iterable[str] = ()
) -> Holder | None:
    """Return the holder of that name, or None where there is none or the name could be several people's.

    `code` and `office` are what the article says of the person; `near` are states that the article speaks of. A single
    name ("Scholz") counts only with an office or a state, or where it is an alias of one person.
    """
    folded = fold(name)
    if not folded:
        return None
    exact = [h for h in _by_name().get(folded, ()) if code in (None, h.country)]
    if exact:
        in_office = [h for h in exact if _same_office(h.office, office)]
        return _nearest(in_office or exact, office, day)
    if code is None and office is None:
        return None
    fit = [h for h in _by_part().get(folded.split()[-1], ()) if _fits(h, folded, code, office)]
    fit += [
        h for h in _by_part().get(folded.split()[0], ()) if _fits(h, folded, code, office) and h not in fit
    ]
    serving = [h for h in fit if _distance(h, day) <= 1]
    serving = serving or (fit if code else [h for h in fit if h.country in set(near)])
    if len({h.person for h in serving}) > 1:
        serving = [h for h in serving if h.country in set(near)] or serving
    if not serving or len({h.country for h in serving}) > 1:
        return None
    return _nearest(serving, office, day)


def _fits(h: Holder, folded: str, code: str | None, office: str | None) -> bool:
    if code is not None and h.country != code:
        return False
    if code is None and not _same_office(h.office, office):
        return False
    if " " not in folded:
        return _called(folded, h)
    return any(same_name(folded, fold(n)) for n in (h.person, *h.aliases))


def _called(name: str, h: Holder) -> bool:
    """Tell whether one name can stand for the holder: first or last of the usual one ("Yoon", "Biden"), or an alias."""
    usual = fold(h.person).split()
    return name in (usual[0], usual[-1]) or any(name in (fold(a), fold(a).split()[-1]) for a in h.aliases)


def _same_office(held: str, said: str | None) -> bool:
    return held == said or any(held in r and said in r for r in RULERS)


def same_name(said: str, full: str) -> bool:
    """Tell whether a shorter or differently spelt name can be the full one's."""
    mine, theirs = said.split(), full.split()
    if set(mine) <= set(theirs) or (len(mine) > 1 and set(theirs) <= set(mine)):
        return True
    if len(mine) == 1:
        return False
    if mine[-1] == theirs[-1] and mine[0][0] == theirs[0][0]:
        return True
    return fuzz.token_sort_ratio(said, full) >= ALIKE and _alike_by_part(mine, theirs)


def _alike_by_part(mine: list[str], theirs: list[str]) -> bool:
    """Tell whether no part differs wholly: brothers may share all parts of their names but one."""
    if len(mine) != len(theirs):
        return True
    return any(
        all(fuzz.ratio(a, b) >= PART_ALIKE for a, b in zip(x, y, strict=True))
        for x, y in ((mine, theirs), (sorted(mine), sorted(theirs)))
    )


def _nearest(found: list[Holder], office: str | None, day: str) -> Holder:
    return min(found, key=lambda h: (_distance(h, day), h.office != office, h.since, h.person))


def _distance(h: Holder, day: str) -> int:
    """Return how many years lie between the term and the day; 0 within the term."""
    year = int(day[:4])
    end = h.until or h.seen or "9999"
    return max(int(h.since[:4]) - year, year - int(end[:4]), 0)


@cache
def _by_name() -> dict[str, list[Holder]]:
    out: dict[str, list[Holder]] = {}
    for h in holders():
        for name in dict.fromkeys(fold(n) for n in (h.person, *h.aliases)):
            out.setdefault(name, []).append(h)
    return out


@cache
def _by_part() -> dict[str, list[Holder]]:
    out: dict[str, list[Holder]] = {}
    for h in holders():
        for part in dict.fromkeys(p for n in (h.person, *h.aliases) for p in fold(n).split() if len(p) > 2):
            out.setdefault(part, []).append(h)
    return out
