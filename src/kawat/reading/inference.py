"""Whom the article means where the sentence does not say: whom an answer answers, whom a deed meets.

In: the `Site` of a trigger, the actors that it names, the article's memory.
Out: the sides that are meant, without their people; none where the article gives no ground. What sentences before may
have told, `deeds` has noted.
"""

from __future__ import annotations

from kawat.reading.acts import ADDRESSING, ANSWERING, PHYSICAL, SPOKEN
from kawat.reading.addressees import told_before, truce_with
from kawat.reading.carrying import comes_from
from kawat.reading.deeds import PASSED, doer_meant
from kawat.reading.mentions import OFTEN, Memory, Side, codes, told_most
from kawat.reading.nearby import near, of_town
from kawat.reading.objects import spoken_with
from kawat.reading.opponents import blamed_for_it, main_other, matched, struck_teller, turns_to_followers
from kawat.reading.site import REACHING, Site
from kawat.reading.structure import Clause
from kawat.reading.tellers import addressee

#: Acts that may meet "the move", "the allegation" of the other side.
COUNTERED = frozenset({"ACCUSE", "REJECT"})

#: How near behind an act "serupa", "similar" says of it that it is one more of its sort.
NEXT = 3
#: How far behind a deed "its", "their" may stand: "killed at least three of its".
OWNED = 6
#: Kinds that end what an act says.
ENDING = frozenset({"mark", "comma", "semicolon", "quote"})


