"""Which parties are the two sides of a trigger's event: the pairs that may be, and named features to judge each by.

In: a cue, the chances of all parties to act in it, to be acted upon, to take part (`Parts`), the scene.
Out: `options`, and for each its features, for training and for reading alike.

Each party was judged alone before. Only beside each other do their chances tell who does it to whom: of two that may
both have acted, the one that was surely acted upon is not the one that acted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kawat.reading.acts import BODILY
from kawat.reading.candidates import corporate
from kawat.reading.coder.about_company import Companies, Standing, companies, joined, one_side, ordered
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import differences, steps
from kawat.reading.mentions import Side, codes
from kawat.reading.model import MUTUAL

Option = tuple[tuple[str, ...], tuple[str, ...]]  # codes of those who act, of those who are acted upon

TRIED = 3  # parties that are tried as the one that acts, and as the one that is acted upon
ACTING = (0.5, 0.3)  # all that act
REACHED = (0.4, 0.6)  # all that are acted upon


@dataclass(slots=True)
class Parts:
    """The chance of each party of the article (0..1), by its code."""

    acting: dict[str, float]  # that it acts; of contacts and mutual acts, that it takes part
    reached: dict[str, float] = field(default_factory=dict)  # that it is acted upon; of those none

    @property
    def likeliest(self) -> list[str]:
        """The codes, those first that act most likely; of equal ones, the party named most."""
        return ordered(self.acting)


def options(c: Cue, parts: Parts) -> list[Option]:
    """Return the pairs of sides that an event may have, the grammar's among them; each once."""
    if not parts.acting:
        return []
    lists = joined(c.told.row)
    # where the grammar reads whom it reaches, no side is wider than the sentence makes it
    bounds = lists if c.rule is not None and c.rule.recipients else []
    if c.type in MUTUAL:
        tried = [(row[:1], row[1:]) for row in companies(c, parts.acting, lists, bounds)]
    else:
        tried = _directed(parts, _aside(c), bounds)
    if c.rule is not None:
        tried = [*tried, (_codes(c.rule.actors, parts), _codes(c.rule.recipients, parts))]
    # a trip to three states is not one to two of them
    toured = _toured(c, bounds)
    out: dict[tuple[frozenset[str], ...], Option] = {}
    for acting, reached in tried:
        sides = (frozenset(acting), frozenset(reached))
        key = (sides[0] | sides[1],) if c.type in MUTUAL else sides
        if acting and c.blaming.isdisjoint(acting) and not _cuts(sides[0] | sides[1], toured):
            out.setdefault(key, (acting, reached))
    return list(out.values())


def _aside(c: Cue) -> frozenset[str]:
    """Return who is not acted upon: whom another's deed befalls, where the grammar knows who did it.

    Else the event is judged as one that has to do with them, and told of nobody. Nor does force meet a body that the
    sentence does not name: it has no land.
    """
    known = c.voice == "noun" or (c.rule is not None and c.rule.recipients)
    unnamed = corporate() - c.told.naming.keys() if c.type in BODILY else frozenset[str]()
    return c.aside | unnamed | (c.spared if known else frozenset())


def _codes(sides: Iterable[Side], parts: Parts) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(side.code for side in sides) if code in parts.acting)


def _directed(parts: Parts, spared: frozenset[str], bounds: list[set[str]]) -> list[Option]:
    """Return who may have done it to whom, nobody among them; none that is spared is reached."""
    p, q, by_act = parts.acting, parts.reached, parts.likeliest
    by_reach = ordered(q)
    acting: list[tuple[str, ...]] = [(code,) for code in dict.fromkeys([*by_act[:TRIED], *by_reach[:1]])]
    more = (tuple(code for code in by_act if p[code] > least) for least in ACTING)
    acting += [row for row in more if one_side(row, bounds)]
    by_reach = [code for code in by_reach if code not in spared]
    single = [code for code in dict.fromkeys([*by_reach[:TRIED], *by_act[:1]]) if code not in spared]
    out: list[Option] = []
    for a in acting:
        out.append((a, ()))
        out += [(a, (code,)) for code in single if code not in a or len(a) == 1]
        rows = (tuple(code for code in by_reach if q[code] > least and code not in a) for least in REACHED)
        out += [(a, row) for row in rows if one_side(row, bounds)]
    return out


def _toured(c: Cue, lists: list[set[str]]) -> list[set[str]]:
    """Return the lists of states to which the grammar reads one trip: "melawat ke Peru, Chile dan Bolivia"."""
    if c.rule is None or not c.rule.trigger.frame.each:
        return []
    return [group for group in lists if len(group) > 1 and group <= codes(c.rule.recipients)]


def _cuts(parties: frozenset[str], lists: list[set[str]]) -> bool:
    """Tell whether some of a list are among the parties, and others of it not."""
    return any(parties & group and not group <= parties for group in lists)


