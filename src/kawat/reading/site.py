"""Where one trigger stands: its clause, what is before and behind it, and who stands in which place there.

In: a trigger of a clause of a sentence.
Out: the sides in the places that frames ask for (subject, behind a preposition, right behind the trigger).
Which of them act and which are acted on, `sides` and `nouns` tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.mentions import Side, codes
from kawat.reading.scan import Sentence
from kawat.reading.structure import Clause, Item

#: The prepositions that bring a recipient where the frame names none.
USUAL_TO = ("against", "to", "with", "from", "for")
REACHING = frozenset({"active", "headline"})  # of a verb that has an object
#: What may stand in a clause that only tells who says what is told before it.
TAIL = frozenset({"actor", "verb", "adverb", "aux", "prep", "time", "mark", "comma", "word", "number"})
MUTUAL_VOICES = frozenset({"mutual", "headline_mutual"})


class Site:
    """One trigger in its clause and sentence."""

    def __init__(  # noqa: PLR0917  (all that a trigger stands in)
        self, s: Sentence, clauses: list[Clause], clause: Clause, item: Item, trigger: Trigger, lex: Lexicon
    ) -> None:
        self.s, self.clauses, self.clause, self.item, self.lex = s, clauses, clause, item, lex
        self.trigger, self.frame = trigger, trigger.frame
        at = clause.items.index(item)
        self.before, self.behind = clause.items[:at], clause.items[at + 1 :]
        self.greeted = False  # the vocative before the verb is whom the speaker receives
        self.explicit = True  # no side was taken from another clause

    @property
    def type(self) -> str:
        """The PLOVER type of the frame."""
        return self.frame.type

    @property
    def is_mutual(self) -> bool:
        """Tell whether subject and partner act together."""
        return self.trigger.voice in MUTUAL_VOICES

    @property
    def to(self) -> tuple[str, ...]:
        """The roles of prepositions that bring the recipient, best first."""
        return self.frame.to or USUAL_TO

    def below(self, *links: str) -> Iterator[Clause]:
        """Yield the clauses that its own governs by one of these links."""
        return (c for c in self.clauses if c.parent is self.clause and c.link in links)

    def deeds_below(self) -> Iterator[Clause]:
        """Yield the clauses of the deed that it governs, past a verb of going on: "promised to continue helping"."""
        for c in self.below("serial", "purpose", "comp"):
            yield c
            bare = self.type == "AGREE" and c.verb is not None and c.items[-1] is c.verb and not c.types
            further = (x for x in self.clauses if bare and x.parent is c and x.link == "serial")
            yield from (x for x in further if not x.own_subj)

    def is_conditioned(self) -> bool:
        """Tell whether a condition hangs on what is told: "If Peru attacks, Chile will impose sanctions on it"."""
        chain = self.clause.up()
        return any(c.link == "if" and c.parent in chain for c in self.clauses)

    # -- places ---------------------------------------------------------------------------------------------------

    def subject(self) -> list[Side]:
        """Return the sides of the subject; of a thing that acts, whose it is."""
        clause = self.clause
        if clause.subj is None or clause.nominal:
            return self._owner_of_subject()
        if clause.subj.loose and not self.is_mutual:
            return []
        if not clause.own_subj:
            self.explicit = False
        return list(clause.subj.sides) or self._beside_owned()

    def _beside_owned(self) -> list[Side]:
        """Return who acts together with people of his own: "Peru and its partners met"."""
        row = self.clause.items
        at = next((k for k, x in enumerate(row) if x.mention is self.clause.subj), 0)
        owned = self.clause.subj is not None and self.clause.subj.kind == "owned"
        joined = owned and at > 1 and row[at - 1].kind == "coord" and row[at - 2].kind == "actor"
        return list(row[at - 2].sides) if joined and row[at - 2].role == "subj" else []

    def _owner_of_subject(self) -> list[Side]:
        """Return whose the subject is where it is a thing: "Serangan Israel menewaskan ...", "Roket Kamboja ..."."""
        if self.clause.verb is not self.item and not self.clause.verb_is("receiving"):
            return []
        led, owner = False, None  # "utusan PBB di wilayah Peru": the UN's
        row = self._before_verb()
        doer = placed(row, "by")  # "Penahanan warga Peru oleh Chile dikecam ..."
        if self.type == "ASSAULT":
            doer = doer or placed(row, "from")  # "Tembakan dari Peru menewaskan ..."
        if doer:
            return doer
        for x in row:
            if x.kind == "actor" and x.role == "of" and x.sides and (owner is None or not led):
                owner = x
            led = x.kind == "prep" or (led and x.kind in ("word", "noun", "adverb"))
        return list(owner.sides) if owner is not None else self._sent_by()

    def _sent_by(self) -> list[Side]:
        """Return who sent or fired the thing that acts: "Roket yang ditembakkan Peru menghantam ..."."""
        sent = (
            c for c in self.clause.relatives if c.verb is not None and c.verb.suffered | c.verb_is("light")
        )
        agents = (c.agent() for c in sent if not c.types - {"MOBILIZE", "ASSAULT"} and c.nominal)
        return next((list(m.sides) for m in agents if m is not None), [])

    def _before_verb(self) -> list[Item]:
        """Return what stands before the verb, or before the first of those that share its subject."""
        first = self.clause
        while first.shares is not None and first.nominal:
            first = first.shares
        if first is self.clause or first.verb is None:
            return self.before
        return first.items[: first.items.index(first.verb)]

    def first_behind(self, *roles: str) -> list[Side]:
        """Return the sides of the first actor right behind the trigger, where it stands in one of the roles."""
        for k, x in enumerate(self.behind):
            if x.kind == "actor":
                return _with_owned(self.behind[k:]) if x.role in roles else []
            apart = x.kind == "coord" and k > 0 and self.behind[k - 1].kind == "comma"
            if x.kind in ("verb", "noun", "prep") or apart:
                return []  # "would respond, together with its allies"
        return []


def said_behind(site: Site) -> Clause | None:
    """Return the clause at the end that only tells who says all before it: "Peru would leave, its premier said"."""
    last, chain = site.clauses[-1], site.clause.up()
    lone = last.link == "coord" and last.own_subj and last.parent in chain and last.verb_is("speech")
    if not lone or site.is_conditioned() or any(c.parent is last for c in site.clauses):
        return None
    return last if all(x.kind in TAIL for x in last.items) else None


def placed(row: list[Item], *roles: str) -> list[Side]:
    """Return the sides of the first actor that stands in the first of these roles that is filled."""
    for role in roles:
        for k, x in enumerate(row):
            if x.role == role and x.kind == "actor" and x.sides:
                return _with_owned(row[k:])
    return []


def _with_owned(row: list[Item]) -> list[Side]:
    """Return the sides of the first actor, and of whom it owns right behind it: "Peru's Ana Torres"."""
    out = list(row[0].sides)
    for x in row[1:]:
        if x.kind != "actor" or not codes(x.sides) & codes(out):
            break
        out += x.sides
    return out


def within(row: list[Item], *roles: str) -> list[Side]:
    """Return whose the thing or person is that one of these prepositions leads in: "ke kantor Presiden Peru"."""
    led = ""
    for x in row:
        if x.kind in ("verb", "comma", "coord"):
            return []
        led = x.role if x.kind == "prep" else led
        if x.kind == "actor" and x.sides:
            return list(x.sides) if x.role == "of" and led in roles else []
    return []
