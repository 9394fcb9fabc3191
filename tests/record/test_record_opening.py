"""Opening a record: new ones, wrong ones, locked ones; and what a crash leaves behind."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from record_samples import article, many, report
from sqlalchemy import create_engine

from kawat.errors import RecordError
from kawat.record import open_record
from kawat.record.schema import REVISIONS, metadata


def test_tables_are_what_the_migrations_make(target: str) -> None:
    open_record(target).close()
    engine = create_engine(target if "://" in target else f"sqlite:///{target}")
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: not str(name).startswith("article_words")}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()
    assert found == []


def test_the_newest_migration_is_the_one_expected() -> None:
    config = Config()
    config.set_main_option("script_location", "kawat.record:migrations")
    script = ScriptDirectory.from_config(config)
    assert [s.revision for s in script.walk_revisions()] == list(reversed(REVISIONS))


def test_paths_and_urls_name_the_same_record(path: Path) -> None:
    a = article()
    with open_record(path) as record:
        record.add(a, [report(a)], source="a1.txt")
    for same in (str(path), f"sqlite:///{path}"):
        with open_record(same, create=False) as record:
            assert record.counts().articles == 1


@pytest.mark.parametrize("name", ["a b%20?x=1#.db", "ü'\".db", "100%s"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    open_record(tmp_path / name).close()
    assert (tmp_path / name).is_file()


def test_a_question_makes_no_record_of_an_empty_file(path: Path) -> None:
    path.touch()
    with pytest.raises(RecordError, match="is empty"):
        open_record(path, create=False)
    assert path.read_bytes() == b""


def test_a_missing_record_is_not_made_unless_wanted(path: Path) -> None:
    with pytest.raises(RecordError, match="kawat add"):
        open_record(path, create=False)
    assert not path.exists()


def not_a_database(path: Path) -> None:
    path.write_text("Surely this is no database, but prose. " * 50)


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cats (name)")


def folder(path: Path) -> None:
    path.mkdir()


def newer(path: Path) -> None:
    open_record(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (not_a_database, "is not a Kawat record"),
        (other_database, "something else"),
        (folder, "cannot be opened"),
        (newer, "upgrade Kawat"),
    ],
)
def test_what_is_no_record_is_refused_and_left_alone(path: Path, make: object, words: str) -> None:
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RecordError, match=words):
        open_record(path)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("nowhere/at/all/kawat.db", "no folder"),
        ("mysql://host/db", "SQLite or PostgreSQL"),
        ("://", "cannot be read"),
        ("sqlite://", "needs a file"),
        ("nul\0.db", "cannot be opened"),
        ("postgresql://user:geheim@127.0.0.1:1/none", "database says"),
    ],
)
def test_targets_that_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordError, match=words) as raised:
        open_record(target)
    assert "geheim" not in str(raised.value)


def test_a_locked_record(path: Path) -> None:
    with open_record(path, timeout=0.05) as record, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another process"):
            record.fail("a", "b")
        assert record.counts().failed == 0  # reading goes on
        other.rollback()
        record.fail("a", "b")


@contextmanager
def plain_user() -> Iterator[None]:
    """Root may write everywhere: be someone else for a while."""
    user = os.geteuid()
    if not user:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of Unix")
@pytest.mark.parametrize(("folder", "file"), [(0o555, None), (0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_a_record_that_may_not_be_written(folder: int, file: int | None) -> None:
    with TemporaryDirectory() as made:
        path = Path(made) / "kawat.db"
        if file is not None:
            open_record(path).close()
            path.chmod(file)
        path.parent.chmod(folder)
        with plain_user(), pytest.raises(RecordError, match=r"may not be written|may write to it"):
            open_record(path).fail("a", "b")
        path.parent.chmod(0o755)


def python(body: str) -> subprocess.Popen[str]:
    here = str(Path(__file__).parent)
    code = (
        f"import sys; sys.path.insert(0, {here!r})\nfrom kawat.record import *\nfrom record_samples import *"
    )
    return subprocess.Popen([sys.executable, "-c", f"{code}\n{body}"], stdout=subprocess.PIPE, text=True)


def test_a_killed_run_loses_nothing_acknowledged_and_its_repetition_nothing_at_all(path: Path) -> None:
    process = python(f"""
with open_record({str(path)!r}) as record:
    for e in many(5000):
        record.add_many([e])
        print(e.article.id, flush=True)
""")
    assert process.stdout
    acknowledged = [process.stdout.readline().strip() for _ in range(25)]
    process.kill()
    acknowledged += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    with open_record(path) as record:
        before = record.counts()
        assert before.events > 0  # linked now, though the run never came to it
        assert before.articles >= len(acknowledged)
        assert [record.article(id).id for id in acknowledged] == acknowledged
        record.add_many(many(before.articles + 10))
        after = record.counts()
    assert (after.inputs, after.articles, after.duplicates) == (n := before.articles + 10, n, 0)


def test_several_processes_make_and_fill_one_record(path: Path) -> None:
    body = f"""
with open_record({str(path)!r}) as record:
    for e in many(40):
        record.add(e.article, e.reports, source=e.source)
"""
    processes = [python(body) for _ in range(3)]
    for process in processes:
        assert process.wait(timeout=120) == 0
        assert process.stdout
        process.stdout.close()
    with open_record(path) as record:
        counts = record.counts()
    assert (counts.inputs, counts.stored, counts.articles, counts.reports) == (40, 40, 40, 40)


def test_a_record_half_made_is_made_anew(path: Path) -> None:
    path.touch()
    with open_record(path) as record:
        record.add_many(many(3))
        assert record.counts().articles == 3
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.real_linking
def test_processes_that_link_at_the_same_time_come_to_one_record(path: Path) -> None:
    body = f"""
with open_record({str(path)!r}) as record:
    for e in many(30):
        record.add(e.article, e.reports, source=e.source)
        record.relink()
"""
    for process in [python(body) for _ in range(2)]:
        assert process.wait(timeout=120) == 0
        assert process.stdout
        process.stdout.close()
    with open_record(path) as record:
        events = record.events()
        record.relink(again=True)
        assert record.events() == events
