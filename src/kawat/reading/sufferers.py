"""Whom force meets, where the trigger's own clause does not name them: "Lima diguncang ledakan saat Chile menyerang".

In: the `Site` of a trigger, the parties that act, the article's memory.
Out: the state or the foe that is meant; none where nothing tells. `sufferers_meant` asks in turn all that may tell.
"""

from __future__ import annotations

from itertools import takewhile

from kawat.knowledge.states import states
from kawat.reading.acts import SPOKEN
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.passives import befalls
from kawat.reading.places import place_at
from kawat.reading.site import REACHING, Site
from kawat.reading.structure import Item
from kawat.reading.unsaid import enemy, raid_before, victim_unsaid

#: Deeds that are told by the town they are done in, and the prepositions that lead it in.
PLACED = {"ASSAULT": ("at", "to"), "AID": ("at", "to"), "RETREAT": ("from",)}
#: What leads in the town that a noun of force is aimed at; it may well be told of others who fell "in" one.
AIMED = ("against", "to")
#: Acts by which a clause tells of no sufferers: who met or spoke when somebody attacked.
OTHERWISE = SPOKEN | {"CONSULT", "SANCTION", "AID", "COOPERATE", "MOBILIZE", "PROTEST"}


def sufferers_meant(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom force meets; also whom help reaches, and whom troops leave.

    Of people of no party the article's fights come first, as where they fell says less: soldiers fall abroad, too. Then
    what the sentence tells, by its towns and the clause above; then whom "itu" points back to; and at last whom a group
    fights anyhow.
    """
    found = victim_unsaid(site, actors, memory) or _struck(site, actors)
    found = found or _told_above(site, actors) or _captives(site, actors, memory)
    return found or _warred_upon(site, actors, memory)


def _struck(site: Site, actors: list[Side]) -> list[Side]:
    """Return the state in which force is used, by its towns too: "Serangan di Lima diklaim kelompok itu".

    So where help goes to, and where troops leave: "mengirim beras ke Lima", "menarik pasukan dari Lima".
    """
    if site.type not in PLACED:
        return []
    mine = codes(actors)
    there = _of_object(site)
    if there is not None and there.code not in mine:
        return [there]
    # "Bom yang diklaim kelompok itu menewaskan 30 orang di Lima"
    outer = site.clause.parent if site.clause.link == "rel" and site.trigger.voice == "passive" else None
    around = (c for c in site.clauses if c is site.clause or c.parent is site.clause or c is outer)
    for x in (y for c in around for y in c.items):
        there = _town(site, x) if x.kind == "prep" else None
        if there is not None and there.code not in mine:
            return [there]
    return []


def aimed_at(site: Site, mine: set[str]) -> list[Side]:
    """Return the state of the town that a noun of force is aimed at: "Peru's raid on Arica", "serangan ke Arica"."""
    behind = list(takewhile(lambda x: x.kind != "verb", site.behind)) if site.type == "ASSAULT" else []
    found = (_town(site, x) for x in behind if x.kind == "prep" and x.role in AIMED)
    return [side for side in found if side is not None and side.code not in mine][:1]


def _town(site: Site, prep: Item) -> Side | None:
    """Return the state of the place that a preposition leads in; "attack on Arica" takes a town, not a state."""
    raid = raid_before(site) or site.item
    aimed = site.type == "ASSAULT" and prep.role == "against" and prep.i > raid.i
    if not aimed and not (prep.role in PLACED[site.type] and "where" in prep.classes):
        return None
    where = place_at(site.s, prep.j)
    if where is None or where.country not in states() or (aimed and where.precision == "country"):
        return None
    return Side(where.country, None, None, where.start, where.end, where.reason)


def _of_object(site: Site) -> Side | None:
    """Return the state of the town right behind a verb of force: "menduduki Kota Arica"."""
    if site.type != "ASSAULT" or site.trigger.voice not in REACHING:
        return None
    where = place_at(site.s, site.item.j)
    if where is None or where.country not in states() or where.precision == "country":
        return None
    return Side(where.country, None, None, where.start, where.end, where.reason)


def _told_above(site: Site, actors: list[Side]) -> list[Side]:
    """Return of whom the clause tells that a deed explains: "Warga Peru mengungsi setelah Chile menembakkan roket"."""
    outer = site.clause.parent
    if site.type != "ASSAULT" or site.clause.link != "sub" or outer is None or outer.types & OTHERWISE:
        return []
    rows = (c for c in site.clauses if c is outer or (c.parent is outer and c.link == "serial"))
    told = {s.code: s for c in rows for x in c.items for s in x.sides if s.code not in codes(actors)}
    people = any(s.person or s.office for s in told.values())
    alone = len(told) == 1 and not people and told.keys() <= states().keys()
    return [s.faceless() for s in told.values()] if alone else []


def _captives(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom a passive befalls that are only pointed at: "Ketiga kapal itu ditangkap KRI Rajawali"."""
    did, met = memory.harm
    pointed = befalls(site) and any("anaphor" in x.classes for x in site.before)
    return [s for s in met if s.code not in codes(actors)] if pointed and codes(actors) <= codes(did) else []


def _warred_upon(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom an armed group fights, of a deed that is said to be its: "Serangan bom itu diklaim Taliban"."""
    if site.type != "ASSAULT" or site.trigger.voice == "noun":
        return []
    mine = codes(actors)
    foes = [s.faceless() for s in memory.foes.get(actors[0].code, []) if s.code not in mine]
    known = enemy(actors[0], mine)
    return (foes or known) if known else []
