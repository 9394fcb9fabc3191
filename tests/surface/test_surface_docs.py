"""The documents keep what they promise: fields are current, words explained, links lead somewhere, Python runs."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
from sources import ROOT, committed

import kawat
from kawat.pages.model import Role
from kawat.reading.model import Context, EventType, Mode, Quad, Status

DOCUMENTS = [path for path in committed() if path.suffix == ".md"]
RECORDS = ROOT / "docs" / "records.md"
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _make_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "tools" / "make_docs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_fields_of_the_records_are_current() -> None:
    current = _read(RECORDS)
    assert _make_docs().document(current) == current, "run `make docs`"


@pytest.mark.parametrize(
    "words",
    [EventType, Mode, Status, Quad, Context, Role],
    ids=["type", "mode", "status", "quad", "context", "role"],
)
def test_every_word_of_a_record_is_explained(words: object) -> None:
    by_hand = _read(RECORDS).partition("<!--")[0]
    assert [word for word in get_args(words) if f"`{word}`" not in by_hand] == []


def _anchors(path: Path) -> set[str]:
    """Return what a link may point to within a document: its headings, written as the web shows them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", _read(path)), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", _read(path))):
        name, _, anchor = target.partition("#")
        place = path if not name else (path.parent / name).resolve()
        if "://" not in target and not (place.exists() and (not anchor or anchor in _anchors(place))):
            broken.append(target)
    assert not broken


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", _read(ROOT / "Makefile"), re.M))
    named = {
        name for path in DOCUMENTS for name in re.findall(r"(?:^ {4}|^|`)make ([a-z]+)\b", _read(path), re.M)
    }
    assert named
    assert named <= targets


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", _read(ROOT / "README.md"), re.M | re.S)
    sentence = "Presiden Kenya William Ruto bertemu Presiden Ghana John Mahama di Nairobi, Senin (6/5/2024)."
    page = f"<html><head><title>Kabar</title></head><body><article><p>{sentence}</p></article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(program, "README.md", "exec"), names)
    assert names["reports"]
    assert names["events"]
    assert (tmp_path / "kawat.db").exists()


def test_every_verb_of_the_package_is_told() -> None:
    told = _read(ROOT / "README.md") + _read(ROOT / "docs" / "flow.md")
    assert kawat.__all__ == sorted(kawat.__all__)
    assert [verb for verb in kawat.__all__ if f"kawat.{verb}" not in told] == []
