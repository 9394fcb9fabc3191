"""Functions and files stay short enough to be read at once."""

from __future__ import annotations

import ast

import pytest
from sources import PACKAGE, modules

FUNCTION = 32  # lines, without its docstring
FILE = 300  # lines

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _length(function: Function) -> int:
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    return lines - (((first.end_lineno or 0) - first.lineno + 1) if documented else 0)


@pytest.mark.parametrize("module", modules())
def test_functions_are_short(module: str) -> None:
    functions = [node for node in ast.walk(modules()[module]) if isinstance(node, Function)]
    long = {f.name: _length(f) for f in functions if _length(f) > FUNCTION}
    assert not long, f"{module}: divide {long}; at most {FUNCTION} lines"


@pytest.mark.parametrize("module", modules())
def test_files_are_short(module: str) -> None:
    lines = len((PACKAGE / module).read_text(encoding="utf-8").splitlines())
    assert lines <= FILE, f"{module} has {lines} lines: divide it"
