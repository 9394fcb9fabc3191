from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from desk_samples import Run, entries

from kawat.record import Entry, open_record

if TYPE_CHECKING:
    from desk_doors import Doors

    from kawat.record import Record


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record that holds the samples."""
    path = tmp_path_factory.mktemp("desk") / "kawat.db"
    with open_record(path) as opened:
        opened.add_many([Entry(article, reports, f"{article.id}.txt") for article, reports in entries()])
        opened.relink()
    return str(path)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in an empty folder, the screen in English."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "KAWAT_RECORD", "KAWAT_BY"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments: str, input: str | bytes | None = None) -> Result:
        from kawat.desk.cli import cli

        return CliRunner().invoke(cli, arguments, input=input)

    return invoke


@pytest.fixture
def path(record: str, tmp_path: Path) -> Path:
    """A copy of the record of the samples."""
    with closing(sqlite3.connect(record)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copy(record, tmp_path / "desk.db"))


@pytest.fixture
def opened(path: Path) -> Iterator[Record]:
    with open_record(path) as made:
        made.stories()
        yield made


@pytest.fixture
def doors(opened: Record) -> Doors:
    """The copy, served to a team."""
    from desk_doors import Doors

    return Doors(opened).fill()
