"""BibTeX: the articles that tell the events, each once, in the order in which they are first named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kawat.desk.clean import line
from kawat.desk.exports.common import address
from kawat.desk.exports.model import Context
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.text import digest

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': "''",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def articles(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write an entry for each article; its key is made of its outlet, its year and its id."""
    seen: set[str] = set()
    for event in events:
        for id in event.articles:
            if id not in seen:
                seen.add(id)
                yield _entry(context.article(id)).encode()


def _entry(article: Article) -> str:
    published = article.published.value[:10] if article.published else ""
    url = address(article.url)
    fields = {
        "title": f"{{{tex(article.title)}}}",
        "author": f"{{{tex(article.author or article.outlet or '')}}}",
        "howpublished": tex(article.outlet or ""),
        "year": published[:4],
        "date": published,
        "url": _url(url) if url else "",
        "language": article.language,
        "note": tex(f"Kawat: {article.id}, SHA-256 {article.digest}"),
    }
    told = [f"  {name} = {{{value}}}" for name, value in fields.items() if value.strip("{}")]
    if len(published) > 6:
        told.append(f"  month = {_MONTHS[int(published[5:7]) - 1]}")
    return f"@misc{{{_key(article, published)},\n" + ",\n".join(told) + "\n}\n\n"


def _key(article: Article, published: str) -> str:
    """Return a key of letters and digits that no other article has."""
    outlet = re.sub(r"[^A-Za-z0-9]", "", article.outlet or "") or "article"
    return f"{outlet[:40]}{published[:4]}-{digest(line(article.id), size=8)}"


def tex(text: str) -> str:
    """Return one line of text in which nothing is a command of TeX, and braces do not count."""
    return (
        "".join(_TEX.get(mark, mark) for mark in line(text))
        .replace(r"\{", r"\textbraceleft{}")
        .replace(r"\}", r"\textbraceright{}")
    )


def _url(url: str) -> str:
    return (
        url.replace("%", r"\%")
        .replace("#", r"\#")
        .replace("&", r"\&")
        .replace("_", r"\_")
        .replace("~", "%7E")
    )
