"""The columns of each kind of row: the keys are the names in CSV, the headings those of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kawat.desk import disputes, wording
from kawat.desk.names import place_name
from kawat.desk.render import Cell, Column
from kawat.desk.views import Mention
from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import Party, Report

if TYPE_CHECKING:
    from kawat.record.model import Hit


def _place(event: Event, words: Words) -> str | None:
    return place_name(event.place.name, words.language, event.place.country) if event.place else None


def _sources(event: Event) -> str:
    return ", ".join(witness.name for witness in event.sources)


def events(words: Words) -> list[Column[Event]]:
    """Return the columns of an event, contact or act."""
    heads = words.screen
    return [
        Column("date", heads["date"], lambda e: e.date),
        Column("status", heads["status"], lambda e: words.statuses[e.status]),
        Column("type", heads["type"], lambda e: wording.kind(e, words)),
        Column("sides", heads["sides"], lambda e: wording.sides(e, words)),
        Column("place", heads["place"], lambda e: _place(e, words)),
        Column("sources", heads["sources"], _sources),
        Column("disagreements", heads["disagreements"], lambda e: _disputed(e, words)),
        Column("id", heads["id"], lambda e: e.id),
    ]


def _disputed(event: Event, words: Words) -> str:
    return ", ".join(disputes.field_name(d.field, words) for d in event.disagreements)


def codes() -> list[Column[Event]]:
    """Return the columns of an event for programs: codes instead of words."""
    return [
        Column("date", "", lambda e: e.date),
        Column("status", "", lambda e: e.status),
        Column("type", "", lambda e: e.type),
        Column("mode", "", lambda e: e.mode),
        Column("actors", "", lambda e: _codes(e.actors)),
        Column("recipients", "", lambda e: _codes(e.recipients)),
        Column("place", "", lambda e: e.place.name if e.place else None),
        Column("duration", "", lambda e: e.duration),
        Column("sources", "", lambda e: "; ".join(w.name for w in e.sources)),
        Column("reports", "", lambda e: len(e.reports)),
        Column("disagreements", "", lambda e: "; ".join(d.field for d in e.disagreements)),
        Column("id", "", lambda e: e.id),
    ]


def _codes(parties: Iterable[Party]) -> str:
    return "; ".join(f"{p.country}:{p.person}" if p.person else p.country for p in parties)


def reports(words: Words) -> list[Column[Report]]:
    """Return the columns of a report."""
    heads = words.screen
    return [
        Column("article", heads["article"], lambda r: r.article),
        Column("date", heads["date"], lambda r: r.date),
        Column("status", heads["status"], lambda r: r.status),
        Column("type", heads["type"], lambda r: r.type),
        Column("mode", heads["mode"], lambda r: r.mode),
        Column("actors", heads["actors"], lambda r: _codes(r.actors)),
        Column("recipients", heads["recipients"], lambda r: _codes(r.recipients)),
        Column("place", heads["place"], lambda r: r.place.name if r.place else None),
        Column("quad", heads["quad"], lambda r: r.quad),
        Column("contexts", heads["contexts"], lambda r: "; ".join(r.contexts)),
        Column("confidence", heads["confidence"], lambda r: r.confidence),
        Column("id", heads["report"], lambda r: r.id),
        Column("evidence", heads["evidence"], lambda r: r.evidence[0].quote if r.evidence else ""),
    ]


def articles(words: Words) -> list[Column[Article]]:
    """Return the columns of an article."""
    heads = words.screen
    return [
        Column("article", heads["article"], lambda a: a.id),
        Column("published", heads["published"], lambda a: a.published.value if a.published else None),
        Column("outlet", heads["outlet"], lambda a: a.outlet),
        Column("language", heads["language"], lambda a: a.language),
        Column("title", heads["title"], lambda a: a.title),
        Column("upstream", heads["upstream"], lambda a: ", ".join(c.name for c in a.upstream)),
        Column("lines", heads["lines"], lambda a: len(a.lines)),
        Column("pages", heads["pages"], page_of),
        Column("problems", heads["problems"], lambda a: ", ".join(p.code for p in a.problems)),
    ]


def page_of(article: Article) -> Cell:
    """Say which page of how many: "2/3", "1/?"; nothing where the page shows no paging."""
    return f"{article.page}/{article.pages or '?'}" if article.page else None


def hits(words: Words) -> list[Column[Hit]]:
    """Return the columns of a search."""
    heads = words.screen
    return [
        Column("article", heads["article"], lambda h: h.article),
        Column("published", heads["published"], lambda h: (h.published or "")[:10]),
        Column("outlet", heads["outlet"], lambda h: h.outlet),
        Column("title", heads["title"], lambda h: h.title),
        Column("start", heads["start"], lambda h: h.quote.start),
        Column("end", heads["end"], lambda h: h.quote.end),
        Column("text", heads["text"], lambda h: f"“{h.quote.quote}”"),
        Column("events", heads["id"], lambda h: ", ".join(h.events)),
    ]


def mentions(words: Words) -> list[Column[Mention]]:
    """Return the columns of a mention."""
    heads = words.screen
    return [
        Column("article", heads["article"], lambda m: m.article),
        Column("kind", heads["kind"], lambda m: m.kind),
        Column("start", heads["start"], lambda m: m.start),
        Column("end", heads["end"], lambda m: m.end),
        Column("text", heads["text"], lambda m: m.text),
        Column("value", heads["value"], lambda m: m.value),
    ]
