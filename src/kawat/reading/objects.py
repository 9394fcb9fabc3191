"""Whom an act reaches where nothing stands right behind its verb: the sides that other clauses and places bring.

In: the `Site` of a trigger.
Out: the sides of its object, of its partner, of its host; empty where the sentence names none.
"""

from __future__ import annotations

from kawat.reading.acts import GOVERNING, PHYSICAL, REPLYING, SPOKEN
from kawat.reading.addressees import (
    goods_from,
    is_said_of_friend,
    those_in,
    where_felt_for,
    where_helped,
)
from kawat.reading.borrowing import told_above
from kawat.reading.conditions import deed_met, in_condition
from kawat.reading.holding import imposed_on
from kawat.reading.meeting import officials_there
from kawat.reading.mentions import Side
from kawat.reading.places import place_at
from kawat.reading.possessing import meets_own
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.sparing import spared, spoken_of
from kawat.reading.structure import Clause, Item

#: The places of whom a governed act is to meet.
MET = ("obj", "against", "to", "of", "with", "for", "from", "between")

#: What ends the object of a verb, and how far behind "by" its party stands.
ENDING = frozenset({"verb", "comma", "that", "quote", "semicolon"})
REACH = 4


def object_of(site: Site) -> list[Side]:
    """Return whom the trigger's act reaches."""
    if meets_own(site):
        return []
    mine = (site.clause.subj.codes if site.clause.subj is not None else set()) | spared(site)
    if site.frame.heard:
        return [s for s in _who_is_to(site) or _subject_below(site, mine) if s.code not in mine]
    direct = _named(site, mine)
    if direct is not None:
        return direct
    near = spoken_of(site)
    if site.frame.each:
        return _visited(site, near, mine) or _described(site, mine)
    if _is_of_victim(site):
        return [s for s in _doer(site) or agent_in_relative(site) if s.code not in mine]
    owner = [s for s in _owner_of_object(near, site.type) if s.code not in mine]  # not "dukungan Peru kepada"
    found = _doer(site) or owner or placed(near, *site.to, "of", "between")
    found = [s for s in found or _subject_below(site, mine) if s.code not in mine]
    found = found or agent_in_relative(site) or goods_from(site, near)
    found = found or _by_its_aim(site, mine)
    found = found or imposed_on(site, mine) or placed(site.before, *site.to) or spoken_with(site, mine)
    return found or officials_there(site, mine) or _described(site, mine)


def _named(site: Site, mine: set[str]) -> list[Side] | None:
    """Return whom the clause names right behind its verb; None: nobody, so that others are looked for."""
    told_of = _subject_below(site, mine) if site.type == "ACCUSE" and "speech" in site.item.classes else []
    threat = site.type == "THREATEN"
    told_of = told_of or (deed_met(site, mine) if threat else [])
    friend = threat and is_said_of_friend(site)
    named = [] if friend else site.first_behind("obj") or those_in(site)
    direct = told_of or [s for s in named if s.code not in mine]
    direct = direct or (in_condition(site, mine) if threat else [])
    return direct if direct or friend else None


def _by_its_aim(site: Site, mine: set[str]) -> list[Side]:
    """Return whom what is helped with, felt for or governed reaches."""
    found: list[Side] = []
    if site.type in ("AID", "AGREE"):
        found = where_helped(site, mine)
    if site.type == "SUPPORT":
        found = where_felt_for(site, mine)
    # "meneken kesepakatan untuk memasok Peru"
    signed = site.type == "SUPPORT" and any("AGREE" in x.types for x in site.behind[:2])
    if not found and (signed or site.type in GOVERNING or site.type == "PROTEST"):
        found = met_by_governed(site, mine) or in_condition(site, mine)
    return found


def _who_is_to(site: Site) -> list[Side]:
    """Return who is to do what is called for: "stressed the need for Peru to open the border"."""
    led = (x for x in site.behind if x.kind == "actor" and x.role == "for" and x.j < len(site.s.words))
    return next((list(x.sides) for x in led if "purpose" in site.s.classes(x.j)), [])


def _visited(site: Site, near: list[Item], mine: set[str]) -> list[Side]:
    """Return whose the place is that somebody visits: "the capital of Peru".

    Of what is somebody's elsewhere, who has it at home: "mengunjungi pabrik Peru di Chile"; at home it is no journey.
    """
    end = (k for k, x in enumerate(near) if x.kind in ("verb", "comma") or x.role == "with")
    roles = (role for role in site.to if role != "with")
    found = placed(near[: next(end, len(near))], *roles, "of", "between")
    town = place_at(site.s, site.item.j) if site.trigger.voice in REACHING else None
    return [x for x in (host(site) or found if found or town else []) if x.code not in mine]


