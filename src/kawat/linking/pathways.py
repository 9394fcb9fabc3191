"""The ways that a story took: which page copies, and which credits, whom; followed to where it came from.

A wording is the pages that have it from one of them (`WHOLE`). Wordings are the nodes, each leading to at most
one other, so that every page ends in one origin (`sources.py` has the rules).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kawat.linking.days import instant
from kawat.linking.model import Copy
from kawat.linking.names import source_key
from kawat.reading.model import Report

#: A page with at least this share of its wording from another is a copy of it; with less, it took a part.
WHOLE = 0.5

#: Copies, or a map from each article to its copies.
Copies = Iterable[Copy] | Mapping[str, Sequence[Copy]]


def by_publication(reports: Iterable[Report]) -> list[Report]:
    """Sort reports by publication, earliest first; unknown ones last, ties by article and id."""
    return sorted(
        reports, key=lambda r: (not instant(r.published), instant(r.published), r.article, r.id, r.type)
    )


@dataclass(frozen=True, slots=True)
class Page:
    """What linking knows of an article: who published it, when, and whom it credits but for itself."""

    article: str
    rank: int  # its place in the order of publication
    outlet: str | None
    published: str | None
    credits: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name its outlet, or the article where that is unknown."""
        return self.outlet or self.article

    def after(self, other: Page) -> int | None:
        """Return the seconds by which it came later; None where one of them does not tell its time of day."""
        return _seconds(self.published, other.published)


