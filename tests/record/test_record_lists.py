"""Lists of articles and stories; confirming events; the agenda in the database's words."""

from __future__ import annotations

import pytest
from record_samples import article, entry, many, report

from kawat.errors import RecordError, UsageError
from kawat.record import Entry, Filter, Record, standing
from kawat.record.dates import planned_date


def page_of(id: str, published: str | None, text: str = "news") -> Entry:
    a = article(id, f"{id}\nSome {text} of {id}.", published=published)
    return entry(a, report(a, id=id, date=published and published[:10]))


ARTICLES = [
    page_of("utc", "2023-03-04T01:30:00+00:00"),
    page_of("wib", "2023-03-04T08:00:00+07:00", "coffee"),  # half an hour earlier
    page_of("day", "2023-03-04"),
    page_of("none", None, "coffee"),
]


def test_articles_the_last_published_first(record: Record) -> None:
    record.add_many([*ARTICLES, entry(article("bare", "bare\nNo event.", published="2023-03-05"))])
    found = record.articles(size=2)
    assert found.total == 5
    listed = [*found.articles]
    while found.next:
        found = record.articles(after=found.next, size=2)
        listed += found.articles
    assert [a.id for a in listed] == ["bare", "utc", "wib", "day", "none"]
    assert [a.events for a in listed] == [0, 1, 1, 1, 1]
    assert (listed[1].title, listed[1].published) == ("utc", "2023-03-04T01:30:00+00:00")


def test_articles_that_hold_words(record: Record) -> None:
    record.add_many(ARTICLES)
    found = record.articles(text='"some coffee"')
    assert ([a.id for a in found.articles], found.total, found.next) == (["wib", "none"], 2, None)
    with pytest.raises(UsageError, match="text"):
        record.articles(text="*")
    with pytest.raises(UsageError, match="after"):
        record.articles(after=record.page(size=1).next)


def test_events_of_an_article(record: Record) -> None:
    a = article("a", "Two matters.")
    record.add(
        a, [report(a, id="late", date="2023-05-01"), report(a, id="early", date="2023-04")], source="a"
    )
    assert [e.id for e in record.events_of("a")] == ["eearly", "elate"]
    with pytest.raises(RecordError, match="no article 'b'"):
        record.events_of("b")


def test_stories_in_pages(record: Record) -> None:
    record.add_many(many(40))
    known = record.stories()
    found, page = [], record.story_page(size=1)
    assert page.total == len(known) > 0
    while True:
        found += page.stories
        if not page.next:
            break
        page = record.story_page(page.next, 1)
    assert found == known
    first = record.event(known[0].events[0])
    assert known[0] in record.stories_of(first)
    assert record.stories_of(first.id) == record.stories_of(first)


@pytest.fixture
def two(record: Record) -> Record:
    record.add_many([page_of("one", "2023-03-04"), page_of("two", "2023-03-05")])
    return record


def test_confirming_an_event(two: Record) -> None:
    event = two.confirm("eone", by="Sari", reason="so the minutes")
    assert event.id == "eone"
    assert two.confirmed(["eone", "etwo", "none"]) == {"eone"}
    assert [e.id for e in two.page(Filter(confirmed=False), order="confidence").events] == ["etwo"]
    assert [e.id for e in two.page(Filter(confirmed=True)).events] == ["eone"]
    (decision,) = two.decisions()
    assert (decision.kind, decision.by, decision.ones) == ("confirm", "Sari", ("one",))
    with pytest.raises(UsageError, match="already"):
        two.confirm("eone", by="Budi")
    with pytest.raises(RecordError, match="no event"):
        two.confirm("none", by="Budi")
    with pytest.raises(UsageError, match="needs the name"):
        two.confirm("etwo", by=" ")


def test_a_confirmation_is_taken_back(two: Record) -> None:
    two.confirm("eone", by="Sari")
    assert two.undo(1, by="Budi") == two.event("eone")
    assert two.confirmed(["eone"]) == set()
    assert [d.kind for d in two.decisions("eone")] == ["confirm", "undo"]
    with pytest.raises(RecordError, match="already"):
        two.undo(1, by="Budi")
    two.confirm("eone", by="Sari")
    assert two.confirmed(["eone"]) == {"eone"}


def test_a_confirmation_holds_while_the_reports_are_the_same(two: Record) -> None:
    two.confirm("eone", by="Sari")
    two.relink(again=True)
    assert two.confirmed(["eone"]) == {"eone"}
    a = article("more", "More of it.", published="2023-03-06")
    two.add(a, [report(a, id="more", date="2023-03-04")], source="more")
    assert two.event("eone").reports == ("one", "more")
    assert two.confirmed(["eone"]) == set()
    two.confirm("eone", by="Sari")
    assert two.confirmed(["eone"]) == {"eone"}


@pytest.mark.real_linking
def test_a_confirmation_comes_back_when_a_join_is_undone(record: Record) -> None:
    call, visit = article("call", "A call."), article("visit", "A visit.", published="2023-07-05")
    record.add(call, [report(call, ["BRA"], ["IDN"], mode="phone")], source="call")
    record.add(visit, [report(visit, date="2023-07-04")], source="visit")
    first, second = record.timeline()
    record.confirm(first.id, by="Sari")
    joined = record.join(first.id, second.id, by="Budi")
    assert record.confirmed([joined.id]) == set()
    record.undo(2, by="Budi")
    assert record.confirmed([first.id, second.id]) == {first.id}


def plan_of(n: int, status: str, date: str | None, published: str | None) -> Entry:
    a = article(f"p{n}", f"Plan {n}.", published=published)
    return entry(a, report(a, [f"A{n:02}"], ["KEN"], status=status, date=date, id=f"p{n:02}"))


DATES = ["2023-04-01", "2023-04", "2023", "2023-05-01/2023-05-03", "202X", None]
SAID = ["2023-03-04T23:30:00-09:00", "2023-02-28", None]
TODAY = [
    "2023-04-01",
    "2023-04",
    "2023-04-02",
    "2023-03-31",
    "2023-05-02",
    "2022",
    "2031-01-01",
    "0000",
    "0001-01-01",
]


@pytest.fixture(scope="module")
def plans() -> list[Entry]:
    kinds = [(s, d, p) for s in ("planned", "proposed", "postponed", "held") for d in DATES for p in SAID]
    return [plan_of(n, *kind) for n, kind in enumerate(kinds)]


def test_the_database_knows_how_plans_stand(record: Record, plans: list[Entry]) -> None:
    record.add_many(plans)
    ranks = ("overdue", "due", "upcoming", "unresolved")
    known = [e for e in record.events() if e.status != "held"]
    for today in TODAY:
        stands = {e.id: standing(e, today) for e in known}
        by_date = sorted(known, key=lambda e: (planned_date(e) or e.date or "", e.id))
        passed = sorted(known, key=lambda e: e.id)
        passed.sort(key=lambda e: planned_date(e) or e.date or "", reverse=True)
        expected = [e for e in passed if stands[e.id] == "overdue"]  # what has just passed comes first
        expected += [e for rank in ranks[1:] for e in by_date if stands[e.id] == rank]
        assert record.agenda(today) == expected
        assert record.agenda(today, limit=5) == expected[:5]
        assert record.standings(today) == {r: list(stands.values()).count(r) for r in ranks}
        for rank in ranks:
            assert record.agenda(today, standing=rank) == [e for e in expected if stands[e.id] == rank]


def test_standings_that_cannot_be(record: Record) -> None:
    with pytest.raises(UsageError, match="overdue"):
        record.agenda(standing="late")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="today"):
        record.standings("soon")
