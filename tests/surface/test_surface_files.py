"""No committed file names a package registry or a path of one machine, is huge, or is left from a merge."""

from __future__ import annotations

import re
from pathlib import Path

from sources import ROOT, committed

HOSTS = ("py" + "pi.org", "python" + "hos" + "ted.org", "index" + "-url", "npm" + "js.org", "crates" + ".io")
#: Folders in which people and services work; a path below one is right on one machine only.
HOME = re.compile(r"(?<![\w.~/:-])/(?:home|root|Users|work|workspace|mnt|opt)/[\w.-]+")
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
LIMIT = 2_000_000  # bytes
#: Trained, as large as what it learnt; annotated, as large as what was read.
LARGE = {
    "src/kawat/reading/coder/encoder.npz",
    "src/kawat/reading/coder/weights.json.gz",
    "annotations/fresh/events.jsonl",
    "annotations/web-en.jsonl",
    "annotations/web-id.jsonl",
}


def _faults(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8", errors="replace")
    faults = [*(host for host in HOSTS if host in text), *HOME.findall(text), *CONFLICT.findall(text)]
    return [
        *faults,
        *(["too large"] if path.stat().st_size > LIMIT and str(path.relative_to(ROOT)) not in LARGE else []),
    ]


def test_nothing_of_one_machine_is_committed() -> None:
    faults = {str(path.relative_to(ROOT)): found for path in committed() if (found := _faults(path))}
    assert not faults
