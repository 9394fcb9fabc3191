"""Who acts and who is acted on where a noun tells the event: "pertemuan X dengan Y", "X's demand".

In: the `Site` of a trigger noun.
Out: its actors and recipients. A noun alone is no event: it needs sides of its own, or something that carries
it (a light verb, a preposition that sets it as held or to come).
"""

from __future__ import annotations

from kawat.reading.acts import GOVERNING, PHYSICAL, RECIPROCAL, SPOKEN
from kawat.reading.mentions import Side, codes
from kawat.reading.model import MUTUAL
from kawat.reading.objects import host, met_by_governed
from kawat.reading.site import Site, placed
from kawat.reading.structure import Clause, Item

#: Prepositions that lead from a contact to what it is about.
TOPIC = ("about", "for")
#: Prepositions that set the contact behind them as held or to come.
SETTING = ("during", "ahead", "means", "time")
#: Acts whose noun says in its infinitive whom they reach: "commitment to help Peru", "refusal to apologise to Peru".
PROMISED = GOVERNING | {"SUPPORT"}
#: Acts whose noun has who does them behind "from", as behind "by": "bantuan dari Peru", "criticism from Chile".
COMING = SPOKEN | {"AID"}
#: Acts of words that are said to whom they reach.
ADDRESSED = frozenset({"REQUEST", "THREATEN", "AGREE"})

Pair = tuple[list[Side], list[Side]]


def sides_of_noun(site: Site) -> Pair:
    """Return who acts, and whom it reaches."""
    contact = site.type in MUTUAL
    own, other = beside(site)
    if not own and not other:
        own, other = _by_relative(site)
        if (own and other) or (contact and len(codes(own)) > 1):
            return own, other
    guests = _guests(site)
    if guests:
        return own or guests, [*other, *guests] if own else other
    carried = _is_carried(site)
    if site.frame.bound and not carried and not own:
        return [], []
    return _of_contact(site, own, other, carried) if contact else _of_act(site, own, other, carried)


def _of_contact(site: Site, own: list[Side], other: list[Side], carried: bool) -> Pair:
    if site.frame.each and not other and len(codes(own)) < 2:
        other = host(site) or (_here(site) if _comes_for(site) else [])  # "kunjungan tiga hari di Peru"
    if not own and len(codes(other)) > 1 and carried and site.subject():
        return site.subject(), other  # a letter to two leaders
    if not own and not other and _is_addressed(site):
        return site.subject(), placed(site.before, "obj")  # "asked Peru's president for help during a call"
    if len(codes(own, other)) > 1:
        return own or other, other if own else []
    if site.item.prep == "ahead":
        partner = other or placed(site.before, "with", "obj")
        return [s.faceless() for s in site.subject()], [s.faceless() for s in partner]
    if carried and not (own and site.frame.alone and not _attends(site)):
        subject = site.subject() or _agent_of_passive(site)
        return subject or own, (own if subject else []) + other
    return own, other


def _is_addressed(site: Site) -> bool:
    """Tell whether the verb is said to its object, in the contact that is its setting."""
    said = site.clause.verb_is("speech") or bool(site.clause.types & ADDRESSED)
    return site.item.prep in SETTING and said and not site.clause.nominal and bool(placed(site.before, "obj"))


def _of_act(site: Site, own: list[Side], other: list[Side], carried: bool) -> Pair:
    verb = site.clause.verb
    if site.type == "REQUEST" and own and not other and site.item.prep == "wish":
        return own, site.subject()  # "atas permintaan Peru", "at Peru's request"
    if carried and site.clause.verb_is("receiving") and verb is not None and verb.i < site.item.i:
        return own or placed(site.behind, "from", "by", "against"), site.subject()
    if carried:
        subject = site.subject()
        if verb is not None and verb.i > site.item.i:  # "serangan dilakukan oleh X", "sanksi dijatuhkan X"
            behind = [x for x in site.behind if x.i > verb.i]
            own = own or placed(behind, "by") or _agent_of_passive(site)
            return own, other or subject or placed(behind, *site.to)
        return own or subject, other or _told_below(site, codes(own, subject))
    if own and not other:
        other = _told_below(site, codes(own)) or _reached(site) or _resenting(site, codes(own))
    told = (own and other) or site.frame.alone or _between(site, own)
    return (own, other) if told and (is_fact(site) or not site.clause.verb_is("topic")) else ([], [])


