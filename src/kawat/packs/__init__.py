"""Language packs: the knowledge of one language as data (TOML), one folder a language, one file a stage's section.

A stage declares the shape of its section as a `msgspec.Struct` and asks for it: ``section("id", "times", TimesPack)``.
A file that does not fit its shape raises `PackError` with the file, the place and the remedy. A pack may extend
that of a near language (`extends` in its pack.toml): its files then say what differs, in the manner of `inheriting`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kawat.errors import PackError
from kawat.packs.inheriting import inherit

HERE = Path(__file__).parent
T = TypeVar("T")


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What pack.toml says of a pack."""

    language: str  # ISO 639-1
    name: str  # in the language itself
    version: str
    extends: str | None = None  # the language whose pack it changes


def languages() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the packs at hand, sorted."""
    return tuple(sorted(p.name for p in HERE.iterdir() if (p / "pack.toml").is_file()))


@cache
def extends(language: str) -> str | None:
    """Return the language whose pack that of `language` extends, if any.

    Raises:
        PackError: pack.toml is broken, or that language has no pack of its own.
    """
    if not (HERE / language / "pack.toml").is_file():
        return None
    base = _converted(_loaded(HERE / language / "pack.toml") or {}, language, "pack", Pack).extends
    if base is not None and (base not in languages() or extends(base) is not None):
        raise PackError(
            f"packs/{language}/pack.toml: extends {base!r}, which is no pack that stands by itself"
        )
    return base


@cache
def section(language: str, name: str, shape: type[T]) -> T:
    """Load ``packs/<language>/<name>.toml`` as `shape`.

    Raises:
        PackError: there is no such file, it is no TOML, or it does not fit the shape.
    """
    base = extends(language)
    theirs = _loaded(HERE / base / f"{name}.toml") if base else None
    own = _loaded(HERE / language / f"{name}.toml")
    if own is None and theirs is None:
        raise PackError(f"{name}.toml: language {language!r} has no section {name!r}; add the file")
    if own is not None and theirs is not None:
        own = inherit(theirs, own, f"packs/{language}/{name}.toml: $")
    return _converted(theirs if own is None else own, language, name, shape)


def _loaded(path: Path) -> dict[str, Any] | None:
    """Return what a file says, or None where there is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except tomllib.TOMLDecodeError as e:
        raise PackError(f"packs/{path.parent.name}/{path.name} is no TOML: {e}") from e


def _converted(tables: Any, language: str, name: str, shape: type[T]) -> T:
    try:
        return msgspec.convert(tables, shape)
    except msgspec.ValidationError as e:
        raise PackError(f"packs/{language}/{name}.toml: {e}; see docs/packs.md for the shape") from e
