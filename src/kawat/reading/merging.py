"""Drafts of one article -> one for each event, however many sentences speak of it.

In: the drafts in the order of the text.
Out: the events in the order of their first evidence; the first draft of an event takes over from the others
what it lacks or has less precisely. What is said at a meeting is dated by the meeting.
"""

from __future__ import annotations

from kawat.reading.acts import SHARED, SPOKEN
from kawat.reading.drafts import Draft
from kawat.reading.mentions import Side, codes
from kawat.reading.model import Place

OPEN = frozenset({"planned", "proposed"})
ENDED = frozenset({"cancelled", "postponed", "denied"})
RECALLED = 9  # what only points back comes after all that it may point to
#: Of several statuses told of one event, the first of these holds.
STATUSES = ("cancelled", "postponed", "denied", "held", "planned", "proposed")


def merge(drafts: list[Draft]) -> list[Draft]:
    """Fold each draft into the first earlier one that tells of the same event."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        home = next((d for d in out if same(d, draft)), None)
        if home is None:
            out.append(draft)
        else:
            fold(home, draft)
    told = [d for d in out if not all(c.recalled for c in d.candidates)]
    return sorted(told, key=lambda d: d.first.sentence.start)


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
                d.first.reasons.append("reading/dates.occasion")
    return drafts


def _occasion(d: Draft, drafts: list[Draft]) -> Draft | None:
    """Return the last dated contact told before, at which the act may have been said."""
    mine = codes(d.actors)
    at = d.first.sentence.start
    told = [
        o for o in drafts
        if o.type == "CONSULT" and o.status == "held" and o.date is not None and len(o.date) == 10
        and o.first.sentence.start <= at and mine <= o.codes and _same_people(d, o)
    ]  # fmt: skip
    return told[-1] if told else None


def _same_people(act: Draft, contact: Draft) -> bool:
    """Tell whether no other person speaks than those who met, and somebody met is spoken to."""
    met = {s.person for s in contact.actors + contact.recipients if s.person}
    speaks = {s.person for s in act.actors if s.person}
    addressed = codes(act.recipients) & contact.codes
    return (not speaks or bool(speaks & met)) and (bool(addressed) or bool(speaks & met))


def _rank(d: Draft) -> tuple[int, int, int]:
    """Order: what is dated and has people first, so that vague mentions find their event and not the reverse."""
    people = sum(s.person is not None for s in d.actors + d.recipients)
    return (
        d.first.recalled * RECALLED - (d.date is not None) - (people > 1) - (not d.soft),
        d.first.sentence.start,
        d.first.item.i,
    )


def same(a: Draft, b: Draft) -> bool:
    """Tell whether two drafts are one event."""
    if a.type != b.type or not dates_agree(a.date, b.date):
        return False
    return same_contact(a, b) if a.type == "CONSULT" else same_act(a, b)


def same_contact(a: Draft, b: Draft) -> bool:
    """Contacts: the same states, no other people, no other channel, no other status."""
    mine, theirs = a.codes, b.codes
    within = len(mine & theirs) > 1 and (mine < theirs or theirs < mine)
    if not (mine == theirs or within) or not people_agree(a, b):
        return False
    if a.first.ahead != b.first.ahead and a.date != b.date:
        return False
    return modes_agree(a, b) and statuses_agree(a, b)


def modes_agree(a: Draft, b: Draft) -> bool:
    """Tell whether two channels can be one: equal, or one not told (a letter is always told)."""
    if a.mode == b.mode:
        return True
    if "letter" in (a.mode, b.mode):
        return False
    return "unspecified" in (a.mode, b.mode) or _met_remotely(a, b)


def _met_remotely(a: Draft, b: Draft) -> bool:
    """Tell whether one of the two only says "meeting" of what the other calls a call."""
    return {a.mode, b.mode} == {"video", "in-person"} and (a.soft or b.soft)


def statuses_agree(a: Draft, b: Draft) -> bool:
    """Tell whether two statuses can be one event's: a plan may end or, on its day, be held."""
    pair = {a.status, b.status}
    if pair == {"held", "proposed"} and any(x.status == "held" and x.date is not None for x in (a, b)):
        return False  # whom one met on Monday one may well invite: to another meeting
    if a.status == b.status or a.soft or b.soft:
        return True
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
    if a.status != b.status:
        return False
    if a.codes == b.codes and _is_shared(a) and _is_shared(b):
        return True
    to_a, to_b = codes(a.recipients), codes(b.recipients)
    return codes(a.actors) == codes(b.actors) and (bool(to_a & to_b) or not to_a or not to_b)


