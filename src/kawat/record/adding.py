"""What goes in: articles with their reports, failures, and the log of all inputs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Column, Connection

from kawat.linking.days import instant
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record.model import Entry, Failed, Outcome
from kawat.record.rows import LONGEST_KEY, Row, insert_rows, rows_where
from kawat.record.schema import articles, inputs, reports
from kawat.text import digest

_SUFFIX = 8  # characters of the digest that tell apart two texts with one id


def add_inputs(connection: Connection, batch: Sequence[Entry | Failed]) -> list[Outcome]:
    """Store the articles whose text is new, note all inputs in their order, and return what came of each."""
    items = [_storable(item) for item in batch]
    shelf = _Shelf(connection, [item for item in items if isinstance(item, Entry)])
    log = [shelf.put(item) if isinstance(item, Entry) else _failure(item) for item in items]
    _store(connection, shelf.new)
    _note(connection, log)
    return [row["outcome"] for row in log]


class _Shelf:
    """Which texts and ids are taken, in the record and by what came earlier in the batch."""

    def __init__(self, connection: Connection, entries: Sequence[Entry]) -> None:
        digests = (e.article.digest for e in entries)
        ids = (id for e in entries for id in _ids(e.article))
        self._homes = _lookup(connection, articles.c.digest, articles.c.id, digests)
        self._taken = set(_lookup(connection, articles.c.id, articles.c.id, ids))
        told = (report.id for e in entries for report in e.reports)
        self._told = set(_lookup(connection, reports.c.id, reports.c.id, told))
        self.new: list[Entry] = []

    def put(self, entry: Entry) -> Row:
        """Keep the article if its text is new; return the row of the log."""
        text = entry.article.digest
        outcome: Outcome = "duplicate" if text in self._homes else "stored"
        if outcome == "stored":
            kept = _under_free_id(entry, self._taken, self._told)
            self._taken.add(kept.article.id)
            self._told.update(report.id for report in kept.reports)
            self._homes[text] = kept.article.id
            self.new.append(kept)
        return _input(entry.source, outcome, text, article=self._homes[text])


def _store(connection: Connection, entries: Sequence[Entry]) -> None:
    insert_rows(connection, articles, (_article_row(entry.article) for entry in entries))
    insert_rows(connection, reports, (report_row(report) for entry in entries for report in entry.reports))


def _note(connection: Connection, log: Sequence[Row]) -> None:
    """Append to the log the inputs that are not in it yet."""
    seen = set(_lookup(connection, inputs.c.key, inputs.c.key, (row["key"] for row in log)))
    rows = []
    for row in log:
        if row["key"] not in seen:
            seen.add(row["key"])
            rows.append(row)
    insert_rows(connection, inputs, rows)


def _under_free_id(entry: Entry, taken: set[str], told: set[str]) -> Entry:
    """Give the article the first of its ids that no other has, and its reports ids that no others have."""
    id = next(i for i in _ids(entry.article) if i not in taken)
    article = msgspec.structs.replace(entry.article, id=id)
    return Entry(article, tuple(under_article(entry.reports, id, article.digest, told)), entry.source)


def _ids(article: Article) -> tuple[str, str, str]:
    """Return the ids that an article may be stored under, in order; the last is its own for certain."""
    short, full = article.digest[:_SUFFIX], article.digest
    return article.id, f"{article.id}-{short}", f"{article.id}-{full}"


def under_article(told: Iterable[Report], id: str, digest: str, taken: Collection[str]) -> Iterator[Report]:
    """Yield the reports under their article's id.

    One whose id a report of another article has (`taken`; short digests do collide in a large record) gets a suffix;
    those of this article that share an id get a number.
    """
    times: dict[str, int] = {}
    for report in told:
        n = times[report.id] = times.get(report.id, 0) + 1
        free = f"{report.id}-{digest[:_SUFFIX]}" if report.id in taken else report.id
        yield msgspec.structs.replace(report, article=id, id=free if n == 1 else f"{free}-{n}")


def _article_row(article: Article) -> Row:
    return {
        "id": article.id,
        "digest": article.digest,
        "url": article.url,
        "title": article.title,
        "published": article.published.value if article.published else None,
        "outlet": article.outlet,
        "language": article.language,
        "text": article.text,
        "data": msgspec.json.encode(msgspec.structs.replace(article, text="")).decode(),
        "reported": instant(article.published.value) if article.published else "",
    }


def report_row(report: Report) -> Row:
    """Write a report as a row."""
    return {
        "id": report.id,
        "article": report.article,
        "type": report.type,
        "status": report.status,
        "date": report.date,
        "published": report.published,
        "data": msgspec.json.encode(report).decode(),
        "confidence": report.confidence,
    }


def _failure(failed: Failed) -> Row:
    return _input(failed.source, "failed", failed.reason, reason=failed.reason)


def _storable(item: Entry | Failed) -> Entry | Failed:
    """Make of what a page or a file is called what every database takes."""
    if isinstance(item, Failed):
        return Failed(_written_out(item.source), _written_out(item.reason))
    article = msgspec.structs.replace(item.article, id=_key(item.article.id))
    return Entry(article, item.reports, _written_out(item.source))


def _key(id: str) -> str:
    """Return an id that fits into an index: one that is too long ends in its digest instead."""
    id = _written_out(id).replace("\0", "")
    return id if len(id) <= LONGEST_KEY else f"{id[: LONGEST_KEY - 65]}-{digest(id, size=64)}"


def _written_out(words: str) -> str:
    """Write out bytes of a file name that are no text: they come as lone surrogates, which nothing takes."""
    return words.encode("utf-8", "backslashreplace").decode()


def _input(
    source: str, outcome: Outcome, gave: str, article: str | None = None, reason: str | None = None
) -> Row:
    kind = "reason" if outcome == "failed" else "text"
    key = digest(source, kind, gave, size=64)
    return {"key": key, "source": source, "outcome": outcome, "article": article, "reason": reason}


def _lookup(
    connection: Connection, key: Column[str], value: Column[str], wanted: Iterable[str]
) -> dict[str, str]:
    """Map those of the wanted keys that the table has to their values."""
    return {row[0]: row[1] for row in rows_where(connection, [key, value], key, wanted)}
