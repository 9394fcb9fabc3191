"""Who meets or calls somebody where the sentence leaves it unsaid: whoever speaks, the ministry that summons.

In: the `Site` of a contact of which one side is named, or none, the article's memory.
Out: the other side, or those who met before, as far as the article gives ground for it.
"""

from __future__ import annotations

from kawat.knowledge.states import states
from kawat.reading.carrying import SETTING
from kawat.reading.discourse import page_speaks
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.site import Site, placed

#: How far before a contact its "my" may stand: "my long and warm talks with".
OWNED = 6


def contact_meant(site: Site, memory: Memory) -> tuple[list[Side], bool]:
    """Return the sides of the contact told before that a subject points to, and whether it is that very contact.

    "Pertemuan itu dibatalkan": it is; "Pertemuan berikutnya digelar di Lima": one more of the same sides.
    """
    item, verb = site.item, site.clause.verb
    if site.type != "CONSULT" or item.kind != "noun" or item.prep or (verb is not None and verb.i < item.i):
        return [], False
    beside = [item, *site.behind[:1], *site.before[-1:]]
    if any("further" in x.classes for x in beside):
        return list(memory.meeting), False
    points = item.clitic or any(x.classes & {"anaphor", "definite"} for x in beside)
    return list(memory.meeting) if points else [], True


def owner_meant(site: Site, others: list[Side], memory: Memory) -> list[Side]:
    """Return whose a contact is of which only the other side is named: "Lawatannya ke Chile ditunda".

    Of whoever says so, else, of "-nya", whom the sentence before began with, or the person last spoken of.
    """
    if site.type != "CONSULT" or site.item.kind != "noun":
        return []
    met = codes(others)
    if any(site.s.lows[x.i] in memory.ours for x in site.before[-OWNED:] if "possessive" in x.classes):
        mine = memory.turn if memory.turn is not None else memory.declared
        return [] if codes(mine) & met else [s.faceless() for s in mine]  # "My talks with X were held ..."
    chain = site.clause.up()[1:] if site.item.clitic or site.clause.link == "comp" else []
    told = [c.subj.sides for c in chain if c.subj is not None and not c.nominal]
    told += [memory.topic, memory.persons[-1:]] if site.item.clitic else []
    return next((list(x) for x in told if len(x) == 1 and not codes(x) & met), [])


def meeting_meant(site: Site, others: list[Side], memory: Memory) -> list[Side]:
    """Return who meets those whom alone a contact names."""
    if site.type != "CONSULT":
        return []
    met = codes(others)
    found = _speaker(site, memory) or _spoken_to(site, memory) or _summoner(site, others, memory)
    return [] if codes(found) & met else found


def _speaker(site: Site, memory: Memory) -> list[Side]:
    """Return who spoke last, where a clause says when he said more: "...," ujarnya seusai bertemu Menlu Peru."""
    clause, speech = site.clause, site.lex.pack.speech
    setting = site.item.kind == "noun" and site.item.prep in SETTING
    said = clause if setting else clause.parent
    if said is None or said.verb is None or said.subj is not None or said.agent() is not None:
        return []
    if not setting and (clause.own_subj or clause.link != "sub"):
        return []
    low, clitic = said.verb.low, speech.clitic or " "
    people = [x for x in memory.parties[: memory.before] if x.person or x.office]
    if said.verb_is("cue") and low.endswith(clitic):
        return people[-1:]
    told = [x for x in memory.topic if x.person or x.office] if not memory.stale else []
    return (told or people)[-1:] if low.removesuffix(clitic) in speech.passive else []


def _spoken_to(site: Site, memory: Memory) -> list[Side]:
    """Return whose turn it is, where he speaks to whom he meets: "It's good to see you again"."""
    spoken_to = any(x.mention is not None and x.mention.kind == "addressed" for x in site.behind[:3])
    alone = site.clause.subj is None or not site.clause.subj.sides
    return page_speaks(site.s, site.item.i, memory) if spoken_to and alone else []


def greeter(site: Site, memory: Memory) -> list[Side]:
    """Return whose turn it is, where he receives whom he calls by name: "Mr. President, welcome to Lima"."""
    clause, last = site.clause, site.before[-1] if site.before else None
    if not site.frame.guest or last is None or last.kind != "comma" or clause.mods:
        return []
    if not clause.own_subj or clause.subj is None or site.item is not clause.verb:
        return []
    speaker = page_speaks(site.s, site.item.i, memory)
    return [] if codes(speaker) & clause.subj.codes else speaker


def _summoner(site: Site, others: list[Side], memory: Memory) -> list[Side]:
    """Return the state that calls in an ambassador whom nobody is said to call in: "Dubes Peru dipanggil"."""
    stated = site.clause.link in ("main", "coord", "sub")  # not "meminta Dubes Peru dipanggil"
    if (
        not stated
        or site.trigger.voice != "passive"
        or not site.frame.guest
        or not all(x.office == "ambassador" for x in others)
    ):
        return []
    met = codes(others)
    topic = [x for x in memory.topic if x.code in states() and x.code not in met]
    told = topic or [x for code in sorted(met) for x in memory.against.get(code, []) if x.code in states()]
    return [x.faceless() for x in told[:1]]


def people_of(site: Site, mine: set[str]) -> list[Side]:
    """Return whose people are met: "engaged with the Prime Minister of Peru's team"."""
    row = [x for x in site.behind[:4] if x.kind != "adverb"]
    owned = (
        len(row) > 1
        and row[0].kind == "actor"
        and row[0].role == "of"
        and "agent" in site.s.classes(row[1].i)
    )
    return (
        [x.faceless() for x in row[0].sides if x.code not in mine] if owned and site.type == "CONSULT" else []
    )


def officials_there(site: Site, mine: set[str]) -> list[Side]:
    """Return in whose capital officials of no state named are met: "bertemu para pejabat di Lima"."""
    row = [x for x in site.behind if x.kind not in ("prep", "adverb", "number")]
    people = next(iter(row), None)
    acts = (
        people is not None
        and people.kind == "word"
        and "agent" in site.s.classes(people.j - 1) | people.classes
    )
    if site.type != "CONSULT" or not acts or site.frame.each:
        return []
    there = placed(site.behind, "at")
    return [x.faceless() for x in there if x.sort in ("state", "capital") and x.code not in mine]
