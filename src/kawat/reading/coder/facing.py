"""Which person acts for each side of what triggers tell: the likeliest of those asked about.

In: what the coder read of the triggers of an article, and the chances of their persons.
Out: each draft with the persons chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kawat.reading.coder.about_person import Cast, Face
from kawat.reading.coder.judging import Coded
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.strangers import STRANGE
from kawat.reading.mentions import Side

Asked = tuple[int, str, bool]  # the trigger, the party, whether it is on the acting side


@dataclass(slots=True)
class Faces:
    """The persons who may act for the parties of events, each trigger, party and side asked once."""

    coded: Sequence[Coded]
    asked: dict[Asked, list[Face]]

    @classmethod
    def of(cls, coded: Sequence[Coded], scene: Scene) -> Faces:
        """Gather who may act in what the triggers of an article tell."""
        cast, asked = Cast.of(scene), dict[Asked, list[Face]]()
        for e in coded:
            cue, parties = id(e.cue), [(x.code, True) for x in e.draft.actors]
            parties += [(x.code, False) for x in e.draft.recipients]
            new = dict.fromkeys((code, acts) for code, acts in parties if (cue, code, acts) not in asked)
            for (code, acts), faces in (cast.faces(e.cue, new) if new else {}).items():
                asked[cue, code, acts] = faces
        return cls(coded, asked)

    @property
    def rows(self) -> list[list[str]]:
        """The features of all persons, in the order of what was asked."""
        return [f.features for faces in self.asked.values() for f in faces]

    def choose(self, chances: Iterable[float], least: float) -> None:
        """Give each side the likeliest person where one is likelier than `least` (0..1), else none."""
        told = iter(chances)
        sure = {key: [(next(told), f.side) for f in faces] for key, faces in self.asked.items()}
        best = {key: max(row, key=lambda pair: pair[0]) for key, row in sure.items() if row}
        own = _of_one_party((key[1], p, side) for key, (p, side) in best.items() if p > least)
        faces = {
            key: side if p > least and (side.reason != STRANGE or own[side.person] == key[1]) else None
            for key, (p, side) in best.items()
        }
        for e in self.coded:
            actors, recipients = (
                [_as(x, faces.get((id(e.cue), x.code, acts)), sides) for x in sides]
                for acts, sides in ((True, e.draft.actors), (False, e.draft.recipients))
            )
            e.faced = replace(e.draft, actors=actors, recipients=recipients)


def _of_one_party(told: Iterable[tuple[str, float, Side]]) -> dict[str | None, str]:
    """Return for which party a stranger acts: for one alone, by the chances of the whole article together."""
    worth: dict[tuple[str | None, str], float] = defaultdict(float)
    for code, p, side in told:
        if side.reason == STRANGE:
            worth[side.person, code] += p
    out: dict[str | None, str] = {}
    for (person, code), likely in worth.items():
        if likely > worth.get((person, out.get(person, "")), 0.0):
            out[person] = code
    return out


def _as(side: Side, face: Side | None, sides: list[Side]) -> Side:
    """Return a side with the face chosen for it; of several of one party each keeps its own."""
    if side.speaks or sum(x.code == side.code for x in sides) > 1:
        return side
    if face is None:
        return side.faceless() if side.person else side
    return side if side.person == face.person else face
