"""Errors speak the language of the screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import kawat
from kawat.desk.troubles import told
from kawat.desk.words import area, languages
from kawat.errors import RecordError, UsageError

SOURCE = Path(kawat.__file__).parent
RAISED = ("UsageError", "RecordError", "DeliveryError")
#: What pages of the desk can run into. Opening a record, and commands, are met at the command line alone.
ON_SCREENS = (
    "record/*.py", "linking/correcting.py", "desk/names.py", "desk/address.py", "desk/web/**/*.py",
    "desk/alerts/*.py", "desk/exports/__init__.py", "desk/briefs/setting.py",
)  # fmt: skip
NEVER = {"record/engine.py", "desk/web/access.py", "desk/alerts/mail.py"}


def raised(path: Path) -> Iterator[tuple[int, dict[str, ast.expr]]]:
    """Yield the line and the named arguments of every error that a module makes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
            yield node.lineno, {k.arg: k.value for k in node.keywords if k.arg}


def coded() -> dict[str, set[str]]:
    """Return every code with the blanks that it is always raised with."""
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for _, given in raised(path):
            if isinstance(code := given.pop("code", None), ast.Constant):
                found[code.value] = found.get(code.value, set(given)) & set(given)
    return found


def test_every_error_that_a_page_can_meet_has_a_code() -> None:
    bare = [
        f"{path.relative_to(SOURCE)}:{number}"
        for pattern in ON_SCREENS
        for path in sorted(SOURCE.glob(pattern))
        if str(path.relative_to(SOURCE)) not in NEVER
        for number, given in raised(path)
        if "code" not in given
    ]
    assert bare == []


@pytest.mark.parametrize("language", languages())
def test_every_code_has_words_whose_blanks_are_filled(language: str) -> None:
    codes, said = coded(), area("errors", language)
    assert set(codes) == set(said)
    for code, given in codes.items():
        assert {name for _, name, _, _ in Formatter().parse(said[code]) if name} <= given, code


def test_an_error_says_in_words_of_the_screen_what_to_do() -> None:
    error = UsageError("since: '\x1b[1m5' is no date", code="no_date", field="since", value="\x1b[1m5{x}")
    label = area("web", "id")["filter_since"]
    assert told(error, "id") == (
        f"{label}: “[1m5{{x}}” bukan tanggal. Tulislah 2021-12-05, 2021-12, atau 2021."
    )
    assert "x" * 500 not in told(RecordError("", code="no_event", id="x" * 500), "en")
    assert told(UsageError("one\nline"), "id") == "one line"
