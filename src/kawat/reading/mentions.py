"""Who is mentioned, and what the article has told of whom so far: the types that the readers of mentions share.

A `Side` is one party at one place of the text; a `Mention` is a noun phrase with one or several sides, or one
that refers to sides named before (`discourse` resolves those); `Memory` is what one article has named, from
sentence to sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kawat.knowledge.model import Holder
from kawat.reading.people import fold, same_name

#: Reasons of a person's party that the words themselves do not give.
GUESSES = frozenset({"reading/actors.home", "reading/actors.context"})


@dataclass(slots=True)
class Side:
    """One party as mentioned: a state, body or group, or a person who acts for it."""

    code: str
    person: str | None
    office: str | None
    start: int
    end: int
    reason: str
    sort: str = "state"  # state, adjective, capital, seat, organ, body, bloc, group, person
    speaks: bool = False  # a spokesperson

    def faceless(self) -> Side:
        """Return the side without its person: the state itself, or whoever acts for it."""
        return Side(self.code, None, None, self.start, self.end, self.reason, "organ")


def codes(*groups: list[Side]) -> set[str]:
    """Return the codes of all these sides."""
    return {s.code for sides in groups for s in sides}


#: Mentions of a party that make it one that an article tells of.
OFTEN = 2


def told_most(sides: Iterable[Side], mine: set[str]) -> tuple[str, int]:
    """Return which party but those that act is among these sides most, of equal ones the first, and how often."""
    told = Counter(x.code for x in sides if x.code not in mine)
    best = max(told, key=lambda code: told[code], default="")
    return best, told[best]


@dataclass(slots=True)
class Mention:
    """A noun phrase that names one or several parties, or refers to some named before.

    kind: named; pair, state_pair, state, band, person, group, self, addressed, neuter, counterpart (to be resolved);
    opaque (a person or body that is no party).
    """

    i: int
    j: int
    sides: list[Side]
    kind: str = "named"
    loose: bool = False  # refers to a pair by default only: "mereka" with no plural before it
    #: of those that refer: pronoun, object ("him"), agent ("police"), else any noun; of a counterpart, the name
    word: str = ""
    victims: list[Side] = field(
        default_factory=list
    )  # of an opaque one: the state for which its people count
    agent: bool = False  # "pemerintah Rusia": names an actor even where a bare state would be a place
    name: str = ""  # of an opaque one: the name as written, which may be a person's
    #: of a governor, a mayor: his state, where he meets an envoy
    host: list[Side] = field(default_factory=list)

    @property
    def codes(self) -> set[str]:
        """Return the codes of all parties of the mention."""
        return codes(self.sides)

    @property
    def is_capital(self) -> bool:
        """Tell whether only a capital is named, which may be the place as well as the government."""
        return bool(self.sides) and all(s.sort == "capital" for s in self.sides)


@dataclass(slots=True)
class Known:
    """A person whom the article has named or may name, with the party acted for."""

    person: str
    code: str
    office: str | None
    reason: str

    @property
    def guessed(self) -> bool:
        """Tell whether the party is only that of the outlet or of the context."""
        return self.reason in GUESSES

    @classmethod
    def of(cls, holder: Holder, office: str | None) -> Known:
        """Make known an office-holder of the knowledge files; `office` is the one that the article tells."""
        return cls(holder.person, holder.country, office, f"knowledge/holders:{holder.person}")


@dataclass(slots=True)
class Memory:
    """What one article has named so far."""

    day: str | None  # publication day, YYYY-MM-DD
    home: str | None  # the state whose ministers need no country: the outlet's own
    publisher: str | None = None  # the state or body whose own page this is: "we" outside quotations
    author: Known | None = None  # who says "I" there
    declared: list[Side] = field(
        default_factory=list
    )  # for whom "we" stands on a page that tells no publisher
    ours: tuple[str, ...] = ()  # our, my
    mine: tuple[str, ...] = ()  # I, me
    guests: list[Side] = field(default_factory=list)  # whom a page may call "you", the likeliest first
    turns: list[list[Side]] = field(default_factory=list)  # who takes turns in a transcript, by their first
    turn: list[Side] | None = None  # whose turn it is to speak in a transcript; None: the page is none
    voice: list[Side] = field(default_factory=list)  # the same with his person, who says "I"
    running: dict[int, list[Side]] = field(default_factory=dict)  # start of a sentence -> who speaks in it
    office: str | None = None  # of the person whose turn it is
    asking: bool = False  # it is the turn of one who asks, for no party
    answering: bool = False  # it was so before
    heard: list[Side] = field(default_factory=list)  # who last spoke for a party before one who asks
    people: dict[str, Known | None] = field(default_factory=dict)  # token, folded -> person; None: two people
    strangers: set[str] = field(default_factory=set)  # last names, lower case, of people of no party known
    wards: dict[str, Side] = field(default_factory=dict)  # part of a private name, folded -> its state
    offices: dict[str, Known] = field(default_factory=dict)  # office -> last holder named
    first: dict[str, Known] = field(default_factory=dict)  # office -> first holder named
    officials: dict[tuple[str, str], Known] = field(default_factory=dict)  # (code, office) -> person
    persons: list[Side] = field(default_factory=list)  # people in the order of mention
    parties: list[Side] = field(default_factory=list)  # all sides in the order of mention
    pair: list[Side] = field(default_factory=list)  # the two sides last spoken of together
    company: list[Side] = field(default_factory=list)  # the two or more last spoken of together
    twins: list[Side] = field(default_factory=list)  # the one side of the two people last told of: "dua WNI"
    couple: list[Side] = field(default_factory=list)  # the two people last spoken of together
    last_date: str | None = None  # of the event last told, EDTF, where it is a day
    meeting: list[Side] = field(
        default_factory=list
    )  # the sides of the contact last told, in whatever status
    contact: list[Side] = field(default_factory=list)  # the two sides of the contact last told
    journey: list[Side] = field(default_factory=list)  # the two sides of a journey told after that contact
    named: dict[str, int] = field(default_factory=dict)  # code -> how often the whole article names it
    before: int = 0  # sides of `parties` that were named before the sentence at hand
    here: list[Mention] = field(default_factory=list)  # whom the sentence at hand has named so far
    he: list[Side] = field(default_factory=list)  # whom "he" meant before in the sentence at hand
    topic: list[Side] = field(default_factory=list)  # the subject of the last sentence that has one
    spot: str | None = None  # the state of the town in which something was last told to happen
    stale: bool = False  # that is not the sentence right before
    against: dict[str, list[Side]] = field(default_factory=dict)  # code -> the other side of its last event
    deeds: dict[str, list[Side]] = field(default_factory=dict)  # type -> who last did such a thing
    foes: dict[str, list[Side]] = field(default_factory=dict)  # code -> whom it last fought
    fight: list[Side] = field(default_factory=list)  # both sides of the fight last told
    doers: list[Side] = field(default_factory=list)  # who last did a physical deed
    reached: dict[str, list[Side]] = field(default_factory=dict)  # type -> whom the last such deed reached
    harmed: dict[str, list[Side]] = field(default_factory=dict)  # code -> who last harmed or held its people
    #: who last did so, and to whom
    harm: tuple[list[Side], list[Side]] = field(default_factory=lambda: ([], []))
    deed: list[Side] = field(default_factory=list)  # who last did anything but meet
    blamed: dict[str, list[Side]] = field(default_factory=dict)  # code -> who last accused it, or asked of it

    def learn(self, known: Known) -> None:
        """Remember a person under each part of the name, and under the office."""
        for token in _name_parts(known.person):
            old = self.people.get(token, known)
            self.people[token] = _surer(old, known) if old is not None else None
        if known.office:
            self.first.setdefault(known.office, known)
            self.offices[known.office] = known
            self.officials[known.code, known.office] = known


def _surer(old: Known, new: Known) -> Known | None:
    """Return the better known of two of one name, or None where they are two people."""
    if old.person == new.person:
        return old if new.guessed and not old.guessed else new
    if old.guessed != new.guessed and same_name(fold(old.person), fold(new.person)):
        return new if old.guessed else old
    return None


def _name_parts(person: str) -> list[str]:
    """Return the parts of a name by which it may be called later, in lower case, with and without their accents.

    "Riyad al-Maliki" is "Maliki" later on; "Ana Wu" is "Wu", but "Di Maio" never "Di".
    """
    parts = person.replace(".", " ").split()
    short = [t for t in parts[1:] if t is parts[-1] and len(t) == 2 and t[1].islower()]
    owned = [t.partition("-")[2] for t in parts if t[0].islower()]
    named = [t for t in (*parts, *owned) if len(t) > 2] + short
    written = [t.lower() for t in named if t[0].isupper()]
    plain = [fold(t) for t in written if "-" not in t]
    return list(dict.fromkeys(t for t in (*written, *plain) if t and " " not in t))
