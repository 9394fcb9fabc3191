"""Who acts and who is acted on where a noun tells the event: "pertemuan X dengan Y", "X's demand".

In: the `Site` of a trigger noun.
Out: its actors and recipients. A noun alone is no event: it needs sides of its own, or something that carries
it (a light verb, a preposition that sets it as held or to come).
"""

from __future__ import annotations

from kawat.reading.acts import ASKING, GOVERNING, PHYSICAL, RECIPROCAL, REPLYING, SPOKEN
from kawat.reading.addressees import reached, resenting
from kawat.reading.carrying import (
    SETTING,
    attends,
    comes_for,
    comes_from,
    done_by,
    guests,
    here,
    is_carried,
)
from kawat.reading.defending import defender, suffered_deed, users
from kawat.reading.holding import holder
from kawat.reading.mentions import Side, codes
from kawat.reading.model import MUTUAL
from kawat.reading.objects import host, met_by_governed, whose_request
from kawat.reading.owning import Pair, beside
from kawat.reading.possessing import (
    begun_by,
    blamed,
    held_there,
    is_said_own,
    possessor,
    supporter,
)
from kawat.reading.site import Site, placed
from kawat.reading.structure import Clause
from kawat.reading.sufferers import aimed_at
from kawat.reading.territory import of_border

#: Acts whose noun says in its infinitive whom they reach: "commitment to help Peru", "refusal to apologise to Peru".
PROMISED = GOVERNING | {"SUPPORT"}
#: Acts that are there where somebody only speaks of them as his: "their support for Peru".
HELD = frozenset({"SUPPORT"})
#: Deeds whose noun may well be of one that is announced: "will discuss Peru's withdrawal from Chile".
HELPFUL = frozenset({"AID", "RETREAT"})
#: Deeds that two do to each other by arms, and the end of that.
CLASHING = frozenset({"ASSAULT", "RETREAT"})
#: Acts of words that are said to whom they reach.
ADDRESSED = frozenset({"REQUEST", "THREATEN", "AGREE"})


def sides_of_noun(site: Site) -> Pair:
    """Return who acts, and whom it reaches."""
    contact = site.type in MUTUAL
    own, other = beside(site)
    if other and site.type == "ASSAULT":
        other = [*other, *users(site)]
    if contact and not own and not other and site.item.prep in ("for", ""):
        asked = whose_request(site.clause, site.before)
        if asked:
            return site.subject(), asked  # "rejected Peru's request for a meeting"
    if not own and not other:
        own, other = by_relative(site)
        if (own and other) or (contact and len(codes(own)) > 1):
            return own, other
    own, other = held_there(site, own, other)
    own = own or _own_elsewhere(site, other) or begun_by(site)
    if own and not other and site.type == "AGREE":
        other = met_by_governed(site, codes(own))  # "its readiness to help Peru"
    asker = (own or placed(site.behind, "of")) if site.item.prep == "wish" else []
    if asker:
        agent = site.clause.agent() if site.clause.verb is not None and site.clause.verb.suffered else None
        # "atas permintaan Peru", "at the invitation of Peru"; "ditahan polisi Chile atas permintaan Peru"
        return asker, list(agent.sides) if agent is not None else site.subject()
    met = (comes_from(site) if not own else []) or guests(site)
    if met:
        own = own or (site.subject() if site.frame.alone else [])
        return own or met, [*other, *met] if own else other
    carried = is_carried(site)
    if site.frame.bound and not carried and not own:
        return [], []
    return _of_contact(site, own, other, carried) if contact else _of_act(site, own, other, carried)


def _own_elsewhere(site: Site, other: list[Side]) -> list[Side]:
    """Return whose a noun is where nothing beside it says so: "its", or who held those who are released."""
    own = site.subject() if is_said_own(site) else []
    if not own and site.type in PHYSICAL - HELPFUL:
        own = possessor(site, other)
    own = own or blamed(site)
    if not own and site.type == "RETREAT":
        own = holder(site)  # "the release of two nurses held in Peru"
    return own or (supporter(site, codes(other)) if other and site.type in HELD | {"AID"} else [])


