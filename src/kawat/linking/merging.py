"""Which units are one event: links taken from the surest down, each checked against all it would join.

First the firm links, between units that say the same. Then the open ones, where a unit says less than the
other (no date, only a month, no names, no mode): such a unit joins an event only where no other event would
do nearly as well. A link is never taken if any two units of the two groups exclude each other, so a chain
cannot glue two days together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from kawat.linking.blocking import candidates
from kawat.linking.scoring import LINK, ONE, OTHER, VETO, Verdict, compare
from kawat.linking.units import Unit

#: Another event that scores this much less is no rival.
MARGIN = 2.0


class Doubt(msgspec.Struct, frozen=True, gc=False):
    """Why a link was not taken: its looser unit fits two clusters alike."""

    unit: int
    fits: tuple[int, int]
    sizes: tuple[
        tuple[int, int], ...
    ]  # of the clusters looked at: as long as none has grown, the doubt stands


class Link(msgspec.Struct, gc=False):
    """Two units and why they are one event."""

    one: int
    other: int
    verdict: Verdict
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


def clusters(units: list[Unit]) -> list[Cluster]:
    """Group `units` (given in an order that does not depend on the caller) into events, one cluster each."""
    return _Merger(units).run()


class _Merger:
    """Union-find over units; each root, the smallest of its units, carries its cluster."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.parent = list(range(len(units)))
        self.at = {i: Cluster([i], {a: [i] for a in u.articles}) for i, u in enumerate(units)}
        self.allowed: dict[tuple[int, int], bool] = {}  # verdicts themselves would weigh: there are many
        self.checked: dict[
            tuple[int, int], tuple[int, int]
        ] = {}  # compatible clusters, with their sizes then

    def run(self) -> list[Cluster]:
        """Take the firm links, then the open ones until none makes another clear (two rivals become one)."""
        links = self._links()
        for link in links:
            if not link.verdict.loose:
                self._take(link)
        doubtful = [link for link in links if link.verdict.loose]
        before = -1
        while before != len(self.at):
            before = len(self.at)
            doubtful = [link for link in doubtful if not self._take_open(link)]
        for unit, fits in sorted({(d.unit, d.fits) for link in doubtful if (d := link.doubt)}):
            self.at[self._root(unit)].apart.append((unit, *fits))
        return [self.at[i] for i in sorted(self.at)]

    def _links(self) -> list[Link]:
        found = []
        for i, j in candidates(self.units):
            verdict = compare(self.units[i], self.units[j])
            self.allowed[i, j] = verdict.score != VETO
            if verdict.score >= LINK and self._articles_allow(i, j):
                found.append(Link(i, j, verdict))
                self.at[i].near[j] = self.at[j].near[i] = Nearness(verdict.score, not verdict.adjacent)
        return sorted(found, key=lambda link: (-link.verdict.score, link.one, link.other))

    def _possible(self, i: int, j: int) -> bool:
        """Tell whether no finding vetoes that two units are one event."""
        key = (i, j) if i < j else (j, i)
        if key not in self.allowed:
            self.allowed[key] = compare(self.units[key[0]], self.units[key[1]]).score != VETO
        return self.allowed[key]

    def _articles_allow(self, i: int, j: int) -> bool:
        """Two reports of one article are two events, as its reader merged what is one; except plain twins."""
        a, b = self.units[i], self.units[j]
        return a.articles.isdisjoint(b.articles) or a.twin(b)

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
        score = link.verdict.score - MARGIN
        for side, mine, theirs in ((ONE, one, other), (OTHER, other, one)):
            rival = self._rival(mine, theirs, score) if link.verdict.loose & side else None
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
        del a.near[gone], b.near[keep]
        for root, nearness in b.near.items():
            both = nearness.with_(a.near[root]) if root in a.near else nearness
            a.near[root] = self.at[root].near[keep] = both
            del self.at[root].near[gone]
