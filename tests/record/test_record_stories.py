"""Stories of a record that grows, in any order and with large parts, are those of all its articles at once."""

from __future__ import annotations

import random
from itertools import pairwise

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_samples import article, entry, report
from sqlalchemy import Column, select

from kawat.linking import link, story_parts
from kawat.linking.copies import copies
from kawat.linking.gist import gist
from kawat.linking.stories import stories
from kawat.record import Entry, Record, open_record, schema
from kawat.record.engine import reading
from kawat.text import Span

pytestmark = pytest.mark.real_linking

WORDS = [
    "Valdoria",
    "Mesquina",
    "Brankov",
    "Karaland",
    "Ostrani",
    "Ferowick",
    "Tulvena",
    "Ridzik",
    "Sarvenka",
    "Ombrelli",
]
WORDS += [
    "flooded",
    "harbour",
    "tribunal",
    "vaccine",
    "railway",
    "orchard",
    "ceasefire",
    "glacier",
    "tunnel",
    "lighthouse",
]
COUNTRIES = ["NLD", "KEN", "BRA", "FRA", "IDN", "JPN"]


def told(chance: random.Random, n: int) -> Entry:
    """Make an article out of a small world: some are alike, some copies of others, some tell of one event."""
    mood = random.Random(chance.randint(1, 8))  # articles of one mood have most words in common
    words = [mood.choice(WORDS) for _ in range(24)]
    if chance.random() < 0.8:  # else it repeats the wording too
        chance.shuffle(words)
    words = words[: chance.randint(8, 24)] + [chance.choice(WORDS) for _ in range(chance.choice([0, 4, 16]))]
    day = chance.choice([None, *(f"2022-{month}-{chance.randint(1, 28):02}" for month in ("01", "01", "02"))])
    text = f"Page {n}\n{' '.join(words)}."
    page = article(f"p{chance.randint(10, 99)}-{n}", text, published=day)
    page = msgspec.structs.replace(page, body=(Span(text.index("\n") + 1, len(text)),))
    sides = chance.sample(COUNTRIES, 2)
    date = chance.choice([None, "2022-01", "2022-01-20"])
    return entry(page, *[report(page, sides[:1], sides[1:], date=date)] * chance.choice([0, 0, 1]))


def together(entries: list[Entry]) -> set[tuple[str, ...]]:
    articles = [e.article for e in entries]
    found = copies(articles)
    events = link((r for e in entries for r in e.reports), copies=found)
    ties = {pair for event in events for pair in pairwise(sorted(event.articles))}
    ties |= {(min(c.of, c.article), max(c.of, c.article)) for c in found}
    return set(stories(map(gist, articles), sorted(ties)))


def kept(record: Record, of: Column[str] = schema.story_articles.c.story) -> set[tuple[str, ...]]:
    """Return the articles of each story (or part) as the record has them."""
    record.stories()
    found: dict[str, list[str]] = {}
    with reading(record._engine) as connection:
        for article, home in connection.execute(select(of.table.c.article, of)).all():
            found.setdefault(home, []).append(article)
    return {tuple(sorted(members)) for members in found.values()}


@pytest.mark.parametrize("largest", [2, 5, 400])
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_one_by_one_in_batches_or_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, largest: int, seed: int
) -> None:
    monkeypatch.setattr(story_parts, "LARGEST", largest)
    chance = random.Random(seed)
    entries = [told(chance, n) for n in range(24)]
    folder = tmp_path_factory.mktemp("orders")
    for step in (1, 7, len(entries)):
        chance.shuffle(entries)
        with open_record(folder / f"by-{step}.db") as record:
            for i in range(0, len(entries), step):
                record.add_many(entries[i : i + step])
                found = kept(record)
                if step == 7:
                    assert found == together(entries[: i + step])
            assert found == together(entries)
            parts = kept(record, schema.gists.c.component)
            assert parts == set(story_parts.components(gist(e.article) for e in entries))
