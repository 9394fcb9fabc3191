"""Candidates of one article -> its reports: one report for one event, however many sentences speak of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kawat.reading.candidates import SPOKEN, Candidate
from kawat.reading.mentions import Side
from kawat.reading.model import Figure, Mode, Place, Speaker

OPEN = frozenset({"planned", "proposed"})
ENDED = frozenset({"cancelled", "postponed", "denied"})


@dataclass(slots=True)
class Draft:
    """An event of the article in the making: the candidates that tell it, and its values so far."""

    candidates: list[Candidate]
    type: str
    actors: list[Side]
    recipients: list[Side]
    status: str
    soft: bool  # the status is only the default of a noun: "pertemuan"
    mode: Mode | None
    date: str | None
    date_text: str | None
    place: Place | None
    duration: str | None
    duration_relation: str | None
    speakers: list[Speaker]
    figures: list[Figure] = field(default_factory=list)

    @property
    def codes(self) -> set[str]:
        """The codes of all sides."""
        return {s.code for s in self.actors} | {s.code for s in self.recipients}


def merge(drafts: list[Draft]) -> list[Draft]:
    """Fold each draft into the first earlier one that tells of the same event."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        home = next((d for d in out if same(d, draft)), None)
        if home is None:
            out.append(draft)
        else:
            fold(home, draft)
    return sorted(out, key=lambda d: d.candidates[0].sentence.start)


def split(d: Draft) -> list[Draft]:
    """Part calls and letters to several leaders, told together, into one for each (gold guide, "Hard cases")."""
    if d.type != "CONSULT" or d.mode not in ("phone", "letter", "unspecified") or d.status != "held":
        return [d]
    if (
        len({s.code for s in d.actors}) != 1
        or len({s.code for s in d.recipients}) < 2
        or d.candidates[0].trigger.voice == "noun"
        or d.candidates[0].trigger.frame.joint
    ):
        return [d]
    return [
        replace(d, recipients=[r], speakers=list(d.speakers), figures=list(d.figures)) for r in d.recipients
    ]


def on_occasion(drafts: list[Draft]) -> list[Draft]:
    """Date what was said at a meeting by the meeting.

    What people say and settle when they meet, and what bears no date of its own, was said on the day of the last
    dated contact told before it of which the speaker was part.
    """
    for d in drafts:
        if d.type in SPOKEN and d.date is None and d.status == "held":
            occasion = _occasion(d, drafts)
            if occasion is not None:
                d.date, d.date_text = occasion.date, occasion.date_text
                d.candidates[0].reasons.append("reading/dates.occasion")
    return drafts


def _occasion(d: Draft, drafts: list[Draft]) -> Draft | None:
    mine = {s.code for s in d.actors}
    at = d.candidates[0].sentence.start
    told = [
        o for o in drafts
        if o.type == "CONSULT" and o.status == "held" and o.date is not None and len(o.date) == 10
        and o.candidates[0].sentence.start <= at and mine <= o.codes and _same_people(d, o)
    ]  # fmt: skip
    return told[-1] if told else None


def _same_people(act: Draft, contact: Draft) -> bool:
    """Tell whether no other person speaks than those who met, and somebody met is spoken to."""
    met = {s.person for s in contact.actors + contact.recipients if s.person}
    speaks = {s.person for s in act.actors if s.person}
    addressed = {s.code for s in act.recipients} & contact.codes
    return (not speaks or bool(speaks & met)) and (bool(addressed) or bool(speaks & met))


def _rank(d: Draft) -> tuple[int, int, int]:
    """Order: what is dated and has people first, so that vague mentions find their event and not the reverse."""
    people = sum(s.person is not None for s in d.actors + d.recipients)
    return (
        -(d.date is not None) - (people > 1) - (not d.soft),
        d.candidates[0].sentence.start,
        d.candidates[0].item.i,
    )


def same(a: Draft, b: Draft) -> bool:
    """Tell whether two drafts are one event."""
    if a.type != b.type or not dates_agree(a.date, b.date):
        return False
    return same_contact(a, b) if a.type == "CONSULT" else same_act(a, b)


