"""What docs/api.md says of the API holds: its routes are there, and its Python runs against a served record."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from desk_doors import LOCAL, Doors
from desk_served import served

from kawat.record import open_record

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```$", TEXT, re.M | re.S)


def test_the_routes_are_those_that_there_are(record: str) -> None:
    with open_record(record) as opened:
        paths = Doors(opened, LOCAL).client().get("/api/openapi.json").json()["paths"]
    there = {(method.upper(), path.removeprefix("/api/v1")) for path, m in paths.items() for method in m}
    told = set()
    for row in re.findall(r"^\| (`(?:GET|POST|DELETE) .*?) \|", TEXT, re.M):
        method = row[1:].split()[0]
        told |= {(method, path.split("?")[0]) for path in re.findall(r"(?:`|[A-Z] )(/[^`]*)`", row)}
    told |= {("GET", path) for path in re.findall(r"`(/\w+/stream)`", TEXT)}
    named = {"ID": "{id}", "OTHER": "{other}", "NUMBER": "{number}", "FORMAT": "{format}"}
    written = {(method, "/".join(named.get(part, part) for part in path.split("/"))) for method, path in told}
    assert written == there


def test_the_python_of_the_document_runs(
    record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(record)) as kept:
        kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.chdir(tmp_path)
    shutil.copy(record, "kawat.db")
    assert len(PROGRAMS) == 2
    with open_record("kawat.db") as opened, served(Doors(opened, LOCAL).app) as url:
        for program in PROGRAMS:
            exec(compile(program.replace("http://127.0.0.1:8000", url), "api.md", "exec"), {})
    said = capsys.readouterr().out
    assert "CONSULT" in said
    assert "planned" in said
