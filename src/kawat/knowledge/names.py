"""Names in languages that have no column of their own: data/names/LANGUAGE.toml (docs/knowledge.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache

import msgspec

from kawat.errors import KnowledgeError
from kawat.knowledge.tables import DATA, once
from kawat.packs import extends

Table = dict[str, tuple[str, ...]]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: code -> names, the usual one first."""

    states: Table = {}
    capitals: Table = {}
    bodies: Table = {}
    seats: Table = {}  # of states and bodies
    organs: Table = {}
    places: dict[str, Table] = {}  # country, "none" for seas -> English name -> names


@cache
def files() -> dict[str, Names]:
    """Return the files by language, sorted.

    Raises:
        KnowledgeError: a file is broken; file, place and remedy are named.
    """
    out: dict[str, Names] = {}
    for path in sorted((DATA / "names").glob("*.toml")):
        where = f"data/names/{path.name}"
        try:
            out[path.stem] = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Names)
        except tomllib.TOMLDecodeError as e:
            raise KnowledgeError(f"{where} is no TOML: {e}") from e
        except msgspec.ValidationError as e:
            raise KnowledgeError(f"{where}: {e}; see docs/knowledge.md for the tables") from e
    return out


def further(table: str, key: str, known: Table) -> Table:
    """Return names by language: those `known`, and those of the files under `key` of their `table`.

    A language whose pack extends another has that one's names too, behind its own.
    """
    out = dict(known)
    for language, names in files().items():
        base = extends(language)
        found = once(getattr(names, table).get(key, ()), known.get(base, ()) if base else ())
        if found:
            out[language] = found
    return out


def further_places(country: str | None, name: str, known: Table) -> Table:
    """Do the same for a place."""
    out = dict(known)
    for language, names in files().items():
        base = extends(language)
        own = names.places.get(country or "none", {}).get(name, ())
        found = once(own, known.get(base, ()) if base else ())
        if found:
            out[language] = found
    return out


def known(codes: Collection[str], *tables: str) -> None:
    """Raise KnowledgeError where a file names a code that is not among `codes`."""
    for language, names in files().items():
        for table in tables:
            for code in getattr(names, table):
                if code not in codes:
                    raise KnowledgeError(
                        f"data/names/{language}.toml: [{table}] names {code!r}, which is no entry"
                    )


def known_places(found: Collection[tuple[str | None, str]]) -> None:
    """Raise KnowledgeError where a file names a place that is not among those `found`: (country, name)."""
    for language, names in files().items():
        for country, table in names.places.items():
            for name in table:
                if (None if country == "none" else country, name) not in found:
                    raise KnowledgeError(
                        f"data/names/{language}.toml: [places.{country}] names {name!r}, which is no entry"
                    )
