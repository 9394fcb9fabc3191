"""What pages say is text in every format: nothing of it is markup, a link, a script, a file or a fetch."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import docx
import msgspec
import pypdf
import pytest
from brief_samples import EVENTS, REPORTS, set_as, squeezed, text_of
from desk_samples import HOSTILE
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from kawat.desk import briefs
from kawat.desk.briefs.model import Brief
from kawat.desk.words import words
from kawat.linking.model import Event
from kawat.reading.model import Report
from kawat.text import Quote

FORMS = tuple(briefs.FORMATS)
PAYLOADS = (
    HOSTILE,
    "<script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;",
    '#read("brief.typ") #image("/etc/hostname") #include "x.typ" #import "@preview/x:1.0.0": *',
    "$ sum_(i=0) $ @note-1 <note-1> `raw` *b* _i_ = head\\ // comment /* c */ #(",
    "{{ 7*7 }} {% include 'x' %} {0} {sides} %s ${x} #p #n",
    "[x](javascript:alert(1)) ![i](http://evil.example/i.png) www.evil.example a@evil.example",
    "one\r\ntwo\n\n# three\n| a | b |\n[^1]: four",
    "\x00\x07\x1b[31m\u202egnp\u2066x\u2069\ufeff\ud800 end",
    "longest" * 90,
    '=HYPERLINK("http://evil.example") ]]> <w:p/> & \'quotes\' "double"',
)


def attacked(payload: str) -> Brief:
    """Compose a brief in which every text of a page is `payload`."""
    reports = {id: _attacked(report, payload) for id, report in REPORTS.items()}
    events = [_attacked_event(event, payload) for event in EVENTS]
    return briefs.compose(
        events,
        lambda events: {event.id: [reports[id] for id in event.reports] for event in events},
        words("en"),
        today="2024-05-25",
        title=payload,
    )


def _attacked(report: Report, payload: str) -> Report:
    return msgspec.structs.replace(
        report,
        title=payload,
        outlet=payload,
        upstream=(payload,),
        url=f"javascript:{payload}",
        language="x" + payload,
        digest=payload,
        evidence=(Quote(0, len(payload), payload),),
    )


def _attacked_event(event: Event, payload: str) -> Event:
    def party(p: Any) -> Any:
        return msgspec.structs.replace(p, person=payload, name=payload)

    place = event.place and msgspec.structs.replace(event.place, name=payload)
    values = [
        msgspec.structs.replace(
            d,
            field=payload,
            note=payload,
            values=tuple(msgspec.structs.replace(v, value=payload, sources=(payload,)) for v in d.values),
        )
        for d in event.disagreements
    ]
    return msgspec.structs.replace(
        event,
        actors=tuple(map(party, event.actors)),
        recipients=tuple(map(party, event.recipients)),
        place=place,
        attributed_to=(payload,),
        disagreements=tuple(values),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("form", FORMS)
def test_what_pages_say_is_text(form: str, payload: str) -> None:
    brief = attacked(payload)
    data = set_as(form, brief)
    assert squeezed(brief.notes[0].said) in squeezed(text_of(form, data))
    CHECKS[form](data)


def check_html(data: bytes) -> None:
    page = lxml_html.fromstring(data.decode())
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "base", "svg"}
    links = [element.get("href") for element in page.iter("a")]
    assert all(link.startswith("#") for link in links)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) and {link[1:] for link in links} <= set(ids)
    assert not any(name.startswith("on") for element in page.iter() for name in element.attrib)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data.decode())


def check_markdown(data: bytes) -> None:
    shown = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(data.decode())
    tags = {e.tag for e in lxml_html.fromstring(shown).iter() if isinstance(e.tag, str)}
    assert tags <= {"html", "body", "div", "h1", "h2", "p", "ul", "li", "strong", "em",
                    "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
    assert len(re.findall(r"^# ", data.decode(), re.M)) == 1


def check_pdf(data: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert not reader.attachments
    root = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object().get("/A", {})
            assert action.get("/S", "/GoTo") == "/GoTo"
        assert not list(page.images)


def check_docx(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    assert not [r for r in document.part.rels.values() if r.is_external]
    names = [e.get(qn("w:name")) for e in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names)) and all(re.fullmatch(r"(note|cite|source)_\d+", n) for n in names)
    anchors = {e.get(qn("w:anchor")) for e in document.element.body.iter(qn("w:hyperlink"))}
    assert anchors <= set(names)


CHECKS: dict[str, Callable[[bytes], None]] = {
    "md": check_markdown, "html": check_html, "pdf": check_pdf, "docx": check_docx,
}  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_text_at_all(payload: str) -> None:
    brief = attacked(payload)
    for form in ("md", "html", "docx"):
        CHECKS[form](set_as(form, brief))


def test_a_character_without_a_letterform_costs_the_pdf_its_seal_alone() -> None:
    sealed, plain = (set_as("pdf", attacked(text)) for text in ("plain", "中文"))
    assert b"pdfuaid" in sealed and b"pdfuaid" not in plain
