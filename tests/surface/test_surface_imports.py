"""Stages import only from the left, nothing goes round in a ring, and the environment has one reader."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from sources import modules

#: The flow, from left to right. A stage may import what stands before it, never what stands behind it.
STAGES = (
    "text",
    "errors",
    "settings",
    "packs",
    "knowledge",
    "times",
    "pages",
    "reading",
    "linking",
    "record",
)
STAGES += ("frames", "client", "run", "flow", "desk")
#: The verbs of the package (`kawat.read`) may call every stage but the desk, and only the desk may use them.
ROOT = "__init__"


def _stage(module: str) -> str:
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


def _imported(tree: ast.Module) -> Iterator[str]:
    """Yield the stage of each module of Kawat that is imported anywhere, functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "kawat":
            names = [f"kawat.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "kawat":
                yield rest.split(".")[0] or ROOT


def test_every_module_belongs_to_a_stage() -> None:
    assert {_stage(module) for module in modules()} == {*STAGES, ROOT}


@pytest.mark.parametrize("module", modules())
def test_stages_import_only_from_the_left(module: str) -> None:
    stage, imported = _stage(module), set(_imported(modules()[module]))
    if stage == ROOT:
        assert "desk" not in imported
        return
    left = {*STAGES[: STAGES.index(stage)], stage, *([ROOT] if stage == "desk" else [])}
    assert imported <= left, f"{module} imports {sorted(imported - left)}, which stand to its right"


@pytest.mark.parametrize("module", modules())
def test_the_environment_is_read_in_settings_alone(module: str) -> None:
    names = {node.attr for node in ast.walk(modules()[module]) if isinstance(node, ast.Attribute)}
    assert module == "settings.py" or not names & {"environ", "environb", "getenv", "expandvars"}


@pytest.mark.parametrize("module", modules())
def test_strings_are_never_hashed_by_the_process(module: str) -> None:
    calls = [node.func for node in ast.walk(modules()[module]) if isinstance(node, ast.Call)]
    assert not any(isinstance(call, ast.Name) and call.id == "hash" for call in calls), (
        "use kawat.text.digest"
    )
