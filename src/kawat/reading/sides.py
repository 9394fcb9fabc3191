"""Who acts and who is acted on, by the voice of the trigger: "menuduh", "dituduh", "bertemu", "pertemuan".

In: the `Site` of a trigger.
Out: its actors and recipients, as far as its sentence names them; what it leaves unsaid, `inference` adds.
"""

from __future__ import annotations

from itertools import dropwhile

from kawat.reading.acts import BODILY, SHARED, SPOKEN
from kawat.reading.addressees import said_for
from kawat.reading.borrowing import step_of, told_above
from kawat.reading.conditions import in_condition
from kawat.reading.holding import holder
from kawat.reading.meeting import instances
from kawat.reading.mentions import Side, codes
from kawat.reading.nouns import sides_of_noun
from kawat.reading.objects import agent_in_relative, met_by_governed, object_of
from kawat.reading.owning import Pair, beside
from kawat.reading.partners import both_sides, further
from kawat.reading.site import Site, placed, within
from kawat.reading.sparing import spared
from kawat.reading.structure import SKIPPED, Clause, Item
from kawat.reading.tellers import addressee, speaker
from kawat.reading.territory import of_border, of_place, received, shut, where
from kawat.reading.thanking import thanked

#: Acts that are done with arms.
FORCEFUL = frozenset({"ASSAULT", "MOBILIZE"})
#: Acts told of for whom they are: "our thoughts are with Peru", "help is on its way to Peru".
HELPING = frozenset({"SUPPORT", "AID"})


def sides(site: Site) -> Pair:
    """Return the actors and the recipients that the sentence names."""
    return thanked(site) or _carried(site) or _named(site)


def _carried(site: Site) -> Pair | None:
    """Return who says what somebody only passes on, and to whom; of the subject's own state, the subject."""
    said = said_for(site)
    own = site.subject() if said is not None and codes(site.subject()) & codes(said[0]) else []
    return (own or said[0], said[1]) if said is not None else None


def _named(site: Site) -> Pair:
    if site.frame.told:
        named = _told_of(site) if site.clause.own_subj else addressee(site) or _told_of(site)
        hangs = in_condition(site, set()) if not named and site.type == "THREATEN" else []
        return speaker(site), named or hangs
    if site.type == "PROTEST" and (site.trigger.voice == "noun" or not site.subject()):
        return _protested(site)
    if site.trigger.voice == "noun":
        own, other = sides_of_noun(site)
        again = site.type == "CONSULT" and bool(placed(site.behind, "with")) and bool(other)
        return own, [*other, *further(site, codes(own, other))] if again else other
    if site.trigger.voice == "passive":
        return _passive(site)
    found = both_sides(site) if site.is_mutual else (site.subject(), object_of(site))
    if not found[0] and not found[1]:
        both = of_border(site)
        found = both, list(both)
    if site.type == "CONSULT" and not found[1]:
        found = found[0], instances(site, codes(found[0]))
    if site.type != "CONSULT" or not found[1]:
        return found
    return found[0], [*found[1], *further(site, codes(found[0]))]


def _protested(site: Site) -> Pair:
    """Return in whose town a crowd of nobody protests, and against whom: "ribuan orang berunjuk rasa di Lima"."""
    own, other = sides_of_noun(site) if site.trigger.voice == "noun" else ([], [])
    there = own or of_place(site)
    mine = codes(there)
    found = [s for s in other or object_of(site) if s.code not in mine]
    others = [x for x in site.behind if not codes(x.sides) & mine]
    found = found or placed(others, *site.to) or within(others, *site.to)  # "against Peru's plan"
    return there, found or met_by_governed(site, mine)


def _passive(site: Site) -> Pair:
    if site.clause.described is not None and site.subject():
        return site.subject(), list(site.clause.described.sides)  # "Peru, which Chile accused of ..."
    named = site.first_behind("obj", "of") if site.item.clitic else []
    if named:  # "tewasnya 60 warga Peru oleh tembakan Chile", "diundangnya Presiden Peru ke Santiago"
        return _led_by(site) or _doers(site), named
    agents = _led_by(site) or site.first_behind("obj") or _asked_by(site) or _led_before(site)
    if site.frame.guest and site.frame.needs and codes(agents) <= codes(site.subject()):
        agents = []  # "the Peruvian envoy in Lima was summoned by the foreign ministry": his host's
    if site.frame.own and site.frame.person:
        agents = []  # whoever is sent, himself: "Wakil Menlu Peru dikirim ke Chile"
    if site.frame.own and not agents:  # "pasukan Chile ditarik dari Peru"
        led = placed(site.behind, *site.to) or placed(site.before, *site.to) or _owner_led(site)
        return site.subject() or placed(site.behind, "from"), led
    agents = agents or _doers(site)
    if site.type == "CONSULT" and not agents:  # "dihadiri puluhan tamu, di antaranya Presiden Peru"
        agents = instances(site, codes(site.subject()))
    if site.type == "CONSULT" and site.frame.needs and agents and site.frame.to == ("to",):
        told = placed(site.behind, "to") or placed(
            site.before, "to"
        )  # "Keputusan Peru itu disampaikan Menlu Chile kepada Menlu Fiji"
        if told:
            return agents, told
    led = placed(site.behind, *site.frame.to)
    # the subject is what is given
    given = [s for s in led if s.code not in codes(agents)] if site.type == "AID" else []
    return agents, given or _patients(site, agents) or led


