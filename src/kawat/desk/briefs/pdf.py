"""Sets a brief as PDF, by our own typst template; text goes in as data, and nothing is read or fetched."""

from __future__ import annotations

import datetime
import tempfile
from typing import Any, Literal

import msgspec
import typst

from kawat.desk.briefs.html import TEMPLATES
from kawat.desk.briefs.model import Brief
from kawat.desk.clean import clip
from kawat.desk.wording import date_words
from kawat.desk.words import Words

_HEADER = 100  # characters of the title on every page
#: A language that typst would not take is told as "not known" (ISO 639-2).
_UNKNOWN = "und"


def set_brief(brief: Brief, words: Words) -> bytes:
    """Set a brief as a tagged PDF (PDF/UA-1) of A4 pages, dated with its own day."""
    data = msgspec.json.encode(_data(brief, words)).decode()
    try:
        return _compile(data, brief.day, ["ua-1"])
    except typst.TypstError:  # a character that no bundled font has; the pages are the same without the seal
        return _compile(data, brief.day, [])


def _compile(data: str, day: str, standards: list[Literal["ua-1"]]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="kawat-") as root:  # an empty one, so that no path leads anywhere
        compiler = typst.Compiler(
            (TEMPLATES / "brief.typ").read_bytes(),
            root=root,
            ignore_system_fonts=True,
            package_path=root,
            package_cache_path=root,
            sys_inputs={"brief": data},
        )
        at = datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC)
        made = compiler.compile(format="pdf", timestamp=at, pdf_standards=[*standards])
    assert isinstance(made, bytes)  # of one file
    return made


def _data(brief: Brief, words: Words) -> dict[str, Any]:
    """Return what the template shows."""
    data: dict[str, Any] = msgspec.to_builtins(brief)
    for note, made in zip(data["notes"], brief.notes, strict=True):
        note["said"] = made.said
        del note["quote"]
    for each in [*data["notes"], *(s for o in data["origins"] for s in o["sources"]), *_runs(data)]:
        each["language"] = _language(each["language"])
    says = words.brief
    return data | {
        "short": clip(brief.title, _HEADER),
        "date": [int(part) for part in brief.day.split("-")],
        "says": {
            "as_of": says.as_of.format(day=date_words(brief.day, words)),
            "page": says.page.format(page="#p", pages="#n"),
            "notes": says.notes,
            "sources": says.sources,
            "digest": says.digest,
        },
    }


def _runs(data: dict[str, Any]) -> list[dict[str, Any]]:
    groups = [group for section in data["sections"] for group in section["groups"]]
    lines = [line for group in groups for line in (group["head"], *group["lines"]) if line]
    tables = [group["table"] for group in groups if group["table"]]
    lines += [cell for table in tables for row in table["rows"] for cell in row]
    return [run for line in lines for run in line["runs"]]


def _language(code: str | None) -> str:
    ok = code and 2 <= len(code) <= 3 and code.isascii() and code.isalpha()
    return code.lower() if code and ok else _UNKNOWN
