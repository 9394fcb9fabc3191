"""Whether two units tell one event: named findings with weights, some of which are vetoes.

Each trait (parties, persons, date, time of publication, mode, place) gives one finding, whose grade stands
in `GRADES`. A veto keeps two units apart for ever. A finding may be *open*: one unit says less than the
other, so that it may fit other events too; `merging` links those only where there is one place to go.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from kawat.linking.days import END, Days
from kawat.linking.names import same_person, same_place
from kawat.linking.units import Side, Unit

#: Two units whose weights sum to this are linked, where nothing else stands in the way.
LINK = 3.0
#: Publications of undated reports, or publication and date, lie within so many days (contacts; acts one
#: less).
NEAR = 3
#: Undated reports published farther apart than this are never one event (contacts; acts two less).
FAR = 7
#: A dated report is current, so that its publication may stand for its date, within so many days.
CURRENT = 31
#: A date wider than this (days) is background; it says little about which event is meant.
WIDE = 31
#: Acts that last: undated, they are one while articles keep telling them, with no longer silence than
#: STANDING_GAP.
STANDING = frozenset({"MOBILIZE", "SANCTION"})
STANDING_GAP = 60

#: Statuses that take a plan back.
CALLED_OFF = frozenset({"postponed", "cancelled", "denied"})
PLANS = frozenset({"proposed", "planned"})

VETO = float("-inf")
#: The weight of each finding. One with `NO_LINK` rules out a direct link, not a common event by way of a
#: third report.
NO_LINK = -100.0
GRADES: dict[str, float] = {
    "parties.equal": 2.0,
    "parties.overlap": 0.5,
    "parties.half": -1.5,  # an act without addressee in one of them
    "parties.differ": VETO,
    "persons.same": 2.0,
    "persons.some": 1.0,  # the same on one side; on another only one article names somebody
    "persons.unnamed": 0.5,
    "persons.open": 0.0,
    "persons.differ": VETO,
    "date.same": 4.0,
    "date.inside": 2.0,
    "date.overlap": 1.5,
    "date.near": 1.0,
    "date.standing": 3.0,
    "date.wide": -1.0,
    "date.adjacent": -1.0,
    "date.unknown": NO_LINK,
    "date.apart": VETO,
    "date.impossible": VETO,
    "mode.same": 1.0,
    "mode.open": 0.5,
    "mode.none": 0.5,
    "mode.doubtful": 0.0,
    "mode.differ": VETO,
    "place.same": 1.0,
    "place.open": 0.0,
    "place.differ": -4.5,
}
NEITHER, ONE, OTHER, BOTH = 0, 1, 2, 3


class Finding(msgspec.Struct, frozen=True, gc=False):
    """What one trait says about two units."""

    grade: str  # a key of GRADES
    text: str  # for a reader: "date: 2021-12-07 inside 2021-12-06/2021-12-12"
    loose: int = NEITHER  # which of the two says less: ONE, OTHER or BOTH


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """What all findings say together."""

    score: float  # VETO where any finding is one
    loose: int
    findings: tuple[Finding, ...]

    @property
    def adjacent(self) -> bool:
        """Tell whether the two name different days, and only the rest makes them one."""
        return any(f.grade == "date.adjacent" for f in self.findings)

    @property
    def text(self) -> str:
        """The findings and their sum, for a reader."""
        return "; ".join(f.text for f in self.findings if f.text) + f"; score {self.score:g}"


def compare(a: Unit, b: Unit) -> Verdict:
    """Judge two units of the same type."""
    score, loose, found = 0.0, NEITHER, []
    for finding in _findings(a, b):
        found.append(finding)
        score += GRADES[finding.grade]
        loose |= finding.loose
        if score == VETO:
            break
    return Verdict(score, loose, tuple(found))


def _findings(a: Unit, b: Unit) -> Iterator[Finding]:
    """The findings, those that cost least first."""
    yield from _who(a.sides, b.sides)
    date = _date(a, b)
    yield date
    yield _mode(a, b, date.grade)
    yield _place(a, b)


@lru_cache(maxsize=65536)
def _who(mine: tuple[Side, ...], theirs: tuple[Side, ...]) -> tuple[Finding, ...]:
    """Compare parties, then persons: the same few sides meet again and again."""
    parties = _parties(
        [frozenset(c for c, _ in side) for side in mine], [frozenset(c for c, _ in s) for s in theirs]
    )
    return (parties,) if GRADES[parties.grade] == VETO else (parties, _persons(mine, theirs))


def _parties(mine: list[frozenset[str]], theirs: list[frozenset[str]]) -> Finding:
    shared = ", ".join(dict.fromkeys(c for a, b in zip(mine, theirs, strict=True) for c in sorted(a & b)))
    if mine == theirs:
        return Finding("parties.equal", f"parties: {shared}")
    if len(mine) == 1:
        enough = _share(mine[0], theirs[0]) >= 0.6
    else:
        (actors, to), (others, to_others) = mine, theirs
        enough = _share(actors, others) >= 0.5
        if enough and not (to and to_others):
            return Finding("parties.half", f"parties: {shared}, addressee in one only", OTHER if to else ONE)
        enough = enough and bool(to & to_others)
    if not enough:
        return Finding("parties.differ", "parties: differ")
    return Finding("parties.overlap", f"parties: {shared} in both, others in one only", BOTH)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _persons(mine: tuple[Side, ...], theirs: tuple[Side, ...]) -> Finding:
    """Compare who acts for each country that both name; where both name somebody, it must be the same."""
    same: list[str] = []
    loose = NEITHER
    for side, other_side in zip(mine, theirs, strict=True):
        others = dict(other_side)
        for country, named in side:
            if country not in others:
                continue
            known = others[country]
            if named and known:
                match = next((n for n in named if any(same_person(n, o) for o in known)), None)
                if match is None:
                    return Finding("persons.differ", f"persons: {named[0]} is not {known[0]}")
                same.append(match)
            elif named or known:
                loose |= OTHER if named else ONE
    return _persons_found(same, loose)


def _persons_found(same: list[str], loose: int) -> Finding:
    if same:
        return Finding("persons.some" if loose else "persons.same", f"persons: {', '.join(same)}", loose)
    if loose:
        return Finding("persons.open", "persons: named in one only", loose)
    return Finding("persons.unnamed", "")


def _date(a: Unit, b: Unit) -> Finding:
    wrong = _impossible(a, b) or _impossible(b, a)
    if wrong:
        return wrong
    if a.days and b.days:
        return _two_dates(a, b, a.days, b.days)
    if a.days is None and b.days is None:
        return _no_dates(a, b)
    return _one_date(a, b)


def _two_dates(a: Unit, b: Unit, mine: Days, theirs: Days) -> Finding:
    if mine == theirs:
        if mine.width <= WIDE:
            return Finding("date.same", f"date: {a.date}")
        return Finding("date.overlap", f"date: both {a.date}", BOTH)
    gap = mine.gap(theirs)
    if gap > 0:
        return _days_apart(a, b, gap)
    narrow, wide, loose = (a, b, OTHER) if mine.width <= theirs.width else (b, a, ONE)
    if max(mine.width, theirs.width) > WIDE:
        return Finding("date.wide", f"date: {narrow.date} within {wide.date}", loose)
    if mine.holds(theirs) or theirs.holds(mine):
        return Finding("date.inside", f"date: {narrow.date} inside {wide.date}", loose)
    return Finding("date.overlap", f"date: {a.date} overlaps {b.date}", BOTH)


def _days_apart(a: Unit, b: Unit, gap: int) -> Finding:
    """Two days are two events, but one article may have the day wrong (time zones, a weekday told late)."""
    text = f"date: {a.date} and {b.date}"
    single = a.days is not None and b.days is not None and a.days.width == b.days.width == 1
    if gap > 1 or not single or not a.contact:
        return Finding("date.apart", f"{text} are two days")
    if a.said is None or b.said is None or abs(a.said - b.said) > 2:
        return Finding("date.unknown", f"{text}, published at different times")
    return Finding("date.adjacent", f"{text} are adjacent, published within two days", BOTH)


def _no_dates(a: Unit, b: Unit) -> Finding:
    if a.said is None or b.said is None:
        return Finding("date.unknown", "date: unknown, and so is a publication")
    apart = abs(a.said - b.said)
    near, far = (NEAR, FAR) if a.contact else (NEAR - 1, FAR - 2)
    text = f"date: none; published {_count(apart)} apart"
    if a.type in STANDING and a.countries == b.countries and a.status == b.status:
        return Finding("date.standing" if apart <= STANDING_GAP else "date.unknown", f"{text}, a lasting act")
    if apart <= near:
        return Finding("date.near", text, BOTH)
    return Finding("date.unknown" if apart <= far or a.type in STANDING else "date.apart", text)


def _one_date(a: Unit, b: Unit) -> Finding:
    """Match the undated one's publication with the other's date or publication, whichever is nearer."""
    dated, undated, loose = (a, b, OTHER) if a.days else (b, a, ONE)
    days, said = dated.days, undated.said
    if days is None or said is None:
        return Finding("date.unknown", "date: in one only, publication unknown")
    if days.width > WIDE:
        return Finding("date.unknown", f"date: only {dated.date}")
    away = days.away(said)
    if dated.said is not None and days.away(dated.said) <= CURRENT:
        away = min(away, abs(dated.said - said))
        if undated.status in CALLED_OFF and dated.said <= said <= days.last:
            away = 0
    near = NEAR if a.contact else NEAR - 1
    text = f"date: {dated.date}, the other has none and was published {_count(away)} away"
    return Finding("date.near" if away <= near else "date.apart", text, loose)


def _impossible(a: Unit, b: Unit) -> Finding | None:
    """See whether what `a`, undated, says cannot be said at its publication of the event that `b` dates."""
    if a.days is not None or a.said is None or b.days is None or b.days.last == END:
        return None
    if a.status == "held" and a.said < b.days.first - 1:
        return Finding(
            "date.impossible", f"date: told as held {_count(b.days.first - a.said)} before {b.date}"
        )
    if a.status in PLANS and a.said > b.days.last + 1:
        return Finding(
            "date.impossible", f"date: still planned {_count(a.said - b.days.last)} after {b.date}"
        )
    return None


def _count(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"


#: Channels that articles mix up ("met virtually", "called by video").
_DOUBTFUL = (frozenset({"video", "in-person"}), frozenset({"video", "phone"}))


def _mode(a: Unit, b: Unit, date: str) -> Finding:
    one, other = a.mode or "unspecified", b.mode or "unspecified"
    if not a.contact:
        return Finding("mode.none", "")
    if one == other:
        return Finding("mode.same", f"mode: {one}")
    if one == "unspecified" or other == "unspecified":
        loose = ONE if one == "unspecified" else OTHER
        return Finding(
            "mode.open", f"mode: {other if loose == ONE else one}, unspecified in the other", loose
        )
    if frozenset({one, other}) in _DOUBTFUL and date == "date.same" and a.countries == b.countries:
        return Finding("mode.doubtful", f"mode: {one} and {other}, on the same date", BOTH)
    return Finding("mode.differ", f"mode: {one} is not {other}")


def _place(a: Unit, b: Unit) -> Finding:
    if a.place is None or b.place is None:
        return Finding("place.open", "")
    if same_place(a.place, b.place):
        return Finding("place.same", f"place: {a.place.name}")
    return Finding("place.differ", f"place: {a.place.name} and {b.place.name}")
