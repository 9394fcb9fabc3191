"""Gather the texts of the annotated web pages (annotations/*web-*.jsonl) out of the public repositories they stand in.

    web_pages.py CLONES OUT.jsonl      CLONES holds git clones, OWNER/NAME, of web-sources.txt

Nothing of these texts stands in this project: only ids, offsets and labels, and with each page where it is kept
("from": the repository, and a digest of the file's path, as paths may be headlines). Every text that such a file
holds is tidied and cut as it was for the annotators; the one whose SHA-256 is the annotation's is the page.
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
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Json = dict[str, Any]
ANNOTATIONS = Path(__file__).resolve().parents[1] / "annotations"
NAMES = ("web-id", "web-en", "held-web-id", "sealed-web-id", "sealed-web-en")
LONGEST = {"id": 7000, "en": 4200}  # code points; what is longer is cut at the end of a line or sentence
DIGITS = 12  # of the SHA-256 of a path
LINES = 3000  # code points before which no line is taken for the last


def pages(clones: Path) -> Iterator[Json]:
    """Yield the annotated pages with their text, each once."""
    commits = dict(
        line.split(" ") for line in _lines(ANNOTATIONS / "web-sources.txt") if not line.startswith("#")
    )
    for repo, files in sorted(_wanted().items()):
        for path in git(clones / repo, "ls-tree", "-rz", "--name-only", commits[repo]).decode().split("\0"):
            wanted = files.pop(hashlib.sha256(path.encode()).hexdigest()[:DIGITS], {})
            raw = git(clones / repo, "show", f"{commits[repo]}:{path}") if wanted else b""
            yield from _found(texts(raw, path), wanted) if wanted else ()
            if wanted:
                raise SystemExit(f"{repo} {path}: {len(wanted)} pages were not found, as {min(wanted)}")
        if files:
            raise SystemExit(f"{repo}: {len(files)} files were not found, as {min(files)}")


def _found(told: Iterator[str], wanted: dict[str, Json]) -> Iterator[Json]:
    """Yield the pages whose SHA-256 one of these texts has, and take them from what is wanted."""
    for text in told:
        for most in {LONGEST[page["language"]] for page in wanted.values()}:
            for cut in tidied(text, most):
                page = wanted.pop(hashlib.sha256(cut.encode()).hexdigest(), None)
                if page is not None:
                    kept = {key: page[key] for key in ("published", "outlet", "language")}
                    yield {"id": page["article"], "text": cut, "title": None} | kept


def _wanted() -> dict[str, dict[str, dict[str, Json]]]:
    """Return the annotated pages by repository, the digest of their file's path, and their SHA-256."""
    out: dict[str, dict[str, dict[str, Json]]] = defaultdict(lambda: defaultdict(dict))
    for name in NAMES:
        for line in _lines(ANNOTATIONS / f"{name}.jsonl"):
            page = json.loads(line)
            repo, _, path = page["from"].partition(" ")
            out[repo][path][page["sha256"]] = page
    return out


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def texts(raw: bytes, path: str) -> Iterator[str]:
    """Yield all texts that a file holds: the cells of a table, the strings of a JSON file, the parts of a text."""
    kind = path.removesuffix(".gz").rpartition(".")[2]
    if kind == "xlsx":
        yield from _sheets(raw)
        return
    text = _decoded(gzip.decompress(raw) if path.endswith(".gz") else raw)
    if kind == "csv":
        csv.field_size_limit(10**8)
        for mark in ",;\t":  # what parts the cells differs; what is no cell matches nothing
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
                yield from row
    elif kind == "json":
        yield from _strings(json.loads(text))
    elif kind == "jsonl":
        for line in text.split("\n"):
            yield from _strings(json.loads(line)) if line.strip() else ()
    elif kind == "md":
        yield _markdown(text)
    else:
        yield from re.split(r"^>>>.*<<<$", text, flags=re.MULTILINE)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _sheets(raw: bytes) -> Iterator[str]:
    """Yield the texts of a workbook's cells: those that cells share stand in a file of their own."""
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        for name in sorted(book.namelist()):
            if name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/sheet"):
                for each in ElementTree.fromstring(book.read(name)).iter():  # noqa: S314
                    if each.tag.endswith(("}si", "}is")):
                        yield "".join(t.text or "" for t in each.iter() if t.tag.endswith("}t"))


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for each in found.values() if isinstance(found, dict) else found:
            yield from _strings(each)


def _markdown(text: str) -> str:
    """Read a page kept as Markdown: a table of its head, a picture, and from the bold dateline on its text."""
    parts = re.split(r"\n\s*\n", text.replace('\\"', '"'))
    body = [p for p in parts if not p.startswith(("|", "#", "!["))]
    first = next((n for n, p in enumerate(body) if p.lstrip().startswith("**")), 0)
    return "\n".join(map(_plain, body[first:]))


def _plain(part: str) -> str:
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
    return re.sub(r"!\[[^\]]*\]\([^)]*\)", "", words).replace("**", "").replace("*", "").strip()


def tidied(text: str, most: int) -> Iterator[str]:
    """Yield a text in the ways in which the collections were tidied and cut for the annotators."""
    for each in (text, text.replace("\u00a0", " ").replace("\r", "\n")):
        lines = "\n".join(line.strip() for line in each.split("\n") if line.strip())
        for whole in (each.strip(), lines):
            head = whole[:most]
            if len(whole) > most:
                yield head.rsplit(". ", 1)[0] + "."
                head = head.rsplit("\n" if "\n" in head[LINES:] else ". ", 1)[0]
            yield head


def git(folder: Path, *command: str) -> bytes:
    """Return what a git command prints in a clone."""
    return subprocess.run(["git", "-C", str(folder), *command], capture_output=True, check=True).stdout  # noqa: S603, S607


if __name__ == "__main__":
    out = sorted(pages(Path(sys.argv[1])), key=lambda page: str(page["id"]))
    Path(sys.argv[2]).write_text("".join(json.dumps(page) + "\n" for page in out), "utf-8")
    print(f"{len(out)} pages")
