"""Sets a brief as Markdown with footnotes (``[^1]``) and tables; what pages say is shown to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kawat.desk.briefs.model import Brief, Group, Line, Note, Run, Source, Table
from kawat.desk.clean import line
from kawat.desk.words import Words

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$!^@])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")
_LINK = re.compile(r"(?<=www)\.|:(?=//)", re.IGNORECASE)


def set_brief(brief: Brief, words: Words) -> bytes:
    """Set a brief as Markdown, UTF-8."""
    return markdown(brief, words).encode()


def markdown(brief: Brief, words: Words) -> str:
    """Set a brief as Markdown with footnotes."""
    lines = [f"# {escape(brief.title)}", ""]
    lines += [text for fact in brief.facts for text in (escape(fact), "")]
    for section in brief.sections:
        lines += [f"## {escape(section.title)}", ""]
        lines += [text for group in section.groups for text in _group(group)]
        lines += [] if section.groups else [escape(brief.nothing), ""]
    lines += [escape(brief.left), ""] if brief.left else []
    lines += _sources(brief, words)
    lines += [_note(note) for note in brief.notes]
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it to the letter: no markup, no list, no link."""
    text = _MARKUP.sub(r"\\\1", line(text))
    text = _LINK.sub(lambda mark: "\\" + mark[0], text)
    return _LIST_MARK.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else "\\" + m[3], text)


def _group(group: Group) -> Iterator[str]:
    if group.head:
        yield from (_line(group.head), "")
    yield from (f"- {_line(each)}" for each in group.lines)
    if group.table:
        yield from _table(group.table)
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield _row([escape(head) for head in table.columns])
    yield _row(["---"] * len(table.columns))
    yield from (_row([_line(cell) for cell in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(each: Line) -> str:
    return " ".join(text for text in map(_run, each.runs) if text)


def _run(run: Run) -> str:
    text = escape(run.text)
    told = {"strong": f"**{text}**", "quote": f"“{text}”", "aside": f"*{text}*"}.get(run.style, text)
    return (told if text else "") + "".join(f"[^{n}]" for n in run.notes)


def _note(note: Note) -> str:
    mark = f" [{note.untranslated}]" if note.untranslated else ""
    return f"[^{note.number}]: " + escape(f"{note.where}: “{note.said}”{mark} ({note.place})")


def _sources(brief: Brief, words: Words) -> Iterator[str]:
    yield from (f"## {escape(words.brief.sources)}", "")
    yield from (escape(brief.copies or brief.nothing), "")
    for origin in brief.origins:
        yield from (f"**{escape(origin.name)}** – {escape(origin.counted)}", "")
        yield from (_source(source) for source in origin.sources)
        yield ""


def _source(source: Source) -> str:
    address = f"<{source.url}>" if source.url else escape(source.address)
    told = "; ".join(map(escape, source.facts))
    title = f"“{escape(source.title)}” – " if source.title else ""
    return f"- {source.number}\\. {title}{told}; {address}; SHA-256 {escape(source.digest)}"
