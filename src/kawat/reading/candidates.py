"""Clauses + frames -> candidate events: each trigger of a clause with the parties that stand in its frame's places.

In: the clauses of a sentence, the article's memory.
Out: the candidates in the order of their triggers. For each trigger: is it barred (`barring`), in which
status (`status`), who acts and who is acted on, as named and as the article means (`completing`), and is that
enough for an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kawat.knowledge.bodies import bodies
from kawat.reading.acts import PHYSICAL
from kawat.reading.barring import barred, is_for_meeting, is_foretold, is_object_of_act, is_private_trip
from kawat.reading.begun import is_dated
from kawat.reading.borrowing import subject_noun
from kawat.reading.completing import all_sides, apart
from kawat.reading.deeds import remember
from kawat.reading.hosting import with_host
from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.meeting import contact_meant
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.model import MUTUAL
from kawat.reading.nouns import is_under_way
from kawat.reading.opponents import spot
from kawat.reading.owning import beside
from kawat.reading.refusals import Refusal, Refused
from kawat.reading.scan import Sentence
from kawat.reading.site import MUTUAL_VOICES, Site, said_behind
from kawat.reading.sparing import SPEAKING, spared
from kawat.reading.status import NO_EFFECTS, Effects, status_of, voiced
from kawat.reading.structure import Clause, Item
from kawat.reading.voicing import is_in_passing, is_said_besides


@dataclass(slots=True)
class Candidate:
    """One event as one trigger of one sentence tells it."""

    sentence: Sentence
    clause: Clause
    item: Item
    trigger: Trigger
    actors: list[Side]
    recipients: list[Side]
    status: str
    reasons: list[str]
    explicit: bool = True  # all sides named, none taken from elsewhere
    greeted: bool = False  # who is met is whom the speaker welcomes: "welcome to Lima, Mr. President"
    disclaimed: bool = False  # somebody denies it, it is not merely negated
    recalled: bool = False  # points back to a contact told before: it adds to that one, and is none by itself
    ahead: bool = False  # named as still to come, beside another contact

    @property
    def type(self) -> str:
        """The PLOVER type of the frame."""
        return self.trigger.frame.type

    @property
    def codes(self) -> set[str]:
        """The codes of all sides."""
        return codes(self.actors, self.recipients)


def candidates(
    s: Sentence, clauses: list[Clause], lex: Lexicon, memory: Memory, refused: list[Refused] | None = None
) -> list[Candidate]:
    """Return the candidate events of one sentence, in the order of their triggers; note the others in `refused`."""
    out: list[Candidate] = []
    memory.spot = spot(s, memory)
    triggering = sorted(
        ((x.i, c, x) for c in clauses for x in c.items if x.triggers), key=lambda told: told[0]
    )
    for _, clause, item in triggering:
        for trigger in item.triggers:
            site = Site(s, clauses, clause, item, trigger, lex)
            found = _candidate(site, memory) if not s.refuted else "claimed"
            if isinstance(found, Candidate):
                out.append(found)
            elif refused is not None:
                refused.append((item, trigger, found))
    joint = {c.item for c in out if c.type in ("COOPERATE", "ASSAULT")}
    unmet = [c.clause for c in out if c.type == "CONSULT" and c.status == "denied"]
    met = {c.item for c in out if c.type == "CONSULT"}
    kept = [
        c
        for c in out
        if not (_is_double(c, joint, unmet) or _is_told(c, met) or _is_milder(c, out) or _is_signed(c, out))
    ]
    if refused is not None:
        refused += [(c.item, c.trigger, "joint") for c in out if c not in kept]
    return kept


#: Acts that are none where the same word tells another: no arrest, but an expulsion or a town taken; no praise, but a
#: guest received; no promise, but a vow of revenge; no request, but a diplomat told to leave.
_MILDER = {
    "COERCE": {"SANCTION", "ASSAULT"}, "SUPPORT": {"CONSULT"}, "AGREE": {"THREATEN"}, "REQUEST": {"SANCTION"},
}  # fmt: skip
#: What leads in a meeting that only sets a scene.
SETTING_ROLES = frozenset({"during", "at", "to", "for", "of"})
#: Statuses of what is told of at a meeting, which say nothing of the meeting itself.
UNOPENED = frozenset({"held", "cancelled", "denied"})
#: Channels of a body's own sittings.
SEATED = frozenset({"in-person", "video"})


def _is_milder(c: Candidate, found: list[Candidate]) -> bool:
    """Tell whether the same word tells what it rather is: a diplomat's expulsion, a guest received."""
    return c.type in _MILDER and any(x.item is c.item and x.type in _MILDER[c.type] for x in found)


