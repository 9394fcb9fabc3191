"""Who says so: whose words may tell of a trigger's event, and what speaks for each: named features.

In: a trigger with its sides, the speakers that the grammar has for it, the sentences with whose words they are.
Out: the speakers that the article may name for it, each with its features.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import distance
from kawat.reading.mentions import Side
from kawat.reading.model import Speaker
from kawat.reading.saying import Place, Voice


@dataclass(slots=True)
class Teller:
    """A speaker who may be told to say so."""

    speaker: Speaker
    features: list[str]


def tellers(
    c: Cue, acting: Sequence[Side], reached: Sequence[Side], ruled: Sequence[Speaker], scene: Scene
) -> list[Teller]:
    """Return those whom the article may name for a trigger's event, each once, with all that speaks for it."""
    sides = ({x.code for x in acting}, {x.code for x in reached})
    told = [*_voices(c, sides, scene), *_spokespersons(c, acting), *(_ruled(x, c) for x in ruled)]
    out: dict[tuple[int, int], Teller] = {}
    for x in told:
        first = out.setdefault((x.speaker.start, x.speaker.end), x)
        if first is not x:
            first.features += x.features
    common = [
        f"T={c.type}", f"L={scene.language}", f"n={min(len(out), 3)}", f"voice={c.letter}", f"link={c.clause.link}",
        f"role={c.told.s.role}", f"heard={c.told.heard(c.i) is not None}", f"rule={c.rule is not None}",
        f"alone={not sides[1]}",
    ]  # fmt: skip
    for x in out.values():
        x.features = list(dict.fromkeys([*x.features, *common]))
    return list(out.values())


def _voices(c: Cue, sides: tuple[set[str], set[str]], scene: Scene) -> Iterator[Teller]:
    """Yield the speakers of the sentence: whose words the trigger is in, and the others."""
    mine = c.told.heard(c.i)
    for v in c.told.voices:
        if v.named is not None:
            yield Teller(
                _speaker(_by_name(v, v.named, scene), scene), list(_telling(v, v is mine, c, sides, scene))
            )


def _telling(v: Voice, mine: bool, c: Cue, sides: tuple[set[str], set[str]], scene: Scene) -> Iterator[str]:
    src = "mine" if mine else "other"
    codes = {x.code for x in v.sides}
    whose = (
        "none" if not codes else "".join(x for x, s in zip("AR", sides, strict=True) if codes & s) or "else"
    )
    yield from (
        f"src={src}",
        f"src={src}:{v.direct}",
        f"{src}:{whose}",
        f"{src}:{whose}:{c.type}",
        f"{src}:{c.type}",
    )
    yield from (f"sort={x.sort}:{x.person is not None}:{x.speaks}" for x in v.sides[:1])
    if v.cue is not None:
        yield f"cue={scene.told[v.cue.sentence].s.lows[v.cue.i]}"
    yield f"here={v.speaker is not None and v.speaker.sentence == c.told.k}:{src}"
    yield f"far={distance(c.i - v.i)}"


def _spokespersons(c: Cue, acting: Sequence[Side]) -> Iterator[Teller]:
    """Yield the actors who only speak for a government."""
    s = c.told.s
    for x in acting:
        if x.speaks and x.person and s.start <= x.start and x.end <= s.end:
            name = s.text[x.start - s.start : x.end - s.start]
            yield Teller(Speaker(name, x.start, x.end), ["src=actor", f"src=actor:{c.type}"])


def _ruled(x: Speaker, c: Cue) -> Teller:
    """Return a speaker that the grammar has."""
    return Teller(x, ["src=rule", f"src=rule:{c.type}"])


def _by_name(v: Voice, at: Place, scene: Scene) -> Place:
    """Return where the article first names a speaker who is only "he" here, else the words themselves."""
    if not any(m.kind == "person" and m.i == at.i for m in scene.told[at.sentence].mentions):
        return at
    he = {x.person for x in v.sides if x.person}
    named = (
        Place(t.k, m.i, m.j)
        for t in scene.told[: at.sentence + 1]
        for m in t.mentions
        if m.kind != "person" and any(x.person in he for x in m.sides)
    )
    return next(named, at)


def _speaker(at: Place, scene: Scene) -> Speaker:
    s = scene.told[at.sentence].s
    start, end = s.span(at.i, at.j)
    return Speaker(s.text[start - s.start : end - s.start], start, end)
