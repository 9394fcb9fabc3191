"""The page of one article: the text as it is kept, with the sentences that tell events; and two side by side."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get

from kawat.desk import disputes, wording
from kawat.desk.web.desk import Desk
from kawat.desk.web.marking import Mark
from kawat.desk.web.papers import Paper, copied, paper_of, story_of, told_in
from kawat.desk.web.persons import READER
from kawat.desk.web.proofs import spans_of, stamp_words
from kawat.desk.web.rows import article_href, event_href
from kawat.desk.web.shared import shared_spans
from kawat.errors import UsageError
from kawat.linking.model import Disagreement, Event
from kawat.pages.model import Article

SIZE = 50  # articles on a page of the list


class ArticlePages(Controller):
    """Articles: the list, single ones, two side by side."""

    opt = READER

    @get("/articles", sync_to_thread=True)
    def articles(self, desk: Desk) -> Response[str]:
        """List the articles, those that hold the words of `q`."""
        text, after = desk.asked("q") or None, desk.asked("after") or None
        found = desk.record.articles(after=after, size=SIZE, text=text)
        rows = [(a, stamp_words(a.published, desk.words), article_href(a.id)) for a in found.articles]
        return desk.page(
            "articles.html.j2",
            own=desk.area("event"),
            rows=rows,
            copied=copied(desk, [a.id for a in found.articles]),
            total=found.total,
            q=text or "",
            next=desk.here(after=found.next) if found.next else None,
            first=desk.here(after=None) if after else None,
        )

    @get("/article", sync_to_thread=True)
    def article(self, desk: Desk) -> Response[str]:
        """Show an article; `event` is the event whose sentences stand out, `at` other words that do."""
        article = desk.record.article(_required(desk, "id"))
        event = desk.asked("event")
        focus = desk.record.event(event).id if event else None
        more = [Mark(*at, 0, "at")] if (at := _range(desk.asked("at"))) else []
        paper = paper_of(desk, article, told_in(desk, article.id), focus=focus, more=more)
        back = event_href(focus) if focus else None
        story = story_of(desk, article.id)
        return desk.page("article.html.j2", own=desk.area("event"), paper=paper, story=story, back=back)

    @get("/compare", sync_to_thread=True)
    def compare(self, desk: Desk) -> Response[str]:
        """Show two articles side by side, for an event that both tell, and a `field` that they differ on."""
        pair = [desk.record.article(_required(desk, name)) for name in ("one", "other")]
        event = desk.record.event(_required(desk, "event"))
        wanted = desk.asked("field")
        dispute = next((d for d in event.disagreements if d.field == wanted), None)
        papers = [_side(desk, mine, other, event, dispute) for mine, other in (pair, pair[::-1])]
        blanks: dict[str, Any] = {"field": None, "kind": None}
        if dispute:
            blanks = {
                "field": disputes.field_name(dispute.field, desk.words),
                "kind": disputes.kind(dispute, desk.words),
            }
        sentence = wording.sentence(event, desk.words, desk.record.reports_of(event))
        back = event_href(event.id)
        own = desk.area("event")
        return desk.page("compare.html.j2", own=own, sides=papers, sentence=sentence, back=back, **blanks)


def _side(
    desk: Desk, mine: Article, other: Article, event: Event, dispute: Disagreement | None
) -> tuple[Paper, list[str]]:
    """Return one of two articles, and the values that it gives for the disputed field."""
    reports = [r for r in desk.record.reports_of(event) if r.article == mine.id]
    marks = [Mark(start, end, 0, "shared") for start, end in shared_spans(mine.text, other.text)]
    said: list[str] = []
    if dispute:
        values = [v for v in dispute.values if any(r.id in v.reports for r in reports)]
        said = [disputes.telling(dispute.field, v, desk.words) for v in values]
        spans = (span for r in reports for span in spans_of(r, dispute.field))
        marks += [Mark(start, end, 0, "disputed") for start, end in spans]
    return paper_of(desk, mine, [(event, reports)], focus=event.id, more=marks), said


def _required(desk: Desk, name: str) -> str:
    value = desk.asked(name)
    if not value:
        raise UsageError(f"{name}: it is missing in the address", code="missing", name=name)
    return value


def _range(text: str) -> tuple[int, int] | None:
    """Read "12-80"; anything else asks for nothing."""
    start, _, end = text.partition("-")
    if start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(text) < 20:
        return int(start), int(end)
    return None