def _is_signed(c: Candidate, found: list[Candidate]) -> bool:
    """Tell whether the agreement is what is signed or ratified: that tells it already."""
    verb = c.clause.verb
    return (
        c.type == "AGREE"
        and c.item is not verb
        and any(x.item is verb and x.type == "SUPPORT" for x in found)
    )


def _is_double(c: Candidate, joint: set[Item], unmet: list[Clause]) -> bool:
    """Tell whether another candidate says the same better: a joint drill, a missile attack, a denied contact."""
    if c.type == "MOBILIZE":
        parts = [c.clause.head, *(c.clause.items if c.clause.verb is c.item else [])]
        above = c.clause.parent if c.clause.link == "rel" else None
        if above is not None and above.verb in joint:
            return True  # "Pasukan yang dikirim Peru menyerang Chile"
        return c.item in joint or any(x in joint for x in parts if x is not None and x.kind == "noun")
    denies = c.type == "REJECT" and "denied" in c.item.mods
    return denies and any(c.clause in clause.up()[1:] for clause in unmet)


def _is_told(c: Candidate, met: set[Item]) -> bool:
    """Tell whether a verb only says what a contact was about that its clause begins with: "pertemuan X membahas Y"."""
    return c.trigger.frame.agenda and c.item is c.clause.verb and subject_noun(c.clause) in met


def _effects(site: Site) -> Effects:
    """Return what the words around say of an event's status, and a contact's own verb: "is due in Lima"."""
    mods = site.item.mods if site.type == "CONSULT" and site.item.kind == "verb" else frozenset[str]()
    own = mods if site.frame.each else mods & {"planned"}  # of others that it is to come at most
    return voiced(Effects.of(site.clause, site.item, own=own, behind=said_behind(site)), site.trigger)


def _candidate(site: Site, memory: Memory) -> Candidate | Refusal:
    """Read one trigger; where it tells of no event, say why."""
    passing = is_in_passing(site)  # what the clause makes of the deed does not unsay how it was called
    fact = passing or is_dated(site)
    if is_object_of_act(site) and not (fact and is_said_besides(site)):
        return "object_of_act"
    effects = NO_EFFECTS if fact else _effects(site)
    status = status_of(site.type, effects)
    bar = None if fact else barred(site, effects)
    if bar is not None or status is None:
        return bar or "unreal"
    actors, recipients = with_host(site, *all_sides(site, memory))
    meeting, recalled = contact_meant(site, memory) if not actors and not recipients else ([], False)
    actors, recipients = apart(meeting, [], site.type) if meeting else (actors, recipients)
    if status == "planned" and is_under_way(site):
        status = "held"
    unlikely = _unlikely(site, actors) if status == "planned" else None
    if unlikely is not None:
        return unlikely
    reasons = [site.trigger.reason, *effects.reasons]
    found = Candidate(
        site.s, site.clause, site.item, site.trigger, actors, recipients, status, reasons, site.explicit,
        greeted=site.greeted, disclaimed="denied" in effects.marks, recalled=bool(meeting) and recalled,
        ahead=site.item.prep == "ahead" or (bool(meeting) and not recalled),
    )  # fmt: skip
    private = is_private_trip(site, actors) or is_for_meeting(site)
    lack = _lack(found, memory) or ("no_person" if private else None)
    if lack == "no_recipient" and site.type in SPEAKING and spared(site) - codes(actors):
        lack = None  # "condemned the raid on Peru" blames whoever did it, though nobody says who
    if not passing:  # spoken of in passing, it is not what the next sentence answers
        _note(site, found, lack, memory)
    return lack or found


def _unlikely(site: Site, actors: list[Side]) -> Refusal | None:
    """Tell what makes a plan none for the record."""
    if site.type in PHYSICAL and site.is_conditioned():
        return "condition"
    return "foretold" if site.type != "CONSULT" and is_foretold(site.clause, actors) else None


def _note(site: Site, found: Candidate, lack: Refusal | None, memory: Memory) -> None:
    """Remember what later words may point back to."""
    _remember_doers(site, found, memory)
    if lack is not None:
        return
    if found.type == "CONSULT":  # "dijadwalkan bertemu, namun pertemuan itu batal"
        memory.meeting = [*found.actors, *found.recipients]
    # who travels somewhere has yet to do with his hosts, and at home one meets nobody else
    if not site.frame.each and (len(found.codes) > 1 or not found.recipients):
        remember(found.type, found.actors, found.recipients, memory)