def _described(site: Site, mine: set[str]) -> list[Side]:
    """Return whom a relative tells of that its verb reaches: "Peru, which Chile blames", "a step that Chile hailed"."""
    clause = site.clause
    if clause.described is not None:
        return [s for s in clause.described.sides if s.code not in mine]
    said = site.type in SPOKEN
    bare = not any(x.kind not in ("mark", "comma", "adverb", "time", "prep") for x in site.behind)
    bare = bare or "headless" in clause.led  # "in what Peru called an invasion"
    if not said or not bare or clause.link != "comp" or not clause.own_subj or not clause.thing:
        return []
    return [s for s in told_above(clause) if s.code not in mine]


def spoken_with(site: Site, mine: set[str]) -> list[Side]:
    """Return whom the subject meets or calls to say it: "menelepon Menlu Peru untuk berterima kasih"."""
    contact = site.clause.parent if site.clause.link in ("purpose", "serial") else _beside(site)
    if site.type not in SPOKEN or contact is None or "CONSULT" not in contact.types:
        return []
    return [s for s in placed(contact.items, "obj", "with", "to") if s.code not in mine]


def _beside(site: Site) -> Clause | None:
    """Return the clause before that has the same subject: "menelepon X dan berterima kasih"."""
    at = site.clauses.index(site.clause)
    before = site.clauses[at - 1] if at and site.clause.link == "coord" else None
    return before if before is not None and before.subj is site.clause.subj else None


def _doer(site: Site) -> list[Side]:
    """Return who does the deed that is spoken of: "mengecam serangan terhadap Mali oleh Niger"."""
    if site.type not in SPOKEN:
        return []
    for k, x in enumerate(site.behind):
        if x.kind in ENDING or x.role in ("about", "as"):
            return []
        if x.kind == "prep" and (x.role == "by" or (x.role == "from" and k and _comes(site.behind[k - 1]))):
            return placed(site.behind[k : k + REACH], x.role) if k else []
    return _ruler(site)


def _is_of_victim(site: Site) -> bool:
    """Tell whether what is blamed is a deed told of by whom it killed: "mengecam pembunuhan diplomat Peru".

    Who is arrested may well be of the state that arrests: "mengecam penahanan aktivis Peru".
    """
    first = next(
        (x for x in site.behind if x.kind in ("noun", "actor", "prep", "verb", "word", "comma")), None
    )
    kills = first is not None and any(t.frame.patient and t.frame.type == "ASSAULT" for t in first.triggers)
    return site.type == "ACCUSE" and kills


def _comes(deed: Item) -> bool:
    """Tell whether what stands behind "from" does the deed: "bantuan dari Peru", not "withdrawal from"."""
    return deed.kind == "noun" and bool(deed.types & (SPOKEN | {"AID", "ASSAULT"}))


def _ruler(site: Site) -> list[Side]:
    """Return the state that arrests at home: "mengecam penahanan oposisi di Peru"."""
    first = next((x for x in site.behind if x.kind in ("noun", "actor", "prep")), None)
    inside = first is not None and first.kind == "noun" and "COERCE" in first.types
    owned = any(x.sides and x.role in ("of", "against") for x in site.behind)
    return placed(site.behind, "at") if inside and not owned else []


def _owner_of_object(row: list[Item], type_: str) -> list[Side]:
    """Return whose the object is: "mengecam serangan Mali terhadap Niger", "prihatin atas serangan Mali ke Niger"."""
    for k, x in enumerate(row):
        if type_ == "ACCUSE" and x.role == "against" and row[k + 1 :] and row[k + 1].types & PHYSICAL:
            continue
        aside = x.kind == "prep" and x.role == "at" and not any(y.kind == "actor" for y in row[k + 1 : k + 3])
        if x.kind in ("prep", "verb", "comma") and not aside:
            return []  # not "condemned in the strongest terms Peru's attack"
        if x.kind == "actor" and x.role == "of":
            return [*x.sides, *_beside_owner(row[k + 1 :])]
    return []


def _beside_owner(row: list[Item]) -> list[Side]:
    """Return whose the next of two things is: "freed a Peruvian priest and two Chilean nurses"."""
    at = next((k for k, x in enumerate(row) if x.kind != "word"), len(row))
    if not at or at == len(row) or row[at].kind != "coord":
        return []
    first = next((x for x in row[at + 1 :] if x.kind not in ("adverb", "number")), None)
    owns = first is not None and first.kind == "actor" and (first.owner or first.role == "obj")
    return list(first.sides) if first is not None and owns else []


