"""Clauses + frames -> candidate events: each trigger of a clause with the parties that stand in its frame's places."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kawat.knowledge.bodies import bodies as all_bodies
from kawat.reading.clauses import BINDING, agent
from kawat.reading.items import Clause, Item
from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.model import MUTUAL
from kawat.reading.places import place_at
from kawat.reading.scan import Sentence
from kawat.reading.status import Effects, status_of

#: Acts that are events of their own also where they are only alleged (gold guide, "Actors").
PHYSICAL = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "AID", "SANCTION", "RETREAT"})
#: Prepositions that lead from a contact to what it is about.
TOPIC = ("about", "for")
#: Acts of words alone.
SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
USUAL_TO = ("against", "to", "with", "from", "for")


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
    reasons: list[str] = field(default_factory=list)
    explicit: bool = True  # all sides named, none taken from elsewhere
    disclaimed: bool = False  # somebody denies it, it is not merely negated
    ahead: bool = False  # named as still to come, beside another contact

    @property
    def type(self) -> str:
        """The PLOVER type of the frame."""
        return self.trigger.frame.type

    @property
    def codes(self) -> set[str]:
        """The codes of all sides."""
        return {s.code for s in self.actors} | {s.code for s in self.recipients}


def candidates(s: Sentence, clauses: list[Clause], lex: Lexicon, memory: Memory) -> list[Candidate]:
    """Return the candidate events of one sentence, in the order of their triggers."""
    out: list[Candidate] = []
    for clause in clauses:
        for item in clause.items:
            for trigger in item.triggers:
                found = _candidate(s, clause, item, trigger, clauses, lex, memory)
                if found is not None:
                    out.append(found)
    joint = {id(c.item) for c in out if c.type == "COOPERATE"}
    return [c for c in out if c.type != "MOBILIZE" or id(c.item) not in joint]


def fitted(s: Sentence, clauses: list[Clause]) -> list[Clause]:
    """Take from each verb and noun the frames whose `needs` and `without` its clause does not meet."""
    for clause in clauses:
        for item in clause.items:
            if item.triggers:
                item.triggers = tuple(t for t in item.triggers if _words_fit(s, clause, item, t, clauses))
    return clauses


def _candidate(
    s: Sentence,
    clause: Clause,
    item: Item,
    trigger: Trigger,
    clauses: list[Clause],
    lex: Lexicon,
    memory: Memory,
) -> Candidate | None:
    frame = trigger.frame
    if item.kind == "noun" and frame.type in SPOKEN and _told_by_verb(clause, item):
        return None
    effects = Effects.of(clause, item)
    status = status_of(frame.type, effects)
    if status is None or _barred(frame.type, clause, item, effects):
        return None
    sides = _Sides(s, clause, item, trigger, clauses, lex)
    actors, recipients = sides.read()
    if not actors and frame.type == "MOBILIZE":
        actors = _owner(clause, clauses)
    if not recipients and actors and item.clitic and item.kind == "verb":
        recipients = _meant_by_clitic(actors, memory)
    if not recipients and actors:
        recipients = _inferred(frame.type, actors, s, item, clause, memory)
    actors, recipients = _apart(actors, recipients, frame.type)
    if not recipients and trigger.voice in ("mutual", "headline_mutual", "noun") and frame.type in RECIPROCAL:
        if len({a.code for a in actors}) > 1:
            recipients = list(actors)  # both do the same: both stand on both sides
    if status == "planned" and frame.type != "CONSULT" and _foretold(clause, actors):
        return None
    found = Candidate(
        s, clause, item, trigger, actors, recipients, status, [trigger.reason, *effects.reasons]
    )
    found.explicit, found.ahead = sides.explicit, item.prep == "ahead"
    found.disclaimed = "denied" in effects.marks
    if frame.agenda and status != "held" and not sides.partnered():
        return None
    if not recipients and not len(found.codes) > 1 and memory.home in found.codes:
        return None  # the outlet's own state, with nobody else: domestic politics
    if not _complete(found) or (frame.person and not any(a.person or a.office for a in found.actors)):
        return None
    if frame.guest and not any(r.person or r.office for r in found.recipients):
        return None
    for side in (*found.actors, *found.recipients):
        others = found.recipients if side in found.actors else found.actors
        if others:
            memory.against[side.code] = list(others)
    if frame.type in BLAMING:
        memory.blamed.update({r.code: list(found.actors) for r in found.recipients})
    return found


#: Who is told such a thing may answer it; a denial without an address answers whoever said it last.
BLAMING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


def _owner(clause: Clause, clauses: list[Clause]) -> list[Side]:
    """Return whose unnamed troops move: "With 100,000 troops on the border, officials warned that Russia could ..."."""
    here = {s.code for x in clause.items if x.mention for s in x.mention.sides}
    for c in clauses:
        if c.link == "comp" and c.subj is not None and c.subj.sides and not c.subj.codes & here:
            return [_faceless(s) for s in c.subj.sides]
    return []


#: Directed types in which two can do the same to each other: sign, clash, break with each other.
RECIPROCAL = frozenset({"SUPPORT", "ASSAULT", "SANCTION", "RETREAT"})
#: Acts that answer somebody; the addressee is often named only before.
ANSWERING = frozenset({"REJECT", "THREATEN", "ACCUSE", "REQUEST"})


def _answers(item: Item, clause: Clause) -> bool:
    """Tell whether the act speaks of something said before: it has no object, or "that", "tersebut", or a noun of speech."""
    behind = [x for x in clause.items if x.i > item.i]
    if any("anaphor" in x.classes for x in behind[:4]):
        return True
    first = next((x for x in behind if x.kind not in ("adverb", "mark", "aux", "time")), None)
    return first is None or first.kind in ("noun", "comma", "coord")


def _other_side(actors: list[Side], memory: Memory) -> list[Side]:
    """Return the party that the actors last had to do with, or the subject of the sentence before."""
    mine = {a.code for a in actors}
    for sides in (*(memory.against.get(a.code, []) for a in actors), memory.contact, memory.pair):
        others = [_faceless(s) for s in sides if s.code not in mine]
        if others and (len(sides) != 2 or len(others) == 1):
            return others
    return []


def _accuses(clause: Clause) -> bool:
    return clause.verb is not None and any(t.frame.type == "ACCUSE" for t in clause.verb.triggers)


def _inferred(
    type_: str, actors: list[Side], s: Sentence, item: Item, clause: Clause, memory: Memory
) -> list[Side]:
    """Return the recipients that the trigger's own clause leaves unsaid."""
    mine = {a.code for a in actors}
    if type_ in ANSWERING:
        blamed = [_faceless(b) for a in actors for b in memory.blamed.get(a.code, []) if b.code not in mine]
        if blamed and (type_ == "REJECT" or _answers(item, clause)):
            return blamed
        return _other_side(actors, memory) if _answers(item, clause) else []
    accusers = [
        s for c in clause.up()[1:] if _accuses(c) and c.subj for s in c.subj.sides if s.code not in mine
    ]
    if accusers and type_ in PHYSICAL:
        return [_faceless(s) for s in accusers]
    if type_ in ("MOBILIZE", "ASSAULT"):
        near = [
            side for c in clause.up() for x in c.items
            if x.kind == "actor" and x.mention and x.role in ("at", "of", "to", "against") for side in x.mention.sides
            if side.code not in mine and side.sort in ("state", "capital", "organ", "group")
        ]  # fmt: skip
        return [_faceless(near[0])] if near else []
    return []


