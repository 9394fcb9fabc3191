"""An article as its page shows it: the stored text with what is marked in it, and all that is known of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kawat.desk import accounts
from kawat.desk.clean import line
from kawat.desk.web import marking
from kawat.desk.web.desk import Desk
from kawat.desk.web.marking import Mark
from kawat.desk.web.proofs import spans_of, stamp_words
from kawat.desk.web.rows import Row, article_href, row_of, story_href
from kawat.errors import RecordError
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import Report

#: Lines that are the page's own, and fold.
FOLDING = frozenset({"related", "paging", "ticker", "advert", "popular", "navigation", "furniture"})
_COPIES = 50  # that a page lists
_UNLABELLED = frozenset({"body"})


class ToldEvent(msgspec.Struct, frozen=True):
    """An event that an article tells, as its legend shows it."""

    number: int
    row: Row
    href: str
    label: str
    starts: tuple[int, ...]  # where its sentences begin: anchors
    focus: bool  # the one that the reader came from


class CopyRow(msgspec.Struct, frozen=True):
    """An article that copies, or is copied."""

    outlet: str
    href: str
    share: str
    delay: str


class Paper(msgspec.Struct, frozen=True):
    """An article with its text cut into pieces."""

    id: str
    href: str
    title: str
    language: str
    facts: tuple[tuple[str, str], ...]  # label and value
    digest: str
    address: str | None
    groups: tuple[marking.Group, ...]
    events: tuple[ToldEvent, ...]
    problems: tuple[tuple[str, str], ...]  # what it is, and the reader's own words
    copies: tuple[CopyRow, ...]
    copied_by: tuple[CopyRow, ...]


def paper_of(
    desk: Desk,
    article: Article,
    told: Sequence[tuple[Event, Sequence[Report]]],
    *,
    focus: str | None,
    more: Iterable[Mark] = (),
) -> Paper:
    """Return an article's page. `told` are its events, each with its reports in this article; `focus` an event's id."""
    own = desk.area("event")
    roles = {key.removeprefix("role_"): said for key, said in own.items() if key.startswith("role_")}
    marks = [*_event_marks(told, focus), *_word_marks(article, told), *more]
    made = marking.blocks(article.text, article.lines, marks, roles)
    events = tuple(_told_event(desk, article, n, each, focus) for n, each in enumerate(told, 1))
    copies, copied_by = _copies(desk, article.id)
    return Paper(
        id=line(article.id),
        href=article_href(article.id),
        title=line(article.title),
        language=line(article.language),
        facts=tuple(facts_of(article, desk)),
        digest=article.digest,
        address=article.url,
        groups=tuple(marking.groups(made, FOLDING)),
        events=events,
        problems=tuple(
            (own.get("problem_" + p.code, line(p.code)), line(p.message)) for p in article.problems
        ),
        copies=tuple(copies),
        copied_by=tuple(copied_by),
    )


def told_in(desk: Desk, article: str) -> list[tuple[Event, list[Report]]]:
    """Return the events that an article tells, each with its reports in it, in the order of their first sentences."""
    events = desk.record.events_of(article)
    reports = desk.record.reports_of_many(events)
    told = [(event, [r for r in reports[event.id] if r.article == article]) for event in events]
    return sorted(told, key=lambda each: (_first(each[1]), each[0].id))


def _first(reports: Sequence[Report]) -> int:
    return min((q.start for r in reports for q in r.evidence), default=0)


def _event_marks(told: Sequence[tuple[Event, Sequence[Report]]], focus: str | None) -> Iterator[Mark]:
    for number, (event, reports) in enumerate(told, 1):
        spans = {(q.start, q.end) for r in reports for q in r.evidence}
        kind = "focus" if event.id == focus else ""
        yield from (Mark(start, end, number, kind) for start, end in sorted(spans))


def _word_marks(article: Article, told: Sequence[tuple[Event, Sequence[Report]]]) -> list[Mark]:
    """Mark the parties, places, days and figures of the events, and the credits; each stretch of text once."""
    found = {Mark(c.start, c.end, 0, "credit") for c in article.upstream}
    for report in (r for _, reports in told for r in reports):
        for field, kind in (("participants", "party"), ("place", "place"), ("date", "date")):
            found |= {Mark(start, end, 0, kind) for start, end in spans_of(report, field)}
        found |= {Mark(f.start, f.end, 0, "figure") for f in report.figures}
    return sorted(found)


def _told_event(
    desk: Desk, article: Article, number: int, told: tuple[Event, Sequence[Report]], focus: str | None
) -> ToldEvent:
    event, reports = told
    row = row_of(event, desk.words, desk.today)
    starts = sorted({q.start for r in reports for q in r.evidence})
    label = desk.area("event")["label"].format(n=number, sentence=row.sentence)
    here = article_href(article.id, event.id) + (f"#s{starts[0]}" if starts else "")
    return ToldEvent(number, row, here, label, tuple(starts), event.id == focus)


def facts_of(article: Article, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield what is known of the page: label and value."""
    own, screen, published = desk.area("event"), desk.words.screen, article.published
    if article.outlet:
        yield screen["outlet"], line(article.outlet)
    if published:
        said = stamp_words(published.value, desk.words)
        zoned = "T" not in published.value or "UTC" in said
        notes = [own["inferred"]] * published.inferred + [own["no_zone"]] * (not zoned)
        yield screen["published"], f"{said} ({'; '.join(notes)})" if notes else said
    else:
        yield screen["published"], desk.words.brief.undated
    for label, value in (
        (own["author"], article.author),
        (own["editor"], article.editor),
        (own["dateline"], article.dateline),
    ):
        if value:
            yield label, line(value)
    if article.upstream:
        yield screen["upstream"], ", ".join(dict.fromkeys(line(c.name) for c in article.upstream))
    yield screen["language"], line(article.language)
    if article.page:
        template = own["page_of" if article.pages else "page_alone"]
        yield screen["pages"], template.format(page=article.page, pages=article.pages)
    yield "ID", line(article.id)


def _copies(desk: Desk, article: str) -> tuple[list[CopyRow], list[CopyRow]]:
    """Return which article one copies, and which copy it, the earliest first."""
    rows: tuple[list[CopyRow], list[CopyRow]] = ([], [])
    for found in desk.record.copies_of(article, _COPIES):
        copy, name = found.copy, found.outlet or found.title or found.other
        delay = accounts.delay(copy.delay, desk.words) if copy.delay else ""
        made = CopyRow(line(name), article_href(found.other), accounts.share(copy.share), delay)
        rows[copy.article != article].append(made)
    return rows


def copied(desk: Desk, articles: Iterable[str]) -> dict[str, CopyRow]:
    """Return what those of some articles copy that are copies, by id."""
    found = desk.record.copies(articles)
    first = {copy.of: desk.record.article(copy.of) for copy in found}
    return {
        copy.article: CopyRow(
            line(first[copy.of].outlet or copy.of),
            article_href(copy.of),
            accounts.share(copy.share),
            accounts.delay(copy.delay, desk.words) if copy.delay else "",
        )
        for copy in found
    }


def story_of(desk: Desk, article: str) -> tuple[str, str] | None:
    """Return title and address of the story that an article belongs to, None where it stands alone."""
    try:
        story = desk.record.story(article)
    except RecordError:
        return None
    return (line(story.title), story_href(story.id)) if len(story.articles) > 1 else None
