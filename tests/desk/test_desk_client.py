"""`kawat.connect`: a served record answers what the record itself answers, and errors are those of Kawat."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from desk_doors import LOCAL, TEAM, Doors
from desk_served import served

import kawat
from kawat.client.line import Line, Patience
from kawat.client.remote import Remote
from kawat.errors import RecordError, ServerError, UsageError
from kawat.record import Filter, Record, open_record

PHONE = Filter(mode="phone")
TODAY = str(LOCAL.today)


@pytest.fixture
def opened(record: str, tmp_path: Path) -> Iterator[Record]:
    with closing(sqlite3.connect(record)) as kept:
        kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open_record(shutil.copy(record, tmp_path / "desk.db")) as made:
        yield made


@pytest.fixture
def remote(opened: Record) -> Iterator[Remote]:
    with served(Doors(opened, LOCAL).app) as url, kawat.connect(url) as made:
        yield made


QUESTIONS: dict[str, Callable[[Any, Record], Any]] = {
    "events": lambda r, _: r.events(),
    "events of a filter": lambda r, _: r.events(PHONE),
    "events of a limit": lambda r, _: r.events(Filter(limit=2)),
    "timeline": lambda r, _: r.timeline(),
    "page": lambda r, _: r.page(size=2, order="sources"),
    "second page": lambda r, _: r.page(size=2, after=r.page(size=2).next),
    "event": lambda r, known: r.event(known.events()[0].id),
    "event by its beginning": lambda r, known: r.event(known.events()[0].id[:6]),
    "reports": lambda r, known: [r.reports_of(event) for event in known.events()],
    "stories of an event": lambda r, known: r.stories_of(known.events(PHONE)[0].id),
    "log of an event": lambda r, known: r.decisions(known.events(PHONE)[0].id),
    "comparison": lambda r, known: r.compare(*[known.events(PHONE)[0].id] * 2),
    "actors": lambda r, _: r.actors(),
    "persons": lambda r, _: r.actors(PHONE, 5, persons=True),
    "pairs": lambda r, _: r.pairs(Filter(between=("IDN", "MYS"))),
    "facets": lambda r, _: r.facets(),
    "counts": lambda r, _: r.counts(),
    "article": lambda r, _: r.article("hostile"),
    "articles": lambda r, _: r.articles(size=2),
    "articles with words": lambda r, _: r.articles(text="Prabowo"),
    "events of an article": lambda r, _: r.events_of("post"),
    "search": lambda r, _: r.search('"Anwar Ibrahim"'),
    "story": lambda r, known: r.story(known.stories()[0].id),
    "story page": lambda r, _: r.story_page(size=1),
    "stories": lambda r, _: r.stories(),
    "copies": lambda r, _: r.copies(),
    "copies of an article": lambda r, known: [r.copies_of(id) for id in known.article_ids()],
    "copy page": lambda r, _: r.copy_page(size=1),
    "log": lambda r, _: r.decisions(),
    "page of the log": lambda r, _: r.decision_page(newest=True, size=2),
    "statuses": lambda r, _: r.statuses(PHONE),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_served_record_answers_as_the_record_itself(opened: Record, remote: Remote, question: str) -> None:
    ask = QUESTIONS[question]
    assert ask(remote, opened) == ask(opened, opened)


def test_the_agenda_is_that_of_the_servers_day(opened: Record, remote: Remote) -> None:
    assert remote.agenda() == opened.agenda(TODAY)
    assert remote.agenda(standing="overdue") == opened.agenda(TODAY, standing="overdue")
    assert remote.standings() == opened.standings(TODAY)
    some = Filter(party="IDN")
    assert remote.agenda(filter=some) == opened.agenda(TODAY, filter=some) != []
    assert remote.agenda(filter=Filter(party="CHE")) == []
    assert remote.standings(some) == opened.standings(TODAY, some)


def test_in_bulk_comes_everything_once(opened: Record, remote: Remote) -> None:
    assert list(remote.every_event()) == opened.timeline()
    assert list(remote.every_event(PHONE)) == opened.timeline(PHONE)
    told = [(event.id, report) for event in opened.timeline() for report in opened.reports_of(event)]
    assert [(each.event, each.report) for each in remote.every_report()] == told
    assert [article.id for article in remote.every_article()] == opened.article_ids()
    assert b"".join(remote.export("jsonl", PHONE)).count(b"\n") == 1
    assert remote.brief(language="id").startswith(b"# ")


def test_decisions_are_made_and_taken_back(opened: Record, remote: Remote) -> None:
    one, other = [event.id for event in opened.events() if event.date][:2]
    joined = remote.join(one, other, by="Sari", reason="the same")
    assert opened.event(other) == joined == remote.event(other)
    apart = remote.split(joined.id, [joined.reports[-1]], by="Sari")
    assert apart.reports == (joined.reports[-1],)
    corrected = remote.correct(one, "date", "2024-05-06", by="Sari", reason="their own site says so")
    assert (corrected.date, corrected.corrections[0].by) == ("2024-05-06", "Sari")
    assert remote.confirm(one, by="Sari").id in opened.confirmed([one])
    number = remote.decisions()[-2].number
    undone = remote.undo(number, by="Sari")
    assert undone is not None and undone.corrections == ()


def test_a_page_is_sent_read_and_kept(opened: Record, remote: Remote) -> None:
    text = "Presiden Kenya William Ruto bertemu Presiden Ghana John Mahama di Nairobi, Senin (6/5/2024)."
    kept = remote.add(text, id="nairobi", published="2024-05-07", outlet="Harian Uji")
    assert (kept.outcome, kept.article) == ("stored", "nairobi")
    assert [event.id for event in opened.events_of("nairobi")] == list(kept.events) != []
    again = remote.add(text, id="other")
    assert (again.outcome, again.article, again.events) == ("duplicate", "nairobi", kept.events)


WRONG: dict[str, tuple[Callable[[Remote], Any], type[Exception], str]] = {
    "no event": (lambda r: r.event("zzz"), RecordError, "zzz"),
    "no id": (lambda r: r.event(""), RecordError, "empty"),
    "a way up": (lambda r: r.event("../counts"), RecordError, "."),
    "no article": (lambda r: r.article("../../etc/passwd"), RecordError, "passwd"),
    "no state": (lambda r: r.events(Filter(party="Atlantis")), UsageError, "Atlantis"),
    "no status": (lambda r: r.events(Filter(status="x")), UsageError, "status"),
    "no size": (lambda r: r.page(size=0), UsageError, "size"),
    "no cursor": (lambda r: r.page(after="x"), UsageError, "after"),
    "no words": (lambda r: r.search("?!"), UsageError, "no word"),
    "no format": (lambda r: list(r.export("xls")), UsageError, "."),
    "no decision": (lambda r: r.undo(99, by="Sari"), RecordError, "99"),
    "nobody signs": (lambda r: r.confirm(r.events()[0].id), UsageError, "."),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_in_the_words_of_kawat(remote: Remote, case: str) -> None:
    ask, kind, words = WRONG[case]
    with pytest.raises(kind, match=words):
        ask(remote)


def test_a_token_lets_in_and_signs(opened: Record) -> None:
    doors = Doors(opened, TEAM).fill()
    tokens = {
        scope: doors.bearer("Edi", scope)["authorization"].removeprefix("Bearer ")
        for scope in ("read", "write")
    }
    with served(doors.app) as url:
        with kawat.connect(url) as nobody, pytest.raises(UsageError, match="token"):
            nobody.counts()
        with kawat.connect(url, tokens["read"]) as reader:
            assert reader.counts() == opened.counts()
            with pytest.raises(UsageError, match="scope"):
                reader.confirm(reader.events()[0].id)
        with kawat.connect(url, tokens["write"]) as editor:
            editor.confirm(editor.events()[0].id, by="Somebody else")
            assert opened.decisions()[-1].by == "Edi"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "desk",
        "ftp://desk",
        "http://",
        "http://me:key@desk/",
        "http://desk/?a=b",
        "http://[",
        "http://a:0",
    ],
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(UsageError, match="connect"):
        kawat.connect(url)


@pytest.mark.parametrize("token", ["", " x", "a\r\nb", "é"])
def test_a_token_that_is_none_is_told(token: str) -> None:
    with pytest.raises(UsageError, match="token"):
        kawat.connect("http://127.0.0.1:1", token)


class Flaky:
    """Answers in turn what it was told to; an exception is raised."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []
        self.slept: list[float] = []
        line = Line(
            "http://desk.example", "key", Patience(sleep=self.slept.append), httpx.MockTransport(self)
        )
        self.remote = Remote(line)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