def _between(site: Site, own: list[Side]) -> bool:
    """Tell whether two do it to each other: "bentrokan antara Peru dan Chile"."""
    led = next((x.role for x in site.behind if x.kind in ("prep", "verb")), "")
    return site.type in RECIPROCAL and len(codes(own)) > 1 and led == "between"


def _told_below(site: Site, mine: set[str]) -> list[Side]:
    """Return whom the noun's own "bahwa", "agar", "untuk" names: "tuduhan Peru bahwa Chile ..."."""
    if site.type in SPOKEN:
        for c in site.below("comp", "purpose"):
            if c.own_subj and c.subj is not None and _belongs(site, c):
                return [s for s in c.subj.sides if s.code not in mine]
    return met_by_governed(site, mine) if site.type in PROMISED else []


def _belongs(site: Site, below: Clause) -> bool:
    """Tell whether a clause below says what the noun is of, and not what the verb behind it does."""
    verb = site.clause.verb
    return bool(below.items) and (verb is None or verb.i < site.item.i or below.items[0].i < verb.i)


def _resenting(site: Site, mine: set[str]) -> list[Side]:
    """Return who resents sanctions, which meet whoever does: "Peru mengecam sanksi Chile"."""
    verb = site.clause.verb
    resents = verb is not None and verb.i < site.item.i and verb.types & {"ACCUSE", "REJECT"}
    return [
        s.faceless() for s in site.subject() if resents and site.type == "SANCTION" and s.code not in mine
    ]


def _reached(site: Site) -> list[Side]:
    """Return where help comes to: "bantuan Peru tiba di Chile"."""
    verb = site.clause.verb
    if site.type != "AID" or verb is None or verb.i < site.item.i:
        return []
    return placed([x for x in site.behind if x.i > verb.i], "to", "at")


def is_fact(site: Site) -> bool:
    """Tell whether a noun names a deed with both its sides: "to discuss Peru's war against Chile" - it is waged."""
    if site.trigger.voice != "noun" or site.type not in PHYSICAL or site.item.mods:
        return False
    own, other = beside(site)
    return bool(own and other)


def beside(site: Site) -> Pair:
    """Return whose the noun is, and with or against whom, by the words right behind (or before) it."""
    own: list[Side] = []
    other: list[Side] = []
    roles = {*site.to, "with"}
    led = ""  # the preposition whose phrase is open
    patient = _brings_patient(site)
    for x in site.behind:
        passed = x.kind == "noun" and led in roles and not other and _is_object(site, x)
        passed = passed or is_topic(site.item, x)
        if x.kind in ("verb", "noun", "comma") and not passed and (x.kind != "comma" or own or other):
            break
        if x.kind == "prep":
            goes_on = x.role in ("of", "such") or (x.role == "at" and site.type in PHYSICAL and not other)
            led = led if goes_on and led in roles else x.role  # "serangan ke rumah sakit di Peru"
            if led in TOPIC and led not in roles:
                break
        if x.kind == "actor":
            role = "of" if x.owner else x.role
            within = led in roles and led != "of"  # "commitment to the security of Peru"
            met = role in roles or (role in ("of", "between") and (patient or within))
            met = met or (role == "at" and within)
            owns = role in ("of", "between") and not met and not other
            if role == "by" or owns or (role == "from" and site.type in COMING):
                own += x.sides
            elif met:
                other += x.sides
    return own or _owner_before(site), other


def is_topic(contact: Item, noun: Item) -> bool:
    """Tell whether a noun right behind a contact's says what it is about: "perundingan gencatan senjata".

    A letter does what it says: "surat protes" is a protest.
    """
    nouns = contact.kind == "noun" and noun.kind == "noun" and noun.i == contact.j
    return nouns and any(t.frame.type == "CONSULT" and t.frame.mode != "letter" for t in contact.triggers)


def _brings_patient(site: Site) -> bool:
    """Tell whether the owner of the noun is acted on: it is where "oleh" brings who acts, not where "atas" does whom.

    "pencaplokan Peru oleh Chile", but "aneksasi Chile atas Peru"; else the frame says so.
    """
    ends = (k for k, x in enumerate(site.behind) if x.kind in ("verb", "noun", "comma"))
    phrase = site.behind[: next(ends, len(site.behind))]
    against = next((k for k, x in enumerate(phrase) if x.kind == "prep" and x.role == "against"), len(phrase))
    if any(x.sides for x in phrase[against:]):
        return False
    return site.frame.patient or (site.type in PHYSICAL and bool(placed(phrase, "by")))


