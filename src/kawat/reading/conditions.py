"""Whose deed a threat or a promise makes its own depend on: "will hit back if Peru attacks", "to any Peruvian raid".

In: the `Site` of a trigger, the parties that act.
Out: whoever would do it; empty where no such deed is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.reading.acts import PHYSICAL
from kawat.reading.mentions import Side
from kawat.reading.site import Site
from kawat.reading.structure import Clause


def in_condition(site: Site, mine: set[str]) -> list[Side]:
    """Return of whose act a threat or a promise makes its own depend: "mengancam akan pergi jika Peru ..."."""
    rows = _said(site)
    subjects = (c.subj for c in site.clauses if c.link == "if" and c.parent in rows and c.own_subj)
    return [s for subj in subjects if subj is not None for s in subj.sides if s.code not in mine]


def deed_met(site: Site, mine: set[str]) -> list[Side]:
    """Return whose deed is to be met: "made clear that Chile would respond to any Peruvian attack on Ecuador"."""
    for clause in _said(site)[1:]:
        for owner, deed in _owned(clause):
            if deed & PHYSICAL:
                return [s.faceless() for s in owner if s.code not in mine]
    return []


def _owned(clause: Clause) -> Iterator[tuple[list[Side], frozenset[str]]]:
    """Yield who stands before each noun of a deed as its owner, words between them passed over."""
    owner: list[Side] = []
    for x in clause.items:
        if x.kind == "actor":
            owner = list(x.sides) if x.role == "of" or x.owner else []
        elif x.kind == "noun" and owner:
            yield owner, frozenset(x.types)
        elif x.kind not in ("word", "adverb"):
            owner = []


def _said(site: Site) -> list[Clause]:
    """Return the trigger's clause, then what it says: "made clear that ..."."""
    return [site.clause, *site.below("comp", "serial", "purpose")]
