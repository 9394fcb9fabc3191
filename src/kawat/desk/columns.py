"""The columns of each kind of row: the keys are the names in CSV, the headings those of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kawat.desk import accounts, corrections, disputes, wording
from kawat.desk.names import country_name, place_name
from kawat.desk.render import Cell, Column, encode
from kawat.desk.views import Mention
from kawat.desk.words import Words, area
from kawat.linking.comparing import Comparison, Weighed
from kawat.linking.model import Event, Story
from kawat.pages.model import Article
from kawat.reading.model import Party, Report
from kawat.record.dates import planned_date, standing

if TYPE_CHECKING:
    from kawat.flow import Placed
    from kawat.record.model import Decision, Hit
    from kawat.record.watch_model import Watch


def _place(event: Event, words: Words) -> str | None:
    return place_name(event.place.name, words.language, event.place.country) if event.place else None


def _sources(event: Event) -> str:
    return ", ".join(witness.name for witness in event.sources)


def events(words: Words) -> list[Column[Event]]:
    """Return the columns of an event, contact or act."""
    heads = words.screen
    return [
        Column("date", heads["date"], lambda e: _marked(e.date, e, "date")),
        Column("status", heads["status"], lambda e: _marked(words.statuses[e.status], e, "status")),
        Column("type", heads["type"], lambda e: _marked(wording.kind(e, words), e, "type", "mode")),
        Column(
            "sides", heads["sides"], lambda e: _marked(wording.sides(e, words), e, "actors", "recipients")
        ),
        Column("place", heads["place"], lambda e: _marked(_place(e, words), e, "place")),
        Column("sources", heads["sources"], _sources),
        Column("disagreements", heads["disagreements"], lambda e: _disputed(e, words)),
        Column("id", heads["id"], lambda e: e.id),
    ]


def _marked(text: str | None, event: Event, *fields: str) -> str:
    """Put a mark behind what a person has set right."""
    return (text or "") + corrections.mark(event, *fields)


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
        Column("corrected", "", lambda e: "; ".join(c.field for c in e.corrections)),
        Column("id", "", lambda e: e.id),
    ]


def _codes(parties: Iterable[Party]) -> str:
    return "; ".join(f"{p.country}:{p.person}" if p.person else p.country for p in parties)


def agenda(words: Words, today: str, *, table: bool) -> list[Column[Event]]:
    """Return the columns of what is to come: how it stands, when it is due, and who said so last."""
    heads = words.screen
    named = Column[Event]("standing", heads["due"], lambda e: heads[f"due_{standing(e, today)}"])
    coded = Column[Event]("standing", "", lambda e: standing(e, today))
    day = Column[Event]("date", heads["day_due"], _due)
    plain = Column[Event]("date", "", planned_date)
    word = [
        Column[Event]("said", heads["last_word"], lambda e: (accounts.last_word(e).said or "")[:10]),
        Column[Event]("source", heads["source"], lambda e: accounts.last_word(e).source),
    ]
    chosen = events(words) if table else codes()
    kept = [c for c in chosen[1:] if not (table and c.key == "sources")]  # the last word has its source
    return [named if table else coded, day if table else plain, *kept[:-1], *word, kept[-1]]


def _due(event: Event) -> str:
    """Say when it is due; in brackets the day from which it was put off."""
    day = planned_date(event)
    return f"({event.date})" if day is None and event.date else _marked(day, event, "date")


def findings() -> list[Column[tuple[Comparison, Weighed]]]:
    """Return the columns of a finding on a pair of reports, for programs; no weight: a veto."""
    return [
        Column("one", "", lambda x: x[0].one),
        Column("other", "", lambda x: x[0].other),
        Column("grade", "", lambda x: x[1].grade),
        Column("weight", "", lambda x: x[1].weight),
        Column("text", "", lambda x: x[1].text),
        Column("score", "", lambda x: x[0].score),
        Column("needed", "", lambda x: x[0].needed),
        Column("near", "", lambda x: x[0].near),
        Column("same_article", "", lambda x: x[0].same_article),
        Column("ruled", "", lambda x: x[0].ruled),
    ]


def decisions(words: Words) -> list[Column[Decision]]:
    """Return the columns of a decision."""
    heads = words.screen
    return [
        Column("number", heads["number"], lambda d: d.number),
        Column("at", heads["at"], lambda d: d.at),
        Column("by", heads["by"], lambda d: d.by),
        Column("kind", heads["kind"], lambda d: words.decided[d.kind]),
        Column("event", heads["id"], lambda d: d.event),
        Column("about", heads["about"], lambda d: corrections.about(d, words)),
        Column("reason", heads["reason"], lambda d: d.reason),
        Column("undone", heads["undone"], lambda d: d.undone),
    ]


def decision_codes() -> list[Column[Decision]]:
    """Return the columns of a decision for programs; a value is written as JSON."""
    return [
        Column("number", "", lambda d: d.number),
        Column("at", "", lambda d: d.at),
        Column("by", "", lambda d: d.by),
        Column("kind", "", lambda d: d.kind),
        Column("event", "", lambda d: d.event),
        Column("ones", "", lambda d: "; ".join(d.ones)),
        Column("others", "", lambda d: "; ".join(d.others)),
        Column("scope", "", lambda d: d.scope),
        Column("field", "", lambda d: d.field),
        Column("value", "", lambda d: encode(d.value) if d.field else None),
        Column("was", "", lambda d: encode(d.was) if d.field else None),
        Column("of", "", lambda d: d.of),
        Column("reason", "", lambda d: d.reason),
        Column("undone", "", lambda d: d.undone),
    ]


def stories(words: Words) -> list[Column[Story]]:
    """Return the columns of a story."""
    heads = words.screen
    return [
        Column("story", heads["story"], lambda s: s.id),
        Column("title", heads["title"], lambda s: s.title),
        Column("first", heads["first"], lambda s: (s.first or "")[:10]),
        Column("last", heads["last"], lambda s: (s.last or "")[:10]),
        Column("articles", heads["articles"], lambda s: len(s.articles)),
        Column("events", heads["events"], lambda s: len(s.events)),
        Column("parties", heads["parties"], lambda s: _countries(s.parties, words)),
    ]


def _countries(codes: Iterable[str], words: Words) -> str:
    return ", ".join(country_name(code, words.language) for code in codes)


def story_codes() -> list[Column[Story]]:
    """Return the columns of a story for programs."""
    return [
        Column("id", "", lambda s: s.id),
        Column("title", "", lambda s: s.title),
        Column("first", "", lambda s: s.first),
        Column("last", "", lambda s: s.last),
        Column("articles", "", lambda s: len(s.articles)),
        Column("events", "", lambda s: len(s.events)),
        Column("parties", "", lambda s: "; ".join(s.parties)),
    ]


def placed(words: Words, *, table: bool) -> list[Column[Placed]]:
    """Return the columns of an article in its story; for programs share and delay are numbers."""
    heads = words.screen
    return [
        Column("article", heads["article"], lambda p: p.article),
        Column("story", heads["story"], lambda p: p.story),
        Column("copy_of", heads["copy_of"], lambda p: p.copy_of),
        Column("share", heads["share"], lambda p: accounts.share(p.share) if table else p.share),
        Column("delay", heads["delay"], lambda p: accounts.delay(p.delay, words) if table else p.delay),
        Column("title", heads["title"], lambda p: p.title),
    ]


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


def watches(words: Words) -> list[Column[Watch]]:
    """Return the columns of a saved search."""
    heads, says = words.screen, area("alerts", words.language)
    return [
        Column("id", heads["id"], lambda w: w.id),
        Column("name", says["name"], lambda w: w.name),
        Column("query", says["query"], lambda w: w.query),
        Column("webhook", "webhook", lambda w: w.webhook),
        Column("email", says["email"], lambda w: w.email),
        Column("created", heads["at"], lambda w: w.created),
    ]


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
