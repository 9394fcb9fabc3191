"""The texts of annotated web pages are gathered from clones of the collections, and only as they were annotated."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import io
import json
import subprocess
import sys
import zipfile
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
WRITTEN = "Kuba menyurati Peru.\n\n  Chile diam."
TIDY = "Kuba menyurati Peru.\nChile diam."
SHEET = f"<sst xmlns='urn:x'><si><t>Judul</t></si><si><t xml:space='preserve'>{WRITTEN}</t></si></sst>"


def book() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("xl/sharedStrings.xml", SHEET)
    return made.getvalue()


FILES = {
    "commas.csv": f'key,body\n7,"{WRITTEN}"\n'.encode(),
    "semicolons.csv": f'key;body\n7;"{WRITTEN}"\n'.encode(),
    "old.csv": f'key,body\n\xe9,"{WRITTEN}"\n'.encode("latin-1"),
    "page.json": json.dumps({"data": [{"body": WRITTEN}]}).encode(),
    "lines.jsonl.gz": gzip.compress((json.dumps({"a": 1}) + "\n" + json.dumps({"body": WRITTEN}) + "\n").encode()),
    "parts.txt": f">>> 1 <<<\nLain.\n>>> 2 <<<\n{WRITTEN}\n".encode(),
    "book.xlsx": book(),
    "pages/1.md": PAGE.encode(),
}  # fmt: skip


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with files of all kinds, and no annotations yet."""
    folder = tmp_path / "a" / "b"
    for name, raw in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "pages"]):
        subprocess.run([*git, *command], check=True)
    head = subprocess.run(
        [*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    monkeypatch.setattr(web_pages, "ANNOTATIONS", tmp_path)
    (tmp_path / "web-sources.txt").write_text(f"# here\na/b {head}\n")
    for name in web_pages.NAMES:
        (tmp_path / f"{name}.jsonl").write_text("")
    return tmp_path


def annotated(path: str, text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()
    place = hashlib.sha256(path.encode()).hexdigest()[: web_pages.DIGITS]
    line = {"article": "r1", "from": f"a/b {place}", "sha256": digest, "language": "id", "outlet": "Warta"}
    return json.dumps(line | {"published": "2024-05-15", "upstream": [], "events": []}) + "\n"


@pytest.mark.parametrize("path", FILES)
def test_the_text_is_the_one_annotated(shelf: Path, path: str) -> None:
    text = TEXT if path.endswith("md") else TIDY
    (shelf / "web-id.jsonl").write_text(annotated(path, text))
    (page,) = web_pages.pages(shelf)
    assert page == {
        "id": "r1", "text": text, "title": None, "published": "2024-05-15", "outlet": "Warta", "language": "id",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "says"), [("commas.csv", "1 pages were not found"), ("none.csv", "1 files were")]
)
def test_another_text_is_refused(shelf: Path, path: str, says: str) -> None:
    (shelf / "web-id.jsonl").write_text(annotated(path, "Lain."))
    with pytest.raises(SystemExit, match=says):
        list(web_pages.pages(shelf))


def test_a_long_page_is_found_as_it_was_cut(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_pages, "LONGEST", {"id": 30, "en": 4200})
    monkeypatch.setattr(web_pages, "LINES", 0)
    (shelf / "web-id.jsonl").write_text(annotated("commas.csv", "Kuba menyurati Peru."))
    assert [page["text"] for page in web_pages.pages(shelf)] == ["Kuba menyurati Peru."]


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("Satu. Dua tiga.", {"Satu.", "Satu"}),  # English pages keep the stop, Indonesian ones lost it
        ("Satu dua.\nTiga. Empat lima", {"Satu dua."}),
        ("Satu.\u00a0\r Dua.", {"Satu.\nDua.", "Satu.\u00a0\r Dua."}),
    ],
)
def test_the_ways_of_tidying(text: str, cuts: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_pages, "LINES", 0)
    assert cuts <= set(web_pages.tidied(text, 14))


def test_the_last_line_ends_a_page_only_far_behind() -> None:
    text = "Satu.\n" + "Dua tiga. " * 400
    assert all(cut.endswith(("tiga", "tiga.")) for cut in web_pages.tidied(text, 100))
