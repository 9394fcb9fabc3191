"""What docs/packs.md says of a lesson is so: nothing, or the wrong thing, is read before it, the right thing after."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).with_name("lessons.py")
MET = ["CONSULT", "in-person"]

#: Lesson -> what is read before it, and after it: type, mode, sides, status.
LESSONS = {
    "verb": ([], [[*MET, ["JOR", "KEN"], "held"]]),
    "frame": ([[], []], [[[*MET, ["JOR", "KEN"], "held"]]] * 2),
    "not": ([], []),
    "title": ([], [[*MET, ["JPN", "PER"], "held"]]),
    "status": ([[*MET, ["GHA", "TGO"], "held"]], [[*MET, ["GHA", "TGO"], "cancelled"]]),
    "context": ([[]], [["economic"]]),
    "time": ([], ["a fortnight ago"]),
    "page": (None, "Sari Dewi"),
    "state": ([], [[*MET, ["EGY", "PER"], "held"]]),
    "holder": ([], [[*MET, ["FJI", "ZMB"], "held"]]),
    "outlet": ([None] * 3, ["Kabar Pulau"] * 3),
    "language": ([[], [], "en"], [[[*MET, ["KEN", "NLD"], "held"]], ["2024-05-14"], "jv"]),
}


def _read(*arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    results: dict[str, Any] = json.loads(done.stdout)
    return results


@pytest.fixture(scope="module")
def read() -> tuple[dict[str, Any], dict[str, Any]]:
    """What is read by the packs as they are, and with the lessons learnt."""
    return _read(), _read("taught")


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_lesson_teaches_what_the_document_says(
    read: tuple[dict[str, Any], dict[str, Any]], lesson: str
) -> None:
    before, after = read
    assert (before[lesson], after[lesson]) == LESSONS[lesson]
