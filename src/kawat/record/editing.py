"""What persons do to the record: join and split events, set values right, confirm them, take it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from kawat.errors import UsageError
from kawat.linking import correcting
from kawat.linking.model import Event
from kawat.record import confirming, decisions, queries, relinking
from kawat.record.model import Decision
from kawat.record.rows import REPORT
from kawat.record.schema import reports


def join(connection: Connection, ids: Sequence[str], by: str, reason: str) -> Decision:
    """Make two events one.

    Raises:
        RecordError: there is no such event.
        UsageError: they are one already, or nobody signs.
    """
    one, other = (queries.find_event(connection, id) for id in ids)
    if one.id == other.id:
        raise UsageError(f"both are the event {one.id} already", code="one_already")
    made = Decision("join", one.id, by, reason, ones=one.reports, others=other.reports)
    return _decided(connection, made, (*one.reports, *other.reports))


def split(connection: Connection, id: str, apart: Sequence[str], by: str, reason: str) -> Decision:
    """Take reports (their ids, or the ids of their articles) out of an event.

    Raises:
        RecordError: there is no such event.
        UsageError: it has no such report, or no other ones, or nobody signs.
    """
    event = queries.find_event(connection, id)
    told = queries.find_reports(connection, [event.id])[event.id]
    ones = tuple(r.id for r in told if r.id in apart or r.article in apart)
    unknown = set(apart) - {name for r in told for name in (r.id, r.article)}
    if unknown:
        raise UsageError(
            f"event {event.id} has no report {sorted(unknown)[0]!r}; kawat show lists what it has",
            code="not_of_event",
        )
    others = tuple(r.id for r in told if r.id not in ones)
    if not ones or not others:
        raise UsageError(
            "name some of the event's reports or articles, not all and not none", code="tick_some"
        )
    return _decided(
        connection, Decision("split", event.id, by, reason, ones=ones, others=others), event.reports
    )


def correct(connection: Connection, id: str, right: tuple[str, str], by: str, reason: str) -> Decision:
    """Set a value (field, text) of an event right, or (where `id` is that of a report) of a report: linking goes by it.

    Raises:
        RecordError: there is no such event or report.
        UsageError: the field has no such value, or nobody signs.
    """
    field, typed = right[0], correcting.value_of(*right)
    row = connection.execute(select(reports.c.data).where(reports.c.id == id)).first()
    of_report = row is not None
    event = queries.event_of(connection, id) if of_report else queries.find_event(connection, id)
    target = REPORT.decode(row.data) if row is not None else event
    if field == "mode" and typed and "CONSULT" not in (target.type, event.type):
        raise UsageError(
            f"mode: {event.id} is an act, which has none; set its type right first", code="act_has_no_mode"
        )
    made = Decision(
        "correct",
        event.id,
        by,
        reason,
        ones=(id,) if of_report else event.reports,
        scope="report" if of_report else "event",
        field=field,
        value=correcting.plain(typed),
        was=correcting.plain(getattr(target, field)),
    )
    return _decided(connection, made, event.reports)


def confirm(connection: Connection, id: str, by: str, reason: str) -> Decision:
    """Say that an event is right as it is, with the reports that it has.

    Raises:
        RecordError: there is no such event.
        UsageError: somebody has said so already, or nobody signs.
    """
    event = queries.find_event(connection, id)
    if confirming.confirmed_among(connection, [event]):
        raise UsageError(
            f"event {event.id} is confirmed already; kawat decisions {event.id} says by whom",
            code="confirmed_already",
        )
    made = decisions.decide(connection, Decision("confirm", event.id, by, reason, ones=event.reports))
    confirming.mark(connection, [event])
    return made


def undo(connection: Connection, number: int, by: str, reason: str) -> Decision:
    """Take a decision back; return it.

    Raises:
        RecordError: there is no such decision, or it was taken back already.
        UsageError: nobody signs.
    """
    gone = decisions.undo(connection, number, by, reason)
    there = _there(connection, (*gone.ones, *gone.others))
    if gone.kind == "confirm":
        confirming.mark(connection, [queries.event_of(connection, report) for report in there[:1]])
    else:
        relinking.relink(connection, there)
    return gone


def event_after(connection: Connection, decision: Decision) -> Event | None:
    """Return the event that the first of a decision's reports that are left belongs to now; None where none is."""
    for report in _there(connection, (*decision.ones, *decision.others)):
        return queries.event_of(connection, report)
    return None


def _decided(connection: Connection, decision: Decision, changed: Iterable[str]) -> Decision:
    made = decisions.decide(connection, decision)
    relinking.relink(connection, changed)
    return made


def _there(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Return those of the reports that are there still, or what was read in their place."""
    return decisions.present(connection, ids)
