"""Whose words a blame told in passing is: "help Peru against Chile's brutal invasion", on a page of Mali's government.

In: the `Site` of a trigger that is told of its subject or owner by whoever speaks, the article's memory.
Out: who speaks; nobody where only a reporter does.
"""

from __future__ import annotations

from kawat.reading.acts import SPOKEN
from kawat.reading.discourse import is_quoted, page_speaks
from kawat.reading.mentions import Memory, Side
from kawat.reading.site import Site
from kawat.reading.structure import Clause
from kawat.reading.tellers import who_says


def is_in_passing(site: Site) -> bool:
    """Tell whether a noun says what its owner did, by whom it is judged: "Chile's brutal invasion"."""
    return site.frame.told and site.trigger.voice == "noun"


def is_said_besides(site: Site) -> bool:
    """Tell whether the clause's verb is no blame itself: "stands with Niger against Mali's brutal war"."""
    return site.clause.verb_is("speech") or site.type not in site.clause.types


def voice_meant(site: Site, memory: Memory) -> list[Side]:
    """Return who speaks where no verb of saying governs it: "we", whoever says something of it, the page itself."""
    chain = site.clause.up()
    if memory.asking:
        return []
    if memory.turn is not None:
        return list(memory.turn)
    selves = (c.subj.sides for c in chain if c.subj is not None and c.subj.kind == "self")
    spoken = next((list(sides) for sides in selves if sides), [])
    if spoken or is_quoted(site.s, site.item.i):
        return spoken or _quoted(site)
    page = page_speaks(site.s, site.item.i, memory)
    chain = chain if is_in_passing(site) else []
    said = next((c for c in chain if _says(c, site, loosely=bool(page))), None)
    told = list(said.subj.sides) if said is not None and said.subj is not None else []
    return told or list(page)


def _quoted(site: Site) -> list[Side]:
    """Return who says it outside the quotation that the trigger stands in: "Mali's president said: "..."."""
    free = (c for c in site.clauses if c.verb is not None and not is_quoted(site.s, c.verb.i))
    return next((told for c in free if (told := who_says(c))), [])


def _says(clause: Clause, site: Site, *, loosely: bool) -> bool:
    """Tell whether a clause is of somebody who speaks, before the trigger; `loosely`: by any act of words."""
    verb = clause.verb
    if verb is None or verb.i > site.item.i or clause.nominal or clause.subj is None or clause.subj.loose:
        return False
    return clause.verb_is("speech") or (loosely and bool(clause.types & SPOKEN))
