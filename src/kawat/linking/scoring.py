"""Whether two units tell one event: named findings with weights, some of which are vetoes.

Each trait (parties, persons, date, time of publication, mode, place, figures, words) gives one finding, whose
grade stands in `findings.GRADES`. A veto keeps two units apart for ever. A finding may be *open*: one unit says
less than the other, so that it may fit other events too; `merging` links those only where there is one place to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import msgspec

from kawat.linking.findings import (
    BOTH,
    GRADES,
    LINK,
    NEITHER,
    ONE,
    ONE_TEXT,
    OTHER,
    OTHER_ABROAD,
    OTHER_MATTER,
    SAME_ABROAD,
    SAME_MATTER,
    VETO,
    Finding,
)
from kawat.linking.names import same_person, same_place
from kawat.linking.timing import dates, surely_apart
from kawat.linking.units import Side, Traits, Unit
from kawat.linking.wording import FEWEST, FEWEST_SHARED, Wording, alike
from kawat.reading.model import Place


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """What all findings say together."""

    score: float  # VETO where any finding is one
    loose: int
    findings: tuple[Finding, ...]

    @property
    def adjacent(self) -> bool:
        """Tell whether the two name different days, and only the rest makes them one."""
        return any(f.grade in ("date.adjacent", "date.adjacent_act") for f in self.findings)

    @property
    def text(self) -> str:
        """The findings and their sum, for a reader."""
        return "; ".join(f.text for f in self.findings if f.says) + f"; score {self.score:g}"


class Tie(NamedTuple):
    """Two units of a list that score high enough to be linked; what is found on them is told when it is asked for."""

    one: int  # their indexes, the smaller first
    other: int
    score: float
    loose: int
    adjacent: bool


def tied(units: Sequence[Unit], pairs: Iterable[tuple[int, int]]) -> Iterator[Tie]:
    """Compare pairs of units, by their indexes, and yield those that are linked."""
    for one, other in pairs:
        found = compare(units[one], units[other])
        if found.score >= LINK:
            yield Tie(one, other, found.score, found.loose, found.adjacent)


def compare(a: Unit, b: Unit) -> Verdict:
    """Judge two units."""
    rest = compare_traits(a.traits, b.traits)
    if rest.score == VETO:
        return rest
    words = _words(a, b)
    loose = NEITHER if words.grade == "words.copied" else rest.loose  # one text says all that the other says
    return Verdict(rest.score + GRADES[words.grade], loose, (*rest.findings, words))


@lru_cache(maxsize=1 << 14)
def compare_traits(a: Traits, b: Traits) -> Verdict:
    """Judge two units by all but their words: the same traits meet again and again."""
    if a.type == b.type and surely_apart(a, b):
        return _APART
    score, loose, found = 0.0, NEITHER, []
    for finding in _findings(a, b):
        found.append(finding)
        score += GRADES[finding.grade]
        loose |= finding.loose
        if score == VETO:
            break
    return Verdict(score, loose, tuple(found))


_APART = Verdict(VETO, NEITHER, ())


def findings(a: Unit, b: Unit) -> tuple[Finding, ...]:
    """Return all findings on two units of one type, also those behind a veto: for who asks why they are two."""
    if a.traits.type != b.traits.type:
        return tuple(_findings(a.traits, b.traits))
    return (*_findings(a.traits, b.traits), _words(a, b))


def _findings(a: Traits, b: Traits) -> Iterator[Finding]:
    """The findings, those that cost least first."""
    if a.type != b.type:
        yield Finding("type.differ", (f"type: {a.type} is not {b.type}",))
        return
    yield from _who(a.sides, b.sides)
    date = dates(a, b)
    yield date
    yield _mode(a, b, date.grade)
    yield _place(a, b)
    yield _figures(a, b)


@lru_cache(maxsize=1 << 14)
def _who(mine: tuple[Side, ...], theirs: tuple[Side, ...]) -> tuple[Finding, ...]:
    """Compare parties, then persons: the same few sides meet again and again."""
    parties = _parties([_codes(side) for side in mine], [_codes(side) for side in theirs])
    return (parties,) if GRADES[parties.grade] == VETO else (parties, _persons(mine, theirs))


def _codes(side: Side) -> frozenset[str]:
    return frozenset(acting[0] for acting in side)


def _parties(mine: list[frozenset[str]], theirs: list[frozenset[str]]) -> Finding:
    if mine == theirs:
        return Finding("parties.equal", ("parties: ", _shared(mine, theirs)))
    if len(mine) == 1:
        enough = _share(mine[0], theirs[0]) >= 0.6
    else:
        (actors, to), (others, to_others) = mine, theirs
        enough = _share(actors, others) >= 0.5
        if enough and not (to and to_others):
            says = ("parties: ", _shared(mine, theirs), ", addressee in one only")
            return Finding("parties.half", says, OTHER if to else ONE)
        enough = enough and not to.isdisjoint(to_others)
    if not enough:
        return _DIFFERENT
    return Finding(
        "parties.overlap", ("parties: ", _shared(mine, theirs), " in both, others in one only"), BOTH
    )


_DIFFERENT = Finding("parties.differ", ("parties: differ",))


def _shared(mine: list[frozenset[str]], theirs: list[frozenset[str]]) -> str:
    return ", ".join(dict.fromkeys(c for a, b in zip(mine, theirs, strict=True) for c in sorted(a & b)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _persons(mine: tuple[Side, ...], theirs: tuple[Side, ...]) -> Finding:
    """Compare who acts for each country that both name; where both name somebody, it must be the same."""
    same: list[str] = []
    loose = NEITHER
    offices: tuple[str, ...] = ()
    for side, other_side in zip(mine, theirs, strict=True):
        others = {country: (names, held) for country, names, held in other_side}
        for country, named, held in side:
            if country not in others:
                continue
            known, theirs_held = others[country]
            if named and known:
                match = next((n for n in named if any(same_person(n, o) for o in known)), None)
                if match is None:
                    return Finding("persons.differ", ("persons: ", named[0], " is not ", known[0]))
                same.append(match)
            elif held and theirs_held and not set(held) & set(theirs_held):
                offices = held[0], theirs_held[0]
            elif named or known:
                loose |= OTHER if named else ONE
    if offices and not same:
        return Finding("persons.offices", ("persons: ", offices[0], " is not ", offices[1]), BOTH)
    return _persons_found(same, loose)


def _persons_found(same: list[str], loose: int) -> Finding:
    if same:
        return Finding("persons.some" if loose else "persons.same", ("persons: ", ", ".join(same)), loose)
    if loose:
        return Finding("persons.open", ("persons: named in one only",), loose)
    return Finding("persons.unnamed")


#: Channels that articles mix up ("met virtually", "called by video").
_DOUBTFUL = (frozenset({"video", "in-person"}), frozenset({"video", "phone"}))


def _mode(a: Traits, b: Traits, date: str) -> Finding:
    one, other = a.mode or "unspecified", b.mode or "unspecified"
    if not a.contact:
        return Finding("mode.none")
    if one == other:
        return Finding("mode.same", ("mode: ", one))
    if one == "unspecified" or other == "unspecified":
        loose = ONE if one == "unspecified" else OTHER
        known = other if loose == ONE else one
        return Finding("mode.open", ("mode: ", known, ", unspecified in the other"), loose)
    if frozenset({one, other}) in _DOUBTFUL and date == "date.same" and a.countries == b.countries:
        return Finding("mode.doubtful", ("mode: ", one, " and ", other, ", on the same date"), BOTH)
    return Finding("mode.differ", ("mode: ", one, " is not ", other))


def _place(a: Traits, b: Traits) -> Finding:
    if a.place is None or b.place is None:
        return Finding("place.open")
    if same_place(a.place, b.place):
        return Finding("place.same", ("place: ", a.place.name))
    if _holds(a.place, b.place) or _holds(b.place, a.place):
        return Finding("place.inside", ("place: ", a.place.name, " and ", b.place.name, ", one in the other"))
    return Finding(
        "place.differ" if a.contact else "place.differ_act", ("place: ", a.place.name, " and ", b.place.name)
    )


def _holds(wide: Place, narrow: Place) -> bool:
    """Tell whether the one is named by its state alone, and the other lies in that state."""
    return wide.precision == "country" and wide.country is not None and wide.country == narrow.country


def _figures(a: Traits, b: Traits) -> Finding:
    shared = sorted(a.figures & b.figures)
    if not shared:
        return Finding("figures.open")
    return Finding("figures.same", ("figures: ", ", ".join(f"{what} {value:g}" for what, value in shared)))


_Scale = tuple[tuple[float, str], ...]  # from which share on, the grade
_MATTERS: _Scale = (
    (ONE_TEXT, "words.copied"),
    (SAME_MATTER, "words.same"),
    (OTHER_MATTER, "words.some"),
    (0.0, "words.other"),
)
_ABROAD: _Scale = ((SAME_ABROAD, "shared.same"), (OTHER_ABROAD, "shared.some"), (0.0, "shared.other"))


def _words(a: Unit, b: Unit) -> Finding:
    """Compare the words of two units: of those told by many, the two tellings most alike."""
    if not a.more and not b.more:
        return _tellings(a.words, b.words)
    pairs = product((a.words, *a.more), (b.words, *b.more))
    return max((_tellings(*pair) for pair in pairs), key=lambda found: GRADES[found.grade])


def _tellings(one: Wording, other: Wording) -> Finding:
    """Compare the words of one language, or what may be the same in two: how much of the matter two tellings share."""
    if one.language == other.language:
        grades, says, share = _MATTERS, "words: ", alike(one.words, other.words, FEWEST)
    else:
        grades, says = _ABROAD, "words and names of two languages: "
        share = alike(one.neutral, other.neutral, FEWEST_SHARED)
    if share is None:
        return Finding("words.open")
    grade = next(grade for least, grade in grades if share >= least)
    return Finding(grade, (says, f"{share:.0%} shared"))
