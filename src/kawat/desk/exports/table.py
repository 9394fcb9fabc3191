"""Parquet: an event a row, its lists and structs as nested columns with their types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from kawat.desk.exports.common import as_json, plain
from kawat.desk.exports.model import Context
from kawat.linking.model import Event

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

SIZE = 1000  # events of one row group


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write events in row groups of `SIZE`, so that not all of them are in memory."""
    import pyarrow
    from pyarrow import parquet

    sink, schema, rest = _Sink(), schema_of(Event), iter(events)
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while batch := list(islice(rest, SIZE)):
            writer.write_table(pyarrow.Table.from_pylist([row_of(event) for event in batch], schema))
            yield sink.taken()
    yield sink.taken()


def row_of(event: Event) -> dict[str, Any]:
    """Return an event as plain data; what a person set right, and what it was, as the JSON of its value."""
    row: dict[str, Any] = plain(event)
    for each in row["corrections"]:
        each.update(value=as_json(each["value"]), was=as_json(each["was"]))
    return row


def schema_of(struct: type[msgspec.Struct]) -> pyarrow.Schema:
    """Return the columns of a struct, with their types."""
    import pyarrow

    info = msgspec.inspect.type_info(struct)
    return pyarrow.schema([(f.encode_name, _type(f.type)) for f in info.fields])  # type: ignore[attr-defined]


def _type(told: msgspec.inspect.Type) -> pyarrow.DataType:
    """Return the Arrow type of a field; what may be anything is JSON in a text."""
    import pyarrow
    from msgspec import inspect

    if isinstance(told, inspect.UnionType):
        return _type(next(t for t in told.types if not isinstance(t, inspect.NoneType)))
    if isinstance(told, inspect.VarTupleType):
        return pyarrow.list_(_type(told.item_type))
    if isinstance(told, inspect.StructType):
        return pyarrow.struct([(f.encode_name, _type(f.type)) for f in told.fields])
    numbers = {
        inspect.IntType: pyarrow.int64,
        inspect.FloatType: pyarrow.float64,
        inspect.BoolType: pyarrow.bool_,
    }
    made: pyarrow.DataType = numbers.get(type(told), pyarrow.string)()
    return made


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
