"""Who did what an act of words speaks of: "condemned the attack", "The agreement was hailed by Peru".

In: the `Site` of a trigger, the parties that act, the article's memory.
Out: who last did such a deed, without their people; none where nothing points back to one. `remember` is the other
half: it notes what later sentences may mean.
"""

from __future__ import annotations

from kawat.reading.acts import BLAMING, PHYSICAL
from kawat.reading.befalling import BEFALLING
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.model import MUTUAL
from kawat.reading.site import Site
from kawat.reading.sparing import spared
from kawat.reading.structure import Item

#: Kinds that say nothing of what an answer answers.
PASSED = frozenset({"adverb", "mark", "aux", "time"})
#: Kinds of what an act of words speaks of, and of what ends that.
DEED_OR_END = frozenset({"noun", "verb", "prep", "comma"})
#: What else a noun of one type may point back to: "the agreement" was signed, "the truce" agreed.
ALIKE = {
    "AGREE": ("SUPPORT",),
    "SUPPORT": ("AGREE",),
    "CONCEDE": ("AGREE", "RETREAT"),
    "RETREAT": ("AGREE", "SUPPORT"),
}


def doer_meant(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return who last did the deed that the act speaks of: "mengecam serangan itu", "condemned the attack"."""
    if site.item.kind != "verb":
        return []
    row = site.before if site.trigger.voice == "passive" else site.behind
    told = [x for x in row if x.kind not in PASSED]
    ends = [x for x in row if x.kind in DEED_OR_END or "answered" in x.classes]
    if site.type == "SUPPORT" and ends and ends[0].role == "during":
        ends = ends[1:]  # "menyambut hasil perundingan"
    deed = ends[0] if ends and (ends[0].kind == "noun" or "answered" in ends[0].classes) else None
    if deed is None or deed not in told[:2]:
        return []
    types = sorted({u for t in deed.types for u in (t, *ALIKE.get(t, ()))})
    did = next((memory.deeds[t] for t in types if memory.deeds.get(t)), [])
    the = any("definite" in x.classes for x in row[: row.index(deed)])
    if not did and "answered" in deed.classes and (site.type != "REJECT" or the):
        did = memory.deed  # but "menolak langkah itu" answers whoever spoke, not who acted
    if codes(did) & mine:
        return []  # who condemns an attack means another than his own
    # "mengecam serangan ke Peru": the one told before
    again = bool(spared(site) & {s.code for t in deed.types for s in memory.reached.get(t, ())})
    return [s.faceless() for s in did if s.code not in mine and (again or _is_pointed(site, row, deed))]


def _is_pointed(site: Site, row: list[Item], deed: Item) -> bool:
    """Tell whether what an act of words speaks of is a deed told before: "the attack", "serangan itu"."""
    at = row.index(deed)
    if any("anaphor" in x.classes for x in row[at + 1 : at + 3]):
        return True
    if any("definite" in x.classes for x in row[:at]) or (site.type == "SUPPORT" and deed.types & MUTUAL):
        return True
    return any(t.frame.patient for t in deed.triggers)  # "mengecam pembunuhan Rojas": told by whom


def remember(type_: str, actors: list[Side], recipients: list[Side], memory: Memory) -> None:
    """Note who had to do with whom, who blamed whom, and who holds or harms whom."""
    for side in (*actors, *recipients):
        others = recipients if side in actors else actors
        if others:
            memory.against[side.code] = list(others)
        if others and type_ == "ASSAULT":
            memory.foes[side.code] = list(others)
    if type_ == "ASSAULT" and recipients:
        memory.fight = [*actors, *recipients]
    if type_ in PHYSICAL and actors:
        memory.doers = list(actors)
    if type_ in BLAMING:
        memory.blamed.update({r.code: list(actors) for r in recipients})
    memory.reached[type_] = [r.faceless() for r in recipients]
    if type_ in BEFALLING and type_ != "CONCEDE" and recipients:
        memory.harmed.update({r.code: list(actors) for r in recipients})
        memory.harm = (list(actors), [r.faceless() for r in recipients])
