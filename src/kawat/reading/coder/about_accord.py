"""Do the sides of a trigger's event fit what the article's other triggers tell? Named features, for a second look.

In: of each trigger the chance that it tells an event, and its pairs of sides with their chances; the scene.
Out: the features of each pair, for training and for reading alike; the pairs by both looks.

A sentence often leaves open who did it to whom ("several shelters in the town were hit"), where the rest of the article
leaves no doubt: it tells five times that the one state shells the other, and never the reverse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.knowledge.bodies import bodies
from kawat.reading.coder.about_sides import Found, Option
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import Ladder, differences, steps
from kawat.reading.coder.weights import Odds, chance, odds_of
from kawat.reading.model import MUTUAL
from kawat.reading.plover import QUADS

Asked = tuple[Cue, float, Found]  # a trigger, its chance, its pairs of sides with theirs
Sums = dict[str, float]

SURE = 0.8  # chance of a pair at the first look from which there is no second
FEW = 4  # pairs of a trigger that are looked at again, the likeliest of the first look
LEAST = 0.05  # worth below which a trigger has no say
SAME_WORD = 2  # tokens within which two triggers are one phrase
NEAR = {0: "here", -1: "before", -2: "before", 1: "after"}  # sentences from the trigger's own
ARMED = "material_conflict"
#: What is set beside the most that any rival pair of the trigger has of it.
RIVALLED = (
    "same", "alike", "any", "turned", "turned:alike", "turned:any", "acts", "acts:type", "acts:class", "suffers",
    "met", "met:type", "met:class", "did", "pair", "pair:any",
)  # fmt: skip

_much = Ladder([0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.2, 1.6, 2, 3, 4, 6])  # sums of worth
_apart = Ladder([-2, -1, -0.6, -0.3, -0.1, -0.02, 0.02, 0.1, 0.3, 0.6, 1, 2])  # of two sums


@dataclass(slots=True)
class Held:
    """What a trigger is held to tell after the first look, and how likely it does (0..1)."""

    cue: Cue
    acting: frozenset[str]
    reached: frozenset[str]
    worth: float

    @classmethod
    def of(cls, asked: Asked) -> Held:
        """Return the likeliest pair of a trigger."""
        cue, chance, found = asked
        (acting, reached), sure = found[0] if found else (((), ()), 0.0)
        return cls(cue, frozenset(acting), frozenset(reached), chance * sure)


class Accord:
    """The features of all pairs of sides, by trigger."""

    def __init__(self, asked: Sequence[Asked], scene: Scene) -> None:
        self.asked, self.scene = asked, scene
        self.held = [held for held in map(Held.of, asked) if held.worth >= LEAST]

    @property
    def open(self) -> list[Asked]:
        """The triggers of which the first look leaves the sides open, each with its likeliest pairs."""
        return [(cue, p, row[:FEW]) for cue, p, row in self.asked if _is_open(row)]

    def both_looks(self, second: Odds) -> list[Found]:
        """Return the pairs of all triggers, the likeliest first; of open ones by the mean log-odds of both looks."""
        before = odds_of([p for one in self.open for _, p in one[2]])
        told = iter(chance((before + second) // 2))
        out: list[Found] = []
        for _, _, row in self.asked:
            again = row[:FEW] if _is_open(row) else []
            seen = [(option, next(told)) for option, _ in again] + row[len(again) :]
            out.append(sorted(seen, key=lambda pair: -pair[1]))
        return out

    def of(self, asked: Asked) -> list[list[str]]:
        """Return the features of each pair that a trigger may have."""
        cue, _, found = asked
        said = self._mutual if cue.type in MUTUAL else self._directed
        others = [h for h in self.held if not _one_phrase(cue, h.cue)]
        sums = [said(cue, frozenset(a), frozenset(r), others) for (a, r), _ in found]
        chances = sorted((p for _, p in found), reverse=True)
        most = {name: sorted((s.get(name, 0.0) for s in sums), reverse=True)[:2] for name in RIVALLED}
        rows: list[list[str]] = []
        for n, ((option, p), mine) in enumerate(zip(found, sums, strict=True)):
            rival = (
                chances[1 if n == 0 else 0] if len(found) > 1 else 0.0
            )  # they come with the likeliest first
            rows.append([*self._itself(cue, option), *steps("first", p), *differences("gap", p - rival)])
            rows[-1] += _told(mine, most)
        return rows

    # -- what the others say --------------------------------------------------------------------------------------

    def _mutual(self, cue: Cue, acting: frozenset[str], reached: frozenset[str], others: list[Held]) -> Sums:
        out: Sums = defaultdict(float)
        mine = acting | reached
        for h in others:
            theirs = h.acting | h.reached
            if len(mine & theirs) > 1 or mine == theirs:
                out["pair:any"] += h.worth
                if h.cue.type == cue.type:
                    out["pair"] += h.worth
                _nearest(out, "pair", cue, h)
        return out

    def _directed(
        self, cue: Cue, acting: frozenset[str], reached: frozenset[str], others: list[Held]
    ) -> Sums:
        out: Sums = defaultdict(float)
        for h in others:
            if h.cue.type in MUTUAL:
                if acting & (h.acting | h.reached) and reached & (h.acting | h.reached):
                    out["pair:any"] += h.worth
                continue
            _way(out, cue, h, bool(acting & h.acting and reached & h.reached), "")
            _way(out, cue, h, bool(acting & h.reached and reached & h.acting), "turned")
            for name, met in (
                ("acts", acting & h.acting), ("suffers", acting & h.reached),
                ("met", reached & h.reached), ("did", reached & h.acting),
            ):  # fmt: skip
                if met:
                    _count(out, name, cue, h)
            if acting == h.acting:
                _nearest(out, "lead", cue, h)
        return out

    # -- the pair itself ------------------------------------------------------------------------------------------

    def _itself(self, cue: Cue, option: Option) -> Iterator[str]:
        acting, reached = option
        yield from (f"T={cue.type}", f"class={QUADS[cue.type]}", f"language={self.scene.language}")
        yield from (
            f"na={min(len(acting), 3)}", f"nr={min(len(reached), 3)}", f"quoted={cue.told.quotes(cue.i)}",
            f"aout={len(set(acting) - cue.told.naming.keys())}", f"rout={len(set(reached) - cue.told.naming.keys())}",
        )  # fmt: skip
        for name, side, other in (("a", acting, reached), ("r", reached, acting)):
            if side:
                yield f"{name}kind={_kind(side[0])}"
            for code in side[:2]:
                yield from self._kinship(cue, f"{name}:{code in other}", code, (side, other))

    def _kinship(
        self, cue: Cue, name: str, code: str, sides: tuple[Sequence[str], Sequence[str]]
    ) -> Iterator[str]:
        """Tell which other party of the article is an armed group of this state, or the state of this group."""
        for other in self.scene.rank:
            tie = _tie(code, other)
            if tie:
                where = "there" if other in sides[1] else "beside" if other in sides[0] else ""
                yield f"{name}:{tie}:{where or ('here' if other in cue.told.naming else 'elsewhere')}"


def _is_open(found: Found) -> bool:
    return bool(found) and found[0][1] < SURE


def _one_phrase(a: Cue, b: Cue) -> bool:
    return a is b or (a.told is b.told and abs(a.i - b.i) < SAME_WORD)


def _way(out: Sums, cue: Cue, h: Held, so: bool, name: str) -> None:
    """Count one that tells that the same did it to the same, or (named "turned") the other way round."""
    if not so:
        return
    mark = f"{name}:" if name else ""
    out[f"{mark}any"] += h.worth
    _nearest(out, f"{mark}any", cue, h)
    if h.cue.type == cue.type:
        out[name or "same"] += h.worth
        _nearest(out, name or "same", cue, h)
    elif QUADS[h.cue.type] == QUADS[cue.type]:
        out[f"{mark}alike"] += h.worth


def _count(out: Sums, name: str, cue: Cue, h: Held) -> None:
    """Count one in which a party of the pair has a part, by its type and class; of force, how near it is told."""
    out[name] += h.worth
    if h.cue.type == cue.type:
        out[f"{name}:type"] += h.worth
    if QUADS[h.cue.type] == QUADS[cue.type]:
        out[f"{name}:class"] += h.worth
    if QUADS[h.cue.type] == ARMED:
        _nearest(out, f"{name}:armed", cue, h)


def _nearest(out: Sums, name: str, cue: Cue, h: Held) -> None:
    """Keep the most that one trigger in or next to the sentence is worth."""
    where = NEAR.get(h.cue.told.k - cue.told.k)
    if where is not None:
        out[f"{name}:{where}"] = max(out.get(f"{name}:{where}", 0.0), h.worth)


def _told(mine: Sums, most: dict[str, list[float]]) -> Iterator[str]:
    """Return the features of what the others say of one pair, and beside what they say of its rivals."""
    for name, value in mine.items():
        yield from _much(name, value)
        if name in most:
            first, *rest = most[name]
            yield from _apart(f"{name}-", value - (first if value != first else next(iter(rest), 0.0)))
    same, turned = mine.get("same", 0.0), mine.get("turned", 0.0)
    both = same + mine.get("alike", 0.0), turned + mine.get("turned:alike", 0.0)
    yield from _apart("same-turned", same - turned)
    yield from _apart("alike-turned", both[0] - both[1])
    total = sum(both)
    yield from steps("share", both[0] / total) if total > LEAST else ("noshare",)


def _kind(code: str) -> str:
    return bodies()[code].kind if code in bodies() else "state"


def _tie(code: str, other: str) -> str:
    """Tell how an armed group and the state that it is at home in stand to each other, and two of one state."""
    mine, theirs = bodies().get(code), bodies().get(other)
    home = mine.home if mine is not None and mine.kind == "group" else None
    away = theirs.home if theirs is not None and theirs.kind == "group" else None
    if home == other:
        return "home"
    if away == code:
        return "group"
    return "fellow" if home is not None and home == away and code != other else ""
