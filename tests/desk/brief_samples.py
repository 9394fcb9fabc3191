"""Briefs of the samples, and ways to look into them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import docx
import pypdf
from desk_samples import entries
from docx.oxml.ns import qn
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from kawat.desk import briefs
from kawat.desk.briefs.model import Brief, Line
from kawat.desk.words import words
from kawat.linking import link
from kawat.linking.model import Event
from kawat.reading.model import Report

ARTICLES = {article.id: article for article, _ in entries()}
REPORTS = {r.id: r for _, reports in entries() for r in reports}
EVENTS = link(list(REPORTS.values()))


def reports_of(events: Sequence[Event]) -> dict[str, list[Report]]:
    return {event.id: [REPORTS[id] for id in event.reports] for event in events}


def made(language: str, **more: Any) -> Brief:
    return briefs.compose(EVENTS, reports_of, words(language), today="2024-05-25", **more)


def set_as(form: str, brief: Brief, language: str = "en") -> bytes:
    return briefs.FORMATS[form].set(brief, words(language))


def lines_of(brief: Brief) -> list[Line]:
    """Return every sentence, and every row of a table as one line."""
    groups = [group for section in brief.sections for group in section.groups]
    told = [each for group in groups for each in group.lines]
    told += [group.head for group in groups if group.head and group.table]
    rows = [row for group in groups if group.table for row in group.table.rows]
    return told + [Line(tuple(run for cell in row for run in cell.runs)) for row in rows]


def text_of(form: str, data: bytes) -> str:
    """Read a brief back and return its words."""
    if form == "pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    if form == "docx":
        return "".join(e.text or "" for e in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:t")))
    if form == "html":
        return str(lxml_html.fromstring(data.decode()).text_content())
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(data.decode())
    return str(lxml_html.fromstring(shown).text_content())


def squeezed(text: str) -> str:
    """Return the letters and digits of a text: lines and hyphens are each format's own."""
    return re.sub(r"[\W_]", "", text)