def _is_shared(d: Draft) -> bool:
    """Tell whether an act has no direction: a treaty signed, ties opened, but not what one says of the other."""
    return d.type in SHARED and (d.type != "SUPPORT" or bool(d.first.trigger.frame.mutual))


def dates_agree(a: str | None, b: str | None) -> bool:
    """Tell whether two EDTF dates can be one: equal, one unknown, or one inside the other."""
    if a is None or b is None or a == b:
        return True
    (lo, hi), (lo2, hi2) = bounds(a), bounds(b)
    return (lo <= lo2 and hi2 <= hi) or (lo2 <= lo and hi <= hi2)


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last day of an EDTF day, month, year or interval, as strings that sort."""
    first, _, last = edtf.partition("/")
    last = last or first
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def fold(home: Draft, other: Draft) -> None:
    """Take over from `other` what `home` lacks or has less precisely."""
    home.candidates += other.candidates
    if _widens(home, other):
        home.actors, home.recipients = _named(other.actors, home), _named(other.recipients, home)
    home.actors, home.recipients = _named(home.actors, other), _named(home.recipients, other)
    finer = home.date is None or (dates_agree(home.date, other.date) and _is_finer(other.date, home.date))
    if finer and not _is_loose(home, other):
        home.date, home.date_text = other.date or home.date, other.date_text or home.date_text
    untold = home.mode in ("unspecified", None) and other.mode
    if untold or (home.soft and other.mode in ("video", "phone")):
        home.mode = other.mode
    home.place = _known_first(home.place, other.place)
    if home.duration is None:
        home.duration, home.duration_relation = other.duration, other.duration_relation
    home.status, home.soft = _status(home, other)
    home.speakers += [s for s in other.speakers if s not in home.speakers]
    home.figures += [f for f in other.figures if f not in home.figures]


def _widens(home: Draft, other: Draft) -> bool:
    """Tell whether the other only adds who mediates: "Perundingan itu dimediasi Qatar".

    Two people who meet have met, whoever brought them together, and other pages tell of the two alone.
    """
    between = any(c.trigger.frame.between for c in other.candidates)
    return between and home.codes < other.codes and not any(s.person for s in home.actors + home.recipients)


def _known_first(a: Place | None, b: Place | None) -> Place | None:
    """Return the first of two places, but one in a known state before one of which only the name is told."""
    known = (p for p in (a, b) if p is not None and p.country is not None)
    return next(known, a or b)


def _is_loose(home: Draft, other: Draft) -> bool:
    """Tell whether one is to come and the other is not: its day says no more of the one that has a day."""
    apart = (home.status in OPEN) != (other.status in OPEN)
    return apart and (other.soft or home.date is not None)


def _is_finer(new: str | None, old: str) -> bool:
    """Tell whether a date says more than another: a day more than a month, and no interval."""
    return new is not None and len(new) > len(old) and "/" not in new


def _named(sides: list[Side], other: Draft) -> list[Side]:
    """Give each side of one state the person that the other draft names for it."""
    theirs = [s for s in other.actors + other.recipients if s.person and not s.speaks]
    return [
        next((t for t in theirs if t.code == side.code), side)
        if side.person is None and not side.speaks
        else side
        for side in sides
    ]


def _status(a: Draft, b: Draft) -> tuple[str, bool]:
    """Return the status of both together, and whether it is only a noun's default."""
    if a.soft != b.soft:
        return (b.status if a.soft else a.status), False
    sure = [d.status for d in (a, b) if any(c.explicit for c in d.candidates)]  # by a word of the sentence
    return next(status for status in STATUSES if status in (sure or (a.status, b.status))), a.soft