def _remember_doers(site: Site, found: Candidate, memory: Memory) -> None:
    """Note who did it: "Serangan Peru di kota itu" may be condemned further on."""
    doers = found.actors
    if not doers and site.item.kind == "noun" and site.type in PHYSICAL:
        doers = beside(site)[0]
    if found.type in MUTUAL:
        doers = [*found.actors, *found.recipients]  # "memuji kesepakatan itu": both who made it
    if doers:
        both = found.recipients if found.type in MUTUAL else []
        memory.deeds[found.type] = [*doers, *both]
    if found.actors and (found.recipients or site.frame.alone) and found.type != "CONSULT":
        memory.deed = memory.deeds[found.type]


def _lack(c: Candidate, memory: Memory) -> Refusal | None:
    """Tell what is missing for an event of the record; None: nothing."""
    frame = c.trigger.frame
    if frame.agenda and c.status != "held" and not _names_partner(c.clause):
        return "agenda"
    alone = not c.recipients or c.type == "COERCE"
    if alone and len(c.codes) < 2 and memory.home in c.codes:
        return "home_only"  # the outlet's own state, with nobody else: domestic politics
    if frame.named and c.clause.link == "rel" and not any(x.kind == "time" for x in c.clause.items):
        return "one_party"  # "X, who is in Geneva, denied it": where he is, is no news
    subject = c.clause.subj
    you = subject is not None and subject.kind == "addressed"  # "when you came to Lima"
    you = you or (subject is not None and c.sentence.lows[subject.i] in memory.mine)  # "I flew to Lima"
    nobody = (frame.person and not _has_person(c.actors)) or (frame.named and not _is_told_by_name(c.actors))
    if nobody and not you:
        return "no_person"
    side = _missing_side(c)
    return "no_guest" if side is None and frame.guest and not _names_guest(c) else side


def _names_partner(clause: Clause) -> bool:
    """Tell whether both are named: "membahas X dengan Y", "Putin dan Biden akan membahas"."""
    subject = clause.subj
    both = subject is not None and clause.own_subj and subject.kind == "named" and len(subject.codes) > 1
    return both or any(x.kind == "actor" and x.role == "with" for x in clause.items)


def _names_guest(c: Candidate) -> bool:
    """Tell whether a person is received, not what is his: "welcomed President Quispe's decision"."""
    first = next((x for x in c.clause.items if x.i > c.item.i and x.kind == "actor"), None)
    spoken = first is not None and first.mention is not None and first.mention.kind in ("addressed", "self")
    if c.recipients and (spoken or c.greeted):
        return True  # "it is good to see you", "welcome to Lima, Mr. President"
    return _has_person(c.recipients) and not (first is not None and first.owner)


def _has_person(sides: list[Side]) -> bool:
    return any(s.person or s.office for s in sides)


def _is_told_by_name(sides: list[Side]) -> bool:
    """Tell whether one is named, or has an office at home: no delegation, no ambassador at his post."""
    return any(s.person or (s.office and s.office not in ("official", "ambassador")) for s in sides)


def _missing_side(c: Candidate) -> Refusal | None:
    """Tell which side an event of its type lacks; None: none."""
    frame, voice = c.trigger.frame, c.trigger.voice
    if frame.type in ("CONSULT", "COOPERATE"):
        if (c.actors and len(c.codes) > 1) or (_gathers(c) and any(s.code in corporate() for s in c.actors)):
            return None
        return "one_party" if c.codes else "no_actor"
    if frame.type == "AGREE" and voice in MUTUAL_VOICES:
        body = any(s.code in corporate() for s in c.actors)  # "ASEAN menyepakati konsensus lima poin"
        return None if len(c.codes) > 1 or (body and c.clause.own_subj) else "one_party"
    if not c.actors:
        return "no_actor"
    return None if c.recipients or frame.alone else "no_recipient"


def _gathers(c: Candidate) -> bool:
    """Tell whether one body or bloc alone can do it: it sits or meets, but travels nowhere.

    Nor where its meeting only sets the scene for what others do: "they met on the sidelines of the APEC summit".
    """
    frame, subject = c.trigger.frame, c.clause.subj
    meets = frame.mode in SEATED and c.trigger.voice in ("noun", "mutual") and not frame.each
    own = subject is not None and bool(subject.codes & c.codes)
    led = c.item.prep or next((x.role for x in c.clause.items if x.j == c.item.i and x.kind == "actor"), "")
    noun = c.item.kind == "noun"
    sets = noun and c.status in UNOPENED and led in SETTING_ROLES and not own
    leads = noun and not frame.alone and any(x.person for x in c.actors)  # who led a meeting met others
    return (frame.alone or meets) and not sets and not leads


@cache
def corporate() -> frozenset[str]:
    """Return the codes of bodies and blocs: they can meet by themselves."""
    return frozenset(b.code for b in bodies().values() if b.kind != "group")
