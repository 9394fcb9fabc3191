"""Read a page: its stored text, the role of every line, and what it says about itself."""

from __future__ import annotations

import hashlib
import re
from html import unescape

from kawat.errors import EmptyPage
from kawat.knowledge.outlets import lookup
from kawat.pages import (
    captions,
    credits,
    headline,
    inserts,
    labels,
    language,
    masthead,
    meta,
    people,
    stamps,
    story,
)
from kawat.pages.decode import decode
from kawat.pages.masthead import Own
from kawat.pages.model import Article, Credit, Line, Moment, Problem
from kawat.pages.pack import packs
from kawat.pages.prefix import Prefix
from kawat.pages.rows import Hint, Row, split
from kawat.pages.source import Given, Page
from kawat.text import Span

#: The author that came with the page signs in one of so many lines, no longer than this.
SIGNED, LINE = 40, 120

#: What reporters sign with behind the last full stop: "(has/agi)", "[pan]".
_INITIALS = re.compile(r"(?<=[.!?\"”])\s*[(\[][a-z]{2,8}(?:/[a-z]{2,8}){0,3}[)\]]$")
#: What is left of markup in a text that was taken out of it: spaces, quotation marks, dashes. No "&": what is stored is
#: read again as it stands.
_ENTITY = re.compile(
    r"&(?:nbsp|[lrb]dquo|[lrs][sb]quo|quot|apos|#39|#x27|#8211|#8217|#822[01]|[mn]dash|hellip);"
)
_SIGNED = re.compile(r"[(\[][\w. /,-]{2,40}[)\]]$")


def stored(text: str) -> str:
    """Return the text as it is stored: line breaks are LF, no NUL, no byte order mark; else unchanged."""
    for gone in ("\x00", "\ufeff"):
        text = text.replace(gone, "")
    for line_break in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_break, "\n")
    return text


def plain(text: str) -> str:
    """Return the text of a page without markup as it is stored: marks that are still written as entities are marks."""
    kept = stored(text)
    return _ENTITY.sub(lambda m: unescape(m.group()), kept) if "&" in kept else kept


