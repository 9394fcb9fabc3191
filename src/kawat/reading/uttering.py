"""Acts that are done by being said, and name nobody who does them: "Thank you, Peru", "Our thoughts are with Chile".

In: the `Site` of a trigger, the article's memory.
Out: its sides; where it names no actor, who says so: of a quotation its speaker, else whose turn or page it is.
"""

from __future__ import annotations

from kawat.reading.discourse import page_speaks
from kawat.reading.mentions import Memory
from kawat.reading.owning import Pair
from kawat.reading.sides import sides
from kawat.reading.site import Site, placed
from kawat.reading.tellers import speaker
from kawat.reading.voicing import is_in_passing

#: Kinds that may stand before the first word of what is said.
BEFORE = frozenset({"adverb", "mark", "quote", "coord", "comma"})


def sides_told(site: Site, memory: Memory) -> Pair:
    """Return the sides that the sentence names; where nobody acts and saying it does it, who says it, and to whom."""
    actors, named = sides(site)
    told = site.frame.told and not is_in_passing(site)
    if actors or not (told or _is_uttered(site)):
        return actors, named
    said_to = named or placed(site.behind, "obj", *site.frame.to)
    return (speaker(site) or page_speaks(site.s, site.item.i, memory), said_to) if said_to else ([], [])


def _is_uttered(site: Site) -> bool:
    """Tell whether praise or thanks open a clause that has no subject: "Congratulations to Peru"."""
    clause = site.clause
    bare = clause.subj is None and not clause.own_subj and clause.link in ("main", "quote", "coord")
    lemma = site.trigger.reason.partition("#")[2]
    said = site.trigger.voice == "noun" or site.item.low == lemma  # "Thank you", not "Thanks to Peru, ..."
    first = next((x.mention for x in site.behind if x.kind == "actor"), None)
    hailed = site.type == "CONSULT" and first is not None and first.kind == "addressed"
    return (site.type == "SUPPORT" or hailed) and bare and said and all(x.kind in BEFORE for x in site.before)