def _doers(site: Site) -> list[Side]:
    """Return who acts in a passive that leads nobody in by "by"."""
    agents: list[Side] = []
    if site.type in BODILY:
        agents = _owner_of_agent(site)
    if not agents and site.type in ("SANCTION", "COERCE"):
        agents = placed(_up_to_place(site), "from") or where(site) or shut(site)  # "diusir dari Inggris"
    if not agents and site.frame.to == ("at",):
        agents = where(site)  # "was executed in Peru"
    if not agents and site.type == "RETREAT":
        agents = holder(site)
    if not agents and site.frame.guest:
        agents = received(site)
    if not agents and site.type in SHARED:
        agents = _both_between(site)
    if not agents and site.type in ("AID", "REQUEST"):
        agents = placed(site.behind, "from")  # "menerima tank dari Peru", "menerima undangan dari Peru"
    if not agents and site.type == "ASSAULT":
        agents = placed(site.behind, "with")  # "tewas dalam bentrokan dengan tentara China"
        agents = agents or _by_attack(site)
    return agents


def _both_between(site: Site) -> list[Side]:
    """Return whose both it is: "Perjanjian antara Peru dan Chile diteken", "Perjanjian Peru dan Chile diteken"."""
    led = placed(site.before, "between") or placed(site.behind, "between")
    owned = placed(site.before, "of")
    return led or (owned if len(codes(owned)) > 1 else [])


def _up_to_place(site: Site) -> list[Item]:
    """Return what stands behind, up to a place or a comma: "ditangkap di Arica, 20 kilometer dari Peru"."""
    ends = (
        k for k, x in enumerate(site.behind) if x.kind == "comma" or (x.kind == "prep" and x.role == "at")
    )
    return site.behind[: next(ends, len(site.behind))]


def _patients(site: Site, agents: list[Side]) -> list[Side]:
    """Return whom a passive befell: its subject, else whose that is or whom the clause above tells of."""
    clause, roles = site.clause, ("of", "between") if site.frame.joint else ("of",)
    if clause.link == "serial" and clause.parent is not None and clause.items[0] is site.item:
        # "the return of two Peruvian sailors held in Chile"
        near = placed(_above(clause, clause.parent)[::-1], "of")
        if near and not codes(near) & codes(agents):
            return [x.faceless() for x in near]
    patients = site.subject() or placed(site.before, *roles)
    if not patients and site.type in SPOKEN:
        patients = [x for x in step_of(clause) if x.code not in codes(agents)]
    if not patients and clause.nominal and site.type in SPOKEN:
        patients = agent_in_relative(site)  # "Usul yang diajukan Peru itu ditolak Chile"
    patients = patients or (placed(site.before, *site.to) if agents and clause.nominal else [])
    aside = spared(site)
    patients = [x for x in patients if x.code not in aside]
    if not patients and clause.head is not None and clause.parent is not None:
        patients = placed(_above(clause, clause.parent), *roles)  # "the strike on X, condemned by Y, ..."
    if agents and site.type in BODILY | {"SANCTION"} and all(x.sort == "capital" for x in patients):
        patients = _nearest(clause, codes(agents)) or patients
    if not patients and site.type == "REJECT" and clause.parent is not None:
        patients = _who_said(clause, codes(agents))
    if not patients and "headless" in clause.led:  # "dalam apa yang disebut Peru sebagai serangan"
        patients = [x for x in told_above(clause) if x.code not in codes(agents)]
    if not patients and site.type == "AID" and clause.parent is not None and clause.parent.types & FORCEFUL:
        patients = [
            x for x in told_above(clause) if x.code not in codes(agents)
        ]  # "fired rockets given by Peru"
    return patients or _who_did_before(site, codes(agents))


def _who_did_before(site: Site, agents: set[str]) -> list[Side]:
    """Return who made what is answered in one breath: "Usul itu disampaikan Peru dan ditolak Chile"."""
    shared = site.clause.shares
    maker = shared.agent() if shared is not None and shared.nominal and site.type in SPOKEN else None
    return [x.faceless() for x in maker.sides if x.code not in agents] if maker is not None else []


