"""Who holds or harms people where a passive names nobody who does: "Dua dokter ditahan sejak Mei".

In: the `Site` of a passive of force, those whom it befell as far as told, the article's memory.
Out: who did it and to whom; none where the article gives no ground.
"""

from __future__ import annotations

from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.reading.acts import FORCE
from kawat.reading.mentions import OFTEN, Memory, Side, codes
from kawat.reading.owning import Pair
from kawat.reading.site import Site, placed

#: Links of a clause that tells more of those whom the clause above lets go.
TOLD_OF = frozenset({"rel", "sub", "serial", "comp"})


def captor_meant(site: Site, patients: list[Side], memory: Memory) -> Pair:
    """Return who did it, and to whom: whoever lets them go, the one armed group told of, the outlet's own state."""
    if site.trigger.voice != "passive" or site.type not in FORCE or site.frame.own or site.frame.told:
        return [], patients
    mine = codes(patients)
    if not mine:
        return [], patients
    did = _one_group(mine, memory) if site.type == "ASSAULT" else []
    return did or _at_home(site, mine, memory), patients


def freed_by(site: Site) -> Pair:
    """Return who lets those go that are held, and whom: "Peru melepas dua pelaut Chile setelah ditahan semalam"."""
    clause, outer = site.clause, site.clause.parent
    bare = site.trigger.voice == "passive" and site.type in FORCE and not site.frame.own
    if not bare or outer is None or clause.link not in TOLD_OF or "RETREAT" not in outer.types:
        return [], []
    freed, led = outer.object(), placed(site.behind, "by") or site.first_behind("obj")
    if led or outer.nominal or outer.subj is None or freed is None:
        return [], []
    met = [s.faceless() for s in freed.sides if s.code not in outer.subj.codes]
    return ([s.faceless() for s in outer.subj.sides], met) if met else ([], [])


def _one_group(mine: set[str], memory: Memory) -> list[Side]:
    """Return the armed group of which alone the article tells."""
    told = [x for x in memory.parties if _is_group(x.code)]
    only = len(codes(told)) == 1 and len(told) >= OFTEN and mine <= states().keys()
    return [x.faceless() for x in told[-1:]] if only else []


def _is_group(code: str) -> bool:
    known = bodies().get(code)
    return known is not None and known.kind == "group"


def _at_home(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return the outlet's own state where ships and people of another are seized there: "Kapal Peru itu ditangkap"."""
    home = memory.home
    if home is None or home in mine or memory.spot != home or site.type != "COERCE":
        return []
    start, end = site.s.span(site.item.i, site.item.j)
    return [Side(home, None, None, start, end, "reading/captors.home", "organ")]


def captives_meant(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom a passive befalls that are only pointed at: "Ketiga kapal itu ditangkap KRI Rajawali"."""
    if site.trigger.voice != "passive" or site.type not in FORCE or site.frame.own:
        return []
    pointed = any("anaphor" in x.classes for x in site.before)
    did, met = memory.harm
    return [s for s in met if s.code not in codes(actors)] if pointed and codes(actors) <= codes(did) else []