def _of_contact(site: Site, own: list[Side], other: list[Side], carried: bool) -> Pair:
    if not own and site.item.clitic and site.item.prep in ("for", "wish"):
        own = placed(site.before, "obj", "to")  # "thanked X for his visit to Peru"
    if site.frame.each and not other and len(codes(own)) < 2:
        other = host(site) or (here(site) if comes_for(site) else [])  # "kunjungan tiga hari di Peru"
    if not own and len(codes(other)) > 1 and carried and site.subject():
        return site.subject(), other  # a letter to two leaders
    if not own and not other and (told := _addressed(site)):
        return site.subject(), told
    if len(codes(own, other)) > 1:
        return own or other, other if own else []
    if site.item.prep == "ahead":
        partner = other or placed(site.before, "with", "obj")
        return [s.faceless() for s in site.subject()], [s.faceless() for s in partner]
    if carried and not (own and site.frame.alone and not attends(site)):
        subject = site.subject() or _agent_of_passive(site) or done_by(site)
        return subject or own, (own if subject else []) + other
    return own, other


def _addressed(site: Site) -> list[Side]:
    """Return to whom something is said in the contact that is its setting: "asked Peru's president during a call".

    Not "kata X kepada Y pada pertemuan itu", which has been told of.
    """
    by = {"SUPPORT", "ACCUSE"} if site.item.prep == "means" else set()  # "mengucapkan selamat lewat surat"
    said = site.clause.verb_is("speech") or bool(site.clause.types & (ADDRESSED | by))
    if site.item.prep not in SETTING or not said or site.clause.nominal:
        return []
    again = any("anaphor" in x.classes for x in site.behind[:1])
    return placed(site.before, "obj") if again else placed(site.before, "obj", "to")


def _of_act(site: Site, own: list[Side], other: list[Side], carried: bool) -> Pair:
    verb = site.clause.verb
    if own and site.clause.answers(site.item):  # "menolak permintaan Chile"
        return own, other or [s.faceless() for s in site.subject() if s.code not in codes(own)]
    refuser = site.clause.agent() if _is_answered(site) else None
    if own and not other and refuser is not None:  # "Permintaan Chile itu ditolak Peru"
        return own, [s.faceless() for s in refuser.sides if s.code not in codes(own)]
    suffered = suffered_deed(site, own, carried=carried)
    if suffered is not None:
        return suffered
    if carried:
        subject = site.subject()
        if verb is not None and verb.i > site.item.i:  # "serangan dilakukan oleh X", "sanksi dijatuhkan X"
            behind = [x for x in site.behind if x.i > verb.i]
            own = own or placed(behind, "by") or _agent_of_passive(site)
            asked = _told_below(site, codes(own))  # "Desakan agar Peru mundur disampaikan Chile"
            return own, other or subject or asked or placed(behind, *site.to)
        if site.frame.own and subject and not other and not codes(own) & codes(subject):
            own, other = subject, own  # "mengumumkan penarikan tentara dari Mali": its own from there
        mine, met = codes(own, subject), site.clause.described  # "surat dari Peru yang berisi kecaman"
        other = other or _told_below(site, mine) or defender(site, mine)
        return own or subject, other or [s for s in (met.sides if met else []) if s.code not in mine]
    if own and not other:
        other = _told_below(site, codes(own)) or reached(site) or resenting(site, codes(own))
        other = other or defender(site, codes(own)) or aimed_at(site, codes(own))
    told = (own and other) or site.frame.alone or _between(site, own)
    hailed = site.type == "RETREAT" and "SUPPORT" in site.clause.types  # "welcomed the release": it has come
    held = bool(own and other) and site.type in HELD  # "discussed their support for Peru"
    fact = hailed or held or is_fact(site)
    return (own, other) if told and (fact or not site.clause.verb_is("topic")) else ([], [])