def _seconds(later: str | None, earlier: str | None) -> int | None:
    if not (later and earlier and "T" in later and "T" in earlier):
        return None
    try:
        return int((datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds())
    except (TypeError, ValueError):  # one with a zone, one without; or no time at all
        return None


class Pathways:
    """The pages of a set of reports, and the ways between them.

    pages       articles in the order of publication
    whole, part the copy that an article is of another, in whole or in part
    names       the usual name of each origin, by its key
    """

    def __init__(self, reports: Iterable[Report], copies: Copies = ()) -> None:
        known = by_publication(reports)
        self.pages = _pages(known)
        index = copies if isinstance(copies, Mapping) else _index(copies)
        self.whole = self._wholes(known, index)
        self.part = {a: c for a in self.pages if a not in self.whole and (c := self._best(a, index))}
        self._roots = {article: self._root(article) for article in self.pages}
        self._wordings: dict[str, list[Page]] = {}
        self._by_outlet: dict[str, list[Page]] = {}
        for page in self.pages.values():
            self._wordings.setdefault(self._roots[page.article], []).append(page)
            if page.outlet:
                self._by_outlet.setdefault(source_key(page.outlet), []).append(page)
        self.names = {k: named[0].label for k, named in self._by_outlet.items()}
        self._ends: dict[str, str] = {}

    def _wholes(self, known: list[Report], index: Mapping[str, Sequence[Copy]]) -> dict[str, Copy]:
        """Find whom each article copies; of the same text, the first published is what the others copy."""
        found: dict[str, Copy] = {}
        firsts: dict[str, Page] = {}
        for r in known:
            page = self.pages[r.article]
            first = firsts.setdefault(r.digest, page) if r.digest else page
            if first is not page:
                found.setdefault(r.article, Copy(r.article, first.article, 1.0, page.after(first)))
        waiting = [a for a in self.pages if a not in found]
        while waiting:  # copies of what tells no report here may lead on
            article = waiting.pop()
            copy = self._best(article, index)
            if copy is not None and copy.share >= WHOLE and article not in found:
                found[article] = copy
                waiting += [copy.of] if copy.of not in self.pages else []
        return found

    def _best(self, article: str, index: Mapping[str, Sequence[Copy]]) -> Copy | None:
        """Choose whom an article copies most of; of equals the first published."""
        last = len(self.pages)
        ranks = {a: p.rank for a, p in self.pages.items()} if len(index.get(article, ())) > 1 else {}
        return min(
            (c for c in index.get(article, ()) if c.of != article),
            key=lambda c: (-c.share, ranks.get(c.of, last), c.of, str(c.delay)),
            default=None,
        )

    def _root(self, article: str) -> str:
        """Follow copies to the page that has the wording first; of a circle, to its first page."""
        way = [article]
        while (copy := self.whole.get(way[-1])) is not None:
            if copy.of in way:
                circle = way[way.index(copy.of) :]
                return min(circle, key=lambda a: (self._rank(a), a))
            way.append(copy.of)
        return way[-1]

    def _rank(self, article: str) -> int:
        return self.pages[article].rank if article in self.pages else len(self.pages)

    def origin(self, page: Page) -> str:
        """Return the key of the origin of a page."""
        way: list[str] = []
        root = self._roots[page.article]
        while root not in self._ends:
            if root in way:
                circle = way[way.index(root) :]
                self._ends[root] = self._own(min(circle, key=lambda r: self._wordings[r][0].rank))
                break
            way.append(root)
            onward = self._onward(root)
            if isinstance(onward, Page):
                root = self._roots[onward.article]
            else:
                self._ends[root] = onward
        end = self._ends[root]
        self._ends.update(dict.fromkeys(way, end))
        return end

    def _onward(self, root: str) -> Page | str:
        """Return the page that a wording leads to, or the key of the origin that it ends in."""
        teller = self._crediting(root)
        if teller is None:
            return self._own(root)
        name = teller.credits[0]
        page = self.credited(teller)
        if page is not None and self._roots[page.article] != root:
            return page
        self.names.setdefault(source_key(name), name)
        return source_key(name)

    def _crediting(self, root: str) -> Page | None:
        """Return the page whose credit counts for a wording: its first one's, else the first of its copies'."""
        pages = self._wordings[root]
        first = self.pages.get(root)
        if first is not None and first.credits:
            return first
        outlets = {source_key(p.outlet) for p in pages if p.outlet}
        if any(source_key(c) in outlets for p in pages for c in p.credits):
            return None
        return next((p for p in pages if p.credits), None)

    def _own(self, root: str) -> str:
        """Return the key of a wording that credits nobody: that of its outlet, or of its page."""
        pages = self._wordings[root]
        order = sorted(pages, key=lambda p: (p.article != root, p.rank))
        name = next((p.outlet for p in order if p.outlet), None)
        own = source_key(name) if name else f"page {order[0].article}"
        self.names.setdefault(own, name or order[0].article)
        return own

    def credited(self, page: Page) -> Page | None:
        """Return the page that a page can have its report from: the last before it of whom it credits first.

        Where there is none before it, the first one after it shows where such reports come from.
        """
        of = self._by_outlet.get(source_key(page.credits[0]), ()) if page.credits else ()
        before = [p for p in of if p.rank < page.rank]
        return before[-1] if before else next((p for p in of if p is not page), None)

    def chain(self, page: Page) -> tuple[str, ...]:
        """Name the ways of a page from its own outlet to its origin."""
        names, seen, at = [page.label], {page.article}, page
        while True:
            copy = self.whole.get(at.article)
            onward = self.pages.get(copy.of) if copy else self.credited(at)
            if onward is None and at.credits:
                names.append(at.credits[0])
            if onward is None or onward.article in seen:
                break
            seen.add(onward.article)
            names.append(onward.label)
            at = onward
        names.append(self.names[self.origin(page)])
        return _without_repeats(names)


def _pages(known: list[Report]) -> dict[str, Page]:
    told: dict[str, list[Report]] = {}
    for r in known:
        told.setdefault(r.article, []).append(r)
    return {a: _page(a, rank, reports) for rank, (a, reports) in enumerate(told.items())}


def _page(article: str, rank: int, reports: list[Report]) -> Page:
    outlet = next((r.outlet for r in reports if r.outlet and source_key(r.outlet)), None)
    own = source_key(outlet or "")
    names: dict[str, str] = {}
    for name in (n for r in reports for n in r.upstream):
        if source_key(name) not in ("", own):
            names.setdefault(source_key(name), name)
    return Page(article, rank, outlet, reports[0].published, tuple(names.values()))


def _index(copies: Iterable[Copy]) -> Mapping[str, Sequence[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        found.setdefault(copy.article, []).append(copy)
    return found


def _without_repeats(names: Iterable[str]) -> tuple[str, ...]:
    """Drop names of a source that stands in the chain already, but for the last: it ends in its origin."""
    *way, end = names
    kept: dict[str, str] = {}
    for name in way:
        kept.setdefault(source_key(name) or name, name)
    kept.pop(source_key(end) or end, None)
    return (*kept.values(), end)
