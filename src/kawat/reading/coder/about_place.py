"""Where: the places that a trigger's event may have taken place at, and what speaks for each: named features.

In: a trigger with its sides, status and channel, the place that the grammar has, the survey.
Out: the places named in its sentence, those told shortly before and after, each with its features.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kawat.knowledge.spelling import folded
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import LEAD, Scene, Told
from kawat.reading.coder.shapes import distance, kin
from kawat.reading.coder.survey import Survey
from kawat.reading.model import Mode, Place
from kawat.reading.places import named_at, place_at
from kawat.reading.scan import Sentence
from kawat.reading.structure import Item

BACK = 3  # sentences before in which a place may be told
REACH = 3  # tokens between a preposition and the name that it brings
OFTEN = 4  # namings, counted up to here


@dataclass(slots=True)
class Named:
    """A place as one sentence names it."""

    place: Place
    at: int  # the token where the name starts
    prep: Item | None  # the preposition before it
    item: Item | None  # the item that it is, or is in

    @property
    def told(self) -> bool:
        """Whether a preposition of place brings it."""
        return self.prep is not None and "where" in self.prep.classes


@dataclass(slots=True)
class Where:
    """A place that may be the event's."""

    place: Place
    features: list[str]


@dataclass(slots=True)
class Act:
    """What is known of a trigger's event when its place is asked for."""

    c: Cue
    acting: set[str]  # codes
    reached: set[str]
    status: str
    mode: Mode | None
    ruled: Place | None  # by the grammar


@dataclass(slots=True)
class Map:
    """The places that an article names, by sentence."""

    scene: Scene
    text: str  # of the article
    named: list[list[Named]]
    times: Counter[str]  # how often each is named
    told: Counter[str]  # how often behind a preposition of place

    @classmethod
    def of(cls, sv: Survey) -> Map:
        """Find all places of an article."""
        named = [list(_named(t)) for t in sv.scene.told]
        every = [x for row in named for x in row]
        times, told = (
            Counter(_key(x.place) for x in found) for found in (every, [x for x in every if x.told])
        )
        return cls(sv.scene, sv.text, named, times, told)

    def options(self, act: Act) -> list[Where]:
        """Return the places that an event may have, each once, with all that speaks for it."""
        told = [*self._here(act), *self._elsewhere(act), *_ruled(act)]
        out: dict[str, Where] = {}
        for w in told:
            first = out.setdefault(_key(w.place), w)
            if first is not w:
                first.features += w.features
        common = list(self._common(act, len(self.named[act.c.told.k])))
        for name, w in out.items():
            w.features = list(dict.fromkeys([*w.features, *common, *self._itself(name, w.place, act)]))
        return list(out.values())

    def _common(self, act: Act, n: int) -> Iterator[str]:
        """Tell what all places of a trigger have in common."""
        c = act.c
        yield from (
            f"T={c.type}",
            f"S={act.status}",
            f"M={act.mode}",
            f"L={self.scene.language}",
            f"n={min(n, 4)}",
        )
        yield from (
            f"voice={c.letter}",
            f"link={c.clause.link}",
            f"role={c.told.s.role}",
            f"q{c.told.quotes(c.i)}",
        )
        yield from (
            f"w={c.words}",
            f"w0={c.told.s.lows[0]}",
            f"ids={c.ids[0]}",
            f"reached={min(len(act.reached), 2)}",
        )
        yield f"ruled={act.ruled.precision if act.ruled is not None else 'none'}"
        yield f"told={any(x.told for x in self.named[c.told.k])}"

    def _itself(self, name: str, place: Place, act: Act) -> Iterator[str]:
        """Tell what a place is: what sort of one, whose, how often it is named."""
        yield from (f"is={place.precision}", f"is={place.precision}:{act.c.type}")
        yield from (f"times={min(self.times[name], OFTEN)}", f"placed={min(self.told[name], OFTEN)}")
        whose = "none" if place.country is None else (
            ("A" if place.country in act.acting else "") + ("R" if place.country in act.reached else "") or "other"
        )  # fmt: skip
        yield from (f"of={whose}", f"of={whose}:{act.c.type}", f"of={whose}:{place.precision}")
        if place.country is not None:
            yield f"rank={min(self.scene.rank.get(place.country, 9), 9)}"
            yield f"home={place.country == self.scene.home}:{place.country == self.scene.publisher}"
        if act.ruled is not None:
            same = (
                "same"
                if _key(act.ruled) == name
                else "land"
                if act.ruled.country == place.country
                else "other"
            )
            yield from (f"rule={same}", f"rule={same}:{act.c.type}")

    def _here(self, act: Act) -> Iterator[Where]:
        """Yield the places named in the trigger's own sentence."""
        c = act.c
        found = sorted(self.named[c.told.k], key=lambda x: (abs(x.at - c.i), x.at))
        for order, x in enumerate(found):
            if not c.i <= x.at < c.j:
                yield Where(x.place, list(_standing(c, x, order)))

    def _elsewhere(self, act: Act) -> Iterator[Where]:
        """Yield the places told in the sentences near, and in those with which the article begins."""
        k, c = act.c.told.k, act.c
        near = {k - back: f"p{back}" for back in range(1, BACK + 1)} | {k + 1: "n1"}
        for at in dict.fromkeys((*near, *range(LEAD))):
            if not 0 <= at < len(self.named) or at == k:
                continue
            src = near.get(at, "lead")
            other = self.scene.told[at]
            shared = min(len(_codes(other) & (act.acting | act.reached)), 2)
            met = any("CONSULT" in x.types for x in other.row)
            same = any(c.type in x.types for x in other.row)
            lines = "\n" in self.text[min(other.s.end, c.told.s.end) : max(other.s.start, c.told.s.start)]
            for x in self.named[at]:
                if x.told and x.prep is not None:
                    yield Where(x.place, [
                        f"src={src}", f"src={src}:{c.type}", f"{src}:{x.prep.role}", f"{src}:shared={shared}",
                        f"{src}:same={same}", f"{src}:met={met}:{shared}", f"{src}:lines={lines}",
                        f"src={src}:{act.mode}",
                    ])  # fmt: skip


