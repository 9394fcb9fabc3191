"""Parquet: an event a row, its lists and structs as nested columns with their types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from kawat.desk.exports.model import Context
from kawat.frames import row_of, schema_of
from kawat.linking.model import Event

SIZE = 1000  # events of one row group


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write events in row groups of `SIZE`, so that not all of them are in memory."""
    import pyarrow  # type: ignore[import-untyped]
    from pyarrow import parquet

    sink, schema, rest = _Sink(), schema_of(Event), iter(events)
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while batch := list(islice(rest, SIZE)):
            writer.write_table(pyarrow.Table.from_pylist([row_of(event) for event in batch], schema))
            yield sink.taken()
    yield sink.taken()


class _Sink:
    """A file to which Parquet is written, and from which it is taken piece by piece."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._size = 0

    def write(self, piece: Any) -> int:
        kept = bytes(piece)
        self._pieces.append(kept)
        self._size += len(kept)
        return len(kept)

    def tell(self) -> int:
        return self._size

    def flush(self) -> None:
        """Do nothing: pieces go out as they are taken."""

    def close(self) -> None:
        self.closed = True

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        out = b"".join(self._pieces)
        self._pieces.clear()
        return out
