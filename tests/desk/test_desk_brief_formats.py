"""One brief, four formats: the same words, the same notes, and what pages say is text in each of them."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

import docx
import msgspec
import pypdf
import pytest
from brief_samples import EVENTS, REPORTS, made, set_as, squeezed, text_of
from desk_samples import Run
from docx.oxml.ns import qn
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from kawat import flow, link
from kawat.desk import briefs
from kawat.desk.briefs.choosing import weightiest
from kawat.desk.briefs.markdown import escape
from kawat.desk.briefs.model import Brief
from kawat.desk.words import words
from kawat.errors import PageError, UsageError
from kawat.linking.model import Event
from kawat.reading.model import Report

FORMS = tuple(briefs.FORMATS)


def md_notes(data: bytes) -> list[tuple[str, str]]:
    shown = re.findall(r"^\[\^(\d+)\]: (.*)$", data.decode(), re.M)
    return [(number, re.sub(r"\\(.)", r"\1", told)) for number, told in shown]


def note_texts(form: str, data: bytes) -> dict[str, str]:
    """Return the squeezed words of each note by its number, as the format has them."""
    if form == "md":
        return {n: squeezed(told) for n, told in md_notes(data)}
    if form == "html":
        items = lxml_html.fromstring(data.decode()).xpath('//section[@class="notes"]//li')
        return {li.get("id").removeprefix("note-"): squeezed(li.text_content()) for li in items}
    told = text_of("pdf", data) if form == "pdf" else _entries(data)
    told = re.sub(r"As of .*\nPage \d+ of \d+\n?|^Diplomatic brief$", "", told, flags=re.M)
    told = told[told.rindex("\nNotes\n") : told.rindex("\nSources\n")]
    found = re.split(r"\n(\d+)\.\s", told)
    return {n: squeezed(text) for n, text in zip(found[1::2], found[2::2], strict=True)}


def _entries(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    return "\n".join("".join(t.text or "" for t in _texts(p)) for p in document.paragraphs)


def _texts(paragraph: Any) -> Any:
    for element in paragraph._p.iter(qn("w:t"), qn("w:tab")):
        if element.tag == qn("w:tab"):
            element.text = " "
        yield element


@pytest.mark.parametrize("form", FORMS)
def test_every_format_bears_the_same_notes(form: str) -> None:
    brief = made("en")
    expected = {str(n.number): squeezed(f"{n.where}{n.said}{n.untranslated}{n.place}") for n in brief.notes}
    told = note_texts(form, set_as(form, brief))
    assert list(told) == list(expected)
    for number, text in expected.items():
        assert told[number] == text


@pytest.mark.parametrize("form", FORMS)
def test_every_sentence_stands_in_every_format(form: str) -> None:
    brief = made("id")
    said = squeezed(text_of(form, set_as(form, brief, "id")))
    for fact in brief.facts:
        assert squeezed(fact) in said
    for section in brief.sections:
        assert squeezed(section.title) in said
        for line in (line for group in section.groups for line in group.lines):
            assert all(squeezed(run.text) in said for run in line.runs)
    for source in (s for o in brief.origins for s in o.sources):
        assert source.digest in said


def linked(url: str) -> Brief:
    told = {id: msgspec.structs.replace(report, url=url) for id, report in REPORTS.items()}
    known = {event.id: [told[id] for id in event.reports] for event in EVENTS}
    return briefs.compose(EVENTS, lambda _: known, words("en"), today="2024-05-25")


def test_addresses_of_the_web_are_links() -> None:
    url = "https://warta.example/a?b=c&d=e"
    brief = linked(url)
    [link, *_] = lxml_html.fromstring(set_as("html", brief).decode()).xpath('//a[starts-with(@href, "http")]')
    assert (link.get("href"), link.get("rel")) == (url, "noopener noreferrer nofollow")
    pages = pypdf.PdfReader(io.BytesIO(set_as("pdf", brief))).pages
    actions = [a.get_object().get("/A", {}) for page in pages for a in page.get("/Annots", ())]
    assert {str(action["/URI"]) for action in actions if "/URI" in action} == {url}
    document = docx.Document(io.BytesIO(set_as("docx", brief)))
    assert {r.target_ref for r in document.part.rels.values() if r.is_external} == {url}
    assert f"<{url}>" in set_as("md", brief).decode()


@pytest.mark.parametrize("form", FORMS)
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    assert set_as(form, made("en")) == set_as(form, made("en"))


def test_a_pdf_says_what_it_is() -> None:
    reader = pypdf.PdfReader(io.BytesIO(set_as("pdf", made("id"), "id")))
    assert reader.metadata and reader.metadata.title == "Ringkasan diplomatik"
    assert str(reader.metadata.get("/CreationDate")).startswith("D:20240525")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id" and root["/MarkInfo"]["/Marked"]
    assert "Halaman 1 dari" in reader.pages[0].extract_text()


def test_a_document_says_what_it_is() -> None:
    document = docx.Document(io.BytesIO(set_as("docx", made("id"), "id")))
    about = document.core_properties
    assert (about.title, about.language) == ("Ringkasan diplomatik", "id")
    assert about.created and about.created.isoformat().startswith("2024-05-25")
    tables = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Tanggal", "Para pihak", "Tempat", "Saluran", "Sumber / halaman", "Catatan"] in tables
    assert {p.style.name for p in document.paragraphs if p.style} >= {"Title", "Heading 1", "Entry"}


@pytest.mark.parametrize(("form", "missing"), [("pdf", "typst"), ("docx", "docx")])
def test_what_is_not_installed_is_named(form: str, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        n for n in sys.modules if n.partition(".")[0] == missing or n == f"kawat.desk.briefs.{form}"
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(UsageError, match=re.escape(f'pip install "kawat[{form}]"')):
        set_as(form, made("en"))


@pytest.mark.parametrize(
    "text",
    [
        "1. one",
        "- one",
        "+ one",
        "# one",
        "> one",
        "= one",
        "1) one",
        "&lt;",
        "[^1]: x",
        "a@b.example",
        "---",
    ],
)
def test_markdown_shows_text_to_the_letter(text: str) -> None:
    shown = MarkdownIt("commonmark").render(escape(text)).strip()
    page = lxml_html.fromstring(shown)
    assert page.tag == "p" and page.text_content() == text and not len(page)


@pytest.mark.parametrize(
    ("name", "begins"), [("b.pdf", b"%PDF"), ("b.docx", b"PK"), ("b.HTML", b"<!doctype"), ("b", b"# ")]
)
def test_the_name_of_the_file_says_the_format(
    run: Run, record: str, tmp_path: Any, name: str, begins: bytes
) -> None:
    told = run("brief", "--record", record, "--today", "2024-05-25", "--output", name)
    assert told.exit_code == 0 and told.stdout == ""
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_story_that_is_not_there_is_an_error(run: Run, record: str) -> None:
    told = run("brief", "--record", record, "--story", "none")
    assert told.exit_code == 3 and "kawat stories" in told.stderr


def test_a_brief_of_a_story(run: Run, record: str) -> None:
    told = run("brief", "--record", record, "--story", "post", "--lang", "en").stdout
    assert "Asked for: story: “Minister to travel”" in told
    assert "Perth" in told and "Anwar" not in told


@pytest.fixture(scope="module")
def read() -> tuple[list[Event], dict[str, Report]]:
    """Events of some of the example pages, read as they are: more than two pages hold."""
    pages = sorted((Path(__file__).parents[2] / "examples" / "pages").iterdir())[:14]
    found = (told for _, told in flow.reports(map(str, pages)) if not isinstance(told, PageError))
    reports = {report.id: report for _, some in found for report in some}
    return link(list(reports.values())), reports


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("types", [("CONSULT",), ("ACCUSE", "REQUEST", "THREATEN", "REJECT"), None])
def test_a_short_brief_stands_on_two_pages(
    read: tuple[list[Event], dict[str, Report]], types: tuple[str, ...] | None, language: str
) -> None:
    events, reports = [e for e in read[0] if types is None or e.type in types], read[1]
    told = {event.id: [reports[id] for id in event.reports] for event in events}
    brief = briefs.compose(events, lambda _: told, words(language), today="2024-05-25", length="short")
    shown = len(brief.sections[0].groups[0].lines)
    assert shown > 5
    assert len(pypdf.PdfReader(io.BytesIO(set_as("pdf", brief, language))).pages) <= 2
    assert brief.left
    for form in FORMS:
        text = squeezed(text_of(form, set_as(form, brief, language)))
        assert squeezed(str(len(events) - shown)) in text
        assert squeezed(brief.left[:20]) in text


def test_what_weighs_more_comes_first(read: tuple[list[Event], dict[str, Report]]) -> None:
    event = min(read[0], key=lambda e: len(e.sources))
    plain = msgspec.structs.replace(event, status_history=event.status_history[:1], disagreements=())
    step = plain.status_history[0]
    other = "cancelled" if step.status != "cancelled" else "held"
    changed = msgspec.structs.replace(
        plain, id="changed", status_history=(step, msgspec.structs.replace(step, status=other))
    )
    assert weightiest([plain, changed], "2030-01-01")[0] == changed
    many = msgspec.structs.replace(plain, id="many", sources=plain.sources * 9)
    assert weightiest([plain, changed, many], "2030-01-01")[0] == many