def agent_in_relative(site: Site) -> list[Side]:
    """Return who does what the object is: "menyesalkan ancaman yang dilontarkan Peru", "a raid staged by Peru"."""
    for c in site.clause.relatives:
        if site.type in PHYSICAL and (c.verb_is("speech") or "AID" in c.types):
            continue  # "merebut apa yang disebut Peru wilayahnya", "with missiles provided by Peru"
        agent = c.agent() if c.nominal and _is_passive(site, c) else None
        sides = list(agent.sides) if agent is not None else placed(c.items, "by") if c.nominal else []
        if sides:
            return sides
    return []


def met_by_governed(site: Site, mine: set[str]) -> list[Side]:
    """Return whom the act is to meet that is threatened, promised or refused: "mengancam akan menyerang Jepang"."""
    for c in site.deeds_below():
        if c.own_subj and not (c.subj is not None and c.subj.codes and c.subj.codes <= mine):
            continue
        for role in MET:
            sides = [s for s in placed(c.items, role) if s.code not in mine]
            if sides:
                return sides
    return []


def _subject_below(site: Site, mine: set[str]) -> list[Side]:
    """Return the subject of the clause that the trigger governs: "mendesak agar China ..."."""
    for c in site.below("comp", "purpose", "serial"):
        named = c.own_subj or (c.link == "comp" and c.subj is not site.clause.subj)
        if named and c.subj is not None and not c.subj.codes <= mine and not _is_passive(site, c):
            return list(c.subj.sides)
        found = placed(c.items, "with", "by") or _partner_below(site, c)
        if found:
            return found
        if c.nominal:
            owner = next((x.sides for x in c.items if x.kind == "actor" and x.role == "of"), None)
            if owner is not None:
                return list(owner)
    return []


def _is_passive(site: Site, clause: Clause) -> bool:
    """Tell whether the clause's verb is passive by its form."""
    shape = site.lex.passive
    return clause.verb is not None and shape is not None and bool(shape.match(clause.verb.low))


def _partner_below(site: Site, clause: Clause) -> list[Side]:
    """Return the partner of a contact asked for, or of what is to be done with somebody: "minta bicara dengan X"."""
    if "CONSULT" in clause.types:
        return placed(clause.items, "obj", "with", "to")
    if not _is_passive(site, clause):
        return []
    return next((p for c in site.clauses if c.parent is clause and (p := placed(c.items, "with"))), [])


def asker(site: Site, mine: set[str]) -> list[Side]:
    """Return who asks the subject to meet: "mengajak X bertemu", "invited X to visit"."""
    outer = site.clause.parent
    if outer is None or site.clause.link not in ("comp", "purpose", "serial") or outer.subj is None:
        return []
    asks = "REQUEST" in outer.types and not outer.nominal
    asked = [] if asks else whose_request(outer, outer.items)
    both = [*outer.subj.sides, *asked] if asks or asked else []
    return [s for s in both if s.code not in mine]


def whose_request(clause: Clause, row: list[Item]) -> list[Side]:
    """Return who asks for what is refused or granted: "menolak permintaan Peru untuk bertemu", "Peru's request"."""
    for k, x in enumerate(row):
        wished = x.kind == "mod" and "proposed" in x.mods and k and row[k - 1].kind == "actor"
        if wished and clause.verb in row[:k] and clause.types & REPLYING:
            return list(row[k - 1].sides)  # "rejected Peru's request for a meeting"
        if clause.answers(x):
            owner = row[k - 1] if k and row[k - 1].owner else None
            return list(owner.sides) if owner is not None else placed(row[k + 1 :], "of", "from")
    return []


def host(site: Site) -> list[Side]:
    """Return the state, or that of the city, that a traveller reaches: "mendarat di Honolulu", "visited Geneva"."""
    into = site.trigger.voice in REACHING or site.item.low.split()[-1] in site.lex.pack.place_prepositions
    for item in [site.item] * into + site.behind:
        leads = item.kind == "prep" and item.role in ("to", "at") and "where" in item.classes
        if item is site.item or leads:
            where = place_at(site.s, item.j)
            if where is not None and where.country is not None:
                return [Side(where.country, None, None, where.start, where.end, where.reason)]
        if item.kind == "actor" and item.role == "at":
            return [s.faceless() for s in item.sides if s.sort in ("state", "capital")]
    return []
