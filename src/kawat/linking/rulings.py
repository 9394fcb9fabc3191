"""What persons have decided about which reports are one event: it wins over every finding."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import msgspec

from kawat.linking.units import Unit


class Ruling(msgspec.Struct, frozen=True):
    """One decision: reports are one event (`joined`), or the ones are another event than the others (`parted`)."""

    joined: bool
    ones: tuple[str, ...]  # ids of reports
    others: tuple[str, ...]


class Rulings:
    """The decisions in force; of two that contradict each other the later one."""

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self._verdicts: dict[tuple[str, str], bool] = {}
        for ruling in rulings:
            for one, other in product(ruling.ones, ruling.others):
                if one != other:
                    self._verdicts[min(one, other), max(one, other)] = ruling.joined

    @property
    def reports(self) -> frozenset[str]:
        """Ids of all reports that somebody has decided on."""
        return frozenset(id for pair in self._verdicts for id in pair)

    def on(self, one: str, other: str) -> bool | None:
        """Return whether two reports are joined (true) or parted (false); None where nobody has decided."""
        return self._verdicts.get((min(one, other), max(one, other)))

    def pairs(self, *, joined: bool) -> list[tuple[str, str]]:
        """Return the pairs of reports that are to be one event, or (`joined` false) two."""
        return sorted(pair for pair, verdict in self._verdicts.items() if verdict is joined)

    def among(self, units: list[Unit]) -> tuple[list[tuple[int, int]], frozenset[tuple[int, int]]]:
        """Return the pairs of indexes into `units` that are joined, sorted, and those that are parted."""
        if not self._verdicts:
            return [], frozenset()
        ruled = self.reports
        at = {id: i for i, unit in enumerate(units) for _, id in unit.names if id in ruled}
        found: dict[bool, set[tuple[int, int]]] = {True: set(), False: set()}
        for (one, other), joined in self._verdicts.items():
            if one in at and other in at and at[one] != at[other]:
                found[joined].add((min(at[one], at[other]), max(at[one], at[other])))
        return sorted(found[True]), frozenset(found[False])


NO_RULINGS = Rulings()