COUNTS = dict.fromkeys(("inputs", "stored", "duplicates", "failed", "articles", "reports", "events"), 1)


def test_what_may_be_asked_again_is() -> None:
    busy = httpx.Response(429, headers={"retry-after": "7"})
    flaky = Flaky(httpx.ConnectError("down"), busy, httpx.Response(503), httpx.Response(200, json=COUNTS))
    assert flaky.remote.counts().events == 1
    assert flaky.slept == [0.5, 7.0, 2.0]
    assert {request.headers["authorization"] for request in flaky.asked} == {"Bearer key"}


def test_in_the_end_it_gives_up() -> None:
    flaky = Flaky(*[httpx.ReadTimeout("slow")] * 4)
    with pytest.raises(ServerError, match="kawat serve"):
        flaky.remote.counts()
    assert len(flaky.slept) == 3


@pytest.mark.parametrize("answer", [httpx.ReadTimeout("slow"), httpx.Response(503), httpx.Response(500)])
def test_a_change_is_sent_once(answer: httpx.Response | Exception) -> None:
    flaky = Flaky(answer)
    with pytest.raises(ServerError):
        flaky.remote.confirm("abc", by="Sari")
    assert len(flaky.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"events": "many"}),
        httpx.Response(500, text="<html>"),
    ],
)
def test_a_server_that_is_no_kawat_is_told(answer: httpx.Response) -> None:
    with pytest.raises(ServerError, match=r"desk\.example"):
        Flaky(answer).remote.counts()


def test_an_answer_that_ends_too_early_is_an_error() -> None:
    with pytest.raises(ServerError, match="within a line"):
        list(Flaky(httpx.Response(200, text='{"id":')).remote.every_event())


def test_the_token_goes_to_no_other_host() -> None:
    away = httpx.Response(307, headers={"location": "http://evil.example/"})
    flaky = Flaky(away, httpx.Response(200, json=COUNTS))
    flaky.remote.counts()
    assert "authorization" not in flaky.asked[1].headers
