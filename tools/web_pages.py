"""Gather the texts of the annotated web pages (annotations/web-*.jsonl) out of the public collections they stand in.

    web_pages.py CLONES OUT.jsonl      CLONES holds a git clone of each of SOURCES, as OWNER/NAME

Nothing of these texts stands in this project: only ids, offsets and labels. A page's id is a digest of its address or
place; its text is cut out and tidied here as it was for the annotators: the SHA-256 beside each annotation proves it.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Row = tuple[str, str]  # what the id is a digest of, text
ANNOTATIONS = Path(__file__).resolve().parents[1] / "annotations"
LONGEST = {"id": 7000, "en": 4200}  # code points; what is longer is cut at the end of a line or sentence


@dataclass(frozen=True)
class Source:
    """Files of a public repository, at a commit, and how their rows are read."""

    repo: str
    commit: str
    files: tuple[str, ...]
    rows: Callable[[bytes, str], Iterator[Row]]
    letter: str  # of ids


def _table(prefix: str, key: str, text: str) -> Callable[[bytes, str], Iterator[Row]]:
    def rows(raw: bytes, _: str) -> Iterator[Row]:
        csv.field_size_limit(10**8)
        for row in csv.DictReader(io.StringIO(raw.decode("utf-8", "replace"))):
            yield prefix + row[key], row[text]

    return rows


def _numbered(prefix: str) -> Callable[[bytes, str], Iterator[Row]]:
    def rows(raw: bytes, _: str) -> Iterator[Row]:
        for n, row in enumerate(json.loads(raw)):
            yield f"{prefix}{n}", row.get("content") or ""

    return rows


def _markdown(prefix: str) -> Callable[[bytes, str], Iterator[Row]]:
    """Read a page kept as Markdown: a table of its head, a picture, and from the bold dateline on its text."""

    def rows(raw: bytes, path: str) -> Iterator[Row]:
        parts = re.split(r"\n\s*\n", raw.decode("utf-8", "replace").replace('\\"', '"'))
        body = [p for p in parts if not p.startswith(("|", "#", "!["))]
        first = next((n for n, p in enumerate(body) if p.lstrip().startswith("**")), 0)
        yield prefix + path, "\n".join(map(_plain, body[first:]))

    return rows


def _plain(part: str) -> str:
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
    return re.sub(r"!\[[^\]]*\]\([^)]*\)", "", words).replace("**", "").replace("*", "").strip()


def _agency(raw: bytes, _: str) -> Iterator[Row]:
    for row in csv.DictReader(io.StringIO(raw.decode("utf-8", "replace"))):
        yield row["title"], re.sub(r"\s*\n\s*", "\n", row["text"].strip())


def _lines(raw: bytes, _: str) -> Iterator[Row]:
    for line in gzip.decompress(raw).decode().split("\n"):
        if line.strip():
            row = json.loads(line)
            yield row["link"], (row["text"] or "").replace("\u00a0", " ").strip()


SOURCES = (
    Source(
        "KamigonNoMercy/indonesian-news-intelligence-apps", "01a6ccc3a8f7d71b0e4ea44c58e42059cbedb0ab",
        tuple(f"data/splits/{part}.csv" for part in ("train", "val", "test")), _table("kam", "article_id", "isi"), "r",
    ),
    Source(
        "gabriellaclairine/indonesian-news-summarization-dataset", "ec1694fcbc79199ad5b6fa9cb618d8d02e7e19a7",
        ("data_berita.csv",), _table("gab", "id", "isi_berita"), "r",
    ),
    Source(
        "Naandalist/trending-news-diggest", "4818d4385f072282a4905994a0b0d5def15eb19b",
        ("archive/",), _markdown("naa"), "r",
    ),
    Source(
        "Harisatul/klasifikasi-berita-indonesia-lstm", "c2b155e9a27d166ee5cdd59f4e9ffeaa37c0ca78",
        ("news.json",), _numbered("har"), "r",
    ),
    Source(
        "camillabdt/fakenews2025", "91540899b6bede7d3196deb8d1fe7ada45e9d61a", ("True.csv",), _agency, "u",
    ),
    Source(
        "CodeAKrome/News-Dumpster", "b8b78953362420d586ac349968e50267402fd6c2",
        ("dedupe0521.jsonl.gz", "dedupe_05-26.jsonl.gz"), _lines, "e",
    ),
)  # fmt: skip


def pages(clones: Path) -> Iterator[Json]:
    """Yield the annotated pages with their text, each once."""
    wanted = {line["article"]: line for name in ("web-id", "web-en") for line in _annotated(name)}
    for source in SOURCES:
        folder = clones / source.repo
        for path in _paths(folder, source):
            raw = _git(folder, "show", f"{source.commit}:{path}")
            for key, text in source.rows(raw, path):
                page = wanted.pop(source.letter + hashlib.sha256(key.encode()).hexdigest()[:8], None)
                if page is not None:
                    yield _page(page, text)
    if wanted:
        raise SystemExit(f"{len(wanted)} pages were not found, the first: {min(wanted)}")


def _annotated(name: str) -> list[Json]:
    text = (ANNOTATIONS / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _paths(folder: Path, source: Source) -> list[str]:
    """Return the files of a source; a folder stands for all that it holds."""
    if not source.files[0].endswith("/"):
        return list(source.files)
    listed = _git(
        folder, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", source.commit, *source.files
    )
    return listed.decode().splitlines()


def _git(folder: Path, *command: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *command], capture_output=True, check=True).stdout  # noqa: S603, S607


def _page(gold: Json, text: str) -> Json:
    language, cut = gold["language"], text
    if language == "id":
        cut = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    most = LONGEST[language]
    if len(cut) > most:
        at = "\n" if language == "id" and "\n" in cut[3000:most] else ". "
        cut = cut[:most].rsplit(at, 1)[0] + ("." if language == "en" else "")
    if hashlib.sha256(cut.encode()).hexdigest() != gold["sha256"]:
        raise SystemExit(f"{gold['article']}: not the text that was annotated")
    return {"id": gold["article"], "text": cut, "title": None} | {
        k: gold[k] for k in ("published", "outlet", "language")
    }


if __name__ == "__main__":
    out = sorted(pages(Path(sys.argv[1])), key=lambda page: str(page["id"]))
    Path(sys.argv[2]).write_text(
        "".join(json.dumps(page, ensure_ascii=False) + "\n" for page in out), "utf-8"
    )
    print(f"{len(out)} pages")
