"""Which units of one neighbourhood are one event: links from the surest down, each checked against all it would join.

First the firm links, between units that say the same. Then the open ones, where a unit says less than the
other (no date, only a month, no names, no mode): such a unit joins an event only where no other event would
do nearly as well. A link is never taken if any two units of the two groups exclude each other, so a chain
cannot glue two days together. What a person has decided comes first: reports joined by hand are one event whatever the
findings say, reports parted by hand never are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

import msgspec

from kawat.linking.findings import NEITHER, ONE, OTHER, VETO
from kawat.linking.rulings import NO_RULINGS, Rulings
from kawat.linking.scoring import Tie, compare_traits
from kawat.linking.units import Unit

#: Another event that scores this much less is no rival.
MARGIN = 1.0


class Doubt(msgspec.Struct, frozen=True, gc=False):
    """Why a link was not taken: its looser unit fits two clusters alike."""

    unit: int
    fits: tuple[int, int]
    sizes: tuple[
        tuple[int, int], ...
    ]  # of the clusters looked at: as long as none has grown, the doubt stands


class Link(msgspec.Struct, gc=False):
    """Two units that are one event: by what is found on them, or (`ruled`) as a person has decided."""

    one: int
    other: int
    score: float = 0.0
    loose: int = NEITHER
    ruled: bool = False
    doubt: Doubt | None = None


class Nearness(msgspec.Struct, frozen=True, gc=False):
    """How well two clusters fit at best, and whether by more than adjacent days."""

    score: float
    alike: bool

    def with_(self, other: Nearness) -> Nearness:
        """Return the better of both in each respect."""
        return Nearness(max(self.score, other.score), self.alike or other.alike)


@dataclass(slots=True)
class Cluster:
    """Units that are one event, so far; the smallest of them names the cluster."""

    members: list[int]
    articles: dict[str, list[int]]  # article -> the members that it tells
    near: dict[int, Nearness] = field(default_factory=dict)  # other clusters that it may be one with
    links: list[Link] = field(default_factory=list)
    apart: list[tuple[int, int, int]] = field(
        default_factory=list
    )  # a unit, and two that it fits equally well


def clusters(units: list[Unit], ties: Iterable[Tie], rulings: Rulings = NO_RULINGS) -> list[Cluster]:
    """Group `units`, between which these are all ties, into events, one cluster each.

    The order of `units` must not depend on the caller.
    """
    return _Merger(units, ties, rulings).run()


class _Merger:
    """Union-find over units; each root, the smallest of its units, carries its cluster."""

    def __init__(self, units: list[Unit], ties: Iterable[Tie], rulings: Rulings) -> None:
        self.units = units
        self.ties = {(tie.one, tie.other): tie for tie in ties}
        self.together, self.apart = rulings.among(units)
        self.kin = _by_hand(self.together)
        self.parent = list(range(len(units)))
        self.at = {i: Cluster([i], {a: [i] for a in u.articles}) for i, u in enumerate(units)}
        self.allowed: dict[tuple[int, int], bool] = {}  # verdicts themselves would weigh: there are many
        self.checked: dict[
            tuple[int, int], tuple[int, int]
        ] = {}  # compatible clusters, with their sizes then

    def run(self) -> list[Cluster]:
        """Take rulings, the firm links, then the open ones until none makes another clear (two rivals become one)."""
        links = self._links()
        for i, j in self.together:
            one, other = self._root(i), self._root(j)
            if one != other and not self._parted(one, other):
                self._join(one, other, Link(i, j, ruled=True))
        firm: list[Link] = []
        doubtful: list[Link] = []
        for link in links:
            (doubtful if link.loose else firm).append(link)
        for link in firm:
            self._take(link)
        before = -1
        while before != len(self.at):
            before = len(self.at)
            doubtful = [link for link in doubtful if not self._take_open(link)]
        for unit, fits in sorted({(d.unit, d.fits) for link in doubtful if (d := link.doubt)}):
            self.at[self._root(unit)].apart.append((unit, *fits))
        return [self.at[i] for i in sorted(self.at)]

    def _links(self) -> list[Link]:
        """Return the links that nothing forbids, the surest first, and note which clusters they bring near."""
        found = []
        for (i, j), tie in self.ties.items():
            if self._possible(i, j) and self._articles_allow(i, j):
                found.append(Link(i, j, tie.score, tie.loose))
                self.at[i].near[j] = self.at[j].near[i] = Nearness(tie.score, not tie.adjacent)
        return sorted(found, key=lambda link: (-link.score, link.one, link.other))

    def _possible(self, i: int, j: int) -> bool:
        """Tell whether neither a finding nor a person forbids that two units are one event."""
        key = (i, j) if i < j else (j, i)
        if key not in self.allowed:
            pairs = list(product(self.kin.get(i, (i,)), self.kin.get(j, (j,))))
            parted = any((min(pair), max(pair)) in self.apart for pair in pairs)
            self.allowed[key] = not parted and any(self._alike(*pair) for pair in pairs)
        return self.allowed[key]

    def _parted(self, one: int, other: int) -> bool:
        """Tell whether a person has parted a unit of one cluster from one of the other."""
        pairs = product(self.at[one].members, self.at[other].members)
        return any((min(pair), max(pair)) in self.apart for pair in pairs)

    def _alike(self, i: int, j: int) -> bool:
        if i == j or (min(i, j), max(i, j)) in self.ties:
            return True
        return compare_traits(self.units[i].traits, self.units[j].traits).score != VETO

    def _articles_allow(self, i: int, j: int) -> bool:
        """Two reports of one article are two events, as its reader merged what is one."""
        return set(self.units[i].articles).isdisjoint(self.units[j].articles)

    def _root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def _compatible(self, one: int, other: int) -> bool:
        """Tell whether no unit of one cluster excludes any of the other (both given by their roots).

        Clusters only grow: two that exclude each other do so for ever, and are near no longer.
        """
        a, b = self.at[one], self.at[other]
        if other not in a.near:
            return False
        sizes = len(a.members), len(b.members)
        if self.checked.get((one, other)) == sizes:
            return True
        if not self._nothing_excludes(a, b):
            del a.near[other], b.near[one]
            return False
        self.checked[one, other] = sizes
        self.checked[other, one] = sizes[1], sizes[0]
        return True

    def _nothing_excludes(self, a: Cluster, b: Cluster) -> bool:
        few, many = sorted((a, b), key=lambda c: len(c.articles))
        for article in few.articles.keys() & many.articles.keys():
            if not all(self._articles_allow(i, j) for i in a.articles[article] for j in b.articles[article]):
                return False
        return all(self._possible(i, j) for i in a.members for j in b.members)

    def _take(self, link: Link) -> None:
        one, other = self._root(link.one), self._root(link.other)
        if one != other and self._compatible(one, other):
            self._join(one, other, link)

    def _take_open(self, link: Link) -> bool:
        """Take a link if its looser side has no other place to go; tell whether it is settled for good."""
        if link.doubt and all(i in self.at and len(self.at[i].members) == n for i, n in link.doubt.sizes):
            return False
        one, other = self._root(link.one), self._root(link.other)
        if one == other or not self._compatible(one, other):
            return True
        link.doubt = self._doubt(link, one, other)
        if link.doubt:
            return False
        self._join(one, other, link)
        return True

    def _doubt(self, link: Link, one: int, other: int) -> Doubt | None:
        score, loose = link.score - MARGIN, link.loose
        for side, mine, theirs in ((ONE, one, other), (OTHER, other, one)):
            rival = self._rival(mine, theirs, score) if loose & side else None
            if rival is not None:
                unit, target = (link.one, link.other) if side == ONE else (link.other, link.one)
                sizes = tuple((i, len(self.at[i].members)) for i in (mine, theirs, rival))
                return Doubt(unit, (min(target, rival), max(target, rival)), sizes)
        return None

    def _rival(self, mine: int, theirs: int, score: float) -> int | None:
        """Find a third cluster that fits `mine` as well (`score` or more) and is not one with `theirs`."""
        kin, near = self.at[theirs].near, self.at[mine].near
        for root in sorted(near):
            fits = root != theirs and near[root].score >= score and self._compatible(mine, root)
            if fits and not (root in kin and kin[root].alike and self._compatible(theirs, root)):
                return root
        return None

    def _join(self, one: int, other: int, link: Link) -> None:
        keep, gone = min(one, other), max(one, other)
        a, b = self.at[keep], self.at.pop(gone)
        self.parent[gone] = keep
        a.members.extend(b.members)
        a.links.extend([*b.links, link])
        for article, members in b.articles.items():
            a.articles.setdefault(article, []).extend(members)
        a.near.pop(gone, None)
        b.near.pop(keep, None)
        for root, nearness in b.near.items():
            both = nearness.with_(a.near[root]) if root in a.near else nearness
            a.near[root] = self.at[root].near[keep] = both
            del self.at[root].near[gone]


def _by_hand(together: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """Map each unit that a person has joined with others to all of them: what fits one of them fits all."""
    groups: dict[int, list[int]] = {}
    for one, other in together:
        mine, theirs = groups.get(one, [one]), groups.get(other, [other])
        if mine is not theirs:
            mine = sorted({*mine, *theirs})
            groups.update(dict.fromkeys(mine, mine))
    return {unit: tuple(group) for unit, group in groups.items()}
