"""How quick the desk's questions are: pages, filters, words, facets, pairs and the agenda of 100,000 events, one core.

The record is made of events such as `bench.cost` makes, of the pages of `examples`, each linked by itself from the
pages that tell it; stories are runs of its articles. It is kept in `--folder` and made once. Times are of the record
alone, from the call to the structs, in milliseconds of the processor, each question asked of a record that has been
opened and asked before; answers that `Record` keeps while nothing changes are thrown away before each, but for the rows
"kept".
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice, starmap
from pathlib import Path
from typing import Any

import msgspec

from bench import visits
from bench.common import ROOT, print_table, read_reports
from bench.cost import batched, made_events
from kawat.linking import iter_events
from kawat.linking.model import Event
from kawat.pages.model import Article, Moment
from kawat.reading.model import Place, Report
from kawat.record import Entry, Filter, Record, open_record
from kawat.record.caching import Answers
from kawat.settings import one_core
from kawat.text import Span, digest

PAGES = ROOT / "examples" / "pages"
FOLDER = Path("/tmp/kawat-bench")
#: How many pages tell of an event, each as likely as the others.
TOLD = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
PER_YEAR = 10_000  # events
STORY = 12  # articles
WORDS = 60  # of an article beside its evidence
PLACES = (
    ("Geneva", "CHE"), ("Nairobi", "KEN"), ("Jakarta", "IDN"), ("Vienna", "AUT"), ("New York", "USA"), ("Doha", "QAT"),
)  # fmt: skip
TODAY = "2019-06-15"
Question = Callable[[Record], object]


def record_of(size: int, folder: Path) -> Path:
    """Return the path of a record of so many made events; it is made where it is not there yet."""
    path = folder / f"desk-{size}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        with open_record(half) as record:
            fill(record, size)
        half.rename(path)
    return path


def fill(record: Record, size: int) -> None:
    """Put made events with their articles and reports into an empty record."""
    from kawat.record.engine import writing  # noqa: PLC0415 - the record's own ways past linking
    from kawat.record.relinking import note_all_linked  # noqa: PLC0415
    from kawat.record.writing import replace  # noqa: PLC0415

    models = [r for r in read_reports(*sorted(PAGES.iterdir())) if r.actors and r.recipients]
    words = sorted({w for r in models for q in r.evidence for w in q.quote.split() if len(w) > 2})
    made = islice(made_events(models, TOLD, days=size * 365 // PER_YEAR), size)
    for batch in batched(made, 2000):
        entries = [[_entry(report, words) for report in told] for told in batch]
        record.add_many([entry for of_event in entries for entry in of_event])
        events = [event for of_event in entries for event in _linked(of_event)]
        with writing(record._engine) as connection:
            replace(connection, {}, events)
    with writing(record._engine) as connection:
        note_all_linked(connection)
        _tell_stories(connection)


def _linked(told: Sequence[Entry]) -> list[Event]:
    return list(iter_events(iter([report for entry in told for report in entry.reports])))


def _entry(report: Report, words: Sequence[str]) -> Entry:
    """Make an article around a report, some of them with a place."""
    chance = random.Random(report.article)
    name, country = chance.choice(PLACES)
    place = Place(name, country, 0, 0, "made") if chance.random() < 0.5 else None
    many = [
        words[int(len(words) * chance.random() ** 3)] for _ in range(WORDS)
    ]  # few words make most of a text
    text = "\n".join([report.title, *(q.quote for q in report.evidence), " ".join(many)])
    sha = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        id=report.article,
        text=text,
        digest=sha,
        title=report.title,
        language=report.language,
        lines=(),
        body=(Span(0, len(text)),),
        published=Moment(report.published or "", False, None, None, "made"),
        outlet=report.outlet,
    )
    sure = round(chance.uniform(0.3, 1), 2)
    return Entry(
        article, (msgspec.structs.replace(report, digest=sha, place=place, confidence=sure),), article.id
    )


def _tell_stories(connection: Any) -> None:
    """Make stories of articles that follow one another, and gists that nobody asks for."""
    from sqlalchemy import select  # noqa: PLC0415

    from kawat.record.rows import insert_rows  # noqa: PLC0415
    from kawat.record.schema import articles, gists, stories, story_articles  # noqa: PLC0415

    columns = (articles.c.id, articles.c.title, articles.c.published)
    rows = connection.execute(select(*columns).order_by(articles.c.number)).all()
    for start in range(0, len(rows), STORY):
        part = rows[start : start + STORY]
        said, first = sorted(row.published for row in part), part[0]
        story = {"id": digest(first.id), "title": first.title, "size": len(part)}
        insert_rows(connection, stories, [{**story, "first": said[0], "last": said[-1]}])
        marks = [{"article": row.id, "story": story["id"], "mark": digest(row.id)} for row in part]
        insert_rows(connection, story_articles, marks)
        blank = {"data": b"", "due": False, "component": first.id}
        insert_rows(connection, gists, [{"article": row.id, **blank} for row in part])


def filters(record: Record) -> dict[str, Filter]:
    """Return filters that a desk asks for, from the most frequent values to rare ones."""
    (pair, *_), (person, *_) = record.pairs(limit=1), record.actors(limit=1, persons=True)
    rare = record.actors(limit=100)[-1]
    found = record.page(size=1).events[0]
    title = record.article(found.articles[0]).title.split()
    return {
        "none": Filter(),
        "contacts": Filter(kind="contacts"),
        "acts": Filter(kind="acts"),
        "status": Filter(status="planned"),
        "party, the most frequent": Filter(party=pair.one),
        "party, a rare one": Filter(party=rare.code),
        "between, the most frequent": Filter(between=(pair.one, pair.other)),
        "person": Filter(person=person.person),
        "outlet": Filter(outlet="outlet 7"),
        "a month": Filter(since="2014-05", until="2014-05"),
        "since": Filter(since="2013"),
        "mode": Filter(mode="phone"),
        "quad": Filter(quad="verbal_conflict"),
        "place": Filter(place="geneva"),
        "country of place": Filter(place="CHE"),
        "sources": Filter(sources=2),
        "contested": Filter(contested=True),
        "story": Filter(story=record.story_page(size=1).stories[0].id),
        "word, a frequent one": Filter(text="akan"),
        "words, a title": Filter(text=" ".join(title[:3])),
        "contacts of a party since": Filter(kind="contacts", party=pair.one, since="2015", status="held"),
        "words of contacts of a party": Filter(kind="contacts", party=pair.one, text="president"),
    }


def questions(record: Record) -> Iterator[tuple[str, Question]]:
    """Yield what is asked, by name."""
    wanted = filters(record)
    for name, filter in wanted.items():
        yield f"page: {name}", partial(Record.page, filter=filter)
    for order in ("oldest", "sources", "confidence", "reported"):
        yield f"page by {order}", partial(Record.page, order=order)
    deep = record.page(size=1000)
    for _ in range(20):
        deep = record.page(size=1000, after=deep.next)
    yield "page, 20,000 deep", partial(Record.page, after=deep.next)
    for name in ("none", "party, the most frequent", "status", "word, a frequent one"):
        yield f"facets: {name}", partial(Record.facets, filter=wanted[name])
        yield f"pairs: {name}", partial(Record.pairs, filter=wanted[name])
        yield f"actors: {name}", partial(Record.actors, filter=wanted[name])
        yield f"persons: {name}", partial(Record.actors, filter=wanted[name], persons=True)
    yield from _single(record)


def _single(record: Record) -> Iterator[tuple[str, Question]]:
    event = record.page(order="sources", size=1).events[0]
    story = record.story_page(size=1).stories[0]
    yield "search: a frequent word", lambda r: r.search("akan")
    yield "search: two words", lambda r: r.search("president minister")
    yield "agenda: the first 20", lambda r: r.agenda(TODAY, limit=20)
    yield "agenda: 20 due", lambda r: r.agenda(TODAY, standing="due", limit=20)
    yield "standings", lambda r: r.standings(TODAY)
    yield "counts", lambda r: r.counts()
    yield "event", lambda r: r.event(event.id)
    yield "event, by the start of its id", lambda r: r.event(event.id[:9])
    yield "reports of an event", lambda r: r.reports_of(event)
    yield "decisions of an event", lambda r: r.decisions(event.id)
    yield "events of an article", lambda r: r.events_of(event.articles[0])
    yield "stories of an event", lambda r: r.stories_of(event)
    yield "story", lambda r: r.story(story.id)
    yield "stories, a page", lambda r: r.story_page()
    yield "articles, a page", lambda r: r.articles()
    yield "articles with a frequent word", lambda r: r.articles(text="akan")
    yield "version", lambda r: r.version()
    yield "kept: page", lambda r: r.page()
    yield "kept: facets", lambda r: r.facets()


def measure(record: Record, ask: Question, times: int, *, kept: bool) -> list[float]:
    """Return how many milliseconds of the processor a question takes, sorted."""
    ask(record)
    taken = []
    for _ in range(times):
        if not kept:
            record._answers = Answers()
        start = time.process_time()
        ask(record)
        taken.append((time.process_time() - start) * 1000)
    return sorted(taken)


def main() -> None:
    """Ask all questions and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, help="so many (100,000)")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the record is kept (%(default)s)")
    parser.add_argument("--times", type=int, default=20, help="how often each is asked (%(default)s)")
    parser.add_argument("--only", default="", help="questions whose name holds this")
    parser.add_argument("--short", action="store_true", help="2,000 events")
    parser.add_argument(
        "--pages", action="store_true", help="visit the pages only; ask no questions of the record"
    )
    arguments = parser.parse_args()
    size = arguments.events or (2_000 if arguments.short else 100_000)
    path = record_of(size, arguments.folder)
    with open_record(path) as record:
        counts = record.counts()
        holds = f"{counts.events:,} events of {counts.articles:,} articles, ms"
        if not arguments.pages:
            asked = [
                (name, measure(record, ask, arguments.times, kept=name.startswith("kept")))
                for name, ask in questions(record)
                if arguments.only in name
            ]
            header = ("question", "median", "95 % within")
            print_table(f"The desk's questions, one core: {holds}", header, starmap(_row, asked))
        wanted = visits.addresses(record, filters(record))
        wanted = {kind: paths for kind, paths in wanted.items() if arguments.only in kind}
        if wanted:
            with visits.serving(path) as (port, pid):
                found = visits.visit(port, pid, record, wanted)
            print_table(f"The desk's pages, one core: {holds}", visits.HEADER, visits.rows(found))


def _row(name: str, taken: Sequence[float]) -> tuple[str, str, str]:
    late = taken[min(len(taken) - 1, int(len(taken) * 0.95))]
    return name, f"{taken[len(taken) // 2]:.1f}", f"{late:.1f}"


if __name__ == "__main__":
    one_core()
    main()
