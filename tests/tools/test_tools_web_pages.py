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
    line = {"article": "r1", "from": f"a/b {path}", "sha256": digest, "language": "id", "outlet": "Warta"}
    return json.dumps(line | {"published": "2024-05-15", "upstream": [], "events": []}) + "\n"


@pytest.mark.parametrize("path", FILES)
def test_the_text_is_the_one_annotated(shelf: Path, path: str) -> None:
    text = TEXT if path.endswith("md") else TIDY
    (shelf / "web-id.jsonl").write_text(annotated(path, text))
    (page,) = web_pages.pages(shelf)
    assert page == {
        "id": "r1", "text": text, "title": None, "published": "2024-05-15", "outlet": "Warta", "language": "id",
    }  # fmt: skip


def test_another_text_is_refused(shelf: Path) -> None:
    (shelf / "web-id.jsonl").write_text(annotated("commas.csv", "Lain."))
    with pytest.raises(SystemExit, match="were not found"):
        list(web_pages.pages(shelf))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Satu. Dua tiga.", "Satu."),
        ("Satu dua.\nTiga. Empat lima", "Satu dua."),
        ("\u00a0Satu.\r Dua.", "Satu.\nDua."),
    ],
)
def test_long_texts_end_with_a_sentence_or_line(text: str, cut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_pages, "LINES", 0)
    assert cut in set(web_pages.tidied(text, 14))