def _is_object(site: Site, noun: Item) -> bool:
    """Tell whether words are about an act: "thanks for the support of Peru", but not "support for talks with Peru"."""
    return site.type in SPOKEN and "CONSULT" not in noun.types


def _owner_before(site: Site) -> list[Side]:
    """Return who stands before the noun as its owner: "Russia's recent demand", "Israeli strikes"."""
    if not site.lex.pack.adjective_first:
        return []
    for k, x in enumerate(reversed(site.before)):
        if x.kind == "actor":
            return list(x.sides) if x.owner or k == 0 else []
        if x.kind not in ("word", "adverb", "coord"):
            return []
    return []


def _by_relative(site: Site) -> Pair:
    """Return the sides that a relative gives: "surat yang dikirim X kepada Y", "sanksi yang dijatuhkan X"."""
    for c in site.clauses:
        if c.head is site.item and c.verb_is("light"):
            own = placed(c.items, "by", "obj") if c.link != "comp" else []
            if not own and c.subj is not None and c.link != "serial":
                own = list(c.subj.sides)
            between = placed(c.items, "between") if site.type in MUTUAL else []
            return own or between, placed(c.items, *site.to)
    return [], []


def _agent_of_passive(site: Site) -> list[Side]:
    """Return who acts in a passive clause: "hal itu disampaikan X dalam pertemuan dengan Y"."""
    mention = site.clause.agent() if site.clause.nominal else None
    return list(mention.sides) if mention is not None else []


def _attends(site: Site) -> bool:
    """Tell whether a person takes part in the meeting named: "menghadiri KTT ASEAN", "in Lima for the APEC summit"."""
    subject = site.clause.subj
    takes_part = site.clause.verb_is("attend") or _comes_for(site)
    return takes_part and subject is not None and bool(subject.codes)


def _guests(site: Site) -> list[Side]:
    """Return who takes part in a meeting that is the subject: "KTT G7 dihadiri Presiden Peru"."""
    verb = site.clause.verb
    if site.type != "CONSULT" or site.item.prep or verb is None or not site.clause.verb_is("attended"):
        return []
    behind = [x for x in site.behind if x.i > verb.i]
    return placed(behind, "by", "obj") if site.item.i < verb.i else []


def _is_carried(site: Site) -> bool:
    """Tell whether the clause's verb carries the noun, or a preposition sets it as held or to come."""
    item, verb = site.item, site.clause.verb
    contact = site.type == "CONSULT"
    if (item.clitic and contact) or item.prep in SETTING:
        return contact
    if contact and (_comes_for(site) or (item.prep == "at" and site.clause.verb_is("attend"))):
        return True  # "is in Lima for talks", "hadir di KTT"
    if item.prep not in ("", "with", "of"):  # "five rounds of sanctions"
        return False
    if verb is None:
        return bool(item.mods or site.clause.mods) or (contact and _stands_as_verb(site))
    if "topic" in verb.classes:
        return False
    return "light" in verb.classes or (contact and bool(verb.mods)) or _follows_modal(site.before)


def _comes_for(site: Site) -> bool:
    """Tell whether somebody is or goes somewhere for a contact: "is in Lima for talks with Peru"."""
    before = [x for x in site.before if x.kind not in ("word", "adverb", "number")]
    named = bool(before) and before[-1].kind == "actor"  # "for the APEC summit"
    if site.item.prep != "for" and not (named and len(before) > 1 and before[-2].role == "for"):
        return False
    verb = site.clause.verb
    going = verb is not None and verb.i < site.item.i and any(t.frame.each for t in verb.triggers)
    return going or (verb is None and bool(_here(site)))


def _here(site: Site) -> list[Side]:
    """Return the state in which somebody is, by what stands before the noun."""
    return [s.faceless() for s in placed(site.before, "at") if s.sort in ("state", "capital")]


def _stands_as_verb(site: Site) -> bool:
    """Tell whether a noun does a verb's work between subject and partner: "kami sudah komunikasi dengan Y"."""
    partner = site.behind[0] if site.behind else None
    return partner is not None and partner.kind == "prep" and partner.role == "with" and bool(site.subject())


def _follows_modal(before: list[Item]) -> bool:
    return bool(before) and before[-1].kind == "mod"
