"""Whether anything carries a trigger noun, so that it tells of something: a verb, a journey for it, who attends it.

In: the `Site` of a trigger noun.
Out: yes or no, and whom a meeting that is attended brings. `nouns` asks.
"""

from __future__ import annotations

from kawat.reading.acts import FORCE, SPOKEN
from kawat.reading.mentions import Side, codes
from kawat.reading.site import Site, placed
from kawat.reading.structure import Item

#: Prepositions that set the contact behind them as held or to come.
SETTING = ("during", "ahead", "means", "time")
#: Roles of those for whom words are meant.
MEANT = frozenset({"against", "to", "for"})


def attends(site: Site) -> bool:
    """Tell whether a person takes part in the meeting named: "menghadiri KTT ASEAN", "in Lima for the APEC summit"."""
    subject = site.clause.subj
    takes_part = site.clause.verb_is("attend") or comes_for(site)
    return takes_part and subject is not None and bool(subject.codes)


def guests(site: Site) -> list[Side]:
    """Return who takes part in a meeting that is the subject: "KTT G7 dihadiri Presiden Peru"."""
    verb = site.clause.verb
    if site.type == "CONSULT" and site.frame.alone:
        described = (c for c in site.clauses if c.link == "rel" and c.parent is site.clause)
        found = next((placed(c.items, "by", "obj") for c in described if c.verb_is("attended")), [])
        if found:
            return found  # "KTT ASEAN yang dihadiri Presiden Peru"
    if site.type != "CONSULT" or site.item.prep or verb is None or not site.clause.verb_is("attended"):
        return []
    behind = [x for x in site.behind if x.i > verb.i]
    return placed(behind, "by", "obj") if site.item.i < verb.i else []


def is_carried(site: Site) -> bool:
    """Tell whether the clause's verb carries the noun, or a preposition sets it as held or to come."""
    item, verb = site.item, site.clause.verb
    contact = site.type == "CONSULT"
    if (item.clitic and contact) or item.prep in SETTING or (contact and _opens(site)):
        return contact
    refused = verb is not None and "REJECT" in verb.types and verb.i < item.i and not item.prep
    if contact and (refused or comes_for(site) or (item.prep == "at" and site.clause.verb_is("attend"))):
        return True  # "ruled out talks with Peru", "is in Lima for talks", "hadir di KTT"
    if item.prep not in ("", "with", "of"):  # "five rounds of sanctions"
        return False
    if verb is None:
        return bool(item.mods or site.clause.mods) or (contact and _stands_as_verb(site))
    if "topic" in verb.classes or (site.type in FORCE and _is_of_victims(site)):
        return False
    return "light" in verb.classes or (contact and bool(verb.mods)) or _follows_modal(site.before)


def _opens(site: Site) -> bool:
    """Tell whether a contact with somebody is what its clause tells of: "Pertemuan dengan X ditutup dengan ..."."""
    item, verb = site.item, site.clause.verb
    if item.prep or verb is None or verb.i < item.i or site.clause.items[0] is not item:
        return False
    if site.clause.verb_is("cue", "speech"):
        return False  # "Komunikasi dengan Peru, kata X, terputus"
    return bool(placed([x for x in site.behind if x.i < verb.i], "with"))


def _is_of_victims(site: Site) -> bool:
    """Tell whether the deed only says what somebody suffered: "menyampaikan nasib korban penembakan"."""
    return any("victim" in x.classes for x in site.before[-1:])


def comes_from(site: Site) -> list[Side]:
    """Return from whom words come of which only that is told: "Kecaman terhadap Chile datang dari Peru"."""
    item, verb = site.item, site.clause.verb
    if item.kind != "noun" or item.prep or verb is None or verb.i < item.i or site.type not in SPOKEN:
        return []
    between = [x for x in site.behind if x.i < verb.i]
    behind = [x for x in site.behind if x.i > verb.i and x.kind != "adverb"]
    led = bool(behind) and behind[0].kind == "prep" and behind[0].role == "from"
    other = any(x.role not in MEANT for x in between if x.sides or x.kind == "prep")
    return placed(behind, "from") if led and not other else []


def done_by(site: Site) -> list[Side]:
    """Return who do what a fronted contact sets the scene for: "In talks held in Lima, Peru and Chile agreed"."""
    at = site.clauses.index(site.clause)
    after = site.clauses[at + 1] if at + 1 < len(site.clauses) else None
    fronted = site.item.prep == "during" and site.clause.subj is None
    if after is None or not fronted or after.link != "coord" or not after.own_subj or after.subj is None:
        return []
    both = [*after.subj.sides, *placed(after.items, "with")]
    return both if len(codes(both)) > 1 else []


def comes_for(site: Site) -> bool:
    """Tell whether somebody is or goes somewhere for a contact: "is in Lima for talks with Peru"."""
    before = [x for x in site.before if x.kind not in ("word", "adverb", "number")]
    named = bool(before) and before[-1].kind == "actor"  # "for the APEC summit"
    if site.item.prep != "for" and not (named and len(before) > 1 and before[-2].role == "for"):
        return False
    verb = site.clause.verb
    going = verb is not None and verb.i < site.item.i and any(t.frame.each for t in verb.triggers)
    return going or (verb is None and bool(here(site)))


def here(site: Site) -> list[Side]:
    """Return the state in which somebody is, by what stands before the noun."""
    return [s.faceless() for s in placed(site.before, "at") if s.sort in ("state", "capital")]


def _stands_as_verb(site: Site) -> bool:
    """Tell whether a noun does a verb's work between subject and partner: "kami sudah komunikasi dengan Y"."""
    partner = site.behind[0] if site.behind else None
    return partner is not None and partner.kind == "prep" and partner.role == "with" and bool(site.subject())


def _follows_modal(before: list[Item]) -> bool:
    return bool(before) and before[-1].kind == "mod"


def is_topic(contact: Item, noun: Item) -> bool:
    """Tell whether a noun right behind a contact's says what it is about: "perundingan gencatan senjata".

    A letter does what it says: "surat protes" is a protest.
    """
    nouns = contact.kind == "noun" and noun.kind == "noun" and noun.i == contact.j
    return nouns and any(t.frame.type == "CONSULT" and t.frame.mode != "letter" for t in contact.triggers)


def leads_on(site: Site, noun: Item) -> bool:
    """Tell whether the noun right behind a contact's says what it is about, or what a letter holds.

    "perundingan gencatan senjata dengan Peru", "surat ucapan selamat kepada Peru".
    """
    letter = site.frame.mode == "letter" and noun.kind == "noun" and noun.i == site.item.j
    return letter or is_topic(site.item, noun)
