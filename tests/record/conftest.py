from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import record_samples
from sqlalchemy import create_engine, make_url, text

from kawat.record import Record, open_record

POSTGRES = os.environ.get("KAWAT_TEST_POSTGRES", "")  # URL of a server on which the tests may make databases


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
    return fresh_database(POSTGRES)


def fresh_database(server: str) -> str:
    """Make an empty database for this test process; return its URL."""
    name = f"kawat_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def record(target: str) -> Iterator[Record]:
    with open_record(target) as opened:
        yield opened
