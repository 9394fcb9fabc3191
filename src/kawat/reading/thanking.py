"""Who gave help, and to whom, where it is told by who gives thanks for it: "thanked Peru for the tents it has sent".

In: the `Site` of a trigger of help.
Out: whoever is thanked, and whoever thanks; nobody where no word of thanks leads to the help.
"""

from __future__ import annotations

from kawat.reading.mentions import Side, codes
from kawat.reading.owning import Pair, beside
from kawat.reading.site import Site, placed
from kawat.reading.structure import Clause, Item

#: Kinds that end the way from thanks to what they are for.
ENDING = frozenset({"semicolon", "quote"})


def thanked(site: Site) -> Pair | None:
    """Return who helped and who was helped; None where nobody is thanked for it."""
    found = _thanks(site) if site.type == "AID" else None
    if found is None:
        return None
    clause, way = found
    thankers = clause.subj.sides if clause.subj is not None and not clause.nominal else []
    own = placed(way, "obj", "to") or _giver(site, thankers)
    if not own or not thankers or codes(own) & codes(thankers):
        return None
    reached = site.to if site.trigger.voice == "noun" else ("obj", *site.to, "of")
    other = [x for x in placed(site.behind, *reached) if x.code not in codes(own)]  # "for its aid to Chile"
    return [x.faceless() for x in own], other or [x.faceless() for x in thankers]


def _giver(site: Site, thankers: list[Side]) -> list[Side]:
    """Return whose the help is: "grateful for Peru's help", "for the tents that Peru has sent"."""
    if site.trigger.voice == "noun":
        return beside(site)[0]
    subject = site.clause.subj
    named = site.clause.own_subj and subject is not None and subject.kind != "neuter"
    sides = subject.sides if named and subject is not None else []
    return [] if codes(sides) & codes(thankers) else sides


def _thanks(site: Site) -> tuple[Clause, list[Item]] | None:
    """Return the clause of the thanks, and what stands between them and the help, where "for" leads on to it."""
    for clause in site.clause.up():
        before = [x for x in clause.items if x.i < site.item.i]
        at = next((k for k in range(len(before) - 1, -1, -1) if _is_thanks(site, before[k])), None)
        if at is None:
            continue
        way = before[at + 1 :]
        led = any(x.kind == "prep" and x.role == "for" for x in way) or _leads(site, before[at])
        return (clause, way) if led and all(x.kind not in ENDING for x in way) else None
    return None


def _is_thanks(site: Site, item: Item) -> bool:
    return any(word in site.lex.pack.thanking for word in item.low.split())


def _leads(site: Site, item: Item) -> bool:
    """Tell whether the words of thanks end in "for" themselves: "expressed his appreciation for"."""
    return item.low.rpartition(" ")[2] in site.lex.pack.prepositions.get("for", ())
