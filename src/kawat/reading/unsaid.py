"""Whom an act reaches where its clause names only who acts: "Boko Haram menewaskan ribuan orang".

In: the `Site` of a trigger, the sides found so far, the article's memory.
Out: the sides that are meant, without their people; none where the article gives no ground. So also who acts where only
his troops or his paper are said to. Of passives, whose agent is left out, `passives` tells.
"""

from __future__ import annotations

from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.reading.acts import FORCE, SPOKEN
from kawat.reading.mentions import OFTEN, Memory, Side, codes, told_most
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.structure import Clause, Item

#: Acts that reach the other state of which an article tells, where they name nobody.
DEALT = frozenset({"AID", "SANCTION"})
#: Kinds that end the object of a verb.
ENDING = frozenset({"comma", "verb", "coord", "semicolon", "quote", "close"})
#: Acts that an army may be sent for, which meet nobody as a foe.
AIDING = frozenset({"AID", "SUPPORT", "COOPERATE", "CONSULT"})
#: Items of an object, or of a subject, among which its people stand.
NEAR = 4
#: Kinds of which an object is none.
NO_OBJECT = frozenset({"adverb", "mark", "time", "mod"})


def owner_of_troops(site: Site) -> list[Side]:
    """Return whose unnamed troops move: "With 100,000 troops on the border, officials warned that Russia could ..."."""
    here = codes(*(x.sides for x in site.clause.items))
    for c in site.clauses:
        if c.link == "comp" and c.subj is not None and c.subj.sides and not c.subj.codes & here:
            return [s.faceless() for s in c.subj.sides]
    return []


def author_meant(site: Site, patients: list[Side], memory: Memory) -> list[Side]:
    """Return who says what a paper of his says: "Resolusi itu juga mengecam Peru", "Surat itu mendesak Peru"."""
    clause = site.clause
    own = clause.own_subj and clause.subj is not None and bool(clause.subj.sides)
    if own or site.type not in SPOKEN or site.trigger.voice not in REACHING or clause.verb is not site.item:
        return []
    row = [w for x in site.before for w in site.s.lows[x.i : x.j]][:NEAR]
    named = any(x.kind == "actor" for x in site.before)
    mine = codes(patients)
    if named or set(row).isdisjoint(site.lex.pack.documents) or len(memory.topic) != 1:
        return []
    return [x.faceless() for x in memory.topic if x.code not in mine]


