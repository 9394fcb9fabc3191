"""Intergovernmental bodies, blocs, and armed groups that act across borders (data/bodies.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import msgspec

from kawat.errors import KnowledgeError
from kawat.knowledge.model import Body, BodyKind
from kawat.knowledge.names import further, known
from kawat.knowledge.tables import DATA, once


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of bodies.toml."""

    en: tuple[str, ...]
    id: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    home: str | None = None
    fights: str | None = None


KINDS: tuple[BodyKind, ...] = ("body", "bloc", "group")


@cache
def bodies() -> dict[str, Body]:
    """Return all bodies, blocs and groups by code, in the order of their codes.

    Raises:
        KnowledgeError: an entry is broken; file, entry and remedy are named.
    """
    try:
        tables = tomllib.loads((DATA / "bodies.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as e:
        raise KnowledgeError(f"data/bodies.toml is no TOML: {e}") from e
    entries = [_body(code, kind, table) for kind in KINDS for code, table in tables.get(kind, {}).items()]
    out = {b.code: b for b in sorted(entries, key=lambda b: b.code)}
    known(out, "bodies")
    return out


def _body(code: str, kind: BodyKind, table: dict[str, Any]) -> Body:
    try:
        e = msgspec.convert(table, _Entry)
    except msgspec.ValidationError as err:
        where = f"data/bodies.toml, [{kind}.{code}]"
        raise KnowledgeError(f"{where}: {err}; see docs/knowledge.md for the fields") from err
    if not e.en or not e.id:
        raise KnowledgeError(f"data/bodies.toml, [{kind}.{code}]: give at least one name in en and one in id")
    return Body(
        code=code,
        kind=kind,
        names=further("bodies", code, {"en": once(e.en), "id": once(e.id)}),
        adjectives=e.adjectives,
        seats=e.seats,
        organs=e.organs,
        exact=e.exact,
        weak=e.weak,
        home=e.home,
        fights=e.fights,
        seats_in=further("seats", code, {}),
        organs_in=further("organs", code, {}),
    )