def same_contact(a: Draft, b: Draft) -> bool:
    """Contacts: the same states, no other people, no other channel, no other status."""
    if not (a.codes == b.codes or (len(a.codes & b.codes) > 1 and (a.codes < b.codes or b.codes < a.codes))):
        return False
    if not people_agree(a, b):
        return False
    if "letter" in (a.mode, b.mode) and a.mode != b.mode:
        return False
    if "unspecified" not in (a.mode, b.mode) and a.mode != b.mode and not _met_remotely(a, b):
        return False
    if a.candidates[0].ahead != b.candidates[0].ahead and a.date != b.date:
        return False
    return statuses_agree(a, b)


def _met_remotely(a: Draft, b: Draft) -> bool:
    """Tell whether one of the two only says "meeting" of what the other calls a call."""
    return {a.mode, b.mode} == {"video", "in-person"} and (a.soft or b.soft)


def statuses_agree(a: Draft, b: Draft) -> bool:
    if a.status == b.status or a.soft or b.soft:
        return True
    pair = {a.status, b.status}
    if pair <= OPEN or (pair & OPEN and pair & ENDED):
        return True
    return pair <= {"held", "planned"} and a.date is not None and a.date == b.date


def people_agree(a: Draft, b: Draft) -> bool:
    """Tell whether no state is spoken for by two different people."""
    for side in a.actors + a.recipients:
        theirs = {s.person for s in b.actors + b.recipients if s.code == side.code and s.person}
        mine = {s.person for s in a.actors + a.recipients if s.code == side.code and s.person}
        if mine and theirs and not mine & theirs:
            return False
    return True


def same_act(a: Draft, b: Draft) -> bool:
    """Acts: the same type, an actor in common, an addressee in common (or one that names none)."""
    mine, theirs = {s.code for s in a.actors}, {s.code for s in b.actors}
    if a.type in ("AGREE", "COOPERATE", "SUPPORT") and a.codes == b.codes:
        return a.status == b.status
    if mine != theirs or a.status != b.status:
        return False
    to_a, to_b = {s.code for s in a.recipients}, {s.code for s in b.recipients}
    return bool(to_a & to_b) or not to_a or not to_b


def dates_agree(a: str | None, b: str | None) -> bool:
    """Tell whether two EDTF dates can be one: equal, one unknown, or one inside the other."""
    if a is None or b is None or a == b:
        return True
    (lo, hi), (lo2, hi2) = bounds(a), bounds(b)
    return (lo <= lo2 and hi2 <= hi) or (lo2 <= lo and hi <= hi2)


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last day of an EDTF day, month, year or interval, as strings that sort."""
    lo, _, hi = edtf.partition("/")
    hi = hi or lo
    return (lo + "-01-01"[len(lo) - 4 :] if len(lo) < 10 else lo), hi + "-12-31"[len(hi) - 4 :] if len(
        hi
    ) < 10 else hi


def fold(home: Draft, other: Draft) -> None:
    """Take over from `other` what `home` lacks or has less precisely."""
    home.candidates += other.candidates
    home.actors, home.recipients = _named(home.actors, other), _named(home.recipients, other)
    if home.date is None or (
        other.date is not None and len(other.date) > len(home.date) and "/" not in other.date
    ):
        home.date, home.date_text = other.date or home.date, other.date_text or home.date_text
    if (home.mode in ("unspecified", None) and other.mode) or (
        home.soft and other.mode in ("video", "phone")
    ):
        home.mode = other.mode
    home.place = home.place or other.place
    if home.duration is None:
        home.duration, home.duration_relation = other.duration, other.duration_relation
    home.status, home.soft = _status(home, other)
    home.speakers += [s for s in other.speakers if s not in home.speakers]
    home.figures += [f for f in other.figures if f not in home.figures]


def _named(sides: list[Side], other: Draft) -> list[Side]:
    """Give each side of one state the person that the other draft names for it."""
    out = []
    for side in sides:
        if side.person is None:
            named = [
                s
                for s in other.actors + other.recipients
                if s.code == side.code and s.person and not s.speaks
            ]
            side = named[0] if named and not side.speaks else side
        out.append(side)
    return out


def _status(a: Draft, b: Draft) -> tuple[str, bool]:
    if a.soft != b.soft:
        return (b.status if a.soft else a.status), False
    for status in ("cancelled", "postponed", "denied", "held", "planned", "proposed"):
        if status in (a.status, b.status):
            return status, a.soft and b.soft
    return a.status, a.soft
