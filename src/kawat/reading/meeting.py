"""Who meets or calls somebody where the sentence leaves it unsaid: whoever speaks, the ministry that summons.

In: the `Site` of a contact of which one side is named, or none, the article's memory.
Out: the other side, or those who met before, as far as the article gives ground for it.
"""

from __future__ import annotations

from itertools import islice, pairwise

from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.reading.carrying import SETTING
from kawat.reading.discourse import page_speaks
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.posts import post_of
from kawat.reading.site import Site, placed
from kawat.reading.structure import Item
from kawat.reading.turns import addressed

#: How far before a contact its "my" may stand: "my long and warm talks with".
OWNED = 6
#: Places of a partner.
WITH = frozenset({"with", "to", "between", "obj"})


def contact_meant(site: Site, memory: Memory) -> tuple[list[Side], bool]:
    """Return the sides of the contact told before that a subject points to, and whether it is that very contact.

    "Pertemuan itu dibatalkan": it is; "Pertemuan berikutnya digelar di Lima": one more of the same sides.
    """
    item, verb = site.item, site.clause.verb
    if site.type != "CONSULT" or item.kind != "noun" or item.prep or (verb is not None and verb.i < item.i):
        return [], False
    behind = [x for x in site.behind if x.kind not in ("mod", "adverb")][:1]
    beside = [item, *site.behind[:1], *behind, *site.before[-1:]]
    if any("further" in x.classes for x in beside):
        return list(memory.meeting), False
    points = item.clitic or any(x.classes & {"anaphor", "definite"} for x in beside)
    # "Pertemuan berlangsung tertutup": a noun without any more, of which it is said that it takes place
    bare = verb is not None and not site.before and behind == [verb] and "light" in verb.classes
    return list(memory.meeting) if points or bare else [], True


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
    told += [memory.topic, memory.persons[-1:]] if site.item.clitic else _on_the_agenda(site, memory)
    return next((list(x) for x in told if len(x) == 1 and not codes(x) & met), [])


def meeting_meant(site: Site, others: list[Side], memory: Memory) -> list[Side]:
    """Return who meets those whom alone a contact names."""
    met = codes(others)
    if site.type == "ACCUSE" and site.frame.guest:
        return _summoner(site, others, memory)  # to complain
    if site.type != "CONSULT":
        return []
    found = _speaker(site, memory) or _spoken_to(site, memory) or _welcomer(site, memory)
    found = found or _summoner(site, others, memory) or hosts_meant(site, met, memory)
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


