"""Whose deed a threat or a promise makes its own depend on: "will hit back if Peru attacks", "to any Peruvian raid".

In: the `Site` of a trigger, the parties that act.
Out: whoever would do it; empty where no such deed is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kawat.reading.acts import PHYSICAL
from kawat.reading.mentions import Side, codes
from kawat.reading.site import Site, placed
from kawat.reading.structure import Clause, Item


def in_condition(site: Site, mine: set[str]) -> list[Side]:
    """Return of whose act a threat or a promise makes its own depend: "mengancam akan pergi jika Peru ..."."""
    rows = _said(site)
    subjects = (c.subj for c in site.clauses if c.link == "if" and c.parent in rows and c.own_subj)
    return [s for subj in subjects if subj is not None for s in subj.sides if s.code not in mine]


def deed_met(site: Site, mine: set[str]) -> list[Side]:
    """Return whose deed is to be met: "made clear that Chile would respond to any Peruvian attack on Ecuador"."""
    for items in (_led_to(site), *(c.items for c in _said(site)[1:])):
        for owner, deed in _owned(items):
            if deed & PHYSICAL:
                return [s.faceless() for s in owner if s.code not in mine]
    return []


def _led_to(site: Site) -> list[Item]:
    """Return what "to" leads in behind the trigger: "would respond, with its allies, to any Peruvian attack"."""
    to = (k for k, x in enumerate(site.behind) if x.kind == "prep" and x.role == "to")
    return site.behind[next(to, len(site.behind)) :]


def _owned(items: Sequence[Item]) -> Iterator[tuple[list[Side], frozenset[str]]]:
    """Yield who stands before each noun of a deed as its owner, words between them passed over."""
    owner: list[Side] = []
    for x in items:
        if x.kind == "actor":
            owner = list(x.sides) if x.role == "of" or x.owner else []
        elif x.kind == "noun" and owner:
            yield owner, frozenset(x.types)
        elif x.kind not in ("word", "adverb"):
            owner = []


def _said(site: Site) -> list[Clause]:
    """Return the trigger's clause, then what it says: "made clear that ..."."""
    return [site.clause, *site.below("comp", "serial", "purpose")]


def tells_of_another(site: Site) -> bool:
    """Tell whether what the verb says is another's deed: "warned that Peru was arming", "that Peru's raids go on"."""
    said = next(site.below("comp", "quote"), None)
    if said is None or site.first_behind("obj") or site.clause.subj is None:
        return False
    row = list(takewhile(lambda x: x.kind not in ("verb", "mod", "aux"), said.items))
    named = said.own_subj and said.subj is not None and said.subj.kind == "named"
    owner = placed(row, "of", "between") if said.nominal else []
    who = said.subj.codes if named and said.subj is not None else codes(owner)
    return bool(who) and not who & site.clause.subj.codes