def read_text(
    text: str,
    *,
    id: str = "text",
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """Read a text as a page: a whole page with its furniture, or the story alone.

    `published` is ISO 8601 (a day or a time with offset), `language` a code of ISO 639-1; what is not given
    is taken from the text.

    Raises:
        EmptyPage: there is no text.
    """
    given = Given(title or "", published, outlet, language, url)
    return build(id, plain(text), given)


def read_page(page: Page) -> Article:
    """Read a page that `iter_pages` found.

    Raises:
        EmptyPage: there is no text in it.
        BinaryPage: the bytes are no text.
    """
    text = page.data if isinstance(page.data, str) else decode(page.data, page.source)
    if page.kind == "html":
        from kawat.pages.html import lay_out  # noqa: PLC0415  (text pages start without the parsers)

        laid = lay_out(stored(text), page.given)
        return build(page.id, laid.text, laid.given, laid.hints, name=page.source)
    return build(page.id, plain(text), page.given, name=page.source)


def build(
    id: str, text: str, given: Given, hints: dict[int, Hint] | None = None, *, name: str = ""
) -> Article:
    """Make the article of a stored text. `hints`: what markup says of lines, by the offset of their start.

    Raises:
        EmptyPage: there is no text.
    """
    rows = inserts.cut(split(text))
    if not rows:
        raise EmptyPage(f"{name or id}: the page holds no text")
    for row in rows:
        hint = hints.get(row.start) if hints else None
        if hint:
            row.element = hint.element
            if hint.role:
                row.be(hint.role, "pages/html")
    code = given.language if given.language in _known_languages() else language.detect(_sample(rows))
    own, title = _mark(rows, text, code, given)
    return _article(id, text, code, rows, given, title, own)


def _known_languages() -> tuple[str, ...]:
    return tuple(language for language, _ in packs())


def _sample(rows: list[Row]) -> str:
    """Return the paragraphs that tell the language, or all lines where there are none."""
    prose = [r.text for r in rows[:60] if r.prose and r.role is None]
    return " ".join(prose[1:5] if len(prose) > 2 else prose) or " ".join(r.text for r in rows[:20])


def _mark(rows: list[Row], text: str, code: str, given: Given) -> tuple[Own, Row | None]:
    """Give every line its role: by what it says, its picture credit, its date, its place on the page."""
    labels.mark(rows)
    captions.mark(rows)
    credits.mark(rows)
    own = masthead.find(rows, given.outlet, meta.host_of(given.url))
    for row in rows if own.keys else ():
        row.own = own.keys
    stamps.mark(rows, text, code)
    for row in rows[:SIGNED] if given.author else ():
        if (
            row.role is None
            and not row.prose
            and row.text.startswith(given.author or "")
            and len(row.text) < LINE
        ):
            row.be("byline", "given")
    title = headline.mark(rows, given.title)
    headline.mark_below(rows, title)
    story.mark(rows, title)
    body = [r for r in rows if r.role == "body"]
    for row in body[-2:]:
        outlets = [p for p in row.text.strip("()[]").split("/") if lookup(p.strip())]
        if _SIGNED.fullmatch(row.text) and len(body) > 1 and not outlets:
            row.role, row.reason = "byline", "pages/initials"
    return own, title


def _open(rows: list[Row]) -> Prefix | None:
    """Let the story start after "JAKARTA, KOMPAS.com - "; return the first such opening."""
    found: Prefix | None = None
    body = [r for r in rows if r.role == "body"]
    again = [r for r in rows[:30] if r.role == "title"][1:]
    for row in (*again, *body[:3]) if body else ():
        opening = row.opening
        if opening and (opening.outlet or row is body[0]):
            row.body = row.start + opening.end
            found = found or opening
    return found


def _article(  # noqa: PLR0917  (one place where an article is put together)
    id: str, text: str, code: str, rows: list[Row], given: Given, title: Row | None, own: Own
) -> Article:
    opening = _open(rows)
    outlet = meta.outlet_of(rows, opening, own, given.outlet, given.url)
    sources = credits.find(text, rows, outlet, opening.outlet if opening else None)
    moment, problems = _when(rows, text, code, given, sources, opening)
    author, editor = people.people(rows)
    page, pages, missing = meta.paging(rows)
    body = tuple(_span(row) for row in rows if row.role == "body")
    if not body:
        problems.append(Problem("no_body", "no paragraph of a story was found on the page"))
    return Article(
        id=id,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        title=given.title or (title.text if title else ""),
        language=code,
        lines=tuple(Line(r.start, r.end, r.role or "furniture", r.reason) for r in rows),
        body=body,
        url=given.url,
        published=moment,
        outlet=outlet,
        author=author or given.author,
        editor=editor,
        dateline=_place(rows, opening),
        upstream=sources,
        page=page,
        pages=pages,
        problems=tuple(problems + missing),
    )


def _place(rows: list[Row], opening: Prefix | None) -> str | None:
    """Return the place before the story's first words, or alone in a line below the headline."""
    if opening and opening.place:
        return opening.place
    return next((r.text for r in rows if r.note == "place"), None)


def _span(row: Row) -> Span:
    signed = _INITIALS.search(row.text, max(0, len(row.text) - 40)) if row.text.endswith((")", "]")) else None
    end = row.start + signed.start() if signed and signed.start() > 0 else row.end
    return Span(row.body, max(end, row.body))


def _when(  # noqa: PLR0917  (all that a page says of its day)
    rows: list[Row],
    text: str,
    code: str,
    given: Given,
    sources: tuple[Credit, ...],
    opening: Prefix | None,
) -> tuple[Moment | None, list[Problem]]:
    """Return when the page was published, as given, stamped, or inferred, and what contradicts itself."""
    moment, problems = meta.published(rows, text, code)
    known = stamps.given(given.published) if given.published else None
    if known and not (moment and len(known.value) == 10 and moment.day == known.value):
        moment = known
    if moment is None and opening and opening.dated:
        moment = meta.opening_date(rows, text, code)
    found = meta.dates(rows, text, code)
    if moment is None:
        moment = meta.inferred(found, sources, lambda since: meta.by_weekday(rows, text, code, since))
        problems.append(Problem("no_publication_date", "the page does not say when it was published"))
    return moment, problems + meta.contradictions(found, moment, sources, text)
