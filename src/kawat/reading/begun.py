"""Fights, truces and sanctions told by when they began: "gencatan senjata yang berlaku sejak Mei".

In: the `Site` of a trigger noun, the article's memory.
Out: whether the words behind it say so, which makes it a fact whatever the clause says of it; who fights whom.
"""

from __future__ import annotations

from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.nouns import by_relative
from kawat.reading.owning import Pair, beside
from kawat.reading.site import Site, placed
from kawat.reading.structure import Clause

#: Deeds that last, and are spoken of by when they began.
LASTING = frozenset({"ASSAULT", "RETREAT"})
#: What may stand between the noun and its relative: "serangan terhadap Peru yang dimulai ...".
BETWEEN = frozenset({"word", "prep", "actor", "adverb", "number", "mark", "rel", "comma"})


def is_dated(site: Site) -> bool:
    """Tell whether it is said of a noun since when it is: "perang yang pecah pada Mei"."""
    if site.trigger.voice != "noun" or site.type not in LASTING or "denied" in site.item.mods:
        return False
    if any(_dates(c) and _describes(c, site) for c in site.clauses if c.link == "rel" and c.items):
        return True
    # "gencatan senjata dengan Peru tercapai pada Mei", whose is not said
    verb = site.clause.verb
    of_itself = verb is not None and verb.i > site.item.i and _dates(site.clause) and bool(site.frame.mutual)
    own, other = beside(site) if of_itself else ([], [])
    return bool(other) and not own


def _dates(clause: Clause) -> bool:
    """Tell whether a clause says since when, of what has come."""
    begun = any("begun" in x.classes for x in clause.items)
    return begun and not clause.mods and any(x.kind == "time" for x in clause.items)


def _describes(clause: Clause, site: Site) -> bool:
    """Tell whether a relative follows the noun, past whom it meets."""
    first = clause.items[0].i
    row = (x for c in site.clauses for x in c.items if site.item.i < x.i < first)
    return first > site.item.i and all(x.kind in BETWEEN for x in row)


def dated_sides(site: Site, memory: Memory) -> Pair:
    """Return who fights whom, or no longer does: as the noun says, its sentence, or the fight told last."""
    own, other = beside(site)
    led = by_relative(site)
    if (site.frame.mutual and not led[0]) or (len(codes(own)) > 1 and not other):
        both = _both(site, [*own, *other], memory)
        return both, list(both)
    own, other = own or led[0], other or led[1]
    if bool(own) == bool(other):
        return own, other
    foes = _foes(own or other, memory)
    if own:
        site.explicit = False
        return (own, foes) if foes else ([], [])
    subject = [s.faceless() for s in site.subject() if s.code not in codes(other)]
    return foes or subject, other


def imposed(site: Site, memory: Memory) -> Pair:
    """Return who imposed what comes into force, and on whom: "Tarif atas produk Peru mulai berlaku pada Mei"."""
    verb = site.clause.verb
    if site.type != "SANCTION" or site.trigger.voice != "noun" or verb is None or "begun" not in verb.classes:
        return [], []
    own, other = beside(site)
    if own or not other or verb.i < site.item.i:
        return [], []
    return [s.faceless() for s in memory.deeds.get("SANCTION", []) if s.code not in codes(other)], other


def _foes(sides: list[Side], memory: Memory) -> list[Side]:
    """Return whom the first of these last fought, but none of these."""
    mine = codes(sides)
    return [f.faceless() for s in sides[:1] for f in memory.foes.get(s.code, []) if f.code not in mine]


def _both(site: Site, named: list[Side], memory: Memory) -> list[Side]:
    """Return the two who fight: as named, else the two that blame each other for it, else those who fought last."""
    row = sorted((x for c in site.clauses for x in c.items), key=lambda x: x.i)
    named = placed(row, "between") or named
    if len(codes(named)) > 1:
        return [s.faceless() for s in named]
    told = _once([s for x in row for s in x.sides]) if named else _blaming(site)
    if len(told) == 2:
        return told
    site.explicit = False
    return [*named, *_foes(named, memory)] if named else [s.faceless() for s in memory.fight]


def _blaming(site: Site) -> list[Side]:
    """Return those who blame each other for breaking it: "Peru menuduh Chile melanggar gencatan senjata"."""
    for c in site.clauses:
        if "ACCUSE" in c.types and c.subj is not None:
            blamed = c.object()
            below = [
                x.subj.sides for x in site.clauses if x.parent is c and x.subj is not None and x.own_subj
            ]
            met = blamed.sides if blamed is not None else [s for sides in below for s in sides]
            return _once([*c.subj.sides, *met])
    return []


def _once(sides: list[Side]) -> list[Side]:
    return list({s.code: s.faceless() for s in sides}.values())
