from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from desk_samples import Run, entries

from kawat.record import Entry, open_record


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