def _key(place: Place) -> str:
    return folded(place.name)


def _codes(t: Told) -> set[str]:
    return {s.code for x in t.actors for s in x.sides}


def _named(t: Told) -> Iterator[Named]:
    """Yield the places that a sentence names: those that knowledge has, and what a preposition of place brings."""
    preps = [x for x in t.row if x.kind == "prep"]
    seen = set[int]()
    for i in sorted(t.s.hits):
        found = named_at(t.s, i)
        if found is not None:
            seen.add(found.start)
            yield Named(found, i, _before(preps, i), _covering(t, i))
    for prep in preps:
        found = place_at(t.s, prep.j) if "where" in prep.classes else None
        if found is not None and found.start not in seen and found.start in t.s.starts:
            at = t.s.starts.index(found.start)
            yield Named(found, at, prep, _covering(t, at))


def _before(preps: list[Item], i: int) -> Item | None:
    return next((x for x in reversed(preps) if x.j <= i <= x.j + REACH), None)


def _covering(t: Told, i: int) -> Item | None:
    return next((x for x in t.row if x.i <= i < x.j), None)


def _standing(c: Cue, x: Named, order: int) -> Iterator[str]:
    """Tell where in the sentence a place stands, seen from the trigger."""
    side = "b" if x.at < c.i else "a"
    rel = kin(c.clause, c.told.home.get(x.prep.i if x.prep is not None else x.at))
    yield from (
        "src=here",
        f"order={min(order, 3)}:{side}",
        f"dist={distance(x.at - c.i)}:{side}",
        f"kin={rel}",
    )
    yield f"kin={rel[0]}:{side}:{c.letter}"
    role = x.prep.role if x.prep is not None else "none"
    yield from (f"prep={role}:{x.told}", f"prep={role}:{rel[0]}:{side}", f"prep={role}:{c.type}")
    yield from (f"prep={role}:{rel[0]}:{side}:{c.type}", f"low={x.prep.low if x.prep is not None else ''}")
    item = x.item
    if item is not None:
        yield from (
            f"item={item.kind}:{item.role}",
            f"item={item.kind}:{item.role}:{c.type}",
            f"owner={item.owner}",
        )
    lo, hi = (x.at, c.i) if x.at < c.i else (c.j, x.at)
    kinds = [y.kind for y in c.told.row if lo <= y.i < hi]
    yield f"between={min(kinds.count('verb') + kinds.count('noun'), 3)}:{side}"
    yield from (f"btw={kind}" for kind in dict.fromkeys(kinds))
    yield from _next(c.told.s, x.place.end)


def _next(s: Sentence, end: int) -> Iterator[str]:
    """Tell what follows a name that ends there: a mark, or a word that it may describe."""
    k = s.ends.index(end) + 1 if end in s.ends else len(s.words)
    if k < len(s.words):
        yield f"next={s.lows[k]}" if not s.words[k][0].isalpha() else f"nextlow={s.words[k].islower()}"


def _ruled(act: Act) -> Iterator[Where]:
    """Yield the place that the grammar has."""
    if act.ruled is not None:
        yield Where(act.ruled, ["src=rule", f"src=rule:{act.c.type}", f"src=rule:{act.status}"])
