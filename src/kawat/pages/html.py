"""HTML pages: what their markup says, and their text laid out in lines. No markup enters the stored text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser

from kawat.knowledge.outlets import lookup, of_host
from kawat.pages.meta import host_of
from kawat.pages.model import Role
from kawat.pages.pack import fold
from kawat.pages.prefix import is_host
from kawat.pages.rows import Hint
from kawat.pages.source import Given

#: Elements nested deeper than this take the parsers quadratic time; no page that people read is.
DEEPEST = 1500
#: JSON-LD larger than this is not looked at.
MOST_DATA = 1_000_000
#: Captions that the extractor drops are kept for the first pictures, where they are no longer than this.
MOST_PICTURES, LONGEST_CAPTION = 3, 500

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_DROPPED = re.compile(r"<(script|style|noscript|template|svg)\b", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|h[1-6]|tr|section|article|header|footer|blockquote)\b[^<>]*>", re.IGNORECASE
)
_KEPT = re.compile(r"</?(?:h[1-6]|p|br|ul|ol|li|pre|blockquote|div|span|a|b|i|em|strong)\s?/?>")
_OPENS = re.compile(r"\s*<(h|li)[1-6]?>")
_TITLE_PARTS = re.compile(r"(\s+[-–—|»]\s+|:\s+)")
_LEAST_TITLE = 15
_SPACES = re.compile(r"[ \t\xa0]+")
#: Elements without end tag, or whose end tag may be left out: they do not nest by being left open.
_SHALLOW = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody",
})  # fmt: skip
_ARTICLES = frozenset(
    {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "Report"}
)
_CAPTIONS = "figcaption, [itemprop=caption], .wp-caption-text, [class*=caption], [class*=photo-credit]"


class Laid(msgspec.Struct, frozen=True):
    """An HTML page laid out: its text, what the markup says of lines (by offset), what it says of itself."""

    text: str
    hints: dict[int, Hint]
    given: Given


def lay_out(source: str, given: Given) -> Laid:
    """Lay out an HTML page; what came with the page goes before what its markup says."""
    if _depth(source) > DEEPEST:
        return Laid(_bare(source), {}, given)
    tree = LexborHTMLParser(source)
    told = _told(tree, given)
    captions = {fold(n.text(separator=" ", strip=True)) for n in tree.css(_CAPTIONS)}
    main = extract_plain_text(
        source, preserve_formatting="minimal_html", main_content=True, alt_texts=False, links=False,
        form_fields=False, comments=False, post_meta=False,
    )  # fmt: skip
    pictures = [" ".join(n.text(separator=" ").split()) for n in tree.css("figcaption")[:MOST_PICTURES]]
    return Laid(*_lines(_with_captions(main, pictures), told.title, captions - {""}), told)


def _with_captions(main: str, pictures: list[str]) -> str:
    """Put the captions that the extractor dropped above the story, once each."""
    dropped = dict.fromkeys(html.escape(p) for p in pictures if 0 < len(p) <= LONGEST_CAPTION)
    above = [p for p in dropped if p not in main]
    return "\n".join([*above, "", main]) if above else main


def _depth(source: str) -> int:
    """Return how deep elements may nest, at most: an upper bound, without parsing."""
    depth = deepest = 0
    for m in _TAG.finditer(source):
        if m[2].lower() not in _SHALLOW:
            depth = max(depth + (-1 if m[1] else 1), 0)
            deepest = max(deepest, depth)
    return deepest


def _bare(source: str) -> str:
    """Return the text of a page whose markup is beyond parsing."""
    return html.unescape(_ANY_TAG.sub(" ", _BLOCK.sub("\n", " ".join(_shown(source)))))


def _shown(source: str) -> Iterator[str]:
    """Yield what stands outside scripts and the like; as in a browser, one that is left open takes the rest.

    In time that grows with the page: no page can make the search start over at each of its tags.
    """
    at = 0
    while opened := _DROPPED.search(source, at):
        yield source[at : opened.start()]
        closed = re.compile(rf"</{opened[1]}\s*>", re.IGNORECASE).search(source, opened.end())
        if closed is None:
            return
        at = closed.end()
    yield source[at:]


def _lines(main: str, title: str, captions: set[str]) -> tuple[str, dict[int, Hint]]:
    """Write the lines one below the other, the title above them, and note what the markup says of each."""
    parts: list[str] = [title + "\n\n"] if title else []
    hints: dict[int, Hint] = {0: Hint("title")} if title else {}
    at = len(title) + 2 if title else 0
    wanted = fold(title)
    paragraph = False
    for line in main.split("\n"):
        tag = _OPENS.match(line)
        paragraph = paragraph or line.lstrip().startswith("<p>")
        words = _SPACES.sub(" ", html.unescape(_KEPT.sub("", line))).strip()
        if words:
            key = fold(words)
            role: Role | None = "title" if key == wanted else "caption" if key in captions else None
            element: Literal["", "p", "li", "h"]
            element = "h" if tag and tag[1] == "h" else "li" if tag else "p" if paragraph else ""
            hints[at] = Hint(role, element)
        paragraph = paragraph and "</p>" not in line
        parts.append(words + "\n")
        at += len(words) + 1
    return "".join(parts).rstrip("\n") + "\n", hints


def _told(tree: LexborHTMLParser, given: Given) -> Given:
    """Gather what JSON-LD, meta elements and the first heading say of the page."""
    data = next(_articles(tree), {})
    url = given.url or _attribute(tree, "link[rel=canonical]", "href") or _meta(tree, "og:url")
    site = _meta(tree, "og:site_name")
    title = given.title or _text(data.get("headline")) or _meta(tree, "og:title") or _first(tree, "h1")
    title = _headline(title or _first(tree, "title") or "", _first(tree, "h1") or "", site)
    published = (
        given.published
        or _text(data.get("datePublished"))
        or _meta(
            tree,
            "article:published_time",
            "datePublished",
            "pubdate",
            "publishdate",
            "dtk:publishdate",
            "date",
        )
        or _attribute(tree, "time[datetime]", "datetime")
    )
    outlet = given.outlet or _outlet(url, _name(data.get("publisher")), site)
    author = _name(data.get("author")) or _meta(tree, "author", "article:author", "dtk:author")
    return Given(title, published, outlet, given.language, url, _person(author))


def _headline(title: str, heading: str, site: str | None) -> str:
    """Return the title in one line, without the site's name before or behind it."""
    title = " ".join(html.unescape(title).split())
    if len(heading) > _LEAST_TITLE and heading in title:
        return heading
    parts = _TITLE_PARTS.split(title)
    for name, rest in ((parts[-1], parts[:-2]), (parts[0], parts[2:])):
        if len(parts) > 2 and (name == site or lookup(name) or is_host(name)):
            return "".join(rest)
    return title


