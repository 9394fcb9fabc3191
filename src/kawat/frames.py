"""Items of the record as tables for sums and charts: Arrow, pandas, polars.

    import kawat

    with kawat.open("kawat.db") as record:
        table = kawat.frame(record.events(), "polars")

A struct is a row, a field a column with its type; lists and structs within stay nested.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec
from msgspec import inspect

from kawat.errors import UsageError
from kawat.linking.model import Event

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

Frame = Literal["arrow", "pandas", "polars"]
#: What Arrow has a type of its own for; anything else is told as JSON.
_PLAIN = (
    inspect.StrType, inspect.LiteralType, inspect.IntType, inspect.FloatType, inspect.BoolType,
)  # fmt: skip


def frame(items: Iterable[msgspec.Struct], kind: Frame = "arrow", *, of: type[msgspec.Struct] = Event) -> Any:
    """Return items of one kind (events, reports, pairs ...) as a table, a row each, in their order.

    `of` is what they are where there are none: an empty table has its columns too. What may be any value (of a
    correction) is JSON in a text.

    Raises:
        UsageError: there is no such kind of table, or what it needs is not installed.
    """
    if kind not in get_args(Frame):
        raise UsageError(f"frame: there are no {kind!r} tables; choose one of {', '.join(get_args(Frame))}")
    made = _arrow(items, of)
    if kind == "arrow":
        return made
    if kind == "pandas":
        _needed("pandas", kind)
        return made.to_pandas()
    return _needed("polars", kind).from_arrow(made)


def schema_of(struct: type[msgspec.Struct]) -> pyarrow.Schema:
    """Return the columns of a struct, with their types."""
    pyarrow = _needed("pyarrow", "arrow")
    return pyarrow.schema([(f.encode_name, _type(f.type)) for f in _fields(struct)])


def row_of(item: msgspec.Struct) -> dict[str, Any]:
    """Return an item as a row; what may be any value as JSON."""
    return {f.encode_name: _plain(getattr(item, f.name), f.type) for f in _fields(type(item))}


@cache
def _fields(struct: type[msgspec.Struct]) -> tuple[msgspec.inspect.Field, ...]:
    info = msgspec.inspect.type_info(struct)
    return info.fields  # type: ignore[attr-defined, no-any-return]


def _arrow(items: Iterable[msgspec.Struct], of: type[msgspec.Struct]) -> pyarrow.Table:
    pyarrow = _needed("pyarrow", "arrow")
    rest = iter(items)
    first = next(rest, None)
    listed = [] if first is None else chain((first,), rest)
    rows = [row_of(item) for item in listed]
    return pyarrow.Table.from_pylist(rows, schema_of(of if first is None else type(first)))


def _plain(value: Any, told: msgspec.inspect.Type) -> Any:
    """Return the value of a field as Arrow takes it."""
    kind = _kind(told)
    if value is None:
        return None
    if isinstance(kind, inspect.StructType):
        return row_of(value)
    if isinstance(kind, inspect.VarTupleType):
        return [_plain(each, kind.item_type) for each in value]
    if isinstance(kind, _PLAIN):
        return _whole(value) if isinstance(value, str) else value
    return _whole(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":")))


def _whole(text: str) -> str:
    """Mark the place of what is no Unicode."""
    return text.encode("utf-8", "replace").decode()


def _kind(told: msgspec.inspect.Type) -> msgspec.inspect.Type:
    """Return what a field holds where it holds anything."""
    if isinstance(told, inspect.UnionType):
        return next(t for t in told.types if not isinstance(t, inspect.NoneType))
    return told


def _type(told: msgspec.inspect.Type) -> pyarrow.DataType:
    """Return the Arrow type of a field."""
    import pyarrow  # noqa: PLC0415 - optional, and slow to load

    kind = _kind(told)
    if isinstance(kind, inspect.VarTupleType):
        return pyarrow.list_(_type(kind.item_type))
    if isinstance(kind, inspect.StructType):
        return pyarrow.struct([(f.encode_name, _type(f.type)) for f in kind.fields])
    numbers = {
        inspect.IntType: pyarrow.int64,
        inspect.FloatType: pyarrow.float64,
        inspect.BoolType: pyarrow.bool_,
    }
    return numbers.get(type(kind), pyarrow.string)()


def _needed(module: str, kind: str) -> Any:
    """Import a library that not everybody has.

    Raises:
        UsageError: it is not installed.
    """
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        extra = '"kawat[frames]"' if module == "pyarrow" else f'"kawat[frames]" {module}'
        raise UsageError(
            f"{kind} tables need {module}, which is not installed: pip install {extra}"
        ) from error
