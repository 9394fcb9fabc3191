"""The tables of ``data/``: codes of states and groups in other schemes, and CAMEO's codes of what was done."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kawat.errors import KnowledgeError
from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states

HERE = Path(__file__).parent / "data"


class Codes(NamedTuple):
    """A state in other schemes; "" where there is no code, or none that could be checked."""

    cow: str  # Correlates of War
    fips: str  # FIPS 10-4
    cameo: str  # CAMEO's country code


class Cameo(NamedTuple):
    """A code of CAMEO, with its value on Goldstein's scale."""

    code: str
    goldstein: float


NONE = Codes("", "", "")
#: Codes of PLOVER that are not ISO's: Kosovo, and dependencies, which fold into the state that controls them.
_PLOVER = {"XKX": "KOS", "GRL": "DNK", "MAC": "CHN", "COK": "NZL", "NIU": "NZL", "UN": "UNO", "EU": "EUR"}
_NGOS = frozenset({"ICRC", "IFRC"})


def _rows(name: str) -> list[dict[str, str]]:
    try:
        text = (HERE / name).read_text(encoding="utf-8")
    except OSError as e:
        raise KnowledgeError(
            f"exports/data/{name}: cannot be read ({e.strerror}); install Kawat again"
        ) from e
    return list(csv.DictReader(each for each in text.splitlines() if not each.startswith("#")))


@cache
def _codes() -> dict[str, Codes]:
    return {row["code"]: Codes(row["cow"], row["fips"], row["cameo"]) for row in _rows("codes.csv")}


@cache
def _groups() -> dict[str, str]:
    return {row["code"]: row["cameo"] for row in _rows("groups.csv")}


@cache
def _cameo() -> dict[tuple[str, str, str], Cameo]:
    return {
        (row["when"], row["type"], row["form"]): Cameo(row["code"], float(row["goldstein"]))
        for row in _rows("cameo.csv")
    }


def codes_of(code: str | None) -> Codes:
    """Return the codes of a state in other schemes."""
    return _codes().get(code or "", NONE)


def group_of(code: str) -> str:
    """Return CAMEO's code of a body or group, "" where it has none."""
    return _groups().get(code, "")


def cameo_of(when: str, type_: str, form: str) -> Cameo | None:
    """Return CAMEO's code of what was done, None where it has none that says so."""
    return _cameo().get((when, type_, form)) or _cameo().get((when, type_, ""))


def plover_code(code: str) -> str:
    """Return PLOVER's code of a state or body; "" for a bloc or group, which it codes by what we do not know."""
    if code in _PLOVER:
        return _PLOVER[code]
    if code in states():
        return code
    body = bodies().get(code)
    if body is None or body.kind != "body":
        return ""
    return "NGO" if code in _NGOS else "IGO"
