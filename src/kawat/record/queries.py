"""What comes out: events that pass a filter, single events and articles, the counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from kawat.errors import RecordError
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record.conditions import asked, at_most
from kawat.record.fact_schema import facts
from kawat.record.leading import ids_from
from kawat.record.model import Counts, Failed, Filter
from kawat.record.rows import EVENT, REPORT, rows_where
from kawat.record.schema import (
    articles,
    event_reports,
    events,
    former_events,
    inputs,
    reports,
)

_ARTICLE = msgspec.json.Decoder(Article)


def find_events(connection: Connection, wanted: Filter, *, newest_first: bool) -> list[Event]:
    """Return the events that pass the filter, by day; those of no known day last."""
    query = (
        select(events.c.data)
        .join(facts)
        .where(*asked(connection, wanted).of_facts())
        .limit(at_most(wanted.limit))
    )
    for column in (facts.c.earliest, facts.c.latest):
        query = query.order_by((column.desc() if newest_first else column.asc()).nulls_last())
    last = events.c.id.desc() if newest_first else events.c.id.asc()
    return _decoded(connection, query.order_by(last))


def find_event(connection: Connection, id: str) -> Event:
    """Return the event with this id, or with the only id that begins so, or into which a former one went.

    Raises:
        RecordError: there is none, or there are several.
    """
    ids = _ids(connection, ids_from(connection, id)) if id else []
    if not ids:
        raise RecordError(
            f"there is no event {id!r}; kawat timeline lists those there are", code="no_event", id=id
        )
    if len(ids) > 1:
        listed = ", ".join(ids[:5]) + (", ..." if len(ids) > 5 else "")
        raise RecordError(
            f"{id!r} may be any of {len(ids)} events: {listed}; write more of the id",
            code="many_events",
            id=id,
            n=len(ids),
        )
    return _decoded(connection, select(events.c.data).where(events.c.id == ids[0]))[0]


def names_of(connection: Connection, event: Event) -> list[str]:
    """Return all ids that an event has had: those of former events that its reports belonged to, and its own."""
    former = select(former_events.c.id).where(former_events.c.report.in_(event.reports))
    return sorted({event.id, *connection.execute(former).scalars()})


def article_ids(connection: Connection) -> list[str]:
    """Return the ids of all articles, in the order in which they came."""
    return list(connection.execute(select(articles.c.id).order_by(articles.c.number)).scalars())


def event_of(connection: Connection, report: str) -> Event:
    """Return the event that a report belongs to.

    Raises:
        RecordError: there is no such report.
    """
    id = connection.execute(select(event_reports.c.event).where(event_reports.c.report == report)).scalar()
    if id is None:
        raise RecordError(
            f"there is no report {report!r}; kawat show EVENT lists the reports of an event",
            code="no_report",
            id=report,
        )
    return find_event(connection, id)


def find_article(connection: Connection, id: str) -> Article:
    """Return the article with this id.

    Raises:
        RecordError: there is none.
    """
    row = connection.execute(select(articles.c.data, articles.c.text).where(articles.c.id == id)).first()
    if row is None:
        raise RecordError(
            f"there is no article {id!r}; kawat search WORDS finds articles by their words",
            code="no_article",
            id=id,
        )
    return msgspec.structs.replace(_ARTICLE.decode(row.data), text=row.text)


def article_with(connection: Connection, digest: str) -> str:
    """Return the id of the article whose text has this digest.

    Raises:
        RecordError: there is none.
    """
    found = connection.execute(select(articles.c.id).where(articles.c.digest == digest)).scalar()
    if found is None:
        raise RecordError(f"there is no article with the digest {digest!r}", code="no_article", id=digest)
    return str(found)


def number_of(connection: Connection, article: str) -> int:
    """Return the number of an article.

    Raises:
        RecordError: there is none with this id.
    """
    found = connection.execute(select(articles.c.number).where(articles.c.id == article)).scalar()
    if found is None:
        raise RecordError(
            f"there is no article {article!r}; kawat search WORDS finds articles by their words",
            code="no_article",
            id=article,
        )
    return int(found)


def find_reports(connection: Connection, ids: Iterable[str]) -> dict[str, list[Report]]:
    """Return the reports of the events with these ids, by event, each event's by publication."""
    found: dict[str, list[Report]] = {id: [] for id in ids}
    belong = rows_where(connection, list(event_reports.c), event_reports.c.event, found)
    told = rows_where(
        connection, [reports.c.id, reports.c.data], reports.c.id, (row.report for row in belong)
    )
    data = {row.id: row.data for row in told}
    for row in belong:
        found[row.event].append(REPORT.decode(data[row.report]))
    for each in found.values():
        each.sort(key=lambda r: (r.published is None, r.published or "", r.id))
    return found


def failures(connection: Connection) -> list[Failed]:
    """Return the pages that could not be read, in the order in which they came."""
    query = (
        select(inputs.c.source, inputs.c.reason).where(inputs.c.outcome == "failed").order_by(inputs.c.number)
    )
    return [Failed(row.source, row.reason) for row in connection.execute(query)]


def counts(connection: Connection) -> Counts:
    """Count inputs by their outcome, and the rows of the three main tables."""
    query = select(inputs.c.outcome, func.count()).group_by(inputs.c.outcome)
    by_outcome: dict[str, int] = {row[0]: row[1] for row in connection.execute(query)}
    rows = [
        connection.execute(select(func.count()).select_from(t)).scalar_one()
        for t in (articles, reports, events)
    ]
    return Counts(
        sum(by_outcome.values()),
        by_outcome.get("stored", 0),
        by_outcome.get("duplicate", 0),
        by_outcome.get("failed", 0),
        *rows,
    )


def _ids(connection: Connection, query: Select[Any]) -> list[str]:
    return sorted(connection.execute(query).scalars())


def _decoded(connection: Connection, query: Select[Any]) -> list[Event]:
    return [EVENT.decode(row.data) for row in connection.execute(query)]
