"""Who sought a contact: who called or wrote to whom, who visited whom.

A contact has no order of sides of its own, and a report names first whom its text does. Only a telling in which
one side acts upon the other says who sought it: of a visit, the frame that the report was read with; of a
call or a letter, that the word of the frame stands between the two sides ("X called Y", not "X and Y spoke").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kawat.linking.model import Disagreement
from kawat.linking.names import fold
from kawat.linking.sources import Key
from kawat.linking.values import agreeing, clashing, gather
from kawat.reading.model import Party, Report

#: Frames of contacts (their names are those of every language) in which the actor goes to the other side,
#: in which the actor receives it, and in which the actor has it come.
_GOES = frozenset({"visit", "arrive", "travel"})
_RECEIVES = frozenset({"receive", "host"})
_SUMMONS = frozenset({"summon"})
#: Modes in which one side reaches the other from afar.
_FROM_AFAR = frozenset({"phone", "letter"})
_FRAME = re.compile(r"[a-z]+/(?:frames|cues)/consult\.([a-z]+)#(.+)")
#: Letters of a word that its forms have in common: "call", "called".
_STEM = 4


def initiative(reports: list[Report], names: Mapping[Key, str]) -> Disagreement | None:
    """Compare who sought the contact, as the reports tell it; values are codes of the side that did."""
    field = gather("initiative", reports, names, lambda r: [s] if (s := _seeker(r)) else [])
    if len(field.given) < 2 or len({names[r.article, r.id] for by in field.given.values() for r in by}) < 2:
        return None
    if any(r.mode in _FROM_AFAR for by in field.given.values() for r in by):
        return agreeing(field, "contradiction", "other sides sought it, by the order as told", "order")
    return clashing(field, "other sides sought it", field.clashes())


def _seeker(r: Report) -> str | None:
    """Return the codes of the side that sought the contact; None where the report does not tell."""
    actors, recipients = _codes(r.actors), _codes(r.recipients)
    if r.type != "CONSULT" or not actors or not recipients or set(actors) & set(recipients):
        return None
    frame, word = next((m.groups() for reason in r.reasons if (m := _FRAME.fullmatch(reason))), ("", ""))
    if r.mode == "in-person" and frame in _GOES | _SUMMONS:
        return ", ".join(actors)
    if r.mode == "in-person" and frame in _RECEIVES:
        return ", ".join(recipients)
    if r.mode in _FROM_AFAR and _between(r, word):
        return ", ".join(actors)
    return None


def _codes(side: tuple[Party, ...]) -> list[str]:
    return sorted({p.country for p in side})


def _between(r: Report, word: str) -> bool:
    """Tell whether a word stands between the sides, in one of the sentences that prove the report."""
    one, other = sorted((p.start, p.end) for p in (r.actors[0], r.recipients[0]))
    stem = fold(word)[:_STEM]
    for quote in r.evidence:
        if stem and quote.start <= one[0] and other[1] <= quote.end:
            gap = quote.quote[one[1] - quote.start : max(one[1], other[0]) - quote.start]
            return any(w.startswith(stem) for w in fold(gap).split())
    return False