def _words_fit(s: Sentence, clause: Clause, item: Item, trigger: Trigger, clauses: list[Clause]) -> bool:
    """Check the words that a frame needs, or bars, behind its trigger, to the end of the clause and those that it governs."""
    frame = trigger.frame
    if not frame.needs and not frame.without:
        return True
    reach = [c for c in clauses if c is clause or c.parent is clause]
    last = max((x.j for c in reach for x in c.items if x.i >= item.i), default=item.j)
    first = item.i if trigger.voice in ("active", "noun", "headline") else min(x.i for x in clause.items)
    behind = " " + " ".join(s.lows[first:last]) + " "
    near = " " + " ".join(s.lows[item.j : item.j + 3]) + " "
    if frame.needs and not any(f" {w} " in behind for w in frame.needs):
        return False
    return not any(f" {w} " in near for w in frame.without)


def _barred(type_: str, clause: Clause, item: Item, effects: Effects) -> bool:
    """Tell whether the clause only speaks of the act: asks, fears, aims at, discusses or threatens it."""
    if effects.hypothetical:
        return True
    if type_ == "CONSULT":
        return False
    for c in clause.up():
        if c.link == "rel":
            break  # a relative tells a fact
        if c.link == "purpose":
            return True
    for inner, outer in zip(clause.up(), clause.up()[1:], strict=False):
        if inner.link not in ("comp", "serial") or outer.verb is None:
            break
        types = {t.frame.type for t in outer.verb.triggers}
        if types & BINDING or (types & {"ACCUSE"} and type_ not in PHYSICAL):
            return True
    return False