def victim_unsaid(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom force meets whose object is of no party: whom the actor fights, last or ever.

    "Boko Haram menewaskan ribuan orang".
    """
    if not _forces(site) or (site.type == "COERCE" and _civilians(site, _object(site)[:NEAR])):
        return []
    mine, first = codes(actors), actors[0]
    met = [s for s in memory.foes.get(first.code, []) if s.code not in mine]
    if not met:
        return enemy(first, mine)
    return [s.faceless() for s in met] if not site.frame.own else []


def enemy(group: Side, mine: set[str]) -> list[Side]:
    """Return the state that an armed group fights: its home, if no other."""
    known = bodies().get(group.code)
    state = (known.fights or known.home) if known is not None and known.kind == "group" else None
    if state is None or state in mine:
        return []
    return [Side(state, None, None, group.start, group.end, "reading/unsaid.home", "organ")]


def shown_to(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return for whom a show of force is meant that names nobody: whom the actors last had to do with."""
    if site.type != "MOBILIZE":
        return []
    mine = codes(actors)
    aimed = _aimed_at(site, mine)
    if aimed:
        return aimed
    met = (memory.against.get(a.code, []) for a in actors)
    found = next((found for x in met if (found := [s.faceless() for s in x if s.code not in mine])), [])
    others = [] if found or memory.home in mine else often_told(mine, memory)
    return found or [x for x in others if x.code in states()]


def _aimed_at(site: Site, mine: set[str]) -> list[Side]:
    """Return whom the aim of a show of force is to meet: "mengerahkan kapal untuk menantang 40 kapal Peru"."""
    for c in site.below("purpose", "serial", "comp"):
        guards = c.verb_is("guarding", "backing", "resisting")
        if c.own_subj or c.types & AIDING or c.verb is None or guards:
            continue
        row = [x for x in c.items if x.i > c.verb.i]
        first = next((x for x in row if x.kind in ("actor", "comma", "sub", "rel")), None)
        if first is not None and first.role in ("obj", "of", "against"):
            return [s.faceless() for s in first.sides if s.code not in mine]
    return []


def likewise(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom a deed meets that is like the last one told: the same, or who did that: "membalas hal serupa"."""
    last = memory.deeds.get(site.type, []) if memory.deed == memory.deeds.get(site.type) else []
    mine, met = codes(actors), memory.reached.get(site.type, [])
    # "mengikuti jejak Peru"
    led = [s for x in site.first_behind("obj") for s in memory.against.get(x.code, [])]
    others = led or (last if codes(met) & mine else met)
    return [x.faceless() for x in others if last and x.code not in mine]


def served(site: Site, actors: list[Side]) -> list[Side]:
    """Return whom those serve who are penalised: "sanctioned 40 firms enabling Peru's war"."""
    if site.type != "SANCTION":
        return []
    mine = codes(actors)
    for c in site.below("serial", "rel", "comp"):
        parted = any(x.kind in ENDING for x in site.behind if c.items and x.i < c.items[0].i)
        if c.own_subj or parted or not c.items or c.items[0].i < site.item.i:
            continue
        first = next((x for x in c.items if x.kind == "actor" and x.sides), None)
        if first is not None and not codes(first.sides) & mine:
            return [s.faceless() for s in first.sides]
    return []


def dealt_with(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom an act reaches that names nobody: the other state of which the article tells most."""
    if site.frame.alone or site.trigger.voice not in REACHING:
        return []
    mine = codes(actors)
    if site.type == "RETREAT":
        return enemy(actors[0], mine)  # "Hamas melepaskan 20 sandera"
    foe = enemy(actors[0], mine) if site.type == "CONCEDE" else []
    if foe or site.type not in DEALT:
        return foe  # "Hamas declared a ceasefire"
    if memory.home in mine and memory.publisher is None:
        return []  # who gives to whom at home is no matter between states
    clause = site.clause
    beside = (c for c in site.clauses if c is not clause and c.subj is clause.subj and site.type in c.types)
    named = (placed(_behind_verb(c), "obj", *site.to, "of") for c in beside)
    again = next((s for s in named if s), []) or memory.reached.get(site.type, [])
    again = [x.faceless() for x in again if x.code not in mine and x.code in states()]
    return again or [x for x in often_told(mine, memory) if x.code in states()]


def _behind_verb(clause: Clause) -> list[Item]:
    return [x for x in clause.items if clause.verb is not None and x.i > clause.verb.i]


def often_told(mine: set[str], memory: Memory) -> list[Side]:
    """Return the other party of which the article has told most so far, and more than once."""
    best, times = told_most(memory.parties, mine)
    return [x.faceless() for x in memory.parties if x.code == best and times >= OFTEN][-1:]


def own_people(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return the state itself where it arrests or kills people of whom nothing says that they are another's.

    So where its people protest against nobody else: "Ribuan warga Peru turun ke jalan".
    """
    own = actors[0]
    if site.type == "ASSAULT" and (_tells_of_raid(site) or raid_before(site) is not None):
        return []  # "Serangan Peru menewaskan lima orang": a raid is seldom on one's own people
    abroad = len(codes(actors)) == 1 and own.code in states() and own.code != memory.home
    if abroad and site.type == "PROTEST" and site.trigger.voice in REACHING:
        return [own.faceless()] if _names_no_other(site, own.code) else []
    if not abroad or site.type not in FORCE:
        return []
    met = [x for x in site.behind if x.kind == "actor"][:1] if site.trigger.voice in REACHING else []
    ruled = any(x.role == "obj" and x.sides and codes(x.sides) == {own.code} for x in met)
    ruled = ruled and site.type == "COERCE"  # "menangkap Perdana Menteri Rojas"
    theirs = ruled or (_forces(site) and _civilians(site, _object(site)[:NEAR]))
    theirs = theirs or (site.frame.own and site.frame.alone)  # "memberlakukan jam malam"
    theirs = theirs or (site.trigger.voice == "passive" and _civilians(site, site.before))
    return [own.faceless()] if theirs and _names_no_other(site, own.code) else []


def raid_before(site: Site) -> Item | None:
    """Return the noun of force of which the verb tells what it did: "Peruvian strikes on Arica killed six"."""
    for x in reversed(site.before):
        if x.kind in ("verb", "noun") or (x.kind == "actor" and x.role not in ("of", "against", "to", "at")):
            return x if x.kind == "noun" and "ASSAULT" in x.types else None
    return None


def _tells_of_raid(site: Site) -> bool:
    """Tell whether a relative tells what somebody's raid did, not he: "perang Peru, yang menewaskan ..."."""
    clause, above = site.clause, site.clause.parent
    row = above.items if above is not None and clause.link == "rel" else []
    at = next((k for k, x in enumerate(row) if x.mention is clause.subj and x.role == "of"), 0)
    return at > 0 and "ASSAULT" in row[at - 1].types


def _names_no_other(site: Site, own: str) -> bool:
    """Tell whether the clause, those below it and those of its subject tell of nobody else."""
    clause = site.clause
    rows = (c for c in site.clauses if c is clause or c.parent is clause or c.subj is clause.subj is not None)
    return all(codes(x.sides) <= {own} for c in rows for x in _before_instances(c.items))


def _before_instances(row: list[Item]) -> list[Item]:
    """Return what stands before "termasuk", "di antaranya": those among the people may well be another's."""
    end = next((k for k, x in enumerate(row) if x.kind == "prep" and x.role == "such"), len(row))
    return row[:end]


def _forces(site: Site) -> bool:
    """Tell whether force meets people or things of no party by an active verb."""
    row = _object(site)
    meets = bool(row) and row[0].kind in ("word", "number", "actor") and not any(x.sides for x in row)
    return site.type in FORCE and site.trigger.voice in REACHING and meets


def _civilians(site: Site, row: list[Item]) -> bool:
    """Tell whether these are people who may well be the state's own: "40 orang", "sejumlah mahasiswa"."""
    words = [w for x in row for w in site.s.lows[x.i : x.j]]
    return not set(words).isdisjoint(site.lex.pack.civilians)


def _object(site: Site) -> list[Item]:
    """Return what stands behind the verb, up to the end of its phrase."""
    end = next((k for k, x in enumerate(site.behind) if x.kind in ENDING), len(site.behind))
    return [x for x in site.behind[:end] if x.kind not in NO_OBJECT]
