"""A pack that extends another: its files say only what differs (docs/packs.md, "A language").

words = ["a", "b"]                a list stands in place of the other pack's
words.add = [...]                 the other pack's list and these
words.remove = [...]              without these; ["*"]: without any of it
[table]                           key by key; `remove = [...]` takes keys out
[[frame]] id = "known"            changes the table of that name, field by field; `remove = true` takes it out
[[frame]] id = "new"              a table more; new ones stand before the other pack's
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kawat.errors import PackError

NAMES = ("id", "office", "name")  # by which a table of a list is known
CHANGES = frozenset({"add", "remove"})


def inherit(base: Any, own: Any, where: str) -> Any:
    """Return `base` with what `own` says of it.

    Raises:
        PackError: something is to be removed that is not there; `where` names the place.
    """
    if isinstance(base, Mapping) and isinstance(own, Mapping):
        return _table(base, own, where)
    if not isinstance(base, list):
        return own
    if isinstance(own, Mapping):
        return _changed(base, own, where)
    return _tables(base, own, where) if _named(base) and _named(own) else own


def _table(base: Mapping[str, Any], own: Mapping[str, Any], where: str) -> dict[str, Any]:
    gone = own["remove"] if isinstance(own.get("remove"), list) else []
    out = {} if gone == ["*"] else dict(base)
    for key in gone if out else ():
        if out.pop(key, None) is None:
            raise _missing(key, where)
    for key, value in own.items():
        if key != "remove" or not gone:
            out[key] = inherit(out[key], value, f"{where}.{key}") if key in out else _added(value)
    return out


def _added(value: Any) -> Any:
    """Return what is new as it stands: where there was no list, `add` makes one."""
    return value["add"] if isinstance(value, Mapping) and value.keys() == {"add"} else value


def _changed(base: list[Any], own: Mapping[str, Any], where: str) -> list[Any]:
    if not own.keys() <= CHANGES:
        raise PackError(f"{where}: a list is changed by `add` and `remove`, not by {', '.join(sorted(own))}")
    gone = own.get("remove", [])
    for word in gone if gone != ["*"] else ():
        if word not in base:
            raise _missing(word, where)
    kept = [] if gone == ["*"] else [word for word in base if word not in gone]
    return [*kept, *(word for word in own.get("add", ()) if word not in kept)]


def _named(tables: Any) -> bool:
    return isinstance(tables, list) and bool(tables) and all(_name(table) is not None for table in tables)


def _name(table: Any) -> str | None:
    found = next((table[key] for key in NAMES if key in table), None) if isinstance(table, Mapping) else None
    return found if isinstance(found, str) else None


def _tables(base: list[Any], own: list[Any], where: str) -> list[Any]:
    mine = {_name(table): table for table in own}
    known = {_name(table) for table in base}
    for name, table in mine.items():
        if table.get("remove") is True and name not in known:
            raise _missing(str(name), where)
    changed = [
        inherit(table, mine[name], f"{where}[{name}]") if (name := _name(table)) in mine else table
        for table in base
    ]
    new = [table for table in own if _name(table) not in known]
    return [*new, *(table for table in changed if table.get("remove") is not True)]


def _missing(word: str, where: str) -> PackError:
    return PackError(
        f"{where}: {word!r} is to be removed and is not in the pack that it extends; take it out"
    )
