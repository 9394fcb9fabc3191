"""The texts of annotated web pages are gathered from clones of the collections, and only as they were annotated."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "tools" / "web_pages.py"
spec = importlib.util.spec_from_file_location("web_pages", PATH)
assert spec is not None and spec.loader is not None
web_pages = importlib.util.module_from_spec(spec)
sys.modules["web_pages"] = web_pages
spec.loader.exec_module(web_pages)

PAGE = (
    "# Judul\n\n| Field | Value |\n|---|---|\n\n**LIMA, WARTA** - Peru mengecam [Chile](x).\n\nKuba *diam*."
)
TEXT = "LIMA, WARTA - Peru mengecam Chile.\nKuba diam."


def clone(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "pages"]):
        subprocess.run([*git, *command], check=True)
    return subprocess.run(
        [*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()


def annotated(key: str, text: str) -> str:
    name = "r" + hashlib.sha256(key.encode()).hexdigest()[:8]
    digest = hashlib.sha256(text.encode()).hexdigest()
    line = {"article": name, "sha256": digest, "language": "id", "published": "2024-05-15", "outlet": "Warta"}
    return json.dumps(line | {"upstream": [], "events": []}) + "\n"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with a table and a page, and annotations of the page."""
    table = 'key,body\n7,"Kuba menyurati Peru.\n\n Chile diam."\n'
    commit = clone(tmp_path / "a" / "b", {"table.csv": table, "pages/1.md": PAGE})
    monkeypatch.setattr(web_pages, "SOURCES", (
        web_pages.Source("a/b", commit, ("table.csv",), web_pages._table("t", "key", "body"), "r"),
        web_pages.Source("a/b", commit, ("pages/",), web_pages._markdown("m"), "r"),
    ))  # fmt: skip
    monkeypatch.setattr(web_pages, "ANNOTATIONS", tmp_path)
    (tmp_path / "web-en.jsonl").write_text("")
    return tmp_path


def test_the_texts_are_those_annotated(shelf: Path) -> None:
    lines = annotated("mpages/1.md", TEXT) + annotated("t7", "Kuba menyurati Peru.\nChile diam.")
    (shelf / "web-id.jsonl").write_text(lines)
    told = {page["text"] for page in web_pages.pages(shelf)}
    assert told == {TEXT, "Kuba menyurati Peru.\nChile diam."}


@pytest.mark.parametrize(
    ("line", "says"), [(annotated("t7", "Lain."), "not the text"), (annotated("t8", TEXT), "were not found")]
)
def test_other_texts_are_refused(shelf: Path, line: str, says: str) -> None:
    (shelf / "web-id.jsonl").write_text(line)
    with pytest.raises(SystemExit, match=says):
        list(web_pages.pages(shelf))
