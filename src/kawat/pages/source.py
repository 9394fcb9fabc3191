"""Where pages come from: files, folders, patterns, standard input; text, HTML and JSON Lines."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from kawat.errors import BadLine, HugePage, PageError, UnreadablePage
from kawat.settings import DEFAULTS, Settings

Kind = Literal["text", "html"]

#: The kinds of file that a folder is searched for; others are read when they are named.
SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta\s|title)[\s>]", re.IGNORECASE)
_SAMPLE = 2048


class Given(msgspec.Struct, frozen=True):
    """What is known of a page before it is read; an empty field is taken from the page."""

    title: str = ""
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    author: str | None = None


class Page(msgspec.Struct, frozen=True):
    """A page as it came in."""

    id: str
    data: bytes | str
    kind: Kind
    source: str  # what to call it in a message: the path, or path:line
    given: Given = Given()

    @property
    def url(self) -> str | None:
        """The address that it came from, where known."""
        return self.given.url


class Failure(msgspec.Struct, frozen=True):
    """An input that gave no page, and why, in one line."""

    source: str
    reason: str


class _Line(msgspec.Struct):
    """A line of JSON Lines; a field that is empty counts as not given."""

    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


_LINES = msgspec.json.Decoder(_Line)


def iter_pages(
    paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, settings: Settings = DEFAULTS
) -> Iterator[Page | Failure]:
    """Yield the pages at `paths` in order: files, folders (recursively, sorted), patterns, ``-`` for `stdin`.

    What cannot be opened, is larger than `settings.page_limit` bytes, or is no article of JSON Lines becomes
    a `Failure`; nothing is raised.
    """
    for path in paths:
        if str(path) == "-":
            if stdin is None:
                yield Failure("-", "no standard input to read; name a file")
            else:
                yield from _guarded(_stream(stdin, "-", "stdin", None, settings), "-")
        elif not str(path):
            yield Failure("", "an empty path names no file; is a variable of the shell unset?")
        else:
            yield from _path(Path(path), settings)


def _path(path: Path, settings: Settings) -> Iterator[Page | Failure]:
    files = _files(path)
    if isinstance(files, Failure):
        yield files
        return
    for file in files:
        yield from _guarded(_file(file, settings), str(file))


def _files(path: Path) -> list[Path] | Failure:
    """Return the files that a path stands for."""
    try:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.casefold() in SUFFIXES and p.is_file())
            return found or Failure(str(path), f"{path}: no pages in this folder ({', '.join(SUFFIXES)})")
        if path.exists() or not glob.has_magic(str(path)):
            return [path]
        matched = [Path(p) for p in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207
    except (OSError, ValueError) as e:
        return Failure(str(path), f"{path}: cannot be opened ({e}); check the path")
    found = [p for p in matched if p.is_file()]
    return found or Failure(str(path), f"{path}: no file matches this pattern")


def _guarded(pages: Iterator[Page | Failure], name: str) -> Iterator[Page | Failure]:
    """Turn what goes wrong with a source into a failure, so that the others are still read."""
    try:
        yield from pages
    except PageError as e:
        yield Failure(name, str(e))
    except (OSError, ValueError) as e:
        reason = e.strerror if isinstance(e, OSError) and e.strerror else str(e)
        yield Failure(
            name, str(UnreadablePage(f"{name}: cannot be opened ({reason}); check path and rights"))
        )


def _file(path: Path, settings: Settings) -> Iterator[Page | Failure]:
    with path.open("rb") as stream:
        yield from _stream(stream, str(path), path.stem, SUFFIXES.get(path.suffix.casefold()), settings)


def _stream(
    stream: BinaryIO, name: str, stem: str, kind: str | None, settings: Settings
) -> Iterator[Page | Failure]:
    limit = settings.page_limit
    first = stream.readline(limit + 1)
    if kind == "jsonl" or (kind is None and _is_json(first)):
        yield from _lines(stream, first, name, stem, limit)
        return
    data = first + stream.read(max(limit + 1 - len(first), 0))
    if len(data) > limit:
        raise HugePage(_huge(name, limit))
    html = kind == "html" or _HTML.search(data[:_SAMPLE].lstrip()) is not None
    yield Page(stem, data, "html" if html else "text", name)


def _is_json(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        _LINES.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, RecursionError):
        return False
    return True


def _lines(stream: BinaryIO, first: bytes, name: str, stem: str, limit: int) -> Iterator[Page | Failure]:
    """Yield a page a line; a line too long is passed over without being kept."""
    rest = iter(lambda: stream.readline(limit + 1), b"")
    number, skipping = 0, False
    for line in chain([first], rest):
        complete = line.endswith(b"\n") or len(line) <= limit
        if skipping:
            skipping = not complete
            continue
        number += 1
        where = f"{name}:{number}"
        if not complete:
            skipping = True
            yield Failure(where, _huge(where, limit))
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(line.removeprefix(b"\xef\xbb\xbf"), where, f"{stem}:{number}")


def _line(line: bytes, where: str, id: str) -> Page | Failure:
    try:
        read = _LINES.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as e:
        error = BadLine(f'{where}: no article ({e}); a line is a JSON object with at least "text"')
        return Failure(where, str(error))
    given = Given(
        read.title or "", read.published or None, read.outlet or None, read.language or None, read.url or None
    )
    html = read.text.lstrip()[:15].casefold().startswith(("<!doctype html", "<html"))
    name = id if read.id is None or read.id == "" else str(read.id)
    return Page(name, read.text, "html" if html else "text", where, given)


def _huge(name: str, limit: int) -> str:
    return f"{name}: larger than {limit / 1e6:g} MB; split it or raise the limit"
