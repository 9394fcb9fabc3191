"""Whose a noun is, and with or against whom, by the words beside it: "serangan Peru ke Chile", "Peru's war".

In: the `Site` of a trigger noun.
Out: its owners and those whom it is with or against.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL, SPOKEN
from kawat.reading.carrying import leads_on
from kawat.reading.mentions import Side
from kawat.reading.possessing import at_border
from kawat.reading.site import Site, placed
from kawat.reading.structure import Item

#: Prepositions that lead from a contact to what it is about.
TOPIC = ("about", "for")
#: Deeds that a noun of words speaks of, and the prepositions that lead in whom they befall.
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
VICTIMS = frozenset({"against", "to"})
#: Acts whose noun has who does them behind "from", as behind "by": "bantuan dari Peru", "criticism from Chile".
COMING = SPOKEN | {"AID", "ASSAULT", "SANCTION"}
#: Deeds that are done somewhere: "latihan di dekat perbatasan Peru" is not of Peru, nor with it.
SITED = PHYSICAL | {"COOPERATE"}

Pair = tuple[list[Side], list[Side]]


def beside(site: Site) -> Pair:
    """Return whose the noun is, and with or against whom, by the words right behind (or before) it."""
    phrase = _Phrase(site)
    for k, x in enumerate(site.behind):
        if phrase.ends(k, x) or (x.kind == "prep" and not phrase.leads(x)):
            break
        if x.kind == "actor":
            phrase.take(k, x)
    if site.frame.patient and not phrase.own and not phrase.other and any(x.person for x in phrase.owners):
        return [], phrase.owners  # "Soto's killing", but "Peru's killing of Soto"
    return phrase.own or phrase.owners, phrase.other


class _Phrase:
    """The words behind a noun, one after the other."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.own: list[Side] = []
        self.other: list[Side] = []
        self.roles = {*site.to, "with"}
        self.led, self.place = "", False  # the preposition whose phrase is open; is it one of place
        self.spoken_of = False  # is what the noun speaks of a deed, so that others suffer that
        self.patient, self.owners = _brings_patient(site), _owner_before(site)
        self.ended = bool(self.owners) and site.type in PHYSICAL  # "Peru's war, including ..."

    def ends(self, k: int, x: Item) -> bool:
        """Tell whether the phrase ends at a word that brings nobody."""
        site = self.site
        if x.kind == "word" and self.own and site.behind[k - 1].kind == "coord":
            return True  # "perang Peru-Chile dan kudeta Mali"
        led = x.kind == "noun" and self.led in self.roles
        passed = led and not self.other and _is_object(site, x)
        # "tarif atas impor dari Peru"
        passed = passed or (led and site.type == "SANCTION" and not x.types & PHYSICAL)
        passed = (
            passed or leads_on(site, x) or (x.kind == "comma" and not (self.own or self.other or self.ended))
        )
        self.spoken_of = self.spoken_of or (led and passed and bool(x.types & DEEDS))
        return x.kind in ("verb", "noun", "comma") and not passed

    def leads(self, x: Item) -> bool:
        """Open the phrase of a preposition; tell whether it goes on to bring sides."""
        if self.spoken_of and x.role in VICTIMS:
            return False  # "kecaman Peru terhadap serangan ke Chile": Chile is not blamed
        physical, type_ = self.site.type in PHYSICAL, self.site.type
        self.place = x.role == "at"
        goes_on = x.role in ("of", "such") or (x.role == "at" and physical and not self.other)
        goes_on = goes_on or (x.role == "from" and type_ == "SANCTION")  # "tarif atas baja dari Peru"
        if not (goes_on and self.led in self.roles):  # but "serangan ke rumah sakit di Peru"
            self.led = x.role
        return self.led not in TOPIC or self.led in self.roles

    def take(self, k: int, x: Item) -> None:
        """Take a party as owner, or as whom the noun is with or against."""
        site = self.site
        border = at_border(site, k)
        role = "of" if x.owner or border else x.role
        within = self.led in self.roles and self.led != "of"  # "commitment to the security of Peru"
        met = role in self.roles or (role in ("of", "between") and (self.patient or within))
        goods = role == "from" and within and site.type == "SANCTION"
        met = met or (role == "at" and within) or goods
        # "serangan di kota-kota Peru": Peru's are the cities
        sited = role == "of" and self.place and site.type in SITED and not border
        owns = role in ("of", "between") and not met and not self.other and not sited
        comes = role == "from" and site.type in COMING and not self.other and not goods
        if role == "by" or owns or comes:
            self.own += x.sides
        elif met:
            self.other += x.sides


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
        passed = ("word", "adverb", "coord", "time", "number")
        if x.kind not in passed and (x.kind != "comma" or not k):
            return []  # but "Russia's brutal, unprovoked war"
    return []
