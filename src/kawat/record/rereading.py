"""Articles of the record read anew, by the rules of today: what changed is put in place of what was read before.

Decisions of persons hold on to reports. One that is no more leads to what was read in its place: the report of the
same article whose proof overlaps its own most, of the same type if there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from kawat.reading.model import Report
from kawat.record import relinking, writing
from kawat.record.adding import report_row, under_article
from kawat.record.rows import REPORT, insert_rows, rows_where
from kawat.record.schema import former_events, former_reports, reports


def replace_reports(connection: Connection, article: str, digest: str, told: Sequence[Report]) -> bool:
    """Put what an article tells now in place of what it told; return whether anything changed."""
    rows = connection.execute(select(reports).where(reports.c.article == article)).all()
    old = {row.id: REPORT.decode(row.data) for row in rows}
    taken = {
        r.id for r in rows_where(connection, [reports.c.id], reports.c.id, (r.id for r in told))
    } - old.keys()
    new = {report.id: report for report in under_article(told, article, digest, taken)}
    changed = {id for id, report in new.items() if old.get(id) != report}
    gone = old.keys() - new.keys()
    if not changed and not gone:
        return False
    heads = {row.neighbourhood for row in rows if row.neighbourhood and (row.id in gone or row.id in changed)}
    _take_apart(connection, gone | changed)
    for id in sorted(changed & old.keys()):
        connection.execute(update(reports).where(reports.c.id == id).values(report_row(new[id])))
    insert_rows(connection, reports, [report_row(new[id]) for id in sorted(changed - old.keys())])
    heirs = {id: _heir(old[id], new.values()) for id in sorted(gone)}
    _forward(connection, heirs)
    _delete(connection, sorted(gone))
    # What was decided about those that are gone holds for their heirs, which may have stayed as they are.
    relinking.relink(connection, changed.union(heir for heir in heirs.values() if heir), heads)
    return True


def _take_apart(connection: Connection, ids: Iterable[str]) -> None:
    """Delete the events that reports belong to; their ids lead on to their reports."""
    writing.replace(connection, relinking.events_told_by(connection, ids), [])


def _heir(gone: Report, told: Iterable[Report]) -> str | None:
    """Return the id of the report that was read in place of another, None where there is none."""

    def overlap(report: Report) -> int:
        spans = [(a, b) for a in gone.evidence for b in report.evidence]
        return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in spans)

    known = [(report.type == gone.type, overlap(report), report.id) for report in told]
    best = max(((same, size, id) for same, size, id in known if size), default=None)
    return best[2] if best else None


def _forward(connection: Connection, heirs: dict[str, str | None]) -> None:
    """Note what was read in place of reports, and lead ids of former events there."""
    for id, heir in heirs.items():
        of = former_events.c.report == id
        led = list(connection.execute(select(former_events.c.id).where(of)).scalars())
        connection.execute(delete(former_events).where(of))
        there = select(former_events.c.id).where(former_events.c.report == heir)
        known = set(connection.execute(there).scalars())
        rows = [{"id": event, "report": heir} for event in led if heir and event not in known]
        insert_rows(connection, former_events, rows)
        connection.execute(delete(former_reports).where(former_reports.c.id == id))
        insert_rows(connection, former_reports, [{"id": id, "report": heir}])


def _delete(connection: Connection, ids: Sequence[str]) -> None:
    gone = [{"gone": id} for id in ids]
    if gone:
        connection.execute(delete(reports).where(reports.c.id == bindparam("gone")), gone)