def heard_too(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return whom the speaker of a transcript calls "you", where "we" met and no other is named: "our talks"."""
    we = site.clause.subj
    ours = any(site.s.lows[x.i] in memory.ours for x in site.before[-2:])
    plural = we is not None and we.kind == "self" and site.s.lows[we.i] not in memory.mine
    if site.type != "CONSULT" or not memory.turn or memory.asking or codes(memory.turn) != mine:
        return []
    said = ours if site.item.kind == "noun" else plural and site.is_mutual
    others = any(x.kind in ("actor", "prep") and x.role in WITH for x in site.behind)
    led = site.item.low.rpartition(" ")[2] in site.lex.pack.prepositions["with"]
    if not said or others or led or site.frame.each:
        return []
    return [x.faceless() for x in addressed(memory)]


def _welcomer(site: Site, memory: Memory) -> list[Side]:
    """Return whose turn it is, where it is a pleasure to receive somebody: "It is an honor to welcome President X"."""
    aim, above = site.clause, site.clause.parent
    bare = above is not None and (above.subj is None or not above.subj.sides)
    glad = bare and site.frame.guest and aim.link in ("purpose", "serial")
    return page_speaks(site.s, site.item.i, memory) if glad else []


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
    post = post_of(site, met)
    if post:
        return post  # "the ambassador of Peru to Chile was summoned"
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
    titled = people is not None and people.kind == "actor" and _is_official(site, people)
    if site.type != "CONSULT" or not (acts or titled) or site.frame.each:
        return []
    there = placed(site.behind, "at") or (_came_to(site) if titled else [])
    return [x.faceless() for x in there if x.sort in ("state", "capital") and x.code not in mine]


def _is_official(site: Site, people: Item) -> bool:
    """Tell whether somebody is named with an office, and not of which state: "Foreign Minister Ana Torres"."""
    hit = site.s.hits.get(people.i)
    titles = hit.word.titles if hit is not None and hit.word is not None else []
    named = people.mention is not None and people.mention.kind == "opaque"
    return named and any(t.office and not t.domestic for t in titles)


def hosts_meant(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return the state last visited, where a minister of no state named is met: "She also met Premier Ana Torres"."""
    first = next((x for x in site.behind if x.kind == "actor"), None)
    if site.type != "CONSULT" or first is None or first.role not in WITH or not _is_official(site, first):
        return []
    others = [x.faceless() for x in memory.journey or memory.meeting if x.code in states()]
    away = [x for x in others if x.code not in mine]
    return away if len(others) - len(away) == len(away) == 1 else []


def _came_to(site: Site) -> list[Side]:
    """Return where who meets somebody has come, as the clause above tells: "flew to Lima, where he met ..."."""
    above = site.clause.parent
    if above is None or site.clause.link not in ("rel", "serial", "purpose") or "CONSULT" not in above.types:
        return []
    return placed(above.items, "to", "at", "obj")


def _on_the_agenda(site: Site, memory: Memory) -> list[list[Side]]:
    """Return of whom the sentence before told, where one more contact is only said to come about.

    "Besok dijadwalkan pertemuan dengan Menlu Peru": of whoever met others today.
    """
    people = [x for x in memory.topic if x.person or x.office]
    partner = any(x.person or x.office for x in placed(site.behind, "with"))
    opens = site.clause.items[0] is site.item and site.clause.subj is None
    comes = (opens or _comes_about(site)) and site.clause.link == "main" and partner and not site.frame.each
    return [people] if comes and not memory.stale else []


def _comes_about(site: Site) -> bool:
    """Tell whether of a contact it is only said that it is held or planned, and by nobody."""
    clause, verb = site.clause, site.clause.verb
    said = clause.mods & {"planned"} or (verb is not None and ("light" in verb.classes or verb.mods))
    return site.item.kind == "noun" and not site.item.prep and clause.subj is None and bool(said)


def instances(site: Site, mine: set[str]) -> list[Side]:
    """Return who is named of several who are met: "menghubungi sejumlah pemimpin, di antaranya Presiden Peru"."""
    if site.frame.each or site.trigger.voice == "noun":
        return []
    end = next((k for k, x in enumerate(site.behind) if x.kind in ("verb", "semicolon", "quote")), None)
    row = [x for x in site.behind[:end] if x.kind != "adverb"]
    named = (b.sides for a, b in pairwise(row) if a.role == "such" and b.kind == "actor")
    return [x for x in next(named, []) if x.code not in mine and (x.person or x.office)]


def people_from(site: Site, mine: set[str]) -> list[Side]:
    """Return whose people are met, where "from" brings their states: "bertemu para duta besar dari Peru dan Chile"."""
    end = next((k for k, x in enumerate(site.behind) if x.kind in ("verb", "comma", "coord")), None)
    row = [x for x in site.behind[:end] if x.kind != "adverb"]
    for office, led in pairwise(row):
        if led.kind == "prep" and led.role == "from" and office.kind != "actor" and _is_office(site, office):
            return [x.faceless() for x in placed(row, "from") if x.code not in mine]
    return []


def _is_office(site: Site, item: Item) -> bool:
    """Tell whether an item ends with a title, or a word for those who act for a party."""
    hits = (site.s.hits.get(k) for k in range(item.i, item.j))
    titled = any(hit is not None and hit.word is not None and hit.word.titles for hit in hits)
    return titled or "agent" in site.s.classes(item.j - 1) | item.classes


def did_it(site: Site, met: set[str], memory: Memory) -> list[Side]:
    """Return whom "-nya" means behind a passive: "Menlu Peru pun ditemuinya", whoever the sentence before told of."""
    if site.trigger.voice != "passive" or not site.item.low.endswith(site.lex.pack.owning):
        return []
    told = [x for x in memory.topic if x.person or x.office] if not memory.stale else []
    did = told if len(told) == 1 else memory.persons[-1:]
    return [] if codes(did) & met else did


def body_meant(site: Site, memory: Memory) -> list[Side]:
    """Return the body of which the sentence before told, where its summit is only said to come about."""
    if site.type != "CONSULT" or not _comes_about(site):
        return []
    told = [x for x in memory.topic if x.code in bodies() and bodies()[x.code].kind != "group"]
    return [x.faceless() for x in told] if len(told) == 1 and not memory.stale else []


def council_meant(site: Site, memory: Memory) -> list[Side]:
    """Return the body last told of, whose members meet: "Rapat para menteri luar negeri digelar di Lima"."""
    if not site.frame.alone or site.item.kind != "noun":
        return []
    owner = next((x.mention for x in site.behind[:3] if x.kind == "actor"), None)
    if owner is None or owner.kind != "group" or owner.word == "pronoun":
        return []
    told = (x for x in reversed(memory.parties) if x.code in bodies() and bodies()[x.code].kind != "group")
    return [x.faceless() for x in islice(told, 1)]