def recipients_meant(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return the recipients that the trigger's own clause leaves unsaid."""
    mine = codes(actors)
    pointed = _one_more(site, mine, memory) or _behind_clitic(site, mine, memory)
    pointed = pointed or truce_with(site, mine, memory)
    if not pointed and site.type in SPOKEN:  # "Kami menolak," kata Menlu Peru kepada Menlu Chile
        pointed = [x.faceless() for x in addressee(site) if x.code not in mine]
    if pointed:
        return pointed
    did = doer_meant(site, mine, memory) if site.type in ANSWERING or site.type == "SUPPORT" else []
    did = did or _fought(site, actors, memory)
    if not did and site.type in SPOKEN:
        did = _met_there(site, mine, memory)
    if did or site.type in ANSWERING:
        answered = did or _answered(site, actors, memory) or _addressed(site, actors, memory)
        return answered or _only_other(site, actors, memory)
    if site.type in ADDRESSING:
        hailed = _told_of(site, mine, memory) if site.type == "SUPPORT" else []
        meant = hailed or _addressed(site, actors, memory) or _spoken_to(site, mine, memory)
        return meant or _only_other(site, actors, memory)
    return _met_by_deed(site, actors, memory)


def _only_other(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return the other whom the article is about, if the actors did not last have to do with a third."""
    found = matched(site, codes(actors), memory) if _is_open(site, codes(actors)) else []
    last = codes(_other_side(actors, memory, [])) if site.type != "REJECT" else set[str]()
    return found if not last or codes(found) & last else []


def _one_more(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return whom the last act of its type reached, of which this is one more: "menyuarakan keprihatinan serupa"."""
    alike = any("alike" in x.classes for x in (*site.before[-1:], *site.behind[:NEXT]))
    return [s for s in memory.reached.get(site.type, []) if s.code not in mine] if alike else []


def _behind_clitic(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return whom "-nya" means behind a verb."""
    if not site.item.clitic or site.item.kind != "verb" or site.trigger.voice == "passive":
        return []  # behind a passive it is who acts
    told = told_before(site, mine)
    if told:
        return told
    if site.type == "REJECT":  # what he said
        said = [
            b.faceless() for code in sorted(mine) for b in memory.blamed.get(code, []) if b.code not in mine
        ]
        last = [x.faceless() for x in memory.topic if x.code not in mine]
        return said or last or _meant_by_clitic(mine, memory)
    mine = mine | codes(*(x.sides for x in site.behind if x.role == "to"))  # "menggugatnya ke WTO"
    blamed = blamed_for_it(mine, memory) if site.type == "ACCUSE" else []
    return blamed or _meant_by_clitic(mine, memory)


def _met_by_deed(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom a deed meets: who tells of it, whom it is done in return to, near whom, whom the actors fight."""
    mine = codes(actors)
    accusers = [
        s for c in site.clause.up()[1:] if c.subj is not None and ("ACCUSE" in c.types or _owns_victims(site, c))
        for s in c.subj.sides if s.code not in mine
    ]  # fmt: skip
    if accusers and site.type in PHYSICAL:
        return [s.faceless() for s in accusers]
    if any("returned" in x.classes for x in site.behind):
        return _other_side(actors, memory, []) or [s.faceless() for s in memory.deed if s.code not in mine]
    there = near(site, mine) if site.type in ("MOBILIZE", "ASSAULT") else []
    there = there or (of_town(site, mine, memory) if site.type in ("COERCE", "ASSAULT") else [])
    return there or _opponent(site, actors, memory) or struck_teller(site, mine)


def _fought(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom the actors fought, to whom what they concede is conceded: "Peru has agreed to a ceasefire"."""
    foes = [f for a in actors[:1] for f in memory.foes.get(a.code, [])] if site.type == "CONCEDE" else []
    return [f.faceless() for f in foes if f.code not in codes(actors)]


def _owns_victims(site: Site, outer: Clause) -> bool:
    """Tell whether whoever says so tells of his own: "Peru said that Chile had killed three of its soldiers"."""
    owned = (x for x in site.behind[:OWNED] if "possessive" in x.classes)
    return outer.verb_is("speech") and next(owned, None) is not None


def _meant_by_clitic(mine: set[str], memory: Memory) -> list[Side]:
    """Return whom "-nya" means behind a verb: the person last spoken of who is of no acting party."""
    spoken = [p for p in memory.topic + memory.persons if p.code not in mine]
    named = [p for p in spoken if p.person]
    return (named or spoken)[-1:]


def _met_there(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return with whom the actors met, where a sentence tells what they said there: "Dalam pertemuan itu Peru ..."."""
    row = site.clause.items
    there = (k for k, x in enumerate(row) if x.kind == "noun" and x.prep == "during" and "CONSULT" in x.types)
    at = next(there, None)
    if at is None or not mine <= codes(memory.contact):
        return []
    beside = [row[at], *row[at + 1 : at + 2], *row[max(0, at - 1) : at]]
    points = row[at].clitic or any(x.classes & {"anaphor", "definite"} for x in beside)
    return [s.faceless() for s in memory.contact if s.code not in mine] if points else []


def _answered(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom an act of words answers: who last blamed the actors, else whom they last had to do with."""
    mine = codes(actors)
    blamed = [b.faceless() for a in actors for b in memory.blamed.get(a.code, []) if b.code not in mine]
    points_back = _points_back(site)
    if blamed and (points_back or site.type == "REJECT"):
        return blamed
    if not points_back:
        return []
    doers = memory.doers if site.type == "ACCUSE" and _means_the_last(site) else []
    # an answer is to whoever spoke last, blame is of whom the article is about
    other = main_other(mine, memory) if site.type in ("ACCUSE", "THREATEN") else []
    other = other or _other_side(actors, memory, doers)
    return other or _in_clause_before(site, mine) or _told_of(site, mine, memory)


def _told_of(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return of whom the sentence before told, where the act is of what that was: "Chile mengecam aturan itu"."""
    suffered = site.trigger.voice == "passive" and site.type in COUNTERED
    near = site.before if suffered else site.behind[:3]
    the = any("definite" in x.classes for x in near[:1]) and any("answered" in x.classes for x in near)
    pointed = the or any("anaphor" in x.classes for x in near)
    others = [] if memory.stale or not pointed else [s for s in memory.topic if s.code not in mine]
    return [s.faceless() for s in others] if len(codes(others)) == 1 else []


def _in_clause_before(site: Site, mine: set[str]) -> list[Side]:
    """Return who acted in the clause before, where nothing stands behind: "Peru tembakkan rudal, Chile protes"."""
    if site.behind and site.behind[0].kind not in ENDING:
        return []
    above = site.clause.up()  # "Peru said that Chile condemned": whom, it does not say
    before = [c for c in site.clauses[: site.clauses.index(site.clause)] if c not in above]
    acted = (
        c.subj
        for c in reversed(before)
        if c.subj is not None and c.own_subj and (c.types or c.verb_is("speech"))
    )
    others = ([s.faceless() for s in m.sides if s.code not in mine] for m in acted)
    return next((sides for sides in others if sides), [])


def _points_back(site: Site) -> bool:
    """Tell whether the act speaks of something said before.

    It does where it has no object, or "that", "tersebut", or a noun of speech for one.
    """
    behind = [x for x in site.clause.items if x.i > site.item.i]
    suffered = site.trigger.voice == "passive" and site.type in COUNTERED
    suffered = suffered and any("anaphor" in x.classes for x in site.before)
    if suffered or comes_from(site) or any("anaphor" in x.classes for x in behind[:4]):
        return True
    told = next((k for k, x in enumerate(behind) if x.kind != "adverb" or "definite" in x.classes), 0)
    if site.type in COUNTERED and behind and "definite" in behind[told].classes:
        return any("answered" in x.classes for x in behind[told + 1 : told + 3])
    first = next((x for x in behind if x.kind not in PASSED), None)
    return first is None or first.kind in ("noun", "comma", "coord")


def _means_the_last(site: Site) -> bool:
    """Tell whether a verb has "itu", "tersebut" for its object, or none: not "mengecam serangan lain"."""
    behind = [x for x in site.clause.items if x.i > site.item.i]
    first = next((x for x in behind if x.kind not in PASSED), None)
    pointed = any("anaphor" in x.classes for x in behind[:4])
    return site.item.kind == "verb" and (pointed or first is None or first.kind in ("comma", "coord"))


def _other_side(actors: list[Side], memory: Memory, doers: list[Side]) -> list[Side]:
    """Return whom the actors last had to do with, else who last did a deed, or the other of two last told together."""
    mine = codes(actors)
    for sides in (*(memory.against.get(a.code, []) for a in actors), doers, memory.contact, memory.pair):
        others = [s.faceless() for s in sides if s.code not in mine]
        if others and (len(sides) != 2 or len(others) == 1):
            return others
    return []


def _opponent(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom the actors last had to do with where a verb leaves unsaid whom it meets.

    "menarik duta besarnya"; of force, whom they fought: "menembak jatuh dua jet tempur lawan".
    """
    ties = site.frame.own or site.is_mutual  # of envoys and relations: courts convict anybody
    states = site.type == "SANCTION" and ties
    met = memory.against if states else memory.foes if site.type == "ASSAULT" else {}
    # "Peru's invasion is illegal": of whom it fights
    if site.item.kind != "verb" and (site.type != "ASSAULT" or site.item.prep):
        return []
    mine = codes(actors)
    return [s.faceless() for a in actors[:1] for s in met.get(a.code, []) if s.code not in mine]


def _addressed(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return for whom an act is meant that names nobody: whom else the article tells of most.

    "Peru meminta tahanan dibebaskan": whoever holds them. Of what asks for no deed of somebody, and welcomes none,
    it must be whom the actor last had to do with, too.
    """
    mine = codes(actors)
    if site.type == "REJECT" or not _is_open(site, mine):
        return []
    best, times = told_most(memory.parties, mine)
    asks = (site.type == "REQUEST" and _says_what(site)) or site.frame.others
    if (not asks or times < OFTEN) and best not in codes(_other_side(actors, memory, [])):
        return []
    site.explicit = False
    return [x.faceless() for x in memory.parties if x.code == best][-1:]


def _spoken_to(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return with whom the actors met or spoke, where what they express names nobody: "He conveyed his condolences"."""
    verb, word = site.clause.verb, site.trigger.reason.partition("#")[2]
    noun = site.trigger.voice == "noun" and word in site.frame.voiced
    if verb is None or verb.i > site.item.i or not (noun and site.clause.verb_is("light", "speech")):
        return []
    # "called Peru's president to express his condolences"
    here = [x.faceless() for x in spoken_with(site, mine)]
    if here or not mine <= codes(memory.contact):
        return here
    site.explicit = False
    return [x.faceless() for x in memory.contact if x.code not in mine]


def _says_what(site: Site) -> bool:
    """Tell whether it is said what is to be done: "meminta tahanan dibebaskan", "menyerukan gencatan senjata"."""
    first = next((x for x in site.behind if x.kind not in PASSED), None)
    deed = site.type == "REQUEST" and first is not None and first.kind == "noun"
    return deed or next(site.below("comp", "serial", "purpose"), None) is not None


def _is_open(site: Site, mine: set[str]) -> bool:
    """Tell whether somebody does it by a verb whose object is a thing, and no deed, which its doer is blamed for."""
    clause = site.clause
    subject = clause.subj if not clause.nominal else None
    if site.frame.told:
        return True
    agrees = site.type == "AGREE" and site.is_mutual and len(mine) == 1 and _says_what(site)
    if (site.trigger.voice not in REACHING and not agrees) or subject is None:
        return False
    first = next((x for x in site.behind if x.kind not in PASSED), None)
    if first is not None and site.type in COUNTERED and first.types & PHYSICAL:
        return False
    if site.type == "REQUEST" and turns_to_followers(site):
        return False
    if first is None or first.kind != "actor" or not first.sides:
        return True
    return site.type == "REJECT" and codes(first.sides) <= mine  # "membantah negaranya menyerang"
