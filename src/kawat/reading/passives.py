"""Who did what a passive tells, where nothing behind it says by whom: "Dua dokter ditahan sejak Mei".

In: the `Site` of a passive, those whom it befell as far as told, the article's memory.
Out: who did it and to whom; none where the article gives no ground. `agent_unsaid` asks in turn
all that may tell; `freed_by` alone is asked before, as there the sentence itself says who did it.
"""

from __future__ import annotations

from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.reading.acts import ASKING, FORCE, SPOKEN
from kawat.reading.befalling import BEFALLING
from kawat.reading.mentions import OFTEN, Memory, Side, codes
from kawat.reading.owning import Pair
from kawat.reading.site import Site, placed
from kawat.reading.unsaid import often_told

#: Deeds of whoever holds somebody.
HOLDING = frozenset({"COERCE", "RETREAT"})
#: Links of a clause that tells more of those whom the clause above lets go.
TOLD_OF = frozenset({"rel", "sub", "serial", "comp"})
#: Kinds that stand before a verb that has nothing for its subject.
BARE = frozenset({"adverb", "mark", "coord", "comma", "mod", "time"})


def agent_unsaid(site: Site, patients: list[Side], memory: Memory) -> Pair:
    """Return who did what a passive tells, and to whom.

    The surest ground comes first: what the verb itself points to, then an act told before that this one answers, then
    who has done such things to the same people, and at last who alone is likely to.
    """
    pointed = _meant_by_clitic(site, patients, memory)
    if pointed:
        return pointed, patients
    refuser, askers = _refuser(site, patients, memory)
    if refuser:
        return refuser, askers
    did, patients = _did_before(site, patients, memory)  # also to whom, where only "itu" says so
    return did or _likely(site, patients, memory), patients


def freed_by(site: Site) -> Pair:
    """Return who lets those go that are held, and whom: "Peru melepas dua pelaut Chile setelah ditahan semalam"."""
    clause, outer = site.clause, site.clause.parent
    if not befalls(site) or outer is None or clause.link not in TOLD_OF or "RETREAT" not in outer.types:
        return [], []
    freed, led = outer.object(), placed(site.behind, "by") or site.first_behind("obj")
    if led or outer.nominal or outer.subj is None or freed is None:
        return [], []
    met = [s.faceless() for s in freed.sides if s.code not in outer.subj.codes]
    return ([s.faceless() for s in outer.subj.sides], met) if met else ([], [])


def befalls(site: Site) -> bool:
    """Tell whether a passive tells of force that befalls its subject: not "Rudal ditembakkan", what it is done with."""
    return site.trigger.voice == "passive" and site.type in FORCE and not site.frame.own


# -- what the verb itself points to -----------------------------------------------------------------------------------


def _meant_by_clitic(site: Site, patients: list[Side], memory: Memory) -> list[Side]:
    """Return who "-nya" says that it was done by, behind a passive of words: "Langkah Chile dikecamnya"."""
    if not site.item.clitic or site.type not in SPOKEN:
        return []
    mine = codes(patients)
    above = [c.subj.sides for c in site.clause.up()[1:] if c.subj is not None and not c.nominal]
    told = [memory.topic] if len(memory.topic) == 1 and not memory.stale else []
    others = (x for x in (*above, *told, memory.persons[-1:]) if x and not codes(x) & mine)
    return list(next(others, []))


# -- what the article told before -------------------------------------------------------------------------------------


def _refuser(site: Site, askers: list[Side], memory: Memory) -> Pair:
    """Return who leaves unanswered what was asked of him, and who asked it: "Ajakan itu tidak ditanggapi"."""
    if site.type != "REJECT":
        return [], []
    asked = next((x for x in reversed(site.before) if x.kind == "noun" and x.types & ASKING), None)
    # "Peru meminta ekstradisi kepada Chile, tetapi ditolak"
    bare = site.clause.link != "rel" and all(x.kind in BARE for x in site.before)
    types = asked.types & ASKING if asked is not None else {"REQUEST"} if bare else set[str]()
    for type_ in sorted(types):
        did, met = memory.deeds.get(type_, []), memory.reached.get(type_, [])
        met = [x for x in met if codes(memory.against.get(x.code, [])) & codes(did)]  # of that very act
        if did and met and (not askers or codes(askers) == codes(did)) and not codes(did) & codes(met):
            return [x.faceless() for x in met], [x.faceless() for x in did]
    return [], []


def _did_before(site: Site, patients: list[Side], memory: Memory) -> Pair:
    """Return who has done such things to whom a passive befalls, and whom: "Kedua pelaut itu diculik pada Mei"."""
    own = site.frame.own and site.type != "ASSAULT"  # but "Rudal ditembakkan ke Lima"
    if own or site.type not in BEFALLING:
        return [], patients
    mine = codes(patients)
    did = next((memory.harmed[code] for code in sorted(mine) if code in memory.harmed), [])
    if not mine and (_points_back(site) or _in_fight(site, memory)):
        did, patients = memory.harm
        mine = codes(patients)
    if mine and not did and site.type == "SANCTION":  # "Chile dikenai tarif lebih tinggi"
        did = [x for x in memory.deeds.get("SANCTION", []) if x.code not in mine]
    if mine and not did and site.type in HOLDING:
        did = often_told(mine, memory)
    return [s.faceless() for s in did if s.code not in mine or codes(did) == mine], patients


def _points_back(site: Site) -> bool:
    """Tell whether those whom a passive befalls are people or things told of: "ketiga kapal itu", "para pelaut itu"."""
    subject = site.clause.subj
    if site.clause.link == "rel" or (subject is not None and subject.kind not in {"opaque", "person"}):
        return False
    return any("anaphor" in x.classes for x in site.before)


def _in_fight(site: Site, memory: Memory) -> bool:
    """Tell whether people fall in an attack of the fight told last: "Dua orang tewas dalam serangan drone itu"."""
    if site.type != "ASSAULT" or codes(*memory.harm) != codes(memory.fight) or len(codes(memory.fight)) < 2:
        return False
    here = codes(*(x.sides for c in site.clauses for x in c.items))
    return here <= codes(memory.fight) and any(x.kind == "noun" and "ASSAULT" in x.types for x in site.behind)


# -- who is likely to -------------------------------------------------------------------------------------------------


def _likely(site: Site, patients: list[Side], memory: Memory) -> list[Side]:
    """Return who is likely to use force on these: the one armed group told of, else the outlet's own state."""
    mine = codes(patients)
    if not mine or not befalls(site):
        return []
    return _one_group(site, mine, memory) or _at_home(site, mine, memory)


def _one_group(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return the armed group of which alone the article tells, where a state is attacked."""
    told = [x for x in memory.parties if x.code in bodies() and bodies()[x.code].kind == "group"]
    only = len(codes(told)) == 1 and len(told) >= OFTEN and mine <= states().keys()
    return [told[-1].faceless()] if site.type == "ASSAULT" and only else []


def _at_home(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return the outlet's own state where ships and people of another are seized there: "Kapal Peru itu ditangkap"."""
    home = memory.home
    if home is None or home in mine or memory.spot != home or site.type != "COERCE":
        return []
    start, end = site.s.span(site.item.i, site.item.j)
    return [Side(home, None, None, start, end, "reading/passives.home", "organ")]
