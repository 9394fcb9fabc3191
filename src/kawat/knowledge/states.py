"""The states of the world and every name by which the press calls them (data/states.csv)."""

from __future__ import annotations

import re
from functools import cache

from kawat.errors import KnowledgeError
from kawat.knowledge.model import State
from kawat.knowledge.names import further, known
from kawat.knowledge.tables import degrees, load, once, words

COLUMNS = (
    "code", "name_en", "name_id", "aliases_en", "aliases_id", "adjectives_en", "citizens_id", "capital_en",
    "capital_id", "seats", "organs", "exact", "weak", "shared", "lat", "lon",
)  # fmt: skip
CODE = re.compile(r"[A-Z]{3}")


@cache
def states() -> dict[str, State]:
    """Return all states by code, in the order of their codes.

    Raises:
        KnowledgeError: a row is broken; file, line and remedy are named.
    """
    entries = load("states.csv", COLUMNS, _state)
    out = {s.code: s for s in sorted(entries, key=lambda s: s.code)}
    if len(out) != len(entries):
        raise KnowledgeError("data/states.csv: a code stands twice; merge the two rows")
    known(out, "states", "capitals")
    return out


def _state(row: dict[str, str]) -> State:
    if not CODE.fullmatch(row["code"]):
        raise ValueError(
            f"code {row['code']!r} is not three capital letters; take the ISO 3166-1 alpha-3 code"
        )
    if not row["name_en"] or not row["name_id"]:
        raise ValueError("a name is blank; give name_en and name_id")
    code = row["code"]
    names = {
        "en": once([row["name_en"]], words(row["aliases_en"])),
        "id": once([row["name_id"]], words(row["aliases_id"])),
    }
    capitals = {"en": words(row["capital_en"]), "id": words(row["capital_id"])}
    return State(
        code=code,
        names=further("states", code, names),
        adjectives=words(row["adjectives_en"]),
        citizens=words(row["citizens_id"]),
        capitals=further("capitals", code, capitals),
        seats=words(row["seats"]),
        organs=words(row["organs"]),
        exact=frozenset(words(row["exact"])),
        weak=frozenset(words(row["weak"])),
        shared=words(row["shared"]),
        lat=degrees(row["lat"], 90),
        lon=degrees(row["lon"], 180),
        seats_in=further("seats", code, {}),
        organs_in=further("organs", code, {}),
    )
