"""What the parts share: where the data lies, the scorer, and tables."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kawat import flow
from kawat.errors import PageError
from kawat.reading.model import Report

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"  # beside the checkout; not part of the project
DEV = SHARED / "gold" / "dev"
SCORER = SHARED / "score" / "score_events.py"

Json = dict[str, Any]


def missing(*needed: Path) -> bool:
    """Say which of the paths are not there."""
    absent = [path for path in needed if not path.exists()]
    for path in absent:
        print(f"not measured: {path.relative_to(ROOT.parent)} is not beside the checkout")
    return bool(absent)


@cache
def scorer() -> Any:
    """Load the scorer, the one that every reader of these articles is compared with."""
    spec = importlib.util.spec_from_file_location("score_events", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SCORER} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(folder: Path) -> dict[str, Json]:
    """Load the annotations of a folder, by article id."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return {gold["article"]: gold for gold in found}


def read_lines(path: Path) -> list[Json]:
    """Load JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def read_reports(*paths: Path) -> list[Report]:
    """Read pages into reports; a page that cannot be read is named on stderr."""
    reports: list[Report] = []
    for source, result in flow.reports(map(str, paths)):
        if isinstance(result, PageError):
            print(f"{source}: {result}", file=sys.stderr)
        else:
            reports.extend(result[1])
    return reports


def as_json(reports: Iterable[Report]) -> list[Json]:
    """Write reports as the scorer reads them."""
    return [json.loads(msgspec.json.encode(report)) for report in reports]


def percent(part: int, whole: int) -> str:
    """Write a share, or a dash where there is nothing to share."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def print_table(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table of Markdown, so that it can go into a document as it is."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    lines = [list(header), ["-" * width for width in widths], *cells]
    print(f"\n{title}\n")
    for line in lines:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |")
