"""Near whom force is used, where nothing says whom it meets: "menyerang sasaran di Latakia", "perang Peru di Chile".

In: the `Site` of a trigger, the codes of those who act, the article's memory.
Out: the side that the place brings; none where it brings none. `inference` asks.
"""

from __future__ import annotations

from kawat.knowledge.states import states
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.places import place_at
from kawat.reading.site import Site
from kawat.reading.structure import Clause

#: Sorts of sides and the places in which an army may meet them.
NEAR_SORTS = frozenset({"state", "capital", "organ", "group"})
NEAR_ROLES = frozenset({"at", "of", "to", "against"})
#: Clauses that are said by the one above them.
SAID_WITHIN = frozenset({"comp", "quote"})


def near(site: Site, mine: set[str]) -> list[Side]:
    """Return the party near which force is used, in the clause and those that govern it; of a noun, behind it."""
    noun, verb = site.trigger.voice == "noun", site.clause.verb
    ahead = [x for x in site.behind if verb is None or verb.i < site.item.i or x.i < verb.i]
    for row in [ahead] if noun else [clause.items for clause in _around(site)]:
        for x in row:
            if x.kind == "actor" and x.role in NEAR_ROLES:
                for side in x.sides:
                    there = side.code in states() or side.sort == "group"  # not "in the UN General Assembly"
                    if there and side.code not in mine and side.sort in NEAR_SORTS:
                        return [side.faceless()]
    return []


def _around(site: Site) -> list[Clause]:
    """Return its clause and those around it up to one that only says so: "Di Roma, X mengatakan ..."."""
    chain = site.clause.up()
    says = (k for k, c in enumerate(chain) if k and c.verb_is("speech", "cue"))
    said = (k + 1 for k, c in enumerate(chain) if c.link in SAID_WITHIN)
    return chain[: min(next(says, len(chain)), next(said, len(chain)))]


def of_town(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return the state, named before, of the town that force is used against: "menyerang pelabuhan Latakia"."""
    named = codes(memory.parties) - mine
    for x in site.behind:
        if x.kind not in ("word", "adverb", "number", "prep") or (
            x.kind == "prep" and x.role not in NEAR_ROLES
        ):
            return []
        where = place_at(site.s, x.i) if x.kind == "word" else None
        if where is not None and where.country in named:
            return [Side(where.country, None, None, where.start, where.end, where.reason)]
    return []