def _told_by_verb(clause: Clause, item: Item) -> bool:
    """Tell whether the noun is the object of a verb that is an event itself: "menolak tuntutan X" tells no demand."""
    verb = clause.verb
    if verb is None or item.prep or verb.i > item.i or "light" in verb.classes:
        return False
    return any(t.frame.type != "CONSULT" for t in verb.triggers)


def _foretold(clause: Clause, actors: list[Side]) -> bool:
    """Tell whether somebody else says, fears or hopes what the actors will do: a prediction is no event."""
    mine = {a.code for a in actors}
    for inner, outer in zip(clause.up(), clause.up()[1:], strict=False):
        if inner.link not in ("comp", "quote"):
            continue
        others = outer.nominal or (outer.subj is not None and not outer.subj.codes & mine)
        if others:
            return True
    return False


def _apart(actors: list[Side], recipients: list[Side], type_: str) -> tuple[list[Side], list[Side]]:
    """Keep each party once, on one side; of two sides of one state, the one that names the person."""
    actors, recipients = _once(actors), _once(recipients)
    mine = {a.code for a in actors}
    recipients = [r for r in recipients if r.code not in mine]
    if type_ in MUTUAL and not recipients and len({a.code for a in actors}) > 1:
        first = actors[0].code
        return [a for a in actors if a.code == first], [a for a in actors if a.code != first]
    return actors, recipients


def _once(sides: list[Side]) -> list[Side]:
    out: list[Side] = []
    for side in sides:
        same = [o for o in out if o.code == side.code]
        if any(o.person == side.person or side.person is None for o in same):
            continue
        out = [o for o in out if o.code != side.code or o.person is not None]
        out.append(side)
    return out


@cache
def corporate() -> frozenset[str]:
    """Return the codes of bodies and blocs: they can meet by themselves."""
    return frozenset(b.code for b in all_bodies().values() if b.kind != "group")


def _complete(c: Candidate) -> bool:
    """Tell whether enough sides are known for an event of its type."""
    frame = c.trigger.frame
    if frame.type in ("CONSULT", "COOPERATE"):
        bodies = any(s.code in corporate() for s in c.actors)
        return len(c.codes) > 1 or (
            bodies and (frame.alone or (frame.mode == "in-person" and c.trigger.voice in ("noun", "mutual")))
        )
    if frame.type == "AGREE" and c.trigger.voice in ("mutual", "headline_mutual"):
        return len(c.codes) > 1
    return bool(c.actors) and (bool(c.recipients) or frame.alone)


#: Acts that a state's rockets, troops and ships do as well as the state.
BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: Acts that are said of another act, and reach whom that act would reach.
GOVERNING = frozenset({"THREATEN", "AGREE", "REJECT", "REQUEST", "CONCEDE"})