def _nearest(clause: Clause, agents: set[str]) -> list[Side]:
    """Return whose those are whom a relative tells of: "Ana Soto, dosen Peru di Quito yang ditahan polisi Chile"."""
    above = _above(clause, clause.parent) if clause.parent is not None and clause.link == "rel" else []
    own = placed(above[::-1], "of")
    return [x.faceless() for x in own if x.code not in agents]


def _told_of(site: Site) -> list[Side]:
    """Return of whom it is told: the owner of a noun, the subject of a verb, of a passive whom "by" leads in."""
    if site.trigger.voice == "noun":
        # "our thoughts are with Peru"; "Peru's brutal invasion"
        return placed(site.behind, *site.to) if site.type in HELPING else beside(site)[0]
    return placed(site.behind, "by") if site.trigger.voice == "passive" else site.subject()


def _owner_led(site: Site) -> list[Side]:
    """Return whose that is which one of the frame's prepositions leads in: "Peru's ban on Chilean wine was lifted"."""
    at = (k for k, x in enumerate(site.before) if x.kind == "prep" and x.role in site.to)
    return next((found for k in at if (found := within(site.before[k:], *site.to))), [])


def _above(clause: Clause, parent: Clause) -> list[Item]:
    """Return what a relative describes, with all before it."""
    return [x for x in parent.items if not clause.items or x.i < clause.items[0].i]


def _led_by(site: Site) -> list[Side]:
    """Return whom "by" leads in, or whose that is which it leads in: "held in Oman by Peruvian agents"."""
    at = next((k for k, x in enumerate(site.behind) if x.kind == "prep" and x.role == "by"), None)
    return placed(site.behind, "by") or (within(site.behind[at:], "by") if at is not None else [])


def _led_before(site: Site) -> list[Side]:
    """Return whom "by" leads in before a passive, apart from any noun: "Kelompok itu oleh Peru dituduh ..."."""
    row = [x for x in site.before if x.kind not in SKIPPED]
    led = len(row) > 1 and row[-1].role == "by" and row[-2].kind == "prep"
    own = len(row) > 2 and row[-3].kind in ("word", "noun")
    return list(row[-1].sides) if led and (not own or row[-3].i + 1 < row[-2].i) else []


def _asked_by(site: Site) -> list[Side]:
    """Return who asks, behind what is asked for: "Peru diminta membuka perbatasan oleh Chile"."""
    below = site.below("serial", "purpose") if site.type == "REQUEST" else iter(())
    asked = (c for c in below if not c.own_subj and c.verb is not None and not c.verb.suffered)
    return next((found for c in asked if (found := placed(c.items, "by"))), [])


def _owner_of_agent(site: Site) -> list[Side]:
    """Return whose the thing is that acts, right behind a passive: "ditabrak truk tentara Chile"."""
    row = list(
        dropwhile(lambda x: x.kind in ("number", "adverb"), site.behind)
    )  # "dikepung empat perahu Chile"
    first = next((x for x in row if x.kind != "word"), None)
    thing = bool(row) and row[0].kind == "word" and site.lex.passive is not None
    owns = first is not None and first.kind == "actor" and first.role == "of"
    return list(first.sides) if thing and first is not None and owns else []


def _who_said(clause: Clause, agents: set[str]) -> list[Side]:
    """Return who says what a relative has denied: "Peru menyebutnya serangan, tuduhan yang dibantah Chile"."""
    said = clause.parent if clause.link == "rel" and clause.nominal else None
    if said is None or said.subj is None or ("ACCUSE" not in said.types and not said.verb_is("speech")):
        return []
    return [x for x in said.subj.sides if x.code not in agents]


def _by_attack(site: Site) -> list[Side]:
    """Return whose the attack is that somebody dies in: "tewas dalam serangan Israel", "killed in a US strike"."""
    row = site.behind
    at = next((k for k, x in enumerate(row) if x.kind == "noun" and "ASSAULT" in x.types), None)
    if at is None or not row[at].prep:
        return []
    if at and row[at - 1].owner:
        return list(row[at - 1].sides)
    ends = ("actor", "comma", "verb", "noun")
    first = next((x for x in row[at + 1 :] if x.kind in ends or x.role == "at"), None)
    if first is not None and first.kind == "actor" and first.role in ("of", "by"):
        return list(first.sides)
    # "tewas dalam serangan yang dilancarkan Peru"
    made = (c.agent() for c in site.clause.relatives if c.head is row[at] and c.nominal)
    return next((list(m.sides) for m in made if m is not None), [])
