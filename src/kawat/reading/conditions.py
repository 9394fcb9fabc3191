"""Whose act a threat or a promise depends on: "will strike back if Peru ...", "will respond to Peru's raids".

In: the `Site` of a trigger, the parties that act.
Out: who would do that act; nobody where the sentence does not say.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL
from kawat.reading.mentions import Side
from kawat.reading.site import Site


def answered_by_threat(site: Site, mine: set[str]) -> list[Side]:
    """Return of whose act a threat or a promise makes its own depend: "mengancam akan pergi jika Peru ..."."""
    below = [c for c in site.below("comp") if c.subj is not None and c.subj.codes & mine]
    ifs = (c for c in site.clauses if c.link == "if" and (c.parent is site.clause or c.parent in below))
    subjects = (c.subj for c in ifs if c.own_subj and c.subj is not None)
    return [s for subj in subjects for s in subj.sides if s.code not in mine]


def doer_answered(site: Site, mine: set[str]) -> list[Side]:
    """Return who does the deed that a threat would answer: "will respond to any further Peruvian raids on Chile"."""
    if site.type != "THREATEN":
        return []
    at = next((k for k, x in enumerate(site.behind) if x.kind == "prep" and x.role == "to"), None)
    owner = None
    for x in site.behind[at + 1 :] if at is not None else []:
        if x.kind in ("verb", "prep"):
            return []
        if x.kind == "actor":
            owner = x
        if x.kind == "noun" and x.types & PHYSICAL:
            return [s.faceless() for s in owner.sides if s.code not in mine] if owner is not None else []
    return []
