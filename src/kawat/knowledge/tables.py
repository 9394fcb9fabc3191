"""How knowledge files are read: CSV under a head of ``#`` lines with the sources; errors name the line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kawat.errors import KnowledgeError

DATA = Path(__file__).parent / "data"
T = TypeVar("T")


def rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield ``(line number, row)`` of ``data/<name>``; comment and blank lines are passed over.

    Raises:
        KnowledgeError: the file is missing, its columns are others, or a row has too few or too many cells.
    """
    try:
        lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    except OSError as e:
        raise KnowledgeError(f"data/{name}: cannot be read ({e.strerror}); install Kawat again") from e
    kept = [n for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    cells = csv.reader(lines[n - 1] for n in kept)
    head = tuple(next(cells, ()))
    if head != columns:
        raise KnowledgeError(f"data/{name}: columns are {','.join(head)}; make them {','.join(columns)}")
    for n, row in zip(kept[1:], cells, strict=True):
        if len(row) != len(columns):
            raise KnowledgeError(
                f"data/{name}:{n}: {len(row)} cells for {len(columns)} columns; quote commas"
            )
        yield n, dict(zip(columns, row, strict=True))


def load(name: str, columns: tuple[str, ...], make: Callable[[dict[str, str]], T]) -> list[T]:
    """Make an entry of each row of ``data/<name>``; a ValueError of `make` becomes a KnowledgeError."""
    out: list[T] = []
    for n, row in rows(name, columns):
        try:
            out.append(make(row))
        except ValueError as e:
            raise KnowledgeError(f"data/{name}:{n}: {e}") from e
    return out


def words(cell: str) -> tuple[str, ...]:
    """Split a cell at its bars, without blanks and repetitions, order kept."""
    return tuple(dict.fromkeys(w for w in map(str.strip, cell.split("|")) if w)) if cell else ()


def once(*parts: Iterable[str]) -> tuple[str, ...]:
    """Chain the parts, first occurrence of each word kept."""
    return tuple(dict.fromkeys(w for part in parts for w in part if w))


def degrees(cell: str, limit: float) -> float | None:
    """Read degrees of latitude (limit 90) or longitude (limit 180); None where the cell is blank."""
    if not cell:
        return None
    value = float(cell)
    if not -limit <= value <= limit:
        raise ValueError(f"{cell} is not between -{limit:g} and {limit:g} degrees")
    return value
