"""Language packs: the knowledge of one language as data (TOML), one folder a language, one file a stage's section.

A stage declares the shape of its section as a `msgspec.Struct` and asks for it: ``section("id", "times", TimesPack)``.
A file that does not fit its shape raises `PackError` with the file, the place and the remedy.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from kawat.errors import PackError

HERE = Path(__file__).parent
T = TypeVar("T")


def languages() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the packs at hand, sorted."""
    return tuple(sorted(p.name for p in HERE.iterdir() if (p / "pack.toml").is_file()))


@cache
def section(language: str, name: str, shape: type[T]) -> T:
    """Load ``packs/<language>/<name>.toml`` as `shape`.

    Raises:
        PackError: there is no such file, it is no TOML, or it does not fit the shape.
    """
    path = HERE / language / f"{name}.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), shape)
    except FileNotFoundError:
        raise PackError(f"{path.name}: language {language!r} has no section {name!r}; add the file") from None
    except tomllib.TOMLDecodeError as e:
        raise PackError(f"packs/{language}/{path.name} is no TOML: {e}") from e
    except msgspec.ValidationError as e:
        raise PackError(f"packs/{language}/{path.name}: {e}; see docs/packs.md for the shape") from e