class _Sides:
    """Reads the sides of one trigger off its clause."""

    def __init__(
        self,
        s: Sentence,
        clause: Clause,
        item: Item,
        trigger: Trigger,
        clauses: list[Clause],
        lex: Lexicon,
    ) -> None:
        self.s = s
        self.clause, self.item, self.trigger, self.clauses, self.lex = clause, item, trigger, clauses, lex
        at = next(k for k, x in enumerate(clause.items) if x is item)
        self.before, self.behind = clause.items[:at], clause.items[at + 1 :]
        self.explicit = True

    def read(self) -> tuple[list[Side], list[Side]]:
        voice = self.trigger.voice
        if voice == "noun":
            return self.noun()
        if voice == "passive":
            return self.passive()
        if voice in ("mutual", "headline_mutual"):
            return self.mutual()
        return self.subject(), self.object()

    # -- places in the clause -----------------------------------------------------------------------------------

    def subject(self) -> list[Side]:
        if self.clause.subj is None or self.clause.nominal:
            return self.owner_of_subject() if self.trigger.frame.type in BODILY else []
        if self.clause.subj.loose and self.trigger.voice not in ("mutual", "headline_mutual"):
            return []
        if not self.clause.own_subj:
            self.explicit = False
        return list(self.clause.subj.sides)

    def owner_of_subject(self) -> list[Side]:
        """Return whose the subject is where it is a thing: "Serangan Israel menewaskan ...", "Roket Kamboja ..."."""
        owned = [
            x.mention for x in self.before if x.kind == "actor" and x.role == "of" and x.mention is not None
        ]
        return list(owned[-1].sides) if owned and self.clause.verb is self.item else []

    def placed(self, roles: tuple[str, ...], row: list[Item]) -> list[Side]:
        """Return the sides of the first actor that stands in the first of these roles that is filled."""
        for role in roles:
            for x in row:
                if x.kind == "actor" and x.role == role and x.mention and x.mention.sides:
                    return list(x.mention.sides)
        return []

    def object(self) -> list[Side]:
        mine = self.clause.subj.codes if self.clause.subj is not None else set()
        direct = [s for s in self.first_run(("obj",)) if s.code not in mine]
        if direct:
            return direct
        roles = self.trigger.frame.to or USUAL_TO
        found = self.placed(roles, self.behind) or self.of_object() or self.below()
        if not found and self.trigger.frame.type in GOVERNING:
            found = self.governed_object(mine)
        return found or self.placed(roles, self.before)

    def governed_object(self, mine: set[str]) -> list[Side]:
        """Return whom the act is to meet that is threatened, promised or refused: "mengancam akan menyerang Jepang"."""
        for c in self.clauses:
            if c.parent is self.clause and c.link in ("serial", "purpose", "comp") and not c.own_subj:
                for role in ("obj", "against", "to", "of", "with", "for"):
                    sides = [s for s in self.placed((role,), c.items) if s.code not in mine]
                    if sides:
                        return sides
        return []

    def first_run(self, roles: tuple[str, ...]) -> list[Side]:
        """Return the sides of the first actor behind the trigger, where it stands in one of the roles."""
        for x in self.behind:
            if x.kind == "actor":
                return list(x.mention.sides) if x.role in roles and x.mention else []
            if x.kind in ("verb", "noun", "prep"):
                return []
        return []

    def of_object(self) -> list[Side]:
        """Return the parties inside the object's noun phrase: "mengecam serangan Israel"."""
        return self.placed(("of",), self.behind)

    def below(self) -> list[Side]:
        """Return the subject of the clause that the trigger governs: "mendesak agar China ..."."""
        for c in self.clauses:
            if c.parent is not self.clause or c.link not in ("comp", "purpose", "serial"):
                continue
            if c.own_subj and c.subj is not None and not self.is_passive(c):
                return list(c.subj.sides)
            partner = self.placed(("with", "by"), c.items) or self.partner_below(c)
            if partner:
                return partner
            if c.nominal:
                inner = [x for x in c.items if x.kind == "actor" and x.role == "of" and x.mention]
                if inner and inner[0].mention is not None:
                    return list(inner[0].mention.sides)
        return []

    def is_passive(self, clause: Clause) -> bool:
        shape = self.lex.passive
        return clause.verb is not None and shape is not None and bool(shape.match(clause.verb.low))

    def partner_below(self, clause: Clause) -> list[Side]:
        """Return the partner of a contact asked for, or of what is to be done with somebody: "minta berbicara dengan X"."""
        if clause.verb is not None and any(t.frame.type == "CONSULT" for t in clause.verb.triggers):
            return self.placed(("obj", "with", "to"), clause.items)
        if not self.is_passive(clause):
            return []
        return next(
            (p for c in self.clauses if c.parent is clause and (p := self.placed(("with",), c.items))), []
        )

    def asker(self, mine: set[str]) -> list[Side]:
        """Return who asks the subject to meet: "mengajak X bertemu", "invited X to visit"."""
        outer = self.clause.parent
        if outer is None or self.clause.link not in ("comp", "purpose", "serial") or outer.subj is None:
            return []
        asks = outer.verb is not None and any(t.frame.type == "REQUEST" for t in outer.verb.triggers)
        return [s for s in outer.subj.sides if s.code not in mine] if asks and not outer.nominal else []

    def host(self) -> list[Side]:
        """Return the state of the city that a traveller reaches: "mendarat di Honolulu"."""
        for item in self.behind:
            if item.kind == "prep" and item.role in ("to", "at") and "where" in item.classes:
                where = place_at(self.s, item.j)
                if where is not None and where.country is not None:
                    return [Side(where.country, None, None, where.start, where.end, where.reason, "state")]
        return []

    # -- voices -------------------------------------------------------------------------------------------------

    def passive(self) -> tuple[list[Side], list[Side]]:
        agents = self.placed(("by",), self.behind) or self.first_run(("obj",))
        if not agents and self.trigger.frame.type in ("SANCTION", "COERCE"):
            agents = self.placed(("from",), self.behind)  # "diusir dari Inggris"
        patients = self.subject() or self.placed(("of",), self.before)
        return agents, patients or self.placed(self.trigger.frame.to or (), self.behind)

    def mutual(self) -> tuple[list[Side], list[Side]]:
        subject = self.subject() or self.placed(("between",), self.before) or self.both_of()
        partner = (
            self.placed(("with",), self.behind)
            or self.first_run(("obj",))
            or self.placed(("with",), self.before)
        )
        roles = self.trigger.frame.to
        if not partner and roles and len({s.code for s in subject}) < 2:
            partner = self.placed(roles, self.behind)
        if not partner and self.trigger.frame.type == "CONSULT" and len({s.code for s in subject}) < 2:
            partner = self.asker({s.code for s in subject})
        if not partner and self.trigger.frame.person:
            partner = self.host()
        if not partner and self.trigger.frame.type in GOVERNING and len({s.code for s in subject}) < 2:
            partner = self.governed_object({s.code for s in subject})
        return subject, partner

    def both_of(self) -> list[Side]:
        """Return the two sides whose people act: "para komandan kedua negara bertemu"."""
        pairs = [
            x.mention
            for x in self.before
            if x.mention is not None and x.mention.kind in ("pair", "state_pair")
        ]
        return list(pairs[-1].sides) if pairs else []

    def noun(self) -> tuple[list[Side], list[Side]]:
        own, other = self.beside_noun()
        frame = self.trigger.frame
        contact = frame.type in MUTUAL
        governed = self.governed()
        if not own and not other:
            own, other = self.described()
            if (own and other) or (contact and len({s.code for s in own}) > 1):
                return own, other
        if frame.bound and not governed and not own:
            return [], []
        if contact and self.item.prep == "ahead" and len({s.code for s in own + other}) < 2:
            partner = other or self.placed(("with", "obj"), self.before)
            return [_faceless(s) for s in self.subject()], [_faceless(s) for s in partner]
        if contact and len({s.code for s in own + other}) > 1:
            return own or other, other if own else []
        if own and frame.alone and contact and not self.attends():
            return own, other
        if (
            governed
            and not contact
            and self.clause.verb is not None
            and "receiving" in self.clause.verb.classes
        ):
            return own or self.placed(("from", "by", "against"), self.behind), self.subject()
        if governed:
            subject = self.subject()
            if contact:
                subject = subject or self.agent_of_passive()
                return subject or own, (own if subject else []) + other
            if self.passive_light():
                return own or self.placed(("by",), self.behind), other or subject
            return own or subject, other
        if not contact and self.clause.verb is not None and "topic" in self.clause.verb.classes:
            return [], []
        return (own, other) if contact or (own and other) or frame.alone else ([], [])

    def beside_noun(self) -> tuple[list[Side], list[Side]]:
        """Return whose the noun is, and with or against whom, by the words right behind (or before) it."""
        own: list[Side] = []
        other: list[Side] = []
        frame = self.trigger.frame
        roles = {*(frame.to or USUAL_TO), "with"}
        led = ""  # the preposition whose phrase is open
        for x in self.behind:
            if x.kind in ("verb", "noun") or (x.kind == "comma" and (own or other)):
                break
            if x.kind == "prep":
                led = x.role
                if led in TOPIC and led not in roles:
                    break
            if x.kind != "actor" or x.mention is None:
                continue
            role = "of" if x.owner else x.role
            met = (
                role in roles
                or (frame.patient and role == "of")
                or (role == "of" and led in roles and led != "of")
            )
            if role == "by" or (role in ("of", "between") and not met and not other):
                own += x.mention.sides
            elif met:
                other += x.mention.sides
        return own or self.owner_before(), other

    def owner_before(self) -> list[Side]:
        """Return who stands before the noun as its owner: "Russia's recent demand", "Israeli strikes"."""
        if not self.lex.pack.adjective_first:
            return []
        for k, x in enumerate(reversed(self.before)):
            if x.kind == "actor" and x.mention is not None:
                return list(x.mention.sides) if x.owner or k == 0 else []
            if x.kind not in ("word", "adverb"):
                return []
        return []

    def described(self) -> tuple[list[Side], list[Side]]:
        """Return the sides that a relative gives: "surat yang dikirim X kepada Y", "sanksi yang dijatuhkan X"."""
        for c in self.clauses:
            if c.head is self.item and c.verb is not None and c.verb.classes & {"light"}:
                own = self.placed(("by", "obj"), c.items) or (list(c.subj.sides) if c.subj else [])
                return own, self.placed(self.trigger.frame.to or USUAL_TO, c.items)
        return [], []

    def partnered(self) -> bool:
        """Tell whether the partner is named: "membahas X dengan Y"."""
        return any(x.kind == "actor" and x.role == "with" for x in self.clause.items)

    def agent_of_passive(self) -> list[Side]:
        """Return who acts in a passive clause: "hal itu disampaikan X dalam pertemuan dengan Y"."""
        mention = agent(self.clause)
        return list(mention.sides) if mention is not None and self.clause.nominal else []

    def attends(self) -> bool:
        """Tell whether a person takes part in the meeting named: "menghadiri KTT ASEAN"."""
        verb, subject = self.clause.verb, self.clause.subj
        return verb is not None and "attend" in verb.classes and subject is not None and bool(subject.codes)

    def governed(self) -> bool:
        """Tell whether the clause's verb carries the noun, or a preposition sets it as held or to come."""
        verb = self.clause.verb
        if self.item.clitic and self.trigger.frame.type == "CONSULT":
            return True
        if self.item.prep in ("during", "ahead", "means", "time"):
            return self.trigger.frame.type == "CONSULT"
        if self.item.prep and self.item.prep != "with":
            return False
        if verb is None:
            return bool(self.item.mods) or bool(self.clause.mods)
        if verb.classes & {"topic"}:
            return False
        contact = self.trigger.frame.type == "CONSULT"
        return bool(verb.classes & {"light"}) or (contact and bool(verb.mods)) or self.by_mod()

    def by_mod(self) -> bool:
        return bool(self.before) and self.before[-1].kind == "mod"

    def passive_light(self) -> bool:
        verb = self.clause.verb
        return verb is not None and verb.i > self.item.i