def _is_answered(site: Site) -> bool:
    """Tell whether what is asked or charged is the subject of a passive that answers it."""
    verb = site.clause.verb
    suffered = verb is not None and verb.suffered and verb.i > site.item.i and bool(verb.types & REPLYING)
    return suffered and site.clause.nominal and site.type in ASKING and not site.item.prep


def _between(site: Site, own: list[Side]) -> bool:
    """Tell whether two do it to each other: "bentrokan antara Peru dan Chile", "perang Peru-Chile"."""
    led = next((x.role for x in site.behind if x.kind in ("prep", "verb")), "")
    joined = site.type in CLASHING and bool(site.frame.mutual)
    return site.type in RECIPROCAL and len(codes(own)) > 1 and (led == "between" or joined)


def _told_below(site: Site, mine: set[str]) -> list[Side]:
    """Return whom the noun's own "bahwa", "agar", "untuk" names: "tuduhan Peru bahwa Chile ..."."""
    if site.type in SPOKEN:
        for c in site.below("comp", "purpose"):
            if c.own_subj and c.subj is not None and _belongs(site, c):
                return [s for s in c.subj.sides if s.code not in mine]
    if site.type == "SUPPORT" and any(_hinders(c) for c in site.below("serial", "purpose", "comp")):
        return []
    return met_by_governed(site, mine) if site.type in PROMISED else []


def _hinders(clause: Clause) -> bool:
    """Tell whether something is to be kept from happening: "commitment to prevent Peru from ..."."""
    verb = clause.verb
    kept = verb is not None and "topic" in verb.classes and "backing" not in verb.classes
    return kept or any("negated" in x.mods for x in clause.items)


def _belongs(site: Site, below: Clause) -> bool:
    """Tell whether a clause below says what the noun is of, and not what the verb behind it does."""
    verb = site.clause.verb
    return bool(below.items) and (verb is None or verb.i < site.item.i or below.items[0].i < verb.i)


def is_fact(site: Site) -> bool:
    """Tell whether a noun names a deed with both its sides: "to discuss Peru's war against Chile" - it is waged."""
    if site.trigger.voice != "noun" or site.type not in PHYSICAL or site.item.mods:
        return False
    own, other = beside(site)
    if not own and not other:
        own, other = by_relative(site)  # "to lift the sanctions that Peru imposed on Chile"
    own = own or possessor(site, other)
    return bool(own and (other or defender(site, codes(own)) or _between(site, own)))


def is_under_way(site: Site) -> bool:
    """Tell whether what is still to come is only what is done about a deed: "will discuss Peru's war on Chile"."""
    told = is_fact(site) or (site.type == "COERCE" and site.frame.alone and bool(beside(site)[0]))
    deed = site.type in PHYSICAL - HELPFUL and told
    return deed and not is_carried(site) and not site.clause.mods & site.item.mods


def by_relative(site: Site) -> Pair:
    """Return the sides that a relative gives: "surat yang dikirim X kepada Y", "sanksi yang dijatuhkan X"."""
    for c in site.clauses:
        if c.head is site.item and site.type == "CONSULT" and c.verb_is("attended"):
            return placed(c.items, "by", "obj"), []  # "perundingan yang melibatkan X dan Y"
        if c.head is site.item and c.verb_is("light"):
            own = placed(c.items, "by", "obj") if c.link != "comp" else []
            if not own and c.subj is not None and c.link != "serial":
                own = list(c.subj.sides)
            between = placed(c.items, "between") if site.type in MUTUAL | RECIPROCAL else []
            # "gencatan senjata yang berlaku antara X dan Y"
            both = between if site.type in RECIPROCAL else []
            return own or between, both or placed(c.items, *site.to)
    both = of_border(site)
    return both, list(both)


def _agent_of_passive(site: Site) -> list[Side]:
    """Return who acts in a passive clause: "hal itu disampaikan X dalam pertemuan dengan Y"."""
    said = site.clause.verb_is("cue") and site.clause.subj is None  # "kata X di sela kunjungannya ke Y"
    mention = site.clause.agent() if site.clause.nominal or said else None
    return list(mention.sides) if mention is not None else []
