from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import record_samples
from sqlalchemy import create_engine, text

from kawat.record import Record, open_record

POSTGRES = os.environ.get("KAWAT_TEST_POSTGRES", "")  # URL of an empty database that the tests may wipe


@pytest.fixture(autouse=True)
def plain_linking(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is tested apart from linking (see `record_samples.events_of`), but for tests marked so."""
    if not request.node.get_closest_marker("real_linking"):
        monkeypatch.setattr("kawat.record.relinking.events_of", record_samples.events_of)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kawat.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, path: Path) -> str:
    """Where to make a record: every test that asks for it runs on each database that there is."""
    if request.param == "sqlite":
        return str(path)
    if not POSTGRES:
        pytest.skip("KAWAT_TEST_POSTGRES names no server")
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return POSTGRES


@pytest.fixture
def record(target: str) -> Iterator[Record]:
    with open_record(target) as opened:
        yield opened
