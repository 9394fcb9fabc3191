"""When words that could tell an event do not: wrong company, a wish, a fear, a condition, a prediction.

In: the `Site` of a trigger (or its clause).
Out: whether it is barred, and by what. The status of what is told, `status` tells.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from kawat.knowledge.bodies import bodies
from kawat.reading.acts import ASKING, BINDING, PHYSICAL, SPOKEN
from kawat.reading.carrying import is_topic
from kawat.reading.conditions import tells_of_another
from kawat.reading.entries import Frame
from kawat.reading.lexicon import Trigger
from kawat.reading.mentions import Side, codes
from kawat.reading.nouns import is_fact
from kawat.reading.owning import beside
from kawat.reading.places import place_at
from kawat.reading.refusals import Refusal
from kawat.reading.scan import Sentence
from kawat.reading.site import Site, placed
from kawat.reading.status import Effects
from kawat.reading.structure import Clause, Item

BESIDE = 2  # tokens before a party's name in which a word may say that people or things of it are meant
#: Acts of words that an aim tells as well: "took steps to hold Peru accountable", "is working to support Peru".
SAID_BY_AIMS = frozenset({"SUPPORT", "ACCUSE"})
#: Links of a clause that says what a journey is for.
AIMS = frozenset({"purpose", "serial", "comp"})
LED = 5  # tokens before a trigger among which one of its frame's `before` must stand, and none of `unless`
HEADED = 9  # tokens before a relative in which what it tells of may be named
NEAR = 3  # tokens behind a trigger in which its frame's `without` may not stand


def fitted(s: Sentence, clauses: list[Clause]) -> list[Clause]:
    """Take from each verb and noun the frames whose `needs` and `without` its clause does not meet."""
    for clause in clauses:
        for item in clause.items:
            if item.triggers:
                item.triggers = tuple(t for t in item.triggers if misfit(t, s, clauses, clause, item) is None)
    return clauses


def misfit(
    trigger: Trigger, s: Sentence, clauses: list[Clause], clause: Clause, item: Item
) -> Refusal | None:
    """Tell which list of words of its frame keeps a trigger from telling an event; None: neither.

    Needed words may stand up to the end of the clause and of those that it governs; of a passive or mutual verb, also
    before it.
    """
    frame = trigger.frame
    company = _company(frame, s, item)
    if company is not None or not frame.needs:
        return company
    if _says_another_deed(trigger, s, clauses, clause, item):
        return "needs"
    reach = [c for c in clauses if c is clause or c.parent is clause]
    last = max((x.j for c in reach for x in c.items if x.i >= item.i), default=item.j)
    first = item.i if trigger.voice in ("active", "noun", "headline") else min(x.i for x in clause.items)
    # "the release of two sailors held in Peru"
    reduced = trigger.voice == "passive" and frame.type in PHYSICAL
    links = ("comp", "rel", "serial") if reduced else ("comp", "rel")
    parent = clause.parent if clause.link in links and trigger.voice != "noun" else None
    if parent is not None and not parent.verb_is("speech"):  # "the missiles that Peru fired"
        first = max(0, min(x.i for x in clause.items) - NEAR)
    if parent is not None and clause.link == "rel" and trigger.voice == "passive":
        first = min(first, _described(clause, parent))
    return None if _holds(_text(s, first, last), frame.needs) else "needs"


def _company(frame: Frame, s: Sentence, item: Item) -> Refusal | None:
    """Tell which of the words right before and behind keep a trigger from telling an event; None: none."""
    if frame.town and not _is_town(s, item.j):
        return "needs"
    led = _text(s, max(0, item.i - LED), item.i) if frame.before or frame.unless else ""
    if frame.before and not _holds(led, frame.before):
        return "needs"
    behind = _unnamed(s, item.j, item.j + NEAR) if frame.without else ""
    return "without" if _holds(led, frame.unless) or _holds(behind, frame.without) else None


def _says_another_deed(
    trigger: Trigger, s: Sentence, clauses: list[Clause], clause: Clause, item: Item
) -> bool:
    """Tell whether a verb of saying leads to what the speaker does, or to a deed without a word of blame beside it.

    "mengatakan pengusiran itu (adalah) kesalahan" judges, "mengatakan akan menyelidiki pelanggaran itu" does not.
    """
    judged = trigger.frame.type == "ACCUSE" and trigger.voice == "active" and trigger.frame.needs
    if not judged or "speech" not in item.classes:
        return False
    below = next((c for c in clauses if c.parent is clause and c.link in ("comp", "serial") and c.verb), None)
    verb = below.verb if below is not None else None
    if below is None or verb is None or verb.i < item.i or verb.classes & {"light", "verb"}:
        return False
    if not below.own_subj and verb.types - {"ACCUSE"} and verb.i - item.j < NEAR:
        return True
    told = _text(s, item.j, below.items[0].i) + _text(s, max(item.j, verb.i - NEAR), verb.j + NEAR)
    return not _holds(told, trigger.frame.needs)


def _described(clause: Clause, parent: Clause) -> int:
    """Return the token where what a relative tells of begins: "perjanjian batas laut itu, yang diteken di ..."."""
    start = min(x.i for x in clause.items)
    row = [x for x in parent.items if x.i < start]
    led = next((x.j for x in reversed(row) if x.kind == "verb"), row[0].i if row else start)
    return max(led, start - HEADED)


def _is_town(s: Sentence, i: int) -> bool:
    """Tell whether a place within a known state is named at token i."""
    where = place_at(s, i)
    return where is not None and where.country is not None and where.precision != "country"


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(f" {w} " in text for w in words)


def _text(s: Sentence, i: int, j: int) -> str:
    """Return tokens i..j in lower case, a space on either side of each."""
    return f" {' '.join(s.lows[i:j])} "


def _unnamed(s: Sentence, i: int, j: int) -> str:
    """Return tokens i..j in lower case without names of several words: "mendorong Organisasi Kerja Sama Islam"."""
    named = {k for h in s.hits.values() if h.name is not None and h.j - h.i > 1 for k in range(h.i, h.j)}
    return f" {' '.join(s.lows[k] for k in range(i, min(j, len(s.lows))) if k not in named)} "


def is_object_of_act(site: Site) -> bool:
    """Tell whether a noun is the object of an event itself: "menolak tuntutan" tells no demand.

    Neither does "perundingan gencatan senjata" tell a ceasefire.
    """
    item, verb = site.item, site.clause.verb
    if site.before and site.type != "CONSULT" and is_topic(site.before[-1], item):
        return True
    if item.kind == "noun" and site.type == "AID":
        return is_cut(site.clause, item)
    if item.kind != "noun" or site.type not in SPOKEN:
        return False
    if verb is None or item.prep or verb.i > item.i or "light" in verb.classes:
        return False
    if site.type in ASKING and site.clause.answers(item):
        return not beside(site)[0]  # whose demand is refused has made it
    return bool(verb.types - {"CONSULT"})


def is_cut(clause: Clause, noun: Item) -> bool:
    """Tell whether a verb ends or cuts the help that a noun tells: "memangkas bantuan", "halted aid"."""
    verb = clause.verb
    return verb is not None and verb.i < noun.i and not noun.prep and "SANCTION" in verb.types


def barred(site: Site, effects: Effects) -> Refusal | None:
    """Tell how the clause only speaks of the act: asks, fears, aims at, discusses, threatens it; None: it tells it."""
    if effects.hypothetical:
        return "condition"
    if site.frame.deed and tells_of_another(site) != (site.frame.deed == "other"):
        return "foretold"
    if site.type == "CONSULT":
        return None
    if site.type in PHYSICAL and _describes(site):
        return None
    chain = site.clause.up()
    fact_or_aim = next((c for c in chain if c.link in ("rel", "sub", "purpose")), None)
    aim = fact_or_aim is not None and fact_or_aim.link == "purpose" and "decided" not in fact_or_aim.led
    if aim and fact_or_aim is not None and not _is_said(site, fact_or_aim) and not is_fact(site):
        return "purpose"  # a relative tells a fact, and so does "setelah ..."
    return "governed" if _is_governed(site.type, chain) else None


def _describes(site: Site) -> bool:
    """Tell whether a clause only says of a thing who did it: "agreed to restore the ties that Peru severed"."""
    clause, verb = site.clause, site.item
    if clause.link != "comp" or not clause.own_subj or clause.verb is not verb or clause.parent is None:
        return False
    told = [
        x for x in clause.parent.items if x.i < clause.items[0].i and x.kind not in ("that", "rel", "mark")
    ]
    first = next((x for x in site.behind if x.kind != "adverb"), None)
    bare = first is None or first.kind in ("prep", "time", "comma", "coord", "mark", "sub")
    return bare and bool(told) and told[-1].kind in ("word", "noun")


def _is_said(site: Site, aim: Clause) -> bool:
    """Tell whether an aim tells it: what somebody is called or met for to be told, or what no other act is done for.

    "menelepon X untuk berterima kasih"; "took steps to hold Peru accountable", but not "asked Chile to condemn Peru".
    """
    above = aim.parent
    if above is None:
        return False
    helps = site.type == "AID" and aim.verb is site.item  # "came together to help Peru rebuild"
    if not above.types:
        return (helps or site.type in SAID_BY_AIMS) and aim.subj is above.subj
    if site.type not in SPOKEN or "CONSULT" not in above.types:
        return False
    # "met to reiterate their support"
    voiced = site.trigger.voice == "noun" and aim.verb_is("light", "speech")
    return voiced or (aim.verb is site.item and bool(placed(above.items, "obj", "with")))


def _is_governed(type_: str, chain: list[Clause]) -> bool:
    """Tell whether a verb above threatens, asks, refuses or alleges the act, or protests with it."""
    for inner, outer in pairwise(chain):
        if inner.link not in ("comp", "serial") or outer.verb is None:
            return False
        if type_ in SPOKEN and _says_of_itself(inner, outer):
            continue
        above = _types_above(inner, outer)
        if type_ in SPOKEN and above & BINDING == {"AGREE"} and inner.link == "serial" and _adds(inner):
            continue  # "issued a joint statement demanding that Peru leave": what is agreed on says it
        if ("ACCUSE" in above and type_ not in PHYSICAL) or above & BINDING:
            return True
        if "PROTEST" in above and type_ in SPOKEN:
            return True  # "berunjuk rasa menentang Peru"
    return False


def _adds(clause: Clause) -> bool:
    """Tell whether a clause goes on in a participle: "agreed on a text condemning Peru"."""
    return clause.verb is not None and clause.verb.low.partition(" ")[0].endswith("ing")


def _says_of_itself(inner: Clause, outer: Clause) -> bool:
    """Tell whether it is said what a party says, by itself or by nobody known: "said that Peru condemned the raid"."""
    if inner.link != "comp" or not outer.verb_is("speech") or inner.subj is None or outer.subj is None:
        return False
    return bool(inner.subj.codes) and (not outer.subj.codes or inner.subj.codes == outer.subj.codes)


def _types_above(inner: Clause, outer: Clause) -> set[str]:
    """Return what the verb above can tell of, or the noun whose content the clause is: "Tuduhan bahwa ... dibantah"."""
    if outer.governs(inner):
        return outer.types
    nouns = [x for x in outer.items if x.kind == "noun" and inner.items and x.i < inner.items[0].i]
    return nouns[-1].types if nouns else set()


def is_foretold(clause: Clause, actors: list[Side]) -> bool:
    """Tell whether somebody else says, fears or hopes what the actors will do: a prediction is no event."""
    mine = codes(actors)
    return any(
        outer.nominal or (outer.subj is not None and not outer.subj.codes & mine)
        for inner, outer in pairwise(clause.up())
        if inner.link in ("comp", "quote")
    )


def is_private_trip(site: Site, actors: list[Side]) -> bool:
    """Tell whether those who travel or meet are no officials: tourists, citizens, ships."""
    if site.frame.mode != "in-person" or any(x.person or x.office for x in actors):
        return False
    return bool(actors) and all(_is_traveller(site, x) for x in actors)


def is_for_meeting(site: Site) -> bool:
    """Tell whether somebody travels to what many attend: whose town it is held in meets nobody by that.

    "terbang ke Brussels untuk menghadiri KTT Uni Eropa", "left for the UN assembly session in New York".
    """
    if not site.frame.each or not site.is_mutual:
        return False
    below = next((c for c in site.clauses if c.parent is site.clause and c.link in AIMS), None)
    attends = below is not None and below.verb_is("attend") and not below.types
    if attends and below is not None:
        ends = next((k for k, x in enumerate(below.items) if x.kind in ("comma", "semicolon")), None)
        row = below.items[:ends]
        many = any(t.frame.alone for x in row for t in x.triggers) or any(
            x.code in bodies() for y in row for x in y.sides
        )
        return many and not any(x.person or x.office for y in row for x in y.sides)
    to = (x for x in site.behind if x.kind == "noun" and x.prep == "to")
    return any(t.frame.alone for x in to for t in x.triggers)


def official(site: Site, sides: list[Side]) -> list[Side]:
    """Return those of the sides whom to meet is a contact of states: not "pengusaha Peru", "the Peruvian tourists"."""
    if site.type != "CONSULT" or site.frame.mode != "in-person":
        return sides
    return [x for x in sides if x.person or x.office or not _is_traveller(site, x)]


def _is_traveller(site: Site, side: Side) -> bool:
    """Tell whether words at or beside a party's name make it one of people or things: "wisatawan asal Peru"."""
    i, j = bisect_right(site.s.starts, side.start) - 1, bisect_right(site.s.starts, side.end - 1)
    near = _text(site.s, max(0, i - BESIDE), min(j + 1, site.item.i) if i < site.item.i else j + 1)
    return any(f" {w} " in near for w in site.lex.pack.travellers)
