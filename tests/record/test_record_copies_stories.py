"""Copies and stories in the record: what they are over all articles at once, whatever the order of adding."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_samples import article, entry
from sqlalchemy import delete, insert, select

import kawat
from kawat import linking
from kawat.errors import RecordError
from kawat.linking.copies import copies
from kawat.linking.gist import gist
from kawat.linking.stories import stories
from kawat.pages.model import Moment
from kawat.reading import read
from kawat.record import Entry, Record, open_record
from kawat.record.engine import writing
from kawat.record.schema import later_keys, sketch_keys
from kawat.text import Span

pytestmark = pytest.mark.real_linking
PAGES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def told() -> list[Entry]:
    """The sample pages, and a shortened copy of one of them by another outlet."""
    articles = [kawat.article(path) for path in sorted(PAGES.glob("*.txt"))]
    lines = (PAGES / "03-singapura-bertemu-warta.txt").read_text(encoding="utf-8").splitlines()
    again = "\n".join(["Kabar Lain", *lines[1:-1]])
    articles.append(kawat.article(text=again, id="salinan"))
    return [Entry(a, tuple(read(a)), a.id) for a in articles]


@pytest.fixture(scope="module")
def expected(told: list[Entry]):
    articles = [e.article for e in told]
    found = copies(articles)
    events = linking.link((r for e in told for r in e.reports), copies=found)
    ties = {pair for event in events for pair in pairwise(sorted(event.articles))}
    ties |= {(c.of, c.article) for c in found}
    return found, events, stories(map(gist, articles), sorted(ties))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_gives_the_same(tmp_path: Path, told: list[Entry], expected, seed: int) -> None:
    found, events, parts = expected
    entries = list(told)
    random.Random(seed).shuffle(entries)
    with open_record(tmp_path / "kawat.db") as record:
        for i in range(0, len(entries), seed):
            record.add_many(entries[i : i + seed])
            record.relink()
            if seed == 3:
                record.stories()
        assert record.copies() == list(found)
        assert sorted(e.id for e in record.events()) == sorted(e.id for e in events)
        assert {e.id: e for e in record.events()} == {e.id: e for e in events}
        together = {tuple(sorted(s.articles)) for s in record.stories()}
        assert together == {part for part in parts if len(part) > 1}


WORDS = [f"kata{i}" for i in range(60)]


def repeating(chance: random.Random, n: int) -> Entry:
    """Make an article of one or two wordings that others have too, with words changed here and there."""
    words: list[str] = []
    for wording in chance.sample(range(3), chance.randint(1, 2)):
        usual = random.Random(wording).choices(WORDS, k=30)
        words += [word if chance.random() < 0.72 else chance.choice(WORDS) for word in usual]
    text = f"Page {n}\n{' '.join(words)}"
    day = chance.choice([None, *(f"2022-01-{day:02}" for day in range(1, 29))])
    page = article(f"p{chance.randint(10, 99)}-{n}", text, published=day)
    return entry(msgspec.structs.replace(page, body=(Span(text.index("\n") + 1, len(text)),)))


@pytest.mark.parametrize("holders", [1, 2, 4])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_copies_of_what_many_have_are_those_of_all_articles_at_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, holders: int, seed: int
) -> None:
    """Of a wording that more articles have than `holders`, the first published count, whenever they came."""
    monkeypatch.setattr("kawat.linking.copies.HOLDERS", holders)
    monkeypatch.setattr("kawat.record.copying.HOLDERS", holders)
    chance = random.Random(seed)
    entries = [repeating(chance, n) for n in range(24)]
    step = chance.choice([1, 5])
    with open_record(tmp_path_factory.mktemp("copies") / "kawat.db") as record:
        for i in range(0, len(entries), step):
            record.add_many(entries[i : i + step])
            record.relink()
            if i == 10:
                as_an_older_kawat_kept_them(record)
        assert record.copies() == list(copies(e.article for e in entries))


def as_an_older_kawat_kept_them(record: Record) -> None:
    with writing(record._engine) as connection:
        connection.execute(insert(sketch_keys).from_select(["key", "article"], select(later_keys)))
        connection.execute(delete(later_keys))


def test_a_copy_is_no_source_of_its_own(expected) -> None:
    found, events, _ = expected
    assert ("salinan", "03-singapura-bertemu-warta") in [(c.article, c.of) for c in found]
    both = [e for e in events if {"salinan", "03-singapura-bertemu-warta"} <= set(e.articles)]
    assert both
    for event in both:
        assert not any(w.articles == ("salinan",) for w in event.sources)


def test_the_copies_of_an_article_and_what_it_copies(target: str, told: list[Entry]) -> None:
    with open_record(target) as record:
        record.add_many(told)
        every, about = record.copies(), {e.article.id: e.article for e in told}
        for id in about:
            found = record.copies_of(id)
            mine = [c for c in every if id in (c.article, c.of)]
            assert sorted(c.copy.article for c in found) == [c.article for c in mine]
            assert [c.copy.of == id for c in found] == sorted(c.copy.of == id for c in found)
            for c in found:
                other = about[c.other]
                assert c.other == (c.copy.of if c.copy.article == id else c.copy.article)
                assert (c.title, c.outlet) == (other.title, other.outlet)
            delays = [c.copy.delay for c in found if c.copy.of == id]
            assert delays == sorted(delays, key=lambda delay: (delay is None, delay or 0))
            assert record.copies_of(id, 1) == found[:1]
        assert len(record.copies_of("03-singapura-bertemu-warta")) > 0
        with pytest.raises(RecordError, match="no article 'nothing'"):
            record.copies_of("nothing")


def test_a_story_by_its_id_or_an_article_of_it(tmp_path: Path, told: list[Entry]) -> None:
    with open_record(tmp_path / "kawat.db") as record:
        record.add_many(told)
        first, *_ = record.stories(limit=1)
        assert record.story(first.id) == first
        assert all(record.story(article) == first for article in first.articles)
        assert first.events and first.parties
        assert {a for e in first.events for a in record.event(e).articles} & set(first.articles)
        with pytest.raises(RecordError, match="no story"):
            record.story("nowhere")


def test_a_story_keeps_its_former_id_when_an_earlier_article_comes(tmp_path: Path, told: list[Entry]) -> None:
    with open_record(tmp_path / "kawat.db") as record:
        record.add_many(told[1:])
        before = {s.articles: s.id for s in record.stories()}
        record.add_many(told[:1])
        for articles, id in before.items():
            assert set(articles) <= set(record.story(id).articles)


@pytest.mark.parametrize(
    "published", ["2023-03-23T24:00:00", "2023-03-23T10:00:00+25:00", "2023-03", "0001-01-01"]
)
def test_no_publication_stops_a_record(tmp_path: Path, told: list[Entry], published: str) -> None:
    page, reports, source = told[0].article, told[0].reports, told[0].source
    said = Moment(published, False, None, None, "test")
    page = msgspec.structs.replace(page, published=said)
    reports = tuple(msgspec.structs.replace(r, published=published) for r in reports)
    with open_record(tmp_path / "kawat.db") as record:
        record.add_many([Entry(page, reports, source), *told[1:]])
        assert page.id in {article for event in record.events() for article in event.articles}
        assert record.story(page.id)
