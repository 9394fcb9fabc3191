"""Kawat reads news pages and keeps the diplomatic record. Each stage is a verb; flow.py has them in order.

    import kawat

    article = kawat.article("page.html")              # or kawat.article(text="...") for text at hand
    reports = kawat.read(article)                     # one for each event that it tells
    mentions = kawat.annotate(article)                # times, actors, places, figures, statements
    events = kawat.link(reports)                      # one for each real-world event
    with kawat.open("kawat.db") as record:            # all of it, kept
        record.add(article, reports, source="page.html")
        record.events()
    with kawat.connect("https://desk.example", token="kawat_...") as record:      # the same, where it is served
        table = kawat.frame(record.events(), "pandas")                            # or "arrow", "polars"

Nothing heavy is imported before it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import msgspec

    from kawat.client.remote import Remote
    from kawat.frames import Frame
    from kawat.linking.model import Event
    from kawat.pages.model import Article
    from kawat.reading import Annotated
    from kawat.reading.model import Report
    from kawat.record import Record

__version__ = "0.1.0"
__all__ = ["annotate", "article", "connect", "frame", "link", "open", "read"]


def article(path: str | Path | None = None, *, text: str | None = None, id: str = "text") -> Article:
    """Read the one article of a page: of the file `path`, or of `text`, which is then called `id`.

    Raises:
        UsageError: neither or both were given.
        PageError: the page cannot be read, or holds no article or several.
    """
    from kawat.errors import PageError, UsageError

    if (path is None) == (text is None):
        raise UsageError("article: give a path or text, one of them")
    if text is not None:
        from kawat.pages import read_text

        return read_text(text, id=id)
    from kawat.flow import articles

    found = [result for _, result in articles([str(path)])]
    if len(found) != 1:
        raise PageError(f"{path}: {len(found)} articles; use kawat.flow.articles for other than one")
    if isinstance(found[0], PageError):
        raise found[0]
    return found[0]


def read(article: Article) -> list[Report]:
    """Return a report for each event that `article` tells; all offsets point into ``article.text``."""
    from kawat import reading

    return list(reading.read(article))


def annotate(article: Article) -> Annotated:
    """Return what `article` names: times, actors, places, figures, statements."""
    from kawat import reading

    return reading.annotate(article)


def link(reports: Iterable[Report]) -> Sequence[Event]:
    """Return one event for each real-world event that `reports` tell."""
    from kawat import linking

    return linking.link(list(reports))


def open(target: str | Path = "kawat.db") -> Record:
    """Open the record at `target`, a file or the URL of a database; a missing file is made.

    Raises:
        RecordError: it cannot be opened; the message says what to do.
    """
    from kawat.record import open_record

    return open_record(target)


def connect(url: str, token: str | None = None) -> Remote:
    """Return the record that `kawat serve` serves at `url`, to be asked as one that is opened; `token` lets you in.

    Raises:
        UsageError: the address is none. Nothing is sent before the record is asked.
    """
    from kawat import client

    return client.connect(url, token)


def frame(items: Iterable[msgspec.Struct], kind: Frame = "arrow") -> Any:
    """Return events, reports, pairs or other items as a table: "arrow", "pandas" or "polars"; a row each.

    Raises:
        UsageError: there is no such table, or what it needs is not installed; the message says how to.
    """
    from kawat import frames

    return frames.frame(items, kind)
