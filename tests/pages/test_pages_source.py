"""Where pages come from, and what is wrong with some of them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kawat.errors import BinaryPage, EmptyPage
from kawat.pages import Failure, Page, iter_pages, read_page, read_text
from kawat.settings import Settings

LEAD = "Menteri Utaria bertemu mitranya di ibu kota – “akhirnya” – pada hari Senin.\n"


def only(pages: list[Page | Failure]) -> Page:
    assert len(pages) == 1 and isinstance(pages[0], Page)
    return pages[0]


def failed(pages: list[Page | Failure]) -> str:
    assert len(pages) == 1 and isinstance(pages[0], Failure)
    assert "\n" not in pages[0].reason
    return pages[0].reason


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.htm", "sub/c.txt", "notes.pdf"):
        (tmp_path / name).write_text(LEAD, encoding="utf-8")
    pages = list(iter_pages([tmp_path]))
    assert [(p.id, p.kind) for p in pages if isinstance(p, Page)] == [
        ("a", "html"),
        ("b", "text"),
        ("c", "text"),
    ]


def test_pattern(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt"):
        (tmp_path / name).write_text(LEAD, encoding="utf-8")
    assert [p.id for p in iter_pages([str(tmp_path / "a*.txt")]) if isinstance(p, Page)] == ["a1", "a2"]


@pytest.mark.parametrize("what", ["folder", "file", "pattern"])
def test_nothing_there(tmp_path: Path, what: str) -> None:
    path = {"folder": tmp_path, "file": tmp_path / "no.txt", "pattern": tmp_path / "*.txt"}[what]
    assert failed(list(iter_pages([path])))


def test_standard_input() -> None:
    page = only(list(iter_pages(["-"], stdin=io.BytesIO(LEAD.encode()))))
    assert (page.id, page.kind) == ("stdin", "text")
    html = only(list(iter_pages(["-"], stdin=io.BytesIO(b"<!doctype html><p>Ada pertemuan.</p>"))))
    assert html.kind == "html"
    lines = io.BytesIO(b'{"text": "Satu."}\n\n{"id": "x", "text": "Dua."}\n')
    assert [p.id for p in iter_pages(["-"], stdin=lines) if isinstance(p, Page)] == ["stdin:1", "x"]
    assert "standard input" in failed(list(iter_pages(["-"])))


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "berita.jsonl"
    rows = [
        {
            "id": "a",
            "text": LEAD,
            "title": "Judul",
            "published": "2022-02-08",
            "outlet": "kontan",
            "language": "id",
        },
        {"text": LEAD, "title": None, "published": "", "id": 7, "extra": 1},
    ]
    path.write_text(
        "".join(json.dumps(r) + "\n" for r in rows) + '{"text": 1}\nnot json\n{"id": "b"}\n', encoding="utf-8"
    )
    pages = list(iter_pages([path]))
    articles = [read_page(p) for p in pages if isinstance(p, Page)]
    assert [(a.id, a.title, a.outlet) for a in articles] == [("a", "Judul", "Kontan"), ("7", "", None)]
    assert articles[0].published is not None and articles[0].published.value == "2022-02-08"
    failures = [p for p in pages if isinstance(p, Failure)]
    assert [f.source for f in failures] == [f"{path}:{n}" for n in (3, 4, 5)]


def test_limit_of_pages_and_lines(tmp_path: Path) -> None:
    small = Settings(page_limit=100)
    path = tmp_path / "long.txt"
    path.write_text("kata " * 50, encoding="utf-8")
    assert "larger" in failed(list(iter_pages([path], settings=small)))
    lines = tmp_path / "long.jsonl"
    lines.write_text('{"text": "' + "kata " * 50 + '"}\n{"id": "b", "text": "Dua."}\n', encoding="utf-8")
    first, second = iter_pages([lines], settings=small)
    assert isinstance(first, Failure) and first.source.endswith(":1")
    assert isinstance(second, Page) and second.id == "b"


def test_limit_reads_no_more(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            self.given += len(buffer)
            buffer[:] = b"a" * len(buffer)
            return len(buffer)

    endless = Endless()
    reason = failed(
        list(iter_pages(["-"], stdin=io.BufferedReader(endless), settings=Settings(page_limit=1000)))
    )
    assert "larger" in reason
    assert endless.given < 100_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(LEAD.encode(encoding))
    article = read_page(only(list(iter_pages([path]))))
    assert article.text == LEAD


def test_line_breaks_and_nul() -> None:
    assert read_page(Page("a", "\ufeffSatu baris.\r\nDua\x00 baris.\rTiga.", "text", "a")).text == (
        "Satu baris.\nDua baris.\nTiga."
    )


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"%PDF-1.4 text", bytes(500)])
def test_binary(data: bytes) -> None:
    with pytest.raises(BinaryPage, match=r"foto\.txt"):
        read_page(Page("foto", data, "text", "foto.txt"))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyPage, match=r"kosong\.txt"):
        read_page(Page("kosong", data, "text", "kosong.txt"))


def test_empty_html() -> None:
    with pytest.raises(EmptyPage):
        read_page(Page("kosong", b"<html><body></body></html>", "html", "kosong.html"))


def test_a_line_nested_beyond_reading_fails_alone() -> None:
    deep = b'{"text":"x","z":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    lines = b'{"text":"satu"}\n' + deep + b'{"text":"dua"}\n'
    first, second, third = iter_pages(["-"], stdin=io.BytesIO(lines))
    assert isinstance(first, Page) and isinstance(third, Page)
    assert isinstance(second, Failure) and "no article" in second.reason


def test_an_empty_path_is_no_folder() -> None:
    assert "empty path" in failed(list(iter_pages([""])))


def test_entities_left_in_a_text_are_marks_but_nothing_becomes_a_tag() -> None:
    of = read_text(
        "Menlu&nbsp;Fiji menulis, &ldquo;Kami &amp;quot; setuju.&rdquo; Itu &lt;b&gt; saja.", id="x"
    )
    assert of.text == "Menlu\xa0Fiji menulis, “Kami &amp;quot; setuju.” Itu &lt;b&gt; saja."
    assert read_text(of.text, id="x").text == of.text


def test_entities_of_a_page_with_markup_are_read_once() -> None:
    raw = "<p>Menlu Fiji menulis &amp;ldquo;dan seterusnya&amp;rdquo; di papan tulis rapat Lima pada Senin pagi.</p>"
    of = read_page(Page("x", raw, "html", "x.html"))
    assert "&ldquo;dan" in of.text
