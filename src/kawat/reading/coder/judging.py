"""What triggers tell -> events: what tells of one is folded together, and each is judged as a whole.

In: what the coder read of each trigger, and of every two that may be one, how likely they are.
Out: events with what tells of the same, and the features by which each is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import LEAD, Scene
from kawat.reading.coder.shapes import steps
from kawat.reading.details import REMOTE
from kawat.reading.drafts import Draft
from kawat.reading.mentions import codes
from kawat.reading.merging import fold
from kawat.reading.model import MUTUAL, Mode, Place

CLOSE = 3  # tokens within which two triggers may be one phrase
SIGNING = "support.sign"  # the frame and cue of what is signed


@dataclass(slots=True)
class Coded:
    """A draft with what speaks for it; chances from 0 to 1."""

    draft: Draft  # as its sentence has it
    chance: float  # that its trigger tells an event
    sure: float  # that its sides are right
    cue: Cue
    day: float = 0.0  # that its day is right
    near: bool = False  # its day is named in its own sentence
    mode: Mode | None = None  # its channel, by all that the article says of it
    rule: bool = False  # its sides are the grammar's, where the coder has others
    agree: bool = False  # grammar and coder name the same parties
    again: float = 0.0  # that it only tells again of a surer event
    faced: Draft | None = None  # the draft with the persons chosen for its sides
    place: Place | None = None  # the likeliest, where one is likely enough
    sited: float = 0.0  # that its place is right
    others: list[Coded] = field(default_factory=list)  # what tells of the same event, the surest first

    @property
    def score(self) -> float:
        """What it is worth before the article as a whole is looked at."""
        return self.chance * float(self.sure**0.5)

    @property
    def both(self) -> float:
        """The chance that trigger and sides are right."""
        return self.chance * self.sure

    @property
    def acting(self) -> set[str]:
        """The codes of those who act."""
        return codes(self.draft.actors)

    @property
    def reached(self) -> set[str]:
        """The codes of those whom it reaches."""
        return codes(self.draft.recipients)


def merged(coded: list[Coded], chances: Mapping[tuple[int, int], float], least: float) -> list[Coded]:
    """Fold what tells of one event into the surest of it.

    `coded` comes with the surest first; `chances` are those of two places in it, the surer first, to tell of one event
    (0..1; none where they cannot be one).
    """
    heads: list[int] = []
    for n, c in enumerate(coded):
        home = max(heads, key=lambda head: chances.get((head, n), 0.0), default=n)
        c.again = chances.get((home, n), 0.0)
        if c.again > least:
            coded[home].others.append(c)
        else:
            heads.append(n)
    return [coded[n] for n in heads]


def least(type_: str, settings: Mapping[str, float]) -> float:
    """Return the chance that an event must exceed: contacts are told more often than they are owed."""
    return settings["final_contact" if type_ == "CONSULT" else "final"]


def chosen(events: list[tuple[Coded, float]], settings: Mapping[str, float]) -> list[tuple[Coded, float]]:
    """Return the events that are sure enough; of two readings of one word, grammar's and coder's, the surer.

    Where both share an event, the others are no rivals: the grammar reads a trip to two states, the coder one of them.
    """
    best: dict[tuple[int, str, bool], float] = {}
    shared: set[tuple[int, str]] = set()
    for e, p in events:
        word = (id(e.cue), e.draft.type)
        best[*word, e.rule] = max(best.get((*word, e.rule), 0.0), p)
        if any(o.cue is e.cue and o.rule != e.rule for o in e.others):
            shared.add(word)

    def stands(e: Coded, p: float) -> bool:
        word = (id(e.cue), e.draft.type)
        return word in shared or p >= best.get((*word, not e.rule), 0.0)

    told = [(e, p) for e, p in events if p > least(e.draft.type, settings) and stands(e, p)]
    signed = [e for e, _ in told if e.draft.type == "SUPPORT" and SIGNING in e.cue.ids]
    return [(e, p) for e, p in told if not any(_is_what(e, o) for o in signed)]


def _is_what(e: Coded, signed: Coded) -> bool:
    """Tell whether an event is only the agreement that is signed: the guide holds both for one, the signing."""
    noun = e.draft.type == "AGREE" and e.cue.voice == "noun"
    return noun and e.cue.told is signed.cue.told and e.acting | e.reached == signed.acting | signed.reached


def folded(e: Coded, weakest: float) -> Draft:
    """Return the draft of an event with what the others add that tell it, its day and place the surest of all."""
    told = [e, *(o for o in e.others if o.score > weakest)]
    day = max(told, key=lambda o: o.day * o.score)
    where = max(told, key=lambda o: o.sited * o.score)
    d = e.faced or e.draft
    out = replace(d, candidates=[*d.candidates], speakers=[*d.speakers], figures=[*d.figures])
    if day is not e and day.draft.date is not None:
        out.date, out.date_text = day.draft.date, day.draft.date_text
    for other in told[1:]:
        fold(out, other.faced or other.draft)
    out.speakers = [*d.speakers]  # what tells of it again may be another's words
    out.mode = _channel(e, told)
    out.place = None if out.mode in REMOTE else where.place
    if out.place is not None:
        out.first.reasons.append(f"coder/place:{where.sited:.2f}")
    return out


def _channel(e: Coded, told: list[Coded]) -> Mode | None:
    """Return the channel that the coder holds of the surest; where it holds none, what another names: "menelepon".

    What the headline or the lead names counts before it, unless the surest trigger's own word names one.
    """
    naming = [o.cue for o in told if o.cue.mode in REMOTE]
    lone = len({c.mode for c in naming}) == 1
    leading = e.cue.mode in (None, "unspecified") and any(c.told.k < LEAD for c in naming)
    return naming[0].mode if lone and (leading or e.mode == "unspecified") else e.mode


def final_features(e: Coded, events: list[Coded], scene: Scene) -> list[str]:
    """Return what speaks for an event of the article as a whole."""
    parts = (_itself(e), _numbers(e), _beside(e, events), _alike(e, events), _standing(e, events, scene))
    return list(dict.fromkeys(f for part in parts for f in part))


def _itself(e: Coded) -> Iterator[str]:
    d, c = e.draft, e.cue
    yield from (f"T={d.type}", f"S={d.status}", f"n={min(len(e.others), 4)}", f"role={c.told.s.role}")
    yield from (f"frame={bool(c.triggers)}", f"rule={c.rule is not None}", f"voice={c.letter}")
    yield f"refused={c.refused}"
    yield f"by={'rule' if e.rule else 'both' if e.agree else 'coder'}:{d.type in MUTUAL}"
    if any(o.rule for o in e.others):
        yield "others:rule"
    if any(o.agree for o in e.others):
        yield "others:agree"
    yield f"na={min(len(e.acting), 3)}:nr={min(len(e.reached), 3)}"


def _numbers(e: Coded) -> Iterator[str]:
    yield from (*steps("p", e.chance), *steps("s", e.sure), *steps("ps", e.both), *steps("day", e.day))
    yield from steps("again", e.again)
    if e.others:
        yield from steps("p2", e.others[0].both)
    if e.cue.reading is not None:
        yield from steps("enc", e.cue.reading.event)


def _beside(e: Coded, events: list[Coded]) -> Iterator[str]:
    """Tell of the other events of its sentence, those with its sides above all: they may be the same one."""
    here = [o for o in events if o is not e and o.cue.told is e.cue.told]
    rivals = [o for o in here if o.acting & e.acting and (o.reached & e.reached or not e.reached)]
    word = [o for o in here if o.cue.i == e.cue.i]
    close = [o for o in here if 0 < abs(o.cue.i - e.cue.i) <= CLOSE]
    yield from (f"here={min(len(here), 4)}", f"rivals={min(len(rivals), 3)}")
    if any(o.score > e.score for o in rivals):
        yield "beaten"
    for name, group in (("sameword", word), ("close", close)):
        if group:
            yield name
        if any(o.score > e.score for o in group):
            yield f"{name}:beaten"
    yield from (f"rival={o.draft.type}" for o in rivals)


def _alike(e: Coded, events: list[Coded]) -> Iterator[str]:
    """Tell of the other events of its type."""
    alike = [o for o in events if o is not e and o.draft.type == e.draft.type]
    yield f"sametype={min(len(alike), 4)}"
    if any(o.acting == e.acting and o.score > e.score for o in alike):
        yield "sametype:sameactor:beaten"
    if any(o.reached == e.acting for o in alike):
        yield "reverse"


def _standing(e: Coded, events: list[Coded], scene: Scene) -> Iterator[str]:
    """Tell where in the article it stands, and what its parties are to the article."""
    sides = e.acting | e.reached
    inner = {side.code for x in e.cue.told.actors for side in x.sides}
    yield from (f"k={min(e.cue.told.k // 3, 4)}", f"events={min(len(events) // 5, 5)}")
    yield f"top={min((scene.rank.get(code, 9) for code in sides), default=9)}"
    yield from (f"parties={min(len(scene.rank), 6)}", f"publisher={scene.publisher is not None}")
    if scene.home in sides:
        yield "home"
    yield f"out={len(sides - inner)}"