def _outlet(url: str | None, publisher: str | None, site: str | None) -> str | None:
    """Return the outlet: by the page's domain where that is known, else as the markup names it."""
    host = host_of(url)
    known = (of_host(host) if host else None) or next(
        (o for n in (publisher, site) if n and (o := lookup(n))), None
    )
    if known:
        return known.name
    names = (n for n in (publisher, site) if n and len(n) <= 60 and not n.startswith("http"))
    return next(names, None)


def _person(name: str | None) -> str | None:
    return name if name and len(name) < 80 and not name.startswith("http") and not lookup(name) else None


def _articles(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        source = node.text()
        if len(source) > MOST_DATA:
            continue
        try:
            yield from _of_type(msgspec.json.decode(source.strip().rstrip(";")))
        except (msgspec.MsgspecError, RecursionError):
            continue


def _of_type(value: Any) -> Iterator[dict[str, Any]]:
    objects = value if isinstance(value, list) else [value]
    for item in objects:
        if not isinstance(item, dict):
            continue
        kinds = item.get("@type")
        if any(k in _ARTICLES for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)):
            yield item
        graph = item.get("@graph")
        if isinstance(graph, list):
            yield from _of_type([g for g in graph if isinstance(g, dict) and "@graph" not in g])


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _name(value: Any) -> str | None:
    """Return the name of a JSON-LD person or organisation, or of the first of several."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _meta(tree: LexborHTMLParser, *names: str) -> str | None:
    for name in names:
        for attribute in ("property", "name", "itemprop"):
            found = _attribute(tree, f'meta[{attribute}="{name}"]', "content")
            if found:
                return found
    return None


def _attribute(tree: LexborHTMLParser, selector: str, attribute: str) -> str | None:
    node = tree.css_first(selector)
    return _text(node.attributes.get(attribute)) if node else None


def _first(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return " ".join(node.text(separator=" ").split()) or None if node else None
