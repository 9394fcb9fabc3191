"""The two sides of an argument, by what the whole article told: who says so, and whom it is said of.

In: the `Site` of a trigger, the parties that act, the article's memory.
Out: the speaker whom only "katanya" or a long quotation gives; the other party that the article is about, whom an
act of words without an address is meant for. `inference` and `completing` ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.knowledge.states import states
from kawat.reading.mentions import OFTEN, Memory, Side, codes, told_most
from kawat.reading.places import place_at
from kawat.reading.scan import Sentence
from kawat.reading.site import Site
from kawat.reading.structure import Clause

#: Acts that may be meant for the other party that the article is about.
MATCHED = frozenset({"ACCUSE", "REJECT", "REQUEST"})
#: The same where an object must follow its verb: that it is missing says that the article has told whom.
MATCHED_TOO = frozenset({"THREATEN", "SUPPORT"})


def speaker_meant(site: Site, memory: Memory) -> list[Side]:
    """Return who says what is told of its subject, where a word of saying only says "he", or a long quotation runs."""
    if not site.frame.told:
        return []
    owning = site.lex.pack.owning
    row = [*site.clause.items, *(x for c in _said_by(site) for x in c.items)]
    cues = (x.low for x in row if "cue" in x.classes)
    if owning and any(low.endswith(owning) for low in cues):
        who = memory.topic if len(memory.topic) == 1 else memory.persons[-1:]
        return [s.faceless() for s in who]
    return memory.running.get(site.s.start, [])


def _said_by(site: Site) -> Iterator[Clause]:
    """Yield the clauses of saying around what is told."""
    up = site.clause.up()[1:]
    return (c for c in site.clauses if c in up or c.shares is site.clause or c is site.clause.shares)


def _main(mine: set[str], memory: Memory) -> str:
    """Return the party, but those that act, that the whole article names most; "" where it names no other."""
    whole = {code: n for code, n in memory.named.items() if code not in mine}
    return max(whole, key=lambda code: whole[code], default="")


def blamed_for_it(mine: set[str], memory: Memory) -> list[Side]:
    """Return who did what "-nya" means behind a verb of blame: "Peru menyebutnya pembajakan"."""
    main = _main(mine, memory)
    did = [x for x in memory.doers if x.code not in mine]
    return [x.faceless() for x in did or [x for x in memory.parties if x.code == main][-1:]]


def matched(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return the one other whom the article is about, so far and as a whole: "Peru membantah."

    Blame, which has more targets than an answer, must have had that party named last as well.
    """
    own_page = memory.publisher is not None or memory.declared
    known_type = site.type in MATCHED or (site.type in MATCHED_TOO and site.lex.pack.adjective_first)
    if not known_type or own_page:
        return []
    known = memory.parties if site.frame.told else memory.parties[: memory.before]
    others = [x for x in known if x.code not in mine]
    best, _ = told_most(others, mine)
    main = best == _main(mine, memory)
    last = bool(others) and others[-1].code == best
    often = memory.named.get(best, 0) >= OFTEN
    fits = (main and last) if site.type == "ACCUSE" else main or (last and site.type == "REJECT")
    if not often or not fits:
        return []
    site.explicit = False
    return [x.faceless() for x in others if x.code == best][-1:]


def spot(s: Sentence, memory: Memory) -> str | None:
    """Return the state of the town in which a sentence says that something happens, else the one told before."""
    led = (h.j for h in s.hits.values() if h.word is not None and {"where", "prep:at"} <= h.word.classes)
    found = (place_at(s, k) for k in ([0] if s.words[0].isupper() else []) + sorted(led))
    return next((x.country for x in found if x is not None and x.country in states()), memory.spot)


def crowd_meant(site: Site, against: list[Side], memory: Memory) -> list[Side]:
    """Return the state in which a crowd protests that is of nobody: where the article was last, else its main one."""
    if site.type != "PROTEST" or site.subject():
        return []
    met = codes(against)
    code = memory.spot if memory.spot not in met else None
    code = code or _main(met, memory)
    if code not in states():
        return []
    start, end = site.s.span(site.item.i, site.item.j)
    return [Side(code, None, None, start, end, "reading/opponents.crowd", "organ")]
