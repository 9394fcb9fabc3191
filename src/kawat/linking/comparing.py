"""Why reports are one event, or two: every finding on the pairs between them, for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

import msgspec

from kawat.linking.blocking import keys
from kawat.linking.findings import GRADES, LINK, VETO
from kawat.linking.first_told import NO_COPIES
from kawat.linking.model import Copy
from kawat.linking.rulings import NO_RULINGS, Rulings
from kawat.linking.scoring import findings
from kawat.linking.units import Unit, units
from kawat.reading.model import Report


class Weighed(msgspec.Struct, frozen=True):
    """One finding with its weight."""

    grade: str  # its name in the table of weights: "date.apart"
    text: str  # in words; empty where there is nothing to say
    weight: float | None  # null: a veto


class Comparison(msgspec.Struct, frozen=True):
    """All findings on two reports."""

    one: str  # id of the one report
    other: str  # and of the other
    findings: tuple[Weighed, ...]  # cheapest first
    score: float | None  # null: a veto stands among the findings
    needed: float  # score from which two reports are linked
    near: bool  # whether they were compared at all: type, two parties and a stretch of days in common
    same_article: bool  # an article's own reports are kept apart, as its reader merged what is one
    ruled: bool | None  # a person joined (true) or parted (false) them


def compared(
    ones: Iterable[Report],
    others: Iterable[Report],
    rulings: Rulings = NO_RULINGS,
    copies: Mapping[str, Copy] = NO_COPIES,
) -> list[Comparison]:
    """Compare each of the ones with each of the others, the pair most alike first."""
    mine, theirs = (
        [(u, set(keys(u.traits))) for u in units(told, rulings.reports, copies)] for told in (ones, others)
    )
    found = [
        _comparison(a, b, rulings, near=not at.isdisjoint(there))
        for (a, at), (b, there) in product(mine, theirs)
    ]
    return sorted(found, key=lambda c: (_vetoes(c), -(c.score or 0.0), c.one, c.other))


def _comparison(a: Unit, b: Unit, rulings: Rulings, *, near: bool) -> Comparison:
    found = tuple(_weighed(f.grade, f.text) for f in findings(a, b))
    vetoed = any(f.weight is None for f in found)
    return Comparison(
        one=a.names[0][1],
        other=b.names[0][1],
        findings=found,
        score=None if vetoed else sum(f.weight or 0.0 for f in found),
        needed=LINK,
        near=near,
        same_article=not set(a.articles).isdisjoint(b.articles),
        ruled=rulings.on(a.names[0][1], b.names[0][1]),
    )


def _weighed(grade: str, text: str) -> Weighed:
    weight = GRADES[grade]
    return Weighed(grade, text, None if weight == VETO else weight)


def _vetoes(comparison: Comparison) -> int:
    return sum(f.weight is None for f in comparison.findings)
