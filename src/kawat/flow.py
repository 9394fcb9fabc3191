"""Every stage in order: the page to read first.

    page ── pages ──> article ── reading ──> reports ── linking ──> events ── record ──> desk

A path may be a file, a folder, a glob, ``-`` (standard input) or JSON Lines: what `pages`
takes. No run stops at a bad page: what comes out for each page is its source and the result, or the
`PageError` in its place.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from kawat import reading
from kawat.errors import PageError
from kawat.linking import link
from kawat.pages import iter_pages, read_page
from kawat.run import run

if TYPE_CHECKING:
    from kawat.linking import Event
    from kawat.pages import Failure, Page
    from kawat.pages.model import Article
    from kawat.reading import Annotated
    from kawat.reading.model import Report
    from kawat.record import Record

Told: TypeAlias = "tuple[Article, tuple[Report, ...]]"  # an article and the reports that it tells
BATCH = 64  # pages that go into the record in one transaction


def articles(paths: Iterable[str]) -> Iterator[tuple[str, Article | PageError]]:
    """Read pages: bytes become articles."""
    return run(_pages(paths), read_page)


def mentions(paths: Iterable[str]) -> Iterator[tuple[str, Annotated | PageError]]:
    """Read pages and what each names: times, actors, places, figures, statements."""
    return run(_pages(paths), annotate_page)


def reports(
    paths: Iterable[str], *, workers: int = 1, confidence: float = 0.0
) -> Iterator[tuple[str, Told | PageError]]:
    """Read pages and what each tells, in `workers` processes; the order is that of the pages.

    Reports that are right with less than this chance (`confidence`, 0..1) are left out.
    """
    return run(_pages(paths), partial(read_page_reports, confidence=confidence), workers)


def _pages(paths: Iterable[str]) -> Iterator[Page | Failure]:
    return iter_pages(paths, stdin=getattr(sys.stdin, "buffer", None))


def annotate_page(page: Page) -> Annotated:
    """Read one page and what it names."""
    return reading.annotate(read_page(page))


def read_page_reports(page: Page, confidence: float = 0.0) -> Told:
    """Read one page and what it tells: the two stages that work on a page alone."""
    article = read_page(page)
    return article, tuple(report for report in reading.read(article) if report.confidence >= confidence)


def events(paths: Iterable[str], *, workers: int = 1) -> list[Event]:
    """Read pages and link what they tell; pages that cannot be read are passed over."""
    from kawat.linking.copies import copies  # noqa: PLC0415 - only this function and `stories` need it

    told = [result for _, result in reports(paths, workers=workers) if not isinstance(result, PageError)]
    return link((r for _, mine in told for r in mine), copies=copies(article for article, _ in told))


class Placed(msgspec.Struct, frozen=True):
    """Where an article stands among others."""

    article: str  # its id
    story: str  # id of its story; one that stands alone is a story of its own
    copy_of: str | None  # the article that it is a copy of
    share: float | None  # of its wording, that stands in that one
    delay: int | None  # seconds from that one's publication to its own, where both are known
    title: str  # of the story


def stories(paths: Iterable[str], *, workers: int = 1) -> Iterator[tuple[str, Placed | PageError]]:
    """Read pages and find which are copies and which belong together; in the order of the pages."""
    results = list(reports(paths, workers=workers))
    told = [result for _, result in results if not isinstance(result, PageError)]
    placed = _placed([article for article, _ in told], [report for _, told_ in told for report in told_])
    for source, result in results:
        yield source, result if isinstance(result, PageError) else placed[result[0].id]


def _placed(known: list[Article], told: list[Report]) -> dict[str, Placed]:
    from kawat.linking import copies as copying  # noqa: PLC0415 - numpy, which only this function needs
    from kawat.linking import gist, stories  # noqa: PLC0415

    found = {copy.article: copy for copy in copying.copies(known)}
    ties = {(copy.of, copy.article) for copy in found.values()}
    for event in link(told, copies=found.values()):
        ties.update(pairwise(sorted(event.articles)))
    gists = {g.id: g for g in map(gist.gist, known)}
    placed = {}
    for members in stories.stories(gists.values(), sorted(ties)):
        story = stories.story([gists[id] for id in members])
        for id in members:
            copy = found.get(id)
            of, share, delay = (copy.of, copy.share, copy.delay) if copy else (None, None, None)
            placed[id] = Placed(id, story.id, of, share, delay, story.title)
    return placed


def add(
    paths: Iterable[str], record: Record, *, workers: int = 1, confidence: float = 0.0
) -> Iterator[tuple[str, str | PageError]]:
    """Read pages into `record` and link them; yields what became of each: "stored", "duplicate", an error.

    What is yielded is on disk. Iterate to the end: the events are made after the last page.
    """
    results = reports(paths, workers=workers, confidence=confidence)
    while batch := list(islice(results, BATCH)):
        yield from _store(batch, record)
    record.relink()


def _store(
    batch: list[tuple[str, Told | PageError]], record: Record
) -> Iterator[tuple[str, str | PageError]]:
    from kawat.record import Entry, Failed  # noqa: PLC0415 - half a second that only this function needs

    inputs = [
        Failed(source, str(result)) if isinstance(result, PageError) else Entry(*result, source)
        for source, result in batch
    ]
    for (source, result), outcome in zip(batch, record.add_many(inputs), strict=True):
        yield source, result if isinstance(result, PageError) else outcome
