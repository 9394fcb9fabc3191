"""Whose land it is where a deed is done: who arrests, expels, receives, shuts out, or fights at a border.

In: the `Site` of a trigger.
Out: the sides of the state whose town, territory or border the clause names; none where it names none.
"""

from __future__ import annotations

from kawat.knowledge.states import states
from kawat.reading.mentions import Side, codes
from kawat.reading.places import place_at
from kawat.reading.site import Site, placed, within

#: Tokens before the two whose border it is: "on the border between".
LED = 4


def where(site: Site) -> list[Side]:
    """Return the state in which somebody is arrested or sentenced: "di Chile, dua warga Peru divonis"."""
    told = placed(site.behind, "at") or placed(site.before, "at")
    told = told or within(site.behind, "at")  # "ditangkap di bandara Lima"
    return [x.faceless() for x in told if x.sort in ("state", "capital")] or of_place(site)


def received(site: Site) -> list[Side]:
    """Return who receives a guest, by where that is: "dipanggil ke Kemlu Peru", "welcomed in Lima"."""
    mine = codes(site.subject())
    found = (placed(site.behind, "to"), within(site.behind, "to", "at"), where(site))
    return next(([x.faceless() for x in sides] for sides in found if codes(sides) - mine), [])


def of_place(site: Site) -> list[Side]:
    """Return the state of the town or region that somebody is arrested in or expelled from: "dideportasi dari Bali"."""
    end = next((k for k, x in enumerate(site.behind) if x.kind == "comma"), len(site.behind))
    for x in (*site.behind[:end], *site.before):
        if x.kind == "prep" and x.role in ("at", "from") and "where" in x.classes:
            where = place_at(site.s, x.j)
            if where is not None and where.country in states():
                return [Side(where.country, None, None, where.start, where.end, where.reason)]
    return []


def shut(site: Site) -> list[Side]:
    """Return the state that somebody may not come into: "truk Chile dilarang masuk ke Peru"."""
    found = (placed(c.items, "to", "obj") for c in site.below("serial", "purpose") if not c.own_subj)
    return next(
        ([x.faceless() for x in sides if x.sort in ("state", "capital")] for sides in found if sides), []
    )


def of_border(site: Site) -> list[Side]:
    """Return whose border it is at which fighting breaks out: "Baku tembak pecah di perbatasan Peru-Chile"."""
    mutual = bool(site.frame.mutual) or site.frame.to == ("with",)
    if site.type != "ASSAULT" or not mutual:
        return []
    below = [x for c in site.below("serial") if c.verb_is("begun") for x in c.items]
    both = (x for x in (*site.behind, *below) if x.kind == "actor" and len(codes(x.sides)) == 2)
    x = next(both, None)
    led = site.s.lows[max(site.item.j, x.i - LED) : x.i] if x is not None else []
    return list(x.sides) if x is not None and not set(led).isdisjoint(site.lex.pack.borders) else []