def weighing(c: Cue, parts: Parts, scene: Scene) -> Weighing | Companies:
    """Return what tells the features of an option."""
    return Companies(c, parts.acting, scene) if c.type in MUTUAL else Weighing(c, parts, scene)


class Weighing:
    """The features of all options of one act; what they share is found once."""

    def __init__(self, c: Cue, parts: Parts, scene: Scene) -> None:
        self.c, self.parts, self.scene, self.t = c, parts, scene, c.told
        self.named = set(self.t.naming)
        self.before = {side.code for x in self.t.actors if x.i < c.i for side in x.sides}
        self.after = {side.code for x in self.t.actors if x.i > c.i for side in x.sides}
        self.standing = Standing(c, scene)
        self.ruled = (codes(c.rule.actors), codes(c.rule.recipients)) if c.rule is not None else None
        self.by_act, self.by_reach = parts.likeliest, ordered(parts.reached)
        self.kept: dict[tuple[str, str], list[str]] = {}  # of one party on one side
        self.shared = [
            f"T={c.type}", f"V={c.letter}", f"TV={c.type}{c.letter}", f"language={scene.language}",
            f"parties={min(len(parts.acting), 5)}", f"named={min(len(self.named), 4)}", *(f"id={x}" for x in c.ids),
        ]  # fmt: skip

    def of(self, option: Option) -> list[str]:
        """Return the features of one option, each once."""
        return [*self.shared, *self._act(option)]

    def _act(self, option: Option) -> list[str]:
        acting, reached = option
        p, q, first = self.parts.acting, self.parts.reached, acting[0]
        left = _first(q, self.by_reach, (*acting, *reached))
        told = [
            f"na={min(len(acting), 3)}", f"nr={min(len(reached), 3)}", *self._party(first, "a"),
            *differences("Agap", p[first] - _first(p, self.by_act, acting)), *steps("Rleft", left),
            f"leftnamed={min(len(self.named.difference(acting, reached)), 2)}",
        ]  # fmt: skip
        if len(acting) > 1:
            told += steps("Alow", min(p[code] for code in acting))
        if reached:
            told += self._reached(first, reached, left)
        if self.ruled is None:
            return [*told, "rule=-"]
        same = [_same(set(side), ruled) for side, ruled in zip(option, self.ruled, strict=True)]
        return [*told, f"ruleA={same[0]}", f"ruleR={same[1]}"]

    def _reached(self, first: str, reached: Sequence[str], left: float) -> list[str]:
        """Tell of those who are acted upon, and how it would be the other way round."""
        p, q = self.parts.acting, self.parts.reached
        other = max(reached, key=lambda code: q[code])
        turned = (p[first] * q[other]) ** 0.5 - (p[other] * q[first]) ** 0.5
        told = [
            *self._party(other, "r"), *differences("Rgap", q[other] - left), *differences("turned", turned),
            *differences("AR", p[first] - p[other]), *differences("RA", q[other] - q[first]),
            f"self={first in reached}", f"together={min(self.scene.together.get((first, other), 0), 3)}",
        ]  # fmt: skip
        if len(reached) > 1:
            told += steps("Rlow", min(q[code] for code in reached))
        if other in self.t.against.get(first, ()):
            told.append("against")
        if first in self.t.against.get(other, ()):
            told.append("against:turned")
        return told

    def _party(self, code: str, name: str) -> list[str]:
        """Tell of one party on its side ("a", "r") all that no other has a part in."""
        if (code, name) not in self.kept:
            told = [name + standing for standing in self._standing(code)]
            told += [*self._chances(code, name), *self._network(code, name)]
            self.kept[code, name] = told
        return self.kept[code, name]

    def _chances(self, code: str, name: str) -> list[str]:
        p, q = self.parts.acting[code], self.parts.reached[code]
        return [*steps("A", p), *steps("Aq", q)] if name == "a" else [*steps("R", q), *steps("Rp", p)]

    def _standing(self, code: str) -> Iterator[str]:
        yield f":{'b' if code in self.before else ''}{'a' if code in self.after else ''}"
        yield from self.standing.of(code)

    def _network(self, code: str, name: str) -> Iterator[str]:
        """Tell what the encoder holds of the party."""
        part = self.c.reading.part(self.scene.rank[code]) if self.c.reading is not None else None
        if part is not None:
            yield from (*steps(f"{name}encA", part[0]), *steps(f"{name}encR", part[1]))


def _same(mine: set[str], ruled: set[str]) -> str:
    return "same" if mine == ruled else "part" if mine & ruled else "none"


def _first(chances: Mapping[str, float], ordered: Iterable[str], but: Sequence[str]) -> float:
    """Return the chance of the likeliest other party, 0 where there is none."""
    return next((chances[code] for code in ordered if code not in but), 0.0)
