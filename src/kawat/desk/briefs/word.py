"""What python-docx leaves to its callers: styles, languages, links and marks within a document, page numbers."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_SERIF = "Cambria"
_INK, _SOFT, _LINK = (RGBColor.from_string(code) for code in ("1C1D1F", "55585C", "17457E"))
_TAG = re.compile(r"[A-Za-z]{2,3}")


def prepare(document: Document, code: str) -> None:
    """Set page, styles and the language `code` (ISO 639-1) of a new document."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.1)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2.2)
    _styles(document)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for tag in defaults.iter(qn("w:lang")):
        tag.set(qn("w:val"), code)


def _styles(document: Document) -> None:
    styles = document.styles
    _shape(styles["Normal"], 10.5, after=4)
    _shape(styles["Title"], 20, after=6)
    for name, size, before in (("Heading 1", 13, 14), ("Heading 2", 10.5, 8)):
        _shape(styles[name], size, after=4, before=before)
    _shape(styles["List Bullet"], 10.5, after=3)
    for name, size, after in (("Facts", 9.5, 1), ("Cell", 9, 1), ("Entry", 9, 4), ("Gap", 4, 0)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _shape(style, size, after=after)
    styles["Facts"].font.color.rgb = _SOFT
    styles["Entry"].paragraph_format.left_indent = Cm(0.9)
    styles["Entry"].paragraph_format.first_line_indent = Cm(-0.9)
    styles["Entry"].paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    aside = styles.add_style("Aside", WD_STYLE_TYPE.CHARACTER)
    aside.font.size, aside.font.color.rgb, aside.font.bold = Pt(8.5), _SOFT, False
    link = styles.add_style("Link", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = _LINK


def _shape(style: Any, size: float, *, after: float, before: float = 0) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _SERIF, Pt(size), _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # those of the theme would win over the font
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), _SERIF)
    style.paragraph_format.space_after, style.paragraph_format.space_before = Pt(after), Pt(before)


def paragraph(document: Document, style: str, text: str = "") -> Paragraph:
    """Add a paragraph of the style with this id: python-docx goes through all styles where it is given a name."""
    made = document.add_paragraph(text)
    made._p.style = style
    return made


def language(run: Run, code: str) -> None:
    """Mark the language of a run, for spelling and for voices; an odd code marks nothing."""
    if _TAG.fullmatch(code):
        tag = OxmlElement("w:lang")
        tag.set(qn("w:val"), code)
        run._r.get_or_add_rPr().append(tag)


class Marks:
    """Bookmarks of one document; each has a number of its own."""

    def __init__(self) -> None:
        self._last = 0

    def around(self, element: Any, name: str) -> None:
        """Set a bookmark around a run or a link. `name` is ours, never a page's."""
        self._last += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self._last))
        start.set(qn("w:name"), name)
        element.addprevious(start)
        element.addnext(end)


def link_within(paragraph: Paragraph, bookmark: str, text: str, *, raised: bool) -> Any:
    """Add a link to a bookmark of the document; return its element."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    return _filled(link, paragraph, text, raised=raised)


def link_out(paragraph: Paragraph, url: str) -> Any:
    """Add a link to an address of the web, which the caller has checked; return its element."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return _filled(link, paragraph, url, raised=False)


def _filled(link: Any, paragraph: Paragraph, text: str, *, raised: bool) -> Any:
    run = paragraph.add_run(text)
    run._r.style = "Link"
    run.font.superscript = raised or None
    link.append(run._r)
    paragraph._p.append(link)
    return link


def plain_rules(table: Table) -> None:
    """Leave of a table's lines those between its rows."""
    rules = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rule = OxmlElement(f"w:{side}")
        drawn = side in ("bottom", "insideH")
        rule.set(qn("w:val"), "single" if drawn else "nil")
        if drawn:
            rule.set(qn("w:sz"), "4")
            rule.set(qn("w:color"), "C4C6C2")
        rules.append(rule)
    shape = table._tbl.tblPr
    after = next(
        (e for e in shape if e.tag in (qn("w:tblLayout"), qn("w:tblCellMar"), qn("w:tblLook"))), None
    )
    shape.append(rules) if after is None else after.addprevious(rules)


def repeat_head(table: Table) -> None:
    """Repeat the first row of a table on every page, as its head."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def footer(document: Document, template: str) -> None:
    """Write "page {page} of {pages}" at the foot of every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph._p.style = "Facts"
    for part in re.split(r"(\{pages?\})", template):
        if part in ("{page}", "{pages}"):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), "PAGE" if part == "{page}" else "NUMPAGES")
            field.append(paragraph.add_run("1")._r)
            paragraph._p.append(field)
        elif part:
            paragraph.add_run(part)
