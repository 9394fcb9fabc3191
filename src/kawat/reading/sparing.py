"""Whom an act of words speaks of, and does not reach: "condemned the raid on Peru", "called for sanctions on Peru".

In: the `Site` of a trigger.
Out: the codes of those whom a deed befalls that is blamed, refused, hailed or asked for; the words of its object.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL
from kawat.reading.borrowing import subject_noun
from kawat.reading.mentions import Side, codes
from kawat.reading.owning import DEEDS, beside
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.structure import Clause, Item

#: Acts of words that speak of what another did.
SPEAKING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: Items from the noun of a deed to the place in which it was done: "the bomb attack in Peru".
REACH = 3
#: Kinds that say what a verb speaks of.
TOLD = frozenset({"noun", "actor", "prep", "verb", "comma", "quote", "that"})


def spared(site: Site) -> set[str]:
    """Return whom the deed befalls of which the trigger speaks; of what is asked for, whom that is to befall."""
    if site.type == "ACCUSE" and site.trigger.voice == "noun":
        return _befallen(site, site.item)  # "the brutal raid on Peru"
    thing = subject_noun(site.clause) if site.trigger.voice == "passive" else None
    if thing is not None and thing.types & DEEDS and site.type in SPEAKING:
        return _befallen(site, thing)  # "The raid on Peru was condemned"
    if site.trigger.voice not in REACHING or site.frame.heard:
        return set()
    first = _object(site)
    deed = first is not None and first.kind == "noun" and bool(first.types & DEEDS)
    if site.type == "REQUEST":
        asked = first is None or first.kind in (
            "actor",
            "prep",
        )  # "tekanan terhadap Peru": he is asked himself
        return (set() if asked else _against(site)) | _suffering(site) | _asked_to_end(site)
    if first is None or not deed or site.type not in SPEAKING:
        return set()
    return _against(site) | _befallen(site, first)


def _object(site: Site) -> Item | None:
    """Return what stands first behind the verb, past when and how: "condemned on Sunday, in strong terms, the raid"."""
    row = site.behind
    aside = {
        k
        for k, x in enumerate(row[:-1])
        if x.kind == "prep" and row[k + 1].kind in ("time", "word", "adverb")
    }
    return next((x for k, x in enumerate(row) if x.kind in TOLD and k not in aside), None)


def _befallen(site: Site, deed: Item) -> set[str]:
    """Return whom a deed befalls by the words beside its own noun: "the raid on Peru", "invasi ke Peru".

    Who is arrested may well be of the state that arrests: "mengecam penahanan aktivis Peru".
    """
    for trigger in deed.triggers:
        held = trigger.frame.type == "COERCE" and trigger.frame.patient
        if trigger.frame.type in DEEDS and not held:
            there = Site(site.s, site.clauses, site.clause, deed, trigger, site.lex)
            own, met = beside(there)
            hit = _there(there, deed) if trigger.frame.type == "ASSAULT" and not own else []
            return codes(met, hit) - codes(own)
    return set()


def _against(site: Site) -> set[str]:
    """Return whom "on" or "against" leads in before the next verb."""
    end = next((k for k, x in enumerate(site.behind) if x.kind in ("verb", "semicolon")), None)
    return codes([y for x in site.behind[:end] if x.role == "against" and not x.owner for y in x.sides])


def _there(site: Site, deed: Item) -> list[Side]:
    """Return where force was used, by its noun or what a relative says of it: "the bombing that killed 5 in Lima"."""
    told = (placed(c.items, "at") for c in site.clauses if c.head is deed and c.link in ("rel", "comp"))
    return placed(site.behind[:REACH], "at") or next((sides for sides in told if sides), [])


def _asked_to_end(site: Site) -> set[str]:
    """Return whom the deed befalls that is to end or to come: "called for an end to the attacks on Peru"."""
    told = (x for x in site.behind if x.kind in ("actor", "verb") or (x.kind == "noun" and x.types & DEEDS))
    deed = next(told, None)
    return _befallen(site, deed) if deed is not None and deed.kind == "noun" else set()


def _suffering(site: Site) -> set[str]:
    """Return whom something is to be done to: "said that Peru must be stopped"."""
    below = (
        c for c in site.below("comp", "purpose") if c.subj is not None and c.subj is not site.clause.subj
    )
    done = (c.subj for c in below if c.subj is not None and c.subj.kind == "named" and _is_done_to(site, c))
    return {code for subj in done for code in subj.codes}


def _is_done_to(site: Site, clause: Clause) -> bool:
    """Tell whether the clause says what befalls its subject."""
    shape, verb = site.lex.passive, clause.verb
    if verb is None or not verb.i:
        return False
    first = verb.low.split()[0]
    helped = "passive_aux" in site.s.classes(verb.i - 1)  # "must be stopped"
    formed = site.lex.participle is not None and bool(site.lex.participle.match(first))
    return (helped and formed) or (shape is not None and bool(shape.match(first)))


def spoken_of(site: Site) -> list[Item]:
    """Return what the trigger speaks of, before a contact that only sets the scene.

    "Lifted its veto after talks with Peru"; of a contact itself what stands before any deed: "menemui korban serangan
    Peru", "berkunjung usai serangan Peru".
    """
    row, met = site.behind, site.type == "CONSULT"
    nouns = ((k, x) for k, x in enumerate(row) if x.kind == "noun")
    sets = (k for k, x in nouns if (met and x.types & PHYSICAL) or _is_setting(x, met=met))
    end = next(sets, len(row))
    while end < len(row) and end and row[end - 1].kind == "actor" and row[end - 1].role == "of":
        end -= 1  # "visited the town after a Peruvian attack"
    aside = spared(site)
    return [
        x for x in row[:end] if not aside or x.role != "against" or not codes(x.sides) <= aside or not x.sides
    ]


def _is_setting(noun: Item, *, met: bool) -> bool:
    return noun.prep in ("during", "ahead") and (met or "CONSULT" in noun.types)
