"""The two sides of an argument, by what the whole article told: who says so, and whom it is said of.

In: the `Site` of a trigger, the parties that act, the article's memory.
Out: the speaker whom only "katanya" or a long quotation gives; the other party that the article is about, whom an
act of words without an address is meant for. `inference` and `completing` ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.knowledge.states import states
from kawat.reading.mentions import OFTEN, Memory, Side, codes, told_most
from kawat.reading.nouns import CLASHING
from kawat.reading.owning import beside
from kawat.reading.places import place_at
from kawat.reading.scan import Sentence
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.structure import Clause
from kawat.reading.unsaid import enemy

#: Acts that may be meant for the other party that the article is about.
MATCHED = frozenset({"ACCUSE", "REJECT", "REQUEST"})
#: What stands beside those who are asked, and how many of these may: "semua menteri kabinetnya".
PASSED, NEAR = frozenset({"word", "adverb", "number", "actor"}), 5
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


def main_other(mine: set[str], memory: Memory) -> list[Side]:
    """Return the other party that the whole article names most, and more than once, if it has been named yet."""
    main = _main(mine, memory)
    often = memory.named.get(main, 0) >= OFTEN
    return [x.faceless() for x in memory.parties if often and x.code == main][-1:]


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


def parties_asked(site: Site, actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom a third asks who asks "kedua negara": the two others that the whole article names most.

    "Kuba memuji Fiji dan Mali. Kanada meminta kedua negara menahan diri": not those just named together.
    """
    first = next((x for x in site.behind if x.kind not in ("adverb", "mark", "prep")), None)
    pair = first is not None and first.mention is not None and first.mention.kind in ("state_pair", "pair")
    if site.type != "REQUEST" or not pair or site.trigger.voice not in REACHING or not actors:
        return []
    mine = codes(actors)
    told = {x.code: x.faceless() for x in memory.parties if x.code in states()}
    most = sorted(told, key=lambda code: -memory.named.get(code, 0))[:2]
    return [told[code] for code in most] if len(most) == 2 and mine.isdisjoint(most) else []


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


def clash_meant(site: Site, memory: Memory) -> list[Side]:
    """Return who fight, or stop it, where a noun alone says so: "Pertempuran pecah", "Gencatan senjata berlaku".

    The two spoken of in its sentence, "antara kedua negara", else those who fought last.
    """
    item, verb = site.item, site.clause.verb
    alone = site.trigger.voice == "noun" and bool(site.frame.mutual) and not item.prep
    alone = alone and "planned" not in site.clause.mods
    if not alone or site.type not in CLASHING or verb is None or verb.i < item.i:
        return []
    row = [x for c in site.clauses for x in c.items if x.mention is not None]
    both = next((x.sides for x in row if x.mention is not None and x.mention.kind == "state_pair"), [])
    if not both and any(x.sides for x in site.behind if x.i < verb.i):
        return []
    found = [s.faceless() for s in both or memory.fight]
    return found if len(codes(found)) > 1 else []


def attack_meant(site: Site, memory: Memory) -> tuple[list[Side], list[Side]]:
    """Return who attacks whom where a noun only says whose the attack is: "korban gempuran Peru"; whom it fights."""
    verb, told = site.clause.verb, site.before[-1:]
    # "gempuran Peru menewaskan ..." is told by its verb, "ancaman serangan Peru" tells of none
    tells = verb is not None and "ASSAULT" in verb.types
    only = any(x.kind in ("noun", "mod") for x in told) or site.clause.verb_is("topic")
    if site.trigger.voice != "noun" or site.type != "ASSAULT" or tells or only:
        return [], []
    own, other = beside(site)
    if other or len(codes(own)) != 1:
        return [], []
    foes = [s.faceless() for s in memory.foes.get(own[0].code, []) if s.code not in codes(own)]
    if not site.frame.mutual:
        return own, foes or enemy(own[0], codes(own))
    struck = own[0].code in memory.harmed and own[0].code not in codes(memory.deeds.get("ASSAULT", []))
    if struck and foes:
        return foes, own  # "perang Peru" is fought there where others attacked it
    # it may be the one that is waged there, but "perang Peru di Chile"
    return (own if any(x.role == "at" and x.sides for x in site.behind) else []), []


def turns_to_followers(site: Site) -> bool:
    """Tell whether somebody asks something of his own: "meminta kabinetnya menyetujui", "urged Congress to pass".

    Of "meminta warga sipil dilindungi", where it befalls them, whoever is to do it is another.
    """
    led = next((k for k, x in enumerate(site.behind) if x.kind not in PASSED or x.sides), len(site.behind))
    words = {w for x in site.behind[: min(led, NEAR)] for w in site.s.lows[x.i : x.j]}
    if words.isdisjoint(site.lex.pack.followers):
        return False
    verb = next((c.verb for c in site.below("comp", "serial", "purpose") if c.verb is not None), None)
    shape = site.lex.passive
    return verb is None or not (verb.suffered or (shape is not None and shape.match(verb.low)))


def struck_teller(site: Site, mine: set[str]) -> list[Side]:
    """Return the state that says so, of force that meets nobody named: "Peru said Chilean rockets hit a port"."""
    if site.type != "ASSAULT" or site.item.kind != "verb" or site.trigger.voice not in REACHING:
        return []
    if not site.lex.pack.adjective_first or any("agent" in x.classes for x in site.behind[:NEAR]):
        return []  # "had killed three soldiers": whose they are, it does not say
    said = [c.subj for c in site.clause.up()[1:] if c.subj is not None and c.verb_is("speech")]
    told = [s for m in said for s in m.sides] + placed(site.clause.items, "according")
    return [s.faceless() for s in told if s.code in states() and s.code not in mine][:1]