def resolve(mention: Mention, memory: Memory) -> None:
    """Fill a mention that only refers: both leaders, he, they, our side."""
    if mention.kind == "pair":
        mention.sides = list(memory.contact or memory.couple or memory.pair) or _last_two(memory)
    elif mention.kind == "state_pair":
        mention.sides = [_faceless(s) for s in memory.contact or memory.pair or _last_two(memory)]
    elif mention.kind == "state":
        states = [s for s in memory.parties if s.sort in ("state", "capital", "organ")]
        mention.sides = [_faceless(s) for s in states[-1:]]
    elif mention.kind == "group":
        mention.loose = len(memory.topic) < 2
        mention.sides = list(memory.topic) if len(memory.topic) > 1 else list(memory.couple or memory.pair)
    elif mention.kind == "person":
        people = [s for s in memory.topic if s.person]
        mention.sides = people if len(people) == 1 else memory.persons[-1:]
    elif mention.kind == "self":
        mention.sides = [
            _faceless(s) for s in (memory.topic if len(memory.topic) == 1 else memory.persons[-1:])
        ]


def _faceless(s: Side) -> Side:
    return Side(s.code, None, None, s.start, s.end, s.reason, "organ")


def _meant_by_clitic(actors: list[Side], memory: Memory) -> list[Side]:
    """Return whom "-nya" means behind a verb: the person last spoken of who is of no acting party."""
    mine = {a.code for a in actors}
    return next(([p] for p in reversed(memory.topic + memory.persons) if p.code not in mine), [])


def _last_two(memory: Memory) -> list[Side]:
    out: list[Side] = []
    for side in reversed(memory.persons or memory.parties):
        if all(side.code != o.code for o in out):
            out.insert(0, side)
        if len(out) == 2:
            return out
    return []


def note(mention: Mention, memory: Memory) -> None:
    """Remember whom a mention named."""
    if mention.kind != "named":
        return
    memory.parties += mention.sides
    for side in mention.sides:
        if (side.person is not None or side.sort == "person") and not side.speaks:
            same = (side.person, side.code, side.office)
            memory.persons = [p for p in memory.persons if (p.person, p.code, p.office) != same] + [side]
    together(memory, mention.sides)


def together(memory: Memory, sides: list[Side]) -> None:
    """Remember two sides that were spoken of together."""
    if len(sides) == 2 and sides[0].code != sides[1].code:
        memory.pair = list(sides)
        if all(s.person for s in sides):
            memory.couple = list(sides)
