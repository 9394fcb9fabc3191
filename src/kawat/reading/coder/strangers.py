"""People of no party that any word tells, who may act for one all the same: "Sekretaris X menuduh Pakistan".

In: the scene, a trigger.
Out: who is named beside it or speaks its words, and what stands for each: named features.

The grammar leaves such people out, as it cannot tell whom they act for. Where the coder tells by the rest of the
article that a party acts, the one who is the subject there, or says it, is likely its face.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import distance, kin
from kawat.reading.structure import Item

#: The reason of a party for whom only the article as a whole tells that the person acts.
STRANGE = "coder/person"


class Met(NamedTuple):
    """Where a stranger is named: the sentence, the item."""

    k: int
    x: Item


def strangers(scene: Scene) -> dict[str, list[Met]]:
    """Return the people of no party by their longest names, each with where he is named."""
    out: dict[str, list[Met]] = {}
    for t in scene.told:
        for x in t.row:
            if x.kind == "actor" and x.mention is not None and x.mention.name:
                out.setdefault(_called(x.mention.name, out), []).append(Met(t.k, x))
    whole = {name: met for name, met in out.items() if " " in name}  # a lone one may be a town or a firm
    for name in sorted(whole, key=len):
        longer = next((x for x in whole if set(name.split()) < set(x.split())), None)
        if longer is not None:  # "Mary Jane" before "Mary Jane Veloso"
            whole[longer] = sorted([*whole[longer], *whole.pop(name)], key=lambda m: (m.k, m.x.i))
    return whole


def _called(name: str, known: dict[str, list[Met]]) -> str:
    """Return the whole name that a part of it means: "Misri" is the Vikram Misri told of before."""
    if " " in name:
        return name
    return next((whole for whole in reversed(known) if name in whole.split()), name)


def company(met: Iterable[Met], scene: Scene) -> str | None:
    """Return for which party alone a stranger may act, joined to one who does: "PM Chile X dan mantan Menteri Y"."""
    for m in met:
        t, joins = scene.told[m.k], m.x.i - 1
        if joins > 0 and "join" in t.s.classes(joins):
            beside = next(({side.code for side in x.sides} for x in t.actors if x.j == joins), set[str]())
            if len(beside) == 1:
                return beside.pop()
    return None


def about(c: Cue, met: list[Met]) -> list[str]:
    """Return what speaks for a stranger at a trigger; nothing where he is neither named beside it nor says it."""
    here = [m for m in met if m.k == c.told.k]
    speaks = _speaks(c, met)
    if not here and not speaks:
        return []
    out = [
        "stranger",
        f"n={min(len(met), 4)}",
        f"titled={_is_titled(met[0].x)}",
        f"speaks={speaks}:{bool(here)}",
    ]
    return list(dict.fromkeys([*out, *(f for m in here for f in _standing(c, m.x))]))


def _is_titled(x: Item) -> bool:
    """Tell whether more than the name stands there: a title."""
    return x.mention is not None and x.j - x.i > len(x.mention.name.split())


def _speaks(c: Cue, met: list[Met]) -> bool:
    """Tell whether the trigger is a stranger's words."""
    own = c.told.heard(c.i)
    place = own.speaker if own is not None and not own.sides else None
    if place is None:
        return False
    return any(m.k == place.sentence and m.x.i < place.j and m.x.j > place.i for m in met)


def _standing(c: Cue, x: Item) -> Iterator[str]:
    """Tell where in the trigger's sentence the stranger stands."""
    rel, d = kin(c.clause, c.told.home.get(x.i)), "b" if x.i < c.i else "a"
    role = (x.role or "-") + ("+" if x.owner else "")
    away = c.i - x.j if x.i < c.i else x.i - c.j
    yield from (f"{rel}:{role}:{d}", f"{rel[0]}:{role}:{d}", f"{rel}:{d}", f"{role}:{d}")
    yield from (f"{d}:{distance(away + 1)}", f"stranger:{d}:{role}")
    for depth, up in enumerate(c.clause.up()[:3]):
        if up.subj is x.mention:
            yield from (f"subj{depth}:{'speech' if up.verb_is('speech', 'cue') else '-'}", "subj")
