"""What a sentence is made of: items in a row, and clauses of items. The types that every later step reads.

`items` and `settling` make the items, `clauses` the clauses; `status`, `candidates` and `details` ask both.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kawat.reading.acts import ASKING, REPLYING
from kawat.reading.lexicon import Trigger
from kawat.reading.mentions import Mention, Side
from kawat.times import Timex

#: Kinds of items that say nothing of how those beside them hang together.
SKIPPED = frozenset({"adverb", "mod", "aux", "time", "number"})


@dataclass(slots=True, eq=False)
class Item:
    """One item of a sentence.

    kind: actor, verb, noun (a trigger noun), word, prep, that, purpose, sub, if, rel, coord, mod, time, number, comma,
    semicolon, quote, open, close, mark, aux (passive auxiliary), adverb, relay.
    """

    kind: str
    i: int
    j: int
    low: str = ""
    #: Of a preposition: with, to, ...; of an actor, its place in the clause: subj, obj, of, or a preposition's.
    role: str = ""
    mention: Mention | None = None
    timex: Timex | None = None
    triggers: tuple[Trigger, ...] = ()
    unmet: tuple[Trigger, ...] = ()  # of a verb of saying, those that the sentence lacks the words for
    classes: frozenset[str] = frozenset()
    mods: frozenset[str] = frozenset()  # status effects of the word itself
    clitic: bool = False
    suffered: bool = False  # a frame knows the word as a passive: its subject is acted on
    owner: bool = False  # an actor whose is the noun behind it: "Russia's", "Israeli"
    prep: str = ""  # the preposition that governs a noun: during, ahead, ...

    @property
    def types(self) -> set[str]:
        """Return the types of event that the item can tell of."""
        return {t.frame.type for t in self.triggers}

    @property
    def can_be_noun(self) -> bool:
        """Tell whether one of its triggers is a noun."""
        return any(t.voice == "noun" for t in self.triggers)

    @property
    def sides(self) -> list[Side]:
        """Return the sides that an actor names; of other items none."""
        return self.mention.sides if self.mention is not None else []


@dataclass(slots=True, eq=False)
class Clause:
    """One clause: its subject, its verb, and its items in order (the subject's among them)."""

    link: str  # main, coord, serial, comp, purpose, sub, if, rel, quote
    parent: Clause | None = None
    subj: Mention | None = None
    own_subj: bool = False  # the clause names its subject itself
    head: Item | None = None  # of a relative, the trigger noun that it describes
    nominal: bool = False  # its subject is a noun that is no party
    shares: Clause | None = None  # the clause that names its subject, where it goes on with it
    verb: Item | None = None
    mods: set[str] = field(default_factory=set)
    described: Mention | None = (
        None  # of a relative with a subject of its own, whom it tells of: "X, whom Y met"
    )
    thing: bool = False  # it tells of a thing: "a step that X condemned"
    led: Collection[str] = ()  # classes of the conjunction that leads it in
    conditioned: bool = False  # a condition hangs on it: "would attack if ..."
    relatives: list[Clause] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def precedes(self) -> bool:
        """Tell whether it tells what comes after what governs it: "sebelum menghadiri KTT"."""
        return "preceding" in self.led

    def up(self) -> list[Clause]:
        """Return the clause and those that govern it, innermost first."""
        out = [self]
        while out[-1].parent is not None:
            out.append(out[-1].parent)
        return out

    @property
    def types(self) -> set[str]:
        """Return the types of event that its verb can tell of."""
        return self.verb.types if self.verb is not None else set()

    def governs(self, below: Clause) -> bool:
        """Tell whether its verb governs a clause below: not that of its subject, "tuduhan bahwa ... dibantah"."""
        return self.verb is not None and (not below.items or self.verb.i < below.items[0].i)

    def answers(self, noun: Item) -> bool:
        """Tell whether its verb refuses or grants what the noun behind it says: "menolak permintaan Chile"."""
        verb = self.verb
        said = noun.kind == "noun" and not noun.prep and bool(noun.types & ASKING)
        return said and verb is not None and verb.i < noun.i and bool(verb.types & REPLYING)

    def verb_is(self, *classes: str) -> bool:
        """Tell whether its verb is of one of these classes: light, speech, topic ..."""
        return self.verb is not None and not self.verb.classes.isdisjoint(classes)

    def object(self) -> Mention | None:
        """Return the last object of the verb: "accused Mali of attacking Niger"."""
        found = [x.mention for x in self.items if x.kind == "actor" and x.role == "obj"]
        return found[-1] if found else None

    def agent(self) -> Mention | None:
        """Return who acts in a passive clause without a party as its subject: "hal itu disampaikan Mattis"."""
        if self.verb is None:
            return None
        behind = (x for x in self.items if x.i > self.verb.i and x.kind not in SKIPPED)
        first = next((x for x in behind if x.kind != "prep" or x.role != "by"), None)
        acts = first is not None and first.kind == "actor" and first.role in ("obj", "by")
        return first.mention if first is not None and acts else None
