"""The API keeps what its description says: schemathesis asks it all that this allows, and much that it does not.

All checks and all phases of schemathesis run, with none of their settings widened.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from desk_doors import LOCAL, Doors
from schemathesis.engine import events, from_schema

from kawat.record import open_record

HOST = {"host": "127.0.0.1"}
EXAMPLES = 4  # of each operation, besides all that its parameters' bounds suggest


class Unlimited:
    """A limit that is never reached: what is asked here in a second, nobody asks in an hour."""

    def wait(self, key: str) -> int:
        return 0


def doors_of(record: str, folder: Path, *, team: bool) -> Doors:
    with closing(sqlite3.connect(record)) as kept:
        kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    made = open_record(shutil.copy(record, folder / "desk.db"))
    doors = Doors(made).fill() if team else Doors(made, LOCAL)
    gate = doors.app.state["gate"]
    gate.by_address = gate.by_person = Unlimited()
    return doors


def failures(doors: Doors, token: str) -> list[str]:
    """Return what schemathesis finds wrong."""
    settings: dict[str, Any] = {
        "seed": 5,
        "headers": HOST,
        "generation": {"max-examples": EXAMPLES, "deterministic": True, "no-shrink": True},
    }
    if token:
        settings["auth"] = {"openapi": {"token": {"bearer": token}}}
    config = schemathesis.Config.from_dict(settings)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", doors.app, config=config, headers=HOST)
    found: list[str] = []
    met: set[str] = set()
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError):
            found.append(f"{event.label}: {event.value}")
        elif isinstance(event, events.FatalError):
            found.append(str(event.exception))
        elif isinstance(event, events.ScenarioFinished):
            found += _told(event)
            met.add(event.recorder.label)
    every = {operation.ok().label for operation in schema.get_all_operations()}
    return found + [f"{label} was never asked" for label in sorted(every - met)]


def _told(event: events.ScenarioFinished) -> list[str]:
    return [
        f"{event.phase.value} {event.recorder.label} {check.name}: "
        f"{check.failure_info.failure.title} {check.failure_info.failure.message}\n{check.failure_info.code_sample}"
        for checks in event.recorder.checks.values()
        for check in checks
        if check.failure_info is not None
    ]


@pytest.mark.parametrize("team", [False, True], ids=["alone", "editor"])
def test_the_api_keeps_its_description(record: str, tmp_path: Path, team: bool) -> None:
    doors = doors_of(record, tmp_path, team=team)
    with doors.record:
        token = doors.bearer("Edi", "write")["authorization"].removeprefix("Bearer ") if team else ""
        assert failures(doors, token) == []
