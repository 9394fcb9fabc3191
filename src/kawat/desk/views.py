"""Items as the JSON of docs/cli.md shows them, where that is not their own shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from kawat.pages.model import Article

if TYPE_CHECKING:
    from kawat.reading import Annotated


def article_view(article: Article) -> dict[str, Any]:
    """Return an article as `kawat article` prints it; all offsets point into its `text`."""
    text, published = article.text, article.published
    return {
        "article": article.id,
        "url": article.url,
        "title": article.title,
        "published": published.value if published else None,
        "published_inferred": published.inferred if published else None,
        "outlet": article.outlet,
        "author": article.author,
        "editor": article.editor,
        "dateline": article.dateline,
        "language": article.language,
        "upstream": [credit.name for credit in article.upstream],
        "body": "\n\n".join(span.of(text) for span in article.body),
        "lines": [
            {
                "role": x.role,
                "start": x.start,
                "end": x.end,
                "text": text[x.start : x.end],
                "reason": x.reason,
            }
            for x in article.lines
        ],
        "pages": {"page": article.page, "of": article.pages} if article.page else None,
        "problems": msgspec.to_builtins(article.problems),
        "digest": article.digest,
        "text": text,
    }


class Mention(NamedTuple):
    """One mention of an article as a row."""

    article: str
    kind: str
    start: int
    end: int
    text: str
    value: str


#: The lists of an annotated article, and the field of each that says most of a mention.
_KINDS = {
    "times": "value",
    "actors": "country",
    "places": "country",
    "figures": "value",
    "statements": "speaker",
}


def mentions(annotated: Annotated) -> Iterator[Mention]:
    """Return the mentions of an article as rows, in text order."""
    plain = msgspec.to_builtins(annotated)
    rows = [
        Mention(plain["article"], kind.removesuffix("s"), *_span(each), _value(each.get(field)))
        for kind, field in _KINDS.items()
        for each in plain[kind]
    ]
    return iter(sorted(rows, key=lambda row: (row.start, row.end, row.kind)))


def _span(mention: dict[str, Any]) -> tuple[int, int, str]:
    """Return start, end and words; a statement spans from its first part to its last."""
    if "start" in mention:
        return mention["start"], mention["end"], mention.get("text") or mention.get("name") or ""
    parts = [p for name in ("speaker", "cue", "content") if (p := mention.get(name))]
    words = mention.get("content") or {}
    return min(p["start"] for p in parts), max(p["end"] for p in parts), words.get("text", "")


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or "")
    return "" if value is None else str(value)
