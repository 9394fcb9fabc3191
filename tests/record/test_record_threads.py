"""One record, asked from many threads while one writes; and records of older tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from alembic import command
from alembic.config import Config
from record_samples import article, entry, many, report
from sqlalchemy import Connection, MetaData, insert, select
from test_record_adding import dump

from kawat.errors import RecordError
from kawat.record import Filter, Record, open_record
from kawat.record.engine import engine_for, reading, writing
from kawat.record.refilling import DERIVED
from kawat.record.schema import gists, metadata, state, story_parts

QUESTIONS: list[Callable[[Record], object]] = [
    lambda r: r.page(Filter(party="KEN", text="talks"), size=3),
    lambda r: r.page(order="reported"),
    lambda r: r.page(Filter(differs="series", differs_on="status", reported_since="2023-03")),
    lambda r: r.facets(),
    lambda r: r.pairs(),
    lambda r: r.actors(persons=True),
    lambda r: r.articles(text="envoy"),
    lambda r: r.agenda("2023-05-01", limit=3),
    lambda r: r.standings("2023-05-01"),
    lambda r: r.counts(),
    lambda r: r.search("envoy"),
    lambda r: r.story_page(),
    lambda r: r.decisions(),
    lambda r: r.version(),
]


def test_many_threads_ask_while_one_writes(record: Record) -> None:
    record.add_many(many(10))
    done = Event()

    def ask(number: int) -> int:
        asked = 0
        while not done.is_set() or asked < len(QUESTIONS):
            QUESTIONS[(number + asked) % len(QUESTIONS)](record)
            page, total = record.page(size=100), record.page(size=1).total
            assert len(page.events) == page.total <= total
            asked += 1
        return asked

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(ask, n) for n in range(7)]
        try:
            for e in many(40)[10:]:
                record.add_many([e])
        finally:
            done.set()
        assert all(reader.result() for reader in readers)
    assert (record.counts().articles, record.page().total) == (40, 28)


def test_threads_that_find_the_stories_at_once_find_the_same(record: Record) -> None:
    record.add_many(many(20))
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: record.stories(), range(6)))
    assert all(each == found[0] for each in found)


def test_asking_waits_for_nobody_who_writes(path: Path) -> None:
    with open_record(path, timeout=0.05) as record, closing(sqlite3.connect(path)) as other:
        record.add_many(many(10))
        record.stories()
        other.execute("BEGIN IMMEDIATE")
        for ask in QUESTIONS:
            ask(record)
        with pytest.raises(RecordError, match="another process"):
            record.confirm(record.page().events[0].id, by="Sari")


def test_an_answer_is_of_the_version_that_is_asked(path: Path) -> None:
    with open_record(path) as one, open_record(path) as other:
        one.add_many(many(3))
        assert one.facets().months == (("2023-05", 3),)
        other.add_many(many(5))
        assert one.facets().months == (("2023-05", 5),)
        assert one.version() == other.version()


def fill(record: Record) -> None:
    told = article("where", "Where?\nIn Nairobi.", published="2023-06-01T10:00:00+02:00")
    about = report(told, ["BRA"], ["KEN"], type="ACCUSE", place=("Nairobi", "KEN"), confidence=0.7)
    plan = article("plan", "Plan\nThey will meet.")
    to_come = report(plan, ["IDN"], ["KEN"], status="planned", date="2023-09")
    later = article("later", "Held\nThey met.", published="2023-10-01")
    met = report(later, ["IDN"], ["KEN"], date="2023-09")
    record.add_many([*many(30), entry(told, about), entry(plan, to_come), entry(later, met)])
    record.relink()


def copy_as_of(revision: str, source: Path, target: str) -> None:
    """Make a record as an older Kawat did, with what another one holds."""
    old, new = engine_for(source, create=False, timeout=5), engine_for(target, create=True, timeout=5)
    config = Config()
    config.set_main_option("script_location", "kawat.record:migrations")
    with reading(old) as taken, writing(new, quiet=True) as made:
        config.attributes["connection"] = made
        command.upgrade(config, revision)
        _copy(taken, made)
    old.dispose()
    new.dispose()


def _copy(taken: Connection, made: Connection) -> None:
    there = MetaData()
    there.reflect(made)
    names = {table.name for table in metadata.sorted_tables if table not in DERIVED}
    for table in there.sorted_tables:
        if table.name in names:
            columns = [c.name for c in table.columns if c.name in metadata.tables[table.name].columns]
            kept = select(*(metadata.tables[table.name].c[name] for name in columns))
            rows = [dict(zip(columns, row, strict=True)) for row in taken.execute(kept)]
            if rows:
                made.execute(insert(table), rows)


@pytest.mark.parametrize("revision", ["0002", "0005", "0008"])
def test_an_older_record_gets_what_questions_ask_of(tmp_path: Path, target: str, revision: str) -> None:
    with open_record(tmp_path / "new.db") as record:
        fill(record)
        asked = [ask(record) for ask in QUESTIONS[:-1]]
        assert record.page(Filter(differs="series", differs_on="status", reported_since="2023-03")).total == 1
    expected = dump(str(tmp_path / "new.db"))
    copy_as_of(revision, tmp_path / "new.db", target)
    with open_record(target) as record:
        found = dump(target)
        assert [ask(record) for ask in QUESTIONS[:-1]] == asked
    for table in (*DERIVED, metadata.tables["articles"], metadata.tables["reports"], state):
        named = [_of_event(found, table.name), _of_event(expected, table.name)]
        assert named[0] == named[1], table.name


def test_stories_of_an_older_record_are_found_anew(tmp_path: Path, target: str) -> None:
    with open_record(tmp_path / "new.db") as record:
        fill(record)
        expected = record.stories()
    copy_as_of("0009", tmp_path / "new.db", target)
    with open_record(target) as record:
        assert record.stories() == expected != []
        with reading(record._engine) as connection:
            placed = set(connection.execute(select(gists.c.component)).scalars())
            assert placed == set(connection.execute(select(story_parts.c.id)).scalars())


def _of_event(rows: dict[str, list[tuple[object, ...]]], table: str) -> list[tuple[object, ...]]:
    """Put events in place of the numbers of facts, which follow the order of writing."""
    if table not in {each.name for each in DERIVED if "number" in each.columns}:
        return rows[table]
    event = {row[0]: row[1] for row in rows["facts"]}
    return sorted(((event[row[0]], *row[1:]) for row in rows[table]), key=repr)


def test_events_that_an_old_kawat_wrote_otherwise_are_left_for_relinking(tmp_path: Path) -> None:
    with open_record(tmp_path / "new.db") as record:
        fill(record)
        expected = record.page().total
    copy_as_of("0002", tmp_path / "new.db", str(tmp_path / "old.db"))
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.execute("""UPDATE events SET data = '{"reports": []}' WHERE type = 'ACCUSE'""")
        connection.execute("DELETE FROM state WHERE name = 'rules'")
        connection.commit()
    with open_record(tmp_path / "old.db") as record:
        assert record.page().total == expected
        assert record.page(Filter(type="ACCUSE")).total == 1
