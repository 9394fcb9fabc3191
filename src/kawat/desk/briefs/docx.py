"""Sets a brief as a Word document: headings, tables, numbered notes that lead there and back."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence

import docx
import msgspec
from docx.document import Document
from docx.shared import Cm, Length
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from msgspec.structs import replace

from kawat.desk.briefs import word
from kawat.desk.briefs.model import Brief, Group, Line, Note, Run, Source, Table
from kawat.desk.words import Words

_ILLEGAL = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
_WIDTH = 16.8  # cm between the margins
_EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in the archive, so that the same brief gives the same bytes


def set_brief(brief: Brief, words: Words) -> bytes:
    """Set a brief as a document of A4 pages, dated with its own day."""
    brief = _legal(brief)
    document = docx.Document()
    word.prepare(document, brief.language)
    _describe(document, brief)
    _Setter(document, brief, words).set_all()
    made = io.BytesIO()
    document.save(made)
    return _timeless(made.getvalue())


def _legal(brief: Brief) -> Brief:
    """Put U+FFFD in the place of what XML cannot hold (U+FFFE, U+FFFF); other controls are gone already."""
    notes = tuple(replace(note, quote=note.said) for note in brief.notes)
    encoded = msgspec.json.encode(replace(brief, notes=notes)).decode()
    return msgspec.json.decode(encoded.translate(_ILLEGAL), type=Brief)


def _describe(document: Document, brief: Brief) -> None:
    """Fill in the properties of the document; python-docx would take the clock's time."""
    about = document.core_properties
    day = datetime.datetime.fromisoformat(brief.day)
    about.title, about.author, about.language = brief.title[:255], "Kawat", brief.language
    about.last_modified_by, about.comments, about.revision = "Kawat", "", 1
    about.created = about.modified = day


def _timeless(archive: bytes) -> bytes:
    """Pack an archive again without the times at which its files were written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(info))
    return packed.getvalue()


class _Setter:
    """Writes one brief into a document; remembers which notes have been cited, for their way back."""

    def __init__(self, document: Document, brief: Brief, words: Words) -> None:
        self.document = document
        self.brief = brief
        self.words = words
        self._cited: set[int] = set()
        self._marks = word.Marks()

    def set_all(self) -> None:
        """Write everything from the title to the list of sources."""
        brief, says = self.brief, self.words.brief
        self.document.add_heading(brief.title, 0)
        for fact in brief.facts:
            word.paragraph(self.document, "Facts", fact)
        for section in brief.sections:
            self.document.add_heading(section.title, 1)
            for group in section.groups:
                self._group(group)
            if not section.groups:
                word.paragraph(self.document, "Facts", brief.nothing)
        if brief.left:
            word.paragraph(self.document, "Facts", brief.left)
        if brief.notes:
            self.document.add_heading(says.notes, 1)
        for note in brief.notes:
            self._note(note)
        self._sources()
        word.footer(self.document, says.page)

    def _group(self, group: Group) -> None:
        if group.head and group.head.runs[0].style == "strong":
            self.document.add_heading(group.head.text, 2)
        elif group.head:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            self._line(paragraph, group.head)
        for each in group.lines:
            self._line(word.paragraph(self.document, "ListBullet"), each)
        if group.table:
            self._table(group.table)

    def _table(self, table: Table) -> None:
        made = self.document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
        made.autofit = False
        word.plain_rules(made)
        total = sum(table.widths)
        widths = [Cm(_WIDTH * width / total) for width in table.widths]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        self._row(made, [Line((Run(head, "strong"),)) for head in table.columns], widths)
        for row in table.rows:
            self._row(made, row, widths)
        word.repeat_head(made)
        word.paragraph(self.document, "Gap")

    def _row(self, table: WordTable, cells: Sequence[Line], widths: Sequence[Length]) -> None:
        row = table.add_row()  # type: ignore[no-untyped-call]
        word.keep_whole(row)
        for cell, told, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph._p.style = "Cell"
            self._line(paragraph, told, cell=True)

    def _line(self, paragraph: Paragraph, told: Line, *, cell: bool = False) -> None:
        for n, run in enumerate(told.runs):
            if n and run.text:
                if cell and run.style in ("aside", "strong"):
                    paragraph.add_run().add_break()
                else:
                    paragraph.add_run(" ")
            self._run(paragraph, run, raised=not cell or bool(run.text))

    def _run(self, paragraph: Paragraph, run: Run, *, raised: bool) -> None:
        if run.text:
            quoted = run.style == "quote"
            made = paragraph.add_run(f"“{run.text}”" if quoted else run.text)
            made.bold = run.style == "strong" or None
            if run.style == "aside":
                made._r.style = "Aside"
            if run.language:
                word.language(made, run.language)
        for n, number in enumerate(run.notes):
            if n:
                paragraph.add_run(", ").font.superscript = raised or None
            link = word.link_within(paragraph, f"note_{number}", str(number), raised=raised)
            if number not in self._cited:
                self._cited.add(number)
                self._marks.around(link, f"cite_{number}")

    def _note(self, note: Note) -> None:
        paragraph = word.paragraph(self.document, "Entry")
        link = word.link_within(paragraph, f"cite_{note.number}", f"{note.number}.", raised=False)
        self._marks.around(link, f"note_{note.number}")
        paragraph.add_run(f"\t{note.where}: ")
        word.language(paragraph.add_run(f"“{note.said}”"), note.language)
        paragraph.add_run(f" [{note.untranslated}] (" if note.untranslated else " (")
        word.link_within(paragraph, f"source_{note.source}", note.place, raised=False)
        paragraph.add_run(")")

    def _sources(self) -> None:
        self.document.add_heading(self.words.brief.sources, 1)
        word.paragraph(self.document, "Facts", self.brief.copies or self.brief.nothing)
        for origin in self.brief.origins:
            heading = self.document.add_heading(origin.name, 2)
            heading.add_run(f" {origin.counted}")._r.style = "Aside"
            for source in origin.sources:
                self._source(source)

    def _source(self, source: Source) -> None:
        paragraph = word.paragraph(self.document, "Entry")
        self._marks.around(paragraph.add_run(f"{source.number}.")._r, f"source_{source.number}")
        paragraph.add_run("\t")
        if source.title:
            title = paragraph.add_run(source.title)
            title.italic = True
            word.language(title, source.language)
            paragraph.add_run(" – ")
        paragraph.add_run("; ".join(source.facts)).add_break()
        if source.url:
            word.link_out(paragraph, source.url)
            paragraph.add_run().add_break()
        else:
            paragraph.add_run(source.address).add_break()
        paragraph.add_run(f"{self.words.brief.digest}: {source.digest}")._r.style = "Aside"
